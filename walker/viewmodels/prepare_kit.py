"""A walk kit, in and out: a file of another group becomes a walk to come, and a walk of ours a file for others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk
from walker.errors import WalkerError
from walker.viewmodels.prepare import Preparation
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KitExchange(QObject):
    """Of the walk being prepared."""

    changed = Signal()

    def __init__(self, plan: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet: Tablet = plan.tablet
        self._plan = plan
        self._fault = self._place = self._written = ""
        self._busy = False
        plan.changed.connect(self.changed)

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why the last kit could not be brought; a code, empty when it could."""
        return self._fault

    @Property(str, notify=changed)
    def place(self) -> str:
        """Where in that file."""
        return self._place

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A kit is being read."""
        return self._busy

    @Property(bool, notify=changed)
    def canWrite(self) -> bool:
        return self._plan.walk is not None

    @Property(bool, notify=changed)
    def written(self) -> bool:
        """The kit of this walk was just written."""
        return self._plan.walk is not None and self._written == self._plan.walk.id

    @Property(str, notify=changed)
    def words(self) -> str:
        """What the kit of this walk says to the group."""
        kept = self.tablet.store.kits.of(self._plan.walk.id) if self._plan.walk else None
        return kept.instructions.strip() if kept else ""

    @Property(str, notify=changed)
    def posters(self) -> str:
        """Its posters as addresses of files, one a line."""
        kept = self.tablet.store.kits.of(self._plan.walk.id) if self._plan.walk else None
        return "\n".join(QUrl.fromLocalFile(str(file)).toString() for file in kept.posters) if kept else ""

    @Slot(QUrl)
    def bring(self, file: QUrl) -> None:
        """A walk that another group wrote down: read and kept beside the window's thread, with its posters."""
        from walker.domain.kits import bring

        if self._busy:
            return
        self._fault = self._place = ""
        self._busy = True
        store, clock, path = self.tablet.store, self.tablet.clock, Path(file.toLocalFile())

        def read() -> tuple[ExploratoryWalk, bool]:
            known = store.kits.entries()
            return bring(store, clock, path), store.kits.entries() != known

        self.tablet.shots.run(read, self._brought, self._refused)
        self.changed.emit()

    def _brought(self, found: tuple[ExploratoryWalk, bool]) -> None:
        walk, has_words = found
        self._busy = False
        if has_words:
            self.tablet.forget_words()  # its grid is new here
        self._plan.open(walk.id)
        self.tablet.recordsChanged.emit()

    def _refused(self, fault: Exception) -> None:
        from sync.formats.errors import InputError

        self._busy = False
        if not isinstance(fault, InputError | WalkerError):
            raise fault
        self._fault, self._place = fault.code, getattr(fault, "place", None) or ""
        self.changed.emit()

    @Slot(QUrl)
    @told
    def write(self, file: QUrl) -> None:
        """This walk for another group; `written` once the file is on disk."""
        from walker.domain.kits import pass_on

        self._plan.keep_words()
        walk = self._plan.walk
        if walk is None:
            return
        store, catalogue, path = self.tablet.store, self.tablet.catalogue, Path(file.toLocalFile())

        def written(_nothing: None) -> None:
            self._written = walk.id
            self.changed.emit()

        self.tablet.shots.run(lambda: pass_on(store, catalogue, walk, path), written, self.tablet.tell)
