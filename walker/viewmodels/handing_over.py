"""Without a network: what waits here is given to the tablet of the group that carries it, by its square."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from sync.protocol.handover import Handover, NotAHandover, read_handover
from walker.errors import WalkerError
from walker.installed import app_version
from walker.viewmodels.sync_status import SyncStatus
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HandingOver(QObject):
    """`step`: scan, ready (a square was read), giving or given. After a fault it can be given again."""

    changed = Signal()

    def __init__(self, tablet: Tablet, status: SyncStatus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._status = status
        self._handover: Handover | None = None
        self._step = "scan"
        self._stopping = False
        self._fault = self._fault_words = ""
        self._done = self._size = self._count = 0

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(str, notify=changed)
    def carrier(self) -> str:
        """Four signs of the tablet that carries."""
        return self._handover.carrier if self._handover is not None else ""

    @Property(float, notify=changed)
    def bytesDone(self) -> float:
        """On the disk of the tablet that carries."""
        return float(self._done)

    @Property(float, notify=changed)
    def bytesTotal(self) -> float:
        """0 while the file is being made."""
        return float(self._size)

    @Property(int, notify=changed)
    def count(self) -> int:
        """What waited here when it was given."""
        return self._count

    @Property(bool, notify=changed)
    def stopping(self) -> bool:
        return self._stopping

    @Property(str, notify=changed)
    def fault(self) -> str:
        """A code of the square, of the link between the tablets, or of the disk; empty when nothing went wrong."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Slot(str)
    def read(self, text: str) -> None:
        """A square that was scanned or typed. Nothing is given by it yet."""
        if self._step == "giving":
            return
        self._fault = self._fault_words = ""
        try:
            self._handover, self._step = read_handover(text), "ready"
        except NotAHandover as refusal:
            self._handover, self._step, self._fault = None, "scan", refusal.code
        self.changed.emit()

    @Slot()
    def give(self) -> None:
        """All that waits; what the other tablet has of it already is not sent again."""
        from walker.commands.hand_over import hand_over_what_waits

        handover, store, worker = self._handover, self.tablet.store, self.tablet.by_hand
        waiting = cast(int, self._status.waiting)
        if handover is None or self._step == "giving":
            return
        self._step, self._stopping = "giving", False
        self._fault = self._fault_words = ""
        self._done = self._size = 0
        self._count = waiting
        self.changed.emit()

        def progress(done: int, size: int) -> None:
            worker.post(lambda: self._show(done, size))

        def stopping() -> bool:
            return self._stopping or worker.is_closed()

        def job() -> None:
            if stopping():
                raise LocalFault(ErrorCode.STOPPED, "stopped before anything was given")
            hand_over_what_waits(store, handover, app_version=app_version(), progress=progress, stopping=stopping)

        worker.run(job, self._given, self._failed)

    @Slot()
    def stop(self) -> None:
        """What the other tablet has by now stays there, and giving goes on from it."""
        if self._step == "giving" and not self._stopping:
            self._stopping = True
            self.changed.emit()

    @Slot()
    def anew(self) -> None:
        """Another square."""
        if self._step != "giving":
            self._forget()

    @Slot()
    def leave(self) -> None:
        """The page is left; what is being given goes on."""
        if self._step != "giving":
            self._forget()

    def _forget(self) -> None:
        self._handover, self._step, self._stopping = None, "scan", False
        self._fault = self._fault_words = ""
        self.changed.emit()

    def _show(self, done: int, size: int) -> None:
        self._done, self._size = done, size
        self.changed.emit()

    def _given(self, _nothing: None) -> None:
        self._step = "given"
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        self._step = "ready"
        if isinstance(fault, SyncError | WalkerError):
            self._fault, self._fault_words = fault.code, str(fault)
        self.changed.emit()
        if not self._fault:
            raise fault
