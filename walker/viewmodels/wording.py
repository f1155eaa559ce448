"""« This wording is unclear »: the note is on disk at the first touch; saying more is free."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import WordingNote
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

TYPING_MS = 400


@QmlElement
class Wording(QObject):
    """The note just made, until another one is."""

    changed = Signal()
    made = Signal(str, str, str)  # kind, id, label: for the undo bar

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._note: WordingNote | None = None
        self._text = ""
        self._parts = RowListModel(("list", "code", "label"), self)
        self._picked = -1
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.keep)

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The words that are not clear."""
        return self._note.shown if self._note else ""

    @Property(RowListModel, constant=True)
    def parts(self) -> RowListModel:
        """The questions and pictures of that page: which of them is meant."""
        return self._parts

    @Property(int, notify=changed)
    def picked(self) -> int:
        """Of `parts`; −1 while the whole page is meant."""
        return self._picked

    @Property(str, notify=changed)
    def text(self) -> str:
        """What would be clearer, in the words of the group."""
        return self._text

    @Slot(str, str, str, str)
    @told
    def begin(self, place: str, list_name: str, code: str, shown: str) -> None:
        """`place` is the page; `list_name` and `code` name a word of the catalogue, empty where there is none.

        Lines of `shown` with two tabs are parts of the page: list, code and words.
        """
        lines = [line.split("\t") for line in shown.split("\n")]
        parts = list(dict.fromkeys(tuple(line) for line in lines if len(line) == 3))
        shown = "\n".join(line[0] for line in lines if len(line) == 1) or "\n".join(part[2] for part in parts)
        now = times.format_time(self.tablet.clock())
        note = WordingNote(
            id=new_id(),
            writer="",
            created_at=now,
            updated_at=now,
            place=place,
            list=list_name or None,
            code=code or None,
            language=self.tablet.language,
            shown=shown,
        )
        self._note = self.tablet.store.records.save(note)
        self._text, self._picked = "", -1
        self._parts.show([dict(zip(("list", "code", "label"), part, strict=True)) for part in parts])
        self.made.emit("wording", note.id, "")
        self.tablet.recordsChanged.emit()
        self.changed.emit()

    @Slot(int)
    @told
    def narrow(self, at: int) -> None:
        """It is these words of the page: on disk when this returns."""
        if self._note is None:
            return
        part = self._parts.rows[at]
        meant = {"list": part["list"] or None, "code": part["code"] or None, "shown": part["label"]}

        def say(note: WordingNote) -> WordingNote:
            return dataclasses.replace(note, **meant)

        self._picked = at
        self._note = self.tablet.store.records.change(self._note.id, say)
        self.tablet.recordsChanged.emit()
        self.changed.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """Typed by the group; on disk at the next pause, and before the page is left."""
        self._text = text
        self._typing.start()

    @Slot()
    @told
    def keep(self) -> None:
        """What was typed, on disk now."""
        self._typing.stop()
        if self._note is None or self._text == self._note.text:
            return
        text = self._text

        def say(note: WordingNote) -> WordingNote:
            return dataclasses.replace(note, text=text)

        self._note = self.tablet.store.records.change(self._note.id, say)
        self.tablet.recordsChanged.emit()

    def close(self) -> None:
        self.keep()
