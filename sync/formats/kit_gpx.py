"""A planned way as GPX: its route, else its track, is the way; its waypoints are the stops. Times are not looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from sync.formats.errors import InputError
from sync.formats.text import decode
from sync.formats.tracklog.model import plain_float, position_problem
from sync.protocol.records import Point

if TYPE_CHECKING:
    from sync.formats.kit import Kit

_DEGREES = 10_000_000


def read_route(data: bytes, file: Path) -> Kit:
    """Raises InputError: not well-formed, or no position in it."""
    from sync.formats.kit import MAX_POINTS, MAX_STOPS, MAX_TITLE, Kit

    found = _Handler()
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.text
    parser.StartDoctypeDeclHandler = found.doctype
    try:
        parser.Parse(decode(data).lstrip("\ufeff \r\n\t").encode("utf-8", errors="replace"), True)
    except (expat.ExpatError, _Forbidden) as error:
        raise InputError(
            "kit_malformed",
            "it is no well-formed GPX",
            file=file,
            place=f"line {parser.CurrentLineNumber}",
            mend="export the way again as GPX",
        ) from error
    way = found.points["rtept"] or found.points["trkpt"]
    stops = found.points["wpt"]
    if not way and not stops:
        raise InputError(
            "kit_no_route",
            "it holds no route, no track and no waypoint",
            file=file,
            mend="export the way again, with its points",
        )
    if len(stops) > MAX_STOPS:
        raise InputError(
            "kit_too_large", f"it holds {len(stops)} waypoints", file=file, mend=f"keep at most {MAX_STOPS} as stops"
        )
    step = -(-len(way) // MAX_POINTS)  # a day at one fix a second is thinned, its ends are kept
    kept = way[::step] + (way[-1:] if step > 1 else []) if way else []
    return Kit(title=" ".join(found.title.split())[:MAX_TITLE], route=tuple(kept[:MAX_POINTS]), stops=tuple(stops))


class _Forbidden(Exception):
    """The document declares a type or entities: an attack would."""


class _Handler:
    """Follows the elements; `title` is the first name that is not a point's."""

    def __init__(self) -> None:
        self.points: dict[str, list[Point]] = {"rtept": [], "trkpt": [], "wpt": []}
        self.title = ""
        self._path: list[str] = []
        self._titled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self._path.append(tag)
        if tag in self.points:
            lat, lon = plain_float(attributes.get("lat")), plain_float(attributes.get("lon"))
            if lat is not None and lon is not None and position_problem(lat, lon) is None:
                self.points[tag].append(Point(lat_e7=round(lat * _DEGREES), lon_e7=round(lon * _DEGREES)))

    def text(self, text: str) -> None:
        if not self._titled and self._path[-1] == "name" and self._path[-2:-1] != ["wpt"]:
            self.title += text

    def end(self, _name: str) -> None:
        if self._path.pop() == "name" and self.title.strip():
            self._titled = True

    def doctype(self, name: str, _system: str | None, _public: str | None, _internal: bool) -> None:
        raise _Forbidden(name)
