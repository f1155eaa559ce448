"""The command line as its contract says: one line of JSON at every exit code, words on stderr, nothing half done."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.records import ExploratoryWalk, Photo, Report, Stop, TrackSegment
from walker.cli import main
from walker.store import open_store


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    json: Any
    words: str


Run = Callable[..., Outcome]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a fresh data folder, with --json."""

    def command(*typed: object) -> Outcome:
        code = main([*map(str, typed), "--data", str(data), "--json"])
        printed = capsys.readouterr()
        assert printed.out.count("\n") == 1
        return Outcome(code, json.loads(printed.out), printed.err)

    return command


@pytest.fixture
def walk() -> Path:
    return Path(str(files("resources") / "demo" / "walk.gpx"))


def _refused(outcome: Outcome, code: str) -> dict[str, Any]:
    """Exit 4, one line on stderr, the same told as JSON."""
    assert outcome.code == 4
    error: dict[str, Any] = outcome.json["error"]
    assert error["code"] == code
    assert outcome.words.count("\n") == 1
    return error


def test_a_walk_with_its_reports_becomes_records(run: Run, walk: Path, data: Path, shared_data: Path) -> None:
    table = shared_data / "dansmarue" / "dans_ma_rue.csv"
    done = run("replay", walk, "--reports", table, "--public", "women", "--theme", "lighting", "--title", "Soir")
    with table.open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.reader(file)) - 1
    assert done.code == 0
    assert set(done.json) == {"walk_id", "period", "track", "stops", "photos", "reports"}
    assert set(done.json["track"]) == {"points", "kept", "outliers", "gaps", "length_m", "seconds"}
    assert done.json["track"]["kept"] + done.json["track"]["outliers"] == done.json["track"]["points"]
    assert done.json["period"] == "night"
    assert done.json["photos"] == {"read": 0, "placed": 0, "refused": []}
    assert done.json["reports"]["read"] + len(done.json["reports"]["refused"]) == rows
    with open_store(data, writable=False) as store:
        (kept,) = store.records.all(ExploratoryWalk)
        assert (kept.publics, kept.themes, kept.title) == (("women",), ("lighting",), "Soir")
        assert kept.started_at is not None
        assert kept.started_at.startswith("2026-10-15")
        assert store.records.count(Report) == done.json["reports"]["read"]
        assert store.records.count(Stop) == done.json["stops"]
        points = sum(segment.count for segment in store.records.all(TrackSegment))
        assert points == done.json["track"]["points"]


def test_csv_and_geojson_of_the_same_reports_give_the_same_reports(
    run: Run, walk: Path, data: Path, shared_data: Path
) -> None:
    seen = []
    for name in ("dans_ma_rue.csv", "dans_ma_rue.geojson"):
        walk_id = run("replay", walk, "--reports", shared_data / "dansmarue" / name).json["walk_id"]
        with open_store(data, writable=False) as store:
            reports = store.records.all(Report, walk_id=walk_id)
        seen.append(sorted((report.external_reference, report.category, report.observed_at) for report in reports))
    assert len(seen[0]) > 4000
    assert seen[0] == seen[1]


