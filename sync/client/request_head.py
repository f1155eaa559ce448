"""Bounds the lines before a request's body: the library alone would keep a hundred of 64 KiB of a stranger's."""

from __future__ import annotations

import io

MOST_BYTES = 16 * 1024


class Head:
    """Reads a link for `http.server`. Raises ConnectionAbortedError at the byte beyond what any of ours needs."""

    def __init__(self, link: io.BufferedIOBase) -> None:
        self._link = link
        self.begin()

    def begin(self) -> None:
        """Another request comes."""
        self._left = MOST_BYTES

    def readline(self, limit: int = -1) -> bytes:
        line = self._link.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise ConnectionAbortedError("more lines than any of ours")
        return line

    def read(self, size: int = -1) -> bytes:
        """Of the body."""
        return self._link.read(size)

    def close(self) -> None:
        self._link.close()
