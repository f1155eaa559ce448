"""The invented district: streets, parks, railway and limits drawn by hand, houses set along them by a seeded hand.

No line of it is copied from a map; every street name is invented and borne by no street of Paris.
"""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import Any

from shapely.geometry import LineString, Polygon, box
from shapely.ops import unary_union
from shapely.strtree import STRtree

from scripts.demo.plane import Point, line_to_lonlat, to_lonlat

CODE = "demo_quartier"
NAME = "Quartier de démonstration"

# Name, width in metres, points. An empty name is a lane without a label.
STREETS: list[tuple[str, float, list[Point]]] = [
    ("Boulevard des Quatre-Saisons", 25, [(-470, 1300), (-432, 330), (-415, 95), (-398, -170), (-350, -1300)]),
    ("Rue de la Lanterne-Bleue", 13, [(-1700, 262), (-430, 282), (-170, 262), (120, 252), (395, 232)]),
    ("Rue des Trois-Boulangers", 14, [(-1700, 60), (-416, 95), (-150, 93), (22, 82), (210, 62), (362, 48)]),
    ("Rue des Tisseuses", 14, [(-1700, -230), (-398, -180), (-150, -172), (60, -186), (297, -222)]),
    ("Rue de l'Entrepôt-Vert", 12, [(-392, -390), (-120, -382), (90, -398), (222, -420)]),
    ("Rue du Figuier-Blanc", 12, [(92, 1300), (40, 430), (30, 255), (22, 82), (18, -35), (42, -186), (62, -395)]),
    ("Rue des Deux-Puits", 12, [(-60, 1300), (-140, 430), (-172, 262), (-205, 170), (-292, -30), (-398, -165)]),
    (
        "Rue du Talus",
        13,
        [(660, 1300), (440, 400), (395, 232), (362, 48), (330, -90), (297, -222), (215, -430), (-160, -1300)],
    ),
    ("Rue du Vieux-Lavoir", 11, [(-285, -18), (-150, -24), (18, -35)]),
    ("Rue des Arrosoirs", 11, [(18, -35), (140, -48), (336, -66)]),
    ("Rue du Grand-Cerisier", 10, [(180, 248), (172, 160), (160, 68), (140, -48)]),
    ("Rue de la Marelle", 10, [(172, 165), (382, 152)]),
    ("Rue des Bobines", 10, [(-60, 87), (-66, -28)]),
    ("Rue des Ardoises", 10, [(-190, -174), (-205, -278), (-196, -384)]),
    ("Rue de la Corde-Lisse", 10, [(140, -198), (150, -300), (156, -408)]),
    ("Passage du Chat-Perché", 6, [(-62, 30), (20, 24)]),
    ("Impasse du Noisetier", 7, [(-300, 94), (-304, 190)]),
    ("Rue des Potiers", 11, [(-60, 258), (-78, 430), (-50, 1300)]),
    ("Rue de la Girouette", 11, [(262, 242), (290, 430), (320, 1300)]),
    ("", 9, [(-640, 276), (-650, 84)]),
    ("", 9, [(-640, 84), (-620, -192)]),
    ("", 10, [(-434, 450), (-140, 430)]),
    ("", 10, [(-140, 430), (40, 430), (290, 430), (440, 400)]),
    ("", 10, [(-1700, 482), (-440, 452)]),
    ("", 10, [(-1700, -450), (-390, -392)]),
    ("", 9, [(-120, -382), (-170, -1300)]),
    ("Sente des Grands-Draps", 4, [(-64, 15), (-150, -24)]),
    ("", 4, [(-396, -40), (-292, -30)]),
    ("", 3, [(-64, -170), (-62, -120), (10, -50)]),
    ("", 3, [(-140, -44), (-62, -120), (28, -164)]),
]