def test_rows_keep_their_own_place_date_and_words(run: Run, walk: Path, data: Path, tmp_path: Path) -> None:
    """Offices write Windows-1252, semicolons and decimal commas; unknown words become `other` and are kept."""
    table = tmp_path / "bureau.csv"
    table.write_bytes(
        "TYPE;SOUSTYPE;ADRESSE;CODE_POSTAL;DATEDECL;geo_point_2d\r\n"
        "Propreté;Déjections canines;1 rue de l'Église;75020;16/11/2023;48,8799, 2,3328\r\n"
        "Chose;Jamais vue;;;2024-02-30;\r\n"
        ";;;;;\r\n".encode("cp1252")
    )
    done = run("replay", walk, "--reports", table, "--territory", "paris_20")
    assert done.json["reports"]["read"] == 2
    assert [(line["row"], line["code"]) for line in done.json["reports"]["refused"]] == [(4, "empty_row")]
    with open_store(data, writable=False) as store:
        first, second = store.records.all(Report)
    assert first.address == "1 rue de l'Église, 75020"
    assert first.observed_at == "2023-11-16T12:00:00.000Z"
    assert first.period == "unknown"
    assert (second.category, second.category_words) == ("other", "Chose – Jamais vue")
    assert second.territory == "paris_20"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"<?xml version='1.0'?><gpx version='1.1'><trk><trkseg><trkp", "log_no_fix"),
        (b"<gpx><trk><trkseg><trkpt lat='200' lon='2'/></trkseg></trk></gpx>", "log_off_planet"),
        (b"<gpx><trk><trkseg></trkseg></trk></gpx>", "log_no_fix"),
        (b"\x89PNG\r\n\x1a\n not a log", "unknown_format"),
        (b"$GPGGA,120000,,,,,0,00,,,M,,M,,*65\r\n", "log_no_fix"),
    ],
)
def test_a_log_that_cannot_be_used_is_refused_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path, content: bytes, code: str
) -> None:
    log = tmp_path / "log.gpx"
    log.write_bytes(content)
    error = _refused(run("replay", log), code)
    assert error["file"] == str(log)
    assert not data.exists()


def test_a_missing_log_is_refused_by_its_name(run: Run, data: Path) -> None:
    assert _refused(run("replay", "/nowhere/walk.gpx"), "file_missing")["file"] == "/nowhere/walk.gpx"
    assert not data.exists()


@pytest.mark.parametrize("option", ["--territory", "--public", "--theme"])
def test_an_unknown_code_typed_by_a_person_is_refused_and_nothing_is_written(
    run: Run, walk: Path, data: Path, option: str
) -> None:
    error = _refused(run("replay", walk, option, "atlantis"), f"unknown_{option[2:]}")
    assert "atlantis" in error["message"]
    assert not data.exists()


def test_a_table_without_the_needed_columns_is_refused_and_nothing_is_written(
    run: Run, walk: Path, data: Path, tmp_path: Path
) -> None:
    table = tmp_path / "prices.csv"
    table.write_text("item;price\nbread;2\n")
    outcome = run("replay", walk, "--reports", table)
    assert outcome.code == 4
    assert outcome.json["error"]["file"] == str(table)
    assert not data.exists()


def test_a_missing_photo_folder_is_refused_and_nothing_is_written(run: Run, walk: Path, data: Path) -> None:
    _refused(run("replay", walk, "--photos", "/nowhere"), "folder_missing")
    assert not data.exists()


