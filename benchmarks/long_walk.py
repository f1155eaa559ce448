"""A long walk that is always the same: eight hours at one fix a second, with stops, as a receiver in a street gives."""

from __future__ import annotations

import math
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

POINTS = 28_800
START = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
_METRES_PER_DEGREE = 111_320.0


def positions(count: int = POINTS, *, seed: int = 18) -> list[tuple[float, float]]:
    """(lat, lon): a walk at 1.2 m/s that turns and stops, with the slow drift and small noise of a receiver."""
    chance = random.Random(seed)
    lat, lon, heading, drift_x, drift_y, still = 48.8867, 2.3553, 0.8, 0.0, 0.0, 0
    found = []
    for _ in range(count):
        if still:
            still -= 1
        elif chance.random() < 1 / 1_200:
            still = chance.randrange(60, 240)
        if chance.random() < 1 / 90:
            heading += chance.choice((-1, 1)) * math.pi / 2
        step = 0.0 if still else 1.2 + chance.gauss(0, 0.05)
        lat += step * math.cos(heading) / _METRES_PER_DEGREE
        lon += step * math.sin(heading) / (_METRES_PER_DEGREE * math.cos(math.radians(lat)))
        drift_x = drift_x * 0.995 + chance.gauss(0, 0.04)
        drift_y = drift_y * 0.995 + chance.gauss(0, 0.04)
        found.append((lat + drift_y / _METRES_PER_DEGREE, lon + drift_x / _METRES_PER_DEGREE))
    return found


def write_gpx(path: Path, count: int = POINTS) -> None:
    """The walk as a recorder writes it: seven decimals, an elevation, a time, an HDOP."""
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", "<gpx version='1.1' creator='recorder'><trk><trkseg>"]
    for second, (lat, lon) in enumerate(positions(count)):
        time = (START + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines.append(
            f"<trkpt lat='{lat:.7f}' lon='{lon:.7f}'><ele>52.0</ele><time>{time}</time><hdop>0.9</hdop></trkpt>"
        )
    lines.append("</trkseg></trk></gpx>")
    path.write_text("\n".join(lines))
