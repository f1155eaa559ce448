"""Every life of every server that this tablet spoke with: its clock, and the marks of the hellos that it heard.

A mark is made for each hello and kept before it leaves. The server keeps the last one it heard: when two folders have
one identity (a copy, or one put back from an older day) the marks of one are unknown to the other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sync.protocol import endpoints, times
from walker.store.database import StoreDatabase
from walker.store.identity import Settings

_SKEW = "clock_skew_ms"
_FELT_MS = 1000  # less is the link


class Servers:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def epoch(self) -> str | None:
        """The life of the server that is spoken with now."""
        return self._settings.get("epoch")

    def begin(self, epoch: str) -> None:
        """Another life, or another server. It may have heard the marks that its former life was told."""
        with self._database.write():
            former = self._settings.get("epoch")
            self._settings.set("epoch", epoch)
            self._database.execute(
                "INSERT OR IGNORE INTO servers (epoch, url, since, marks) VALUES (?, ?, ?, ?)",
                (epoch, self._settings.get("server_url") or "", self.now(), " ".join(self._marks(former))),
            )

    def begin_hello(self) -> Sequence[str]:
        """A new mark after all that the server may have had last."""
        epoch = self.epoch() or ""
        marks = self._marks(epoch)
        if len(marks) < endpoints.MAX_MARKS:  # a link that loses every answer: the last mark does for several hellos
            marks.append(os.urandom(4).hex())
        self._keep(epoch, marks)
        return marks

    def note_hello(self, epoch: str, skew_ms: int) -> None:
        """The server heard the last mark."""
        with self._database.write():
            self._keep(epoch, self._marks(epoch)[-1:])
            if abs(skew_ms - self.skew_ms()) >= _FELT_MS:
                self._settings.set(_SKEW, str(skew_ms))

    def forget_marks(self) -> None:
        """Under a new id nothing was said yet."""
        with self._database.write():
            self._database.execute("UPDATE servers SET marks = ''")

    def skew_ms(self) -> int:
        """How far the server's clock was ahead of ours when it last spoke."""
        return int(self._settings.get(_SKEW) or 0)

    def now(self) -> str:
        """By the server's clock, as near as we know: for receipts. Nothing is put in order by it."""
        return times.format_time(self._clock() + timedelta(milliseconds=self.skew_ms()))

    def _marks(self, epoch: str | None) -> list[str]:
        found = self._database.value("SELECT marks FROM servers WHERE epoch = ?", (epoch or "",))
        return str(found or "").split()

    def _keep(self, epoch: str, marks: Sequence[str]) -> None:
        url = self._settings.get("server_url") or ""
        with self._database.write():
            self._database.execute(
                "INSERT INTO servers (epoch, url, since, marks) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET url = excluded.url, marks = excluded.marks",
                (epoch, url, self.now(), " ".join(marks)),
            )