def test_photos_nobody_looked_at_are_held_and_bad_ones_named(
    run: Run, walk: Path, data: Path, shared_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    samples = shared_data / "photos" / "exif-samples" / "jpg"
    for source in (samples / "gps" / "DSCN0010.jpg", samples / "orientation" / "landscape_6.jpg"):
        (folder / source.name).write_bytes(source.read_bytes())
    (folder / "notes.jpg").write_text("this is a text file")
    (folder / "empty.jpg").write_bytes(b"")
    done = run("replay", walk, "--photos", folder)
    assert done.code == 0
    assert done.json["photos"]["read"] == 2
    assert done.json["photos"]["placed"] == 1
    assert [(line["file"], line["code"]) for line in done.json["photos"]["refused"]] == [
        ("empty.jpg", "empty"),
        ("notes.jpg", "not_a_picture"),
    ]
    listed = run("list", "photos").json
    assert [(photo["state"], photo["sha256"], photo["size"]) for photo in listed] == [("held", None, None)] * 2
    with open_store(data, writable=False) as store:
        located = store.records.all(Photo)[0]
        assert located.position is not None
        assert located.position.source == "exif"
        assert len(store.outbox.backlog().held) == 2
        assert store.photos.original(located.id) == (folder / "DSCN0010.jpg").read_bytes()


def test_photos_a_person_looked_at_have_their_final_bytes(run: Run, walk: Path, data: Path, shared_data: Path) -> None:
    folder = shared_data / "photos" / "mapillary-tools"
    done = run("replay", walk, "--photos", folder, "--photos-checked")
    count = sum(1 for file in folder.rglob("*") if file.is_file())
    assert done.json["photos"]["read"] + len(done.json["photos"]["refused"]) == count
    assert done.json["photos"]["placed"] <= done.json["photos"]["read"]
    listed = run("list", "photos").json
    assert len(listed) == done.json["photos"]["read"]
    for photo in listed:
        assert photo["state"] == "checked"
        assert (data / "media" / photo["sha256"]).stat().st_size == photo["size"]
        assert (data / "media" / photo["preview_sha256"]).stat().st_size <= 40 * 1024
        assert b"Exif" not in (data / "media" / photo["sha256"]).read_bytes()


def test_a_photo_beside_a_report_is_about_it(
    run: Run, walk: Path, data: Path, shared_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    source = shared_data / "photos" / "exif-samples" / "jpg" / "gps" / "DSCN0010.jpg"
    (folder / source.name).write_bytes(source.read_bytes())
    run("replay", walk, "--photos", folder)
    (photo,) = run("list", "photos").json
    lat, lon = photo["position"]["lat_e7"] / 1e7, photo["position"]["lon_e7"] / 1e7
    table = tmp_path / "reports.csv"
    table.write_text(
        f"TYPE;SOUSTYPE;geo_point_2d\nPropreté;Mégots;{lat + 0.01}, {lon}\nPropreté;Mégots;{lat + 0.0001}, {lon}\n"
    )
    run("replay", walk, "--photos", folder, "--reports", table)
    near = run("list", "reports").json[1]
    assert run("list", "photos").json[1]["about"] == near["id"]


def test_lists_are_arrays_and_an_absent_folder_reads_as_empty(run: Run, walk: Path, data: Path) -> None:
    for what in ("walks", "reports", "spaces", "photos"):
        assert run("list", what).json == []
    assert not data.exists()
    assert {entry["code"] for entry in run("list", "territories").json} >= {"paris_19"}
    assert {entry["code"] for entry in run("list", "categories").json} >= {"litter"}
    run("replay", walk)
    (listed,) = run("list", "walks").json
    assert listed["record"] == "exploratory_walk"


def test_a_second_process_that_would_write_is_refused_and_readers_are_not(run: Run, walk: Path, data: Path) -> None:
    with open_store(data):
        _refused(run("replay", walk), "data_in_use")
        assert run("list", "walks").code == 0


def test_a_database_that_is_not_ours_is_refused_and_left_as_it_is(run: Run, walk: Path, data: Path) -> None:
    data.mkdir()
    (data / "walker.db").write_bytes(b"random bytes" * 100)
    _refused(run("replay", walk), "not_a_database")
    assert run("doctor").json["database"]["code"] == "not_a_database"
    assert (data / "walker.db").read_bytes() == b"random bytes" * 100


@pytest.mark.parametrize("typed", [["nonsense"], ["replay"], ["list", "everything"], ["export"], ["pack"]])
def test_usage_errors_are_json_too(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*typed, "--json"]) == 2
    printed = capsys.readouterr()
    assert json.loads(printed.out)["error"]["code"] == "usage"
    assert "walker: " in printed.err


def test_a_tablet_that_is_not_enrolled_cannot_sync(run: Run) -> None:
    _refused(run("sync", "--once"), "not_enrolled")


def test_enrolling_where_no_server_is_says_so(run: Run, data: Path) -> None:
    _refused(run("enrol", "http://127.0.0.1:9", "CODE"), "unreachable")
    _refused(run("enrol", "http://example.org", "CODE"), "insecure_address")
    with open_store(data) as store:
        assert store.outbox.enrolment() is None


@pytest.mark.parametrize("ending", ["geojson", "gpx", "gpkg"])
def test_walks_are_exported_for_other_software(run: Run, walk: Path, tmp_path: Path, ending: str) -> None:
    demo = Path(str(files("resources") / "demo"))
    first = run("replay", walk, "--reports", demo / "reports.csv").json
    run("replay", walk)
    target = tmp_path / f"walks.{ending}"
    done = run("export", first["walk_id"], "--to", target).json
    assert (done["walks"], done["reports"], done["stops"]) == (1, first["reports"]["read"], first["stops"])
    assert target.stat().st_size > 1000
    assert run("export", "--to", target).json["walks"] == 2


def test_an_export_that_cannot_be_made_says_why(run: Run, walk: Path, tmp_path: Path) -> None:
    for ending in ("pdf", "docx"):
        outcome = run("export", "--to", tmp_path / f"walk.{ending}")
        assert (outcome.code, outcome.json["error"]["code"]) == (2, "usage")
    _refused(run("export", "01a20000-0000-7000-8000-000000000001", "--to", tmp_path / "a.gpx"), "unknown_walk")


def test_doctor_tells_of_a_damaged_record_and_ends_with_4(run: Run, walk: Path, data: Path) -> None:
    run("replay", walk)
    assert run("doctor").code == 0
    with open_store(data) as store:
        (kept,) = store.records.all(ExploratoryWalk)
        with store.database.write():
            store.database.execute("UPDATE records SET body = x'7b7d' WHERE id = ?", (kept.id,))
    outcome = run("doctor")
    assert outcome.code == 4
    assert outcome.json["database"]["damaged_records"] == [kept.id]
    assert outcome.json["sqlite"]["safe"] is True
    assert "damaged" in run("list", "walks").words


def test_the_installed_command_is_quiet_and_light(data: Path, walk: Path) -> None:
    """No Qt noise on stderr, and no window toolkit loaded by a command that opens no window."""
    program = (
        "import sys; from walker.cli import main; code = main(sys.argv[1:]);"
        "print('PySide6' in sys.modules); sys.exit(code)"
    )
    typed = [sys.executable, "-c", program, "list", "walks", "--data", str(data), "--json"]
    done = subprocess.run(typed, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, ["[]", "False"], "")
    doctor = [sys.executable, "-m", "walker.cli", "doctor", "--data", str(data), "--json"]
    examined = subprocess.run(doctor, capture_output=True, text=True, check=False)
    assert (examined.returncode, examined.stderr) == (0, "")
    assert set(json.loads(examined.stdout)) >= {"database", "free_bytes", "position", "camera", "clock", "sqlite"}


def test_without_json_a_person_reads_words(data: Path, walk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(walk), "--data", str(data)]) == 0
    assert "track.points: 1529" in capsys.readouterr().out
    assert main(["list", "spaces", "--data", str(data)]) == 0
    assert capsys.readouterr().out == "rien / nothing\n"


