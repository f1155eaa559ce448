"""Territories: searched by name or arrondissement, touched on the map, and the one that need not be asked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sync.protocol.catalogue import load_seed
from sync.protocol.records import ExploratoryWalk, Point, TerritoryView
from tests.walker.viewmodels.test_home import receive
from walker.domain.perimeters import holding, perimeters, the_known_one
from walker.domain.words import TERRITORIES_SETTING
from walker.store import Store


def square(south: float, west: float, size: float) -> tuple[Point, ...]:
    corners = [(south, west), (south, west + size), (south + size, west + size), (south + size, west)]
    return tuple(Point(lat_e7=round(lat * 1e7), lon_e7=round(lon * 1e7)) for lat, lon in corners)


@pytest.mark.parametrize("typed", ["belleville", "Grand  Bellevillé", "20", "20e", "75020"])
def test_a_territory_is_found_as_people_write_it(store: Store, typed: str) -> None:
    found = [one.code for one in perimeters(store, load_seed(), "fr") if one.answers_to(typed)]
    assert "grand_belleville" in found
    assert "bedier_boutroux" not in found


def test_the_tablets_own_come_first_then_by_arrondissement(store: Store) -> None:
    store.settings.set(TERRITORIES_SETTING, json.dumps(["zsp_18"]))
    found = perimeters(store, load_seed(), "fr")
    assert found[0].code == "zsp_18" and found[0].given
    districts = [one.arrondissements for one in found if one.kind == "priority_district"]
    assert districts == sorted(districts)


def test_a_touch_inside_a_perimeter_chooses_it_and_one_in_its_hole_does_not(store: Store, make: Any) -> None:
    rings = (square(48.82, 2.44, 0.02), square(48.828, 2.448, 0.004))
    receive(store, make(TerritoryView, writer="server", code="new", kind="gup", name="Un quartier", rings=rings))
    found = perimeters(store, load_seed(), "fr")
    held = holding(found, 48.822, 2.442)
    assert held is not None and (held.code, held.name) == ("new", "Un quartier")
    assert holding(found, 48.83, 2.45) is None
    assert holding(found, 48.9, 2.45) is None


def test_the_territory_is_known_when_there_is_one_or_a_walk_said_it(store: Store, make: Any) -> None:
    assert the_known_one(store) is None
    store.records.save(make(ExploratoryWalk, territory="bedier_boutroux"))
    assert the_known_one(store) == "bedier_boutroux"
    store.settings.set(TERRITORIES_SETTING, json.dumps(["a", "b"]))
    assert the_known_one(store) == "bedier_boutroux"
    store.settings.set(TERRITORIES_SETTING, json.dumps(["a"]))
    assert the_known_one(store) == "a"
