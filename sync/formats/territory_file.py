"""Reads perimeters from GeoJSON: the official priority districts of 2015 and 2024, the City's own, or drawn ones.

A polygon that crosses itself, as one official district of Paris does, is repaired and said to be; a zone drawn
by hand never gets an official code.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from sync.formats.errors import InputError
from sync.formats.tables import plain_name
from sync.formats.text import decode, read_bytes

Coordinates: TypeAlias = tuple[tuple[tuple[tuple[float, float], ...], ...], ...]

# Plain names (see plain_name) of properties: 2015, 2024, and what drawing tools write.
_OFFICIAL = ("codeqp", "codeqp2024", "codeqpv", "codeqpv2024")
_OFFICIAL_NAME = ("nomqp", "libqp", "nomqpv", "libqpv")
_NAME = ("nom", "name", "label", "libelle", "titre", "title", "iris", "laroff")
_CODE = ("code", "id", "identifiant")
_COMMUNES = ("inseecom", "communeqp", "commune", "libcom", "codeinsee")
_OFFICIAL_CODE = re.compile(r"Q[A-Z](?=[0-9A-Z]{6}$)\d{2,3}[0-9A-Z]+")
_YEARS = {"QP": 2015, "QN": 2024}
_LAMBERT_93 = 2154
_WGS84 = 4326


@dataclass(frozen=True, kw_only=True, slots=True)
class TerritoryShape:
    """One perimeter in WGS84. ``kind`` is a code of the territory kinds, or ``quartier``.

    ``official_code`` is a published one: of a priority district (then ``code`` too), or INSEE's of an
    arrondissement or quartier; a zone drawn by hand has none. ``repaired`` says what was wrong with the
    outline as published, None when nothing was. ``polygons`` are the coordinates of a GeoJSON MultiPolygon.
    """

    feature: int
    code: str
    official_code: str | None
    name: str
    kind: str
    polygons: Coordinates
    south: float
    west: float
    north: float
    east: float
    repaired: str | None
    vintage: int | None
    arrondissements: tuple[int, ...]

    @property
    def geometry(self) -> dict[str, Any]:
        """The outline as a GeoJSON geometry."""
        return {"type": "MultiPolygon", "coordinates": self.polygons}


@dataclass(frozen=True, kw_only=True, slots=True)
class FeatureRefusal:
    """A feature that is no perimeter we can use, while others of its file are."""

    feature: int
    fault: InputError


@dataclass(frozen=True, kw_only=True, slots=True)
class TerritoryFile:
    """The perimeters of a file in its order, and the features that could not be used."""

    shapes: tuple[TerritoryShape, ...]
    refused: tuple[FeatureRefusal, ...]


def read_territories(path: Path) -> tuple[TerritoryShape, ...]:
    """Every perimeter of the file; raises InputError naming the first feature that cannot be used."""
    read = read_territory_file(path)
    if read.refused:
        raise read.refused[0].fault
    return read.shapes


def read_territory_file(path: Path) -> TerritoryFile:
    """What of the file can be used, and what not; raises InputError when nothing can."""
    document = _document(path)
    to_wgs84 = _reprojection(document, path)
    shapes: dict[str, TerritoryShape] = {}
    refused: list[FeatureRefusal] = []
    for number, feature in enumerate(document["features"], start=1):
        try:
            shape = _shape(number, feature, to_wgs84, path)
            if shape.code in shapes and shape.official_code:
                raise _duplicate(shape, shapes[shape.code], path)
        except InputError as fault:
            refused.append(FeatureRefusal(feature=number, fault=fault))
            continue
        if shape.code in shapes:  # drawn zones may share a name
            shape = replace(shape, code=f"{shape.code}_{number}")
        shapes[shape.code] = shape
    if not shapes:
        raise refused[0].fault
    return TerritoryFile(shapes=tuple(shapes.values()), refused=tuple(refused))


def _duplicate(shape: TerritoryShape, first: TerritoryShape, path: Path) -> InputError:
    return InputError(
        "territory_duplicate",
        f"it has the same code as feature {first.feature} ('{shape.code}')",
        file=path,
        place=f"feature {shape.feature}",
        mend="keep one of the two",
    )


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(decode(read_bytes(path)).lstrip("\ufeff \r\n"))
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else None
        raise InputError(
            "territory_malformed", "it is not well-formed JSON", file=path, place=place, mend="export it as GeoJSON"
        ) from error
    if isinstance(document, dict) and document.get("type") == "Feature":
        document = {**document, "features": [document]}
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise InputError("unknown_format", "it is not GeoJSON with features", file=path, mend="export it as GeoJSON")
    if not document["features"]:
        raise InputError("territory_empty", "it holds no perimeter", file=path, mend="export it again")
    return document


def _shape(number: int, feature: Any, to_wgs84: Any, file: Path) -> TerritoryShape:
    def refuse(code: str, message: str, mend: str) -> InputError:
        return InputError(code, message, file=file, place=f"feature {number}", mend=mend)

    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise refuse("territory_no_polygon", "it has no polygon", "give polygons only")
    polygons, repaired = _outline(geometry, to_wgs84)
    if polygons is None:
        raise refuse("territory_no_area", repaired or "it encloses nothing", "draw its outline again")
    corners = [corner for polygon in polygons for corner in polygon[0]]
    lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
    if max(map(abs, lats)) > 90 or max(map(abs, lons)) > 180:
        raise refuse(
            "territory_off_planet",
            "its coordinates are neither WGS84 nor Lambert-93",
            "export it in EPSG:4326 or EPSG:2154",
        )
    said = feature.get("properties")
    properties = {plain_name(key): value for key, value in (said if isinstance(said, dict) else {}).items()}
    official = (_text(properties, _OFFICIAL) or _code_under_another_name(properties)).upper()
    drawn = any(
        str(properties.get(key, "")).casefold() in ("true", "1", "oui") for key in ("illustrative", "illustratif")
    )
    if official and not drawn and not _OFFICIAL_CODE.fullmatch(official):
        raise refuse(
            "territory_bad_code",
            f"'{official}' is no code of a priority district (QP075019, QN07517I)",
            "mend the code, or leave the column out for a zone drawn by hand",
        )
    identity = _identity(number, properties, "" if drawn else official, file)
    return TerritoryShape(
        feature=number,
        polygons=polygons,
        south=min(lats),
        west=min(lons),
        north=max(lats),
        east=max(lons),
        repaired=repaired,
        **identity,
    )


def _code_under_another_name(properties: Mapping[str, Any]) -> str:
    """A district's code in a column plainly meant for one (`QP`, `code_quart`), though not named as published."""
    for key, value in properties.items():
        if key.startswith(("code", "qp", "qn")) and _OFFICIAL_CODE.fullmatch(str(value).strip().upper()):
            return str(value).strip()
    return ""