def test_a_kit_becomes_a_walk_to_come_and_is_passed_on(run: Run, tmp_path: Path, data: Path) -> None:
    """S-05: `walker import KIT`, `walker export WALK_ID --to FILE.gupkit`."""
    from sync.formats.kit import Kit, read_kit, write_kit
    from sync.protocol.records import Point

    kit, again = tmp_path / "tour.gupkit", tmp_path / "suite.gupkit"
    stops = (Point(lat_e7=488300000, lon_e7=24480000), Point(lat_e7=488310000, lon_e7=24490000))
    kit.write_bytes(write_kit(Kit(title="Le tour", stops=stops, grid_code="women")))
    done = run("import", kit)
    assert (done.code, done.json["title"], done.json["stops"], done.json["grid_code"]) == (0, "Le tour", 2, "women")
    assert run("export", done.json["walk_id"], "--to", again).code == 0
    assert read_kit(again).stops == stops
    _refused(run("export", "--to", again), "kit_of_one_walk")
    listed = run("list", "walks").json
    assert [(walk["state"], walk["title"]) for walk in listed] == [("planned", "Le tour")]


def test_a_route_of_another_program_is_a_kit_too(run: Run, walk: Path) -> None:
    done = run("import", walk)
    assert done.code == 0
    assert 5 < done.json["route_points"] < 300


def test_a_file_that_is_no_kit_is_refused_and_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "photo.gupkit"
    file.write_bytes(b"\xff\xd8 no kit")
    error = _refused(run("import", file), "unknown_format")
    assert error["file"] == str(file) and error["mend"]
    assert run("list", "walks").json == []
