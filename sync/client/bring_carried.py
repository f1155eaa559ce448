"""Brings to the server what this tablet carries for others: sealed bundles, by byte, one after the other.

A bundle is the photos of a whole group. It goes in pieces that any proxy lets through, smaller where one gathers them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.client.upload import PAUSES, Chunks, Patience, asked, asked_after, is_resumable
from sync.durable import sha256_of
from sync.protocol.errors import ErrorCode, LocalFault, Refused, SyncError, Unreachable
from sync.protocol.outgoing import OutgoingMedium

PIECE = 4 * 1024 * 1024  # bytes in one request, which a proxy may bound
_RESTARTS = 2  # of bytes that arrived damaged
_FRUITLESS = 8  # requests in a row without a byte of progress: from a piece to the smallest chunk, and twice more
_OF_ONE = (ErrorCode.WRONG_HASH, ErrorCode.TOO_LARGE, ErrorCode.MISSING_FILE)


def bring_carried(
    outbox: Outbox,
    transport: Transport,
    progress: Callable[[str, int, int], None],
    go_on: Callable[[], None],
    pauses: Sequence[float] = PAUSES,
) -> None:
    """Each goes from here once the server has it whole. Raises SyncError; what arrived by then is kept there.

    One that is damaged on this disk, or that the server does not want, holds up none of the others; it is told last.
    """
    waiting = outbox.carried()
    total, before = sum(each.size for each in waiting), 0
    fault: SyncError | None = None
    chunks, patience = Chunks(), Patience(pauses, go_on)
    for each in waiting:
        try:
            for offset in _offsets(transport, each, go_on, chunks, patience):
                progress("carried", before + offset, total)
        except SyncError as refusal:
            if refusal.error not in _OF_ONE:
                raise
            fault = refusal
            if refusal.error is ErrorCode.WRONG_HASH and not _is_whole(each):
                outbox.carried_arrived(each.sha256)  # nobody can open it any more; its own tablet still has all of it
        else:
            outbox.carried_arrived(each.sha256)
        before += each.size
    if fault is not None:
        raise fault


def _is_whole(each: OutgoingMedium) -> bool:
    try:
        return sha256_of(each.path) == each.sha256
    except OSError:
        return True  # nobody knows


def _offsets(
    transport: Transport, each: OutgoingMedium, go_on: Callable[[], None], chunks: Chunks, patience: Patience
) -> Iterator[int]:
    """Until the server says, asked to go on, that it has all of it.

    Bytes that all lie there are not yet seen to be right: it may have died, or still be hashing, after the last one.
    """

    def held() -> int:
        return transport.bundle_offset(each.sha256)

    restarts = fruitless = 0
    offset = furthest = asked(held, patience)
    is_kept = False
    try:
        with each.path.open("rb") as file:
            while not is_kept:
                go_on()
                size = chunks.of(min(each.size - offset, PIECE))
                try:
                    offset = transport.continue_bundle(each.sha256, each.size, offset, file, length=size)
                    is_kept = offset == each.size
                    chunks.went()
                except Refused as refusal:
                    if refusal.error not in (ErrorCode.WRONG_HASH, ErrorCode.WRONG_OFFSET) or restarts == _RESTARTS:
                        raise
                    restarts += 1
                    offset = furthest = held()
                except Unreachable as cut:
                    if not is_resumable(cut) or fruitless == _FRUITLESS:
                        raise
                    before, offset = offset, asked_after(cut, held, patience)
                    chunks.learn(cut, size=size, brought=size, arrived=offset - before)
                if offset > furthest:
                    fruitless, furthest = 0, offset
                    patience.reward()
                else:
                    fruitless += 1
                yield offset
    except OSError as fault:
        message = f"{each.path.name}: what this tablet carries for another cannot be read ({fault.strerror})"
        raise LocalFault(ErrorCode.MISSING_FILE, message) from fault