def _identity(number: int, properties: Mapping[str, Any], official: str, file: Path) -> dict[str, Any]:
    """Who the perimeter is: code, official code, name, kind, year, arrondissements."""
    if official:
        year = _text(properties, ("vintage", "millesime"))
        return {
            "code": official,
            "official_code": official,
            "name": _text(properties, _OFFICIAL_NAME) or _text(properties, _NAME) or official,
            "kind": "priority_district",
            "vintage": int(year) if year.isdecimal() else _YEARS.get(official[:2]),
            "arrondissements": _arrondissements(_text(properties, _COMMUNES)),
        }
    insee, quarter = _text(properties, ("carinsee",)), _text(properties, ("cquinsee",))
    own = (int(text),) if (text := _text(properties, ("car",))).isdecimal() else ()
    if quarter or insee:
        return {
            "code": f"quartier_{quarter}" if quarter else f"paris_{insee[-2:]}",
            "official_code": quarter or insee,
            "name": _text(properties, ("lqu",)) or _text(properties, ("lar", "laroff")) or quarter or insee,
            "kind": "quartier" if quarter else "arrondissement",
            "vintage": None,
            "arrondissements": own,
        }
    name = _text(properties, (*_NAME, *_OFFICIAL_NAME)) or f"{file.stem} {number}"
    return {
        "code": _slug(_text(properties, _CODE) or name),
        "official_code": None,
        "name": name,
        "kind": "hand_drawn",
        "vintage": None,
        "arrondissements": own or _arrondissements(_text(properties, _COMMUNES)),
    }


