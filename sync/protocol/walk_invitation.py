"""What the lead's tablet shows as a square so that others join its walk without a network.

Nobody's name is in it: the lead is a tablet. A joined tablet never writes the walk itself, only its own records under
this `walk_id` (docs/sync-protocol.md). `square_text` says how the text is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.protocol import codec, square_text
from sync.protocol.records import Code, Id, Time

PREFIX = "GUPWALK"
VERSION = 1
TITLE_LENGTH = 80
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
_WHY = {
    "other": ("not_an_invitation", "this is no invitation to a walk"),
    "newer": ("newer_invitation", "this invitation comes from another version of the app"),
    "damaged": ("damaged_invitation", "this invitation is not whole: scan or type it again"),
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
        return square_text.write(f"{PREFIX}{VERSION}", plain, _NAMES)


def read_invitation(text: str) -> WalkInvitation:
    """The invitation in it. Raises NotAnInvitation."""
    try:
        return square_text.read(WalkInvitation, PREFIX, VERSION, text, _NAMES)
    except square_text.NotThatSquare as fault:
        raise NotAnInvitation(*_WHY[fault.why]) from fault
