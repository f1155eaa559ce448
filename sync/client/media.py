"""Sends media: previews first, many to a request; then full sizes, resumable by byte, over a few connections.

A medium that cannot go (file gone, changed, refused) goes to the tray and the rest goes on.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from io import BufferedReader

from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused, SyncError, Unreachable
from sync.protocol.outgoing import OutgoingMedium

CONNECTIONS = 3
_RESUMPTIONS = 5  # in a row, without a byte of progress
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
    ) -> None:
        self._outbox = outbox
        self._transport = transport
        self._progress = progress
        self._go_on = go_on
        self._under_way = under_way
        self._never_begun = never_begun
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
        if not waiting:
            return
        first_fault: SyncError | None = None
        with ThreadPoolExecutor(min(CONNECTIONS, len(waiting)), "media") as pool:
            sending = {pool.submit(self._send_one, medium): medium for medium in waiting}
            for done, future in enumerate(as_completed(sending), start=1):
                medium = sending[future]
                try:
                    sent = future.result()
                except Refused as refusal:
                    if refusal.error in _OF_THE_DEVICE:
                        first_fault = refusal
                        pool.shutdown(wait=False, cancel_futures=True)
                        break
                    if refusal.error.retryable:
                        first_fault = first_fault or refusal
                    else:
                        self._outbox.media_refused(medium.sha256, refusal.error.code, str(refusal))
                except SyncError as fault:
                    first_fault = first_fault or fault
                    pool.shutdown(wait=False, cancel_futures=True)
                    break
                else:
                    if sent is None:
                        self._refuse_lost(medium)
                    else:
                        self._outbox.media_acknowledged(medium.sha256)
                        self.bytes_sent += sent
                self._progress("media", done, len(waiting))
        if first_fault is not None:
            raise first_fault

    def _send_one(self, medium: OutgoingMedium) -> int | None:
        self._show(begun=medium.sha256)
        try:
            return send_medium(
                self._transport,
                medium,
                never_begun=medium.sha256 in self._never_begun,
                go_on=self._go_on,
                note=self._note_read,
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


_OF_THE_DEVICE = (ErrorCode.UNKNOWN_DEVICE, ErrorCode.REVOKED_DEVICE)


def send_medium(
    transport: Transport,
    medium: OutgoingMedium,
    *,
    never_begun: bool = False,
    go_on: Callable[[], None] = lambda: None,
    note: Callable[[int], None] = lambda count: None,
) -> int | None:
    """Send one medium to its last byte, resuming after cuts; gives how many bytes went. None: the file is lost.

    One that was never begun goes at once; of any other the server is first asked how much it has.
    """
    try:
        file = medium.path.open("rb")
    except OSError:
        return None
    with closing(file):
        if not _is_itself(file, medium):
            return None
        return _send_bytes(transport, medium, _Watched(file, go_on, note), never_begun, go_on)


class _Watched:
    """An open file whose blocks are counted as the link takes them; a sync that shall end ends between two of them."""

    def __init__(self, file: BufferedReader, go_on: Callable[[], None], note: Callable[[int], None]) -> None:
        self._file = file
        self._go_on = go_on
        self._note = note
        self._furthest = 0

    def seek(self, offset: int) -> int:
        self._reached(offset)
        return self._file.seek(offset)

    def read(self, size: int = -1) -> bytes:
        self._go_on()
        block = self._file.read(size)
        self._reached(self._file.tell())
        return block

    def _reached(self, offset: int) -> None:
        """What goes again after a cut is counted once."""
        if offset > self._furthest:
            self._note(offset - self._furthest)
            self._furthest = offset


def _send_bytes(
    transport: Transport, medium: OutgoingMedium, file: _Watched, never_begun: bool, go_on: Callable[[], None]
) -> int:
    sent = furthest = fruitless = 0
    go_on()
    offset = 0 if never_begun else transport.medium_offset(medium.sha256)
    create = never_begun
    while offset < medium.size:
        go_on()
        try:
            if create:
                file.seek(0)
                held = transport.create_medium(medium.sha256, medium.size, file)
            else:
                held = transport.continue_medium(medium.sha256, medium.size, offset, file)
        except (Unreachable, Refused) as fault:
            if fault.error not in _RESUMABLE or fruitless >= _RESUMPTIONS:
                raise
            held = _offset_after(transport, medium, fault)
        create = False
        sent += max(0, held - offset)
        # A link that carries little each time gets there; one that carries nothing is left for the next sync.
        fruitless = 0 if held > furthest else fruitless + 1
        furthest = max(furthest, held)
        offset = held
    return sent


# A cut, or a disagreement that asking for the offset settles (after a wrong hash it is 0).
_RESUMABLE = (ErrorCode.UNREACHABLE, ErrorCode.WRONG_OFFSET, ErrorCode.WRONG_HASH)


def _offset_after(transport: Transport, medium: OutgoingMedium, fault: SyncError) -> int:
    try:
        return transport.medium_offset(medium.sha256)
    except Unreachable as again:
        raise fault from again


def _is_itself(file: BufferedReader, medium: OutgoingMedium) -> bool:
    return hashlib.file_digest(file, "sha256").hexdigest() == medium.sha256


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
