"""What was recorded, changed or thrown away last, so that one touch takes it back; until the next capture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LastCapture(QObject):
    """`kind`: report, liked, space, stop, revisit, marked (a draft); thrown, removed, edited, me_too, wording."""

    changed = Signal()
    completing = Signal(str, str)  # kind, id
    revising = Signal(str)  # id of a verdict: the one before it comes back, which only its page knows

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._id = self._kind = self._label = ""
        self._take_back: Callable[[], None] | None = None
        self._let_go: Callable[[], None] | None = None

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._kind

    @Property(str, notify=changed)
    def label(self) -> str:
        """What it is: a category, a kind of space, the number of a stop."""
        return self._label

    @Slot()
    @told
    def undo(self) -> None:
        """Take it back: marked as deleted, with its photos, so that a server that has it learns it."""
        if self._take_back is not None:
            take_back, self._let_go = self._take_back, None
            self.take("", "", "")
            take_back()
            return
        if not self._id:
            return
        if self._kind == "revisit":
            revisit_id = self._id
            self.take("", "", "")
            self.revising.emit(revisit_id)
            return
        from walker.domain.findings import remove_taken
        from walker.viewmodels.finding_draft import MARKED

        store = self.tablet.store
        remove_taken(store, self._id)
        if self._kind == MARKED:
            store.drafts.drop(self._id)
        else:
            store.records.delete(self._id)
        self.take("", "", "")
        self.tablet.recordsChanged.emit()

    @Slot()
    def complete(self) -> None:
        """Open it again to say more."""
        self.completing.emit(self._kind, self._id)

    @Slot(str, str, str)
    def take(self, kind: str, record_id: str, label: str) -> None:
        """Something was just recorded; what was thrown away before is gone for good now."""
        self._forget()
        self._kind, self._id, self._label = kind, record_id, label
        self.changed.emit()

    def is_about(self, record_id: str) -> bool:
        """Whether one touch takes back that record."""
        return bool(record_id) and self._id == record_id

    @Slot(str, str, object, object)
    def offer(self, kind: str, label: str, take_back: Callable[[], None], let_go: Callable[[], None]) -> None:
        """Something other than a new record: how to undo it, and what is left to do once nobody does."""
        self.take(kind, "", label)
        self._take_back, self._let_go = take_back, let_go

    @told
    def _forget(self) -> None:
        let_go, self._take_back, self._let_go = self._let_go, None, None
        if let_go is not None:
            let_go()
