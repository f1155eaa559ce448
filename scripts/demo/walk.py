"""The bundled walk: a women's night walk of about fifty minutes, recorded as a tablet would have recorded it.

The group's true path is drawn by hand; a seeded hand adds what a receiver in a street adds: drift, a covered
passage without signal, three fixes thrown far away.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

from scripts.demo.plane import Point, along, length, to_lonlat

START = datetime(2026, 10, 15, 17, 26, tzinfo=UTC)  # a Thursday, 19:26 in Paris: dark falls seven minutes later
STEP_SECONDS = 2
METRES_PER_SECOND = 1.2


@dataclass(frozen=True, kw_only=True)
class Leg:
    """A way walked to a stop, and how long the group stood there."""

    stop: str
    seconds: int
    path: list[Point]
    covered: bool = False


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Where the group truly was, and whether the sky could be seen."""

    time: datetime
    at: Point
    covered: bool
    standing: bool


LEGS = [
    Leg(stop="Maison de quartier, rue des Arrosoirs", seconds=120, path=[(95, -42), (95, -42)]),
    Leg(stop="École de la Marelle", seconds=100, path=[(95, -42), (138, -46), (161, 68), (163, 164), (284, 157)]),
    Leg(
        stop="Rue du Figuier-Blanc, réverbères éteints",
        seconds=120,
        path=[(284, 157), (172, 164), (180, 246), (120, 250), (32, 253), (26, 160)],
    ),
    Leg(stop="Rue des Trois-Boulangers", seconds=90, path=[(26, 160), (22, 84), (-50, 88)]),
    Leg(stop="", seconds=0, path=[(-50, 88), (-60, 88), (-62, 32)]),
    Leg(stop="Passage du Chat-Perché, parcelle vide", seconds=200, covered=True, path=[(-62, 32), (-20, 27), (22, 24)]),
    Leg(stop="Ancien lavoir", seconds=100, path=[(22, 24), (19, -34), (-66, -29), (-176, -22)]),
    Leg(stop="Résidence Les Tilleuls", seconds=140, path=[(-176, -22), (-286, -19), (-340, -84)]),
    Leg(
        stop="Square de la Fontaine-Claire",
        seconds=160,
        path=[(-340, -84), (-392, -160), (-394, -178), (-270, -177), (-150, -171), (-64, -176), (-62, -120)],
    ),
    Leg(
        stop="Retour à la maison de quartier",
        seconds=180,
        path=[(-62, -120), (-10, -150), (40, -184), (28, -110), (19, -36), (95, -42)],
    ),
]
REACQUIRING_SECONDS = 100  # what a cold receiver needs to fix again, coming out of a passage
UNCOVERED_START = 12  # metres the receiver still hears after entering a covered passage


def moments() -> list[Moment]:
    """The true walk, one moment every two seconds."""
    found: list[Moment] = []
    now = START
    for leg in LEGS:
        walking = round(length(leg.path) / METRES_PER_SECOND)
        for second in range(0, walking, STEP_SECONDS):
            metres = second * METRES_PER_SECOND
            covered = leg.covered and metres > UNCOVERED_START
            found.append(Moment(time=now, at=along(leg.path, metres), covered=covered, standing=False))
            now += timedelta(seconds=STEP_SECONDS)
        for second in range(0, leg.seconds, STEP_SECONDS):
            covered = leg.covered and second < REACQUIRING_SECONDS
            found.append(Moment(time=now, at=leg.path[-1], covered=covered, standing=True))
            now += timedelta(seconds=STEP_SECONDS)
    return found


def stop_start(name: str) -> datetime:
    """When the group came to stand at a named stop."""
    now = START
    for leg in LEGS:
        now += timedelta(seconds=-(-round(length(leg.path) / METRES_PER_SECOND) // STEP_SECONDS) * STEP_SECONDS)
        if leg.stop == name:
            return now
        now += timedelta(seconds=-(-leg.seconds // STEP_SECONDS) * STEP_SECONDS)
    raise KeyError(name)


def gpx() -> str:
    """The log: stops as way points, the track as the receiver gave it."""
    hand = random.Random(7)
    drift_x = drift_y = 0.0
    lines = []
    fixes = [moment for moment in moments() if not moment.covered]
    thrown = {len(fixes) // 5, len(fixes) // 2, len(fixes) * 4 // 5}
    for number, moment in enumerate(fixes):
        keep = 0.97 if moment.standing else 0.93
        step = 0.28 if moment.standing else 0.5
        drift_x = keep * drift_x + hand.gauss(0, step)
        drift_y = keep * drift_y + hand.gauss(0, step)
        x, y = moment.at[0] + drift_x + hand.gauss(0, 0.12), moment.at[1] + drift_y + hand.gauss(0, 0.12)
        hdop = 0.9 + abs(drift_x + drift_y) * 0.12
        if number in thrown:
            x, y, hdop = x + hand.choice((-1, 1)) * hand.uniform(180, 320), y + hand.uniform(90, 240), 9.5
        longitude, latitude = to_lonlat((x, y))
        lines.append(
            f'<trkpt lat="{latitude:.7f}" lon="{longitude:.7f}"><ele>{52 + 0.004 * x:.1f}</ele>'
            f"<time>{_utc(moment.time)}</time><hdop>{hdop:.1f}</hdop></trkpt>"
        )
    stops = []
    for leg in LEGS:
        if leg.stop:
            longitude, latitude = to_lonlat(leg.path[-1])
            stops.append(
                f'<wpt lat="{latitude:.7f}" lon="{longitude:.7f}"><time>{_utc(stop_start(leg.stop))}</time>'
                f"<name>{escape(leg.stop)}</name><type>halte</type></wpt>"
            )
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gpx version="1.1" creator="GUP Walker demonstration" xmlns="http://www.topografix.com/GPX/1/1">',
            "<metadata><name>Marche de femmes, de nuit (démonstration)</name>"
            "<desc>Marche inventée dans un quartier inventé. Invented walk in an invented district.</desc>"
            f"<time>{_utc(START)}</time></metadata>",
            *stops,
            "<trk><name>Marche de femmes, de nuit (démonstration)</name><trkseg>",
            *lines,
            "</trkseg></trk>",
            "</gpx>",
            "",
        ]
    )


def _utc(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")
