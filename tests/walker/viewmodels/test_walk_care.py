"""Care of the group: pause, headcount, the question on light, help, mark and leave, and what a restart keeps."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sync.protocol import codec
from sync.protocol.records import ExploratoryWalk, GridAnswer, Report, Stop, TrackSegment
from tests.walker.window import HERE, FakeLight, Feed, SlowClock, finish_walk, recorded
from walker.maps.address_file import PLACE, STREET, Address
from walker.maps.addresses import index_addresses
from walker.store import Store
from walker.viewmodels.app import App

NIGHT = datetime(2026, 12, 21, 21, 0, tzinfo=UTC)


def fixes(app: App, store: Store) -> int:
    """Those on disk."""
    recorded(app)
    return sum(segment.count for segment in store.records.all(TrackSegment))


def test_a_pause_records_nothing_and_says_so_until_it_ends(
    app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    app.startWalk()
    feed.walk(20)
    app.live.pause()
    assert app.live.paused
    feed.give(*HERE)
    assert fixes(app, store) == 20
    assert app.live.located  # the map still follows, and findings still have a place
    app.capture("report", math.nan, math.nan)
    assert app.report.placeSource == "gps"
    app.report.leave()
    before = app.live.seconds
    daytime.now += timedelta(minutes=30)
    assert app.live.seconds - before < 5  # a pause is no time walked
    app.live.unpause()
    feed.give(*HERE)
    assert not app.live.paused
    assert fixes(app, store) == 21
    first, second = store.records.all(TrackSegment)  # a gap lies between
    assert (first.count, second.count) == (20, 1)


def test_a_restarted_tablet_is_still_paused_and_asks_nothing_twice(
    make_app: Callable[[Store], App], store: Store, feed: Feed
) -> None:
    app = make_app(store)
    app.startWalk()
    feed.walk(10)
    app.live.headcount.say(14)
    app.live.headcount.done()
    app.live.pause()
    app.capture("report", math.nan, math.nan)
    app.report.pickCategory("litter")
    app.close()

    again = make_app(store)
    assert (again.page, again.live.running, again.live.paused) == ("live", True, True)
    assert (again.live.headcount.count, again.live.headcount.asked) == (14, False)
    assert [draft.body["category"] for draft in store.drafts.all(Report)] == ["litter"]
    feed.give(*HERE)
    assert fixes(again, store) == 10
    again.live.unpause()
    feed.give(*HERE)
    assert fixes(again, store) == 11


def test_finishing_while_paused_ends_both(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.walk(30)
    app.live.pause()
    finish_walk(app)
    assert feed.listener is None
    app.goOn()
    assert not app.live.paused


def test_how_many_set_out_is_asked_once_and_can_be_left_out(app: App, store: Store) -> None:
    app.startWalk()
    count = app.live.headcount
    assert (count.asked, count.counted, count.count) == (True, False, 0)
    count.say(8)
    count.say(9)
    assert store.records.all(ExploratoryWalk)[0].headcount_start == 9
    count.done()
    assert not count.asked
    finish_walk(app)
    app.startWalk()
    assert count.asked
    count.done()
    assert (count.asked, store.records.all(ExploratoryWalk)[-1].headcount_start) == (False, None)


def test_at_night_a_stop_asks_one_question_and_the_answer_is_on_disk(
    app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    """S-13, S-14."""
    app.startWalk()
    feed.give(*HERE)
    app.live.stopHere(*HERE)
    assert not app.live.night.asked  # by day
    daytime.now = NIGHT
    feed.give(*HERE)
    app.live.stopHere(*HERE)
    night = app.live.night
    assert (night.asked, night.stopNumber, night.light) == (True, 2, "")
    night.say("no")
    night.sayGlare()
    answers = {one.item: one for one in store.records.all(GridAnswer)}
    assert (answers["light"].value, answers["glare"].value) == ("1", "yes")
    assert answers["light"].stop_id == night.stopId
    assert answers["light"].period == "night"
    night.say("not_observed")
    (light,) = [one for one in store.records.all(GridAnswer) if one.item == "light"]
    assert (light.value, light.not_observed) == (None, True)
    night.later()
    assert not night.asked


def test_what_the_light_sensor_measured_stays_with_the_stop(
    app: App, store: Store, feed: Feed, light: FakeLight
) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.live.stopHere(*HERE)
    light.value = 3.25
    app.live.stopHere(*HERE)
    assert [stop.illuminance_mlx for stop in store.records.all(Stop)] == [None, 3250]
    assert app.tablet.illuminance_mlx() == 3250
    finish_walk(app)
    assert not light.is_on
    assert app.tablet.illuminance_mlx() is None


def test_a_place_that_is_avoided_is_a_report_from_its_start(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.avoid(*HERE)
    assert app.page == "report"
    (draft,) = store.drafts.all(Report)
    assert draft.body["avoidance"] == "avoided"


def test_help_says_where_we_are_without_network(app: App, store: Store, feed: Feed) -> None:
    (store.folder / "packs").mkdir()
    lon, lat = HERE[1], HERE[0]
    index_addresses(
        [
            Address(kind=STREET, words="Rue Léon", line=((lon - 0.001, lat), (lon + 0.001, lat))),
            Address(kind=PLACE, words="Square Léon", line=((lon, lat + 0.0005),)),
        ],
        store.folder / "packs" / "x.addresses",
    )
    aid = app.aid
    aid.watch(True)
    assert not aid.placed
    feed.give(*HERE)  # without a walk too
    assert (aid.placed, aid.address, aid.landmark) == (True, "Rue Léon", "Square Léon")
    assert (aid.latitude, aid.longitude) == HERE
    aid.watch(False)
    assert feed.listener is None


def test_the_leader_s_contact_stays_on_this_tablet(app: App, store: Store) -> None:
    app.startWalk()
    app.aid.writeContactName("Awa")
    app.aid.writeContactNumber("06 00 00 00 00")
    app.close()
    assert store.settings.get("leader_contact_number") == "06 00 00 00 00"
    assert b"06 00" not in b"".join(codec.encode(one) for one in store.records.all(ExploratoryWalk))


def test_mark_and_leave_keeps_place_and_time_and_brings_the_map_back(
    app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    app.startWalk()
    feed.give(*HERE)
    app.open("aid")
    app.markAndLeave()
    assert app.page == "live"
    (draft,) = store.drafts.all(Report)
    assert draft.body["position"]["lat_e7"] == round(HERE[0] * 1e7)
    assert draft.body["observed_at"]
    assert draft.walk_id == store.records.all(ExploratoryWalk)[0].id
    assert app.last.kind == "marked"
    app.last.complete()
    assert (app.page, app.report.hasPlace) == ("report", True)
    app.report.leave()
    assert len(store.drafts.all(Report)) == 1  # left again without a word, the place stays


def test_a_mark_can_be_taken_back_and_works_without_any_position(app: App, store: Store) -> None:
    app.startWalk()
    app.markAndLeave()
    assert [draft.body["position"] for draft in store.drafts.all(Report)] == [None]
    app.last.undo()
    assert store.drafts.all(Report) == []
    assert app.last.kind == ""


def test_a_stop_answered_in_the_dark_is_no_longer_taken_back_and_one_taken_back_asks_nothing(
    app: App, store: Store, feed: Feed, daytime: SlowClock
) -> None:
    """Else the answer would stay at a stop that is gone, where nobody sees it."""
    app.startWalk()
    daytime.now = NIGHT
    feed.give(*HERE)
    app.live.stopHere(*HERE)
    assert app.last.kind == "stop"
    app.last.undo()
    assert (app.live.night.asked, store.records.all(Stop)) == (False, [])
    app.live.stopHere(*HERE)
    app.live.night.say("no")
    assert app.last.kind == ""
    app.last.undo()
    (stop,) = store.records.all(Stop)
    (light,) = store.records.all(GridAnswer)
    assert light.stop_id == stop.id