def _outline(geometry: Mapping[str, Any], to_wgs84: Any) -> tuple[Coordinates | None, str | None]:
    """The polygons made valid, and what was wrong; None with the reason when nothing of it is an area."""
    from shapely import force_2d, get_parts, make_valid, transform
    from shapely.errors import ShapelyError
    from shapely.geometry import shape
    from shapely.validation import explain_validity

    try:
        outline = force_2d(shape(geometry))
        if to_wgs84 is not None:
            outline = transform(outline, to_wgs84)
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError) as error:
        return None, f"its coordinates make no polygon ({error})"
    wrong = None if outline.is_valid else explain_validity(outline)
    # What repair leaves of a crossing may be a line or a point: no area is lost with them.
    parts = (
        [part for part in get_parts(make_valid(outline)) for part in get_parts(part)] if wrong else get_parts(outline)
    )
    areas = [part for part in parts if part.geom_type == "Polygon" and part.area > 0]
    if not areas:
        return None, wrong
    return (
        tuple(
            tuple(
                tuple((float(lon), float(lat)) for lon, lat in ring.coords) for ring in (area.exterior, *area.interiors)
            )
            for area in areas
        ),
        wrong,
    )


def _reprojection(document: Mapping[str, Any], file: Path) -> Any:
    """What turns an array of positions into WGS84, or None when they are. The coordinates outweigh the label."""
    epsg = _epsg(document)
    first = next(_positions(document["features"]), (0.0, 0.0))
    metres = abs(first[0]) > 180 or abs(first[1]) > 90
    if not metres:
        return None
    if epsg in (None, _WGS84):
        if not (0 < first[0] < 1_300_000 and 6_000_000 < first[1] < 7_200_000):
            return None  # left as they are, and refused with their feature
        epsg = _LAMBERT_93
    import numpy
    from pyproj import Transformer
    from pyproj.exceptions import CRSError

    try:
        transformer = Transformer.from_crs(epsg, _WGS84, always_xy=True)
    except CRSError as error:
        raise InputError(
            "territory_unknown_crs",
            f"its coordinate system EPSG:{epsg} is not known",
            file=file,
            mend="export it in EPSG:4326 or EPSG:2154",
        ) from error
    return lambda xy: numpy.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))


def _epsg(document: Mapping[str, Any]) -> int | None:
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if name.endswith("CRS84"):
        return _WGS84
    match = re.search(r"EPSG:.*?(\d{4,5})$", name)
    return int(match[1]) if match else None


def _positions(node: Any) -> Iterator[tuple[float, float]]:
    """Every position of GeoJSON objects, wherever and however deep it is nested."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting.append(node.get("geometry") or node.get("coordinates"))
        elif isinstance(node, list):
            if len(node) >= 2 and all(type(value) in (int, float) for value in node[:2]):
                yield node[0], node[1]
            else:
                waiting.extend(reversed(node))


def _arrondissements(text: str) -> tuple[int, ...]:
    """Numbers of Paris's arrondissements named by INSEE codes (75120) or words (Paris 20ème)."""
    found = [int(number) for number in re.findall(r"\b751(\d\d)\b", text)]
    if "paris" in text.casefold():
        found += [int(number) for number in re.findall(r"\b(\d{1,2})(?:er|e|è|ème|eme)\b", text.casefold())]
    return tuple(sorted({number for number in found if 1 <= number <= 20}))


def _text(properties: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of these properties that says something, as text."""
    return next((text for name in names if (text := str(properties.get(name) or "").strip())), "")


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "_", bare).strip("_")[:60] or "zone"
