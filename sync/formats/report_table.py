"""Reads reports made elsewhere: CSV or GeoJSON with Dans ma rue's column names, told apart by content.

A row is refused only when it holds no report or cannot be told apart; unknown words and a missing place
are for the reader of the row to judge, and every original column is kept.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sync.formats.errors import InputError
from sync.formats.report_columns import (
    BadPosition,
    checked_position,
    find_columns,
    missing,
    plain_subtype,
    read_date,
    read_position,
)
from sync.formats.tables import open_table
from sync.formats.text import decode, read_bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportRow:
    """One report as its file tells it. ``row`` is what a person counts: the header is row 1 of a table,
    the first feature is 1 in GeoJSON. Empty words are "", never None."""

    row: int
    external_id: str
    type: str
    subtype: str
    address: str
    postcode: str
    description: str
    position: tuple[float, float] | None
    declared_at: datetime | date | None
    declared_words: str
    raw: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class RowRefusal:
    """A row that became no report. Codes: ``empty_row``, ``no_report`` (neither words nor place),
    ``bad_position``, ``wrong_columns``, ``truncated``, ``unclosed_quote``, ``not_a_feature``."""

    row: int
    code: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportTable:
    """Every row of the file: those that are reports (exact duplicates included), and the others."""

    format: str
    rows: tuple[ReportRow, ...]
    refused: tuple[RowRefusal, ...]


class _Refused(Exception):
    """One row is no report."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read_reports(path: Path) -> ReportTable:
    """The reports of a file; raises InputError when it is not a table of reports at all."""
    text = decode(read_bytes(path)).lstrip("\ufeff \r\n")
    if "\0" in text[:2000]:
        raise InputError("unknown_format", "it is not text", file=path, mend="give a CSV or a GeoJSON file")
    if text.startswith(("{", "[")):
        return _collect("geojson", _from_geojson(text, path))
    return _collect("csv", _from_csv(text, path))


def _collect(name: str, outcomes: Iterable[ReportRow | RowRefusal]) -> ReportTable:
    listed = list(outcomes)
    return ReportTable(
        format=name,
        rows=tuple(item for item in listed if isinstance(item, ReportRow)),
        refused=tuple(item for item in listed if isinstance(item, RowRefusal)),
    )


def _from_csv(text: str, file: Path) -> Iterator[ReportRow | RowRefusal]:
    table = open_table(text)
    header = _distinct(table.header) if table else ()
    columns = find_columns(header)
    _require(columns, header, file, has_geometry=False, place="row 1")
    assert table is not None
    quote_odd, cut = text.count('"') % 2 == 1, not text.endswith(("\n", "\r"))
    rows = list(_listed(table.rows(), file))
    if not any(cells for _, cells in rows):
        raise InputError("table_empty", "it holds no row under its header", file=file, mend="export it again")
    for position, (number, cells) in enumerate(rows):
        if not cells:
            continue  # a blank line is not a row
        is_last = position == len(rows) - 1
        try:
            _check_width(cells, header, quote_odd=is_last and quote_odd, cut=is_last and cut)
            yield _row(number, dict(zip(header, cells, strict=False)), columns)
        except _Refused as refusal:
            yield RowRefusal(row=number, code=refusal.code, message=refusal.message)


def _listed(rows: Iterator[tuple[int, list[str]]], file: Path) -> Iterator[tuple[int, list[str]]]:
    number = 1
    try:
        for number, cells in rows:
            yield number, cells
    except csv.Error as error:
        raise InputError(
            "table_malformed",
            f"the rows cannot be told apart ({error})",
            file=file,
            place=f"after row {number}",
            mend="export the table again as CSV",
        ) from error


def _check_width(cells: Sequence[str], header: Sequence[str], *, quote_odd: bool, cut: bool) -> None:
    """Refuses a row whose cells are not those of its columns; the two flags are of the last row only."""
    # An odd count may be an inch mark; with one of these it is a quote that swallowed the rest of the file.
    if quote_odd and (cut or len(cells) < len(header) or "\n" in cells[-1]):
        lines = sum(cell.count("\n") for cell in cells)
        raise _Refused("unclosed_quote", f"a quote is opened and never closed; {lines} lines after it were not read")
    if len(cells) < len(header) and cut:
        raise _Refused("truncated", f"the file ends in this row ({len(cells)} of {len(header)} columns)")
    if any(cell.strip() for cell in cells[len(header) :]):
        raise _Refused("wrong_columns", f"{len(cells)} columns where the header has {len(header)}")


