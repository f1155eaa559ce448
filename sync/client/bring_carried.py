"""Brings to the server what this tablet carries for others: sealed bundles, by byte, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.protocol.errors import ErrorCode, LocalFault, Refused
from sync.protocol.outgoing import OutgoingMedium

_RESTARTS = 2  # of bytes that arrived damaged


def bring_carried(
    outbox: Outbox,
    transport: Transport,
    progress: Callable[[str, int, int], None],
    go_on: Callable[[], None],
) -> None:
    """Each goes from here once the server has it whole. Raises SyncError; what arrived by then is kept there."""
    waiting = outbox.carried()
    total, before = sum(each.size for each in waiting), 0
    for each in waiting:
        for offset in _offsets(transport, each, go_on):
            progress("carried", before + offset, total)
        outbox.carried_arrived(each.sha256)
        before += each.size


def _offsets(transport: Transport, each: OutgoingMedium, go_on: Callable[[], None]) -> Iterator[int]:
    """Until the server has all of it."""
    restarts, offset = 0, transport.bundle_offset(each.sha256)
    try:
        with each.path.open("rb") as file:
            while offset < each.size:
                go_on()
                try:
                    offset = transport.continue_bundle(each.sha256, each.size, offset, file)
                except Refused as refusal:
                    if refusal.error not in (ErrorCode.WRONG_HASH, ErrorCode.WRONG_OFFSET) or restarts == _RESTARTS:
                        raise
                    restarts += 1
                    offset = transport.bundle_offset(each.sha256)
                yield offset
    except OSError as fault:
        message = f"{each.path.name}: what this tablet carries for another cannot be read ({fault.strerror})"
        raise LocalFault(ErrorCode.MISSING_FILE, message) from fault
