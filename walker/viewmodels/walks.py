"""Walks before and after they are held: what home, the pages of preparation and the lists of walks show."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.answers import AnswerList
from walker.viewmodels.home import HomeStatus
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.start_checks import StartChecks
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.walk_lists import WalkLists

if TYPE_CHECKING:
    from walker.viewmodels.calendar_month import CalendarMonth
    from walker.viewmodels.helper_entry import HelperEntry
    from walker.viewmodels.prepare import Preparation
    from walker.viewmodels.prepare_grid import GridChoice
    from walker.viewmodels.prepare_group import GroupCount
    from walker.viewmodels.prepare_kit import KitExchange
    from walker.viewmodels.prepare_place import TerritoryChoice
    from walker.viewmodels.prepare_route import RouteDrawing
else:  # what QML is told: the types themselves come with their modules
    CalendarMonth = QObject
    GridChoice = QObject
    GroupCount = QObject
    HelperEntry = QObject
    KitExchange = QObject
    Preparation = QObject
    RouteDrawing = QObject
    TerritoryChoice = QObject

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PREPARING = ("prepare", "territory", "route")
_WALKING = ("live", "report", "space", "camera", "place", "outline", "grid", "aid", "revisit")


class _Preparing:
    """A plan and what follows it, made together: what is said on one of these pages shows on the others."""

    def __init__(self, tablet: Tablet, parent: QObject) -> None:
        from walker.viewmodels.prepare import Preparation
        from walker.viewmodels.prepare_grid import GridChoice
        from walker.viewmodels.prepare_group import GroupCount
        from walker.viewmodels.prepare_kit import KitExchange
        from walker.viewmodels.prepare_place import TerritoryChoice
        from walker.viewmodels.prepare_route import RouteDrawing

        self.plan = Preparation(tablet, parent)
        self.group = GroupCount(self.plan, parent)
        self.territory = TerritoryChoice(self.plan, parent)
        self.route = RouteDrawing(self.plan, parent)
        self.grid = GridChoice(self.plan, parent)
        self.kit = KitExchange(self.plan, parent)


@QmlElement
class Walks(QObject):
    """Holds the view-models of those pages, each made when it is asked for, and tells them as pages come and go."""

    def __init__(self, tablet: Tablet, home: HomeStatus, maps: MapPacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tablet = tablet
        self._home = home
        self._lists = WalkLists(tablet, self)
        self._answers = AnswerList(tablet, self)
        self._checks = StartChecks(tablet, home, maps, self)

    @cached_property
    def _preparing(self) -> _Preparing:
        return _Preparing(self._tablet, self)

    @cached_property
    def _calendar(self) -> CalendarMonth:
        from walker.viewmodels.calendar_month import CalendarMonth

        return CalendarMonth(self._tablet, self)

    @cached_property
    def _helper(self) -> HelperEntry:
        from walker.viewmodels.helper_entry import HelperEntry

        return HelperEntry(self._tablet, self)

    @Property(Preparation, constant=True)
    def plan(self) -> Preparation:
        return self._preparing.plan

    @Property(GroupCount, constant=True)
    def group(self) -> GroupCount:
        return self._preparing.group

    @Property(TerritoryChoice, constant=True)
    def territory(self) -> TerritoryChoice:
        return self._preparing.territory

    @Property(RouteDrawing, constant=True)
    def route(self) -> RouteDrawing:
        return self._preparing.route

    @Property(GridChoice, constant=True)
    def grid(self) -> GridChoice:
        return self._preparing.grid

    @Property(KitExchange, constant=True)
    def kit(self) -> KitExchange:
        return self._preparing.kit

    @Property(CalendarMonth, constant=True)
    def calendar(self) -> CalendarMonth:
        return self._calendar

    @Property(WalkLists, constant=True)
    def lists(self) -> WalkLists:
        return self._lists

    @Property(AnswerList, constant=True)
    def answers(self) -> AnswerList:
        return self._answers

    @Property(StartChecks, constant=True)
    def checks(self) -> StartChecks:
        return self._checks

    @Property(HelperEntry, constant=True)
    def helper(self) -> HelperEntry:
        return self._helper

    @Slot()
    def wake(self) -> None:
        """Home is on screen: look what waits. Whether a walk can begin is looked at in a turn of its own."""
        import walker.maps.packs  # noqa: F401 - so that its loading does not come to that turn

        self._home.countDue()
        self._answers.look()

    def open_plan(self, walk_id: str) -> bool:
        """A walk to come is shown; false when it is gone."""
        return self._preparing.plan.open(walk_id)

    def plan_id(self) -> str:
        """Of the one that is shown, with the words just typed kept; empty when nothing was said of it."""
        self._preparing.plan.close()
        return self._preparing.plan.walk.id if self._preparing.plan.walk else ""

    def copy(self, walk_id: str) -> None:
        """Take over what an earlier walk says."""
        self._preparing.plan.copyFrom(walk_id)

    def open_held(self, walk_id: str) -> bool:
        """A walk that was held is shown; false when it is gone."""
        return self._lists.open(walk_id)

    def said_for_other(self) -> dict[str, object]:
        """Who speaks, for one finding; the next one is of somebody else."""
        said = self._helper.said()
        self._helper.forget()
        return said

    def opened(self, page: str) -> None:
        """That page is on screen now."""
        if page != "home":
            self._checks.leave()
        self._lists.hide(page in _WALKING)
        if page not in _PREPARING:
            self._keep_plan()
        if page == "helper":
            self._helper.open()
        elif page == "territory":
            self._preparing.territory.open()

    def forget(self) -> None:
        """Another group has the tablet: nothing of the last one stays on these pages."""
        if "_preparing" in vars(self):
            self._preparing.plan.forget()
        self._lists.open("")
        self._helper.pickChannel("")
        self._helper.forget()
        self._answers.forget()

    def close(self) -> None:
        """The window closes: words just typed are on disk when this returns."""
        self._keep_plan()
        self._checks.leave()

    def _keep_plan(self) -> None:
        """Words just typed of the plan are on disk, when there is one."""
        if "_preparing" in vars(self):
            self._preparing.plan.close()