def _from_geojson(text: str, file: Path) -> Iterator[ReportRow | RowRefusal]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else None
        raise InputError(
            "table_malformed", "it is not well-formed JSON", file=file, place=place, mend="export it again"
        ) from error
    features = _features(document)
    if features is None:
        raise InputError(
            "unknown_format",
            "it is JSON, but not GeoJSON with features",
            file=file,
            mend="give a CSV or a GeoJSON FeatureCollection",
        )
    if not features:
        raise InputError("table_empty", "it holds no feature", file=file, mend="export it again")
    names = _distinct_names(features)
    columns = find_columns(names)
    has_geometry = any(isinstance(feature, dict) and feature.get("geometry") for feature in features)
    _require(columns, names, file, has_geometry=has_geometry, place="properties")
    for number, feature in enumerate(features, start=1):
        try:
            yield _feature_row(number, feature, columns)
        except _Refused as refusal:
            yield RowRefusal(row=number, code=refusal.code, message=refusal.message)


def _features(document: Any) -> list[Any] | None:
    if not isinstance(document, dict):
        return None
    if document.get("type") == "Feature":
        return [document]
    features = document.get("features")
    return features if isinstance(features, list) else None


def _distinct_names(features: Sequence[Any]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        names.update(dict.fromkeys(properties if isinstance(properties, dict) else ()))
    return tuple(names)


def _feature_row(number: int, feature: Any, columns: Mapping[str, str]) -> ReportRow:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise _Refused("not_a_feature", "it is not a feature with properties")
    raw = {name: _as_text(value) for name, value in properties.items()}
    geometry = feature.get("geometry")
    return _row(number, raw, columns, geometry if isinstance(geometry, dict) else None)


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", errors="replace").decode()  # half a character, as a cut export leaves it


def _row(
    number: int, raw: Mapping[str, str], columns: Mapping[str, str], geometry: Mapping[str, Any] | None = None
) -> ReportRow:
    cells = {kind: raw.get(name, "").strip() for kind, name in columns.items()}
    if not any(value.strip() for value in raw.values()) and not geometry:
        raise _Refused("empty_row", "the row is empty")
    try:
        position = _geometry_position(geometry) if geometry else read_position(cells)
    except BadPosition as error:
        raise _Refused("bad_position", str(error)) from error
    words = [cells.get(kind, "") for kind in ("type", "subtype", "description", "address")]
    if position is None and not any(words):
        raise _Refused("no_report", "it says neither what nor where")
    return ReportRow(
        row=number,
        external_id=cells.get("external_id", ""),
        type=cells.get("type", ""),
        subtype=plain_subtype(cells.get("subtype", "")),
        address=cells.get("address", ""),
        postcode=cells.get("postcode", ""),
        description=cells.get("description", ""),
        position=position,
        declared_at=read_date(cells.get("declared_at", "")),
        declared_words=cells.get("declared_at", ""),
        raw=raw,
    )


def _geometry_position(geometry: Mapping[str, Any]) -> tuple[float, float] | None:
    """The point, or the middle of the corners of what is larger: a report is placed by one point."""
    try:
        corners = list(_corners(geometry.get("coordinates")))
    except OverflowError as error:
        raise BadPosition("its coordinates are not on Earth") from error
    if not corners:
        raise BadPosition("its geometry has no coordinates")
    lon = sum(corner[0] for corner in corners) / len(corners)
    lat = sum(corner[1] for corner in corners) / len(corners)
    return checked_position(lat, lon, f"{lat} {lon}")


def _corners(coordinates: Any) -> Iterator[tuple[float, float]]:
    waiting = [coordinates]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, list):
            continue
        if len(node) >= 2 and all(type(value) in (int, float) for value in node[:2]):
            yield float(node[0]), float(node[1])
        else:
            waiting.extend(reversed(node))


def _distinct(header: Sequence[str]) -> tuple[str, ...]:
    """Column names made distinct and never empty, so that every cell is kept under its own."""
    names: list[str] = []
    for position, name in enumerate(header, start=1):
        base = name or f"column {position}"
        copies = sum(known == base or known.startswith(f"{base} (") for known in names)
        names.append(f"{base} ({copies + 1})" if copies else base)
    return tuple(names)


def _require(columns: Mapping[str, str], header: Sequence[str], file: Path, *, has_geometry: bool, place: str) -> None:
    lacking = missing(columns, has_geometry=has_geometry)
    if lacking is None:
        return
    found = ", ".join(header[:12]) or "none"
    raise InputError(
        "table_columns_missing",
        f"it lacks {lacking} (columns found: {found})",
        file=file,
        place=place,
        mend="use the column names of Dans ma rue",
    )
