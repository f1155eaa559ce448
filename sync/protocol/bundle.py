"""What a bundle (.gupz) says: the manifest that is signed, and the receipts that come back. docs/bundle.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.protocol.messages import Outcome
from sync.protocol.records import Id, Time

ENDING = ".gupz"
FORMAT, VERSION = "gupz", 1
TO_SERVER, TO_TABLET = "to_server", "to_tablet"
SIGNED = b"gup-walker bundle v1\n"  # before the manifest's bytes, so that a signature means nothing elsewhere


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """Who wrote it, for whom, and what it holds (member name -> sha256).

    From a tablet `epoch`, `highest_seq` and `cursors` are those of its hello; the answer gives the server's epoch, and
    the tablet's as `asked_epoch`. `public_key`: the writer's raw Ed25519 key in standard base64.
    """

    format: str = FORMAT
    version: int = VERSION
    direction: str
    id: Id
    device_id: Id
    public_key: str
    written_at: Time
    epoch: Id | None = None
    asked_epoch: Id | None = None
    highest_seq: int = 0
    cursors: Mapping[str, int] = field(default_factory=dict)
    app_version: str = ""
    members: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What became of one record that a tablet brought, or of one medium (`id` and `hash` its name, `revision` 0)."""

    id: str
    revision: int
    outcome: Outcome
