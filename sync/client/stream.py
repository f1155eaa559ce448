"""Several full sizes in one request: a link is not idle between two photos, and neither side begins anew for each.

What a request brought that was cut is asked for in one question; whatever is left then goes by itself (`upload`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sync.client.transport import Transport
from sync.client.upload import Chunks, Patience, asked, is_resumable
from sync.protocol.errors import ErrorCode, Refused, Unreachable
from sync.protocol.media_frames import HEAD_BYTES, head
from sync.protocol.outgoing import OutgoingMedium

_SECONDS = 10.0  # of a link go in one request: what a person waits for until a photo is said to be sent
_LEAST, _FIRST, _MOST = 256 * 1024, 1024 * 1024, 3 * 1024 * 1024
# Far below what a server takes: one whose media are in a bucket asks it for each, and answers within half a minute.
_AT_ONCE = 200


class Batch:
    """How many bytes go in one request, as the link proves to carry. Shared by the connections of a sync."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._size = _FIRST

    def cut_from(self, waiting: Iterable[OutgoingMedium]) -> list[OutgoingMedium]:
        """The first of them, at least one."""
        left, batch = self._size, list[OutgoingMedium]()
        for medium in islice(waiting, _AT_ONCE):
            left -= medium.size
            if batch and left < 0:
                break
            batch.append(medium)
        return batch

    def took(self, size: int, seconds: float) -> None:
        """So many bytes were answered after that time."""
        with self._guard:
            self._size = int(min(_MOST, max(_LEAST, size / max(seconds, 0.001) * _SECONDS)))


class Frames:
    """The body of a request: the media one after another. What the link takes of their bytes is noted."""

    def __init__(
        self,
        media: Mapping[str, bytes],
        go_on: Callable[[], None] = lambda: None,
        note: Callable[[int], None] = lambda count: None,
    ) -> None:
        self._media = iter(media.items())
        self._head = self._content = memoryview(b"")
        self._go_on = go_on
        self._note = note
        self.size = sum(HEAD_BYTES + len(content) for content in media.values())
        self.brought = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most so many; those of a head come alone."""
        self._go_on()
        if not self._head and not self._content:
            for sha256, content in islice(self._media, 1):
                self._head, self._content = memoryview(head(sha256, len(content))), memoryview(content)
        if self._head:
            block, self._head = self._head[:size], self._head[size:]
        else:
            block, self._content = self._content[:size], self._content[size:]
            self.brought += len(block)
            self._note(len(block))
        return bytes(block)


@dataclass
class There:
    """How many bytes of each the server then has, and what it refuses."""

    held: dict[str, int] = field(default_factory=dict)
    brought: int = 0  # bytes of media that the link took
    refused: dict[str, Refused] = field(default_factory=dict)


def send_batch(
    transport: Transport,
    media: Mapping[str, bytes],
    *,
    batch: Batch,
    chunks: Chunks,
    pauses: Sequence[float] = (),
    go_on: Callable[[], None] = lambda: None,
    note: Callable[[int], None] = lambda count: None,
) -> There:
    """All of these in one request. Raises SyncError when the link is gone; what arrived by then is kept."""
    frames, begun_at = Frames(media, go_on, note), time.monotonic()
    sizes = {sha256: len(content) for sha256, content in media.items()}
    try:
        there = _ask(transport, frames, sizes)
    except (Unreachable, Refused) as fault:
        if isinstance(fault, Refused) and not fault.error.retryable:
            there = There()  # of the request: what is wrong with one of its media, if anything, each hears alone
        elif is_resumable(fault):
            patience = Patience(pauses, go_on)
            if fault.error is ErrorCode.SERVER_BUSY:  # it asks for time, not for the next question
                patience.wait(fault)
            there = asked(lambda: how_much(transport, sizes), patience, fault)
            chunks.learn(fault, frames.brought, sum(there.held.values()))
        else:
            raise
    else:
        batch.took(frames.size, time.monotonic() - begun_at)
    there.brought = frames.brought
    return there


def how_much(transport: Transport, sizes: Mapping[str, int]) -> There:
    """Of each of these (sha256 -> its whole size) the server is asked for. Raises SyncError."""
    there, each = There(), iter(sizes)
    while some := dict.fromkeys(islice(each, _AT_ONCE), b""):
        answer = _ask(transport, Frames(some), sizes)
        there.held |= answer.held
        there.refused |= answer.refused
    return there


def _ask(transport: Transport, frames: Frames, sizes: Mapping[str, int]) -> There:
    answer = transport.stream(frames, frames.size)
    return There(
        held={**answer.begun, **{sha256: sizes[sha256] for sha256 in answer.held if sha256 in sizes}},
        refused={
            refusal.hash: Refused(ErrorCode.of(refusal.code or "") or ErrorCode.SERVER_FAULT, refusal.message)
            for refusal in answer.refused
        },
    )
