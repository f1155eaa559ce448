"""GPX 1.0 and 1.1 by expat, event by event: any maker's extensions are read, never an entity expanded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from sync.formats.errors import InputError
from sync.formats.text import decode
from sync.formats.tracklog.model import (
    METRES_PER_HDOP,
    Collector,
    Fix,
    TrackLog,
    plain_float,
    position_problem,
)
from sync.formats.tracklog.times import parse_time

# What expat says when the text simply ends: the rest of the file was never written.
_CUT = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
_WANTED = frozenset(
    {
        "time",
        "ele",
        "hdop",
        "speed",
        "course",
        "accuracy",
        "hacc",
        "horizontalaccuracy",
        "horizontal_accuracy",
    }
)
_ACCURACIES = ("accuracy", "hacc", "horizontalaccuracy", "horizontal_accuracy")


class _Forbidden(Exception):
    """The document declares a type or entities: no recorder does, an attack would."""


class _NotGpx(Exception):
    """The root element is another format's."""


def read_gpx(data: bytes, file: Path) -> TrackLog:
    """Recorded tracks (``trk``); routes and waypoints are plans and marks, not where the group went."""
    handler = _Handler(file)
    # The text is decoded first and given as UTF-8: what the declaration claims is often not what was written.
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    handler.line = lambda: parser.CurrentLineNumber
    try:
        parser.Parse(decode(data).lstrip("\ufeff \r\n\t").encode("utf-8", errors="replace"), True)
    except _Forbidden as error:
        raise InputError(
            "log_malformed",
            "it declares a document type, which no recorder does",
            file=file,
            place=f"line {parser.CurrentLineNumber}",
            mend="export the track again as plain GPX",
        ) from error
    except _NotGpx as error:
        raise InputError(
            "unknown_format",
            f"it is XML of another kind (<{error}>)",
            file=file,
            mend="export the track as GPX",
        ) from error
    except expat.ExpatError as error:
        if error.code not in _CUT:
            # Only a cut is forgiven: after a fault in the middle there may be points, lost unsaid.
            raise InputError(
                "log_malformed",
                f"it is not well-formed XML ({expat.errors.messages[error.code]})",
                file=file,
                place=f"line {error.lineno}",
                mend="export the track again, or mend that line",
            ) from error
        handler.found.skip(f"line {error.lineno}", "truncated")
    return handler.found.finish(why_none=handler.why_none())


def _refuse_doctype(name: str, system_id: str | None, public_id: str | None, has_internal_subset: bool) -> None:
    raise _Forbidden(name)


class _Handler:
    """Follows the elements; keeps only the point being read."""

    def __init__(self, file: Path) -> None:
        self.found = Collector("gpx", file)
        self.line: Callable[[], int] = lambda: 0
        self._depth = 0
        self._attributes: dict[str, str] | None = None
        self._values: dict[str, str] = {}
        self._name = ""
        self._text: list[str] = []
        self._other_points = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self._depth == 0 and local != "gpx":
            raise _NotGpx(local)
        self._depth += 1
        if local == "trkseg":
            self.found.break_segment()
        elif local == "trkpt":
            self._attributes, self._values = attributes, {}
        elif local in ("rtept", "wpt"):
            self._other_points += 1
        self._name, self._text = local.lower(), []

    def text(self, text: str) -> None:
        if self._attributes is not None and self._name in _WANTED:
            self._text.append(text)

    def end(self, name: str) -> None:
        self._depth -= 1
        local = name.rpartition(":")[2]
        if local == "trkpt":
            self._point()
            self._attributes = None
        elif local == "trkseg":
            self.found.break_segment()
        elif self._attributes is not None and self._text:
            self._values.setdefault(self._name, "".join(self._text).strip())
        self._name, self._text = "", []

    def _point(self) -> None:
        place = f"line {self.line()}"
        attributes = self._attributes or {}
        lat, lon = plain_float(attributes.get("lat")), plain_float(attributes.get("lon"))
        if lat is None or lon is None:
            self.found.skip(place, "not_a_number")
            return
        if problem := position_problem(lat, lon):
            self.found.skip(place, problem)
            return
        values = self._values
        time = parse_time(values["time"]) if values.get("time") else None
        if values.get("time") and time is None:
            self.found.skip(place, "bad_time")
        said = [values[name] for name in _ACCURACIES if name in values]
        accuracy = next((value for text in said if (value := plain_float(text))), None)
        hdop = plain_float(values.get("hdop"))
        if accuracy is None and hdop is not None:
            accuracy = hdop * METRES_PER_HDOP
        self.found.add(
            Fix(
                lat=lat,
                lon=lon,
                time=time,
                accuracy_m=accuracy,
                elevation_m=plain_float(values.get("ele")),
                speed_mps=plain_float(values.get("speed")),
                course_deg=plain_float(values.get("course")),
            )
        )

    def why_none(self) -> str:
        if self._other_points:
            return "it holds a planned route or marks, but no recorded track"
        return "it holds no recorded position"
