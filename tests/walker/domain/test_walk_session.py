"""A walk while it is held: on disk at every fix, judged as a whole at its end, taken up again after a crash."""

from __future__ import annotations

import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sync.formats.tracklog import read_log
from sync.protocol import track
from sync.protocol.records import (
    ExploratoryWalk,
    GridAnswer,
    Photo,
    Position,
    Report,
    Revisit,
    SpaceCandidate,
    Stop,
    TrackSegment,
    WalkClosureRequest,
)
from walker.device.position import PositionFix
from walker.device.replay_position import ReplayPosition
from walker.domain.grid import answer
from walker.domain.walk_session import WalkSession, forget_found_stops
from walker.errors import StoreError
from walker.store import Store, open_store

NIGHT = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
METRE = 1 / 111_200


def _street(count: int, *, start: datetime = NIGHT, first: int = 0) -> list[PositionFix]:
    """One fix a second, northwards at walking pace."""
    return [
        PositionFix(
            lat=48.88 + (first + at) * 1.2 * METRE, lon=2.35, time=start + timedelta(seconds=at), accuracy_m=5.0
        )
        for at in range(count)
    ]


def _points(store: Store, walk_id: str) -> list[track.TrackPoint]:
    segments = store.records.all(TrackSegment, walk_id=walk_id)
    assert [segment.ordinal for segment in segments] == list(range(len(segments)))
    return [point for segment in segments for point in track.unpack(segment.points, segment.count)]


def _feed(session: WalkSession, fixes: Sequence[PositionFix]) -> None:
    session.follow(ReplayPosition([fixes]))


def test_every_fix_is_on_disk_at_once(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock, title="Marche du soir")
    _feed(session, _street(3))
    assert len(_points(store, session.walk.id)) == 3
    assert session.recording.length_m == pytest.approx(2.4, abs=0.1)


