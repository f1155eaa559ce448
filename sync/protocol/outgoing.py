"""What waits on a tablet and what became of it: the store makes these, the client's engine reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from sync.protocol.frozen import frozen


@frozen()
class Enrolment:
    """Where this tablet sends. `epoch` is None until the first hello of that server. `authority`: see Transport."""

    url: str
    token: str
    epoch: str | None
    highest_seq: int
    authority: str = ""


@frozen()
class OutgoingRecord:
    """A record whose revision was not acknowledged yet. `body` is its canonical bytes, hash already checked."""

    id: str
    revision: int
    hash: str
    base: str | None
    body: bytes


@frozen()
class OutgoingMedium:
    """Bytes on disk that a pushed record names. `preview`: at most 40 KB, sent many to a request."""

    sha256: str
    size: int
    path: Path
    preview: bool


@frozen()
class TrayLine:
    """What needs a person: a refused record or medium, or a conflict. `code` is an ErrorCode's code."""

    id: str
    code: str
    field: str
    message: str


@frozen()
class Backlog:
    """What has not gone: ids held for a person, tray lines (refused, conflicts), and how much waits.

    `states`: how many records stand where (draft, held, waiting, refused, conflict, sent), as the tablet shows them.
    """

    held: tuple[str, ...]
    refused: tuple[TrayLine, ...]
    conflicts: tuple[TrayLine, ...]
    left: int
    states: Mapping[str, int] = field(default_factory=dict)
