"""Whether the walk pauses, and for how long it did: kept on disk, so that a restart does not record unasked."""

from __future__ import annotations

import json
from datetime import datetime

from sync.protocol import times
from walker.viewmodels.tablet import Tablet

SETTING = "pause"


class PauseNote:
    """Of one walk at a time."""

    def __init__(self, tablet: Tablet) -> None:
        self._tablet = tablet
        self._walk_id = ""
        self._since: datetime | None = None
        self._spent_s = 0.0

    @property
    def is_paused(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        """All pauses of the walk together."""
        now = 0.0 if self._since is None else (self._tablet.clock() - self._since).total_seconds()
        return self._spent_s + now

    def open(self, walk_id: str) -> None:
        """What was noted of this walk; nothing of another one."""
        self._walk_id, self._since, self._spent_s = walk_id, None, 0.0
        held = json.loads(self._tablet.store.settings.get(SETTING) or "{}")
        if held.get("walk") == walk_id:
            self._since = times.parse_time(held["since"]) if held["since"] else None
            self._spent_s = held["spent"]

    def begin(self) -> None:
        """On disk when this returns."""
        self._keep(self._tablet.clock(), self._spent_s)

    def end(self) -> None:
        self._keep(None, self.seconds)

    def _keep(self, since: datetime | None, spent_s: float) -> None:
        told = {"walk": self._walk_id, "since": times.format_time(since) if since else None, "spent": spent_s}
        self._tablet.store.settings.set(SETTING, json.dumps(told))
        self._since, self._spent_s = since, spent_s
