"""« Already reported 12 m from here? »: one more voice for the first report instead of a second one (S-32, S-222)."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import HandlingView, Photo, Record, Report, Revisit
from sync.rules.geodesy import Box
from tests.walker.window import DEMO, HERE, Feed, bring_photo, settle
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

NORTH_12_M = (HERE[0] + 12 / 111_195, HERE[1])


@pytest.fixture
def walking(app: App, feed: Feed) -> App:
    app.startWalk()
    feed.give(*HERE)
    return app


def pulled(store: Store, *records: Record) -> None:
    """What another tablet or the office sent."""
    page = PullAnswer(
        epoch="e",
        records=tuple(
            PulledRecord(
                seq=number, hash=codec.sha256(body := codec.encode(record)), body=body.decode(), scopes=("territory:x",)
            )
            for number, record in enumerate(records, 1)
        ),
        departures=(),
        erased=(),
        cursors={"territory:x": len(records)},
        more=False,
    )
    store.outbox.store_page(page)


def say(app: App, category: str, place: tuple[float, float] = HERE) -> None:
    app.capture("report", *place)
    app.report.moveTo(*place)
    app.report.pickCategory(category)
    settle(app.tablet.reads)  # the reports around are read beside the window


def test_the_same_a_few_metres_on_is_asked_about_and_yes_makes_no_second_report(walking: App, store: Store) -> None:
    say(walking, "litter")
    walking.report.save()
    (first,) = store.records.all(Report)
    say(walking, "litter", NORTH_12_M)
    assert (walking.report.duplicate.asked, walking.report.duplicate.metres) == (True, 12)
    walking.report.meToo()
    assert [one.id for one in store.records.all(Report)] == [first.id]
    (voice,) = store.records.all(Revisit)
    assert (voice.report_id, voice.verdict, voice.walk_id) == (first.id, "persists", first.walk_id)
    assert store.drafts.all() == []
    assert (walking.page, walking.last.kind) == ("live", "me_too")


def test_a_touch_on_a_category_waits_for_no_report_of_the_neighbourhood(
    walking: App, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window's thread reads none of them; the question comes once they are read, of the category last touched."""
    say(walking, "litter")
    walking.report.save()
    near, free, readers = store.nearby.reports, threading.Event(), []

    def slow(box: Box) -> list[Report]:
        readers.append(threading.current_thread())
        assert free.wait(10)
        return near(box)

    monkeypatch.setattr(store.nearby, "reports", slow)
    walking.capture("report", *HERE)
    walking.report.pickCategory("graffiti")
    walking.report.pickCategory("litter")
    assert (walking.report.category, walking.report.duplicate.asked) == ("litter", False)
    free.set()
    settle(walking.tablet.reads)
    assert walking.report.duplicate.asked
    assert len(readers) == 1 and threading.main_thread() not in readers
    walking.report.pickCategory("graffiti")
    assert not walking.report.duplicate.asked


