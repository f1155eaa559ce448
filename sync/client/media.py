"""Sends media: previews first, many to a request; then full sizes, resumable by byte, over a few connections.

A medium that cannot go (file gone, changed, refused) goes to the tray and the rest goes on.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.client.upload import PAUSES, Chunks, send_medium
from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused, SyncError
from sync.protocol.outgoing import OutgoingMedium

CONNECTIONS = 3
# Begun or ready to begin at one time, so that a long queue costs no memory.
_AT_HAND = 2 * CONNECTIONS
_TOLD_EVERY = 32 * 1024
_LOST = "{name}: the file of this medium is gone or has changed; take the photo again, or restore the file"


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
        self._never_begun = never_begun
        self._pauses = pauses
        self._chunks = Chunks()
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

    def _take(self, answer: messages.PreviewsAnswer, sizes: dict[str, int]) -> None:
        for sha256 in answer.held:
            self._outbox.media_acknowledged(sha256)
            self.bytes_sent += sizes.get(sha256, 0)
        for refusal in answer.refused:
            if refusal.code != ErrorCode.WRONG_HASH.code:  # damaged on its way, as it was whole here: it goes again
                self._outbox.media_refused(refusal.hash, refusal.code or "", refusal.message)

    def _content(self, medium: OutgoingMedium) -> bytes | None:
        try:
            content = medium.path.read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() == medium.sha256:
            return content
        self._refuse_lost(medium)
        return None

    def _refuse_lost(self, medium: OutgoingMedium) -> None:
        message = _LOST.format(name=medium.path.name)
        self._outbox.media_refused(medium.sha256, ErrorCode.MISSING_FILE.code, message)

    def _send_full(self, waiting: Sequence[OutgoingMedium]) -> None:
        """In that order, a few at a time."""
        if not waiting:
            return
        first_fault: SyncError | None = None
        rest = iter(waiting)
        sending: dict[Future[int | None], OutgoingMedium] = {}
        done = 0
        with ThreadPoolExecutor(min(CONNECTIONS, len(waiting)), "media") as pool:
            while True:
                while len(sending) < _AT_HAND and (medium := next(rest, None)) is not None:
                    sending[pool.submit(self._send_one, medium)] = medium
                if not sending:
                    break
                for future in wait(sending, return_when=FIRST_COMPLETED).done:
                    fault = self._took(future, sending.pop(future))
                    first_fault = first_fault or fault
                    if fault is not None and _ends_all(fault):
                        rest = iter(())
                        pool.shutdown(wait=False, cancel_futures=True)
                        sending = {each: left for each, left in sending.items() if not each.cancelled()}
                    done += 1
                self._progress("media", done, len(waiting))
        if first_fault is not None:
            raise first_fault

    def _took(self, future: Future[int | None], medium: OutgoingMedium) -> SyncError | None:
        """Keeps what became of it. A fault that may pass is given back, the medium waits."""
        try:
            sent = future.result()
        except Refused as refusal:
            if refusal.error.retryable or _ends_all(refusal):
                return refusal
            self._outbox.media_refused(medium.sha256, refusal.error.code, str(refusal))
        except SyncError as fault:
            return fault
        else:
            if sent is None:
                self._refuse_lost(medium)
            else:
                self._outbox.media_acknowledged(medium.sha256)
                self.bytes_sent += sent
        return None

    def _send_one(self, medium: OutgoingMedium) -> int | None:
        self._show(begun=medium.sha256)
        try:
            return send_medium(
                self._transport,
                medium,
                never_begun=medium.sha256 in self._never_begun,
                go_on=self._go_on,
                note=self._note_read,
                chunks=self._chunks,
                pauses=self._pauses,
            )
        finally:
            self._show(ended=medium.sha256)

    def _show(self, *, begun: str = "", ended: str = "") -> None:
        with self._watch:
            self._sending = (self._sending | ({begun} if begun else set())) - {ended}
            self._under_way(frozenset(self._sending))

    def _note_read(self, count: int) -> None:
        """Bytes that went into the link (or that the server has): told now and then."""
        with self._watch:
            self._read += count
            if self._read - self._shown >= _TOLD_EVERY or self._read >= self._total:
                self._shown = self._read
                self._progress("bytes", min(self._read, self._total), self._total)


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
