"""What the map of a walk shows, and what it costs: own and others' findings, the way, gaps, layers, the list."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import (
    HandlingView,
    Point,
    Record,
    Report,
    Revisit,
    SpaceCandidate,
    Stop,
    TerritoryView,
)
from tests.walker.window import HERE, Feed, recorded, settle
from walker.domain.route import next_stop
from walker.domain.units import e7, position
from walker.maps.address_file import STREET, Address
from walker.maps.addresses import index_addresses
from walker.store import Store
from walker.viewmodels import live_map
from walker.viewmodels.app import App
from walker.viewmodels.map_lines import near_parts

EPOCH = "01a20000-0000-7000-8000-000000000001"
METRE = 9e-6  # degrees of latitude
LONG_AGO = "2026-03-12T19:00:00.000Z"
MOMENT = datetime(2026, 10, 15, 12, 0, tzinfo=UTC)


def pull(store: Store, *records: Record) -> None:
    pulled = []
    for seq, record in enumerate(records, start=1):
        body = codec.encode(record).decode()
        pulled.append(PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body.encode()), body=body))
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=tuple(pulled), more=False, cursors={"everyone": 9}))


def point(north_m: float, east_m: float = 0.0) -> Point:
    lat = HERE[0] + north_m * METRE
    return Point(lat_e7=e7(lat), lon_e7=e7(HERE[1] + east_m * METRE / math.cos(math.radians(lat))))


def at(north_m: float, east_m: float = 0.0) -> Any:
    found = point(north_m, east_m)
    return position(found.lat_e7 / 1e7, found.lon_e7 / 1e7)


def kinds(app: App) -> list[str]:
    QCoreApplication.processEvents()  # what was read stands on the map a turn later
    app.live.map.look(*HERE, 17.0, 1100.0, 720.0)
    return sorted(row["kind"] for row in app.live.map.markers.rows)


@pytest.fixture
def begun(app: App, feed: Feed, qtbot: QtBot) -> Callable[[], App]:
    """A walk, once everything was read in the background."""

    def begin() -> App:
        app.startWalk()
        feed.give(*HERE)
        done: list[bool] = []
        app.tablet.reads.run(lambda: True, done.append, app.tablet.tell)
        qtbot.waitUntil(lambda: done == [True], timeout=20_000)
        return app

    return begin


def test_findings_of_others_come_with_the_status_that_the_office_gave(
    begun: Callable[[], App], store: Store, make: Any
) -> None:
    theirs = make(Report, writer="other", category="litter", position=at(150), observed_at=LONG_AGO)
    view = make(HandlingView, writer="server", report_id=theirs.id, number="19-1", status="assigned", group="assigned")
    pull(store, theirs, view)
    app = begun()
    assert kinds(app) == ["revisit"]  # of an earlier walk and not verified: to be looked at again
    (row,) = app.live.map.markers.rows
    assert row["statusIcon"] == app.tablet.catalogue.get("statuses", "assigned").icon


def test_what_was_treated_is_shown_and_no_longer_due(begun: Callable[[], App], store: Store, make: Any) -> None:
    theirs = make(Report, writer="other", category="litter", position=at(150), observed_at=LONG_AGO)
    view = make(HandlingView, writer="server", report_id=theirs.id, number="19-1", status="treated", group="treated")
    liked = make(Report, writer="other", kind="liked_place", category="liked_nature", position=at(-150))
    pull(store, theirs, view, liked)
    assert kinds(begun()) == ["liked", "report"]


def test_a_verdict_moves_one_mark_and_the_district_is_not_read_again(
    begun: Callable[[], App], store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        make(Report, writer="other", category="litter", position=at(150 * step), observed_at=LONG_AGO)
        for step in (1, -1)
    )
    pull(store, first, second)
    app = begun()
    assert kinds(app) == ["revisit", "revisit"]
    read: list[str] = []
    monkeypatch.setattr(live_map, "earlier", lambda *_: read.append("again"))
    app.openRevisit(first.id)
    settle(app.tablet.reads)
    app.revisit.say("persists")
    settle(app.tablet.reads)
    assert kinds(app) == ["report", "revisit"]
    app.last.undo()
    settle(app.tablet.reads)
    assert kinds(app) == ["revisit", "revisit"]
    assert read == []


def test_a_look_of_another_tablet_of_this_walk_is_no_longer_due(
    begun: Callable[[], App], store: Store, make: Any
) -> None:
    app = begun()
    assert app.live.session is not None
    theirs = make(Report, writer="other", category="litter", position=at(150), observed_at=LONG_AGO)
    seen = make(
        Revisit,
        writer="other",
        report_id=theirs.id,
        walk_id=app.live.session.walk.id,
        verdict="persists",
        observed_at="2026-10-15T12:00:30.000Z",
    )
    pull(store, theirs, seen)
    app.tablet.recordsChanged.emit()
    settle(app.tablet.reads)
    assert kinds(app) == ["report"]


def test_a_walk_of_many_findings_is_read_in_one_go_and_one_of_them_alone(
    begun: Callable[[], App], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = begun()
    session = app.live.session
    assert session is not None
    session.save_all([session.new_report(category="litter", position=at(10 * number)) for number in range(30)])
    find, found = store.records.find, []
    monkeypatch.setattr(store.records, "find", lambda record_id: found.append(record_id) or find(record_id))
    app.tablet.recordsChanged.emit()
    app.tablet.wordsChanged.emit()
    assert app.live.reportCount == 30 and found == []
    (one,) = session.save_all([session.new_report(category="litter", position=at(-10))])
    app.tablet.recordsChanged.emit()
    assert found == [one.id]


def test_layers_hide_and_stay_hidden(begun: Callable[[], App], store: Store, make: Any) -> None:
    ring = (point(0), point(0, 90), point(90))
    pull(
        store,
        make(Report, writer="other", kind="liked_place", position=at(150)),
        make(Report, writer="other", category="litter", position=at(-150), observed_at=LONG_AGO),
        make(TerritoryView, writer="server", code="t", kind="qpv", name="T", rings=(ring,)),
    )
    app = begun()
    shown = app.live.map
    assert kinds(app) == ["liked", "revisit"]
    assert [row["tone"] for row in shown.strokes.rows] == ["perimeter"]
    for layer in ("others", "due", "perimeter"):
        shown.toggleLayer(layer)
    assert kinds(app) == []
    assert shown.strokes.rows == []
    assert store.settings.get("map_hidden") == "due others perimeter"
    shown.toggleLayer("due")
    assert kinds(app) == ["revisit"]


def test_the_way_planned_is_dotted_and_its_next_stop_named(
    begun: Callable[[], App], store: Store, tmp_path: Path
) -> None:
    (store.folder / "packs").mkdir()
    line = tuple((HERE[1] + east, HERE[0] + 200 * METRE) for east in (-0.001, 0.001))
    index_addresses([Address(kind=STREET, words="Rue Léon", line=line)], store.folder / "packs" / "x.addresses")
    app = begun()
    session = app.live.session
    assert session is not None
    session.edit(route=(point(0), point(200), point(300)), planned_stops=(point(5), point(200), point(300)))
    app.tablet.recordsChanged.emit()
    assert kinds(app) == ["planned"] * 3
    assert [row["tone"] for row in app.live.map.strokes.rows] == ["route"]
    assert app.live.map.nextStop == 1
    app.live.stopHere(*HERE)
    assert kinds(app) == ["planned", "planned", "stop"]
    assert (app.live.map.nextStop, app.live.map.nextStopPlace) == (2, "Rue Léon")


def test_a_stop_that_was_left_out_is_not_asked_for_again() -> None:
    planned = [point(0), point(100), point(200)]
    assert next_stop(planned, []) == 0
    assert next_stop(planned, [(HERE[0] + 100 * METRE, HERE[1])]) == 2
    assert next_stop(planned, [(HERE[0] + 200 * METRE, HERE[1])]) is None
    assert next_stop([], []) is None


def test_a_lost_signal_leaves_a_dotted_gap_and_says_so(begun: Callable[[], App], feed: Feed, daytime: Any) -> None:
    app = begun()
    for second in range(5):
        feed.give(HERE[0] + second * METRE, HERE[1], MOMENT + timedelta(seconds=second))
    assert app.live.map.strokes.rows == []
    daytime.now += timedelta(minutes=6)
    assert app.live.lostSeconds >= 360
    back = MOMENT + timedelta(minutes=6)
    daytime.now = back
    for second in range(3):
        feed.give(HERE[0] + (300 + second) * METRE, HERE[1], back + timedelta(seconds=second))
    recorded(app)
    app.live.map.look(*HERE, 17.0, 1100.0, 720.0)
    assert [row["tone"] for row in app.live.map.strokes.rows] == ["gap"]
    assert 300 < app.live.gapSeconds <= 360
    assert app.live.lostSeconds == 0


def test_shapes_of_spaces_and_detours_are_drawn(begun: Callable[[], App], store: Store, make: Any) -> None:
    app = begun()
    walk_id = app.live.session.walk.id if app.live.session else ""
    corners = (point(0), point(0, 40), point(40, 40))
    store.records.save(make(SpaceCandidate, walk_id=walk_id, shape="polygon", points=corners, position=at(10)))
    store.records.save(make(SpaceCandidate, walk_id=walk_id, shape="line", points=corners, position=at(120)))
    store.records.save(make(Report, walk_id=walk_id, avoidance="bypassed", detour=corners, position=at(-120)))
    app.tablet.recordsChanged.emit()
    shown = app.live.map
    shown.look(*HERE, 17.0, 1100.0, 720.0)
    assert (len(shown.areas.rows), len(shown.outlines.rows)) == (1, 1)
    assert [row["tone"] for row in shown.strokes.rows] == ["detour"]
    detour = next(row for row in shown.markers.rows if row["kind"] == "report")
    assert detour["label"] == app.tablet.label("avoidances", "bypassed")


def test_an_earlier_finding_where_we_stand_is_offered_until_it_is_put_off(
    begun: Callable[[], App], store: Store, make: Any, feed: Feed
) -> None:
    store.records.save(make(Report, category="lamp_out", position=at(20), observed_at=LONG_AGO))
    app = begun()
    here = app.live.map.here
    assert (here.label, round(here.distanceM)) == (app.tablet.label("categories", "lamp_out"), 20)
    feed.give(HERE[0] - 40 * METRE, HERE[1])
    assert here.recordId == ""
    feed.give(*HERE)
    assert here.recordId != ""
    here.later()
    feed.give(HERE[0] + 5 * METRE, HERE[1])
    assert here.recordId == ""


def test_the_map_is_also_a_list_with_the_way_to_each(begun: Callable[[], App], store: Store, make: Any) -> None:
    """S-210: nothing is on the map alone."""
    app = begun()
    walk_id = app.live.session.walk.id if app.live.session else ""
    store.records.save(make(Report, walk_id=walk_id, category="litter", position=at(0, 80)))
    store.records.save(make(SpaceCandidate, walk_id=walk_id, kind="nook", position=at(-30)))
    app.live.stopHere(*HERE)
    app.live.map.toggle("list")
    listed = app.live.map.listed
    assert [(row["kind"], row["direction"]) for row in listed.nearby.rows] == [
        ("stop", "n"),
        ("space", "s"),
        ("report", "e"),
    ]
    assert listed.total == 3
    app.live.map.toggle("list")
    assert listed.nearby.rows == []


def test_an_address_stands_in_for_a_position(app: App, store: Store) -> None:
    (store.folder / "packs").mkdir()
    index_addresses(
        [Address(kind="address", words="12 rue Myrha", line=((2.3553, 48.8867),))],
        store.folder / "packs" / "x.addresses",
    )
    app.startWalk()
    search = app.live.map.search
    app.live.map.toggle("address")
    search.search("12 myr")
    (row,) = search.found.rows
    app.live.map.standAt(row["latitude"], row["longitude"])
    assert app.live.map.panel == ""
    app.live.stopHere(row["latitude"], row["longitude"])
    app.live.stopHere(48.9, 2.3)
    first, second = store.records.all(Stop)
    assert (first.position.source, second.position.source) == ("address", "map")


def test_only_what_is_near_the_screen_of_a_long_line_is_drawn() -> None:
    from walker.viewmodels.markers import MapView

    line = [(48.83 + n * 1e-3, 2.448) for n in range(-200, 200)]
    parts = near_parts(line, MapView(lat=48.83, lon=2.448, zoom=17, width=1100, height=720).box(0))
    assert len(parts) == 1
    assert 5 <= len(parts[0]) <= 10


def test_no_move_holds_the_window_with_ten_thousand_findings_of_others(
    begun: Callable[[], App], store: Store, make: Any, feed: Feed
) -> None:
    """With 500 of our own and 10,000 others: a move of the map, a fix, a save, each under 8 ms of work."""
    others = [
        make(
            Report,
            writer="other",
            kind="liked_place" if n % 2 else "dysfunction",
            category="litter",
            position=at((n * 7919 % 4000) - 2000, (n * 104_729 % 4001) - 2000),
            observed_at=LONG_AGO,
        )
        for n in range(10_000)
    ]
    pull(store, *others)
    app = begun()
    walk_id = app.live.session.walk.id if app.live.session else ""
    store.records.save_all(
        [make(Report, walk_id=walk_id, category="litter", position=at(n % 100 * 5, n // 100 * 9)) for n in range(500)]
    )
    app.tablet.recordsChanged.emit()
    spent: dict[str, list[float]] = {"pan": [], "fix": [], "save": [], "list": []}

    def timed(name: str, work: Callable[[], object]) -> None:
        begun_at = time.thread_time()
        work()
        spent[name].append(time.thread_time() - begun_at)

    shown = app.live.map
    shown.look(*HERE, 17.0, 1100.0, 720.0)
    for step in range(30):
        timed("pan", lambda step=step: shown.look(HERE[0] + step * 40 * METRE, HERE[1], 17.0, 1100.0, 720.0))
        moment = MOMENT + timedelta(seconds=step)
        timed("fix", lambda step=step, moment=moment: feed.give(HERE[0] + step * METRE, HERE[1], moment))
        record = store.records.save(make(Report, walk_id=walk_id, category="litter", position=at(step)))
        timed("list", lambda: shown.toggle("list"))
        timed("save", lambda: shown.read(app.live.session.walk))  # type: ignore[union-attr]
        assert record.id
    assert len(shown._due.marks) == 5_000
    medians = {name: sorted(values)[len(values) // 2] for name, values in spent.items()}
    assert max(medians.values()) < 0.008, medians


def test_one_damaged_finding_leaves_the_others_on_the_map(app: App, store: Store, feed: Feed) -> None:
    app.startWalk()
    feed.give(*HERE)
    for category in ("litter", "lamp_out"):
        app.capture("report", *HERE)
        app.report.pickCategory(category)
        app.report.save()
    with store.database.write():
        store.database.execute("UPDATE records SET body = x'7b7d' WHERE ordinal = (SELECT max(ordinal) FROM records)")
    app.tablet.speak("en")
    assert [held.mark.label for _, held in app.live._map._own.values() if held.mark] == ["Litter"]
