"""Addresses without a network: the nearest one to a point, and those that a few typed letters mean.

An index is one SQLite file `NAME.addresses` among the map packs; a pack drawn here brings the streets of its drawing,
`walker pack import` takes in a list of house numbers. Every query is a few milliseconds, on the window's thread.
"""

from __future__ import annotations

import math
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.durable import replace_durably
from walker.maps.address_file import ADDRESS, PLACE, STREET, Address
from walker.maps.features import Basemap
from walker.maps.projection import to_degrees

if TYPE_CHECKING:
    import sqlite3

ENDING = ".addresses"
METRES_PER_DEGREE = 111_195.0
WITHIN_M = (40.0, 160.0)  # looked for nearby first: mostly there is one
DOOR_M = 60.0  # a house number of the street one stands in
LANDMARK_M = 300.0
MOST_CANDIDATES = 400

_SCHEMA = """
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE addresses (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, words TEXT NOT NULL, town TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL
);
CREATE VIRTUAL TABLE names USING fts5 (plain, content = '', prefix = '2 3 4');
CREATE VIRTUAL TABLE stretches USING rtree (
    id, west, east, south, north, +address INTEGER, +kind TEXT, +x1 REAL, +y1 REAL, +x2 REAL, +y2 REAL
);
"""
_NEAR = "SELECT address, x1, y1, x2, y2 FROM stretches WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?"
_SHORT = {
    "av": "avenue", "bd": "boulevard", "bld": "boulevard", "bvd": "boulevard", "che": "chemin", "fg": "faubourg",
    "imp": "impasse", "pas": "passage", "pl": "place", "r": "rue", "sq": "square", "st": "saint", "ste": "sainte",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """An address, a street or a place. `distance_m` from the point asked; NaN when none was given."""

    kind: str
    words: str
    town: str
    lat: float
    lon: float
    distance_m: float = math.nan


class AddressBook:
    """All indexes of a data folder as one. One that is damaged or gone is passed over: the map still works."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "packs"
        self._open: dict[tuple[Path, int], sqlite3.Connection] = {}
        self._lock = threading.Lock()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look in."""
        return not self._connections()

    def nearest(self, lat: float, lon: float) -> Found | None:
        """The door or the street one stands at; None further than 160 m from any."""
        for within in WITHIN_M:
            near = self._near(lat, lon, within, (ADDRESS, STREET))
            street = next((found for found in near if found.kind == STREET), None)
            doors = [found for found in near if found.kind == ADDRESS]
            if street is not None:
                name = plain(street.words)
                of_street = (door for door in doors if door.distance_m <= DOOR_M and plain(door.words).endswith(name))
                return next(of_street, street)
            if doors:
                return doors[0]
        return None

    def landmark(self, lat: float, lon: float) -> Found | None:
        """A park, a school, a station… one can be found by."""
        return next(iter(self._near(lat, lon, LANDMARK_M, (PLACE,))), None)

    def search(self, text: str, near: tuple[float, float] | None = None, *, limit: int = 12) -> list[Found]:
        """What these letters can mean, nearest first. The last word may be unfinished."""
        asked = _question(text)
        if not asked:
            return []
        found: dict[tuple[str, str], Found] = {}
        for connection in self._connections():
            for row in self._ask(
                connection,
                "SELECT kind, words, town, lat, lon FROM names JOIN addresses ON addresses.id = names.rowid"
                " WHERE names MATCH ? ORDER BY rank LIMIT ?",
                (asked, MOST_CANDIDATES),
            ):
                one = _found(row, near)
                found.setdefault((plain(one.words), one.town), one)
        wants_door = any(word[0].isdigit() for word in plain(text).split())

        def rank(one: Found) -> tuple[bool, float, str]:
            return one.kind == ADDRESS and not wants_door, 0.0 if near is None else one.distance_m, one.words

        return sorted(found.values(), key=rank)[:limit]

    def close(self) -> None:
        with self._lock:
            for connection in self._open.values():
                connection.close()
            self._open = {}

    def _near(self, lat: float, lon: float, within_m: float, kinds: Sequence[str]) -> list[Found]:
        north, east = within_m / METRES_PER_DEGREE, within_m / (METRES_PER_DEGREE * _shrink(lat))
        box = (lon + east, lon - east, lat + north, lat - north)
        found: list[Found] = []
        for connection in self._connections():
            best: dict[int, float] = {}
            marks = ", ".join("?" * len(kinds))
            for address, *ends in self._ask(connection, f"{_NEAR} AND kind IN ({marks})", (*box, *kinds)):
                distance = _to_stretch(lat, lon, ends)
                if distance <= min(within_m, best.get(address, math.inf)):
                    best[address] = distance
            for address, distance in best.items():
                rows = self._ask(
                    connection, "SELECT kind, words, town, lat, lon FROM addresses WHERE id = ?", (address,)
                )
                found += [
                    Found(kind=r[0], words=r[1], town=r[2], lat=r[3], lon=r[4], distance_m=distance) for r in rows
                ]
        return sorted(found, key=lambda one: one.distance_m)

    def _connections(self) -> list[sqlite3.Connection]:
        """Those of the files that are there now: a list just taken in is asked at once."""
        import sqlite3  # on use: the composition root puts SQLCipher's driver in the place of this name first

        with self._lock:
            there = {(path, path.stat().st_mtime_ns) for path in sorted(self._folder.glob(f"*{ENDING}"))}
            for gone in self._open.keys() - there:
                self._open.pop(gone).close()
            for key in sorted(there - self._open.keys()):
                address = f"{key[0].resolve().as_uri()}?mode=ro&immutable=1"
                self._open[key] = sqlite3.connect(address, uri=True, check_same_thread=False)
            return list(self._open.values())

    def _ask(self, connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> list[Any]:
        import sqlite3

        try:
            with self._lock:
                return connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:
            return []


def index_addresses(addresses: Iterable[Address], out: Path, *, title: str = "") -> int:
    """Write the index whole or not at all; gives the number of addresses."""
    import sqlite3

    part = out.with_name(out.name + ".part")
    part.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(part)
        try:
            connection.executescript(_SCHEMA)
            connection.execute("INSERT INTO metadata VALUES ('name', ?)", (title or out.stem,))
            count = stretch = 0
            for count, address in enumerate(addresses, start=1):
                middle = address.line[len(address.line) // 2]
                connection.execute(
                    "INSERT INTO addresses VALUES (?, ?, ?, ?, ?, ?)",
                    (count, address.kind, address.words, address.town, middle[1], middle[0]),
                )
                connection.execute(
                    "INSERT INTO names (rowid, plain) VALUES (?, ?)", (count, plain(f"{address.words} {address.town}"))
                )
                for a, b in pairwise(address.line if len(address.line) > 1 else address.line * 2):
                    stretch += 1
                    box = (min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]))
                    connection.execute(
                        "INSERT INTO stretches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        (stretch, *box, count, address.kind, *a, *b),
                    )
            connection.execute("INSERT INTO metadata VALUES ('count', ?)", (str(count),))
            connection.execute("INSERT INTO names (names) VALUES ('optimize')")
            connection.commit()
        finally:
            connection.close()
        replace_durably(part, out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count


def addresses_of(basemap: Basemap) -> list[Address]:
    """The streets and places that a drawing names."""
    found = []
    for layer, kind in (("street", STREET), ("park", PLACE), ("place", PLACE)):
        for shape in basemap.layers[layer]:
            if shape.name:
                line = tuple(to_degrees(point) for point in shape.points)
                found.append(Address(kind=kind, words=shape.name, line=line))
    return found


def plain(text: str) -> str:
    """Words as they are compared: without case, accents or punctuation, usual short forms written out."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    kept = "".join(" " if not character.isalnum() else character for character in bare if not _is_accent(character))
    return " ".join(_SHORT.get(word, word) for word in kept.split())


def _question(text: str) -> str:
    """For FTS5: a number is meant whole unless it is still being typed, any other word may be its beginning."""
    words = plain(text).split()
    return " ".join(
        f'"{word}"' + ("" if word[0].isdigit() and at < len(words) - 1 else "*") for at, word in enumerate(words)
    )


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0


def _found(row: Sequence[Any], near: tuple[float, float] | None) -> Found:
    kind, words, town, lat, lon = row
    distance = math.nan if near is None else _to_stretch(*near, (lon, lat, lon, lat))
    return Found(kind=kind, words=words, town=town, lat=lat, lon=lon, distance_m=distance)


def _shrink(lat: float) -> float:
    return max(0.01, math.cos(math.radians(lat)))


def _to_stretch(lat: float, lon: float, ends: Sequence[float]) -> float:
    """Metres from a point to a straight stretch, on a plane: exact enough within a town."""
    shrink = _shrink(lat)
    ax, ay, bx, by = (
        (value - origin) * METRES_PER_DEGREE * factor
        for value, origin, factor in zip(ends, (lon, lat) * 2, (shrink, 1.0) * 2, strict=True)
    )
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy)
