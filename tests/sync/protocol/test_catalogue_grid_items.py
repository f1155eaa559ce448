"""The starter grids ask about everything the founding text says a walk should look at."""

from __future__ import annotations

import pytest

from sync.protocol.catalogue import load_seed

SEED = load_seed()
ASKED = {
    item["item"]: entry.code
    for entry in SEED.entries("grids")
    for section in entry.data["sections"]
    for item in section["items"]
}


@pytest.mark.parametrize(
    ("source", "items"),
    [
        (
            "S-13 avoided places, detours, feeling by day and by night",
            ["avoided", "detour", "feeling", "feeling_night"],
        ),
        ("S-14 light and space: visibility, dead ends, narrowness, emptiness", ["light", "openness", "dead_end"]),
        ("S-14 emptiness, width", ["people_present", "width"]),
        ("S-15 what is appreciated", ["liked"]),
        ("S-17 sport for women", ["women_sport", "sport"]),
        ("S-18 who uses, who is absent", ["who_is_here", "who_is_absent", "girls_place"]),
        ("S-30 police presence both ways", ["police_presence"]),
        ("S-38 felt illicit activity, as an aggregate only", ["illicit_feeling"]),
        ("S-42 school surroundings", ["forecourt", "crossing_safe", "school_quiet"]),
        ("S-45 door codes and circulation", ["door_code", "circulation"]),
        ("S-47 simple rules displayed", ["rules_displayed"]),
        ("S-58 mineral or planted", ["planted"]),
        ("S-73 underground car park", ["cellar_car_park"]),
        ("S-86 footpath continuity", ["footpath_kept"]),
        ("S-88 worksite information", ["worksite_panel"]),
        ("S-102 cleaning schedule displayed and followed", ["schedule_displayed"]),
        ("S-211 reduced mobility, step-free", ["pram_passes", "step_free", "tactile_strip", "kerb_lowered"]),
        (
            "S-212 ageing well: benches, toilets, crossings, light",
            ["benches", "toilets", "crossing_time", "rest_place"],
        ),
        (
            "S-225 path, width, obstacle, crossing, surface, sign",
            ["path_continuous", "obstacle", "ground", "street_sign"],
        ),
        ("S-226 crossings: light, noise, path, sign, cycle link", ["noise", "other_side", "bike_safe", "underpass"]),
        ("S-227 three ratings of a station", ["cleanliness", "station_safety", "station_light"]),
        ("S-228 cycle links and shared bikes", ["bike_safe", "shared_bikes"]),
        ("S-229 speed", ["speed"]),
        ("S-230 heritage", ["heritage"]),
        ("§10.3 enclosed", ["enclosed"]),
        (
            "§10.4 parking, shared street, 30 km/h zones, service",
            ["parking_way", "street_shared", "calm_zone", "service_often"],
        ),
        ("§10.5 worksite nuisances", ["worksite_noise", "worksite_clean", "worksite_hours"]),
    ],
)
def test_what_the_text_names_is_asked_by_a_grid(source: str, items: list[str]) -> None:
    """Requirements §1, §9, §10.3–10.5."""
    assert [item for item in items if item not in ASKED] == [], source


def test_a_felt_offence_is_only_ever_counted() -> None:
    """S-38: no accusation is stored."""
    item = SEED.get("grid_items", "illicit_feeling")
    assert item is not None

    assert (item.data["kind"], item.data["aggregate_only"]) == ("yes_no", True)


def test_surroundings_of_a_station_are_looked_at_by_night() -> None:
    """S-227."""
    item = SEED.get("grid_items", "surroundings_light")
    assert item is not None

    assert item.data["when"] == "night"


def test_the_three_ratings_of_a_station_are_ratings() -> None:
    """S-227: cleanliness, safety, light."""
    for code in ("cleanliness", "station_safety", "station_light"):
        item = SEED.get("grid_items", code)
        assert item is not None
        assert item.data["kind"] == "rating"
        assert ASKED["station_safety"] == "station_shelter"
