"""Reads the few EXIF fields a walk needs, and distrusts each of them on its own.

A zero denominator, a wrong type or an absurd value costs that one field, never the photo.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

_ORIENTATION, _EXIF_IFD, _GPS_IFD = 0x0112, 0x8769, 0x8825
_TAKEN, _DIGITIZED = 0x9003, 0x9004
_OFFSET_TAKEN, _OFFSET = 0x9011, 0x9010
_LAT_REF, _LAT, _LON_REF, _LON, _GPS_TIME = 1, 2, 3, 4, 7
_DIRECTION_REF, _DIRECTION, _GPS_DATE, _POSITION_ERROR = 16, 17, 29, 31

_ASCII, _SHORT, _LONG, _RATIONAL, _SRATIONAL, _UTF8 = 2, 3, 4, 5, 10, 129
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 129: 1}
_MAX_FIELDS = 1000
_MAX_FIELD_BYTES = 1024
_LOCAL_TIME = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_DATE = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)")
_UTC_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_YEARS = range(1990, 2101)
# A receiver without a fix writes zeros; the real place 0,0 is open sea.
_NULL_ISLAND_DEG = 1e-4

_Field = tuple[int, bytes]  # EXIF type, raw bytes


@dataclass(frozen=True, kw_only=True)
class ExifFacts:
    """What the camera said, field by field; None where it said nothing believable."""

    orientation: int = 1
    taken_at_local: datetime | None = None
    utc_offset_minutes: int | None = None
    taken_at_utc: datetime | None = None
    position: tuple[float, float, float | None] | None = None
    direction_deg: float | None = None
    direction_ref: Literal["true", "magnetic"] | None = None


def read_exif(blocks: tuple[bytes, ...]) -> ExifFacts:
    """The facts of the first block that is a TIFF structure at all. Never raises on any bytes."""
    for block in blocks:
        if block[:4] in (b"II*\x00", b"MM\x00*"):
            return _facts(_Tiff(block))
    return ExifFacts()


def _facts(tiff: _Tiff) -> ExifFacts:
    main = tiff.fields(tiff.first_ifd)
    exif = tiff.fields(tiff.whole(main.get(_EXIF_IFD)))
    gps = tiff.fields(tiff.whole(main.get(_GPS_IFD)))
    local = _local_time(tiff.text(exif.get(_TAKEN))) or _local_time(tiff.text(exif.get(_DIGITIZED)))
    offset = _utc_offset(tiff.text(exif.get(_OFFSET_TAKEN)) or tiff.text(exif.get(_OFFSET)))
    position = _position(tiff, gps)
    # A receiver that wrote a place but had no fix had no clock either.
    clock_was_set = position is not None or _LAT not in gps
    utc = _gps_time(tiff.text(gps.get(_GPS_DATE)), tiff.ratios(gps.get(_GPS_TIME))) if clock_was_set else None
    if utc is None and local is not None and offset is not None:
        utc = (local - timedelta(minutes=offset)).replace(tzinfo=UTC)
    orientation = tiff.whole(main.get(_ORIENTATION))
    direction = _direction(tiff.ratios(gps.get(_DIRECTION)))
    return ExifFacts(
        orientation=orientation if orientation is not None and 1 <= orientation <= 8 else 1,
        taken_at_local=local,
        utc_offset_minutes=offset,
        taken_at_utc=utc,
        position=position,
        direction_deg=direction,
        direction_ref=_direction_ref(tiff.text(gps.get(_DIRECTION_REF))) if direction is not None else None,
    )


class _Tiff:
    """Bounded, non-recursive access to the fields of a TIFF structure."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = "<" if data[:2] == b"II" else ">"
        self.first_ifd = int.from_bytes(data[4:8], "little" if data[:2] == b"II" else "big")

    def fields(self, offset: int | None) -> dict[int, _Field]:
        """Tag → (type, raw bytes) of the directory at `offset`; fields that point outside are left out."""
        found: dict[int, _Field] = {}
        if not offset or offset + 2 > len(self._data):
            return found
        (count,) = struct.unpack_from(self._order + "H", self._data, offset)
        for index in range(min(count, _MAX_FIELDS)):
            at = offset + 2 + 12 * index
            if at + 12 > len(self._data):
                break
            tag, kind, length, place = struct.unpack_from(self._order + "HHII", self._data, at)
            size = _SIZES.get(kind, 0) * length
            if not 0 < size <= _MAX_FIELD_BYTES:
                continue
            start = at + 8 if size <= 4 else place
            if start + size <= len(self._data):
                found.setdefault(tag, (kind, self._data[start : start + size]))
        return found

    def text(self, field: _Field | None) -> str:
        if field is None or field[0] not in (_ASCII, _UTF8):
            return ""
        return field[1].split(b"\x00", 1)[0].decode("latin-1").strip()

    def whole(self, field: _Field | None) -> int | None:
        """A single whole number; the first one where the camera wrote several."""
        if field is None or field[0] not in (_SHORT, _LONG):
            return None
        code = "H" if field[0] == _SHORT else "I"
        (number,) = struct.unpack_from(self._order + code, field[1])
        return int(number)

    def ratios(self, field: _Field | None) -> tuple[float, ...] | None:
        """All the fractions of the field, or None as soon as one has no value."""
        if field is None or field[0] not in (_RATIONAL, _SRATIONAL):
            return None
        code = "II" if field[0] == _RATIONAL else "ii"
        pairs = list(struct.iter_unpack(self._order + code, field[1]))
        if any(below == 0 for _, below in pairs):
            return None
        return tuple(above / below for above, below in pairs)