def test_a_track_is_cut_into_segments_of_at_most_200_points_without_gaps(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    later = NIGHT + timedelta(minutes=30)
    session.add_fixes(ReplayPosition([[*_street(450), *_street(10, start=later, first=450)]]))
    summary = session.finish()
    segments = store.records.all(TrackSegment, walk_id=session.walk.id)
    assert [segment.count for segment in segments] == [200, 200, 50, 10]
    starts = [track.unpack(segment.points, segment.count)[0].flags & track.AFTER_GAP for segment in segments]
    assert starts == [track.AFTER_GAP, 0, 0, track.AFTER_GAP]
    assert len(summary.analysis.gaps) == 1


def test_a_walk_knows_its_length_period_and_stops_at_its_end(store: Store, clock: Any) -> None:
    still = [
        PositionFix(lat=48.88 + 120 * METRE, lon=2.35, time=NIGHT + timedelta(seconds=100 + at), accuracy_m=5.0)
        for at in range(120)
    ]
    on = _street(60, start=NIGHT + timedelta(seconds=220), first=100)
    session = WalkSession.start(store, clock)
    session.add_fixes(ReplayPosition([[*_street(100), *still, *on]]))
    summary = session.finish()
    assert summary.walk.period_held == "night"
    assert summary.walk.length_cm == pytest.approx(19_000, abs=400)
    assert summary.walk.ended_at is not None
    (stop,) = store.records.all(Stop, walk_id=session.walk.id)
    assert (stop.source, stop.period) == ("track", "night")
    assert stop.started_at is not None
    assert store.records.all(ExploratoryWalk) == [summary.walk]


def test_errors_of_the_receiver_are_kept_and_flagged(store: Store, clock: Any) -> None:
    """S: outliers are left out of length and display, never out of the record."""
    fixes = _street(60)
    wild = PositionFix(lat=48.95, lon=2.35, time=fixes[30].time, accuracy_m=5.0)
    session = WalkSession.start(store, clock)
    session.add_fixes(ReplayPosition([[*fixes[:30], wild, *fixes[31:]]]))
    summary = session.finish()
    points = _points(store, session.walk.id)
    assert len(points) == 60
    assert [at for at, point in enumerate(points) if point.flags & track.OUTLIER] == [30]
    assert summary.analysis.outliers == 1


def test_a_walk_is_taken_up_again_after_the_tablet_went_off(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    _feed(session, _street(250))
    store.close()
    with open_store(store.folder, clock=clock) as again:
        resumed = WalkSession.resume(again, session.walk.id, clock)
        assert resumed.recording.points == 250
        _feed(resumed, _street(50, start=NIGHT + timedelta(seconds=260), first=250))
        resumed.finish()
        assert len(_points(again, session.walk.id)) == 300
        assert len(again.records.all(ExploratoryWalk)) == 1


def test_live_and_whole_recordings_end_the_same(store: Store, clock: Any, shared_data: Path) -> None:
    """The window records fix by fix, replay at once: the track they leave is one and the same."""
    log = read_log(shared_data / "gps" / "gpsbabel" / "kalman_in.gpx")
    walks = []
    for method in (WalkSession.follow, WalkSession.add_fixes):
        session = WalkSession.start(store, clock)
        method(session, ReplayPosition(log.segments))
        summary = session.finish()
        walks.append((_points(store, session.walk.id), summary.walk.length_cm, summary.walk.period_held))
    assert walks[0] == walks[1]


def test_a_track_without_times_has_a_length_and_no_period(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    session.add_fixes(ReplayPosition([[PositionFix(lat=fix.lat, lon=fix.lon) for fix in _street(50)]]))
    summary = session.finish()
    assert summary.walk.period_held == "unknown"
    assert summary.analysis.seconds is None
    assert (summary.walk.length_cm or 0) > 5_000


def test_a_report_has_its_own_period_and_a_number_one_can_say(store: Store, clock: Any) -> None:
    """DESIGN §4: each stop and finding keeps its own period; a provisional number from the tablet."""
    session = WalkSession.start(store, clock)
    place = Position(lat_e7=488800000, lon_e7=23500000)
    dark = session.add_report(position=place, observed_at="2026-11-15T19:00:00.000Z")
    light = session.add_report(position=place, observed_at="2026-11-15T12:00:00.000Z")
    nowhere = session.add_report(text="sans lieu")
    assert [report.period for report in (dark, light, nowhere)] == ["night", "day", "unknown"]
    numbers = [report.provisional_number for report in store.records.all(Report)]
    assert len(set(numbers)) == 3
    assert [number[3:] for number in numbers] == ["0001", "0002", "0003"]
    space = session.add_space(kind="wasteland", position=place)
    assert store.records.all(SpaceCandidate, walk_id=session.walk.id) == [space]


def test_a_stop_is_tapped_where_the_group_stands(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    with pytest.raises(ValueError, match="no position"):
        session.stop_here()
    _feed(session, _street(20))
    stop = session.stop_here("Devant le gymnase")
    assert (stop.ordinal, stop.source, stop.name) == (0, "tapped", "Devant le gymnase")
    assert stop.position.lat_e7 == round((48.88 + 19 * 1.2 * METRE) * 1e7)


def test_what_is_said_about_the_walk_can_be_changed(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    session.edit(publics=("women",), headcount_start=12)
    walk = store.records.get(session.walk.id)
    assert isinstance(walk, ExploratoryWalk)
    assert (walk.publics, walk.headcount_start, walk.revision) == (("women",), 12, 2)


def test_any_record_of_the_walk_can_be_added(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    report = session.add_report(text="banc cassé")
    verdict = session.revisit(report.id, "persists")
    request = session.add(WalkClosureRequest, next_visit_on="2027-01-15")
    assert store.records.all(Revisit, walk_id=session.walk.id) == [verdict]
    assert store.records.all(WalkClosureRequest, walk_id=session.walk.id) == [request]


def test_a_photo_of_the_walk_names_it(store: Store, clock: Any) -> None:
    session = WalkSession.start(store, clock)
    photo = store.photos.add(session.new_photo(alt="un banc"), b"original")
    assert store.records.all(Photo, walk_id=session.walk.id) == [photo]


def test_real_walks_keep_every_point_in_the_order_recorded(store: Store, clock: Any, shared_data: Path) -> None:
    for name in ("geolife/003_20081027041826.plt", "gpx-edge-cases/cerknicko-jezero.gpx", "nmea/TrimbleR1.txt"):
        log = read_log(shared_data / "gps" / name)
        session = WalkSession.start(store, clock)
        session.add_fixes(ReplayPosition(log.segments))
        session.finish()
        points = _points(store, session.walk.id)
        fixes = [fix for segment in log.segments for fix in segment]
        assert [(point.lat_e7, point.lon_e7) for point in points] == [
            (round(fix.lat * 1e7), round(fix.lon * 1e7)) for fix in fixes
        ]
        assert all(
            first.time_ms <= second.time_ms
            for first, second in pairwise(points)
            if first.time_ms is not None and second.time_ms is not None
        )


@contextmanager
def _full_disk(store: Store) -> Iterator[None]:
    """No file of this process may grow: SQLite learns it when it commits."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    held = max(file.stat().st_size for file in store.folder.glob("walker.db*") if file.suffix != ".db-shm")
    resource.setrlimit(resource.RLIMIT_FSIZE, (held, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_full_for_one_fix_loses_none_and_the_walk_can_be_ended(store: Store, clock: Any) -> None:
    fixes = _street(60)
    session = WalkSession.start(store, clock)
    session.follow(ReplayPosition([fixes[:20]]))
    with _full_disk(store), pytest.raises(StoreError, match="disk"):
        session.follow(ReplayPosition([fixes[20:21]]))
    assert len(_points(store, session.walk.id)) == session.recording.kept == 20
    session.follow(ReplayPosition([fixes[21:]]))
    assert len(_points(store, session.walk.id)) == 60
    assert session.finish().walk.length_cm is not None
    assert len(_points(store, session.walk.id)) == 60


def test_a_walk_that_cannot_be_ended_for_want_of_room_goes_on_and_ends_later(store: Store, clock: Any) -> None:
    """The end cuts the track anew, inside a larger transaction: what that one loses is not taken for kept."""
    fixes = _street(450)
    session = WalkSession.start(store, clock)
    _feed(session, [*fixes[:220], *fixes[300:440]])
    segments = store.records.all(TrackSegment, walk_id=session.walk.id)
    with _full_disk(store), pytest.raises(StoreError, match="disk"):
        session.finish()
    assert session.walk.ended_at is None
    assert store.records.all(TrackSegment, walk_id=session.walk.id) == segments
    _feed(session, fixes[440:])
    assert len(_points(store, session.walk.id)) == 370
    summary = session.finish()
    assert store.records.get(session.walk.id) == summary.walk
    assert len(_points(store, session.walk.id)) == 370


def test_a_stop_that_was_answered_after_the_end_stays_when_the_walk_goes_on(store: Store, clock: Any) -> None:
    """« Ce n’était pas fini »: what was said at a stop that the track had found is not lost with it, nor doubled."""
    still = [
        PositionFix(lat=48.88 + 120 * METRE, lon=2.35, time=NIGHT + timedelta(seconds=100 + at), accuracy_m=5.0)
        for at in range(120)
    ]
    first = [*_street(100), *still, *_street(60, start=NIGHT + timedelta(seconds=220), first=100)]
    later = [
        PositionFix(lat=fix.lat, lon=fix.lon, time=fix.time + timedelta(seconds=300), accuracy_m=5.0)
        for fix in (*_street(60, first=160), *_still(220))
        if fix.time is not None
    ]
    session = WalkSession.start(store, clock)
    session.add_fixes(ReplayPosition([first]))
    (stop,) = session.finish().stops
    said = answer(store, clock, session.walk, stop.id, "lighting", value="good")
    forget_found_stops(store, session.walk.id)
    assert store.records.all(Stop, walk_id=session.walk.id) == [stop]
    again = WalkSession.resume(store, session.walk.id, clock)
    again.add_fixes(ReplayPosition([later]))
    again.finish()
    stops = store.records.all(Stop, walk_id=session.walk.id)
    assert stop in stops
    starts = [one.started_at for one in stops]
    assert len(starts) == len(set(starts)) == 2
    assert store.records.all(GridAnswer, walk_id=session.walk.id) == [said]
    forget_found_stops(store, session.walk.id)
    assert store.records.all(Stop, walk_id=session.walk.id) == [stop]


def _still(metres: int) -> list[PositionFix]:
    return [
        PositionFix(lat=48.88 + metres * 1.2 * METRE, lon=2.35, time=NIGHT + timedelta(seconds=60 + at), accuracy_m=5.0)
        for at in range(120)
    ]
