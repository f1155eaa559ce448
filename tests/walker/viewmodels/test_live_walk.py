"""The walk being held: recorded, shown, stopped, finished, gone on with."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable
from datetime import timedelta

import pytest

from sync.protocol.records import ExploratoryWalk, Stop, TrackSegment
from tests.walker.window import HERE, Feed, SlowClock, finish_walk, recorded, settle
from walker.domain.walk_session import WalkSession
from walker.errors import StoreError
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.live_walk import unfinished


def test_one_tap_starts_a_walk_that_is_on_disk(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    assert app.page == "live"
    assert app.live.running
    (walk,) = store.records.all(ExploratoryWalk)
    assert (walk.state, walk.ended_at) == ("held", None)
    assert feed.listener is not None


def test_the_track_is_drawn_and_on_disk_as_it_is_walked(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.walk(450)
    recorded(app)
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 450
    drawn = [len(row["path"]) for row in app.live.map.lines.rows]
    assert len(drawn) >= 2  # what lies behind is not drawn again at each fix
    assert drawn[-1] > 100  # every fix of where we are
    assert 100 < sum(drawn[:-1]) < 300  # behind us, one each three metres
    assert app.live.lengthM > 300
    assert app.live.located
    assert app.live.accuracyM == 6.0


def test_no_fix_waits_for_the_disk_and_the_line_shows_what_is_there(
    app: App, store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window's thread takes a fix while the disk still has the one before; neither is drawn until it is kept."""
    app.startWalk()
    assert app.live.session is not None
    recording = app.live.session.recording
    save_all, busy, free = store.records.save_all, threading.Event(), threading.Event()

    def wait_for_the_disk(segments: Iterable[TrackSegment]) -> list[TrackSegment]:
        assert threading.current_thread() is not threading.main_thread()
        busy.set()
        assert free.wait(10)
        return save_all(segments)

    kept: list[int] = []
    app.live.kept.connect(lambda: kept.append(recording.kept))
    with monkeypatch.context() as patched:
        patched.setattr(store.records, "save_all", wait_for_the_disk)
        feed.walk(1)
        assert busy.wait(10)
        feed.walk(3)
        assert (recording.points, recording.kept) == (4, 0)
        assert app.live.map.lines.rows == []
        free.set()
        recorded(app)
    assert kept[0] >= 1 and kept[-1] == 4
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 4
    assert len(app.live.map.lines.rows) == 1


def test_a_stop_without_position_is_where_the_map_was_put(app: App, store: Store) -> None:
    app.startWalk()
    app.live.stopHere(*HERE)
    (stop,) = store.records.all(Stop)
    assert (stop.position.lat_e7, stop.position.source) == (round(HERE[0] * 1e7), "map")
    assert (app.last.kind, app.last.label) == ("stop", "1")
    app.last.undo()
    assert store.records.all(Stop) == []
    assert app.live.stopCount == 0


def test_the_fix_wins_over_the_map_while_it_is_fresh(app: App, store: Store, feed: Feed, daytime: SlowClock) -> None:
    app.startWalk()
    feed.give(48.85, 2.35)
    app.live.stopHere(*HERE)
    daytime.now += timedelta(minutes=5)
    app.live.stopHere(*HERE)
    first, second = store.records.all(Stop)
    assert (first.position.source, second.position.source) == ("gps", "map")


