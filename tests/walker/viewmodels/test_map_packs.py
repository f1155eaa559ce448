"""Maps open where the packs of the tablet are, and are served only once a page shows one."""

from __future__ import annotations

from pathlib import Path

from tests.walker.window import DEMO
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.viewmodels.map_packs import PARIS, MapPacks


def test_a_map_opens_in_the_middle_of_its_pack(tmp_path: Path) -> None:
    assert MapPacks(tmp_path).centre() == PARIS
    (tmp_path / "packs").mkdir()
    build_pack(
        read_basemap(DEMO / "basemap.geojson"),
        tmp_path / "packs" / "demo.mbtiles",
        title="Démo",
        theme="day",
        zooms=[14],
    )
    lat, lon = MapPacks(tmp_path).centre()
    assert abs(lat - PARIS[0]) < 0.1
    assert (lat, lon) != PARIS


def test_without_a_pack_the_map_is_bare_ground_not_an_error(tmp_path: Path) -> None:
    from urllib.request import urlopen

    packs = MapPacks(tmp_path)
    try:
        with urlopen(f"{packs.url()}17/1/1.png") as answer:
            by_day = answer.read()
        packs.show("nuit")
        with urlopen(f"{packs.url()}17/1/1.png") as answer:
            assert (answer.status, answer.read() != by_day) == (200, True)
        assert packs.credits() == ""
    finally:
        packs.close()
