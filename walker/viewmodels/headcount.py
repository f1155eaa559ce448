"""How many set out: asked once at the start of a walk, so that nobody is left behind. One tap puts it off for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.walk_session import WalkSession

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

ANSWERED = "headcount_of"  # the walk whose group was asked, kept so that a restart does not ask again
MOST = 200


@QmlElement
class Headcount(QObject):
    """Numbers only, never names."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._session: WalkSession | None = None

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        """Whether the question is open."""
        session = self._session
        if session is None or self.tablet.store.joined.includes(session.walk.id):  # its lead counts
            return False
        return self.tablet.store.settings.get(ANSWERED) != session.walk.id

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        return self._session is not None and self._session.walk.headcount_start is not None

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many; what the preparation says until somebody counted."""
        if self._session is None:
            return 0
        counted = self._session.walk.headcount_start
        return sum(one.count or 0 for one in self._session.walk.attendance) if counted is None else counted

    @Slot(int)
    @told
    def say(self, count: int) -> None:
        """On disk when this returns."""
        if self._session is not None:
            self._session.edit(headcount_start=max(0, min(MOST, count)))
            self.changed.emit()

    @Slot()
    @told
    def done(self) -> None:
        """Counted, or not wanted: it is not asked again on this walk."""
        if self._session is not None:
            self.tablet.store.settings.set(ANSWERED, self._session.walk.id)
            self.changed.emit()

    @Slot()
    @told
    def reopen(self) -> None:
        """Count again."""
        self.tablet.store.settings.set(ANSWERED, None)
        self.changed.emit()

    def follow(self, session: WalkSession | None) -> None:
        """Of this walk from now on."""
        self._session = session
        self.changed.emit()
