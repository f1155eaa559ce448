"""What the receiver says, in codes that pages put into words: the chip of the walk, and the page of checks."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

SOURCE_SETTING = "position_source"
TICK_MS = 1000


@QmlElement
class PositionCheck(QObject):
    """`state`: off, denied, absent, searching, stale, jumping, weak or good."""

    changed = Signal()
    sourceChanged = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._watchers = 0
        self._outer = RowListModel(("code", "label"), self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.changed)  # a fix grows old
        tablet.locator.moved.connect(self.changed)
        tablet.locator.heard.connect(self.changed)

    @Property(str, notify=changed)
    def state(self) -> str:
        return self.tablet.locator.state

    @Property(float, notify=changed)
    def accuracyM(self) -> float:
        """NaN when the receiver does not say."""
        fix = self.tablet.locator.fix
        return math.nan if fix is None or fix.accuracy_m is None else fix.accuracy_m

    @Property(int, notify=changed)
    def ageS(self) -> int:
        """Seconds since the last fix; −1 before one."""
        age = self.tablet.locator.age
        return -1 if age is None else max(0, int(age.total_seconds()))

    @Property(int, notify=changed)
    def satellites(self) -> int:
        """How many help; −1 when the receiver does not say."""
        count = self.tablet.locator.reception.satellites
        return -1 if count is None else count

    @Property(float, notify=changed)
    def heading(self) -> float:
        """Degrees from north; NaN as long as nobody moves."""
        return self.tablet.locator.heading

    @Property(float, notify=changed)
    def latitude(self) -> float:
        fix = self.tablet.locator.fix
        return math.nan if fix is None else fix.lat

    @Property(float, notify=changed)
    def longitude(self) -> float:
        fix = self.tablet.locator.fix
        return math.nan if fix is None else fix.lon

    @Property(str, notify=sourceChanged)
    def source(self) -> str:
        """own, none, or an outer receiver as nmea:serial:PORT."""
        return self.tablet.store.settings.get(SOURCE_SETTING) or "own"

    @Property(RowListModel, constant=True)
    def outer(self) -> RowListModel:
        """Those plugged in when `look` was called, and the one chosen even when it is not."""
        return self._outer

    @Slot(bool)
    def watch(self, wanted: bool) -> None:
        """A page shows it: the receiver is on, and the age of the last fix is counted."""
        self._watchers = max(0, self._watchers + (1 if wanted else -1))
        self.tablet.locator.watch(wanted)
        if self._watchers:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Which outer receivers there are now."""
        from walker.device.sources import NMEA, outer_receivers

        found = outer_receivers()
        chosen = str(self.source)
        if chosen.startswith(NMEA) and chosen not in dict(found):
            found.append((chosen, chosen.rpartition(":")[2]))
        self._outer.show([{"code": code, "label": label} for code, label in found])

    @Slot(str)
    @told
    def choose(self, source: str) -> None:
        """Another receiver, from now on."""
        from walker.device.sources import make_source

        self.tablet.locator.use(make_source(source))
        self.tablet.store.settings.set(SOURCE_SETTING, None if source == "own" else source)
        self.sourceChanged.emit()
        self.changed.emit()

    @Slot()
    def searchAgain(self) -> None:
        """Switch the receiver off and on."""
        self.tablet.locator.search_again()

    def close(self) -> None:
        self._timer.stop()
