"""Sends one full size to its last byte (tus 1.0): at once when it was never begun, else from the byte the server has.

All of it goes in one request, as the server keeps bytes as they come. Behind a proxy that gathers a request before it
passes it on nothing of a cut request arrives: then it goes in chunks, as large as the link proves to carry.
"""

from __future__ import annotations

import hashlib
import io
import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from io import BufferedReader
from typing import TypeVar

from sync.client.transport import Transport
from sync.protocol.errors import ErrorCode, Refused, SyncError, Unreachable
from sync.protocol.outgoing import OutgoingMedium

# Seconds waited on a link that is down before the next try, as long as nothing comes through.
PAUSES = (0.3, 0.6, 1.2, 2.4, 4.8)
_SMALLEST = 64 * 1024
# Less may well be in the buffers of a link that died: no sign of a proxy that keeps all until it has all.
_SURELY_LEFT = 256 * 1024
T = TypeVar("T")
_ANY_SIZE = 8 * 1024 * 1024
_FRUITLESS = 5  # requests in a row without a byte of progress, on a link that answers


class Chunks:
    """How much goes in one request: all, until that proves too much. Shared by the connections of a sync."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._size: int | None = None
        self._refused: int | None = None  # bytes that something on the way takes in no request

    def of(self, left: int) -> int:
        with self._guard:
            return left if self._size is None else min(left, self._size)

    def bounded(self) -> bool:
        with self._guard:
            return self._size is not None

    def too_much(self, brought: int) -> None:
        """A request with so many bytes was refused for its size, or nothing of it arrived."""
        with self._guard:
            half = max(_SMALLEST, brought // 2)
            self._size = half if self._size is None else min(self._size, half)

    def learn(self, fault: SyncError, *, size: int, brought: int, arrived: int) -> None:
        """A request of `size` bytes failed, of which the link took `brought` and `arrived` are there.

        Nothing of much arrived: something on the way keeps a request until it has all of it.
        """
        if fault.error is ErrorCode.TOO_LARGE:
            with self._guard:
                self._refused = min(size, self._refused or size)
        if fault.error is ErrorCode.TOO_LARGE or (arrived <= 0 and brought >= _SURELY_LEFT):
            self.too_much(brought)

    def went(self) -> None:
        """One arrived: the next may be larger, but for a size that was refused."""
        with self._guard:
            if self._size is not None and not (self._refused and self._size * 2 >= self._refused):
                self._size = self._size * 2 if self._size * 2 <= _ANY_SIZE else None


class Patience:
    """Waits on a link that is down, longer each time, until something comes through again."""

    def __init__(self, pauses: Sequence[float], go_on: Callable[[], None]) -> None:
        self._pauses = pauses
        self._go_on = go_on
        self._used = 0

    def reward(self) -> None:
        """Something came through."""
        self._used = 0

    def wait(self, fault: SyncError) -> None:
        """Raises the fault once it is no use; in short steps, as a person may stop the sync."""
        if self._used >= len(self._pauses) or (fault.retry_after or 0) > self._pauses[-1]:
            raise fault
        until = time.monotonic() + max(self._pauses[self._used] * random.uniform(0.5, 1.0), fault.retry_after or 0)
        self._used += 1
        while (left := until - time.monotonic()) > 0:
            self._go_on()
            time.sleep(min(left, 0.1))


def asked(question: Callable[[], T], patience: Patience, fault: SyncError | None = None) -> T:
    """The answer, once the link is back. Raises the fault when it does not come back in time."""
    while True:
        try:
            return question()
        except (Unreachable, Refused) as again:
            if again.error not in _PASSING:
                raise
            patience.wait(fault or again)


def asked_after(fault: Unreachable | Refused, question: Callable[[], T], patience: Patience) -> T:
    """What the server has of a request that did not end, once it had the time it asked for and the link is back."""
    if fault.error is ErrorCode.SERVER_BUSY:  # it asks for time, not for the next question
        patience.wait(fault)
    return asked(question, patience, fault)


def send_medium(
    transport: Transport,
    medium: OutgoingMedium,
    *,
    offset: int | None = None,
    go_on: Callable[[], None] = lambda: None,
    note: Callable[[int], None] = lambda count: None,
    counted: int = 0,
    chunks: Chunks | None = None,
    pauses: Sequence[float] = (),
) -> int | None:
    """Gives how many bytes went. None: the file is lost. Raises SyncError; what arrived by then is kept.

    `offset`: how much the server is known to have; 0 creates it, None asks. `counted` bytes were noted before.
    """
    try:
        file = medium.path.open("rb")
    except OSError:
        return None
    with closing(file):
        if not _is_itself(file, medium):
            return None
        upload = _Upload(
            transport, medium, _Watched(file, go_on, note, counted), chunks or Chunks(), Patience(pauses, go_on)
        )
        return upload.run(offset)


class _Upload:
    """One medium on its way."""

    def __init__(
        self, transport: Transport, medium: OutgoingMedium, file: _Watched, chunks: Chunks, patience: Patience
    ) -> None:
        self._transport = transport
        self._medium = medium
        self._file = file
        self._chunks = chunks
        self._patience = patience

    def run(self, known: int | None) -> int:
        sent = furthest = fruitless = 0
        offset = asked(self._held, self._patience) if known is None else known
        create = known == 0
        while offset < self._medium.size:
            size = self._chunks.of(self._medium.size - offset)
            self._file.begin(offset)
            try:
                held = self._send(offset, size, create)
            except (Unreachable, Refused) as fault:
                if not is_resumable(fault) or fruitless >= _FRUITLESS:
                    raise
                held = asked_after(fault, self._held, self._patience)
                self._chunks.learn(fault, size=size, brought=self._file.brought, arrived=held - offset)
            else:
                if not offset <= held <= self._medium.size:
                    raise Unreachable(ErrorCode.NOT_A_SERVER, f"an offset of {held} of {self._medium.size} bytes")
                self._chunks.went()
            create = False
            sent += max(0, held - offset)
            # A link that carries little each time gets there; one that carries nothing is left for the next sync.
            if held > furthest:
                fruitless, furthest = 0, held
                self._patience.reward()
            else:
                fruitless += 1
            offset = held
        return sent

    def _send(self, offset: int, size: int, create: bool) -> int:
        medium = self._medium
        if create:
            return self._transport.create_medium(medium.sha256, medium.size, self._file, length=size)
        if size > _ANY_SIZE or not self._chunks.bounded():
            return self._transport.continue_medium(medium.sha256, offset, size, self._file)
        # A link that needs chunks may be one that harms bytes: the harm then costs one chunk.
        chunk = self._file.read(size)
        return self._transport.continue_medium(
            medium.sha256, offset, len(chunk), io.BytesIO(chunk), checksum=hashlib.sha256(chunk).digest()
        )

    def _held(self) -> int:
        return self._transport.medium_offset(self._medium.sha256)


def is_resumable(fault: SyncError) -> bool:
    """A cut, a proxy that takes less at a time, or a disagreement that asking for the offset settles."""
    if isinstance(fault, Refused):
        return fault.error in (ErrorCode.WRONG_OFFSET, ErrorCode.WRONG_HASH)
    return fault.error in (*_PASSING, ErrorCode.TOO_LARGE)


_PASSING = (ErrorCode.UNREACHABLE, ErrorCode.SERVER_BUSY)


class _Watched:
    """An open file whose blocks are counted as the link takes them; a sync that shall end ends between two of them."""

    def __init__(
        self, file: BufferedReader, go_on: Callable[[], None], note: Callable[[int], None], counted: int
    ) -> None:
        self._file = file
        self._go_on = go_on
        self._note = note
        self._furthest = counted
        self.brought = 0

    def begin(self, offset: int) -> None:
        """A request begins here. What goes again after a cut is counted once."""
        self._go_on()
        self._file.seek(offset)
        self._reached(offset)
        self.brought = 0

    def read(self, size: int = -1) -> bytes:
        self._go_on()
        block = self._file.read(size)
        self.brought += len(block)
        self._reached(self._file.tell())
        return block

    def _reached(self, offset: int) -> None:
        if offset > self._furthest:
            self._note(offset - self._furthest)
            self._furthest = offset


def _is_itself(file: BufferedReader, medium: OutgoingMedium) -> bool:
    return hashlib.file_digest(file, "sha256").hexdigest() == medium.sha256
