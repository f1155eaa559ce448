"""Who comes, in numbers: women, men and others by taps; roles, ages and newly posted staff for who says more."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Attendance, Count
from walker.domain import attendance
from walker.viewmodels.prepare import Preparation
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

ASKED = ("women", "men", "other_or_unsaid")
NOBODY = -1  # for the page: nobody counted
_ROW = ("code", "label", "iconName", "count", "least")


@QmlElement
class GroupCount(QObject):
    """Counts of the walk being prepared. A count of -1 is "nobody counted", never zero."""

    changed = Signal()

    def __init__(self, plan: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet: Tablet = plan.tablet
        self._plan = plan
        self._role = self._age = attendance.UNSAID
        self._genders = RowListModel(_ROW, self)
        self._details = RowListModel(_ROW, self)
        self._known = RowListModel(("label", "count"), self)
        self._posted = RowListModel(_ROW, self)
        self._bands = RowListModel(("code", "label", "iconName"), self)
        plan.changed.connect(self._look)
        plan.tablet.wordsChanged.connect(self._look)

    @Property(RowListModel, constant=True)
    def genders(self) -> RowListModel:
        """Women, men, others, and those counted without asking."""
        return self._genders

    @Property(RowListModel, constant=True)
    def details(self) -> RowListModel:
        """The same for the role and age that are open."""
        return self._details

    @Property(RowListModel, constant=True)
    def known(self) -> RowListModel:
        """What was said of roles and ages, in words."""
        return self._known

    @Property(RowListModel, constant=True)
    def posted(self) -> RowListModel:
        """Newly posted staff by employer: those that were chosen."""
        return self._posted

    @Property(RowListModel, constant=True)
    def bands(self) -> RowListModel:
        return self._bands

    @Property(int, notify=changed)
    def people(self) -> int:
        """All of them; -1 when nobody counted."""
        held = attendance.people(self._counts())
        return NOBODY if held is None else held

    @Property(bool, notify=changed)
    def uncollected(self) -> bool:
        """The group said that it does not collect this."""
        return all(attendance.is_uncollected(self._counts(), gender) for gender in ASKED)

    @Property(str, notify=changed)
    def role(self) -> str:
        return self._role

    @Property(str, notify=changed)
    def age(self) -> str:
        return self._age

    @Property(str, notify=changed)
    def employers(self) -> str:
        """Those chosen, one a line."""
        return "\n".join(one.code for one in self._plan.now().newly_posted)

    @Slot(str, int)
    @told
    def count(self, gender: str, number: int) -> None:
        """So many in all."""
        self._plan.edit(attendance=attendance.count(self._counts(), gender, number))

    @Slot()
    @told
    def toggleUncollected(self) -> None:
        """« Non recueilli »: not zero."""
        change = attendance.forget if self.uncollected else attendance.leave_uncollected
        self._plan.edit(attendance=change(self._counts(), ASKED))

    @Slot(str)
    def openRole(self, code: str) -> None:
        """Whose numbers are shown; the same again: of no role in particular."""
        self._role = attendance.UNSAID if code == self._role else code
        self._look()

    @Slot(str)
    def openAge(self, code: str) -> None:
        self._age = attendance.UNSAID if code == self._age else code
        self._look()

    @Slot(str, int)
    @told
    def detail(self, gender: str, number: int) -> None:
        """So many of the open role and age; people already counted are said more of first."""
        cell, counts = (self._role, gender, self._age), self._counts()
        step = attendance.add if number > (attendance.at(counts, cell) or 0) else attendance.take
        self._plan.edit(attendance=step(counts, cell))

    @Slot(str)
    @told
    def toggleEmployer(self, code: str) -> None:
        """Newly posted staff of this employer walk along; how many is "not collected" until it is counted."""
        held = self._plan.now().newly_posted
        if any(one.code == code for one in held):
            self._plan.edit(newly_posted=tuple(one for one in held if one.code != code))
        else:
            self._plan.edit(newly_posted=(*held, Count(code=code, count=None)))

    @Slot(str, int)
    @told
    def countPosted(self, code: str, number: int) -> None:
        held = self._plan.now().newly_posted
        told_of = {one.code: one.count for one in held} | {code: max(0, number)}
        self._plan.edit(newly_posted=tuple(Count(code=one, count=count) for one, count in told_of.items()))

    def _counts(self) -> tuple[Attendance, ...]:
        return self._plan.now().attendance

    @Slot()
    def _look(self) -> None:
        if not self._plan.opened:
            return
        counts = self._counts()
        self._genders.show([self._row("genders", code, attendance.total(counts, code)) for code in attendance.GENDERS])
        self._details.show(
            [
                self._row("genders", code, attendance.at(counts, (self._role, code, self._age)), least=0)
                for code in attendance.GENDERS
            ]
        )
        said = [one for one in counts if {one.role, one.age_band} != {attendance.UNSAID}]
        self._known.show([{"label": self._words(one), "count": one.count or 0} for one in said])
        posted = self._plan.now().newly_posted
        self._posted.show([self._row("employer_kinds", one.code, one.count, least=0) for one in posted])
        bands = [one for one in self.tablet.catalogue.entries("age_bands") if one.data.get("counts", True)]
        self._bands.show(self.tablet.as_choices(bands))
        self.changed.emit()

    def _row(self, list_name: str, code: str, count: int | None, *, least: int | None = None) -> dict[str, object]:
        entry = self.tablet.catalogue.get(list_name, code)
        return {
            "code": code,
            "label": self.tablet.label(list_name, code),
            "iconName": entry.icon if entry else "user",
            "count": NOBODY if count is None else count,
            "least": attendance.floor(self._counts(), code) if least is None else least,
        }

    def _words(self, one: Attendance) -> str:
        label = self.tablet.label
        parts = (
            label("roles", one.role) if one.role != attendance.UNSAID else "",
            label("genders", one.gender),
            label("age_bands", one.age_band) if one.age_band != attendance.UNSAID else "",
        )
        return " · ".join(part for part in parts if part)
