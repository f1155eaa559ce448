"""GeoPackage 1.3 by sqlite3 alone: one table a layer, EPSG:4326, spatial index left to the reader."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

from sync.formats.export.layer import Feature, Geometry, Layer

_APPLICATION_ID = 0x47504B47
_VERSION = 10300
_WKB = {"Point": 1, "LineString": 2, "Polygon": 3, "MultiLineString": 5}
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {_VERSION};
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, '{_WGS84}', NULL);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""


def write(path: Path, layers: Sequence[Layer]) -> None:
    """Raises OSError when the file cannot be made."""
    import sqlite3

    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SCHEMA)
        for layer in layers:
            _write_layer(connection, layer)
        connection.commit()
    finally:
        connection.close()


def _write_layer(connection: object, layer: Layer) -> None:
    execute = connection.execute  # type: ignore[attr-defined]
    table = _quoted(layer.name)
    columns = ", ".join(f"{_quoted(column)} {_affinity(layer, column)}" for column in layer.columns)
    execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB, uuid TEXT NOT NULL, {columns})")
    box = _box(feature.geometry for feature in layer.features)
    execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)"
        " VALUES (?, 'features', ?, ?, ?, ?, ?, 4326)",
        (layer.name, layer.name, *box),
    )
    execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", (layer.name, _type_name(layer.features))
    )
    marks = ", ".join("?" * (2 + len(layer.columns)))
    names = ", ".join(["geom", "uuid", *map(_quoted, layer.columns)])
    for feature in layer.features:
        values = [feature.values.get(column) for column in layer.columns]
        execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (blob(feature.geometry), feature.id, *values))


def blob(geometry: Geometry | None) -> bytes | None:
    """The GeoPackage binary of a geometry: header without envelope, EPSG:4326, then little-endian WKB."""
    if geometry is None:
        return None
    return b"GP" + struct.pack("<BBi", 0, 1, 4326) + _wkb(geometry.kind, geometry)


def _wkb(kind: str, geometry: Geometry) -> bytes:
    head = struct.pack("<BI", 1, _WKB[kind])
    if kind == "Point":
        return head + struct.pack("<dd", *geometry.parts[0][0])
    if kind == "LineString":
        return head + _places(geometry.parts[0])
    if kind == "Polygon":
        rings = [ring if ring[0] == ring[-1] else (*ring, ring[0]) for ring in geometry.parts]
        return head + struct.pack("<I", len(rings)) + b"".join(map(_places, rings))
    lines = b"".join(struct.pack("<BI", 1, _WKB["LineString"]) + _places(part) for part in geometry.parts)
    return head + struct.pack("<I", len(geometry.parts)) + lines


def _places(places: Sequence[tuple[float, float]]) -> bytes:
    return struct.pack("<I", len(places)) + b"".join(struct.pack("<dd", *place) for place in places)


def _box(geometries: Iterable[Geometry | None]) -> tuple[float | None, ...]:
    places = [place for geometry in geometries if geometry for part in geometry.parts for place in part]
    if not places:
        return (None, None, None, None)
    lons, lats = zip(*places, strict=True)
    return (min(lons), min(lats), max(lons), max(lats))


def _type_name(features: Sequence[Feature]) -> str:
    kinds = {feature.geometry.kind for feature in features if feature.geometry}
    return kinds.pop().upper() if len(kinds) == 1 else "GEOMETRY"


def _affinity(layer: Layer, column: str) -> str:
    kinds = {type(value) for feature in layer.features if (value := feature.values.get(column)) is not None}
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "INTEGER"
    return "DOUBLE" if kinds and kinds <= {int, float} else "TEXT"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
