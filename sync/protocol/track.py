"""Packs track points: columns of second differences as variable-length integers, compressed.

A walk at 1 Hz moves almost evenly, so second differences are tiny: about 2 bytes a point at 1 cm.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable, Sequence

from sync.protocol.codec import CodecError
from sync.protocol.errors import ErrorCode
from sync.protocol.frozen import frozen

MAX_POINTS = 200
# Flags of a point. AFTER_GAP: recording was interrupted before it, so no line leads to it.
OUTLIER = 1
AFTER_GAP = 2
_UNKNOWN = -1
# No clock and no place on Earth gives more; dates end with the year 9999.
# Milliseconds, latitude, longitude.
_MOST = (253_402_300_799_999, 90 * 10**7, 180 * 10**7)
_LEAST = (_UNKNOWN, -90 * 10**7, -180 * 10**7)


@frozen(slots=True)
class TrackPoint:
    """Milliseconds since 1970 (None: no time), degrees x 10^7, accuracy in cm (None: unknown), the flags above."""

    time_ms: int | None
    lat_e7: int
    lon_e7: int
    accuracy_cm: int | None = None
    flags: int = 0


def pack(points: Sequence[TrackPoint]) -> str:
    """The `points` field of a TrackSegment, in base64. Raises ValueError beyond MAX_POINTS."""
    if len(points) > MAX_POINTS:
        raise ValueError(f"a segment holds at most {MAX_POINTS} points, got {len(points)}")
    columns = (
        [_UNKNOWN if point.time_ms is None else point.time_ms for point in points],
        [point.lat_e7 for point in points],
        [point.lon_e7 for point in points],
        [_UNKNOWN if point.accuracy_cm is None else point.accuracy_cm for point in points],
        [point.flags for point in points],
    )
    packed = bytearray()
    for column in columns:
        for value in _second_differences(column):
            _write(packed, value)
    return base64.b64encode(zlib.compress(bytes(packed), 9)).decode()


def unpack(text: str, count: int) -> tuple[TrackPoint, ...]:
    """The points of a segment. Raises CodecError when the text was not made by `pack` for that count."""
    if not 0 <= count <= MAX_POINTS:
        raise CodecError(ErrorCode.BAD_FIELD, "count", f"wants 0 to {MAX_POINTS}, got {count}")
    try:
        inflater = zlib.decompressobj()
        packed = inflater.decompress(base64.b64decode(text, validate=True), 64 * 5 * MAX_POINTS)
        if not inflater.eof or inflater.unused_data:
            raise ValueError("cut short or too long")
        values = list(_read(packed))
    except (ValueError, binascii.Error, zlib.error) as fault:
        raise CodecError(ErrorCode.BAD_FIELD, "points", f"not packed points: {fault}") from fault
    if len(values) != 5 * count:
        raise CodecError(ErrorCode.BAD_FIELD, "points", f"holds {len(values)} values for {count} points")
    columns = [_sums(values[at * count : (at + 1) * count]) for at in range(5)]
    for column, least, most in zip(columns, _LEAST, _MOST, strict=False):
        if column and not (least <= min(column) and max(column) <= most):
            raise CodecError(ErrorCode.BAD_FIELD, "points", "holds a time or a place that cannot be")
    return tuple(
        TrackPoint(
            time_ms=None if time == _UNKNOWN else time,
            lat_e7=lat,
            lon_e7=lon,
            accuracy_cm=None if accuracy == _UNKNOWN else accuracy,
            flags=flags,
        )
        for time, lat, lon, accuracy, flags in zip(*columns, strict=True)
    )


def _second_differences(column: Sequence[int]) -> Iterable[int]:
    before, step = 0, 0
    for value in column:
        yield value - before - step
        before, step = value, value - before


def _sums(differences: Sequence[int]) -> list[int]:
    column, before, step = [], 0, 0
    for difference in differences:
        step += difference
        before += step
        column.append(before)
    return column


def _write(packed: bytearray, value: int) -> None:
    zigzag = value * 2 if value >= 0 else -value * 2 - 1
    while zigzag > 0x7F:
        packed.append(zigzag & 0x7F | 0x80)
        zigzag >>= 7
    packed.append(zigzag)


def _read(packed: bytes) -> Iterable[int]:
    value, shift = 0, 0
    for byte in packed:
        value |= (byte & 0x7F) << shift
        shift += 7
        if shift > 70:
            raise ValueError("a number is too long")
        if not byte & 0x80:
            yield value // 2 if value % 2 == 0 else -(value + 1) // 2
            value, shift = 0, 0
    if shift:
        raise ValueError("cut in the middle of a number")
