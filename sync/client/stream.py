"""Several full sizes in one request: a link is not idle between two photos, and neither side begins anew for each.

What a request brought that was cut is asked for in one question; whatever is left then goes by itself (`upload`).
"""

from __future__ import annotations

import io
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from sync.client.transport import Transport
from sync.client.upload import Chunks, Patience, asked_after, is_resumable
from sync.protocol.errors import ErrorCode, Refused, Unreachable
from sync.protocol.media_frames import HEAD_BYTES, head
from sync.protocol.outgoing import OutgoingMedium

_SECONDS = 10.0  # of a link go in one request: what a person waits for until a photo is said to be sent
_LEAST, _FIRST, _MOST = 256 * 1024, 1024 * 1024, 12 * 1024 * 1024
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
    """The body of a request: the media one after another, each read from its file while the link takes it.

    `sizes`: of each sha256 the bytes of its frame; 0 asks for it, and no file is opened. What the link takes is noted.
    """

    def __init__(
        self,
        sizes: Mapping[str, int],
        opened: Callable[[str], BinaryIO] = lambda sha256: io.BytesIO(),
        go_on: Callable[[], None] = lambda: None,
        note: Callable[[int], None] = lambda count: None,
    ) -> None:
        self._media = iter(sizes.items())
        self._opened = opened
        self._go_on = go_on
        self._note = note
        self._head, self._left = b"", 0
        self._file: BinaryIO = io.BytesIO()
        self.size = sum(HEAD_BYTES + size for size in sizes.values())
        self.brought = 0

    def read(self, size: int = sys.maxsize, /) -> bytes:
        """The next bytes, at most so many; those of a head come alone. Raises OSError: a file is gone, or cut."""
        self._go_on()
        if not self._head and not self._left:
            self.close()
            for sha256, length in islice(self._media, 1):
                self._head, self._left = head(sha256, length), length
                if length:
                    self._file = self._opened(sha256)
        if self._head:
            block, self._head = self._head[:size], self._head[size:]
            return block
        if not self._left:
            return b""
        block = self._file.read(min(size, self._left))
        if not block:
            raise OSError("a file became shorter while it was sent")
        self._left -= len(block)
        self.brought += len(block)
        self._note(len(block))
        return block

    def close(self) -> None:
        """Let go of the file that was read last."""
        self._file.close()


@dataclass
class There:
    """How many bytes of each the server then has, and what it refuses."""

    held: dict[str, int] = field(default_factory=dict)
    brought: int = 0  # bytes of media that the link took
    refused: dict[str, Refused] = field(default_factory=dict)


def send_batch(
    transport: Transport,
    media: Sequence[OutgoingMedium],
    *,
    batch: Batch,
    chunks: Chunks,
    pauses: Sequence[float] = (),
    go_on: Callable[[], None] = lambda: None,
    note: Callable[[int], None] = lambda count: None,
) -> There:
    """All of these in one request. Raises SyncError when the link is gone; what arrived by then is kept.

    Only the server hashes them: of one that it finds harmed the file is looked at before it goes again.
    """
    sizes = {medium.sha256: medium.size for medium in media}
    paths = {medium.sha256: medium.path for medium in media}
    frames = Frames(sizes, lambda sha256: paths[sha256].open("rb", buffering=0), go_on, note)
    begun_at = time.monotonic()
    try:
        with closing(frames):
            there = _ask(transport, frames, sizes)
    except (Unreachable, Refused) as fault:
        if isinstance(fault, Refused) and not fault.error.retryable:
            there = There()  # of the request: what is wrong with one of its media, if anything, each hears alone
        elif is_resumable(fault):
            there = asked_after(fault, lambda: how_much(transport, sizes), Patience(pauses, go_on))
            chunks.learn(fault, size=frames.size, brought=frames.brought, arrived=sum(there.held.values()))
        else:
            raise
    else:
        batch.took(frames.size, time.monotonic() - begun_at)
    there.brought = frames.brought
    return there


def how_much(transport: Transport, sizes: Mapping[str, int]) -> There:
    """Of each of these (sha256 -> its whole size) the server is asked for. Raises SyncError."""
    there, each = There(), iter(sizes)
    while some := dict.fromkeys(islice(each, _AT_ONCE), 0):
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
