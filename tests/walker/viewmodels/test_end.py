"""The end of a walk: counted, dated, closed when nothing is missing; the same for a walk of last spring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, HandlingView, Report, WalkClosureRequest
from tests.walker.domain.test_revisits import pull
from tests.walker.window import HERE, Feed, finish_walk
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

Finish = Callable[[], App]


@pytest.fixture
def finish(app: App, feed: Feed, qtbot: QtBot) -> Finish:
    """finish(): a walk of twelve with one report, ended, its end page read."""

    def finish_() -> App:
        app.startWalk()
        feed.give(*HERE)
        app.capture("report", *HERE)
        app.report.pickCategory("litter")
        app.report.save()
        assert app.live.session is not None
        app.live.session.edit(headcount_start=12)
        finish_walk(app)
        qtbot.waitUntil(lambda: app.end.ready, timeout=5000)
        return app

    return finish_


def tasks(app: App) -> dict[str, bool]:
    return {row["code"]: row["done"] for row in app.end.tasks.rows}


def walk_of(store: Store) -> ExploratoryWalk:
    (walk,) = store.records.all(ExploratoryWalk)
    return walk


def test_the_page_sums_up_and_lists_what_is_left(finish: Finish) -> None:
    app = finish()
    assert app.page == "end"
    assert (app.end.reports, app.end.liked, app.end.spaces) == (1, 0, 0)
    assert tasks(app) == {
        "drafts": True,
        "category": True,
        "place": True,
        "photos": True,
        "votes": False,
        "answers": False,
        "date": False,
    }
    assert [row["done"] for row in app.end.tasks.rows] == sorted(row["done"] for row in app.end.tasks.rows)
    assert app.end.stillToDo == 2


def test_fewer_than_at_the_start_is_asked_about_and_blocks_nothing(finish: Finish, store: Store) -> None:
    """A number, no names."""
    app = finish()
    assert (app.end.atStart, app.end.atEnd, app.end.missing) == (12, -1, 0)
    app.end.count(11)
    assert (app.end.missing, walk_of(store).headcount_end) == (1, 11)
    app.end.count(12)
    assert (app.end.missing, walk_of(store).headcount_end) == (0, 12)
    app.end.count(13)
    assert app.end.missing == -1


def test_the_date_is_one_touch_and_moved_by_buttons(finish: Finish, store: Store) -> None:
    """S-172: on disk at each touch; never a day that has passed."""
    app = finish()
    app.end.comeBackIn(3)
    assert walk_of(store).next_visit_on == app.end.nextVisit == "2027-01-15"
    assert app.end.nextVisitMonths == 3
    app.end.comeBackIn(3)
    assert (app.end.nextVisit, app.end.nextVisitMonths) == ("", 0)
    app.end.moveDay(0, 0)
    assert app.end.nextVisit == "2027-01-15"
    app.end.moveDay(0, -7)
    app.end.moveDay(1, 1)
    assert app.end.nextVisit == "2027-02-09"
    for _ in range(6):
        app.end.moveDay(-1, 0)
    assert app.end.nextVisit == "2026-10-16"


def test_closing_is_asked_once_and_only_when_nothing_is_missing(
    finish: Finish, store: Store, make: Any, qtbot: QtBot
) -> None:
    """S-03: a follow-up for every finding, and a dated return."""
    app = finish()
    app.end.close()
    app.end.comeBackIn(1)
    app.end.close()
    assert store.records.all(WalkClosureRequest) == []
    (report,) = store.records.all(Report)
    pull(
        store,
        make(
            HandlingView,
            report_id=report.id,
            walk_id=report.walk_id,
            number="26-0001",
            status="assigned",
            group="assigned",
        ),
    )
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: app.end.stillToDo == 0, timeout=5000)
    app.end.close()
    app.end.close()
    (request,) = store.records.all(WalkClosureRequest)
    assert request.next_visit_on == app.end.nextVisit
    assert app.end.askedToClose
    app.end.comeBackIn(6)
    (request,) = store.records.all(WalkClosureRequest)
    assert request.next_visit_on == "2027-04-15"


def test_the_walk_that_has_just_ended_may_go_on_and_an_earlier_one_not(
    finish: Finish, store: Store, make: Any, qtbot: QtBot
) -> None:
    app = finish()
    assert app.end.canGoOn
    just = app.end.walkId
    spring = store.records.save(
        make(ExploratoryWalk, state="held", title="Marche de mars", ended_at="2026-03-12T19:00:00.000Z")
    )
    app.open("home")
    app.openEnd(spring.id)
    qtbot.waitUntil(lambda: app.end.ready, timeout=5000)
    assert (app.page, app.end.title, app.end.canGoOn) == ("end", "Marche de mars", False)
    app.end.comeBackIn(1)
    assert store.records.get(spring.id).next_visit_on == "2026-11-15"  # type: ignore[attr-defined]
    app.openEnd(just)
    qtbot.waitUntil(lambda: app.end.ready, timeout=5000)
    app.goOn()
    assert (app.page, app.live.running) == ("live", True)


def test_a_date_of_the_end_is_not_lost_when_the_walk_goes_on(finish: Finish, store: Store) -> None:
    app = finish()
    app.end.comeBackIn(3)
    app.goOn()
    finish_walk(app)
    assert walk_of(store).next_visit_on == "2027-01-15"


def test_what_lacks_something_is_named_first_and_opened(finish: Finish, store: Store, make: Any, qtbot: QtBot) -> None:
    app = finish()
    bare = store.records.save(make(Report, walk_id=app.end.walkId))
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: not tasks(app)["category"], timeout=5000)
    row = next(row for row in app.end.tasks.rows if row["code"] == "category")
    assert (row["kind"], row["first"], row["count"]) == ("report", bare.id, 1)
    app.complete(row["kind"], row["first"])
    assert app.page == "report"
    app.report.pickCategory("litter")
    app.report.save()
    assert app.page == "end"
    qtbot.waitUntil(lambda: tasks(app)["category"], timeout=5000)
