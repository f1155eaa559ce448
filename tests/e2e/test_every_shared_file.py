"""Every file of the shared data, given to every command that takes a file: used or refused by name, never a surprise.

"The commands of DESIGN §6 behave as written on every file of the shared data": any file may be handed to any option.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.formats.tracklog import read_log
from sync.protocol import track
from sync.protocol.records import Photo, Report, TrackSegment
from tests.e2e.walker_command import DONE, REFUSED, Run, walker, walker_here
from walker.store import open_store

# Far above what was measured (0.3 s a log, 4 s for 4,959 reports), so that only a runaway fails.
FILE_LIMIT_S = 30.0
PHOTO_SHARES = 7  # odd: photos and their notes lie side by side

Command = Callable[[Path, Path], Run]


@pytest.fixture
def walk(shared_data: Path) -> Path:
    """A recorded walk in a city, for the commands that need one beside the file in question."""
    return shared_data / "gps" / "gpsbabel" / "simplify-relative.gpx"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _sweep(files: list[Path], scratch: Path, command: Command, judge: Callable[[Path, Path, Any], None]) -> int:
    """Run the command on each file; how many it took."""
    taken = 0
    assert len(files) > 300
    for number, file in enumerate(files):
        data = scratch / str(number)
        start = time.monotonic()
        run = command(file, data)
        assert time.monotonic() - start < FILE_LIMIT_S, file
        if run.code == DONE:
            judge(file, data, run.out)
            taken += 1
            continue
        error = run.error
        assert error["file"] == str(file), (file, error)
        assert str(file) in run.err and error["mend"] in run.err, run.err
        assert not data.exists(), f"{file} was refused, and yet something was written"
    return taken


def test_every_file_as_a_log_is_recorded_whole_or_refused_by_name(tmp_path: Path, shared_data: Path) -> None:
    """S-82, issue 2 "Bad input": every point of a log that is read is kept on disk, errors of the receiver included."""

    def judge(file: Path, data: Path, result: Any) -> None:
        kept = result["track"]
        assert kept["points"] == read_log(file).points == kept["kept"] + kept["outliers"], file
        assert kept["length_m"] >= 0
        assert (kept["seconds"] or 0) >= 0
        with open_store(data, writable=False) as store:
            segments = store.records.all(TrackSegment, walk_id=result["walk_id"])
        assert sum(len(track.unpack(segment.points, segment.count)) for segment in segments) == kept["points"], file

    taken = _sweep(_files(shared_data), tmp_path, lambda file, data: walker_here("replay", file, "--data", data), judge)
    assert taken >= 42  # every log that holds one recorded position


def test_every_file_as_reports_gives_each_row_a_record_or_a_refusal(
    tmp_path: Path, shared_data: Path, walk: Path
) -> None:
    def judge(file: Path, data: Path, result: Any) -> None:
        rows = result["reports"]
        assert rows["read"] + len(rows["refused"]) == 4959, file
        assert rows["read"] == 4959, rows["refused"][:3]
        with open_store(data, writable=False) as store:
            assert len(store.records.all(Report, walk_id=result["walk_id"])) == rows["read"]

    taken = _sweep(
        _files(shared_data),
        tmp_path,
        lambda file, data: walker_here("replay", walk, "--reports", file, "--data", data),
        judge,
    )
    assert taken == 2  # dans_ma_rue as CSV and as GeoJSON; no other file says both what and where


def test_every_file_as_a_map_pack_is_taken_or_refused_by_name(tmp_path: Path, shared_data: Path) -> None:
    taken = set()
    for number, file in enumerate(_files(shared_data)):
        run = walker_here("pack", "import", file, "--data", tmp_path / str(number))
        if run.code == DONE:
            assert file.suffix in (".mbtiles", ".csv", ".json", ".geojson"), file  # a map, or a list of addresses
            taken.add(file.suffix)
        else:
            assert run.error["file"] == str(file)
            assert run.error["mend"] in run.err
    assert ".mbtiles" in taken


@pytest.mark.parametrize("share", range(PHOTO_SHARES))
def test_every_file_as_a_photo_is_read_or_refused_by_name(
    tmp_path: Path, shared_data: Path, walk: Path, share: int
) -> None:
    """S-99: a folder of anything; what is no picture is named and the rest goes on. Each share a part of the files."""
    folder = tmp_path / "photos"
    folder.mkdir()
    files = _files(shared_data)[share::PHOTO_SHARES]
    for number, file in enumerate(files):
        (folder / f"{number:03d} {file.name}").symlink_to(file)

    run = walker_here("replay", walk, "--photos", folder, "--data", tmp_path / "data")

    assert run.code == DONE
    photos = run.out["photos"]
    assert photos["read"] + len(photos["refused"]) == len(files)
    assert 0 <= photos["placed"] <= photos["read"]
    assert photos["read"] >= 10
    for refusal in photos["refused"]:
        assert (folder / refusal["file"]).is_file()
        assert refusal["code"] in ("empty", "not_a_picture", "heic_unreadable", "too_large", "truncated", "unreadable")
        assert Path(refusal["file"]).name in refusal["message"]
    with open_store(tmp_path / "data", writable=False) as store:
        kept = store.records.all(Photo)
        assert len(kept) == photos["read"]
        assert sum(photo.position is not None for photo in kept) == photos["placed"]
        assert {store.photos.state(photo) for photo in kept} == {"held"}  # nobody looked at them yet


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("gpsbabel/simplify-relative.gpx", 100),
        ("gpsbabel/nmea+ms.txt", 32),
        ("geolife/000_20081028003826.plt", 1477),
        ("nmea/TrimbleR1.txt", 316),
        ("gpx-edge-cases/no_trkpt.gpx", None),
    ],
)
def test_a_process_of_its_own_says_the_same_as_this_one(
    tmp_path: Path, shared_data: Path, name: str, points: int | None
) -> None:
    """The sweeps run in this process; here the command runs as a person runs it, from another folder."""
    log = shared_data / "gps" / name
    run = walker("replay", log, "--data", tmp_path / "data", cwd=tmp_path)
    here = walker_here("replay", log, "--data", tmp_path / "here")
    assert run.code == here.code == (REFUSED if points is None else DONE)
    if points is None:
        assert run.out == here.out
        assert run.err == here.err
    else:
        assert run.out["track"] == here.out["track"]
        assert run.out["track"]["points"] == points
