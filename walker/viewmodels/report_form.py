"""A report being filled in: category in two levels, place, hindrance, owners, words. Saved as a draft from its start.

Some categories are no reports: they open a card with who to call, and nothing is written.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import CatalogueEntry, Position, Report
from walker.viewmodels.finding_draft import FindingDraft
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LIKED = "liked_place"
LIKED_FAMILY = "liked"
COMMON = 12  # tiles of the first page
_TILE = ("code", "label", "iconName")


@QmlElement
class ReportForm(FindingDraft):
    """`kind` is report or liked: the same form, other tiles."""

    answered = Signal()  # a notify signal of the base class would not be found by Qt
    tilesChanged = Signal()
    guided = Signal()

    record = Report
    names = frozenset(
        {
            *(
                "kind",
                "category",
                "place_kind",
                "place_detail",
                "position",
                "address",
                "observed_at",
                "text",
                "urgency",
            ),
            *("danger", "owners", "channel", "on_behalf_of"),
        }
    )

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.changed.connect(self.answered)
        self._family = ""
        self._place_group = ""
        self._card: CatalogueEntry | None = None
        self._tiles = RowListModel(_TILE, self)
        self._families = RowListModel(_TILE, self)
        self._place_groups = RowListModel(_TILE, self)
        self._place_kinds = RowListModel(_TILE, self)
        self._urgencies = RowListModel(_TILE, self)
        self._owners = RowListModel(_TILE, self)
        self._numbers = RowListModel(("number", "label"), self)
        tablet.wordsChanged.connect(self._show_words)

    @Property(str, notify=answered)
    def kind(self) -> str:
        return "liked" if self.fields.get("kind") == LIKED else "report"

    @Property(str, notify=answered)
    def category(self) -> str:
        return self.fields.get("category") or ""

    @Property(str, notify=answered)
    def categoryLabel(self) -> str:
        return self.tablet.label("categories", self.fields.get("category"))

    @Property(str, notify=answered)
    def categoryIcon(self) -> str:
        entry = self._entry()
        return entry.icon if entry else "heart" if self.fields.get("kind") == LIKED else "flag"

    @Property(str, notify=answered)
    def warning(self) -> str:
        """What to mind at this place: the catalogue's words."""
        entry = self._entry()
        return str(entry.data.get(f"warning_{self.tablet.language}", "")) if entry else ""

    @Property(str, notify=tilesChanged)
    def family(self) -> str:
        """The family whose tiles are shown; empty: the common ones and all families."""
        return self._family

    @Property(str, notify=tilesChanged)
    def familyLabel(self) -> str:
        return self.tablet.label("categories", self._family)

    @Property(RowListModel, constant=True)
    def tiles(self) -> RowListModel:
        return self._tiles

    @Property(RowListModel, constant=True)
    def families(self) -> RowListModel:
        return self._families

    @Property(RowListModel, constant=True)
    def placeGroups(self) -> RowListModel:
        return self._place_groups

    @Property(RowListModel, constant=True)
    def placeKinds(self) -> RowListModel:
        """Those of the group that was touched."""
        return self._place_kinds

    @Property(RowListModel, constant=True)
    def urgencies(self) -> RowListModel:
        return self._urgencies

    @Property(RowListModel, constant=True)
    def ownerKinds(self) -> RowListModel:
        return self._owners

    @Property(str, notify=answered)
    def placeGroup(self) -> str:
        return self._place_group

    @Property(str, notify=answered)
    def placeKind(self) -> str:
        return self.fields.get("place_kind") or ""

    @Property(str, notify=answered)
    def urgency(self) -> str:
        return self.fields.get("urgency") or ""

    @Property(str, notify=answered)
    def owners(self) -> str:
        """Codes, one a line: a list would be written past its place by the binding of Qt."""
        return "\n".join(self.fields.get("owners") or ())

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
    def openFamily(self, code: str) -> None:
        """Second level; an empty code goes back to the first."""
        self._family = code
        self._show_tiles()

    @Slot(str)
    @told
    def pickCategory(self, code: str) -> None:
        entry = self.tablet.catalogue.get("categories", code)
        if entry is not None and entry.data.get("guidance"):
            self._guide(entry)
            return
        kinds = list(entry.data.get("kinds", ())) if entry else []
        self.fields["kind"] = kinds[0] if kinds else self.fields["kind"]
        if entry is not None and entry.data.get("urgent") and not self.fields.get("urgency"):
            self.fields["urgency"] = "dangerous"
        self.choose("category", code)

    @Slot()
    def closeGuidance(self) -> None:
        self._card = None
        self.guided.emit()

    @Slot(str)
    def openPlaceGroup(self, code: str) -> None:
        self._place_group = "" if code == self._place_group else code
        self._show_places()
        self.changed.emit()

    @Slot(str)
    def pickPlaceKind(self, code: str) -> None:
        self.choose("place_kind", code)

    @Slot(str)
    def pickUrgency(self, code: str) -> None:
        self.choose("urgency", code)

    @Slot(str)
    def toggleOwner(self, code: str) -> None:
        self.toggle("owners", code)

    @Slot(str, result=str)
    def detail(self, name: str) -> str:
        """building, staircase, floor, number or landmark."""
        return str((self.fields.get("place_detail") or {}).get(name) or "")

    @Slot(str, str)
    def writeDetail(self, name: str, text: str) -> None:
        held = {**(self.fields.get("place_detail") or {}), name: text.strip() or None}
        said = {key: value for key, value in held.items() if value}
        self.fields["place_detail"] = said or None
        self._typing.start()

    @Slot()
    @told
    def save(self) -> None:
        """The draft becomes a report."""
        urgency = self.tablet.catalogue.get("urgencies", self.fields.get("urgency") or "")
        fields = {name: self.fields.get(name) for name in self.names if name in self.fields}
        fields["danger"] = bool(urgency and urgency.data.get("dangerous"))
        label = self.tablet.label("categories", self.fields.get("category"))
        kind = "liked" if self.fields.get("kind") == LIKED else "report"
        self.save_record(kind, label, fields)

    def begin(self, kind: str, walk_id: str | None, place: Position | None) -> None:
        """A new one: `kind` report or liked."""
        fields: dict[str, Any] = {"kind": LIKED if kind == "liked" else "dysfunction"}
        if walk_id is None:
            fields["channel"] = "without_walk"
        self.open_new(walk_id, place, fields)

    def is_empty(self) -> bool:
        said = ("category", "place_kind", "place_detail", "urgency", "owners")
        return not self.fields.get("text", "").strip() and not any(self.fields.get(name) for name in said)

    def opened(self) -> None:
        self._card = None
        self._place_group = ""
        place = self.tablet.catalogue.get("place_kinds", self.fields.get("place_kind") or "")
        if place is not None:
            self._place_group = place.data.get("group", "")
        self._family = LIKED_FAMILY if self.fields.get("kind") == LIKED else ""
        self._show_words()

    def _entry(self) -> CatalogueEntry | None:
        return self.tablet.catalogue.get("categories", self.fields.get("category") or "")

    def _guide(self, entry: CatalogueEntry) -> None:
        self._card = self.tablet.catalogue.get("guidance", entry.data.get("card", "")) or entry
        cards = [self._card]
        for code in entry.data.get("more_cards", ()):
            if (card := self.tablet.catalogue.get("guidance", code)) is not None:
                cards.append(card)
        language = self.tablet.language
        lines = {line["number"]: line for card in cards for line in card.data.get("numbers", ())}
        self._numbers.show([{"number": number, "label": line[language]} for number, line in lines.items()])
        self.guided.emit()

    @Slot()
    def _show_words(self) -> None:
        if not self.id:
            return
        tablet = self.tablet
        families = [entry for entry in tablet.catalogue.entries("categories") if not entry.data.get("parent")]
        self._families.show(tablet.as_choices([entry for entry in families if entry.code != LIKED_FAMILY]))
        self._urgencies.show(tablet.choices("urgencies"))
        self._owners.show(tablet.choices("owner_kinds"))
        self._place_groups.show(tablet.choices("place_groups"))
        self._show_places()
        self._show_tiles()
        if self._card is not None:
            self.guided.emit()

    def _show_places(self) -> None:
        kinds = self.tablet.catalogue.entries("place_kinds")
        self._place_kinds.show(
            self.tablet.as_choices([kind for kind in kinds if kind.data.get("group") == self._place_group])
        )

    def _show_tiles(self) -> None:
        catalogue = self.tablet.catalogue
        if self._family:
            rows = self.tablet.as_choices(catalogue.children("categories", self._family))
        else:
            rows = self._first_page()
        self._tiles.show(rows)
        self.tilesChanged.emit()

    def _first_page(self) -> list[Row]:
        """Those common on every walk, always in the same order, then those used last that are not among them."""
        catalogue = self.tablet.catalogue
        shown = [entry for entry in catalogue.entries("categories") if entry.data.get("common")][:COMMON]
        codes = {entry.code for entry in shown}
        recent = dict.fromkeys(report.category for report in reversed(self.tablet.store.records.all(Report)[-40:]))
        for code in recent:
            entry = catalogue.get("categories", code or "")
            if entry is not None and code not in codes and entry.data.get("parent") != LIKED_FAMILY:
                shown.append(entry)
            if len(shown) == COMMON + 4:
                break
        return self.tablet.as_choices(shown)
