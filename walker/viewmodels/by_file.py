"""Without a network: what waits goes into a file that a person carries, and the office's answer comes back as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.formats.errors import InputError
from sync.protocol.errors import SyncError
from walker.errors import WalkerError
from walker.installed import app_version
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.domain.bundles import Written

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ByFile(QObject):
    """`busy`: write or read; empty when it waits for a person. `told` is what the last of them did, or empty."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._busy = self._told = ""
        self._fault = self._fault_words = ""
        self._file = ""
        self._numbers: dict[str, int] = {}

    @Property(str, notify=changed)
    def busy(self) -> str:
        return self._busy

    @Property(str, notify=changed)
    def told(self) -> str:
        return self._told

    @Property(str, notify=changed)
    def fault(self) -> str:
        """The code of what went wrong; empty when nothing did."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Property(str, notify=changed)
    def file(self) -> str:
        """The one that was written."""
        return self._file

    @Property(int, notify=changed)
    def records(self) -> int:
        """In the file that was written."""
        return self._numbers.get("records", 0)

    @Property(int, notify=changed)
    def media(self) -> int:
        """Photos and voices in the file that was written."""
        return self._numbers.get("media", 0)

    @Property(int, notify=changed)
    def missing(self) -> int:
        """Photos and voices whose own file is gone."""
        return self._numbers.get("missing", 0)

    @Property(int, notify=changed)
    def sent(self) -> int:
        """What the server has, by the answer that was read."""
        return self._numbers.get("sent", 0)

    @Property(int, notify=changed)
    def pulled(self) -> int:
        """What the answer brought from the office and from others."""
        return self._numbers.get("pulled", 0)

    @Property(int, notify=changed)
    def left(self) -> int:
        """What still waits after the answer."""
        return self._numbers.get("left", 0)

    @Property(str, notify=changed)
    def proposed(self) -> str:
        """A name for the file."""
        return f"gup-{self.tablet.clock():%Y-%m-%d-%H%M}.gupz"

    @Slot(QUrl)
    def write(self, file: QUrl) -> None:
        """All that no server has; nothing counts as sent by it."""
        from walker.domain.bundles import write_bundle

        store, target = self.tablet.store, Path(file.toLocalFile())
        self._do("write", lambda: write_bundle(store, target, app_version=app_version()), self._written)

    @Slot(QUrl)
    def readAnswer(self, file: QUrl) -> None:
        """What the office wrote for this tablet."""
        from walker.commands.bundles import import_answer

        store, path = self.tablet.store, Path(file.toLocalFile())
        self._do("read", lambda: import_answer(store, path), self._read)

    @Slot()
    def leave(self) -> None:
        """The page is left; what is being done goes on."""
        self._told = self._fault = self._fault_words = ""
        self.changed.emit()

    def _do(self, name: str, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy, self._told = name, ""
        self._fault = self._fault_words = ""
        self.changed.emit()

        def done(result: Any) -> None:
            self._busy, self._told = "", name
            then(result)
            self.changed.emit()

        self.tablet.by_hand.run(job, done, self._failed)

    def _written(self, written: Written) -> None:
        self._file = str(written.file)
        self._numbers = {"records": written.records, "media": written.media, "missing": len(written.missing)}

    def _read(self, came: dict[str, Any]) -> None:
        self._numbers = {name: int(came[name]) for name in ("sent", "pulled", "left")}
        self.tablet.forget_words()
        self.tablet.recordsChanged.emit()

    def _failed(self, fault: Exception) -> None:
        self._busy = ""
        if isinstance(fault, SyncError | WalkerError | InputError):
            self._fault = fault.code
        self._fault_words = str(fault)
        self.changed.emit()
        if not self._fault:
            raise fault
