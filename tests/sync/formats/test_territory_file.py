"""Perimeters as published, in either coordinate system and either year's names, and zones drawn by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import make_valid
from shapely.geometry import shape

from sync.formats.errors import InputError
from sync.formats.territory_file import TerritoryShape, read_territories, read_territory_file
from sync.rules.geodesy import Area

SQUARE = [[[2.40, 48.85], [2.41, 48.85], [2.41, 48.86], [2.40, 48.86], [2.40, 48.85]]]
BOW_TIE = [[[2.40, 48.85], [2.41, 48.86], [2.41, 48.85], [2.40, 48.86], [2.40, 48.85]]]


@pytest.fixture
def read(tmp_path: Path):
    def from_features(*features: Any, **document: Any) -> tuple[TerritoryShape, ...]:
        path = tmp_path / "perimetres.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **document}))
        return read_territories(path)

    return from_features


def polygon(coordinates: Any = SQUARE, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": coordinates},
        "properties": properties,
    }


def lambert_93(lon: float, lat: float) -> tuple[float, float]:
    """The IGN's published constants and formula, worked here as a judge of the reprojection."""
    n, c, x0, y0 = 0.7256077650532670, 11754255.4261, 700000.0, 12655612.0499
    e = 0.08181919104281579
    phi = math.radians(lat)
    isometric = math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi))
    radius, angle = c * math.exp(-n * isometric), n * math.radians(lon - 3)
    return x0 + radius * math.sin(angle), y0 - radius * math.cos(angle)


def test_the_official_district_that_crosses_itself_is_repaired_and_said(shared_data: Path) -> None:
    """QP075019 as published; 62 hectares; the two others of the file are sound."""
    path = shared_data / "geo-paris" / "qpv_2015_officiels_3.geojson"
    portes, egalite, moisin = read_territories(path)
    assert (portes.official_code, portes.name, portes.kind) == (
        "QP075019", "Les Portes Du Vingtième", "priority_district"
    )  # fmt: skip
    assert portes.repaired is not None and "Self-intersection" in portes.repaired
    assert (portes.vintage, portes.arrondissements) == (2015, (20,))
    assert egalite.repaired is None and moisin.repaired is None
    published = make_valid(shape(json.loads(path.read_text())["features"][0]["geometry"]))
    assert shape(portes.geometry).area == pytest.approx(published.area, rel=1e-9)
    assert shape(portes.geometry).is_valid
    assert Area(portes.polygons).contains(48.8555, 2.4110) == published.contains(
        shape({"type": "Point", "coordinates": [2.4110, 48.8555]})
    )


def test_the_citys_arrondissements_and_quartiers_are_told_by_their_columns(shared_data: Path) -> None:
    folder = shared_data / "geo-paris"
    arrondissements = {item.code: item for item in read_territories(folder / "arrondissements.geojson")}
    quartiers = read_territories(folder / "quartiers_administratifs.geojson")
    assert arrondissements.keys() == {f"paris_{number:02d}" for number in range(1, 21)}
    assert {item.kind for item in arrondissements.values()} == {"arrondissement"}
    assert arrondissements["paris_18"].official_code == "75118"
    assert (len(quartiers), {item.kind for item in quartiers}) == (80, {"quartier"})
    for quartier in quartiers:
        (number,) = quartier.arrondissements
        inside = shape(quartier.geometry).representative_point()
        assert Area(arrondissements[f"paris_{number:02d}"].polygons).contains(inside.y, inside.x)


