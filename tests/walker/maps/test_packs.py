"""The packs of a tablet: listing, taking in, drawing (`walker pack`)."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pytest

from sync.formats.errors import InputError
from walker.maps.packs import build_demonstration, build_packs, import_pack, list_packs


def test_an_imported_pack_is_a_whole_copy_and_is_listed(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "tiles" / "node-mbtiles" / "plain_1.mbtiles"
    pack = import_pack(tmp_path, source)
    assert (tmp_path / "packs" / "plain_1.mbtiles").read_bytes() == source.read_bytes()
    assert list_packs(tmp_path) == [pack]
    assert (pack.format, pack.minzoom, pack.maxzoom, pack.problem) == ("png", 0, 4, None)
    assert json.loads(json.dumps(pack.as_dict()))["name"] == "plain_1"


@pytest.mark.parametrize(
    "name",
    ["node-mbtiles/corrupt.mbtiles", "mbtileserver/world_cities.mbtiles", "mbtileserver/invalid-tile-format.mbtiles",
     "node-mbtiles/with_spaces.mbtiles", "near-badschandau-z10-11.pmtiles", "osm/monaco-latest.osm.pbf"],
)  # fmt: skip
def test_a_pack_that_cannot_be_shown_is_refused_and_nothing_is_written(
    shared_data: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(InputError) as caught:
        import_pack(tmp_path, shared_data / "tiles" / name)
    assert Path(name).name in str(caught.value)
    assert list(tmp_path.rglob("*")) == []


def test_a_full_disk_is_said_and_the_pack_that_was_there_stays(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = shared_data / "tiles" / "node-mbtiles" / "plain_1.mbtiles"
    import_pack(tmp_path, source)

    def full(source: Path, part: Path) -> None:
        part.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(InputError) as caught:
        import_pack(tmp_path, source)
    assert caught.value.code == "pack_no_room"
    folder = tmp_path / "packs"
    assert [path.name for path in folder.iterdir()] == ["plain_1.mbtiles"]
    assert (folder / "plain_1.mbtiles").read_bytes() == source.read_bytes()


def test_a_pack_that_went_bad_in_the_folder_is_listed_with_its_problem(shared_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "bad.mbtiles").write_bytes((shared_data / "tiles" / "node-mbtiles" / "corrupt.mbtiles").read_bytes())
    (listed,) = list_packs(tmp_path)
    assert listed.name == "bad" and listed.problem is not None and "bad.mbtiles" in listed.problem


def test_an_empty_data_folder_has_no_packs(tmp_path: Path) -> None:
    assert list_packs(tmp_path) == [] and list(tmp_path.iterdir()) == []


def test_drawing_a_map_gives_one_pack_by_day_and_one_by_night(crossing_file: Path, tmp_path: Path) -> None:
    built = build_packs(tmp_path, crossing_file, title="Croisement", name="croisement")
    assert [(pack.name, pack.theme) for pack in built] == [("croisement-day", "day"), ("croisement-night", "night")]
    assert list_packs(tmp_path) == built


def test_the_demonstration_map_is_small_and_has_every_zoom(tmp_path: Path) -> None:
    built = build_demonstration(tmp_path)
    assert [pack.name for pack in built] == ["demo_quartier-day", "demo_quartier-night"]
    assert all((pack.minzoom, pack.maxzoom) == (13, 18) and pack.size < 5_000_000 for pack in built)
