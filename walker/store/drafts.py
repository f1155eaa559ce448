"""Forms being filled: every change is kept at once, so that a flat battery costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sync.protocol import times
from sync.protocol.frozen import frozen
from sync.protocol.records import Record
from walker.store.database import Row, StoreDatabase
from walker.store.records import R, Records


@frozen()
class Draft:
    """What was typed so far. `id` is the id the record will have, `kind` its Record.RECORD."""

    id: str
    kind: str
    walk_id: str | None
    body: Mapping[str, Any]
    updated_at: str


class Drafts:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, records: Records, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._records = records
        self._clock = clock
        self._thrown: set[str] = set()  # not on disk: after a kill a thrown-away form is there again

    def keep(self, draft_id: str, kind: type[Record], walk_id: str | None, body: Mapping[str, Any]) -> Draft:
        """What is in the form now, in place of what was."""
        at = times.format_time(self._clock())
        with self._database.write():
            self._database.execute(
                "INSERT INTO drafts (id, kind, walk_id, body, updated_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET walk_id = excluded.walk_id, body = excluded.body,"
                " updated_at = excluded.updated_at",
                (draft_id, kind.RECORD, walk_id, json.dumps(body, ensure_ascii=False), at),
            )
        return Draft(id=draft_id, kind=kind.RECORD, walk_id=walk_id, body=body, updated_at=at)

    def finish(self, record: R) -> R:
        """The form is done: the record is saved and its draft goes, in one transaction."""
        with self._database.write():
            kept = self._records.save(record)
            self.drop(record.id)
        return kept

    def drop(self, draft_id: str) -> None:
        """The person threw it away."""
        with self._database.write():
            self._database.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
        self._thrown.discard(draft_id)

    def is_form_or_record(self, about: str) -> bool:
        """Whether something with that id is on disk: also thrown away, deleted, locked or another tablet's."""
        return bool(
            self._database.query(
                "SELECT 1 FROM drafts WHERE id = :about UNION ALL SELECT 1 FROM records WHERE id = :about"
                " UNION ALL SELECT 1 FROM copies WHERE id = :about",
                {"about": about},
            )
        )

    def set_aside(self, draft_id: str) -> None:
        """Thrown away, but not yet for good: nobody sees it until `bring_back`; `drop` ends it."""
        self._thrown.add(draft_id)

    def bring_back(self, draft_id: str) -> None:
        self._thrown.discard(draft_id)

    def all(self, kind: type[Record] | None = None) -> list[Draft]:
        """Newest first."""
        rows = self._database.query("SELECT * FROM visible_drafts ORDER BY updated_at DESC, id")
        return [
            _draft(row)
            for row in rows
            if (kind is None or row["kind"] == kind.RECORD) and row["id"] not in self._thrown
        ]


def _draft(row: Row) -> Draft:
    return Draft(
        id=row["id"],
        kind=row["kind"],
        walk_id=row["walk_id"],
        body=json.loads(row["body"]),
        updated_at=row["updated_at"],
    )
