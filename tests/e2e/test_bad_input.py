"""Input that cannot be used: exit code 4, one line that names file, place and mend, nothing written, nothing lost.

The list of the issue, and what else people, cards and offices hand to a program. One bad photo or row among good ones
is refused by name and the rest goes on.
"""

from __future__ import annotations

import io
import os
import sqlite3
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sync.protocol.records import ExploratoryWalk, Photo, Report
from tests.e2e.walker_command import DONE, REFUSED, USAGE, WORK_LEFT, Run, walker, walker_here
from walker.store import open_store

PARIS = "<trkpt lat='48.8867' lon='2.3553'><time>2026-05-12T18:{minute:02d}:00Z</time></trkpt>"


@pytest.fixture
def walk(shared_data: Path) -> Path:
    return shared_data / "gps" / "gpsbabel" / "simplify-relative.gpx"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


def gpx(*points: str) -> bytes:
    return f"<gpx version='1.1'><trk><trkseg>{''.join(points)}</trkseg></trk></gpx>".encode()


def put(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def refused(run: Run, data: Path, *, code: str, file: object = None, place: str | None = None) -> None:
    """The contract of a refusal, and that nothing came into the data folder."""
    error = run.error
    assert error["code"] == code, error
    assert error.get("mend"), error
    assert error["mend"] in run.err
    assert error.get("file") == (None if file is None else str(file))
    if place is not None:
        assert error["place"] == place
        assert place in run.err
    assert not data.exists(), list(data.iterdir())


# --- logs


@pytest.mark.parametrize(
    ("name", "content", "code", "place"),
    [
        ("empty.gpx", b"", "file_empty", None),
        ("zeros.gpx", b"\0" * 4096, "file_empty", None),
        ("cut in its header.gpx", b"<?xml version='1.0'?><gpx><trk><trks", "log_no_fix", "line 1"),
        ("another planet.gpx", gpx("<trkpt lat='200' lon='2'/>"), "log_off_planet", "line 1"),
        ("nowhere.gpx", gpx("<trkpt lat='0' lon='0'/>"), "log_no_fix", "line 1"),
        ("no number.gpx", gpx("<trkpt lat='nan' lon='inf'/>"), "log_no_fix", "line 1"),
        ("no fix.nmea", b"$GPGGA,120000,,,,,0,00,,,M,,M,,*5A\n", "log_no_fix", None),
        ("bomb.gpx", b"<!DOCTYPE g [<!ENTITY a 'aaa'>]><gpx>&a;</gpx>", "log_malformed", "line 1"),
        ("mixed up.gpx", b"<gpx><trk></trkseg></gpx>", "log_malformed", "line 1"),
        ("other.kml", b"<kml><Document/></kml>", "unknown_format", None),
        ("columns.csv", b"a;b\n1;2\n", "table_columns_missing", "row 1"),
        ("words.gpx", "une marche\nà la Goutte d’Or".encode(), "unknown_format", None),
        ("with a\nline feed é.gpx", b"x", "unknown_format", None),
    ],
)
def test_a_log_that_cannot_be_used_is_refused_with_its_name_its_place_and_a_mend(
    tmp_path: Path, name: str, content: bytes, code: str, place: str | None
) -> None:
    log, data = put(tmp_path, name, content), tmp_path / "data"
    refused(walker_here("replay", log, "--data", data), data, code=code, file=log, place=place)


def test_what_is_no_file_at_all_is_refused_as_a_log(tmp_path: Path, data: Path) -> None:
    for log, code in (
        (tmp_path / "not there.gpx", "file_missing"),
        (tmp_path, "file_unreadable"),
        (Path("/dev/null"), "file_empty"),
        (Path("/dev/zero"), "file_too_large"),
    ):
        refused(walker_here("replay", log, "--data", data), data, code=code, file=log)


def test_a_log_cut_in_the_middle_keeps_all_before_the_cut(tmp_path: Path, data: Path, walk: Path) -> None:
    content = walk.read_bytes()
    run = walker_here("replay", put(tmp_path, "cut.gpx", content[: len(content) // 2]), "--data", data)
    assert run.code == DONE
    assert run.out["track"]["points"] == content[: len(content) // 2].count(b"</trkpt>")
    assert "truncated: 1 left out, the first at" in run.err  # what was lost is said


@pytest.mark.parametrize(
    ("name", "content", "points"),
    [
        (
            "year one.gpx",
            gpx(PARIS.format(minute=1), "<trkpt lat='48' lon='2'><time>0001-01-01T00:00:00Z</time></trkpt>"),
            2,
        ),
        ("year 9999.gpx", gpx("<trkpt lat='48' lon='2'><time>9999-12-31T23:59:59-14:00</time></trkpt>"), 1),
        ("accuracy.csv", b"lat,lon,accuracy\n48,2,1e400\n48,2,nan\n48,2,-1\n48,2,5\n", 4),
        ("dilution.gpx", gpx("<trkpt lat='48' lon='2'><hdop>1e308</hdop></trkpt>", PARIS.format(minute=2)), 2),
        ("dilution.nmea", b"$GPGGA,120000,4851.000,N,00220.000,E,1,05,1e308,1e308,M,,M,,\n", 1),
        ("poles.gpx", gpx("<trkpt lat='90' lon='180'/>", "<trkpt lat='-90' lon='-180'/>"), 2),
        ("stands still.gpx", gpx(*[PARIS.format(minute=3)] * 50), 50),
        ("backwards.gpx", gpx(*[PARIS.format(minute=minute) for minute in range(59, 0, -1)]), 59),
    ],
)
def test_numbers_beyond_reason_cost_themselves_and_never_the_walk(
    tmp_path: Path, data: Path, name: str, content: bytes, points: int
) -> None:
    run = walker_here("replay", put(tmp_path, name, content), "--data", data)
    assert run.code == DONE
    assert run.out["track"]["points"] == points
    exported = walker_here("export", "--to", tmp_path / "back.geojson", "--data", data)
    assert exported.out["walks"] == 1  # what was kept can be read again


# --- photos


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_without_denominators() -> bytes:
    """A picture whose GPS coordinates and direction are all divided by zero."""
    from PIL import Image

    zero = struct.pack("<II", 48, 0)
    entries, values, at = [], b"", 8 + 2 + 12 + 4 + 2 + 5 * 12 + 4
    for tag, kind, count in ((1, 2, 2), (2, 5, 3), (3, 2, 2), (4, 5, 3), (17, 5, 1)):
        if kind == 2:
            entries.append(struct.pack("<HHI4s", tag, kind, count, b"N\0\0\0"))
        else:
            entries.append(struct.pack("<HHII", tag, kind, count, at + len(values)))
            values += zero * count
    gps = struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", 0) + values
    first = struct.pack("<H", 1) + struct.pack("<HHII", 0x8825, 4, 1, 8 + 2 + 12 + 4) + struct.pack("<I", 0)
    buffer = io.BytesIO()
    exif = b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + gps
    Image.new("RGB", (64, 48), (90, 120, 90)).save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def test_bad_photos_are_refused_by_name_and_the_good_ones_go_on(
    tmp_path: Path, data: Path, shared_data: Path, walk: Path
) -> None:
    """Text, a bomb, an empty file, broken EXIF, duplicates, links, sub-folders, names that are no text."""
    good = (shared_data / "photos" / "exif-samples" / "jpg" / "gps" / "DSCN0010.jpg").read_bytes()
    folder = tmp_path / "carte SD"
    inside = folder / "sous-dossier é\nx"
    inside.mkdir(parents=True)
    put(folder, "une photo.jpg", good)
    put(folder, "la même.jpg", good)
    put(inside, "en dessous.JPG", good)
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.jpg")).write_bytes(good)
    put(folder, "sans dénominateur.jpg", jpeg_without_denominators())
    (folder / "lien.jpg").symlink_to("une photo.jpg")
    put(folder, "texte.jpg", b"bonjour")
    put(folder, "vide.jpg", b"")
    put(folder, "immense.png", png(60_000, 60_000))
    put(folder, "coupée.jpg", good[:200])
    (folder / "lien mort.jpg").symlink_to("parti.jpg")
    (folder / "boucle").symlink_to(folder)

    run = walker("replay", walk, "--photos", folder, "--photos-checked", "--data", data)

    assert run.code == DONE
    photos = run.out["photos"]
    codes = {line["file"]: line["code"] for line in photos["refused"]}
    assert codes.pop("coupée.jpg") in ("truncated", "unreadable")
    assert codes == {
        "texte.jpg": "not_a_picture",
        "vide.jpg": "empty",
        "immense.png": "too_large",
        "lien mort.jpg": "unreadable",
    }
    assert photos["read"] == 6
    assert photos["placed"] == 5  # a position divided by zero is no position
    with open_store(data, writable=False) as store:
        assert len(store.records.all(Photo)) == 6
    assert len(walker("list", "photos", "--data", data).out) == 6


def test_a_folder_of_photos_that_is_none_is_refused_before_anything_is_written(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    for folder in (tmp_path / "not there", put(tmp_path, "a file", b"x")):
        refused(
            walker_here("replay", walk, "--photos", folder, "--data", data), data, code="folder_missing", file=folder
        )


def test_a_sub_folder_and_a_photo_without_rights_are_named_and_the_rest_goes_on(
    tmp_path: Path, data: Path, shared_data: Path, walk: Path
) -> None:
    good = (shared_data / "photos" / "exif-samples" / "jpg" / "gps" / "DSCN0010.jpg").read_bytes()
    folder = tmp_path / "photos"
    put(folder, "ouverte.jpg", good)
    put(folder, "fermée.jpg", good).chmod(0)
    put(folder / "dossier fermé", "perdue.jpg", good)
    (folder / "dossier fermé").chmod(0)
    run = walker("replay", walk, "--photos", folder, "--data", data, ordinary=True)
    assert run.code == DONE
    assert run.out["photos"]["read"] == 1
    names = {line["file"]: line["code"] for line in run.out["photos"]["refused"]}
    assert names == {"fermée.jpg": "unreadable", "dossier fermé": "unreadable"}

    folder.chmod(0)
    other = tmp_path / "other"
    run = walker("replay", walk, "--photos", folder, "--data", other, ordinary=True)
    refused(run, other, code="folder_unreadable", file=folder)
    folder.chmod(0o700)
    (folder / "dossier fermé").chmod(0o700)
    log = put(tmp_path, "walk.gpx", walk.read_bytes())
    log.chmod(0)
    refused(walker("replay", log, "--data", other, ordinary=True), other, code="file_unreadable", file=log)


# --- reports


def test_a_table_of_windows_1252_with_semicolons_and_decimal_commas_is_read(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    table = put(
        tmp_path,
        "réunion.csv",
        "Type;Sous-type;Latitude;Longitude;Description;Date\r\n"
        "Propreté;Dépôt sauvage;48,8867;2,3553;Près de l’école – « rien à voir »;12/03/2024 18h30\r\n"
        "Voirie;Nid-de-poule;quarante-huit;2,3;;12/03/2024\r\n"
        "Éclairage;Lampadaire éteint;48,8868;2,3554;;\r\n".encode("cp1252"),
    )
    run = walker_here("replay", walk, "--reports", table, "--data", data)
    assert run.code == DONE
    assert run.out["reports"]["read"] == 2
    assert [(line["row"], line["code"]) for line in run.out["reports"]["refused"]] == [(3, "bad_position")]
    first = walker_here("list", "reports", "--data", data).out[0]
    assert first["position"]["lat_e7"] == 488867000
    assert first["text"] == "Près de l’école – « rien à voir »"
    assert first["category_words"] == "Propreté – Dépôt sauvage"
    assert first["observed_at"] == "2024-03-12T17:30:00.000Z"


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "file_empty", None),
        (b"a;b;c\n1;2;3\n", "table_columns_missing", "row 1"),
        (b"type;adresse\n", "table_empty", None),
        (b"type;soustype\nx;y\n", "table_columns_missing", "row 1"),
        (b'{"type":"FeatureCollection","features":[]}', "table_empty", None),
        (b'{"type":"Topology"}', "unknown_format", None),
        (b'{"type":"FeatureCollection","features":[', "table_malformed", "line 1"),
        (b"[" * 100_000, "table_malformed", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown_format", None),
    ],
)
def test_a_table_that_holds_no_reports_is_refused_and_the_walk_is_not_written_either(
    tmp_path: Path, walk: Path, content: bytes, code: str, place: str | None
) -> None:
    table, data = put(tmp_path, "reports.csv", content), tmp_path / "data"
    run = walker_here("replay", walk, "--reports", table, "--data", data)
    refused(run, data, code=code, file=table, place=place)


def test_rows_beyond_reason_are_refused_one_by_one_or_lose_what_is_no_date(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    table = put(
        tmp_path,
        "rows.csv",
        b"type,lat,lon,date\n"
        b"too far,1e400,2,\n"
        b"never,48,2,0001-01-01T00:00:00\n"
        b"too late,48,2,9999-12-31T23:59:59\n"
        b",,,\n"
        b"good,48,2,2024-05-01\n",
    )
    run = walker_here("replay", walk, "--reports", table, "--data", data)
    assert run.code == DONE
    codes = [(line["row"], line["code"]) for line in run.out["reports"]["refused"]]
    assert codes == [(2, "bad_position"), (5, "empty_row")]
    assert run.out["reports"]["read"] == 3
    dates = [report.get("observed_at") for report in walker_here("list", "reports", "--data", data).out]
    assert dates == [None, None, "2024-05-01T12:00:00.000Z"]


def test_half_a_character_and_a_feature_that_is_none_do_not_stop_the_others(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    feature = '{"type":"Feature","properties":{"type":%s},"geometry":{"type":"Point","coordinates":%s}}'
    features = [feature % ('"\\ud83d coupé"', "[2,48]"), feature % ('"x"', "[NaN,Infinity]"), "3", "null"]
    table = put(tmp_path, "r.geojson", f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'.encode())
    run = walker_here("replay", walk, "--reports", table, "--data", data)
    assert run.code == DONE
    assert run.out["reports"]["read"] == 1
    codes = [line["code"] for line in run.out["reports"]["refused"]]
    assert codes == ["bad_position", "not_a_feature", "not_a_feature"]


# --- words


@pytest.mark.parametrize(
    ("option", "typed", "code"),
    [
        ("--territory", "QP000000", "unknown_territory"),
        ("--territory", "", "unknown_territory"),
        ("--public", "everybody", "unknown_public"),
        ("--theme", "x\ny", "unknown_theme"),
    ],
)
def test_a_code_that_does_not_exist_is_refused_and_never_guessed(
    data: Path, walk: Path, option: str, typed: str, code: str
) -> None:
    refused(walker_here("replay", walk, option, typed, "--data", data), data, code=code)


def test_an_unknown_category_in_a_file_is_kept_in_its_own_words(tmp_path: Path, data: Path, walk: Path) -> None:
    """DESIGN §2: an unknown code is refused where a person types it, never where it arrives in a file."""
    table = put(tmp_path, "r.csv", "type,adresse\nPlouf et patatras,1 rue Léon\n".encode())
    assert walker_here("replay", walk, "--reports", table, "--data", data).out["reports"]["read"] == 1
    (report,) = walker_here("list", "reports", "--data", data).out
    assert (report["category"], report["category_words"]) == ("other", "Plouf et patatras")


def test_what_is_no_command_is_a_usage_error_and_writes_nothing(tmp_path: Path, data: Path, walk: Path) -> None:
    for words in (
        ("replay",),
        ("replay", walk, "--photo", tmp_path),  # an abbreviation would break the day an option is added
        ("list", "everything"),
        ("export", "--to", tmp_path / "walk.doc"),
    ):
        run = walker_here(*words, "--data", data)
        assert run.code == USAGE, words
        assert run.out["error"]["code"] == "usage"
        assert not data.exists()


def test_the_data_folder_may_be_said_before_or_after_the_command(data: Path, walk: Path) -> None:
    assert walker_here("--data", data, "replay", walk).code == DONE
    assert len(walker_here("list", "walks", "--data", data).out) == 1
    assert len(walker_here("--data", data, "list", "walks").out) == 1


def test_names_that_are_no_text_come_back_as_json_on_a_console_of_another_encoding(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    log = os.fsencode(tmp_path) + b"/caf\xe9.gpx"
    Path(os.fsdecode(log)).write_bytes(b"x")
    ascii_console = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = walker("replay", log, "--data", data, env=ascii_console)
    refused(run, data, code="unknown_format", file=os.fsdecode(log))
    run = walker("replay", walk, "--title", b"caf\xe9", "--data", data, env=ascii_console)
    assert run.code == DONE


def test_a_reader_that_hangs_up_and_a_full_output_end_without_a_traceback(data: Path) -> None:
    command = [sys.executable, "-m", "walker.cli", "list", "categories", "--json", "--data", str(data)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=50, check=False)
    assert done.returncode == REFUSED
    assert len(done.stderr.splitlines()) == 1
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=50, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (DONE, "")


# --- servers


@contextmanager
def answering(content_type: str, body: bytes, status: int = 200) -> Iterator[str]:
    """Something that speaks HTTP and is no GUP server, such as the gate of a station's Wi-Fi."""

    class Gate(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_what_is_no_server_is_refused_in_one_line_and_nothing_is_enrolled(data: Path) -> None:
    portal = b"<html>Bienvenue sur le Wi-Fi</html>"
    for kind, body, status in (
        ("text/html", portal, 200),
        ("application/json", b"{}", 200),
        ("application/json", b"{", 200),
        ("application/json", b"[" * 100_000, 200),
        ("text/html", portal, 500),
        ("application/json", b'{"error":"no_such_code","message":"?"}', 400),
    ):
        with answering(kind, body, status) as url:
            error = walker_here("enrol", url, "CODE", "--data", data).error
        assert error["code"] in ("not_a_server", "server_fault", "server_busy"), (kind, body[:40], error)
        assert url in error["message"]
    for url, code in (
        ("http://127.0.0.1:9", "unreachable"),
        ("http://gup.example.org", "insecure_address"),
        ("ftp://gup.example.org", "not_a_server"),
        ("gup.example.org", "not_a_server"),
        ("https://[", "not_a_server"),
        ("http://127.0.0.1:99999", "not_a_server"),
        ("", "not_a_server"),
    ):
        assert walker_here("enrol", url, "CODE", "--data", data).error["code"] == code, url
    assert walker_here("sync", "--once", "--data", data).error["code"] == "not_enrolled"


def gup(*words: object) -> subprocess.CompletedProcess[str]:
    """Run `gup` to its end."""
    environment = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    command = [sys.executable, "-m", "sync.server.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=50, check=False, env=environment)


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """A real `gup serve`; its address."""
    environment = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    command = [sys.executable, "-m", "sync.server.cli", "serve", "--data", str(data), "--bind", "127.0.0.1:0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(timeout=5) == 0


def refused_by_gup(done: subprocess.CompletedProcess[str], *said: object) -> None:
    """Exit code 4 and one line that names what was given."""
    assert done.returncode == REFUSED, done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for word in said:
        assert str(word) in done.stderr


@pytest.mark.timeout(150)  # many starts of the real server
def test_a_wrong_or_used_enrolment_code_is_refused_and_the_right_one_still_works(
    tmp_path: Path, data: Path, walk: Path
) -> None:
    office = tmp_path / "office"
    with serving(office) as url:
        code = gup("enrol-code", "--data", office).stdout.strip()
        assert walker_here("enrol", url, "AAAA-AAAA", "--data", data).error["code"] == "bad_enrol_code"
        assert walker_here("enrol", url, "é\n'; --", "--data", data).error["code"] == "bad_enrol_code"
        assert walker_here("enrol", url, code, "--data", data).code == DONE
        for again in (data, tmp_path / "another tablet"):
            assert walker_here("enrol", url, code, "--data", again).error["code"] == "bad_enrol_code"
        # The refusal cost the tablet nothing: it is still enrolled, and what it records arrives.
        assert walker_here("replay", walk, "--data", data).code == DONE
        sent = walker_here("sync", "--once", "--data", data)
        assert (sent.code, sent.out["left"], sent.out["kept"]) == (DONE, 0, 0)
        assert sent.out["sent"] >= 2
        refused_by_gup(gup("restore", walk, "--data", office), office)  # not while it runs
        refused_by_gup(gup("serve", "--data", office, "--bind", "127.0.0.1:0"), office)
        refused_by_gup(gup("enrol-code", "--territory", "NOPE", "--data", office), "NOPE")
    away = walker_here("sync", "--once", "--data", data)
    assert (away.code, away.out["left"]) == (WORK_LEFT, 0)  # nothing to send, and yet it could not ask for news
    assert url.rstrip("/") in away.err


def test_territory_files_that_hold_none_are_refused_by_name(tmp_path: Path, shared_data: Path) -> None:
    office = tmp_path / "office"
    given = {
        "empty": put(tmp_path, "empty.geojson", b""),
        "words": shared_data / "SOURCE.md" if (shared_data / "SOURCE.md").is_file() else shared_data / "README.md",
        "a log": shared_data / "gps" / "gpsbabel" / "simplify-relative.gpx",
        "points": shared_data / "dansmarue" / "dans_ma_rue.geojson",
        "cut": put(tmp_path, "cut.geojson", b'{"type":"FeatureCollection","features":['),
        "missing": tmp_path / "missing.geojson",
        "folder": tmp_path,
    }
    for what, file in given.items():
        done = gup("import", "territories", file, "--data", office)
        assert done.returncode == REFUSED, (what, done)
        refused_by_gup(done, file)


@pytest.mark.timeout(150)  # many starts of the real server
def test_a_server_database_of_random_bytes_of_another_program_or_newer_is_left_as_it_is(tmp_path: Path) -> None:
    office = tmp_path / "office"
    assert gup("enrol-code", "--data", office).returncode == DONE
    file = office / "gup.sqlite3"
    with sqlite3.connect(file) as newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999_later', '2030-01-01')"
        )
    newer.close()
    foreign = tmp_path / "foreign.sqlite3"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
    other.close()
    for content in (file.read_bytes(), foreign.read_bytes(), os.urandom(9000)):
        for leftover in office.glob("gup.sqlite3-*"):
            leftover.unlink()
        file.write_bytes(content)
        for command in (("check",), ("serve", "--bind", "127.0.0.1:0")):
            refused_by_gup(gup(*command, "--data", office), file)
        assert file.read_bytes() == content


# --- disks, folders and databases


def walks_in(data: Path) -> int:
    with open_store(data, writable=False) as store:
        return len(store.records.all(ExploratoryWalk))


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size. Mounting is the right of root: without it this fails and says so, it is not passed over."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"the right to mount (root, CAP_SYS_ADMIN) is missing: {done.stderr}"
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("size", ["20k", "60k", "200k", "400k"])
def test_a_full_disk_is_said_in_one_line_writes_no_half_walk_and_loses_none(
    tmp_path: Path, shared_data: Path, walk: Path, size: str
) -> None:
    """Sizes at which the database, its log, the key and the rows run out of room in turn."""
    reports = tmp_path / "reports.csv"
    rows = (shared_data / "dansmarue" / "dans_ma_rue.csv").read_text().splitlines(keepends=True)
    reports.write_text("".join(rows[:1001]))
    with small_disk(tmp_path / "disk", size) as disk:
        data = disk / "data"
        error = walker("replay", walk, "--reports", reports, "--data", data).error
        assert error["code"] in ("disk_full", "disk_error")
        assert error["file"].startswith(str(data))
        assert error["mend"]
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        assert walks_in(data) == 0
        run = walker("replay", walk, "--reports", reports, "--data", data)
        assert run.code == DONE
        assert run.out["reports"]["read"] == 1000


def test_a_disk_that_fills_up_among_the_photos_says_what_is_saved(
    tmp_path: Path, shared_data: Path, walk: Path
) -> None:
    photos = shared_data / "photos" / "exif-samples" / "jpg" / "orientation"
    with small_disk(tmp_path / "disk", "700k") as disk:
        data = disk / "data"
        run = walker("replay", walk, "--photos", photos, "--data", data)
        assert run.code == REFUSED
        assert run.out["error"]["code"] == "disk_full"
        (saved,) = walker("list", "walks", "--data", data).out
        assert saved["id"] in run.out["error"]["message"]
        kept = walker("list", "photos", "--data", data).out
        assert 0 < len(kept) < 8
        assert walker("doctor", "--data", data).out["sound"]


@pytest.mark.parametrize("content", [os.urandom(9000), b"bonjour", b"SQLite format 3\0", b"\0" * 5000])
def test_a_file_in_the_place_of_the_database_is_left_as_it_is(data: Path, walk: Path, content: bytes) -> None:
    file = put(data, "walker.db", content)
    for command in (("replay", walk), ("list", "walks"), ("export", "--to", data / "x.gpx"), ("sync", "--once")):
        error = walker_here(*command, "--data", data).error
        assert (error["code"], error["file"]) == ("not_a_database", str(file)), command
        assert error["mend"]
    doctor = walker_here("doctor", "--data", data)
    assert doctor.code == REFUSED
    assert doctor.out["database"]["code"] == "not_a_database"
    assert doctor.err.count("\n") == 1
    assert file.read_bytes() == content


def test_a_database_of_another_program_or_of_a_newer_version_is_left_as_it_is(data: Path, walk: Path) -> None:
    data.mkdir()
    file = data / "walker.db"
    with sqlite3.connect(file) as foreign:
        foreign.execute("CREATE TABLE notes (text TEXT)")
    foreign.close()
    before = file.read_bytes()
    assert walker_here("replay", walk, "--data", data).error["code"] == "foreign_database"
    assert file.read_bytes() == before

    file.unlink()
    assert walker_here("replay", walk, "--data", data).code == DONE
    content = bytearray(file.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")  # SQLite's user_version
    file.write_bytes(content)
    for command in (("replay", walk), ("list", "walks")):
        error = walker_here(*command, "--data", data).error
        assert error["code"] == "database_too_new"
        assert "newer" in error["message"]
    assert file.read_bytes() == content


def test_a_data_folder_that_is_a_file_is_refused_for_reading_too(tmp_path: Path, walk: Path) -> None:
    file = put(tmp_path, "data", b"precious")
    for command in (("replay", walk), ("list", "walks"), ("sync", "--once")):
        for data in (file, file / "below"):
            error = walker_here(*command, "--data", data).error
            assert error["code"] == "folder_unusable", command
    assert file.read_bytes() == b"precious"


def test_a_data_folder_without_the_right_to_write_is_refused_and_can_still_be_read(data: Path, walk: Path) -> None:
    assert walker("replay", walk, "--data", data).code == DONE
    data.chmod(0o500)
    (data / "walker.lock").chmod(0o400)
    assert walker("replay", walk, "--data", data, ordinary=True).error["code"] == "read_only"
    assert len(walker("list", "walks", "--data", data, ordinary=True).out) == 1
    data.chmod(0o000)
    assert walker("list", "walks", "--data", data, ordinary=True).error["code"] == "read_only"
    data.chmod(0o700)
    assert walks_in(data) == 1


def test_a_second_process_that_would_write_is_refused_and_a_reader_is_not(data: Path, walk: Path) -> None:
    assert walker_here("replay", walk, "--data", data).code == DONE
    with open_store(data):
        error = walker("replay", walk, "--data", data).error
        assert (error["code"], error["file"]) == ("data_in_use", str(data))
        assert len(walker("list", "walks", "--data", data).out) == 1
    assert walks_in(data) == 1


def test_many_that_start_at_once_record_a_walk_or_are_refused_and_nothing_is_torn(data: Path, walk: Path) -> None:
    command = [sys.executable, "-m", "walker.cli", "replay", str(walk), "--data", str(data), "--json"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    ended = [(process.communicate(timeout=50), process.returncode) for process in started]
    assert {code for _, code in ended} <= {DONE, REFUSED}, ended
    done = [code for _, code in ended if code == DONE]
    assert done
    assert all("data_in_use" in out for (out, _), code in ended if code == REFUSED)
    assert walks_in(data) == len(done)
    with open_store(data, writable=False) as store:
        assert store.database.integrity() == []
        assert store.records.all(Report) == []
