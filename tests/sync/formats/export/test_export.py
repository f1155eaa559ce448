"""Exports are read back by other people's software: GDAL, openpyxl, gpxpy, the csv module."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import gpxpy
import openpyxl
import pyogrio
import pytest
import shapely

from sync.formats.export import Feature, Geometry, Layer, UnknownEnding, write_layers

WORDS = "=1+1; « détritus » & <b>encombrants</b>\nrue de l’Évangile"
LAYER = Layer(
    name="reports",
    columns=("name", "description", "urgent", "count", "length_m"),
    features=(
        Feature(
            id="0193547c-7a20-7b1e-8a52-3c1f5d2a9e01",
            geometry=Geometry.point(48.8867310, 2.3553120),
            values={"name": "19-0427", "description": WORDS, "urgent": True, "count": 3, "length_m": 12.5},
        ),
        Feature(id="nowhere", geometry=None, values={"name": "19-0428", "urgent": False, "count": 0}),
        Feature(
            id="line",
            geometry=Geometry(
                kind="MultiLineString", parts=(((2.35, 48.88), (2.36, 48.89)), ((2.37, 48.90), (2.38, 48.91)))
            ),
            values={"name": "tracé"},
        ),
        Feature(
            id="polygon",
            geometry=Geometry(kind="Polygon", parts=(((2.0, 48.0), (2.0, 49.0), (3.0, 49.0), (3.0, 48.0)),)),
            values={},
        ),
    ),
)


@pytest.mark.parametrize("ending", [".geojson", ".gpkg"])
def test_gdal_reads_what_we_wrote(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    write_layers(path, [LAYER])
    meta, _, shapes, columns = pyogrio.raw.read(path)
    values = dict(zip(meta["fields"], columns, strict=True))
    geometries = shapely.from_wkb(shapes)
    assert meta["crs"] == "EPSG:4326"
    assert list(values["name"])[:3] == ["19-0427", "19-0428", "tracé"]
    assert values["description"][0] == WORDS
    assert (geometries[0].x, geometries[0].y) == (2.355312, 48.886731)
    assert geometries[1] is None
    assert geometries[2].geom_type == "MultiLineString"
    assert geometries[3].is_valid
    assert geometries[3].area == pytest.approx(1.0)


def test_geojson_exterior_rings_run_counter_clockwise(tmp_path: Path) -> None:
    write_layers(tmp_path / "out.geojson", [LAYER])
    plain = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    ring = plain["features"][3]["geometry"]["coordinates"][0]
    assert shapely.LinearRing(ring).is_ccw
    assert "crs" not in plain


def test_csv_opens_in_a_french_office(tmp_path: Path) -> None:
    write_layers(tmp_path / "out.csv", [LAYER])
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert rows[0]["description"] == "'" + WORDS  # never a formula
    assert (rows[0]["latitude"], rows[0]["length_m"], rows[0]["urgent"]) == ("48,886731", "12,5", "oui")
    assert (rows[1]["count"], rows[1]["length_m"], rows[1]["latitude"]) == ("0", "", "")


def test_xlsx_keeps_words_as_words(tmp_path: Path) -> None:
    write_layers(tmp_path / "out.xlsx", [LAYER])
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["reports"]
    heads = [cell.value for cell in sheet[1]]
    first = dict(zip(heads, [cell.value for cell in sheet[2]], strict=True))
    assert first["description"] == WORDS
    assert (first["urgent"], first["count"], first["latitude"]) == (True, 3, 48.886731)


def test_gpx_has_a_segment_for_each_part(tmp_path: Path) -> None:
    write_layers(tmp_path / "out.gpx", [LAYER])
    read = gpxpy.parse((tmp_path / "out.gpx").read_text(encoding="utf-8"))
    assert [point.name for point in read.waypoints] == ["19-0427"]
    assert [len(segment.points) for segment in read.tracks[0].segments] == [2, 2]


def test_an_empty_layer_is_written_too(tmp_path: Path) -> None:
    empty = Layer(name="reports", columns=("name",), features=())
    for ending in (".geojson", ".csv", ".xlsx", ".gpkg", ".gpx"):
        write_layers(tmp_path / f"out{ending}", [empty])
        assert (tmp_path / f"out{ending}").stat().st_size > 0


def test_an_unknown_ending_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnknownEnding, match=r"use \.geojson"):
        write_layers(tmp_path / "out.docx", [LAYER])
    assert list(tmp_path.iterdir()) == []


def test_a_failing_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    path.write_text("old", encoding="utf-8")
    broken = Layer(
        name="reports",
        columns=("name",),
        features=(Feature(id="x", geometry=None, values={"name": object()}),),  # type: ignore[dict-item]
    )
    with pytest.raises(TypeError):
        write_layers(path, [broken])
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