PARKS: list[tuple[str, list[Point]]] = [
    ("Square de la Fontaine-Claire", [(-142, -40), (8, -50), (30, -170), (-146, -158)]),
    ("Jardin des Grands-Draps", [(-255, 66), (-232, 72), (-76, 72), (-76, 8), (-150, -10), (-232, -6)]),
    ("Pelouse du Talus", [(166, -226), (284, -240), (212, -404), (172, -396)]),
    ("", [(-620, 250), (-470, 258), (-464, 120), (-624, 112)]),
    ("", [(-360, 262), (-300, 262), (-312, 205), (-366, 208)]),
]

# Courtyard buildings of the invented landlord, and public ones; the rest is set by a seeded hand.
NAMED_BUILDINGS: list[tuple[str, list[Point]]] = [
    (
        "École de la Marelle",
        [(222, 136), (346, 128), (344, 112), (262, 117), (260, 92), (240, 93), (242, 118), (221, 120)],
    ),
    ("Résidence Les Tilleuls", [(-372, -80), (-276, -76), (-276, -92), (-372, -96)]),
    ("Résidence Les Tilleuls", [(-384, -120), (-240, -112), (-240, -128), (-384, -136)]),
    ("Maison de quartier", [(66, -70), (112, -74), (109, -108), (63, -104)]),
    ("Ancien lavoir", [(-190, 2), (-162, 0), (-163, -14), (-191, -12)]),
]
PLACES: list[tuple[str, Point]] = [
    ("École de la Marelle", (284, 124)),
    ("Résidence Les Tilleuls", (-318, -104)),
    ("Maison de quartier", (88, -89)),
    ("Gare du Talus", (436, 96)),
]
RAIL_OFFSETS = (0.0, 9.0, 22.0, 31.0, 44.0, 53.0, 66.0)
RAIL_AXIS: list[Point] = [
    (722, 1300),
    (478, 400),
    (432, 232),
    (398, 48),
    (366, -90),
    (333, -222),
    (250, -430),
    (-100, -1300),
]
PERIMETER: list[Point] = [
    (-405, 300),
    (405, 252),
    (374, 48),
    (342, -90),
    (308, -226),
    (228, -422),
    (-378, -402),
    (-386, -180),
    (-402, 95),
]
# A plot left empty on purpose: the candidate space of the demonstration.
VACANT_PLOT: list[Point] = [(52, 62), (98, 56), (94, -28), (48, -24)]
EXTENT = (-880.0, -620.0, 880.0, 620.0)  # what the map pack covers; streets go on beyond


def territory() -> dict[str, Any]:
    """The limits of the district, said to be a demonstration in the data itself."""
    return _collection(
        [
            {
                "type": "Feature",
                "id": CODE,
                "properties": {
                    "code": CODE,
                    "kind": "demonstration",
                    "name": NAME,
                    "fr": NAME,
                    "en": "Demonstration district",
                    "official": False,
                    "note_fr": "Périmètre inventé, dessiné pour la démonstration. Ce n'est pas un quartier officiel.",
                    "note_en": "Invented limits, drawn for the demonstration. Not an official district.",
                },
                "geometry": _polygon(PERIMETER),
            }
        ]
    )


def basemap() -> dict[str, Any]:
    """Everything the demonstration map draws, one feature each; `layer` tells how."""
    features: list[dict[str, Any]] = []
    features += [_feature("park", _polygon(ring), name=name) for name, ring in PARKS]
    features += [_feature("building", _polygon(ring)) for ring in _houses()]
    features += [_feature("building", _polygon(ring)) for _, ring in NAMED_BUILDINGS]
    features.append(_feature("railbed", _polygon(_railbed())))
    features += [_feature("rail", _line(_shift(RAIL_AXIS, offset))) for offset in RAIL_OFFSETS]
    features += [_feature("street", _line(points), name=name, width=width) for name, width, points in STREETS]
    features += [_feature("place", {"type": "Point", "coordinates": to_lonlat(at)}, name=name) for name, at in PLACES]
    west, south = to_lonlat(EXTENT[:2])
    east, north = to_lonlat(EXTENT[2:])
    return {**_collection(features), "map_bounds": [west, south, east, north]}