def test_zones_of_a_file_without_official_codes_bear_none(shared_data: Path) -> None:
    zones = read_territories(shared_data / "geo-paris" / "iris_paris_2022_indicateurs_velo.geojson")
    assert len(zones) == 965
    assert {(zone.kind, zone.official_code) for zone in zones} == {("hand_drawn", None)}
    assert len({zone.code for zone in zones}) == 965


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            {"CODE_QP": "QP075009", "NOM_QP": "Goutte d'Or", "COMMUNE_QP": "Paris 18ème arrondissement"},
            ("QP075009", "Goutte d'Or", 2015, (18,)),
        ),
        (
            {"code_qp": "QN07517I", "lib_qp": "Les Portes du 20ème", "insee_com": "75120", "lib_com": "Paris 20e"},
            ("QN07517I", "Les Portes du 20ème", 2024, (20,)),
        ),
        (
            {"code_qp": "QN07508M", "lib_qp": "Compans", "insee_com": "75119, 75120", "lib_com": "Paris"},
            ("QN07508M", "Compans", 2024, (19, 20)),
        ),
        (
            {"code_qp": "QP093028", "nom_qp": "Franc Moisin", "commune": "Saint-Denis"},
            ("QP093028", "Franc Moisin", 2015, ()),
        ),
    ],
)
def test_the_field_names_of_both_years_are_read(read, properties: dict[str, str], expected: tuple) -> None:
    (found,) = read(polygon(**properties))
    assert (found.official_code, found.name, found.vintage, found.arrondissements) == expected
    assert (found.kind, found.code) == ("priority_district", expected[0])


def test_a_zone_drawn_by_hand_never_bears_an_official_code(read) -> None:
    named, illustrative, bare = read(
        polygon(nom="Cour de la Goutte d’Or", code="zone_3"),
        polygon(code_qp="QP075009", nom="Exemple", illustrative=True),
        polygon(),
    )
    assert [zone.official_code for zone in (named, illustrative, bare)] == [None, None, None]
    assert [zone.kind for zone in (named, illustrative, bare)] == ["hand_drawn"] * 3
    assert [zone.code for zone in (named, illustrative, bare)] == ["zone_3", "exemple", "perimetres_3"]


@pytest.mark.parametrize("crs", [None, "EPSG:2154", "urn:ogc:def:crs:EPSG::2154", "urn:ogc:def:crs:OGC:1.3:CRS84"])
def test_lambert_93_is_told_by_its_label_or_by_its_size(read, crs: str | None) -> None:
    metres = [[list(lambert_93(lon, lat)) for lon, lat in SQUARE[0]]]
    document = {} if crs is None else {"crs": {"type": "name", "properties": {"name": crs}}}
    (found,) = read(polygon(metres, CODE_QP="QP075019"), **document)
    for (lon, lat), expected in zip(found.polygons[0][0], SQUARE[0], strict=True):
        assert (lon, lat) == pytest.approx(tuple(expected), abs=1e-8)


def test_degrees_labelled_as_metres_are_degrees(read) -> None:
    label = {"crs": {"type": "name", "properties": {"name": "EPSG:2154"}}}
    assert read(polygon(), **label)[0].west == 2.40


def test_a_bow_tie_keeps_both_wings(read) -> None:
    (found,) = read(polygon(BOW_TIE))
    assert len(found.polygons) == 2
    assert shape(found.geometry).area == pytest.approx(0.01 * 0.01 / 2)


def test_heights_are_dropped_and_holes_kept(read) -> None:
    hole = [[2.403, 48.853], [2.404, 48.853], [2.404, 48.854], [2.403, 48.853]]
    high = [[[lon, lat, 35.0] for lon, lat in ring] for ring in (SQUARE[0], hole)]
    (found,) = read(polygon(high))
    assert [len(ring) for ring in found.polygons[0]] == [5, 4]
    assert len(found.polygons[0][0][0]) == 2


