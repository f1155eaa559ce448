"""Sends by itself: when the network comes back, some time after a save, and now and then for what the office says.

It asks rules (walker/domain/sending_times.py), never a person, and shows no trouble that passes by itself. One timer;
what is read or sent is on the worker's thread.
"""

from __future__ import annotations

import random
import time

from PySide6.QtCore import QObject, QTimer, Slot

from sync.protocol.errors import FOR_A_PERSON, ErrorCode
from walker.device.battery import charge
from walker.domain import sending_times
from walker.domain.sending_times import Share, Situation
from walker.viewmodels.live_walk import LiveWalk
from walker.viewmodels.sync_status import SyncStatus
from walker.viewmodels.tablet import Tablet

_HOPELESS = frozenset(error.code for error in FOR_A_PERSON)


class BackgroundSync(QObject):
    """`begin` once the window stands."""

    def __init__(
        self,
        tablet: Tablet,
        status: SyncStatus,
        live: LiveWalk,
        parent: QObject | None = None,
        *,
        dice: random.Random | None = None,
    ) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._status = status
        self._live = live
        self._dice = dice or random.Random()
        self._failures = 0
        self._hopeless = False
        self._begun = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._try)

    @Slot()
    def begin(self) -> None:
        """Nothing the second time."""
        if self._begun:
            return
        self._begun = True
        self._status.network.watch(self._network_changed)
        self.tablet.recordsChanged.connect(self._saved)
        self._status.synced.connect(self._ended)
        self._in(sending_times.BACK_S)

    def seconds_to_next(self) -> float | None:
        """None: no try is planned."""
        return self._timer.remainingTime() / 1000 if self._timer.isActive() else None

    @Slot()
    def _network_changed(self) -> None:
        """It came back, or another one: what failed before may go now."""
        self._failures = 0
        self._in(sending_times.BACK_S * self._dice.uniform(0.5, 1.5))

    @Slot()
    def _saved(self) -> None:
        if not self._failures:
            self._in(sending_times.QUIET_IN_A_WALK_S if self._live.running else sending_times.QUIET_S)

    @Slot()
    def _ended(self) -> None:
        """A sync ended, whoever asked for it."""
        code = self._status.ended_by
        self._hopeless = code in _HOPELESS
        if code in ("", ErrorCode.STOPPED.code):
            self._failures = 0
            self._in(sending_times.LOOK_EVERY_S * self._dice.uniform(1.0, 1.2))
        else:
            self._failures += 1
            self._in(sending_times.next_try_s(self._failures, self._status.asked_to_wait, self._dice))

    @Slot()
    def _try(self) -> None:
        if self._status.busy:
            return  # its end plans the next one
        what = Share.NOTHING if self._hopeless else sending_times.share(self._situation())
        if what is Share.NOTHING:
            self._in(sending_times.LOOK_EVERY_S)
            return
        self.tablet.worker.run(
            lambda: self._has_work(what),
            lambda has_work: self._send(what, has_work),
            lambda fault: self._in(sending_times.LOOK_EVERY_S),
        )

    def _has_work(self, what: Share) -> bool:
        """What this link may not carry is no reason to call the server."""
        outbox = self.tablet.store.outbox
        everything = what is Share.ALL
        media = any(medium.preview or everything for medium in outbox.media_outgoing())
        return bool(outbox.outgoing(1)) or media or (everything and bool(outbox.carried()))

    def _send(self, what: Share, has_work: bool) -> None:
        """Without anything to send only now and then: the office may have said something."""
        if self._status.busy:
            return
        quiet_s = time.monotonic() - self._status.ended_at
        if has_work or quiet_s >= sending_times.LOOK_EVERY_S:
            self._status.send_quietly(full_sizes=what is Share.ALL)
        else:
            self._in(max(sending_times.LOOK_EVERY_S - quiet_s, sending_times.BACK_S))

    def _situation(self) -> Situation:
        return Situation(
            enrolled=bool(self._status.enrolled),
            paused=bool(self._status.paused),
            reachable=self._status.network.reachable(),
            paid=self._status.holds_back_full_sizes(),
            walking=bool(self._live.running),
            charge=charge(),
        )

    def _in(self, seconds: float) -> None:
        """One plan at a time: the newest."""
        self._timer.start(round(seconds * 1000))
