"""Walks of another tablet that this one takes part in, by an invitation scanned without a network.

The walk has one writer, the tablet that leads it. Here a row stands in for it, so that everything that asks for a walk
finds one; it is held for ever, refuses edits (records.py), and what the lead sent is pulled as a copy beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk
from walker.store.database import StoreDatabase
from walker.store.records import Records, locked


class JoinedWalks:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, records: Records, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._records = records
        self._clock = clock

    def join(self, stand_in: ExploratoryWalk, invitation: str) -> ExploratoryWalk:
        """Keep the invitation and what it says of the walk. Raises StoreError `locked_group`."""
        with self._database.write():
            if self._database.value("SELECT 1 FROM hidden_records WHERE id = ?", (stand_in.id,)) is not None:
                raise locked(stand_in.id)  # led or joined by a group that handed the tablet back
            self._database.execute(
                "INSERT INTO joined_walks VALUES (?, ?, ?)",
                (stand_in.id, invitation, times.format_time(self._clock())),
            )
            return self._records.save(stand_in)

    def includes(self, walk_id: str) -> bool:
        """Whether another tablet leads that walk."""
        return self._database.value("SELECT 1 FROM joined_walks WHERE walk_id = ?", (walk_id,)) is not None

    def invitation(self, walk_id: str) -> str | None:
        """As it was scanned; another tablet may be invited with it."""
        found = self._database.value("SELECT invitation FROM joined_walks WHERE walk_id = ?", (walk_id,))
        return None if found is None else str(found)
