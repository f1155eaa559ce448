"""Addresses as offices publish them: the national address base, « Dans ma rue », city lists, GeoJSON or delimited text.

A row without a name or without a place on Earth is passed over: an address list is a help, never a record.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.formats.errors import InputError
from sync.formats.report_columns import BadPosition, read_position
from sync.formats.tables import open_table, plain_name
from sync.formats.text import decode, read_bytes
from walker.maps.projection import Point

ADDRESS, STREET, PLACE = "address", "street", "place"
LARGEST = 512 * 1024 * 1024  # bytes: a department of the national address base

# Plain names (see plain_name), in order of preference.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "whole": ("adresse", "address", "label", "libelle", "adressepostale", "lvoie"),
    "number": ("numero", "housenumber", "addrhousenumber"),
    "suffix": ("rep", "indicerepetition"),
    "street": ("nomvoie", "voie", "street", "addrstreet", "rue"),
    "name": ("name", "nom", "lequ", "lieu"),
    "postcode": ("codepostal", "postcode", "cp", "addrpostcode"),
    "town": ("nomcommune", "ville", "commune", "city", "addrcity"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "long", "longitude"),
    "point": ("geopoint2d", "geopoint", "coordonnees", "coordonneesgps", "position", "geom"),
    "shape": ("geoshape",),
}
_WITH_TOWN = re.compile(r"^(?P<words>.+?),\s*(?P<town>\d{5}\b.*)$")
_STREET_WORDS = frozenset([
    "allée", "allee", "avenue", "av", "boulevard", "bd", "chemin", "cité", "cite", "cour", "impasse", "passage",
    "place", "pl", "pont", "porte", "promenade", "quai", "r", "rond-point", "route", "rue", "sente", "sentier",
    "square", "villa", "voie",
])  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Something with a name: an address with its number, a street, or a place to find one's way by. `line` in degrees
    (longitude, latitude): one point, or the way of a street."""

    kind: str
    words: str
    town: str = ""
    line: tuple[Point, ...]


def read_addresses(path: Path) -> list[Address]:
    """Every address of the file. Raises InputError when it holds none."""
    text = decode(read_bytes(path, limit=LARGEST)).lstrip("﻿ \r\n")
    found = list(_from_geojson(text, path) if text.startswith(("{", "[")) else _from_table(text))
    if not found:
        raise InputError(
            "addresses_none",
            "no address with a place in it",
            file=path,
            mend="give columns such as adresse (or numero and nom_voie), lat and lon, or a GeoJSON of addresses",
        )
    return found


def _from_table(text: str) -> Iterator[Address]:
    table = open_table(text)
    if table is None:
        return
    columns = _find(table.header)
    try:
        for _, cells in table.rows():
            row = dict(zip(table.header, cells, strict=False))
            yield from _address({kind: row.get(name, "") for kind, name in columns.items()}, ())
    except csv.Error:
        return  # a cut file: what stands before the cut is good


def _from_geojson(text: str, path: Path) -> Iterator[Address]:
    try:
        collection = json.loads(text)
    except ValueError as error:
        raise InputError(
            "addresses_unreadable", "not GeoJSON", file=path, mend="export it again as GeoJSON (WGS84, UTF-8)"
        ) from error
    features = collection.get("features", ()) if isinstance(collection, dict) else collection
    for feature in features:
        if not isinstance(feature, dict):
            continue
        properties = feature.get("properties") or feature.get("fields") or {}
        columns = _find(properties)
        cells = {kind: _text(properties.get(name)) for kind, name in columns.items()}
        yield from _address(cells, _line(feature.get("geometry")))


def _find(header: Iterable[str]) -> dict[str, str]:
    by_plain: dict[str, str] = {}
    for name in header:
        by_plain.setdefault(plain_name(name), name)
    return {
        kind: by_plain[variant]
        for kind, variants in _COLUMNS.items()
        if (variant := next((variant for variant in variants if variant in by_plain), None))
    }


def _address(cells: Mapping[str, str], line: tuple[Point, ...]) -> Iterator[Address]:
    words, town = _words(cells)
    if not line:
        try:
            place = read_position(cells)
        except BadPosition:
            return
        line = ((place[1], place[0]),) if place else ()
    if words and line:
        yield Address(kind=_kind(words, cells, line), words=words, town=town, line=line)


def _words(cells: Mapping[str, str]) -> tuple[str, str]:
    town = " ".join(" ".join((cells.get("postcode", ""), cells.get("town", ""))).split())
    street = cells.get("street", "")
    if street:
        number = cells.get("number", "").removesuffix(".0")
        suffix = cells.get("suffix", "")
        return " ".join(" ".join((number, suffix, street)).split()), town
    whole = " ".join((cells.get("whole") or cells.get("name", "")).split())
    split = _WITH_TOWN.match(whole)
    return (split["words"], split["town"]) if split else (whole, town)


def _kind(words: str, cells: Mapping[str, str], line: tuple[Point, ...]) -> str:
    first = words.split(maxsplit=1)[0].casefold()
    if first[:1].isdigit() and len(line) == 1:
        return ADDRESS
    if cells.get("street") or len(line) > 1 or first in _STREET_WORDS:
        return STREET
    return PLACE


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _line(geometry: Any) -> tuple[Point, ...]:
    try:
        kind, at = geometry["type"], geometry["coordinates"]
        raw = [at] if kind == "Point" else at if kind == "LineString" else at[:1] if kind == "MultiPoint" else ()
        line = tuple((float(each[0]), float(each[1])) for each in raw)
    except (KeyError, TypeError, ValueError, IndexError):
        return ()
    return line if all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in line) else ()
