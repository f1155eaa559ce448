"""Joining a server: the office's square is scanned or its code typed, three words are compared, then one question."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.enrol_link import NotAnEnrolment, read_enrol_link
from sync.protocol.errors import SyncError
from sync.protocol.three_words import three_words
from walker.domain.joining import short_name
from walker.installed import app_version
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from sync.protocol.messages import EnrolAnswer

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

OTHER_SQUARE = "other_square"


@QmlElement
class Enrolment(QObject):
    """`address` and `code` as they stand now; `comparing` while the words are on screen."""

    changed = Signal()
    enrolled = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._address = tablet.store.settings.get("server_url") or ""
        self._code = ""
        self._comparing = False
        self._busy = False
        self._fault = ""
        self._fault_words = ""

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._address

    @Property(str, notify=changed)
    def code(self) -> str:
        """In groups of four, as the office shows it."""
        letters = self._code
        return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))

    @Property(bool, notify=changed)
    def comparing(self) -> bool:
        return self._comparing

    @Property(str, notify=changed)
    def words(self) -> str:
        """The three words, one a line."""
        return "\n".join(three_words(self._server(), self._code)) if self._comparing else ""

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def fault(self) -> str:
        """The code of what went wrong; empty when nothing did."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Property(str, notify=changed)
    def tabletName(self) -> str:
        """Four signs, as the office names this tablet."""
        return short_name(self.tablet.store)

    @Slot(str)
    def typeAddress(self, address: str) -> None:
        self._address, self._fault = address, ""
        self.changed.emit()

    @Slot(str)
    def typeCode(self, code: str) -> None:
        """Spaces and dashes are nothing; small letters are large ones."""
        self._code = "".join(letter for letter in code.upper() if letter.isalnum())[:40]
        self._fault = ""
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """One big key; empty takes the last one back."""
        self.typeCode(self._code + key if key else self._code[:-1])

    @Slot(str, result=bool)
    def scanned(self, text: str) -> bool:
        """The office's square: false, and said, when it is any other."""
        try:
            link = read_enrol_link(text)
        except NotAnEnrolment as refusal:
            self._fault, self._fault_words = OTHER_SQUARE, str(refusal)
            self.changed.emit()
            return False
        self._address, self._code = link.url, "".join(letter for letter in link.code if letter.isalnum())
        self.compare()
        return True

    @Slot()
    def compare(self) -> None:
        """Show the words of this address and code."""
        self._comparing, self._fault = True, ""
        self.changed.emit()

    @Slot()
    def differs(self) -> None:
        """The words are not those of the office: nothing is asked, the code is typed or scanned again."""
        self._comparing, self._code = False, ""
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """The page is left; a question that is under way goes on."""
        self._comparing, self._code, self._fault = False, "", ""
        self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Use the code, once; the answer comes later."""
        from sync.client.enrol import enrol

        if self._busy:
            return
        address, code, identity = self._server(), self._code, self.tablet.store.identity
        authority = self.tablet.store.settings.get("server_authority") or ""
        self._busy, self._fault, self._fault_words = True, "", ""
        self.changed.emit()

        def job() -> None:
            self._keep(address, enrol(address, code, identity, app_version=app_version(), authority=authority))

        self.tablet.worker.run(job, self._enrolled, self._failed)

    def _server(self) -> str:
        typed = self._address.strip().rstrip("/")
        return typed if "://" in typed else f"https://{typed}"

    def _keep(self, address: str, answer: EnrolAnswer) -> None:
        """At once and where the answer came: the code is used up, whether or not the window is still there."""
        from walker.domain.words import TERRITORIES_SETTING

        store = self.tablet.store
        with store.transaction():
            store.outbox.set_enrolment(address, answer.token, answer.epoch, answer.server_key, answer.seal_key)
            store.settings.set(TERRITORIES_SETTING, json.dumps(list(answer.territories)))
            store.settings.set("server_name", answer.server_name)

    def _enrolled(self, _nothing: None) -> None:
        self._busy = self._comparing = False
        self._code = ""
        self.changed.emit()
        self.tablet.recordsChanged.emit()
        self.enrolled.emit()

    def _failed(self, fault: Exception) -> None:
        self._busy = self._comparing = False
        if isinstance(fault, SyncError):
            self._fault, self._fault_words = fault.error.code, str(fault)
            self.changed.emit()
        else:
            self.changed.emit()
            self.tablet.tell(fault)
