"""What a tablet shares: its server, a walk, what waits for it, itself when it is lent. One reader of squares."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import handover, walk_invitation
from walker.viewmodels.by_file import ByFile
from walker.viewmodels.carrying import Carrying
from walker.viewmodels.enrolment import Enrolment
from walker.viewmodels.hand_back import HandBack
from walker.viewmodels.handing_over import HandingOver
from walker.viewmodels.joining import Joining
from walker.viewmodels.live_walk import LiveWalk
from walker.viewmodels.square_reader import SquareReader
from walker.viewmodels.sync_status import SyncStatus
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.viewfinder import Viewfinder

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Sharing(QObject):
    """`App` tells it which page is shown; it tells the page to go to."""

    opening = Signal(str)  # a page
    joined = Signal(str)  # a walk's id
    locking = Signal()
    locked = Signal()

    def __init__(
        self, tablet: Tablet, live: LiveWalk, status: SyncStatus, finder: Viewfinder, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._status = status
        self._page = ""
        self._enrolment = Enrolment(tablet, self)
        self._joining = Joining(tablet, live, self)
        self._hand_back = HandBack(tablet, self._end_all, self)
        self.carrying = Carrying(tablet, status, self)
        self._giving = HandingOver(tablet, status, self)
        self._by_file = ByFile(tablet, self)
        self._squares = SquareReader(tablet, finder, self)
        self._squares.found.connect(self._found)
        self._enrolment.enrolled.connect(self._enrolled)
        self._joining.joined.connect(self.joined)
        self._hand_back.locked.connect(self._send_the_rest)
        self._hand_back.locked.connect(self.locked)

    @Property(Enrolment, constant=True)
    def enrolment(self) -> Enrolment:
        return self._enrolment

    @Property(Joining, constant=True)
    def joining(self) -> Joining:
        return self._joining

    @Property(HandBack, constant=True)
    def handBack(self) -> HandBack:
        return self._hand_back

    @Property(HandingOver, constant=True)
    def giving(self) -> HandingOver:
        return self._giving

    @Property(Carrying, constant=True)
    def carries(self) -> Carrying:
        return self.carrying

    @Property(ByFile, constant=True)
    def byFile(self) -> ByFile:
        return self._by_file

    @Property(SquareReader, constant=True)
    def squares(self) -> SquareReader:
        return self._squares

    def shown(self, page: str) -> None:
        """This page from now on."""
        if page == self._page:
            return
        left, self._page = self._page, page
        if left in ("enrol", "join", "handover"):
            self._squares.leave()
        if left == "enrol":
            self._enrolment.leave()
        elif left == "join":
            self._joining.leave()
        elif left == "handback":
            self._hand_back.leave()
        elif left == "handover":
            self._giving.leave()
        elif left == "bundle":
            self._by_file.leave()
        if left in ("sync", "handback"):  # both show what waits: behind another page nobody looks
            self._status.leave()
        if page == "sync":
            self._status.open()
        elif page == "handback":
            self._hand_back.open()
            self._status.open()

    def close(self) -> None:
        """The window closes."""
        self.carrying.close()

    def _end_all(self) -> bool:
        self.locking.emit()
        return self._live.session is None

    @Slot(str)
    def _found(self, text: str) -> None:
        """Whichever square it is, the person needs not know on which page it belongs."""
        if text.upper().startswith(walk_invitation.PREFIX):
            if self._page != "join":
                self.opening.emit("join")
            self._joining.read(text)
        elif text.upper().startswith(handover.PREFIX) or (self._page == "handover" and not text.startswith("http")):
            if self._page != "handover":
                self.opening.emit("handover")
            self._giving.read(text)
        elif self._page == "join" and not text.startswith("http"):
            self._joining.read(text)
        elif self._enrolment.scanned(text) and self._page != "enrol":
            self.opening.emit("enrol")

    @Slot()
    def _enrolled(self) -> None:
        """What waited leaves at once."""
        if self._page == "enrol":
            self.opening.emit("sync")
        self._status.sendNow()

    @Slot()
    def _send_the_rest(self) -> None:
        if self._status.enrolled:
            self._status.sendNow()
