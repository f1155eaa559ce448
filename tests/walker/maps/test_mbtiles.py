"""Reading map packs of other makers, whole and broken (S-178, S-197)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sync.formats.errors import InputError
from walker.maps.mbtiles import MBTiles


def _refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        MBTiles(path).check()
    return caught.value


def test_rows_are_counted_from_the_north_although_the_file_counts_from_the_south(shared_data: Path) -> None:
    path = shared_data / "tiles" / "mbtileserver" / "geography-class-png.mbtiles"
    with sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True) as raw:
        stored = dict(raw.execute("SELECT tile_row, tile_data FROM tiles WHERE zoom_level = 1 AND tile_column = 0"))
    raw.close()
    pack = MBTiles(path)
    assert pack.tile(1, 0, 0) == stored[1] != stored[0] == pack.tile(1, 0, 1)
    pack.close()


def test_a_pack_tells_its_title_zooms_and_bounds(shared_data: Path) -> None:
    pack = MBTiles(shared_data / "tiles" / "mbtileserver" / "geography-class-jpg.mbtiles")
    assert (pack.title, pack.format, pack.minzoom, pack.maxzoom) == ("Geography Class", "jpg", 0, 1)
    assert pack.bounds == (-180, -85.0511, 180, 85.0511)
    assert pack.theme is None
    pack.close()


def test_zooms_and_format_are_found_in_the_tiles_when_the_pack_does_not_say(shared_data: Path) -> None:
    pack = MBTiles(shared_data / "tiles" / "node-mbtiles" / "plain_1.mbtiles")
    assert "minzoom" not in pack.metadata and "format" not in pack.metadata
    assert (pack.format, pack.minzoom, pack.maxzoom) == ("png", 0, 4)
    pack.close()


def test_a_null_tile_is_a_blank_and_its_neighbours_are_shown(shared_data: Path) -> None:
    pack = MBTiles(shared_data / "tiles" / "node-mbtiles" / "corrupt_null_tile.mbtiles")
    found = [pack.tile(1, column, row) for column in range(2) for row in range(2)]
    assert found.count(None) == 1
    assert all(tile is None or tile.startswith(b"\x89PNG") for tile in found)
    pack.close()


@pytest.mark.parametrize(
    ("name", "place"),
    [("node-mbtiles/some-empty-tiles.mbtiles", (2, 0, 3)), ("mbtileserver/invalid-tile-format.mbtiles", (0, 0, 0))],
)
def test_a_missing_tile_and_a_tile_that_is_no_picture_are_blanks(
    shared_data: Path, name: str, place: tuple[int, int, int]
) -> None:
    pack = MBTiles(shared_data / "tiles" / name)
    assert pack.tile(*place) is None
    pack.close()


def test_a_place_outside_the_world_is_a_blank(shared_data: Path) -> None:
    pack = MBTiles(shared_data / "tiles" / "node-mbtiles" / "plain_1.mbtiles")
    assert pack.tile(1, 2, 0) is None and pack.tile(-1, 0, 0) is None and pack.tile(63, 0, 1 << 62) is None
    pack.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tiles/node-mbtiles/corrupt.mbtiles", "pack_unreadable"),
        ("tiles/mbtileserver/world_cities.mbtiles", "pack_vector"),
        ("tiles/mbtileserver/invalid-tile-format.mbtiles", "pack_no_picture"),
        ("tiles/node-mbtiles/with_spaces.mbtiles", "pack_no_picture"),
        ("tiles/stamen_toner_raster_z3.pmtiles", "pack_unreadable"),
        ("photos/exif-samples/no-such-file.mbtiles", "file_missing"),
    ],
)
def test_a_file_that_cannot_be_a_map_is_refused_in_one_line_with_its_name_and_the_mend(
    shared_data: Path, name: str, code: str
) -> None:
    error = _refused(shared_data / name)
    line = str(error)
    assert error.code == code
    assert Path(name).name in line and error.mend is not None and error.mend in line and "\n" not in line


def test_a_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "addresses.mbtiles"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    other.close()
    before = path.read_bytes()
    assert _refused(path).code == "pack_unreadable"
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_pack_cut_in_half_is_refused(shared_data: Path, tmp_path: Path) -> None:
    whole = (shared_data / "tiles" / "mbtileserver" / "geography-class-png.mbtiles").read_bytes()
    path = tmp_path / "half.mbtiles"
    path.write_bytes(whole[: len(whole) // 2])
    assert _refused(path).code == "pack_unreadable"


def test_a_pack_with_bad_sectors_shows_what_is_left_and_is_named_damaged(
    shared_data: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = (shared_data / "tiles" / "mbtileserver" / "geography-class-png.mbtiles").read_bytes()
    first, last = len(whole) // 5, len(whole) // 2
    path = tmp_path / "worn.mbtiles"
    path.write_bytes(whole[:first] + b"\xff" * (last - first) + whole[last:])
    pack = MBTiles(path)
    shown = [pack.tile(1, column, row) for column in range(2) for row in range(2)]
    assert None in shown and any(shown)
    assert [record.message for record in caplog.records if "worn.mbtiles" in record.message] == [caplog.messages[0]]
    with pytest.raises(InputError, match="damaged"):
        pack.check()
    pack.close()


@pytest.mark.parametrize("bounds", ["", "1,2,3", "a,b,c,d", "10,0,-10,5", "0,0,0,0", "-180,-100,180,100"])
def test_nonsense_bounds_are_no_bounds(tmp_path: Path, bounds: str) -> None:
    path = tmp_path / "odd.mbtiles"
    with sqlite3.connect(path) as pack:
        pack.executescript(
            "CREATE TABLE metadata (name TEXT, value TEXT);"
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
        )
        pack.execute("INSERT INTO metadata VALUES ('bounds', ?)", (bounds,))
    pack.close()
    opened = MBTiles(path)
    assert opened.bounds is None
    opened.close()
