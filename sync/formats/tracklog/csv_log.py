"""A track as a table: one row a fix, columns known by their usual names in English and French."""

from __future__ import annotations

import csv
from pathlib import Path

from sync.formats.errors import InputError
from sync.formats.tables import Table, number, open_table, plain_name
from sync.formats.text import decode
from sync.formats.tracklog.model import METRES_PER_HDOP, Collector, Fix, TrackLog, position_problem
from sync.formats.tracklog.times import parse_time

# Plain names (see plain_name) by what they hold; the first that the header has is taken.
_COLUMNS = {
    "lat": ("lat", "latitude", "latitudedeg", "gpslat", "gpslatitude", "latwgs84", "y"),
    "lon": ("lon", "lng", "long", "longitude", "longitudedeg", "gpslon", "gpslongitude", "lonwgs84", "x"),
    "time": (
        "time", "timestamp", "datetime", "dateheure", "dateetheure", "horodatage", "timeutc", "utc", "utctime",
        "gpstime", "isotime", "timestampms", "epoch", "date", "heure",
    ),
    "date": ("date", "dateutc", "utcdate", "gpsdate", "jour"),
    "clock": ("time", "timeutc", "utctime", "gpstime", "heure", "heureutc"),
    "accuracy": (
        "accuracy", "accuracym", "horizontalaccuracy", "hacc", "haccm", "precision", "precisionm",
        "exactitude",
    ),
    "hdop": ("hdop",),
    "elevation": ("ele", "elevation", "alt", "altitude", "altitudem", "z"),
    "speed": ("speedmps", "speedms"),  # a bare "speed" may be km/h or knots: not trusted
    "course": ("course", "bearing", "heading", "cap"),
    "segment": ("segment", "trackseg", "seg", "segmentid", "tracksegmentid"),
}  # fmt: skip


def is_track_table(text: str) -> bool:
    """Whether the first line names a latitude and a longitude column."""
    table = open_table(text)
    if table is None:
        return False
    columns = _columns(table)
    return "lat" in columns and "lon" in columns


def read_csv(data: bytes, file: Path) -> TrackLog:
    """Fixes of the table; raises InputError when it names no latitude or no longitude column."""
    table = open_table(decode(data).lstrip("\ufeff\r\n "))
    columns = _columns(table) if table else {}
    if table is None or "lat" not in columns or "lon" not in columns:
        header = ", ".join(table.header[:12]) if table else "none"
        raise InputError(
            "table_columns_missing",
            f"a latitude and a longitude column are needed (columns found: {header})",
            file=file,
            place="row 1",
            mend="name two columns 'latitude' and 'longitude'",
        )
    found = Collector("csv", file)
    segment: str | None = None
    try:
        for row, cells in table.rows():
            if not any(cell.strip() for cell in cells):
                continue
            values = {kind: cells[index] for kind, index in columns.items() if index < len(cells)}
            if values.get("segment", segment) != segment:
                segment = values.get("segment")
                found.break_segment()
            _add_row(found, f"row {row}", values)
    except csv.Error as error:
        raise InputError(
            "table_malformed",
            f"a row cannot be told apart ({error})",
            file=file,
            mend="export the table again",
        ) from error
    return found.finish()


def _add_row(found: Collector, place: str, values: dict[str, str]) -> None:
    lat, lon = number(values.get("lat", "")), number(values.get("lon", ""))
    if lat is None or lon is None:
        found.skip(place, "not_a_number")
        return
    if problem := position_problem(lat, lon):
        found.skip(place, problem)
        return
    stamp = _stamp(values)
    time = parse_time(stamp)
    if stamp and time is None:
        found.skip(place, "bad_time")
    accuracy = number(values.get("accuracy", ""))
    hdop = number(values.get("hdop", ""))
    if accuracy is None and hdop is not None:
        accuracy = hdop * METRES_PER_HDOP
    found.add(
        Fix(
            lat=lat,
            lon=lon,
            time=time,
            accuracy_m=accuracy,
            elevation_m=number(values.get("elevation", "")),
            speed_mps=number(values.get("speed", "")),
            course_deg=number(values.get("course", "")),
        )
    )


def _stamp(values: dict[str, str]) -> str:
    if "date" in values and "clock" in values:
        return f"{values['date'].strip()} {values['clock'].strip()}".strip()
    return values.get("time", "").strip()


def _columns(table: Table) -> dict[str, int]:
    """Index of each kind of column that the header has; date and clock only when both are there."""
    names = [plain_name(name) for name in table.header]
    columns: dict[str, int] = {}
    for kind, variants in _COLUMNS.items():
        index = next((names.index(variant) for variant in variants if variant in names), None)
        if index is not None:
            columns[kind] = index
    if not ("date" in columns and "clock" in columns):
        columns.pop("date", None)
        columns.pop("clock", None)
    return columns