def test_finishing_shows_what_was_recorded_and_going_on_continues_it(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.walk(120)
    finish_walk(app)
    assert app.page == "end"
    assert not app.live.running
    (walk,) = store.records.all(ExploratoryWalk)
    assert walk.length_cm is not None
    assert app.live.lengthM == walk.length_cm / 100
    assert feed.listener is None
    app.goOn()
    assert (app.page, app.live.running) == ("live", True)
    (again,) = store.records.all(ExploratoryWalk)
    assert (again.id, again.ended_at, again.length_cm) == (walk.id, None, None)
    assert [stop for stop in store.records.all(Stop) if stop.source == "track"] == []
    assert feed.listener is not None


def test_hours_are_judged_beside_the_window_and_the_end_is_shown_once_it_is_on_disk(
    app: App, store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.startWalk()
    feed.walk(60)
    session = app.live.session
    assert session is not None
    finish, free, threads = session.finish, threading.Event(), []

    def slow() -> object:
        threads.append(threading.current_thread())
        assert free.wait(10)
        return finish()

    monkeypatch.setattr(session, "finish", slow)
    app.finishWalk()
    app.finishWalk()  # an impatient second touch
    assert (app.page, app.live.running, feed.listener) == ("live", True, None)
    app.live.pause()
    app.live.unpause()
    assert feed.listener is None
    free.set()
    settle(app.tablet.track)
    assert (app.page, app.live.running) == ("end", False)
    assert len(threads) == 1 and threading.main_thread() not in threads


def test_a_walk_that_goes_on_is_not_read_again(
    app: App, store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six hours would be judged anew on the window's thread; what was recorded is at hand, and the line stays drawn."""
    app.startWalk()
    feed.walk(300)
    finish_walk(app)
    before = [len(row["path"]) for row in app.live.map.lines.rows]
    monkeypatch.setattr(WalkSession, "resume", lambda *_: pytest.fail("read again"))
    app.goOn()
    assert [len(row["path"]) for row in app.live.map.lines.rows] == before
    feed.give(*HERE)
    finish_walk(app)
    kept = store.records.all(TrackSegment)
    assert sum(segment.count for segment in kept) == 301
    assert [segment.ordinal for segment in kept] == list(range(len(kept)))
    assert kept[-1].count == 1  # after a gap


def test_a_window_closed_while_a_walk_ends_keeps_all_of_it(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.walk(60)
    app.finishWalk()
    app.close()
    (walk,) = store.records.all(ExploratoryWalk)
    assert walk.length_cm is not None
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 60


def test_findings_stand_on_the_map_by_their_kind(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    for lat, kind, code in ((48.8300, "report", "litter"), (48.8312, "liked", "liked_nature")):
        feed.give(lat, 2.448)
        app.capture(kind, math.nan, math.nan)
        app.report.pickCategory(code)
        app.report.save()
    feed.give(48.8324, 2.448)
    app.capture("space", math.nan, math.nan)
    app.space.pickKind("wasteland")
    app.space.save()
    shown = app.live.map
    shown.look(48.8312, 2.448, 17.0, 1100.0, 720.0)
    assert sorted(row["kind"] for row in shown.markers.rows) == ["liked", "report", "space"]
    assert (app.live.reportCount, app.live.spaceCount) == (2, 1)
    shown.look(48.8312, 2.448, 13.0, 1100.0, 720.0)
    (cluster,) = shown.markers.rows
    assert (cluster["kind"], cluster["number"]) == ("cluster", 3)
    shown.touch(cluster["recordId"])
    assert sorted(row["label"] for row in shown.listed.members.rows if row["kind"] != "space") == [
        app.tablet.label("categories", "liked_nature"),
        "Déchets par terre",
    ]


def test_only_a_walk_that_was_cut_off_is_resumed(app: App, store: Store) -> None:
    assert unfinished([]) is None
    app.startWalk()
    assert unfinished(store.records.all(ExploratoryWalk)) is not None
    finish_walk(app)
    assert unfinished(store.records.all(ExploratoryWalk)) is None


def test_a_track_that_finds_no_room_is_said_once_and_goes_on_by_itself(
    app: App, store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.startWalk()
    full = StoreError("disk_full", "the disk is full", mend="free some space and save again")

    def refuse(*_: object) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(store.records, "save_all", refuse)
        feed.give(48.8301, 2.4480)
        recorded(app)
        assert app.trouble == "disk_full"
        app.forgetTrouble()
        feed.give(48.8302, 2.4480)
        recorded(app)
        assert app.trouble == ""
        finish_walk(app)
        assert (app.trouble, app.live.running) == ("disk_full", True)
    feed.give(48.8303, 2.4480)
    recorded(app)
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 3
    finish_walk(app)
    assert not app.live.running
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 3


def test_fixes_that_found_no_room_are_saved_when_the_window_closes(
    app: App, store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.startWalk()
    feed.walk(20)

    def refuse(*_: object) -> None:
        raise StoreError("disk_full", "the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(store.records, "save_all", refuse)
        feed.give(48.8301, 2.4480)
    app.close()
    assert sum(segment.count for segment in store.records.all(TrackSegment)) == 21