def _local_time(text: str) -> datetime | None:
    match = _LOCAL_TIME.match(text)
    return _believable("{}-{}-{}T{}:{}:{}".format(*match.groups())) if match else None


def _believable(iso: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:  # a 31 February, an hour 25: the camera's clock was never set
        return None
    return moment if moment.year in _YEARS else None


def _utc_offset(text: str) -> int | None:
    match = _UTC_OFFSET.fullmatch(text)
    if match is None:
        return 0 if text == "Z" else None
    minutes = int(match[2]) * 60 + int(match[3])
    if minutes > 14 * 60:
        return None
    return -minutes if match[1] == "-" else minutes


def _gps_time(date: str, clock: tuple[float, ...] | None) -> datetime | None:
    match = _DATE.match(date)
    if match is None or clock is None or len(clock) != 3:
        return None
    hour, minute, second = clock
    day = _believable("{}-{}-{}".format(*match.groups()))
    if day is None or not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second <= 60):
        return None
    return (day + timedelta(hours=hour, minutes=minute, seconds=second)).replace(tzinfo=UTC)


def _position(tiff: _Tiff, gps: dict[int, _Field]) -> tuple[float, float, float | None] | None:
    latitude = _degrees(tiff.ratios(gps.get(_LAT)), tiff.text(gps.get(_LAT_REF)), "N", "S", 90)
    longitude = _degrees(tiff.ratios(gps.get(_LON)), tiff.text(gps.get(_LON_REF)), "E", "W", 180)
    if latitude is None or longitude is None:
        return None
    if abs(latitude) < _NULL_ISLAND_DEG and abs(longitude) < _NULL_ISLAND_DEG:
        return None
    error = tiff.ratios(gps.get(_POSITION_ERROR))
    accuracy = error[0] if error and 0 < error[0] <= 100_000 else None
    return latitude, longitude, accuracy


def _degrees(parts: tuple[float, ...] | None, ref: str, plus: str, minus: str, limit: int) -> float | None:
    """Degrees from up to three parts. Without its letter a position would be in one of two places."""
    letter = ref[:1].upper()
    if not parts or len(parts) > 3 or letter not in (plus, minus):
        return None
    if any(part < 0 for part in parts) or any(part > 60 for part in parts[1:]):
        return None
    degrees = 0.0
    for part in reversed(parts):
        degrees = degrees / 60 + part
    if degrees > limit:
        return None
    return -degrees if letter == minus else degrees


def _direction(parts: tuple[float, ...] | None) -> float | None:
    if not parts or len(parts) != 1 or not 0 <= parts[0] <= 360:
        return None
    return parts[0] % 360


def _direction_ref(text: str) -> Literal["true", "magnetic"] | None:
    letter = text[:1].upper()
    return "true" if letter == "T" else "magnetic" if letter == "M" else None
