"""The bytes of a request's body as they arrive, for what is written as it comes.

gunicorn keeps what it reads ahead in a buffer that it copies at each read: of a body of some megabytes that costs more
than to hash and write it. Where it serves, the socket is read itself; elsewhere the request is.
"""

from __future__ import annotations

import sys
from typing import Any, cast

from django.http import HttpRequest, UnreadablePostError

from sync.server.api.bodies import content_length

BLOCK = 256 * 1024
# Where a read waits until it is full: small enough that a link cut hard loses little of what had come.
_WAITED_FOR = 32 * 1024


class Arriving:
    """The body of a request; `left` bytes of it are still to come."""

    def __init__(self, request: HttpRequest) -> None:
        self.left = content_length(request)
        self._request = request
        self._body = _gunicorns_body(request)
        self._buffer = memoryview(bytearray(min(self.left, BLOCK))) if self._body is not None else memoryview(b"")

    def read(self, most: int = BLOCK) -> memoryview:
        """Some of the next bytes, valid until the next read; none at the end, or where it was cut: some are `left`."""
        most = min(most, self.left)
        if not most:
            return memoryview(b"")
        block = self._from_socket(most) if self._body is not None else self._from_request(min(most, _WAITED_FOR))
        self.left -= len(block)
        return block

    def _from_request(self, most: int) -> memoryview:
        try:
            return memoryview(self._request.read(most))
        except UnreadablePostError:
            return memoryview(b"")

    def _from_socket(self, most: int) -> memoryview:
        """As gunicorn's reader would, without its buffers; it is told what was taken, and what is not to be reused."""
        reader = self._body.reader
        ahead = reader.unreader.take_buffered()
        if ahead:
            block = memoryview(ahead)[:most]
            reader.unreader.unread(ahead[most:])
        else:
            try:
                count = reader.unreader.sock.recv_into(self._buffer[: min(most, len(self._buffer))])
            except OSError:
                count = 0
            self._body.failed = self._body.failed or not count
            block = self._buffer[:count]
        reader.length -= len(block)
        return block


def _gunicorns_body(request: HttpRequest) -> Any:
    """None where another server reads, or where something was read of this body before."""
    if "gunicorn.http.body" not in sys.modules:
        return None
    from gunicorn.http.body import Body, LengthReader
    from gunicorn.http.unreader import SocketUnreader

    body = cast("Any", request).environ.get("wsgi.input") if hasattr(request, "environ") else None
    if (
        isinstance(body, Body)
        and isinstance(body.reader, LengthReader)
        and isinstance(body.reader.unreader, SocketUnreader)
        and hasattr(SocketUnreader, "take_buffered")  # an older gunicorn
        and not body.buf.tell()
        and not cast("Any", request)._read_started
    ):
        return body
    return None