def perimeter() -> Polygon:
    return Polygon(PERIMETER)


def street(name: str) -> list[Point]:
    return next(points for known, _, points in STREETS if known == name)


def _houses() -> list[list[Point]]:
    """Houses side by side along every street, then a few in the courtyards, none on a street, park or plot."""
    hand = random.Random(19)
    taken = unary_union(
        [LineString(points).buffer(width / 2 + 3) for _, width, points in STREETS]
        + [Polygon(ring).buffer(5) for _, ring in PARKS + NAMED_BUILDINGS]
        + [
            Polygon(_railbed()).buffer(6),
            Polygon(VACANT_PLOT),
            Polygon([(-400, -60), (-300, -50), (-215, -160), (-396, -160)]),
        ]
    )
    houses: list[Polygon] = []
    for _, width, points in STREETS:
        if width < 6:
            continue
        for side in (-1, 1):
            for candidate in _row(hand, points, side * (width / 2 + 4)):
                _keep(candidate, houses, taken)
    west, south, east, north = EXTENT
    for _ in range(1500):
        x, y = hand.uniform(west, east), hand.uniform(south, north)
        half_x, half_y = hand.uniform(5, 13), hand.uniform(5, 11)
        _keep(box(x - half_x, y - half_y, x + half_x, y + half_y).buffer(0), houses, taken.buffer(14), 7)
    return [list(house.exterior.coords) for house in houses]


def _row(hand: random.Random, points: list[Point], offset: float) -> list[Polygon]:
    row = []
    for a, b in pairwise(points):
        span = math.dist(a, b)
        ux, uy = (b[0] - a[0]) / span, (b[1] - a[1]) / span
        nx, ny = -uy, ux
        done = 0.0
        while done < span:
            front, depth = hand.uniform(11, 27), hand.uniform(9, 14)
            toward = 1 if offset > 0 else -1
            near, far = offset, offset + toward * depth
            ends = (done, min(done + front, span))
            if hand.random() > 0.12 and ends[1] - ends[0] > 7:
                row.append(
                    Polygon(
                        [
                            (a[0] + ux * t + nx * d, a[1] + uy * t + ny * d)
                            for t, d in ((ends[0], near), (ends[1], near), (ends[1], far), (ends[0], far))
                        ]
                    )
                )
            done += front + 0.8
    return row


def _keep(candidate: Polygon, houses: list[Polygon], taken: Any, gap: float = 0.4) -> None:
    if not box(*EXTENT).buffer(60).intersects(candidate) or candidate.intersects(taken):
        return
    if houses and len(STRtree(houses).query(candidate.buffer(gap), predicate="intersects")):
        return
    houses.append(candidate)


def _railbed() -> list[Point]:
    return _shift(RAIL_AXIS, -12) + list(reversed(_shift(RAIL_AXIS, RAIL_OFFSETS[-1] + 14)))


def _shift(points: list[Point], metres_east: float) -> list[Point]:
    return [(x + metres_east, y) for x, y in points]


def _feature(layer: str, geometry: dict[str, Any], **properties: Any) -> dict[str, Any]:
    said = {key: value for key, value in properties.items() if value}
    return {"type": "Feature", "properties": {"layer": layer, **said}, "geometry": geometry}


def _line(points: list[Point]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": line_to_lonlat(points)}


def _polygon(ring: list[Point]) -> dict[str, Any]:
    shell = list(Polygon(ring).normalize().exterior.coords)
    if Polygon(shell).exterior.is_ccw is False:
        shell.reverse()  # RFC 7946: the outer ring turns counter-clockwise
    return {"type": "Polygon", "coordinates": [line_to_lonlat([(x, y) for x, y in shell])]}


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}
