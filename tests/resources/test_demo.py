"""The bundled demonstration holds together: walk, photos and reports are of one evening and one invented place."""

from __future__ import annotations

import ast
import csv
import json
import tomllib
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

from sync.formats.photo.probe import probe
from sync.formats.report_table import read_reports
from sync.formats.territory_file import read_territories
from sync.formats.tracklog import read_log
from sync.rules.daylight import held_period
from sync.rules.photo_place import TimedFix, place_on_track
from sync.rules.track import PointFlag, analyse

with as_file(files("resources").joinpath("demo")) as _folder:
    DEMO = Path(_folder)
PHOTOS = sorted((DEMO / "photos").glob("*.jpg"))


def _json(name: str) -> Any:
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def _reports() -> list[dict[str, str]]:
    with (DEMO / "reports.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _position(report: dict[str, str]) -> Point:
    place = ast.literal_eval(report["geo_point_2d"])
    return Point(place["lon"], place["lat"])


def test_it_is_small() -> None:
    sizes = {path: path.stat().st_size for path in DEMO.rglob("*") if path.is_file()}
    assert sum(sizes.values()) <= 2_000_000
    assert all(sizes[photo] <= 150_000 for photo in PHOTOS)


def test_the_territory_is_said_to_be_a_demonstration_and_bears_no_official_code() -> None:
    (district,) = _json("territory.geojson")["features"]
    assert district["properties"]["code"] == "demo_quartier" and district["properties"]["kind"] == "demonstration"
    assert "démonstration" in district["properties"]["note_fr"]
    polygon = shape(district["geometry"])
    assert polygon.is_valid and polygon.exterior.is_ccw
    assert not any(text in json.dumps(district) for text in ("QP0", "QN0"))


def test_no_street_of_the_map_bears_the_name_of_a_real_street_of_paris(shared_data: Path) -> None:
    with (shared_data / "geo-paris" / "voies_paris_noms.csv").open(encoding="utf-8", newline="") as file:
        real = {cell.casefold().strip() for row in csv.reader(file) for cell in row}
    names = {f["properties"]["name"] for f in _json("basemap.geojson")["features"] if "name" in f["properties"]}
    assert "Rue des Trois-Boulangers" in names and "rue marcadet" in real
    assert [name for name in names if name.casefold() in real] == []


def test_the_walk_is_a_night_walk_of_about_fifty_minutes_with_its_marked_stops_found() -> None:
    log = read_log(DEMO / "walk.gpx")
    analysis = analyse(log.segments)
    assert held_period(log.segments) == "night"
    assert analysis.elapsed_s is not None and 45 * 60 <= analysis.elapsed_s <= 60 * 60
    assert 2200 <= analysis.length_m <= 2800, "2.4 km were walked"
    assert log.skipped == ()
    assert len([flag for flag in analysis.flags if flag is not PointFlag.KEPT]) == 3
    assert len(analysis.gaps) == 1
    marked = _way_points()
    assert len(marked) == len(analysis.stops) == 9
    # The group came to the fifth stop without signal, so a receiver can only tell of it later.
    for time, stop in zip(marked, analysis.stops, strict=True):
        assert timedelta(seconds=-20) <= stop.start - time <= timedelta(seconds=120)


def _way_points() -> list[datetime]:
    text = (DEMO / "walk.gpx").read_text(encoding="utf-8")
    points = [part.split("<time>")[1].split("</time>")[0] for part in text.split("<wpt ")[1:]]
    return [datetime.fromisoformat(time) for time in points]


def test_every_report_lies_in_the_district_beside_the_walk_and_within_its_time() -> None:
    (district,) = _json("territory.geojson")["features"]
    polygon = shape(district["geometry"])
    fixes = [fix for segment in read_log(DEMO / "walk.gpx").segments for fix in segment]
    line = [Point(fix.lon, fix.lat) for fix in fixes]
    first, last = fixes[0].time, fixes[-1].time
    assert first is not None and last is not None
    reports = _reports()
    assert 8 <= len(reports) <= 12
    for report in reports:
        at = _position(report)
        assert polygon.contains(at), report
        assert min(at.distance(point) for point in line) < 0.0005, report
        told = datetime.fromisoformat(report["datedecl"])
        assert first <= told <= last, report
        assert report["description"] and report["adresse"]


def test_the_reports_have_the_columns_and_words_of_the_open_data_set(shared_data: Path) -> None:
    """S-24: real types and subtypes, so that the catalogue's cross-reference is exercised."""
    with (shared_data / "dansmarue" / "dans_ma_rue.csv").open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (shared_data / "dansmarue" / "taxonomie_observee.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["type"], row["soustype"]) for row in csv.DictReader(file)}
    reports = _reports()
    assert list(reports[0])[: len(columns)] == columns
    assert [row for row in reports if (row["type"], row["soustype"]) not in known] == []
    assert len({row["type"] for row in reports}) >= 6


def test_our_own_readers_take_the_reports_and_the_territory_whole() -> None:
    table = read_reports(DEMO / "reports.csv")
    assert table.refused == () and len(table.rows) == len(_reports())
    assert all(row.position and row.description and isinstance(row.declared_at, datetime) for row in table.rows)
    (district,) = read_territories(DEMO / "territory.geojson")
    assert (district.code, district.official_code, district.repaired) == ("demo_quartier", None, None)
    assert district.name == "Quartier de démonstration"


def test_photos_of_reports_exist_and_each_photo_belongs_to_one() -> None:
    named = {row["photo"] for row in _reports()} - {""}
    assert named <= {photo.name for photo in PHOTOS}
    assert 5 <= len(PHOTOS) <= 8


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda path: path.name)
def test_a_photo_was_taken_during_the_walk_where_the_group_stood(photo: Path) -> None:
    facts = probe(photo)
    fixes = [
        TimedFix(fix.time, fix.lat, fix.lon)
        for segment in read_log(DEMO / "walk.gpx").segments
        for fix in segment
        if fix.time is not None
    ]
    assert facts.taken_at_local is not None and facts.utc_offset_minutes == 120
    on_track = place_on_track(facts.taken_at_local, facts.utc_offset_minutes, fixes)
    assert on_track is not None, "the track was there when it was taken"
    if facts.position is not None:
        assert on_track == pytest.approx(facts.position[:2], abs=0.0002)
        assert facts.direction_deg is not None


def test_one_photo_has_no_position_and_one_lies_on_its_side() -> None:
    facts = {photo.name[:2]: probe(photo) for photo in PHOTOS}
    assert [number for number, fact in facts.items() if fact.position is None] == ["04"]
    assert [number for number, fact in facts.items() if fact.orientation != 1] == ["01"]
    assert facts["01"].orientation == 6


def test_people_belong_to_organisations_and_no_password_is_kept() -> None:
    people = tomllib.loads((DEMO / "people.toml").read_text(encoding="utf-8"))["person"]
    organisations = tomllib.loads((DEMO / "organisations.toml").read_text(encoding="utf-8"))["organisation"]
    codes = {organisation["code"] for organisation in organisations}
    assert {person["role"] for person in people} == {"gup_cell", "walk_coordinator", "assignee", "administrator"}
    assert all(person["organisation"] in codes for person in people)
    assert len({person["username"] for person in people}) == len(people)
    assert not any("password" in person for person in people)
    assert all(person["email"].endswith(".example") for person in people)
    actors = files("resources").joinpath("catalogue", "organisations.toml").read_text(encoding="utf-8")
    kinds = {entry["code"]: entry["data"]["kind"] for entry in tomllib.loads(actors)["entry"]}
    assert all(kinds[organisation["catalogue_code"]] == organisation["kind"] for organisation in organisations)
    assert all(organisation["territories"] == ["demo_quartier"] for organisation in organisations)
