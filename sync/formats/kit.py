"""A walk kit: one file with which another group can make the same walk (S-05). docs/walk-kit.md is its description.

A kit comes from strangers: it is a zip that nothing is believed of. Sizes are measured while reading, names are checked
before anything is opened, and nothing is ever written under a name that the file gives.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn

from sync.formats.errors import InputError
from sync.formats.text import read_bytes
from sync.protocol.codec import CodecError, from_json, to_json
from sync.protocol.records import CatalogueEntry, Point

FORMAT, VERSION = "gup-walk-kit", 1
ENDING = ".gupkit"
CONTENT, INSTRUCTIONS, POSTERS = "kit.json", "instructions.md", "posters/"

MAX_FILE = 64 * 1024 * 1024
MAX_CONTENT = 4 * 1024 * 1024
MAX_INSTRUCTIONS = 256 * 1024
MAX_POSTER = 16 * 1024 * 1024
MAX_MEMBERS = 64
MAX_POSTERS = 12
MAX_POINTS = 20_000
MAX_STOPS = 100
MAX_CODES = 50
MAX_ENTRIES = 500
MAX_TITLE = 200

DEGREES = 10_000_000
PERIODS = ("day", "night", "mixed")
# A kit brings its grid and nothing else of the catalogue: no stranger changes categories or whom to call.
GRID_LISTS = ("grids", "grid_items")

_POSTER = re.compile(r"posters/[A-Za-z0-9][A-Za-z0-9 ._-]{0,98}\.(pdf|png|jpe?g)", re.IGNORECASE)
_CODE = re.compile(r"\S(?:.{0,78}\S)?")
_UNIX = 3
_LINK = 0o120000


@dataclass(frozen=True, kw_only=True)
class Poster:
    """A sheet to print or hang up."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Kit:
    """What a walk needs to be made again. `entries`: the grid and its items, when they are not shipped with the app."""

    title: str = ""
    publics: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    period: str | None = None
    territory: str | None = None
    step_free: bool | None = None
    route: tuple[Point, ...] = ()
    stops: tuple[Point, ...] = ()
    grid_code: str | None = None
    grid_version: int | None = None
    entries: tuple[CatalogueEntry, ...] = ()
    instructions: str = ""
    posters: tuple[Poster, ...] = ()


def read_kit(path: Path) -> Kit:
    """A kit file, or the route, track and waypoints of a GPX file. Raises InputError naming file, place and mend."""
    data = read_bytes(path, limit=MAX_FILE)
    if data.startswith(b"PK"):
        with path.open("rb") as stream:  # again and whole: an archive ends in zeros, which belong to it
            return _Reader(path, stream.read(MAX_FILE)).read()
    if b"<gpx" in data[:4096].replace(b"\0", b""):
        from sync.formats.kit_gpx import read_route

        return read_route(data, path)
    raise InputError(
        "unknown_format",
        "it is neither a walk kit nor a GPX file",
        file=path,
        mend=f"choose a file that ends in {ENDING} or .gpx",
    )


def is_kit(path: Path) -> bool:
    """Whether the file looks like one, judged by its content."""
    try:
        with zipfile.ZipFile(path) as bundle:
            return CONTENT in bundle.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        pass
    try:
        with path.open("rb") as stream:
            return b"<gpx" in stream.read(4096).replace(b"\0", b"")
    except OSError:
        return False


