"""Bytes decoded once: what the pages read again after every tap costs a look-up instead of a parse.

Records never change, and a hash names its bytes: so the record of a hash is the same for ever.
"""

from __future__ import annotations

import threading

from sync.protocol import codec
from sync.protocol.records import Record
from walker.store.database import Row

MOST = 12_000  # a district's findings; some 25 MB


class Decoded:
    """Shared by all parts of a store; usable from any thread."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: dict[str, Record] = {}
        self._turn = threading.Lock()

    def of(self, row: Row) -> Record:
        """The record of a row whose bytes are known to match its hash. Raises CodecError."""
        known = self._known.get(row["hash"])
        if known is not None:
            return known
        record = codec.decode(row["body"])
        with self._turn:
            self._known[row["hash"]] = record
            if len(self._known) > self._most:  # the one decoded first goes
                del self._known[next(iter(self._known))]
        return record
