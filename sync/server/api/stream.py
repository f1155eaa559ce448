"""`stream`: many full sizes in one request; a frame without bytes asks how much of a medium is there.

A request each costs more than the bytes of a photo: the tablet's HTTP, the framework, the folders and rows to commit.
Bytes are written as they come and are safe before the answer; of a request that was cut what came is kept.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future

from django.http import HttpRequest

from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.media_frames import HEAD_BYTES, read_head
from sync.server.accounts.models import Device
from sync.server.api import judge, media, media_names
from sync.server.api.arriving import BLOCK, Arriving
from sync.server.records import actions, feed, media_parts, media_store

_UNDER_WAY = 16  # open files of one request
_HARMED = "the bytes are not those of this hash; send them again"


def answer(request: HttpRequest, device: Device) -> messages.MediaAnswer:
    """Each medium is held, begun or refused with its reason; sending one again is harmless."""
    frames = _Frames(request)
    media_parts.sweep_now_and_then()
    taken = _Taken()
    there: dict[str, int] = {}
    begun: dict[str, int] = {}
    try:
        while frames.next():
            try:
                size = media_names.allowed_size(frames.sha256, device)
                if not frames.length:
                    count = media.offset(frames.sha256, device, size)
                    (there if count == size else begun)[frames.sha256] = count
                elif media_store.holds(frames.sha256, size):
                    there[frames.sha256] = size
                else:
                    taken.put_away(frames.sha256, _received(frames, device, size))
            except Refused as refusal:
                if refusal.error is ErrorCode.WRONG_OFFSET:
                    raise  # a newer request took over: it brings the rest too
                taken.refused[frames.sha256] = refusal
    except _Cut:
        pass  # whoever still hears it learns what came, and asks for the rest
    finally:
        taken.settle()
    for sha256, size in there.items():
        actions.media_found(sha256, size)
    held = {**there, **taken.held}  # also what was named twice, where one took over from the other
    return messages.MediaAnswer(
        epoch=feed.epoch(),
        held=tuple(held),
        begun={sha256: count for sha256, count in begun.items() if sha256 not in held},
        refused=tuple(
            judge.rejected(sha256, refusal.error, "", str(refusal))
            for sha256, refusal in taken.refused.items()
            if sha256 not in held
        ),
    )


def _received(frames: _Frames, device: Device, size: int) -> media_parts.Part:
    """All bytes of a medium. Raises Refused; what came is kept."""
    if frames.length != size:
        _refuse_size(frames, size)
    part = media_parts.open_part(frames.sha256, device.id, size)
    try:
        frames.skip(part.offset)  # of a request that was cut
        while block := frames.read():
            part.append(block)
    except BaseException:
        with part:
            part.sync()
        raise
    return part


def _refuse_size(frames: _Frames, size: int) -> None:
    """Of another size than its record says, or harmed on its way: what is told to be wrong for ever is first whole."""
    found = hashlib.sha256()
    while block := frames.read():
        found.update(block)
    if found.hexdigest() != frames.sha256:
        raise Refused(ErrorCode.WRONG_HASH, _HARMED)
    raise Refused(ErrorCode.BAD_FIELD, f"{frames.length} bytes: its record says {size}")


class _Cut(Exception):
    """The body ended before its time."""


class _Taken:
    """Media on their way to their place while the next ones come; none is held before `settle`."""

    def __init__(self) -> None:
        self.held: dict[str, int] = {}
        self.refused: dict[str, Refused] = {}
        self._under_way: deque[tuple[str, int, Future[None]]] = deque()

    def put_away(self, sha256: str, part: media_parts.Part) -> None:
        """That all of its bytes came is known, and that they are the right ones soon."""
        self._under_way.append((sha256, part.size, media_store.DISK.submit(_put_away, part, sha256)))
        if len(self._under_way) > _UNDER_WAY:
            self._take_first()

    def settle(self) -> None:
        """All are safe under their names, and held. Raises OSError once that is true of all others."""
        fault: OSError | None = None
        while self._under_way:
            try:
                self._take_first()
            except OSError as one:
                fault = one
        if self.held:
            actions.media_held(self.held)
        if fault is not None:
            raise fault

    def _take_first(self) -> None:
        sha256, size, future = self._under_way.popleft()
        try:
            future.result()
        except media_store.WrongHash:
            self.refused[sha256] = Refused(ErrorCode.WRONG_HASH, _HARMED)
        except Refused as refusal:
            self.refused[sha256] = refusal
        else:
            self.held[sha256] = size


def _put_away(part: media_parts.Part, sha256: str) -> None:
    with part:
        part.sync()
        part.finish(sha256)


class _Frames:
    """Reads the body of a request frame by frame. Everything raises _Cut where it is cut."""

    def __init__(self, request: HttpRequest) -> None:
        self._body = Arriving(request)
        if self._body.left > endpoints.MAX_STREAM_BYTES:
            raise Refused(ErrorCode.TOO_LARGE, f"{self._body.left} bytes: at most {endpoints.MAX_STREAM_BYTES}")
        self.sha256 = ""
        self.length = self._of_frame = self._count = 0

    def next(self) -> bool:
        """The next frame begins; false at the end. What was not read of the one before is passed over."""
        self.skip(self._of_frame)
        if not self._body.left:
            return False
        self._count += 1
        if self._count > endpoints.MAX_STREAM_FRAMES:  # each costs a look at the records, and room in the answer
            raise Refused(ErrorCode.TOO_LARGE, f"more than {endpoints.MAX_STREAM_FRAMES} frames")
        self._begin(HEAD_BYTES)
        head = b""
        while block := self.read():
            head += block
        self.sha256, self.length = read_head(head)
        self._begin(self.length)
        return True

    def _begin(self, length: int) -> None:
        if length > self._body.left:
            raise Refused(ErrorCode.MALFORMED, "a frame is longer than the body")
        self._of_frame = length

    def read(self, most: int = BLOCK) -> memoryview:
        """Some bytes of this frame, none at its end."""
        block = self._body.read(min(self._of_frame, most))
        if self._of_frame and not block:
            raise _Cut
        self._of_frame -= len(block)
        return block

    def skip(self, count: int) -> None:
        """Read that many bytes and let them go."""
        while count and (block := self.read(count)):
            count -= len(block)
