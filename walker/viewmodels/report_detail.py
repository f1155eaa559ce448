"""The optional part of a report: where exactly, when, who it hinders, who says it, what would help. A tap each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import CatalogueEntry
from walker.viewmodels.category_questions import CategoryQuestions, answered
from walker.viewmodels.draft_place import ELSEWHERE
from walker.viewmodels.finding_draft import FindingDraft
from walker.viewmodels.rows import GrowingRows, RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

_TILE = ("code", "label", "iconName")
MOST_REFERENCE = 60
# The lists of the catalogue that are shown whole, by the name the page knows them under.
_LISTS = (
    *("urgencies", "owner_kinds", "time_slots", "recurrences", "affected", "felt_safety", "avoidances"),
    *("speakers", "wanted_answers", "place_groups"),
)
_PAPER = frozenset({"warden", "paper"})  # who says it is also how it came, where there is no walk
# What one place needs to be found: rooms of a building, or what stands in the street.
INSIDE = ("building", "staircase", "floor")
_FIND_BY = {"building": INSIDE, "ground_floor": ("building",)}


@QmlElement
class ReportDetail(FindingDraft):
    """Each answer is a code; several are codes joined by line ends."""

    said = Signal()  # a notify signal of the base class would not be found by Qt
    looked = Signal()  # at another group of places: no other answer of the page is asked again

    detail_names = frozenset(
        {
            *("place_kind", "place_detail", "urgency", "danger", "owners", "time_slots", "recurrence", "affected"),
            *("felt_safety", "avoidance", "detour", "on_behalf_of", "channel", "reported_by", "wanted_answers"),
            *("worksite_support", "external_reference", "answers", "text"),
        }
    )

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.changed.connect(self._count_turn)
        self.changed.connect(self.said)
        self.changed.connect(self.looked)
        self._place_group = ""
        self._turn = 0
        self._lists = {name: RowListModel(_TILE, self) for name in _LISTS}
        self._place_kinds = GrowingRows(_TILE, self)
        self._counts = RowListModel(("code", "label", "count", "collected"), self)
        self._questions = CategoryQuestions(tablet, self)

    @Property(RowListModel, constant=True)
    def urgencies(self) -> RowListModel:
        return self._lists["urgencies"]

    @Property(RowListModel, constant=True)
    def ownerKinds(self) -> RowListModel:
        return self._lists["owner_kinds"]

    @Property(RowListModel, constant=True)
    def timeSlotChoices(self) -> RowListModel:
        return self._lists["time_slots"]

    @Property(RowListModel, constant=True)
    def recurrenceChoices(self) -> RowListModel:
        return self._lists["recurrences"]

    @Property(RowListModel, constant=True)
    def affectedChoices(self) -> RowListModel:
        return self._lists["affected"]

    @Property(RowListModel, constant=True)
    def safetyChoices(self) -> RowListModel:
        """Four faces."""
        return self._lists["felt_safety"]

    @Property(RowListModel, constant=True)
    def avoidanceChoices(self) -> RowListModel:
        return self._lists["avoidances"]

    @Property(RowListModel, constant=True)
    def speakers(self) -> RowListModel:
        return self._lists["speakers"]

    @Property(RowListModel, constant=True)
    def wantedChoices(self) -> RowListModel:
        return self._lists["wanted_answers"]

    @Property(RowListModel, constant=True)
    def placeGroups(self) -> RowListModel:
        return self._lists["place_groups"]

    @Property(RowListModel, constant=True)
    def placeKinds(self) -> RowListModel:
        """Those of the group that was touched."""
        return self._place_kinds

    @Property(RowListModel, constant=True)
    def counts(self) -> RowListModel:
        """Who said it, counted by gender; not collected is not zero."""
        return self._counts

    @Property(RowListModel, constant=True)
    def questions(self) -> RowListModel:
        """The category's own."""
        return self._questions.rows

    @Property(int, notify=said)
    def turn(self) -> int:
        """Another number at every change: what is asked by a slot is asked again."""
        return self._turn

    @Property(str, notify=looked)
    def placeGroup(self) -> str:
        return self._place_group

    @Property(str, notify=said)
    def placeKind(self) -> str:
        return self.fields.get("place_kind") or ""

    @Property(str, notify=looked)
    def findBy(self) -> str:
        """What an agent needs to find it, one a line: building, staircase, floor, number, landmark."""
        held = [name for name in (*INSIDE, "number") if self.detail(name)]
        entry = self.category_entry()
        indoors = entry is not None and entry.data.get("parent") == "building" and not self._place_group
        wanted = _FIND_BY.get("building" if indoors else self._place_group, ("number",))
        return "\n".join(dict.fromkeys([*wanted, *held]))

    @Property(str, notify=said)
    def urgency(self) -> str:
        return self.fields.get("urgency") or ""

    @Property(bool, notify=said)
    def dangerous(self) -> bool:
        urgency = self.tablet.catalogue.get("urgencies", self.fields.get("urgency") or "")
        return bool(urgency and urgency.data.get("dangerous"))

    @Property(str, notify=said)
    def owners(self) -> str:
        return "\n".join(self.fields.get("owners") or ())

    @Property(str, notify=said)
    def timeSlots(self) -> str:
        return "\n".join(self.fields.get("time_slots") or ())

    @Property(str, notify=said)
    def recurrence(self) -> str:
        return self.fields.get("recurrence") or ""

    @Property(str, notify=said)
    def affected(self) -> str:
        return "\n".join(self.fields.get("affected") or ())

    @Property(str, notify=said)
    def feltSafety(self) -> str:
        """The code of the face."""
        level = self.fields.get("felt_safety")
        faces = self.tablet.catalogue.entries("felt_safety")
        return next((face.code for face in faces if face.data.get("level") == level), "")

    @Property(str, notify=said)
    def avoidance(self) -> str:
        return self.fields.get("avoidance") or ""

    @Property(bool, notify=said)
    def hasDetour(self) -> bool:
        return len(self.fields.get("detour") or ()) > 1

    @Property(str, notify=said)
    def speaker(self) -> str:
        return self.fields.get("on_behalf_of") or ""

    @Property(str, notify=said)
    def wantedAnswers(self) -> str:
        return "\n".join(self.fields.get("wanted_answers") or ())

    @Property(bool, notify=said)
    def worksiteSupport(self) -> bool:
        return bool(self.fields.get("worksite_support"))

    @Property(str, notify=said)
    def externalReference(self) -> str:
        return str(self.fields.get("external_reference") or "")

    @Slot(str)
    def openPlaceGroup(self, code: str) -> None:
        self._place_group = "" if code == self._place_group else code
        self._show_places()
        self.looked.emit()

    @Slot(str)
    def pickPlaceKind(self, code: str) -> None:
        self.choose("place_kind", code)

    @Slot(str)
    def pickUrgency(self, code: str) -> None:
        self.choose("urgency", code)

    @Slot(str)
    def toggleOwner(self, code: str) -> None:
        self.toggle("owners", code)

    @Slot(str)
    def toggleTimeSlot(self, code: str) -> None:
        self.toggle("time_slots", code)

    @Slot(str)
    def pickRecurrence(self, code: str) -> None:
        self.choose("recurrence", code)

    @Slot(str)
    def toggleAffected(self, code: str) -> None:
        self.toggle("affected", code)

    @Slot(str)
    def pickFeltSafety(self, code: str) -> None:
        face = self.tablet.catalogue.get("felt_safety", code)
        if face is not None:
            self.choose("felt_safety", face.data["level"])

    @Slot(str)
    def pickAvoidance(self, code: str) -> None:
        self.choose("avoidance", code)

    @Slot(str)
    def pickSpeaker(self, code: str) -> None:
        """Who says it; a warden or a slip of paper is also the way it came, where there is no walk."""
        self.choose("on_behalf_of", code)
        if self.walk_id is None and self.is_new and not self.fields.get(ELSEWHERE):  # there the box or slip is known
            said = self.fields.get("on_behalf_of")
            self.fields["channel"] = said if said in _PAPER else "without_walk"
            self.keep()

    @Slot(str, int)
    def count(self, gender: str, number: int) -> None:
        """How many of one gender said it; below 0: not collected."""
        held = {one["code"]: one["count"] for one in self.fields.get("reported_by") or ()}
        held[gender] = None if number < 0 else number
        self.fields["reported_by"] = [{"code": code, "count": said} for code, said in held.items() if said is not None]
        self._show_counts()
        self.keep()
        self.changed.emit()

    @Slot(str)
    def toggleWanted(self, code: str) -> None:
        self.toggle("wanted_answers", code)

    @Slot()
    def toggleWorksiteSupport(self) -> None:
        self.choose("worksite_support", True)

    @Slot(str)
    def writeReference(self, text: str) -> None:
        self.fields["external_reference"] = text.strip()
        self._typing.start()

    @Slot(str)
    def takeReference(self, scanned: str) -> None:
        """From a square: the number alone, when it is the end of an address. On disk when this returns."""
        number = scanned.strip().rstrip("/").rpartition("/")[2] if "://" in scanned else scanned.strip()
        self.fields["external_reference"] = number[:MOST_REFERENCE]
        self.keep()
        self.changed.emit()

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

    @Slot(str, str)
    def pickDetail(self, name: str, text: str) -> None:
        """A chip: on disk at once; the same again takes it back."""
        self.writeDetail(name, "" if self.detail(name) == text else text)
        self.keep()
        self.changed.emit()

    @Slot(str, str, str)
    def answer(self, code: str, kind: str, value: str) -> None:
        """One of the category's own questions."""
        self.fields["answers"] = answered(self.fields.get("answers") or {}, kind, code, value)
        self._show_questions()
        if kind == "text":
            self._typing.start()
        else:
            self.keep()

    def show_details(self) -> None:
        """Words, or another report."""
        place = self.tablet.catalogue.get("place_kinds", self.fields.get("place_kind") or "")
        if place is not None:
            self._place_group = place.data.get("group", "")
        for name, rows in self._lists.items():
            rows.show(self.tablet.choices(name))
        self._show_places()
        self._show_counts()
        self._show_questions()

    def category_entry(self) -> CatalogueEntry | None:
        return self.tablet.catalogue.get("categories", self.fields.get("category") or "")

    def says_detail(self) -> bool:
        """Whether any of it was answered."""
        set_by_us = ("channel", "danger")
        return any(self.fields.get(name) for name in self.detail_names if name not in set_by_us) or (
            self.fields.get("felt_safety") is not None
        )

    @Slot()
    def _count_turn(self) -> None:
        self._turn += 1

    def _show_places(self) -> None:
        kinds = self.tablet.catalogue.entries("place_kinds")
        self._place_kinds.show(
            self.tablet.as_choices([kind for kind in kinds if kind.data.get("group") == self._place_group])
        )

    def _show_counts(self) -> None:
        held: dict[str, Any] = {one["code"]: one["count"] for one in self.fields.get("reported_by") or ()}
        genders = self.tablet.catalogue.entries("genders")
        self._counts.show(
            [
                {
                    "code": gender.code,
                    "label": self.tablet.said(gender),
                    "count": held.get(gender.code) or 0,
                    "collected": gender.code in held,
                }
                for gender in _counted(genders)
            ]
        )

    def _show_questions(self) -> None:
        self._questions.show(self.category_entry(), self.fields.get("answers") or {})


def _counted(genders: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    return [gender for gender in genders if gender.data.get("counts", True)]
