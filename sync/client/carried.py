"""Takes in an answer that was carried to the tablet by hand: receipts and pages, as a sync would have brought them.

It may come twice, late, or after a sync that said more: a receipt counts for the very bytes that left this tablet, and
a page only where the tablet stands now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sync.client.outbox import Outbox
from sync.client.outcomes import Outcomes
from sync.protocol import codec, messages
from sync.protocol.bundle import Manifest, Receipt
from sync.protocol.errors import ErrorCode, LocalFault

_AT_ONCE = 500


@dataclass(kw_only=True)
class Carried:
    """What an answer brought: `sent` records and `media` that the server has, `pulled` records from others."""

    sent: int = 0
    media: int = 0
    pulled: int = 0
    erased: int = 0


def take_answer(
    outbox: Outbox, manifest: Manifest, receipts: Iterable[Receipt], pages: Iterable[messages.PullAnswer]
) -> Carried:
    """Raises LocalFault OUTDATED_ANSWER when this tablet has begun anew with its server since it asked."""
    begins_anew = _begins_anew(outbox, manifest)
    if begins_anew:
        outbox.begin_epoch(manifest.epoch or "")
    outbox.note_number(manifest.highest_seq)  # before what it acknowledges: it proves a server that is set back later
    done = Carried()
    _take_receipts(outbox, receipts, done)
    _take_pages(outbox, manifest, pages, done)
    return done


def _begins_anew(outbox: Outbox, manifest: Manifest) -> bool:
    """Whether the answer comes from another life of the server than the tablet knows; it must be a later one."""
    own = outbox.epoch()
    if own == manifest.epoch:
        return False
    if manifest.epoch is None or own != manifest.asked_epoch:
        message = "this answer is older than what the tablet knows of its server: export again, and carry that"
        raise LocalFault(ErrorCode.OUTDATED_ANSWER, message)
    return True


def _take_receipts(outbox: Outbox, receipts: Iterable[Receipt], done: Carried) -> None:
    outcomes = Outcomes(outbox)
    waiting = {record.id: record.hash for record in outbox.outgoing()}
    for some in _some(receipts):
        with outbox.transaction():
            for receipt in some:
                if receipt.revision == 0:
                    done.media += _take_medium(outbox, receipt.outcome)
                elif waiting.get(receipt.id) == receipt.outcome.hash and outbox.ever_sent(
                    receipt.id, receipt.outcome.hash
                ):
                    outcomes.take(receipt.id, receipt.revision, receipt.outcome)
        done.erased += len(outcomes.remove_gone())
    done.sent = outcomes.accepted + outcomes.same


def _take_medium(outbox: Outbox, outcome: messages.Outcome) -> int:
    if outcome.outcome in (messages.ACCEPTED, messages.SAME):
        outbox.media_acknowledged(outcome.hash)
        return 1
    if outcome.code not in (ErrorCode.UNKNOWN_MEDIUM.code, ErrorCode.WRONG_HASH.code):
        outbox.media_refused(outcome.hash, outcome.code or outcome.outcome, outcome.message)
    return 0  # damaged on the way, or refused with its record: it still waits


def _take_pages(outbox: Outbox, manifest: Manifest, pages: Iterable[messages.PullAnswer], done: Carried) -> None:
    expected: Mapping[str, int] = manifest.cursors
    if manifest.asked_epoch is None and manifest.highest_seq >= outbox.highest_seq() and not expected:
        outbox.pull_anew()  # all that the tablet may read, from the start
    for page in pages:
        if any(codec.sha256(row.body.encode()) != row.hash for row in page.records):
            raise LocalFault(ErrorCode.HASH_MISMATCH, "what the server wrote is damaged: ask for the answer again")
        if dict(outbox.cursors()) == dict(expected):  # else a sync has brought it, or more, since
            outbox.store_page(page)
            done.pulled += len(page.records)
            if not page.more:
                outbox.keep_scopes(page.cursors)
        expected = page.cursors


def _some(receipts: Iterable[Receipt]) -> Iterator[list[Receipt]]:
    each = iter(receipts)
    while some := list(islice(each, _AT_ONCE)):
        yield some
