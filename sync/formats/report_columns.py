"""The columns reports come in: Dans ma rue's over the years and our own, and how their cells are understood."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sync.formats.tables import number, plain_name

# Plain names (see plain_name) in order of preference: 2020 files, later ones, our own exports, common words.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "external_id": ("iddmr", "id", "uuid", "identifiant", "externalid", "objectid", "numero", "number"),
    "type": ("type", "typedeclaration", "typededeclaration", "categorie", "category", "categorylabel"),
    "subtype": ("soustype", "soustypedeclaration", "soustypededeclaration", "subtype", "souscategorie", "subcategory"),
    "address": ("adresse", "address", "adressepostale", "lieu"),
    "postcode": ("codepostal", "postcode", "cp"),
    "declared_at": (
        "datedecl", "datedeclaration", "datededeclaration", "constatele", "observele",
        "declaredat", "createdat", "observedat", "dateheure", "date",
    ),
    "description": (
        "description", "descriptif", "texte", "text", "message", "commentaire", "comment", "observation", "precisions",
    ),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "point": ("geopoint2d", "geopoint", "coordonnees", "coordonneesgps", "position", "geom", "geometry"),
    "shape": ("geoshape",),
}  # fmt: skip

_WORDS = ("type", "subtype", "description")
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
_NAMED = re.compile(
    rf"""lat\w*['"]?\s*[:=]\s*(?P<lat>{_NUMBER})|lo?ng?\w*['"]?\s*[:=]\s*(?P<lon>{_NUMBER})""", re.IGNORECASE
)
_LON_FIRST = re.compile(
    rf"(?:coordinates['\"]?\s*:\s*\[|POINT\s*Z?\s*\()\s*({_NUMBER})[\s,]+({_NUMBER})", re.IGNORECASE
)
_PAIR = re.compile(
    r"^[(\[]?\s*(?P<first>[-+\d.,eE]+?)\s*(?:[;\s]|,\s|,(?=[-+]?\d+\.))\s*(?P<second>[-+\d.,eE]+)\s*[)\]]?$"
)
_NOTHING = frozenset({"", "-", "0,0", "null", "none", "nan", "n/a", "na", "nc"})
_PARIS = ZoneInfo("Europe/Paris")
_YEARS = range(1900, 2200)  # beyond, what was typed is no date of a report
_CLOCK = r"(?:[ T,]+(?:à\s*)?(?P<clock>\d.*))?$"
_DAY_FIRST = re.compile(r"^(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})" + _CLOCK)
_DAY_IN_WORDS = re.compile(
    r"^(?:\w+\.?\s+)?(?P<day>\d{1,2})(?:er)?\s+(?P<month>[^\W\d]+)\.?\s+(?P<year>\d{4})" + _CLOCK
)
_HOUR = re.compile(r"^(\d{1,2})\s*[h:]\s*(\d{2})?(?::(\d{2}))?(?:\s*min)?(?P<offset>Z|[+-]\d{2}:?\d{2})?$")
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre",
)  # fmt: skip


class BadPosition(Exception):
    """A cell that was meant as a position and is none on Earth."""


def find_columns(header: Iterable[str]) -> dict[str, str]:
    """For each kind of column that is there, its name in the header."""
    by_plain: dict[str, str] = {}
    for name in header:
        by_plain.setdefault(plain_name(name), name)
    return {
        kind: by_plain[variant]
        for kind, variants in COLUMNS.items()
        if (variant := next((variant for variant in variants if variant in by_plain), None))
    }


def missing(columns: Mapping[str, str], *, has_geometry: bool) -> str | None:
    """What a table lacks to be one of reports, in words; None when it lacks nothing."""
    if not any(kind in columns for kind in _WORDS):
        return "a type, soustype or description column"
    if has_geometry or "address" in columns or "point" in columns or "shape" in columns:
        return None
    if "lat" in columns and "lon" in columns:
        return None
    return "a place: adresse, geo_point_2d, or latitude and longitude"


def read_position(cells: Mapping[str, str]) -> tuple[float, float] | None:
    """(lat, lon) of a row, by kind of cell; None when it gives none or 0,0; raises BadPosition."""
    lat, lon = cells.get("lat", "").strip(), cells.get("lon", "").strip()
    if lat.casefold() not in _NOTHING or lon.casefold() not in _NOTHING:
        return checked_position(number(lat), number(lon), f"{lat} {lon}")
    for kind in ("point", "shape"):
        text = cells.get(kind, "").strip()
        if text.casefold() not in _NOTHING:
            return _position_in(text)
    return None


def checked_position(lat: float | None, lon: float | None, said: str) -> tuple[float, float] | None:
    """The position if it is on Earth; None for 0,0, which devices write when they do not know."""
    if lat is None or lon is None or not (math.isfinite(lat) and math.isfinite(lon)):
        raise BadPosition(f"'{said[:60]}' is not a position")
    if abs(lat) > 90 or abs(lon) > 180:
        raise BadPosition(f"latitude {lat:g}, longitude {lon:g} is not on Earth")
    return None if abs(lat) < 1e-7 and abs(lon) < 1e-7 else (lat, lon)


def read_date(text: str) -> datetime | date | None:
    """A day, or a moment when the cell has a clock; without an offset it is Paris time, as offices write it.

    None when it is no date that a report can have."""
    text = text.strip()
    if match := _DAY_FIRST.match(text) or _DAY_IN_WORDS.match(text):
        text = _year_first(match)
    try:
        if len(text) <= 10:
            day = date.fromisoformat(text.replace("/", "-"))
            return day if day.year in _YEARS else None
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=_PARIS)


def _year_first(match: re.Match[str]) -> str:
    """A day as France writes it, in ISO order; what is no month or no clock is left as it is, to be refused."""
    year, month, clock = match["year"], match["month"], match["clock"]
    if not month.isdecimal():
        name = plain_name(month)
        month = next((str(at) for at, word in enumerate(_MONTHS, 1) if len(name) > 2 and word.startswith(name)), month)
    day = f"{year if len(year) == 4 else '20' + year}-{month.zfill(2)}-{match['day'].zfill(2)}"
    if not clock:
        return day
    hour = _HOUR.match(clock.strip())
    if hour is None:
        return f"{day}T{clock.strip()}"
    return f"{day}T{hour[1].zfill(2)}:{hour[2] or '00'}:{hour[3] or '00'}{hour['offset'] or ''}"


def plain_subtype(text: str) -> str:
    """The subtype without the empty brackets that the files of 2020 put before it."""
    return text.strip().removeprefix("[]").strip()


def _position_in(text: str) -> tuple[float, float] | None:
    """A position written as a Python or JSON object, as WKT, or as 'lat, lon' with or without brackets."""
    if match := _LON_FIRST.search(text):
        return checked_position(number(match[2]), number(match[1]), text)
    named = {kind: value for match in _NAMED.finditer(text) for kind, value in match.groupdict().items() if value}
    if len(named) == 2:
        return checked_position(number(named["lat"]), number(named["lon"]), text)
    if match := _PAIR.match(text):
        return checked_position(number(match["first"]), number(match["second"]), text)
    raise BadPosition(f"'{text[:60]}' is not a position")
