"""A report being filled in: its category, whether it is known already, and its saving. A draft on disk from its start.

Some categories are no reports: they open a card with who to call, and nothing is written.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import CatalogueEntry, Position, Report
from walker.viewmodels.category_pictures import CategoryPictures
from walker.viewmodels.duplicate import Duplicate
from walker.viewmodels.finding_draft import MARKED
from walker.viewmodels.report_detail import ReportDetail
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LIKED = "liked_place"
OTHER = "other"  # the category for what no picture shows, with its own words
DANGER_CARD = "danger_now"
JUST_NOW = timedelta(seconds=60)
_NUMBER = ("number", "label")


@QmlElement
class ReportForm(ReportDetail):
    """`kind` is report or liked: the same form, other tiles."""

    answered = Signal()  # a notify signal of the base class would not be found by Qt
    guided = Signal()

    record = Report
    names = ReportDetail.detail_names | {
        *("kind", "category", "category_words", "position", "address", "observed_at", "illuminance_mlx")
    }

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.changed.connect(self.answered)
        self.placed.connect(self._look_for_same)
        self._card: CatalogueEntry | None = None
        self._detailed = False
        self._pictures = CategoryPictures(tablet, self)
        self._duplicate = Duplicate(tablet, self)
        self._numbers = RowListModel(_NUMBER, self)
        self._danger = RowListModel(_NUMBER, self)
        self._referral = RowListModel(_NUMBER, self)
        tablet.wordsChanged.connect(self._show_words)

    @Property(str, notify=answered)
    def kind(self) -> str:
        return "liked" if self.fields.get("kind") == LIKED else "report"

    @Property(bool, notify=answered)
    def detailed(self) -> bool:
        """The details are shown rather than the pictures; also after a visit to the map or the camera."""
        return self._detailed

    @Slot()
    def toggleDetails(self) -> None:
        self._detailed = not self._detailed
        self.answered.emit()

    @Property(str, notify=answered)
    def category(self) -> str:
        return self.fields.get("category") or ""

    @Property(str, notify=answered)
    def categoryLabel(self) -> str:
        return self.title()

    @Property(str, notify=answered)
    def categoryIcon(self) -> str:
        entry = self.category_entry()
        return entry.icon if entry else "heart" if self.fields.get("kind") == LIKED else "flag"

    @Property(str, notify=answered)
    def categoryWords(self) -> str:
        """What it is, in the walker's own words, where no picture shows it."""
        return str(self.fields.get("category_words") or "")

    @Property(bool, notify=answered)
    def wantsWords(self) -> bool:
        return self.fields.get("category") == OTHER

    @Property(str, notify=answered)
    def warning(self) -> str:
        """What to mind at this place: the catalogue's words."""
        entry = self.category_entry()
        return str(entry.data.get(f"warning_{self.tablet.language}", "")) if entry else ""

    @Property(str, notify=answered)
    def readers(self) -> str:
        """Who alone may read it: cell or cell_assignee; empty: anybody."""
        entry = self.category_entry()
        said = str(entry.data.get("readers", "")) if entry else ""
        return "" if said == "all" else said

    @Property(CategoryPictures, constant=True)
    def pictures(self) -> CategoryPictures:
        return self._pictures

    @Property(Duplicate, constant=True)
    def duplicate(self) -> Duplicate:
        return self._duplicate

    @Property(RowListModel, constant=True)
    def dangerNumbers(self) -> RowListModel:
        """Whom to call now, when it is dangerous."""
        return self._danger

    @Property(RowListModel, constant=True)
    def referralNumbers(self) -> RowListModel:
        """Who helps those whom it hurts: beside the report, not instead of it."""
        return self._referral

    @Property(str, notify=guided)
    def guidance(self) -> str:
        """The card that is open: what was touched is no report. Empty: none."""
        return "" if self._card is None else self.tablet.said(self._card)

    @Property(str, notify=guided)
    def guidanceText(self) -> str:
        return "" if self._card is None else str(self._card.data.get(f"text_{self.tablet.language}", ""))

    @Property(RowListModel, constant=True)
    def guidanceNumbers(self) -> RowListModel:
        return self._numbers

    @Slot(str)
    @told
    def pickCategory(self, code: str) -> None:
        entry = self.tablet.catalogue.get("categories", code)
        if entry is not None and entry.data.get("guidance"):
            self._guide(entry)
            return
        kinds = list(entry.data.get("kinds", ())) if entry else []
        self.fields["kind"] = kinds[0] if kinds else self.fields["kind"]
        before = self.category_entry()
        if before is not None and before.data.get("urgent") and self.dangerous:
            self.fields["urgency"] = None  # it was the other category's, nobody said it of this one
        if entry is not None and entry.data.get("urgent") and not self.fields.get("urgency"):
            self.fields["urgency"] = "dangerous"
        self.choose("category", code)
        self._show_category()
        self._look_for_same()

    @Slot(str)
    @told
    def pickOther(self, words: str) -> None:
        """No picture fits: its own words say what it is."""
        if self.fields.get("category") != OTHER:
            self.pickCategory(OTHER)
        self.writeCategoryWords(words)
        self._pictures.openFamily("")
        self.keep()

    @Slot(str)
    def writeCategoryWords(self, words: str) -> None:
        self.fields["category_words"] = words
        self._typing.start()

    @Slot()
    def closeGuidance(self) -> None:
        self._card = None
        self.guided.emit()

    @Slot()
    @told
    def meToo(self) -> None:
        """The same as the report nearby: one more voice for that one, no second report."""
        from walker.domain import duplicates

        if not self._duplicate.report_id:
            return
        self._typing.stop()
        self._voice.stop()
        draft_id, walk_id, body, label = self.id, self.walk_id, dict(self.fields), self.title()
        said = duplicates.me_too(
            self.tablet.store,
            self.tablet.clock,
            report_id=self._duplicate.report_id,
            draft_id=draft_id,
            walk_id=walk_id,
            place=self.position(),
            text=self.fields.get("text") or None,
        )
        self._close()

        def take_back() -> None:
            with self.tablet.store.transaction():
                duplicates.take_back(self.tablet.store, said, draft_id)
                self.tablet.store.drafts.keep(draft_id, Report, walk_id, body)
            self.tablet.recordsChanged.emit()
            self.reopened.emit("report", draft_id)

        self.offered.emit("me_too", label, take_back, lambda: None)
        self.left.emit()
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def notTheSame(self) -> None:
        """It is another one; not asked again for this finding, not even after a kill."""
        told_apart = [*(self.fields.get("other_than") or ()), self._duplicate.report_id]
        self.fields["other_than"] = told_apart
        self.keep()
        self._look_for_same()

    @Slot()
    @told
    def save(self) -> None:
        """The draft becomes a report; without a picture that says what it is, it waits to be completed."""
        if self.is_new and not self.fields.get("category") and self.fields.get("kind") != LIKED:
            self._wait_for_category()
            return
        fields = {name: self.fields.get(name) for name in self.names if name in self.fields}
        fields["danger"] = self.dangerous
        if fields.get("category") != OTHER:
            fields["category_words"] = ""
        self.save_record("liked" if self.fields.get("kind") == LIKED else "report", self.title(), fields)

    def _wait_for_category(self) -> None:
        self._typing.stop()
        self._voice.stop()
        self.fields[MARKED] = True
        self.keep()
        waiting = self.id
        self._close()
        self.saved.emit(MARKED, waiting, "")
        self.tablet.recordsChanged.emit()

    def begin(self, kind: str, walk_id: str | None, place: Position | None, **said: Any) -> None:
        """A new one: `kind` report or liked."""
        fields: dict[str, Any] = {"kind": LIKED if kind == "liked" else "dysfunction"}
        if walk_id is None:
            fields["channel"] = "without_walk"
        self.open_new(walk_id, place, {**fields, **said})

    def is_empty(self) -> bool:
        return not self.fields.get("category") and not self.says_detail()

    def title(self) -> str:
        return self.tablet.label("categories", self.fields.get("category"))

    def opened(self) -> None:
        self._card = None
        self._detailed = not self.is_new
        self._place_group = ""
        self._measure_light()
        self._pictures.open(self.fields.get("kind") == LIKED, self.fields.get("category") or "")
        self._show_words()

    def _measure_light(self) -> None:
        """What the tablet's sensor says, of a report that begins now; one opened later keeps what was measured then."""
        if self.fields.get("illuminance_mlx") is None and self.is_seen_here(JUST_NOW):
            measured = self.tablet.illuminance_mlx()
            if measured is not None:
                self.fields["illuminance_mlx"] = measured

    def _guide(self, entry: CatalogueEntry) -> None:
        self._card = self.tablet.catalogue.get("guidance", entry.data.get("card", "")) or entry
        cards = [self._card]
        for code in entry.data.get("more_cards", ()):
            if (card := self.tablet.catalogue.get("guidance", code)) is not None:
                cards.append(card)
        self._numbers.show(self._lines(*cards))
        self.guided.emit()

    def _lines(self, *cards: CatalogueEntry) -> list[Row]:
        """The numbers of these cards, each once."""
        language = self.tablet.language
        lines = {line["number"]: line for card in cards for line in card.data.get("numbers", ())}
        return [{"number": number, "label": line[language]} for number, line in lines.items()]

    @Slot()
    def _show_words(self) -> None:
        if not self.id:
            return
        danger = self.tablet.catalogue.get("guidance", DANGER_CARD)
        self._danger.show(self._lines(danger) if danger is not None else [])
        self.show_details()
        self._show_category()
        if self._card is not None:
            self.guided.emit()

    def _show_category(self) -> None:
        """What the category asks, warns of and refers to."""
        entry = self.category_entry()
        card = self.tablet.catalogue.get("guidance", str(entry.data.get("referral", ""))) if entry else None
        self._referral.show(self._lines(card) if card is not None else [])
        self._show_questions()

    @Slot()
    def _look_for_same(self) -> None:
        """Of a new report only: one that is saved is itself."""
        wanted = self.id and self.is_new and self.fields.get("kind") != LIKED
        self._duplicate.look(
            self.category_entry() if wanted else None, self.place(), self.fields.get("other_than") or ()
        )