def write_kit(kit: Kit) -> bytes:
    """The bytes of a kit file; the same kit gives the same bytes."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "title": kit.title,
        "publics": list(kit.publics),
        "themes": list(kit.themes),
        "purposes": list(kit.purposes),
        "period": kit.period,
        "territory": kit.territory,
        "step_free": kit.step_free,
        "route": [_degrees(point) for point in kit.route],
        "stops": [_degrees(point) for point in kit.stops],
        "grid": {"code": kit.grid_code, "version": kit.grid_version} if kit.grid_code else None,
        "catalogue": [to_json(entry) for entry in kit.entries],
    }
    said = {key: value for key, value in content.items() if value not in (None, "", [])}
    files = [(CONTENT, json.dumps(said, ensure_ascii=False, indent=1).encode())]
    if kit.instructions:
        files.append((INSTRUCTIONS, kit.instructions.encode()))
    files += [(POSTERS + poster.name, poster.content) for poster in kit.posters]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files:
            bundle.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


class _Reader:
    """One file; every method names the place it was reading when it refuses."""

    def __init__(self, file: Path, data: bytes) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise InputError(
                "kit_damaged", "it is cut short or damaged", file=file, mend="ask for the file again"
            ) from error

    def read(self) -> Kit:
        members = self._members()
        if CONTENT not in members:
            self._refuse("kit_malformed", f"it holds no {CONTENT}", "", "ask for a walk kit; this is another archive")
        plain = self._json(self._bytes(members[CONTENT], MAX_CONTENT))
        instructions = b""
        if INSTRUCTIONS in members:
            instructions = self._bytes(members[INSTRUCTIONS], MAX_INSTRUCTIONS)
        posters = [name for name in members if name.startswith(POSTERS) and name != POSTERS]
        if len(posters) > MAX_POSTERS:
            self._refuse("kit_too_large", f"it holds {len(posters)} posters", "posters", f"keep at most {MAX_POSTERS}")
        for name in posters:
            if not _POSTER.fullmatch(name):
                self._refuse("kit_malformed", "this is no poster", name, "use PDF, PNG or JPEG with a plain name")
        try:
            words = instructions.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._refuse("kit_malformed", "it is not UTF-8", INSTRUCTIONS, "save it as UTF-8")
        return self._kit(
            plain,
            instructions=words,
            posters=tuple(
                Poster(name=name.removeprefix(POSTERS), content=self._bytes(members[name], MAX_POSTER))
                for name in sorted(posters)
            ),
        )

    def _members(self) -> dict[str, zipfile.ZipInfo]:
        """The files of the archive by name, when every name is harmless."""
        found: dict[str, zipfile.ZipInfo] = {}
        listed = self._zip.infolist()
        if len(listed) > MAX_MEMBERS:
            self._refuse("kit_too_large", f"it holds {len(listed)} files", "", f"a kit has at most {MAX_MEMBERS}")
        for member in listed:
            name = member.filename
            parts = name.replace("\\", "/").split("/")
            is_link = member.create_system == _UNIX and (member.external_attr >> 16) & 0o170000 == _LINK
            if name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\\" in name or is_link:
                self._refuse("kit_unsafe", "this name leads out of the kit", name[:80], "do not use this file")
            if member.flag_bits & 1:
                self._refuse("kit_unsafe", "it is locked with a password", name[:80], "ask for it without a password")
            if name in found:
                self._refuse("kit_malformed", "it is there twice", name[:80], "ask for the file again")
            found[name] = member
        return found

    def _bytes(self, member: zipfile.ZipInfo, limit: int) -> bytes:
        """At most `limit` bytes, counted as they come: what the archive says of itself is not believed."""
        try:
            with self._zip.open(member) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise InputError(
                "kit_damaged", "it is damaged", file=self._file, place=member.filename, mend="ask for the file again"
            ) from error
        if len(data) > limit:
            most = f"{limit // 1024 // 1024} MiB" if limit >= 1024 * 1024 else f"{limit // 1024} KiB"
            self._refuse("kit_too_large", f"it is larger than {most}", member.filename, "make it smaller")
        return data

    def _json(self, data: bytes) -> Mapping[str, Any]:
        try:
            plain = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=Decimal)
            json.dumps(plain, ensure_ascii=False, default=str).encode()  # \ud800 is JSON, and half of a sign
        except UnicodeError:
            self._refuse("kit_malformed", "it is not UTF-8", CONTENT, "save it as UTF-8")
        except json.JSONDecodeError as error:
            self._refuse("kit_malformed", f"it is not JSON ({error.msg})", f"{CONTENT}, line {error.lineno}", "mend it")
        except (RecursionError, ValueError, InvalidOperation):
            self._refuse("kit_malformed", "it is not JSON that can be read", CONTENT, "ask for the file again")
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            self._refuse("kit_malformed", f'it does not say "format": "{FORMAT}"', CONTENT, "ask for a walk kit")
        version: Any = plain.get("version")
        if not _is_whole(version) or version < 1:
            self._refuse("kit_malformed", "wants a whole number", f"{CONTENT}, version", f"write {VERSION}")
        if version > VERSION:
            mend = "install the newer version of the app"
            self._refuse("kit_too_new", f"it is of version {version}", f"{CONTENT}, version", mend)
        return plain

    def _kit(self, plain: Mapping[str, Any], *, instructions: str, posters: tuple[Poster, ...]) -> Kit:
        grid = plain.get("grid")
        if grid is not None and not isinstance(grid, dict):
            self._wrong("grid", 'an object with "code"')
        grid_version = (grid or {}).get("version")
        if grid_version is not None and (not _is_whole(grid_version) or not 1 <= grid_version < 2**31):
            self._wrong("grid.version", "a whole number from 1 on")
        period = plain.get("period")
        if period is not None and period not in PERIODS:
            self._wrong("period", f"one of {', '.join(PERIODS)}")
        step_free = plain.get("step_free")
        if step_free is not None and not isinstance(step_free, bool):
            self._wrong("step_free", "true or false")
        return Kit(
            title=self._text(plain, "title", MAX_TITLE),
            publics=self._codes(plain, "publics"),
            themes=self._codes(plain, "themes"),
            purposes=self._codes(plain, "purposes"),
            period=period,
            territory=self._code(plain.get("territory"), "territory"),
            step_free=step_free,
            route=self._points(plain, "route", MAX_POINTS),
            stops=self._points(plain, "stops", MAX_STOPS),
            grid_code=self._code((grid or {}).get("code"), "grid.code", needed=grid is not None),
            grid_version=grid_version,
            entries=self._entries(plain),
            instructions=instructions,
            posters=posters,
        )

    def _text(self, plain: Mapping[str, Any], name: str, most: int) -> str:
        text = "" if plain.get(name) is None else plain[name]
        if not isinstance(text, str) or len(text) > most or "\0" in text:
            self._wrong(name, f"a text of at most {most} characters")
        return " ".join(text.split())

    def _code(self, value: Any, place: str, *, needed: bool = False) -> str | None:
        if value is None and not needed:
            return None
        if not isinstance(value, str) or not _CODE.fullmatch(value):
            self._wrong(place, "a code of the catalogue")
        return value

    def _codes(self, plain: Mapping[str, Any], name: str) -> tuple[str, ...]:
        codes = self._list(plain, name, MAX_CODES)
        found = (self._code(code, f"{name}[{at}]", needed=True) for at, code in enumerate(codes))
        return tuple(dict.fromkeys(code for code in found if code is not None))

    def _points(self, plain: Mapping[str, Any], name: str, most: int) -> tuple[Point, ...]:
        return tuple(self._point(one, f"{name}[{at}]") for at, one in enumerate(self._list(plain, name, most)))

    def _point(self, value: Any, place: str) -> Point:
        if not isinstance(value, list) or len(value) != 2 or any(not _is_number(one) for one in value):
            self._wrong(place, "[longitude, latitude] in degrees")
        lon, lat = (Decimal(one) for one in value)
        # Compared, not computed with: the exponent may be beyond what can be.
        if not (lat.is_finite() and lon.is_finite() and -90 <= lat <= 90 and -180 <= lon <= 180):
            self._wrong(place, "[longitude, latitude] on the Earth, in this order")
        return Point(lat_e7=round(lat * DEGREES), lon_e7=round(lon * DEGREES))

    def _entries(self, plain: Mapping[str, Any]) -> tuple[CatalogueEntry, ...]:
        found = []
        for at, one in enumerate(self._list(plain, "catalogue", MAX_ENTRIES)):
            place = f"catalogue[{at}]"
            if not isinstance(one, dict) or one.get("list") not in GRID_LISTS:
                self._wrong(place, f"an entry of {' or '.join(GRID_LISTS)}")
            if any(isinstance(value, Decimal) for value in _values(one)):
                self._wrong(place, "whole numbers only")
            try:
                found.append(from_json(CatalogueEntry, one))
            except CodecError as error:
                self._wrong(f"{place}, {error}", "a whole catalogue entry")
        return tuple(found)

    def _list(self, plain: Mapping[str, Any], name: str, most: int) -> list[Any]:
        held = [] if plain.get(name) is None else plain[name]
        if not isinstance(held, list) or len(held) > most:
            self._wrong(name, f"a list of at most {most}")
        return held

    def _wrong(self, place: str, wanted: str) -> NoReturn:
        self._refuse("kit_malformed", f"wants {wanted}", f"{CONTENT}, {place}", "mend it or ask for the file again")

    def _refuse(self, code: str, message: str, place: str, mend: str) -> NoReturn:
        raise InputError(code, message, file=self._file, place=place or None, mend=mend)


def _values(value: Any) -> Iterable[Any]:
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _values(one)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _degrees(point: Point) -> list[float]:
    return [point.lon_e7 / DEGREES, point.lat_e7 / DEGREES]
