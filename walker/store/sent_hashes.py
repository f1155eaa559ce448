"""Every hash that ever left this tablet, by record: what the server holds of ours is known when it comes back."""

from __future__ import annotations

from collections.abc import Iterable

from sync.protocol.outgoing import OutgoingRecord
from walker.store.database import StoreDatabase


def note(database: StoreDatabase, sent: Iterable[OutgoingRecord]) -> None:
    """In one transaction, before a byte leaves."""
    with database.write():
        for record in sent:
            database.execute("INSERT OR IGNORE INTO sent_hashes VALUES (?, ?)", (record.id, record.hash))


def holds(database: StoreDatabase, record_id: str, record_hash: str) -> bool:
    """Whether these bytes of it were ever sent."""
    found = database.value("SELECT 1 FROM sent_hashes WHERE id = ? AND hash = ?", (record_id, record_hash))
    return found is not None