@given(
    ring=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=9),
)
@settings(deadline=None, derandomize=True)
def test_any_ring_becomes_a_sound_area_or_a_refusal_by_number(ring: list, tmp_path_factory) -> None:
    corners = [[2.4 + x / 1000, 48.8 + y / 1000] for x, y in [*ring, ring[0]]]
    path = tmp_path_factory.mktemp("ring") / "ring.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [polygon([corners])]}))
    try:
        (found,) = read_territories(path)
    except InputError as error:
        assert (error.code, error.place) == ("territory_no_area", "feature 1")
        return
    assert shape(found.geometry).is_valid
    assert shape(found.geometry).area > 0


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ({"type": "Feature", "geometry": None, "properties": {}}, "territory_no_polygon"),
        ("feature", "territory_no_polygon"),
        ({**polygon(), "geometry": {"type": "Point", "coordinates": [2, 48]}}, "territory_no_polygon"),
        (polygon([[[2.4, 48.8], [2.5, 48.8]]]), "territory_no_area"),
        (polygon([[[2.4, 48.8], [2.5, 48.8], [2.4, 48.8], [2.4, 48.8]]]), "territory_no_area"),
        (polygon("Paris"), "territory_no_area"),
        (polygon([[[10**400, 48.8], [2.5, 48.8], [2.4, 48.9], [10**400, 48.8]]]), "territory_no_area"),
        (polygon(json.loads("[" * 900 + "]" * 900)), "territory_no_area"),
        (polygon([[[2.4, 200], [2.5, 200], [2.5, 201], [2.4, 200]]]), "territory_off_planet"),
        (polygon(code_qp="75019"), "territory_bad_code"),
        (polygon(code_qp="QP075019"), "territory_duplicate"),
    ],
)
def test_a_feature_that_cannot_be_used_is_named_by_its_number(read, bad: Any, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(polygon(code_qp="QP075019"), bad)
    assert (caught.value.code, caught.value.place) == (code, "feature 2")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("code_qp;nom_qp\nQP075019;x\n", "territory_malformed"),
        ('{"type": "FeatureCollection", "features": [', "territory_malformed"),
        ("[" * 100_000, "territory_malformed"),
        ("{}", "unknown_format"),
        ('{"type": "FeatureCollection", "features": []}', "territory_empty"),
    ],
)
def test_a_file_that_is_no_list_of_perimeters_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        read_territories(path)
    assert caught.value.code == code


def test_an_unknown_coordinate_system_is_named(read) -> None:
    label = {"crs": {"type": "name", "properties": {"name": "EPSG:99999"}}}
    metres = [[list(lambert_93(lon, lat)) for lon, lat in SQUARE[0]]]
    with pytest.raises(InputError) as caught:
        read(polygon(metres), **label)
    assert caught.value.code == "territory_unknown_crs"


OUTLINE = {"type": "Polygon", "coordinates": [[[2.3, 48.8], [2.4, 48.8], [2.4, 48.9], [2.3, 48.9], [2.3, 48.8]]]}


def test_one_bad_feature_among_good_ones_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    features = [
        {"type": "Feature", "properties": {"code_qp": "QP075019", "nom_qp": "Un"}, "geometry": OUTLINE},
        {"type": "Feature", "properties": {"code_qp": "QP075020", "nom_qp": "Deux"}, "geometry": None},
        {"type": "Feature", "properties": {"code_qp": "QP075019", "nom_qp": "Encore"}, "geometry": OUTLINE},
    ]
    path = tmp_path / "qpv.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    read = read_territory_file(path)
    assert [shape.code for shape in read.shapes] == ["QP075019"]
    assert [(each.feature, each.fault.code) for each in read.refused] == [
        (2, "territory_no_polygon"),
        (3, "territory_duplicate"),
    ]


@pytest.mark.parametrize("column", ["QP", "code_quart", "Code QPV"])
def test_a_district_s_code_is_found_in_a_column_meant_for_one(tmp_path: Path, column: str) -> None:
    feature = {"type": "Feature", "properties": {column: "QP075020", "nom": "Deux"}, "geometry": OUTLINE}
    path = tmp_path / "qpv.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    (shape,) = read_territories(path)
    assert (shape.official_code, shape.kind) == ("QP075020", "priority_district")
