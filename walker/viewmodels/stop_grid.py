"""The grid at a stop: one theme a page, each answer on disk at its tap, what the last walk said only afterwards."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Stop
from walker.domain.earlier_answers import Earlier, earlier_at
from walker.domain.grid import GRIDS, day_of, grid_of
from walker.domain.grid_questions import (
    ITEMS,
    PHOTO,
    TEXT,
    Question,
    Theme,
    grid_entry,
    group_sizes,
    others_theme,
    promises_theme,
    themes_of,
    with_hand,
)
from walker.domain.site_promises import promises_at
from walker.domain.stop_answers import StopAnswers
from walker.viewmodels.finding_draft import TYPING_MS
from walker.viewmodels.grid_rows import QUESTION, THEME, QuestionRows, Shown, stop_rows, theme_rows
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.stop_header import StopHeader
from walker.viewmodels.tablet import Tablet, told
from walker.viewmodels.voice_notes import VoiceNotes

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StopGrid(QObject):
    """Questions are named by `key`: the item, and the promise it is about."""

    changed = Signal()  # another stop, page or answer
    answered = Signal(str)  # the stop
    turned = Signal()  # another page of the grid

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._held: StopAnswers | None = None
        self._grid = ("", 0)
        self._themes: list[Theme] = []
        self._at = 0
        self._open_hands: dict[str, bool] = {}
        self._photos: dict[str, int] = {}
        self._earlier: Earlier | None = None
        self._typed: dict[str, str] = {}
        self._dirty = False
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._flush)
        self._rows = QuestionRows(tablet=tablet, owner=self)
        self._header = StopHeader(tablet, self)
        self._header.renamed.connect(self._rename)
        self._voice = VoiceNotes(tablet, self)
        self._voice.changed.connect(self._heard)
        self._questions = RowListModel(QUESTION, self)
        self._theme_rows = RowListModel(THEME, self)
        self._stops = RowListModel(("stopId", "number", "name", "done"), self)
        tablet.wordsChanged.connect(self._show_words)

    @Property(RowListModel, constant=True)
    def questions(self) -> RowListModel:
        """Of the page that is open."""
        return self._questions

    @Property(RowListModel, constant=True)
    def themes(self) -> RowListModel:
        return self._theme_rows

    @Property(VoiceNotes, constant=True)
    def voice(self) -> VoiceNotes:
        """What the group says about this stop, spoken."""
        return self._voice

    @Property(RowListModel, constant=True)
    def stops(self) -> RowListModel:
        """Of the same walk, with how many questions were answered at each."""
        return self._stops

    @Property(StopHeader, constant=True)
    def header(self) -> StopHeader:
        return self._header

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._themes[self._at].code if self._themes else ""

    @Property(str, notify=changed)
    def themeLabel(self) -> str:
        """Empty where its words are the page's own."""
        return self._label(self._at)

    @Property(str, notify=changed)
    def spokenFirst(self) -> str:
        """The first question of this page that is still to do, with its answers."""
        return next((str(row["spoken"]) for row in self._questions.rows if not row["answered"]), "")

    @Property(str, notify=changed)
    def asked(self) -> str:
        """The questions of this page, for a note on their words (S-214)."""
        return "\n".join(str(row["question"]) for row in self._questions.rows)

    @Property(str, notify=changed)
    def nextLabel(self) -> str:
        """The page after this one; empty on the last, or where its words are the page's own."""
        return self._label(self._at + 1)

    @Property(str, notify=changed)
    def nextTheme(self) -> str:
        return self._themes[self._at + 1].code if self._at + 1 < len(self._themes) else ""

    @Property(bool, notify=changed)
    def isFirst(self) -> bool:
        return self._at == 0

    @Property(int, notify=changed)
    def done(self) -> int:
        """Questions answered, or not observed."""
        return sum(row["done"] for row in self._theme_rows.rows)

    @Property(int, notify=changed)
    def total(self) -> int:
        return sum(row["total"] for row in self._theme_rows.rows)

    @Property(bool, notify=changed)
    def sized(self) -> bool:
        """Whether it is known how many people came."""
        return self._held is not None and bool(group_sizes(self._held.walk.attendance))

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return self._held is not None and self._held.can_undo

    @Slot(str)
    def openTheme(self, code: str) -> None:
        found = [index for index, theme in enumerate(self._themes) if theme.code == code]
        if found:
            self._go(found[0])

    @Slot()
    def next(self) -> None:
        self._go(min(self._at + 1, len(self._themes) - 1))

    @Slot()
    def previous(self) -> None:
        self._go(max(0, self._at - 1))

    @Slot(str, str)
    @told
    def pick(self, key: str, value: str) -> None:
        """One answer, or one of several; the same again takes it back."""
        question = self._question(key)
        held = self._answers().value(key)
        if question.many:
            codes = held.split(",") if held else []
            kept = [code for code in codes if code != value] if value in codes else [*codes, value]
            self._say(key, value=",".join(kept) or None)
        else:
            self._say(key, value=None if held == value else value)

    @Slot(str, int)
    @told
    def count(self, key: str, number: int) -> None:
        """How many there are; below zero: nobody said."""
        self._say(key, value=str(number) if number >= 0 else None)

    @Slot(str)
    @told
    def notObserved(self, key: str) -> None:
        """One tap; again takes it back."""
        held = self._answers().by_key.get(key)
        self._typed.pop(key, None)
        self._say(key, not_observed=not (held and held.not_observed))

    @Slot(str, str)
    def write(self, key: str, text: str) -> None:
        """The words of an answer."""
        self._typed[key] = text
        self._typing.start()

    @Slot(str)
    def openHands(self, key: str) -> None:
        """By a show of hands, or one answer for all; nothing that was said goes."""
        question = self._question(key)
        self._open_hands[key] = not self._rows.hands_open(question, self._shown())
        self._show()

    @Slot(str, str, str, int)
    @told
    def raiseHands(self, key: str, value: str, gender: str, number: int) -> None:
        """How many of that gender class say so; below zero: not collected. More than are there is kept, and said."""
        held = self._answers().by_key.get(key)
        hands = with_hand(held.show_of_hands if held else (), value, gender, number if number >= 0 else None)
        self._say(key, show_of_hands=hands)

    @Slot(str, str)
    @told
    def dissent(self, key: str, words: str) -> None:
        """Not everyone agrees, and how; empty: everyone does."""
        self._say(key, dissent=words)

    @Slot(str, result=str)
    @told
    def answerFor(self, key: str) -> str:
        """The id of the record that a photo is about; made when there is none yet."""
        held = self._answers().by_key.get(key) or self._answers().keep(self._question(key))
        return held.id

    @Slot()
    @told
    def undo(self) -> None:
        """The last answer as it was before."""
        if self._held is not None and self._held.can_undo:
            self._held.undo()
            self._show()

    @Slot()
    def leave(self) -> None:
        """Another page is open: what was typed is on disk, and the others learn what was said."""
        self._flush()
        self._voice.close()
        if self._dirty:
            self._dirty = False
            self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def look(self) -> None:
        """This page is open again: a photo may have been taken. A photo question counts its photos."""
        if self._held is None:
            return
        stop = self._held.stop
        self._voice.open(stop.id, stop.walk_id)
        self._photos = self._held.photos()
        if stop.id in self._photos:
            self.answered.emit(stop.id)
        for question in (one for theme in self._themes for one in theme.questions if one.kind == PHOTO):
            held = self._held.by_key.get(question.key)
            taken = self._photos.get(held.id, 0) if held else 0
            if held is not None and str(taken) != (held.value or "0"):
                self._held.keep(question, value=str(taken) if taken else None)
        self._show()

    @told
    def show_stop(self, stop_id: str) -> bool:
        """The grid of that stop, of a running walk or of one that is over; `look` follows. False without one."""
        self._flush()
        store, stop_before = self.tablet.store, self._held.stop.id if self._held else ""
        stop = store.records.find(stop_id)
        walk = store.records.find(stop.walk_id) if isinstance(stop, Stop) else None
        if not isinstance(stop, Stop) or stop.deleted_at or not isinstance(walk, ExploratoryWalk):
            return False
        if stop_before != stop.id:
            self._open_hands, self._at = {}, 0
        self._held = StopAnswers(store, self.tablet.clock, walk, stop)
        self._grid, self._earlier = grid_of(store, walk), None
        self._read_themes()
        self.tablet.reads.run(
            lambda: (stop.id, earlier_at(store, walk, stop.position)), self._compare, self.tablet.tell
        )
        self._header.show(stop, self._grid)
        self._stops.show(stop_rows(store, walk.id))
        return True

    def warm_up(self) -> None:
        """The words of grids are read before the first stop asks for them: 40 ms that no tap waits for."""
        catalogue = self.tablet.catalogue
        self.tablet.pictures.run(
            lambda: [catalogue.get(name, "") for name in (GRIDS, ITEMS)], lambda _: None, self.tablet.tell
        )

    @Slot()
    def _heard(self) -> None:
        """A stop that somebody spoke about is no longer taken back by one touch."""
        if self._held is not None and not self._voice.is_empty:
            self.answered.emit(self._held.stop.id)

    def forget(self) -> None:
        """The tablet goes to others: nothing of this stop stays on its page."""
        self.leave()
        self._held, self._earlier, self._themes = None, None, []
        self._header.show(None, ("", 0))
        self._theme_rows.show([])
        self._questions.show([])
        self._stops.show([])
        self.changed.emit()

    def _compare(self, found: tuple[str, Earlier | None]) -> None:
        if self._held is not None and self._held.stop.id == found[0]:
            self._earlier = found[1]
            self._show()

    @Slot()
    def _show_words(self) -> None:
        """Another language, or newer words: the version that the walk froze stays."""
        if self._held is not None:
            self._read_themes()
            self._show()

    def _read_themes(self) -> None:
        held, catalogue = self._answers(), self.tablet.catalogue
        day = day_of(held.walk)
        themes = themes_of(catalogue, grid_entry(catalogue, *self._grid), day, held.stop.period)
        promises = promises_at(self.tablet.store, held.stop.position, day)
        themes += promises_theme(catalogue, promises, day)
        self._themes = [*themes, *others_theme(catalogue, themes, held.said(), day)]
        self._at = min(self._at, max(0, len(self._themes) - 1))

    def _go(self, page: int) -> None:
        self._flush()
        self._at = page
        self._show()
        self.turned.emit()

    def _say(self, key: str, **fields: Any) -> None:
        """On disk when this returns."""
        held = self._answers()
        held.say(self._question(key), **fields)
        self._dirty = True
        self._show()
        self.answered.emit(held.stop.id)

    @Slot()
    @told
    def _flush(self) -> None:
        """What was typed goes to disk."""
        self._typing.stop()
        typed, self._typed = self._typed, {}
        for key, text in typed.items():
            words = text.strip()
            self._say(key, **({"value": words or None} if self._question(key).kind == TEXT else {"dissent": words}))
        self._header.keep()

    @Slot(object)
    def _rename(self, stop: Stop) -> None:
        self._answers().stop = stop
        self._dirty = True

    def _show(self) -> None:
        held = self._answers()
        self._theme_rows.show(theme_rows(self.tablet, self._themes, held.by_key))
        self._questions.show(self._rows.of(self._themes[self._at], self._shown()) if self._themes else [])
        self.changed.emit()

    def _shown(self) -> Shown:
        held = self._answers()
        return Shown(
            answers=held.by_key,
            open_hands=self._open_hands,
            sizes=group_sizes(held.walk.attendance),
            headcount=held.walk.headcount_start,
            photos=self._photos,
            earlier=self._earlier,
        )

    def _label(self, page: int) -> str:
        return str(self._theme_rows.rows[page]["label"]) if page < len(self._theme_rows.rows) else ""

    def _answers(self) -> StopAnswers:
        assert self._held is not None, "no stop is open"
        return self._held

    def _question(self, key: str) -> Question:
        return next(one for theme in self._themes for one in theme.questions if one.key == key)
