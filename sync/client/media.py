"""Sends media: previews first, many to a request; then full sizes, several to a request, resumable by byte.

A medium that cannot go (file gone, changed, refused) goes to the tray and the rest goes on.
"""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import takewhile

from sync.client import stream
from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.client.upload import PAUSES, Chunks, Patience, asked, send_medium
from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused, SyncError
from sync.protocol.outgoing import OutgoingMedium

CONNECTIONS = 2
# What is wrong with these is not the medium: it goes again.
AGAIN = (ErrorCode.WRONG_HASH, ErrorCode.WRONG_OFFSET)
_TOLD_EVERY = 32 * 1024
_LOST = "{name}: the file of this medium is gone or has changed; take the photo again, or restore the file"

# Bytes that went, None when the file is lost, or why it did not go.
Became = list[tuple[OutgoingMedium, int | SyncError | None]]


class MediaSender:
    """Sends everything that `outbox.media_outgoing()` names; counts the bytes the server took.

    `go_on` raises SyncError when the sync shall end: asked before every request.
    """

    def __init__(
        self,
        outbox: Outbox,
        transport: Transport,
        progress: Callable[[str, int, int], None],
        go_on: Callable[[], None] = lambda: None,
        *,
        under_way: Callable[[frozenset[str]], None] = lambda names: None,
        never_begun: Collection[str] = (),
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._outbox = outbox
        self._transport = transport
        self._progress = progress
        self._go_on = go_on
        self._under_way = under_way
        # How much of each the server has, where that is known; how much of it came by a request for several, and how
        # much was already told as sent.
        self._offsets: dict[str, int | None] = dict.fromkeys(never_begun, 0)
        self._came: dict[str, int] = {}
        self._counted: dict[str, int] = {}
        self._pauses = pauses
        self._chunks = Chunks()
        self._batch = stream.Batch()
        self._watch = threading.Lock()
        self._sending: set[str] = set()
        self._read = self._shown = self._total = 0
        self.bytes_sent = 0

    def send_all(self, *, full_sizes: bool = True) -> None:
        """Raises SyncError when the link or the server fails; what was acknowledged by then is kept."""
        waiting = self._outbox.media_outgoing()
        self._total = sum(medium.size for medium in waiting if full_sizes or medium.preview)
        self._send_previews([medium for medium in waiting if medium.preview])
        if full_sizes:
            self._send_full([medium for medium in waiting if not medium.preview])

    def _send_previews(self, waiting: Sequence[OutgoingMedium]) -> None:
        done = 0
        for batch in _batches(waiting):
            whole = [(medium, content) for medium in batch if (content := self._content(medium)) is not None]
            if whole:
                self._go_on()
                self._under_way(frozenset(medium.sha256 for medium, _ in whole))
                self._take(
                    self._transport.previews([content for _, content in whole]),
                    {medium.sha256: len(content) for medium, content in whole},
                )
            done += len(batch)
            self._progress("previews", done, len(waiting))
            self._note_read(sum(medium.size for medium in batch))

    def _take(self, answer: messages.MediaAnswer, sizes: dict[str, int]) -> None:
        if answer.held:
            self._outbox.media_acknowledged(*answer.held)
        self.bytes_sent += sum(sizes.get(sha256, 0) for sha256 in answer.held)
        for refusal in answer.refused:
            if refusal.code != ErrorCode.WRONG_HASH.code:  # damaged on its way, as it was whole here: it goes again
                self._outbox.media_refused(refusal.hash, refusal.code or "", refusal.message)

    def _content(self, medium: OutgoingMedium) -> bytes | None:
        content = _read(medium)
        if content is None:
            self._refuse_lost(medium)
        return content

    def _refuse_lost(self, medium: OutgoingMedium) -> None:
        message = _LOST.format(name=medium.path.name)
        self._outbox.media_refused(medium.sha256, ErrorCode.MISSING_FILE.code, message)

    def _send_full(self, waiting: Sequence[OutgoingMedium]) -> None:
        """In that order, a few requests at a time."""
        rest = self._those_not_there(waiting)
        first_fault: SyncError | None = None
        sending: set[Future[Became]] = set()
        done = len(waiting) - len(rest)
        with ThreadPoolExecutor(CONNECTIONS, "media") as pool:
            while True:
                while rest and len(sending) < CONNECTIONS:
                    sending.add(pool.submit(self._send_some, self._next(rest)))
                if not sending:
                    break
                finished, sending = wait(sending, return_when=FIRST_COMPLETED)
                for became in (future.result() for future in finished):
                    fault = self._take_became(became)
                    first_fault = first_fault or fault
                    if fault is not None and _ends_all(fault):
                        rest.clear()
                    done += len(became)
                self._progress("media", done, len(waiting))
        if first_fault is not None:
            raise first_fault

    def _those_not_there(self, waiting: Sequence[OutgoingMedium]) -> deque[OutgoingMedium]:
        """What was begun in an earlier sync is asked for in one question, unless it is a single one."""
        sizes = {medium.sha256: medium.size for medium in waiting if medium.sha256 not in self._offsets}
        if len(sizes) > 1:
            self._go_on()
            patience = Patience(self._pauses, self._go_on)
            try:
                self._offsets |= asked(lambda: stream.how_much(self._transport, sizes), patience).held
            except Refused as refusal:  # of the question, as by a server that knows none: each is asked for alone
                if refusal.error.retryable or _ends_all(refusal):
                    raise
        there = {medium.sha256 for medium in waiting if self._offsets.get(medium.sha256) == medium.size}
        if there:
            self._outbox.media_acknowledged(*there)
            self._note_read(sum(sizes[sha256] for sha256 in there))
        return deque(medium for medium in waiting if medium.sha256 not in there)

    def _next(self, rest: deque[OutgoingMedium]) -> list[OutgoingMedium]:
        """Several that go in one request, or one."""
        fresh = takewhile(lambda medium: self._offsets.get(medium.sha256) == 0, rest)
        together = [] if self._chunks.bounded() else self._batch.cut_from(fresh)
        return [rest.popleft() for _ in range(max(1, len(together)))]

    def _send_some(self, some: Sequence[OutgoingMedium]) -> Became:
        """In a thread of the pool, which writes nothing but into the link."""
        self._show(begun={medium.sha256 for medium in some})
        try:
            became = self._send_together(some) if len(some) > 1 else []
            ended = {medium.sha256 for medium, _ in became}
            for medium in some:
                if medium.sha256 not in ended:
                    became.append((medium, result := self._send_alone(medium)))
                    if isinstance(result, SyncError) and _ends_all(result):
                        break
            return became
        finally:
            self._show(ended={medium.sha256 for medium in some})

    def _send_together(self, some: Sequence[OutgoingMedium]) -> Became:
        """Of those that are settled by one request; the others are to go alone, from the byte that is there."""
        whole = [medium for medium in some if _is_there(medium)]
        became: Became = [(medium, None) for medium in some if medium not in whole]
        try:
            there = stream.send_batch(
                self._transport,
                whole,
                batch=self._batch,
                chunks=self._chunks,
                pauses=self._pauses,
                go_on=self._go_on,
                note=self._note_read,
            )
        except SyncError as fault:
            return [*became, *((medium, fault) for medium in whole)]
        counted = there.brought
        for medium in whole:
            refusal = there.refused.get(medium.sha256)
            if there.held.get(medium.sha256) == medium.size:
                became.append((medium, medium.size))
            elif refusal is not None and not refusal.error.retryable and refusal.error not in AGAIN:
                became.append((medium, refusal))
            else:
                self._offsets[medium.sha256] = there.held.get(medium.sha256)
                self._came[medium.sha256] = there.held.get(medium.sha256, 0)
                self._counted[medium.sha256] = min(medium.size, counted)
            counted = max(0, counted - medium.size)
        return became

    def _send_alone(self, medium: OutgoingMedium) -> int | SyncError | None:
        try:
            return send_medium(
                self._transport,
                medium,
                offset=self._offsets.get(medium.sha256),
                go_on=self._go_on,
                note=self._note_read,
                counted=self._counted.get(medium.sha256, 0),
                chunks=self._chunks,
                pauses=self._pauses,
            )
        except SyncError as fault:
            return fault

    def _take_became(self, became: Became) -> SyncError | None:
        """Keeps what became of them. A fault that may pass is given back, its medium waits."""
        passing: SyncError | None = None
        held = [medium.sha256 for medium, result in became if isinstance(result, int)]
        if held:
            self._outbox.media_acknowledged(*held)
        for medium, result in became:
            if isinstance(result, int):
                self.bytes_sent += result + self._came.get(medium.sha256, 0)
            elif result is None:
                self._refuse_lost(medium)
            elif isinstance(result, Refused) and not result.error.retryable and not _ends_all(result):
                self._outbox.media_refused(medium.sha256, result.error.code, str(result))
            elif passing is None or _ends_all(result):
                passing = result
        return passing

    def _show(self, *, begun: Set[str] = frozenset(), ended: Set[str] = frozenset()) -> None:
        with self._watch:
            self._sending = (self._sending | begun) - ended
            self._under_way(frozenset(self._sending))

    def _note_read(self, count: int) -> None:
        """Bytes that went into the link (or that the server has): told now and then."""
        with self._watch:
            self._read += count
            if self._read - self._shown >= _TOLD_EVERY or self._read >= self._total:
                self._shown = self._read
                self._progress("bytes", min(self._read, self._total), self._total)


def _read(medium: OutgoingMedium) -> bytes | None:
    """None when its file is lost, or has changed."""
    try:
        content = medium.path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == medium.sha256 else None


def _is_there(medium: OutgoingMedium) -> bool:
    """Whether its file has its size: what is in it is looked at only where the server finds it harmed."""
    try:
        return medium.path.stat().st_size == medium.size
    except OSError:
        return False


def _ends_all(fault: SyncError) -> bool:
    """Whether no other medium can go either: no link, a person who stopped, or this tablet is no longer welcome."""
    return not isinstance(fault, Refused) or fault.error in (ErrorCode.UNKNOWN_DEVICE, ErrorCode.REVOKED_DEVICE)


def _batches(waiting: Sequence[OutgoingMedium]) -> Iterator[list[OutgoingMedium]]:
    batch: list[OutgoingMedium] = []
    size = 0
    for medium in waiting:
        if batch and size + medium.size > endpoints.MAX_PREVIEWS_BYTES - 64 * len(batch):
            yield batch
            batch, size = [], 0
        batch.append(medium)
        size += medium.size
    if batch:
        yield batch
