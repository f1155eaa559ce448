"""Bytes a track point takes in a push, beside its columns of second differences packed whole by zstd."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from long_walk import POINTS, START, positions

from sync.protocol import codec, ids, messages, times, track
from sync.protocol.records import TrackSegment

GOAL_BYTES = 2.5


def run() -> list[dict[str, str | float]]:
    """Two rows: one position a second at 11 cm, as the goal has it, and at 1 cm, as we keep it."""
    return [_row(10, "11 cm"), _row(1, "1 cm")]


def _row(grain_e7: int, words: str) -> dict[str, str | float]:
    points = [
        track.TrackPoint(
            time_ms=int(START.timestamp() * 1000) + second * 1000,
            lat_e7=round(lat * 1e7 / grain_e7),
            lon_e7=round(lon * 1e7 / grain_e7),
            accuracy_cm=450,
        )
        for second, (lat, lon) in enumerate(positions())
    ]
    limit, ours = _packed_whole(points) / POINTS, _pushed(points) / POINTS
    return {
        "goal": f"bytes of a track point in a push, {words} / the {GOAL_BYTES} bytes of the goal",
        "unit": "bytes",
        "limit_s": GOAL_BYTES,
        "ours_s": ours,
        "ratio": ours / GOAL_BYTES,
        "target": 1.0,
        "note": f"zstd of the whole track's second differences, without records: {limit:.2f} bytes",
    }


def _pushed(points: list[track.TrackPoint]) -> int:
    """What leaves the tablet: segments in records in a push, compressed."""
    items = []
    for ordinal, at in enumerate(range(0, len(points), track.MAX_POINTS)):
        part = points[at : at + track.MAX_POINTS]
        moment = times.now()
        segment = TrackSegment(
            id=ids.new_id(),
            writer=ids.new_id(),
            created_at=moment,
            updated_at=moment,
            walk_id=ids.new_id(),
            ordinal=ordinal,
            count=len(part),
            points=track.pack(part),
        )
        body = codec.encode(segment)
        items.append(messages.PushItem(hash=codec.sha256(body), body=body.decode()))
    return len(gzip.compress(codec.canonical(codec.to_json(messages.PushRequest(records=tuple(items)))), 6, mtime=0))


def _packed_whole(points: list[track.TrackPoint]) -> int:
    import zstandard

    packed = bytearray()
    for name in ("time_ms", "lat_e7", "lon_e7", "accuracy_cm", "flags"):
        before = step = 0
        for point in points:
            value = getattr(point, name)
            difference, step = value - before - step, value - before
            before = value
            zigzag = difference * 2 if difference >= 0 else -difference * 2 - 1
            while zigzag > 0x7F:
                packed.append(zigzag & 0x7F | 0x80)
                zigzag >>= 7
            packed.append(zigzag)
    return len(zstandard.ZstdCompressor(level=19).compress(bytes(packed)))


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
