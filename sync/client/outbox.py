"""What the engine needs from the tablet's store; the store fits it without importing it.

Every method that changes something commits durably before it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sync.protocol.messages import EnrolAnswer, PullAnswer, PulledRecord, SplitRequest
from sync.protocol.outgoing import Backlog, Enrolment, OutgoingMedium, OutgoingRecord


class Outbox(Protocol):
    """The tablet's store, as the engine sees it."""

    def transaction(self) -> AbstractContextManager[None]:
        """Several of the calls below, all or none, on disk when it ends. Nothing else is waited for inside."""

    def device_id(self) -> str: ...

    def enrolment(self) -> Enrolment | None: ...

    def set_enrolment(self, url: str, token: str, epoch: str, server_key: str = "", seal_key: str = "") -> None:
        """Keep a new token, and the keys for what is carried: whose signature counts, for whom to seal.

        An epoch other than the stored one resets what that server acknowledged.
        """

    def keep_token(self, token: str) -> None:
        """The server gave a newer one: used from the next sync on."""

    def epoch(self) -> str | None:
        """The life of the server that this tablet knows, enrolled or not."""

    def begin_epoch(self, epoch: str) -> None:
        """The server was restored: pushed revisions, receipts, media receipts and cursors are reset.

        Pulled copies stay readable until `store_page` has stored a page with more=False, then the old ones go.
        """

    def begin_hello(self) -> Sequence[str]:
        """A new mark, kept before it leaves, after all that the server may have had last."""

    def note_hello(self, epoch: str, skew_ms: int) -> None:
        """The server heard the last mark, in this life of it; its clock is that much ahead of ours."""

    def split_request(self, app_version: str) -> SplitRequest:
        """Who this tablet will be once it has parted from the other one; the same until `part`."""

    def part(self, answer: EnrolAnswer) -> None:
        """This tablet is a copy no more: another id, another token, and all is pushed again, its bytes as they were."""

    def outgoing(self, limit: int | None = None, *, walk_id: str | None = None) -> Sequence[OutgoingRecord]:
        """Records to push, of one walk or all, oldest first, without those in the tray at that same revision.

        A record whose bytes no longer match their hash goes to the tray as `damaged_record` instead.
        """

    def note_sending(self, sent: Iterable[OutgoingRecord]) -> None:
        """Keep these hashes among all ever sent, before a byte leaves."""

    def ever_sent(self, record_id: str, record_hash: str) -> bool: ...

    def rebase(self, record_id: str, head: str) -> None:
        """The server's head is a hash that we sent: push again with it as base."""

    def note_number(self, seq: int) -> None:
        """The server's feed has reached this number; `highest_seq` is never lower from now on."""

    def acknowledge(self, record_id: str, revision: int, record_hash: str) -> None:
        """The server holds this revision. A newer revision made meanwhile stays in the outbox."""

    def refuse(self, record_id: str, revision: int, code: str, field: str, message: str) -> None:
        """To the tray until the record gets a new revision."""

    def conflict(self, record_id: str, revision: int, head: str | None, body: str | None = None) -> None:
        """Another head under our id: kept, shown beside ours when its bytes came, not pushed until a person decides."""

    def remove_erased(self, record_id: str) -> None:
        """The server erased it by request of a person: remove it and keep a line that says so."""

    def media_outgoing(self) -> Sequence[OutgoingMedium]:
        """Media named by acknowledged records and not yet held by the server; previews first."""

    def carried(self) -> Sequence[OutgoingMedium]:
        """Sealed bundles of other tablets, on their way to the server."""

    def carried_arrived(self, sha256: str) -> None:
        """The server has it whole: it goes here."""

    def media_acknowledged(self, *media: str) -> None:
        """The server holds these."""

    def media_wanted(self, media: Iterable[str]) -> None:
        """The server says that it does not hold these (any more): they are outgoing again."""

    def media_refused(self, sha256: str, code: str, message: str) -> None:
        """To the tray, under the id of the record that names it; the rest goes on."""

    def cursors(self) -> Mapping[str, int]: ...

    def highest_seq(self) -> int:
        """The highest number of the feed ever seen."""

    def pull_anew(self) -> None:
        """All that is pulled comes again from the start; the old copies stay readable until it is complete."""

    def keep_scopes(self, scopes: Iterable[str]) -> None:
        """Drop cursors and pulled copies of scopes that this tablet may no longer pull."""

    def store_page(self, page: PullAnswer) -> None:
        """Pulled records, departures, erasures and cursors in one transaction."""

    def check(self, go_on: Callable[[], bool]) -> None:
        """Look at the bytes of everything that is kept here, when that was not done for a while."""

    def wanted_again(self) -> Sequence[str]:
        """Ids of records and copies whose bytes changed on this disk, and that the server may hold."""

    def mend(self, sent_again: Iterable[PulledRecord]) -> None:
        """The bytes of those, as the server holds them."""

    def backlog(self) -> Backlog: ...
