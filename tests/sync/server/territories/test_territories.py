"""Territories: found from a point, on the right day; a drawn zone never passes for an official one."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from shapely.geometry import shape

from sync.formats.territory_file import read_territories
from sync.protocol import records
from sync.protocol.catalogue import load_seed
from sync.server.catalogue.actions import publish_entries
from sync.server.records import access
from sync.server.territories.actions import TerritoryChange, save, seed
from sync.server.territories.imports import save_shapes
from sync.server.territories.models import Territory
from sync.server.territories.resolve import territory_at

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def square(west: float, south: float, side: float = 0.01) -> dict[str, object]:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def district(code: str = "ici", **fields: object) -> TerritoryChange:
    common = {"code": code, "kind": "priority_district", "name": code, "geometry": square(2.35, 48.88)}
    return TerritoryChange(**(common | fields))  # type: ignore[arg-type]


def test_a_point_is_in_the_district_around_it() -> None:
    save([district()])
    assert territory_at(48.885, 2.355) == "ici"
    assert territory_at(48.895, 2.355) is None


def test_a_priority_district_comes_before_a_watch_district_and_overlays_never_count() -> None:
    save([district("veille", kind="watch_district"), district("zsp", kind="zsp"), district("qpv")])
    assert territory_at(48.885, 2.355) == "qpv"


def test_a_district_counts_on_the_days_it_is_valid_and_the_later_one_wins() -> None:
    save(
        [
            district("ancien", valid_from=date(2015, 1, 1), valid_to=date(2024, 6, 30)),
            district("nouveau", valid_from=date(2024, 1, 1)),
        ]
    )
    assert territory_at(48.885, 2.355, date(2014, 5, 1)) is None
    assert territory_at(48.885, 2.355, date(2020, 5, 1)) == "ancien"
    assert territory_at(48.885, 2.355, date(2024, 5, 1)) == "nouveau"


def test_a_change_of_outline_is_seen_at_once() -> None:
    save([district()])
    assert territory_at(48.885, 2.355) == "ici"
    save([district(geometry=square(3.0, 45.0))])
    assert territory_at(48.885, 2.355) is None


def test_a_hole_is_outside() -> None:
    outer = square(2.35, 48.88)["coordinates"]
    hole = square(2.353, 48.883, 0.002)["coordinates"]
    save([district(geometry={"type": "Polygon", "coordinates": [*outer, *hole]})])  # type: ignore[misc]
    assert territory_at(48.884, 2.354) is None
    assert territory_at(48.889, 2.359) == "ici"


def test_a_drawn_or_illustrative_zone_never_keeps_an_official_code() -> None:
    drawn, shown = save(
        [
            district("dessin", kind="hand_drawn", official_code="QP075001"),
            district("demo", kind="demonstration", illustrative=True, official_code="QP075002"),
        ]
    )
    assert (drawn.official_code, shown.official_code) == ("", "")


def test_the_seed_brings_the_twenty_districts_once() -> None:
    seed(load_seed())
    assert Territory.objects.filter(kind="priority_district").count() == 20
    assert seed(load_seed()) == []


def test_tablets_get_names_and_an_outline() -> None:
    save([district(official_code="QP075001")])
    view = next(access.every(records.TerritoryView))
    assert (view.code, view.official_code, len(view.rings[0])) == ("ici", "QP075001", 5)


def test_real_districts_take_the_place_of_those_the_catalogue_names(shared_data: Path) -> None:
    publish_entries(load_seed().entries("territories"))
    seed(load_seed())
    before = Territory.objects.count()
    shapes = read_territories(shared_data / "geo-paris" / "qpv_2015_officiels_3.geojson")
    saved = save_shapes(shapes)
    assert [row.official_code for _, row in saved] == [each.official_code for each in shapes]
    known = [row for _, row in saved if row.code != row.official_code]
    assert Territory.objects.count() == before + len(saved) - len(known)
    for each, row in saved:
        centre = shape(each.geometry).representative_point()
        assert territory_at(centre.y, centre.x, date(2020, 1, 1)) == row.code
        assert bool(each.repaired) == ("repaired" in row.data)


def test_a_drawn_zone_of_a_known_name_stays_beside_the_district(shared_data: Path) -> None:
    save([district("goutte_dor", geometry=None)])
    official = read_territories(shared_data / "geo-paris" / "qpv_2015_officiels_3.geojson")[0]
    drawn = dataclasses.replace(official, kind="hand_drawn", official_code=None, code="goutte_dor", vintage=None)
    [(_, row)] = save_shapes([drawn])
    assert row.code == "goutte_dor_hand_drawn"
    assert Territory.objects.get(code="goutte_dor").kind == "priority_district"
