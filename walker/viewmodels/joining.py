"""Several tablets in one walk: this one shows its square to the others, or reads theirs, without a network."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk
from sync.protocol.walk_invitation import NotAnInvitation
from walker.errors import WalkerError
from walker.viewmodels.live_walk import LiveWalk
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Joining(QObject):
    """`invitation` is there while a walk is being held here; without one this tablet reads an invitation."""

    changed = Signal()
    joined = Signal(str)  # the walk's id

    def __init__(self, tablet: Tablet, live: LiveWalk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._live = live
        self._fault = ""
        live.changed.connect(self.changed)

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """The text of the square that the others scan; empty when no walk is held here."""
        from walker.domain.joining import invitation_of

        walk = self._live.session.walk if self._live.session is not None else None
        return invitation_of(self.tablet.store, walk) if walk is not None else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        """Of the walk the others are invited to."""
        return self._live.session.walk.title if self._live.session is not None else ""

    @Property(bool, notify=changed)
    def leads(self) -> bool:
        """Whether the walk held here is this tablet's own."""
        session = self._live.session
        return session is not None and not self.tablet.store.joined.includes(session.walk.id)

    @Property(str, notify=changed)
    def fault(self) -> str:
        """not_an_invitation, newer_invitation, damaged_invitation, own_walk, walk_running, or empty."""
        return self._fault

    @Slot(str)
    def read(self, text: str) -> None:
        """An invitation that was scanned or typed: on disk when `joined` is told."""
        from walker.domain.joining import join

        self._fault = "walk_running" if self._live.session is not None else ""
        if self._fault:
            self.changed.emit()
            return
        try:
            walk = join(self.tablet.store, self.tablet.clock, text)
        except NotAnInvitation as refusal:
            self._fault = refusal.code
        except WalkerError as fault:
            if fault.code != "own_walk":
                self.tablet.tell(fault)
                return
            self._fault = fault.code
        else:
            self._take_up(walk)
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        self._fault = ""
        self.changed.emit()

    def _take_up(self, walk: ExploratoryWalk) -> None:
        self.tablet.recordsChanged.emit()
        self.joined.emit(walk.id)