def test_what_was_received_while_the_reports_around_are_read_is_among_them(
    walking: App, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    near, begun, free = store.nearby.reports, threading.Event(), threading.Event()

    def slow(box: Box) -> list[Report]:
        found = near(box)
        begun.set()
        assert free.wait(10)
        return found

    monkeypatch.setattr(store.nearby, "reports", slow)
    walking.capture("report", *HERE)
    walking.report.pickCategory("litter")
    assert begun.wait(10)
    pulled(store, make(Report, writer="other-tablet", category="litter", position=position(*NORTH_12_M)))
    walking.tablet.recordsChanged.emit()
    free.set()
    settle(walking.tablet.reads)
    assert walking.report.duplicate.asked


def test_me_too_can_be_taken_back_and_the_form_is_there_again(walking: App, store: Store) -> None:
    say(walking, "litter")
    walking.report.save()
    say(walking, "litter", NORTH_12_M)
    walking.report.meToo()
    walking.last.undo()
    assert store.records.all(Revisit) == []
    assert (walking.page, walking.report.category) == ("report", "litter")
    walking.report.save()
    assert len(store.records.all(Report)) == 2


def test_a_photo_taken_for_it_stays_with_the_look_at_the_first_one(walking: App, store: Store, qtbot: QtBot) -> None:
    say(walking, "litter")
    walking.report.save()
    say(walking, "litter", NORTH_12_M)
    bring_photo(walking, walking.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: walking.report.photos.count == 1, timeout=20_000)
    walking.report.meToo()
    (photo,), (voice,) = store.records.all(Photo), store.records.all(Revisit)
    assert photo.about == voice.id
    walking.last.undo()
    assert store.records.all(Photo)[0].about == walking.report.id


def test_no_goes_on_and_is_not_asked_again_even_after_a_kill(walking: App, store: Store) -> None:
    say(walking, "litter")
    walking.report.save()
    say(walking, "litter", NORTH_12_M)
    walking.report.notTheSame()
    assert not walking.report.duplicate.asked
    draft_id = walking.report.id
    walking.report.leave()
    walking.complete("report", draft_id)
    settle(walking.tablet.reads)
    assert walking.report.category == "litter"
    assert not walking.report.duplicate.asked
    walking.report.save()
    assert len(store.records.all(Report)) == 2


def test_another_category_a_place_too_far_and_a_place_we_like_are_not_asked_about(walking: App) -> None:
    say(walking, "litter")
    walking.report.save()
    say(walking, "graffiti", NORTH_12_M)
    assert not walking.report.duplicate.asked
    walking.report.throwAway()
    say(walking, "litter", (HERE[0] + 40 / 111_195, HERE[1]))
    assert not walking.report.duplicate.asked
    walking.report.throwAway()
    walking.capture("liked", *HERE)
    walking.report.pickCategory("liked_nature")
    walking.report.save()
    walking.capture("liked", *HERE)
    walking.report.pickCategory("liked_nature")
    settle(walking.tablet.reads)
    assert not walking.report.duplicate.asked


def test_a_saved_report_is_not_its_own_double(walking: App) -> None:
    say(walking, "litter")
    walking.report.save()
    walking.last.complete()
    settle(walking.tablet.reads)
    assert not walking.report.duplicate.asked


@pytest.mark.parametrize(("group", "asked"), [("open", True), ("done", True), ("treated", False), ("refused", False)])
def test_others_reports_are_known_until_they_are_closed(
    walking: App, store: Store, make: Any, group: str, asked: bool
) -> None:
    other = make(Report, writer="other-tablet", category="litter", position=position(*NORTH_12_M))
    view = make(HandlingView, writer="server", report_id=other.id, number="26-0001", status="new", group=group)
    pulled(store, other, view)
    say(walking, "litter")
    assert walking.report.duplicate.asked == asked


def test_who_said_worse_on_this_walk_does_not_say_better_by_me_too(walking: App, store: Store, make: Any) -> None:
    from walker.domain.revisits import look

    other = make(Report, writer="other-tablet", category="litter", position=position(*NORTH_12_M))
    pulled(store, other)
    assert walking.live.session is not None
    look(store, walking.tablet.clock, other.id, "worse", walk_id=walking.live.session.walk.id)
    say(walking, "litter")
    walking.report.meToo()
    assert [one.verdict for one in store.records.all(Revisit)] == ["worse"]
    walking.last.undo()
    assert [one.verdict for one in store.records.all(Revisit)] == ["worse"]


def test_what_two_people_say_with_me_too_on_one_walk_is_kept_of_both(walking: App, store: Store) -> None:
    """One look a walk and report; the second person's words are no reason to lose the first one's."""
    say(walking, "litter")
    walking.report.save()
    for words in ("depuis lundi", "les enfants passent là", "depuis lundi", ""):
        say(walking, "litter", NORTH_12_M)
        walking.report.write(words)
        walking.report.meToo()
    (voice,) = store.records.all(Revisit)
    assert voice.text.split("\n") == ["depuis lundi", "les enfants passent là"]
    say(walking, "litter", NORTH_12_M)
    walking.report.write("et lui aussi")
    walking.report.meToo()
    walking.last.undo()
    (voice,) = store.records.all(Revisit)
    assert voice.text.split("\n") == ["depuis lundi", "les enfants passent là"]


def test_the_question_does_not_wait_for_the_look_for_faces(walking: App, store: Store) -> None:
    """S-32: with the photo first, the finder is at work for seconds while the category is touched."""
    say(walking, "litter")
    walking.report.save()
    looking, ended = threading.Event(), threading.Event()
    walking.tablet.pictures.run(lambda: (looking.set(), ended.wait(20)), lambda _: None, walking.tablet.tell)
    assert looking.wait(5)
    say(walking, "litter", NORTH_12_M)
    assert not ended.is_set()
    assert walking.report.duplicate.asked
    ended.set()
