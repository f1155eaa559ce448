"""What tablet and server say to one another: one frozen dataclass a message, written by sync.protocol.codec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.protocol.records import Code, Id, Sha256, Time

ACCEPTED = "accepted"
SAME = "same"
STALE = "stale"
CONFLICT = "conflict"
REJECTED = "rejected"
GONE = "gone"
OUTCOMES = (ACCEPTED, SAME, STALE, CONFLICT, REJECTED, GONE)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """The body of every answer that is not a success."""

    error: str
    message: str


@dataclass(frozen=True, kw_only=True)
class EnrolRequest:
    """Turns a one-time code into a device token. Enrolling again keeps `device_id`, proved by its key."""

    code: str
    device_id: Id
    public_key: str
    signature: str
    name: str = ""
    app_version: str = ""


@dataclass(frozen=True, kw_only=True)
class EnrolAnswer:
    """`territories` empty means: may write anywhere, pulls only its own walks.

    `server_key`: the raw Ed25519 key, in standard base64, with which this server signs what is carried by hand.
    `seal_key`: its raw X25519 key, in which tablets lock what another one carries to it.
    """

    token: str
    epoch: Id
    server_name: str
    server_key: str = ""
    seal_key: str = ""
    territories: tuple[Code, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HelloRequest:
    """Opens a sync. `highest_seq` is the highest feed number this tablet ever saw from this server.

    `marks`: made anew for each hello, the one of this hello last; before it all that the server may have had last. The
    server keeps the last one: a tablet that does not know it is a copy, or was put back from one (`copied_tablet`).
    """

    protocol: int
    app_version: str
    device_id: Id
    sent_at: Time
    epoch: Id | None = None
    highest_seq: int = 0
    cursors: Mapping[str, int] = field(default_factory=dict)
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HelloAnswer:
    """`waiting` says whether a pull would bring anything; `scopes` are what this tablet may pull.

    Absent scopes are those of which the tablet told its cursors. `token` is the tablet's from its next sync on; the one
    it has stays good until then.
    """

    epoch: Id
    server_time: Time
    protocol: int
    waiting: bool
    scopes: tuple[str, ...] | None = None
    token: str | None = None


@dataclass(frozen=True, kw_only=True)
class SplitRequest:
    """A copied tablet takes an id and a key of its own; asked with the token that it shares with the other one.

    The answer is an EnrolAnswer. Asked again with the same id and key it gives a new token.
    """

    device_id: Id
    public_key: str
    signature: str
    name: str = ""
    app_version: str = ""


@dataclass(frozen=True, kw_only=True)
class PushItem:
    """One record: its canonical bytes as text, their hash, and the hash of the revision last acknowledged."""

    hash: Sha256
    body: str
    base: Sha256 | None = None


@dataclass(frozen=True, kw_only=True)
class PushRequest:
    """At most MAX_PUSH_RECORDS items; one bad record never blocks the others."""

    records: tuple[PushItem, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one pushed record: one of OUTCOMES. `head` is the hash the server holds now.

    `head_body`: with `stale`, the bytes of that head when this tablet's own id wrote it (a copied tablet), so that a
    person can read both versions.
    """

    hash: Sha256
    outcome: Code
    head: Sha256 | None = None
    code: str | None = None
    field: str | None = None
    message: str = ""
    head_body: str | None = None


@dataclass(frozen=True, kw_only=True)
class PushAnswer:
    """One outcome a record, in the order sent; `wanted` are media the server knows of and does not hold.

    `seq` is the number the feed has reached: a tablet that saw it can tell a server that was set back since.
    """

    epoch: Id
    outcomes: tuple[Outcome, ...]
    wanted: tuple[Sha256, ...] = ()
    seq: int = 0


@dataclass(frozen=True, kw_only=True)
class MediaAnswer:
    """The media now held, of those begun how many bytes are there, and those refused with the reason."""

    epoch: Id
    held: tuple[Sha256, ...]
    begun: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[Outcome, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PullRequest:
    """One cursor a scope (`territory:CODE`, `walk:ID`, `device:ID`, `everyone`); one not named starts at 0.

    `again`: ids of records whose bytes changed on the tablet's disk, its own or pulled ones.
    """

    cursors: Mapping[str, int] = field(default_factory=dict)
    again: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PulledRecord:
    """A record as its writer sent it: the very bytes, their hash, its number in the feed, all its scopes."""

    seq: int
    scopes: tuple[str, ...]
    hash: Sha256
    body: str


@dataclass(frozen=True, kw_only=True)
class Departure:
    """A record that left a scope: changed territory, or is no longer to be read there."""

    seq: int
    scope: str
    id: Id


@dataclass(frozen=True, kw_only=True)
class PullAnswer:
    """A page of the feed. `cursors` are kept only once the whole page is stored; `more` asks for another.

    `again`: of the records asked for by id, those that the server holds and this tablet wrote or may read.
    """

    epoch: Id
    records: tuple[PulledRecord, ...]
    departures: tuple[Departure, ...] = ()
    erased: tuple[Id, ...] = ()
    cursors: Mapping[str, int] = field(default_factory=dict)
    more: bool = False
    again: tuple[PulledRecord, ...] = ()


def enrol_challenge(code: str, device_id: str, public_key: str) -> bytes:
    """What a tablet signs with its Ed25519 key to enrol; `public_key` is the raw key in standard base64."""
    return f"gup-walker enrol v1\n{code}\n{device_id}\n{public_key}".encode()


def split_challenge(former_id: str, device_id: str, public_key: str) -> bytes:
    """What a copied tablet signs with its new key to part from the other one."""
    return f"gup-walker split v1\n{former_id}\n{device_id}\n{public_key}".encode()
