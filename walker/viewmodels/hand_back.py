"""A lent tablet is handed back: what is left is said, then the group's things are locked behind its leader's code."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from walker.errors import WalkerError
from walker.store.locks import LEAST_DIGITS, MOST_DIGITS, Lock, is_fit
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1000


@QmlElement
class HandBack(QObject):
    """`done` once everything is locked; `opened` once a code showed a group's things again."""

    changed = Signal()
    locked = Signal()
    opened = Signal()

    def __init__(self, tablet: Tablet, ended: Callable[[], bool], parent: QObject | None = None) -> None:
        """`ended()`: end what is being recorded and typed; false when the disk refused, and then nothing is locked."""
        super().__init__(parent)
        self.tablet = tablet
        self._ended = ended
        self._code = ""
        self._busy = False
        self._done = False
        self._wrong = False
        self._groups = RowListModel(("lockedMs",), self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.changed)

    @Property(str, notify=changed)
    def code(self) -> str:
        """As typed: shown, so that the leader can note it."""
        return self._code

    @Property(bool, notify=changed)
    def fit(self) -> bool:
        return is_fit(self._code)

    @Property(int, constant=True)
    def leastDigits(self) -> int:
        return LEAST_DIGITS

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def done(self) -> bool:
        return self._done

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """The last code opened nothing."""
        return self._wrong

    @Property(int, notify=changed)
    def waitSeconds(self) -> int:
        """Until another code may be tried."""
        return math.ceil(self.tablet.store.locks.wait().total_seconds())

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Of locked groups: what the server does not hold yet."""
        return self.tablet.store.locks.unsent()

    @Property(RowListModel, constant=True)
    def groups(self) -> RowListModel:
        """Those that are locked, by when they handed the tablet back."""
        return self._groups

    @Property(int, notify=changed)
    def drafts(self) -> int:
        """Forms that were begun: they are locked too, and never sent as they are."""
        return len(self.tablet.store.drafts.all())

    @Slot()
    def open(self) -> None:
        """The page is shown."""
        self._code, self._done, self._wrong = "", False, False
        self._show_groups()
        self._timer.start()
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        self._timer.stop()
        self._code = ""
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """One digit; empty takes the last one back."""
        if self._busy:
            return
        self._code = (self._code + key)[:MOST_DIGITS] if key else self._code[:-1]
        self._wrong = False
        self.changed.emit()

    @Slot()
    def handBack(self) -> None:
        """Lock; what is not sent goes with every later sync. Told by `locked` once it is on disk."""
        if self._busy or not is_fit(self._code):
            return
        if not self._ended():
            return
        code = self._code
        self._begin()
        # After the shots that are still on their way to the disk: they are the group's, too.
        self.tablet.shots.run(lambda: self.tablet.store.locks.hand_back(code), self._locked, self._failed)

    @Slot()
    def unlock(self) -> None:
        """Show the things of the group with this code again."""
        if self._busy or not is_fit(self._code) or self.waitSeconds:
            return
        code = self._code
        self._begin()
        self.tablet.reads.run(lambda: self.tablet.store.locks.open(code), self._tried, self._failed)

    def _begin(self) -> None:
        self._busy, self._wrong = True, False
        self.changed.emit()

    def _locked(self, _count: int) -> None:
        self._busy, self._done, self._code = False, True, ""
        self._show_groups()
        self.tablet.groupChanged.emit()
        self.tablet.recordsChanged.emit()
        self.locked.emit()
        self.changed.emit()

    def _tried(self, lock: Lock | None) -> None:
        self._busy, self._wrong, self._code = False, lock is None, ""
        if lock is not None:
            self._show_groups()
            self.tablet.groupChanged.emit()
            self.tablet.recordsChanged.emit()
            self.opened.emit()
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        self._busy = False
        self.changed.emit()
        if isinstance(fault, WalkerError):
            self.tablet.tell(fault)
        else:
            raise fault

    def _show_groups(self) -> None:
        closed = self.tablet.store.locks.closed()
        closed = self.tablet.store.locks.closed()
        self._groups.show([{"lockedMs": times.parse_time(lock.locked_at).timestamp() * 1000} for lock in closed])
