"""A lent tablet handed back: what the group made is locked behind the leader's code, and goes on being sent (S-215).

Nothing is deleted and nothing is ciphered: the rows stay in the outbox, and every read for a page goes through the
views `visible_records` and `visible_drafts`. The code is kept as a slow salted hash. Wrong codes cost time, counted on
disk before each try, so that a restart forgets none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sync.protocol import times
from sync.protocol.frozen import frozen
from walker.errors import StoreError
from walker.store.database import StoreDatabase
from walker.store.identity import Settings

LEAST_DIGITS = 4
MOST_DIGITS = 12
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
# All but walks to come that a kit brought and nobody touched: they may be the next group's.
_MADE_HERE = """
    WHERE locked_by IS NULL AND NOT (
        kind = 'exploratory_walk' AND revision = 1 AND id IN (SELECT walk_id FROM kits)
        AND CASE WHEN json_valid(CAST(body AS TEXT)) THEN json_extract(CAST(body AS TEXT), '$.state') END = 'planned'
    )
"""
_TRIES = "unlock_tries"
_NOT_BEFORE = "unlock_not_before"


@frozen()
class Lock:
    """One group's: when it handed the tablet back."""

    id: int
    locked_at: str


class Locks:
    """`personal`: settings that the group made for itself; they go with it and come back with it."""

    def __init__(
        self,
        database: StoreDatabase,
        settings: Settings,
        clock: Callable[[], datetime],
        personal: Sequence[str],
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._personal = personal

    def hand_back(self, code: str) -> int:
        """Lock what this group made and close what was opened again, in one transaction; how many records.

        The hash takes a moment: not on the window's thread. Raises StoreError `weak_code`.
        """
        if not is_fit(code):
            raise StoreError("weak_code", f"a code has {LEAST_DIGITS} to {MOST_DIGITS} digits")
        salt = os.urandom(16)
        hashed = _slow_hash(code, salt)
        with self._database.write():
            self._database.execute("UPDATE locks SET opened = 0")
            kept = {name: value for name in self._personal if (value := self._settings.get(name)) is not None}
            self._database.execute(
                "INSERT INTO locks (locked_at, salt, hash, settings) VALUES (?, ?, ?, ?)",
                (times.format_time(self._clock()), salt, hashed, json.dumps(kept)),
            )
            lock = int(self._database.value("SELECT max(id) FROM locks"))
            for name in kept:
                self._settings.set(name, None)
            self._database.execute("UPDATE drafts SET locked_by = ? WHERE locked_by IS NULL", (lock,))
            return self._database.execute(f"UPDATE records SET locked_by = ? {_MADE_HERE}", (lock,))

    def closed(self) -> list[Lock]:
        """The groups whose walks are locked now, newest first."""
        rows = self._database.query("SELECT id, locked_at FROM locks WHERE opened = 0 ORDER BY id DESC")
        return [Lock(id=row["id"], locked_at=row["locked_at"]) for row in rows]

    def wait(self) -> timedelta:
        """How long until another code may be tried."""
        until = self._settings.get(_NOT_BEFORE)
        left = times.parse_time(until) - self._clock() if until else timedelta()
        return min(max(left, timedelta()), LONGEST_WAIT)

    def open(self, code: str) -> Lock | None:
        """Show a group's things again; None for a wrong code, or while one must wait. Not on the window's thread."""
        from hmac import compare_digest

        with self._database.write():
            if self.wait():
                return None
            self._count_a_try()
        for row in self._database.query("SELECT * FROM locks WHERE opened = 0 ORDER BY id DESC"):
            if compare_digest(_slow_hash(code, bytes(row["salt"])), bytes(row["hash"])):
                self._open(row["id"], json.loads(row["settings"]))
                return Lock(id=row["id"], locked_at=row["locked_at"])
        return None

    def unsent(self) -> int:
        """How many records and pictures of locked groups the server does not hold yet."""
        return int(
            self._database.value(
                """
                SELECT count(*) FROM records WHERE id IN (SELECT id FROM hidden_records)
                    AND (revision > pushed_revision AND held IS NOT 'joined' OR EXISTS (
                        SELECT 1 FROM media LEFT JOIN media_receipts USING (sha256)
                        WHERE media.id = records.id AND media_receipts.sha256 IS NULL AND records.deleted_at IS NULL
                    ))
                """
            )
        )

    def _open(self, lock: int, kept: dict[str, str]) -> None:
        with self._database.write():
            self._database.execute("UPDATE locks SET opened = 1 WHERE id = ?", (lock,))
            self._settings.set(_TRIES, None)
            self._settings.set(_NOT_BEFORE, None)
            for name, value in kept.items():
                if self._settings.get(name) is None:  # what the present group chose stays
                    self._settings.set(name, value)

    def _count_a_try(self) -> None:
        tries = int(self._settings.get(_TRIES) or 0) + 1
        self._settings.set(_TRIES, str(tries))
        if tries >= FREE_TRIES:
            longer = min(FIRST_WAIT * 2 ** min(tries - FREE_TRIES, 20), LONGEST_WAIT)
            self._settings.set(_NOT_BEFORE, times.format_time(self._clock() + longer))


def is_fit(code: str) -> bool:
    """Digits, as many as a leader can remember and a passer-by cannot guess at once."""
    return code.isascii() and code.isdigit() and LEAST_DIGITS <= len(code) <= MOST_DIGITS


def _slow_hash(code: str, salt: bytes) -> bytes:
    from hashlib import scrypt

    return scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)
