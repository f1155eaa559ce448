"""Sends media: previews first, many to a request; then full sizes, resumable by byte, over a few connections.

A medium that cannot go (file gone, changed, refused) goes to the tray and the rest goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from io import BufferedReader

from sync.client.outbox import Outbox, OutgoingMedium
from sync.client.transport import Transport
from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused, SyncError, Unreachable

CONNECTIONS = 3
_RESUMPTIONS = 5
_LOST = "{name}: the file of this medium is gone or has changed; take the photo again, or restore the file"


class MediaSender:
    """Sends everything that `outbox.media_outgoing()` names; counts the bytes the server took."""

    def __init__(self, outbox: Outbox, transport: Transport, progress: Callable[[str, int, int], None]) -> None:
        self._outbox = outbox
        self._transport = transport
        self._progress = progress
        self.bytes_sent = 0

    def send_all(self) -> None:
        """Raises SyncError when the link or the server fails; what was acknowledged by then is kept."""
        waiting = self._outbox.media_outgoing()
        self._send_previews([medium for medium in waiting if medium.preview])
        self._send_full([medium for medium in waiting if not medium.preview])

    def _send_previews(self, waiting: Sequence[OutgoingMedium]) -> None:
        done = 0
        for batch in _batches(waiting):
            whole = [(medium, content) for medium in batch if (content := self._content(medium)) is not None]
            if whole:
                self._take(
                    self._transport.previews([content for _, content in whole]),
                    {medium.sha256: len(content) for medium, content in whole},
                )
            done += len(batch)
            self._progress("previews", done, len(waiting))

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
            sending = {pool.submit(send_medium, self._transport, medium): medium for medium in waiting}
            for done, future in enumerate(as_completed(sending), start=1):
                medium = sending[future]
                try:
                    held = future.result()
                except Refused as refusal:
                    if not refusal.error.retryable and refusal.error not in _OF_THE_DEVICE:
                        self._outbox.media_refused(medium.sha256, refusal.error.code, str(refusal))
                    first_fault = first_fault or _if_stopping(refusal)
                except SyncError as fault:
                    first_fault = first_fault or fault
                    pool.shutdown(wait=False, cancel_futures=True)
                    break
                else:
                    if held:
                        self._outbox.media_acknowledged(medium.sha256)
                        self.bytes_sent += medium.size
                    else:
                        self._refuse_lost(medium)
                self._progress("media", done, len(waiting))
        if first_fault is not None:
            raise first_fault


_OF_THE_DEVICE = (ErrorCode.UNKNOWN_DEVICE, ErrorCode.REVOKED_DEVICE)


def _if_stopping(refusal: Refused) -> Refused | None:
    return refusal if refusal.error.retryable or refusal.error in _OF_THE_DEVICE else None


def send_medium(transport: Transport, medium: OutgoingMedium) -> bool:
    """Send one medium to its last byte, resuming after cuts. False when the file is gone or no longer itself."""
    try:
        file = medium.path.open("rb")
    except OSError:
        return False
    with closing(file):
        if not _is_itself(file, medium):
            return False
        _send_bytes(transport, medium, file)
    return True


def _send_bytes(transport: Transport, medium: OutgoingMedium, file: BufferedReader) -> None:
    offset, cuts, begun = 0, 0, False
    while True:
        try:
            if not begun:
                file.seek(0)
                offset = transport.create_medium(medium.sha256, medium.size, file)
                begun = True
            elif offset < medium.size:
                offset = transport.continue_medium(medium.sha256, medium.size, offset, file)
            if offset == medium.size:
                return
        except Unreachable as cut:
            offset, cuts = _offset_after(transport, medium, cut, cuts)
            begun = True
        except Refused as refusal:
            if refusal.error not in (ErrorCode.WRONG_OFFSET, ErrorCode.WRONG_HASH) or cuts >= _RESUMPTIONS:
                raise
            cuts += 1
            begun = refusal.error is ErrorCode.WRONG_OFFSET
            offset = transport.medium_offset(medium.sha256) if begun else 0


def _offset_after(transport: Transport, medium: OutgoingMedium, cut: Unreachable, cuts: int) -> tuple[int, int]:
    """Where to go on after a cut, and how many there were."""
    if cuts >= _RESUMPTIONS or cut.error is ErrorCode.NOT_A_SERVER:
        raise cut
    try:
        return transport.medium_offset(medium.sha256), cuts + 1
    except Unreachable as again:
        raise cut from again


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
