"""The command line of `gup`, run for real."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Server
from wire import Tablet, item

from sync.protocol import messages

Gup = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., Server]


@pytest.fixture(scope="session")
def ready_folder(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Path:
    """A data folder with everything published and nobody enrolled, to be copied."""
    from running import run_gup

    folder = tmp_path_factory.mktemp("ready")
    made = run_gup("enrol-code", "--data", str(folder))
    assert made.returncode == 0
    # So that a mistyped --data shows.
    assert made.stderr == f"gup: {folder}: nothing was there, so this is a new server's data\n"
    return folder


@pytest.fixture
def folder(ready_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(ready_folder, tmp_path / "data"))


def refused(result: subprocess.CompletedProcess[str]) -> str:
    """The one line of a refusal."""
    assert result.returncode == 4, result.stderr
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_serve_prints_its_address_and_ends_within_five_seconds(start_server: Start, folder: Path) -> None:
    running = start_server(folder)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", running.url)
    began = time.monotonic()
    assert running.stop() == 0
    assert time.monotonic() - began < 5
    assert not list(Path(os.environ["HOME"]).glob(".gunicorn*"))


def test_serve_makes_its_folder_and_a_secret_key_for_its_user_alone(start_server: Start, tmp_path: Path) -> None:
    running = start_server(tmp_path / "new")
    key = running.data / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) > 40
    assert stat.S_IMODE(running.data.stat().st_mode) == 0o700


def test_a_second_server_on_one_folder_is_refused(server: Server, gup: Gup) -> None:
    line = refused(gup("serve", "--data", str(server.data), "--bind", "127.0.0.1:0"))
    assert "already runs" in line


@pytest.mark.parametrize(
    "bind", ["nowhere", "999", ":8790", "[]:8790", "127.0.0.1:999x", "127.0.0.1:", "127.0.0.1:99999", "192.0.2.1:0"]
)
def test_an_address_that_cannot_be_bound_is_refused(gup: Gup, folder: Path, bind: str) -> None:
    assert f"--bind {bind}" in refused(gup("serve", "--data", str(folder), "--bind", bind))


def test_wrong_words_exit_with_2(gup: Gup) -> None:
    assert gup("dance").returncode == 2
    assert gup().returncode == 2


def test_enrol_code_prints_the_code_alone(server: Server, gup: Gup) -> None:
    result = gup("enrol-code", "--data", str(server.data))
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}\n", result.stdout)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_unknown_territory_is_refused(folder: Path, gup: Gup) -> None:
    assert "atlantide" in refused(gup("enrol-code", "--data", str(folder), "--territory", "atlantide"))


def test_a_tablet_enrolled_for_a_territory_may_pull_it(server: Server) -> None:
    tablet = server.tablet("goutte_dor")
    assert "territory:goutte_dor" in tablet.hello().message(messages.HelloAnswer).scopes


def test_the_official_district_that_crosses_itself_is_repaired_and_said_to_be(
    folder: Path, gup: Gup, shared_data: Path
) -> None:
    file = shared_data / "geo-paris" / "qpv_2015_officiels_3.geojson"
    result = gup("import", "territories", str(file), "--data", str(folder), "--json")
    assert result.returncode == 0, result.stderr
    rows = json.loads(result.stdout)["read"]
    assert len(rows) == 3
    repaired = [row for row in rows if row["repaired"]]
    assert len(repaired) == len(result.stderr.splitlines()) > 0
    again = gup("import", "territories", str(file), "--data", str(folder), "--json")
    assert json.loads(again.stdout)["read"] == rows


def test_a_drawn_zone_neither_bears_an_official_code_nor_takes_the_place_of_a_district(
    folder: Path, gup: Gup, tmp_path: Path
) -> None:
    ring = [[2.35, 48.88], [2.36, 48.88], [2.36, 48.89], [2.35, 48.88]]
    feature = {
        "type": "Feature",
        "properties": {"name": "Goutte d’Or", "code": "goutte_dor"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    file = tmp_path / "drawn.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    result = gup("import", "territories", str(file), "--data", str(folder), "--json")
    assert result.returncode == 0, result.stderr
    code = json.loads(result.stdout)["read"][0]["code"]
    with sqlite3.connect(folder / "gup.sqlite3") as connection:
        rows = dict(connection.execute("SELECT code, kind || '/' || official_code FROM territories_territory"))
    connection.close()
    assert rows[code] == "hand_drawn/"
    assert rows["goutte_dor"].startswith("priority_district/")


@pytest.mark.parametrize(
    ("name", "content"), [("missing.geojson", None), ("empty.geojson", ""), ("words.geojson", "bonjour")]
)
def test_a_file_that_is_no_perimeter_is_refused(
    gup: Gup, folder: Path, tmp_path: Path, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    line = refused(gup("import", "territories", str(tmp_path / name), "--data", str(folder)))
    assert name in line


def test_a_backup_brings_back_records_in_a_new_epoch_and_what_was_erased_stays_erased(
    start_server: Start, folder: Path, gup: Gup, tmp_path: Path
) -> None:
    running = start_server(folder)
    tablet = running.tablet()
    kept, erased, later = tablet.report(), tablet.report(), tablet.report()
    tablet.push(kept, erased)
    saved = tmp_path / "gup.backup"
    assert gup("backup", str(saved), "--data", str(folder)).returncode == 0
    assert "runs" in refused(gup("restore", str(saved), "--data", str(folder)))
    tablet.push(later)
    running.stop()
    _erase(folder, erased.id)

    assert gup("restore", str(saved), "--data", str(folder)).returncode == 0
    again = start_server(folder)
    tablet = Tablet(_to(again), id=tablet.id, key=tablet.key, token=tablet.token, epoch=tablet.epoch)
    answer = tablet.hello().message(messages.HelloAnswer)
    assert answer.epoch != tablet.epoch
    assert answer.waiting
    outcomes = [each.outcome for each in tablet.push(kept, erased, later).outcomes]
    assert outcomes == ["same", "gone", "accepted"]


def _to(server: Server) -> Callable[..., object]:
    from wire import through_http

    return through_http(server.url)


def _erase(folder: Path, record_id: str) -> None:
    script = (
        "import sync.server, django; django.setup()\n"
        "from sync.server.records.actions import erase\n"
        f"erase({record_id!r}, reason='person_asked')"
    )
    env = os.environ | {"GUP_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "sync.server.settings"}
    import sys

    subprocess.run([sys.executable, "-c", script], env=env, check=True)


def test_media_in_a_backup_come_back_and_are_whole(start_server: Start, folder: Path, gup: Gup, tmp_path: Path) -> None:
    running = start_server(folder)
    tablet = running.tablet()
    content = b"\xff\xd8\xff" + bytes(5000)
    photo = tablet.photo(content)
    tablet.push(photo)
    tablet.upload(content)
    running.stop()
    saved = tmp_path / "with.backup"
    assert gup("backup", str(saved), "--with-media", "--data", str(folder)).returncode == 0
    new = tmp_path / "other-machine"
    assert gup("restore", str(saved), "--data", str(new)).returncode == 0
    result = gup("check", "--data", str(new), "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["media"] == 1


@pytest.mark.parametrize("damage", ["missing", "random", "other", "cut", "bitten"])
def test_a_damaged_backup_is_refused_and_nothing_changes(gup: Gup, folder: Path, tmp_path: Path, damage: str) -> None:
    saved = tmp_path / "gup.backup"
    assert gup("backup", str(saved), "--data", str(folder)).returncode == 0
    _damage(saved, damage)
    before = (folder / "gup.sqlite3").read_bytes()
    assert str(saved) in refused(gup("restore", str(saved), "--data", str(folder)))
    assert (folder / "gup.sqlite3").read_bytes() == before


def _damage(file: Path, damage: str) -> None:
    whole = file.read_bytes()
    if damage == "missing":
        file.unlink()
    elif damage == "random":
        file.write_bytes(os.urandom(5000))
    elif damage == "other":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("hello.txt", "hello")
    elif damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    else:
        file.write_bytes(whole[:4000] + b"\0" * 4000 + whole[8000:])


def test_check_finds_nothing_on_a_sound_folder_while_the_server_runs(server: Server, gup: Gup) -> None:
    server.tablet().push(Tablet(lambda: None).report())
    result = gup("check", "--data", str(server.data))
    assert result.returncode == 0, result.stderr
    assert re.match(r"SQLite 3\.\d+\.\d+, \d+ records, \d+ media", result.stdout)


def test_check_names_a_record_whose_bytes_changed(start_server: Start, folder: Path, gup: Gup) -> None:
    running = start_server(folder)
    tablet = running.tablet()
    report = tablet.report()
    assert tablet.push(item(report)).outcomes[0].outcome == "accepted"
    running.stop()
    connection = sqlite3.connect(folder / "gup.sqlite3")
    connection.execute(
        "UPDATE records_record SET body = CAST(replace(body, 'Lampadaire', 'Lampadairf') AS BLOB) WHERE id = ?",
        [report.id],
    )
    connection.commit()
    connection.close()
    result = gup("check", "--data", str(folder), "--json")
    assert result.returncode == 4
    assert report.id in json.loads(result.stdout)["differences"][0]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(folder: Path, gup: Gup) -> None:
    connection = sqlite3.connect(folder / "gup.sqlite3")
    connection.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999_later', '2030-01-01')"
    )
    connection.commit()
    connection.close()
    before = (folder / "gup.sqlite3").read_bytes()
    assert "newer" in refused(gup("enrol-code", "--data", str(folder)))
    assert (folder / "gup.sqlite3").read_bytes() == before


@pytest.mark.parametrize("content", [os.urandom(9000), b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(gup: Gup, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "gup.sqlite3").write_bytes(content)
    assert "gup.sqlite3" in refused(gup("enrol-code", "--data", str(tmp_path)))
    assert (tmp_path / "gup.sqlite3").read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(gup: Gup, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "gup.sqlite3")
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.commit()
    connection.close()
    before = (tmp_path / "gup.sqlite3").read_bytes()
    assert "another program" in refused(gup("enrol-code", "--data", str(tmp_path)))
    assert (tmp_path / "gup.sqlite3").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_refused(gup: Gup, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in refused(gup("enrol-code", "--data", str(tmp_path / "file" / "data")))


@pytest.mark.parametrize("words", [("check",), ("backup", "copy.zip"), ("export", "reports", "--to", "out.csv")])
def test_a_mistyped_folder_is_named_and_not_made(gup: Gup, tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = tmp_path / "mistyped"
    assert str(folder) in refused(gup(*words, "--data", str(folder)))
    assert not folder.exists()


def test_a_newer_command_does_not_migrate_under_a_running_server(start_server: Start, folder: Path, gup: Gup) -> None:
    running = start_server(folder)
    database = sqlite3.connect(folder / "gup.sqlite3")
    with database:
        database.execute("DELETE FROM django_migrations WHERE app = 'walks' AND name <> '0001_initial'")
    database.close()
    assert "another version" in refused(gup("enrol-code", "--data", str(folder)))
    assert running.stop() == 0
