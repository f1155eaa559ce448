"""What the lead's tablet shows as a square so that others join its walk without a network.

`GUPWALK1:` and then base 32: a compressed JSON with its check. Capitals and digits only, so that a square is small and
that the text can be typed; small letters, spaces and dashes are accepted. Nobody's name is in it: the lead is a tablet.
A joined tablet never writes the walk itself, only its own records under this `walk_id` (docs/sync-protocol.md).
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from dataclasses import dataclass, replace

from sync.protocol import codec
from sync.protocol.records import Code, Id, Time

PREFIX = "GUPWALK"
VERSION = 1
TITLE_LENGTH = 80
_CHECK = 4  # bytes of a sha256
_MOST_TEXT = 4000
_MOST_JSON = 8000
# As short as they can be on the wire; the names of the fields are for us.
_NAMES = {
    "walk_id": "w",
    "title": "t",
    "territory": "q",
    "grid_code": "g",
    "grid_version": "v",
    "period_planned": "p",
    "publics": "a",
    "themes": "h",
    "started_at": "s",
    "lead": "l",
}


class NotAnInvitation(ValueError):
    """`code`: not_an_invitation, newer_invitation or damaged_invitation; `str()` is one sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class WalkInvitation:
    """What a joined tablet needs: which walk, where, which grid. `lead` is the short name of the lead's tablet."""

    walk_id: Id
    title: str = ""
    territory: Code | None = None
    grid_code: Code | None = None
    grid_version: int | None = None
    period_planned: Code | None = None
    publics: tuple[Code, ...] = ()
    themes: tuple[Code, ...] = ()
    started_at: Time | None = None
    lead: str = ""

    @property
    def text(self) -> str:
        """As the square holds it."""
        plain = codec.to_json(replace(self, title=self.title[:TITLE_LENGTH]))
        short = {_NAMES[name]: value for name, value in plain.items() if value not in ("", [])}
        packed = zlib.compress(codec.canonical(short), 9)
        return f"{PREFIX}{VERSION}:" + base64.b32encode(_check(packed) + packed).decode().rstrip("=")


def read_invitation(text: str) -> WalkInvitation:
    """The invitation in it. Raises NotAnInvitation."""
    head, colon, rest = "".join(text.upper().split()).partition(":")
    if not colon or not head.startswith(PREFIX) or len(text) > _MOST_TEXT:
        raise NotAnInvitation("not_an_invitation", "this is no invitation to a walk")
    if head != f"{PREFIX}{VERSION}":
        raise NotAnInvitation("newer_invitation", "this invitation comes from another version of the app")
    letters = rest.replace("-", "")
    try:
        held = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError as fault:  # no base 32, or letters of another alphabet
        raise _damaged() from fault
    check, packed = held[:_CHECK], held[_CHECK:]
    if check != _check(packed):
        raise _damaged()
    try:
        unpacking = zlib.decompressobj()
        plain = codec.parse(unpacking.decompress(packed, _MOST_JSON))
        if not isinstance(plain, dict):
            raise _damaged()
        return codec.from_json(WalkInvitation, {name: plain[short] for name, short in _NAMES.items() if short in plain})
    except (zlib.error, codec.CodecError) as fault:
        raise _damaged() from fault


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:_CHECK]


def _damaged() -> NotAnInvitation:
    return NotAnInvitation("damaged_invitation", "this invitation is not whole: scan or type it again")
