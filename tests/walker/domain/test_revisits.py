"""What is due on a walk's way, in walking order, with what was promised; and one verdict a walk and report."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from sync.protocol import codec, times, track
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import (
    Answer,
    ExploratoryWalk,
    HandlingView,
    Photo,
    Point,
    Record,
    Report,
    Revisit,
    Stop,
    TrackSegment,
    WalkPlan,
)
from walker.domain.revisits import due, look
from walker.domain.units import DEGREES, position
from walker.store import Store

EPOCH = "01a20000-0000-7000-8000-000000000001"
METRE = 1 / 111_132.0
STREET = tuple(Point(lat_e7=round((48.88 + at * METRE) * DEGREES), lon_e7=23_500_000) for at in (0, 300))


def at(metres: float, east: float = 0.0) -> Any:
    return position(48.88 + metres * METRE, 2.35 + east * METRE)


def pull(store: Store, *records: Record) -> None:
    """As the server sent them."""
    pulled = []
    for seq, record in enumerate(records, 1):
        body = codec.encode(dataclasses.replace(record, writer=record.writer or "server")).decode()
        pulled.append(PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body.encode()), body=body))
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=tuple(pulled), more=False))


@pytest.fixture
def walk(store: Store, make: Any) -> ExploratoryWalk:
    kept: ExploratoryWalk = store.records.save(
        make(ExploratoryWalk, state="held", started_at="2026-10-15T17:30:00.000Z", route=STREET)
    )
    return kept


def found(store: Store, make: Any, metres: float, **fields: Any) -> Report:
    kept: Report = store.records.save(
        make(
            Report,
            **{"position": at(metres), "category": "litter", "observed_at": "2026-03-12T17:00:00.000Z", **fields},
        )
    )
    return kept


def test_earlier_findings_come_in_walking_order(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    """S-03, S-172: those of other walks on the route; not this walk's own, nor what one likes, nor the next street."""
    far = found(store, make, 250)
    near = found(store, make, 20)
    other = make(Report, writer="another", position=at(120, east=30), observed_at="2026-03-12T17:00:00.000Z")
    pull(store, other)
    found(store, make, 60, walk_id=walk.id)
    found(store, make, 60, kind="liked_place")
    found(store, make, 60, observed_at="2026-10-15T17:45:00.000Z")
    store.records.save(make(Report, position=at(100, east=200)))
    assert [one.report.id for one in due(store, walk)] == [near.id, other.id, far.id]


def test_what_was_verified_is_not_due_and_what_was_declared_done_is(
    store: Store, make: Any, walk: ExploratoryWalk
) -> None:
    ids = {}
    views = []
    for metres, group in enumerate(("treated", "done", "refused", "merged", "planned")):
        ids[group] = found(store, make, metres * 10).id
        views.append(make(HandlingView, report_id=ids[group], number=f"26-{metres:04d}", status=group, group=group))
    gone = found(store, make, 80)
    store.records.save(make(Revisit, report_id=gone.id, verdict="resolved", observed_at="2026-06-01T17:00:00.000Z"))
    pull(store, *views)
    assert [one.report.id for one in due(store, walk)] == [ids["done"], ids["refused"], ids["planned"]]


def test_a_report_joined_with_one_that_is_not_here_is_still_looked_at(
    store: Store, make: Any, walk: ExploratoryWalk
) -> None:
    here, gone = found(store, make, 10), found(store, make, 20)
    lead = found(store, make, 30)
    pull(
        store,
        make(HandlingView, report_id=lead.id, number="26-0001", status="assigned", group="assigned"),
        make(HandlingView, report_id=here.id, number="26-0002", status="m", group="merged", duplicate_of="26-0099"),
        make(HandlingView, report_id=gone.id, number="26-0003", status="m", group="merged", duplicate_of="26-0001"),
    )
    assert [one.report.id for one in due(store, walk)] == [here.id, lead.id]


def test_the_promise_and_the_newest_answer_come_along(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    """S-92: so that the group can contradict them."""
    report = found(store, make, 10)
    said = [
        make(Answer, report_id=report.id, words=words, status="planned", published_at=f"2026-0{month}-01T09:00:00.000Z")
        for month, words in ((9, "Prévu en octobre."), (4, "Nous regardons."))
    ]
    view = make(
        HandlingView,
        report_id=report.id,
        number="26-0427",
        status="planned",
        group="planned",
        organisation="Paris Habitat",
        planned_on="2026-10-12",
    )
    pull(store, view, *said)
    (one,) = due(store, walk)
    assert one.handling == dataclasses.replace(view, writer="server")
    assert one.answer is not None
    assert one.answer.words == "Prévu en octobre."


def test_the_before_photo_is_the_one_on_this_tablet(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    checked, held, none = found(store, make, 10), found(store, make, 20), found(store, make, 30)
    kept = store.photos.add_checked(make(Photo, about=checked.id), make.picture())
    shot = store.photos.add(make(Photo, about=held.id), b"\xff\xd8original")
    pull(store, make(Photo, writer="another", about=none.id, sha256="0" * 64))
    assert kept.sha256 is not None
    store.media.path(kept.sha256).write_bytes(b"\xff\xd8")
    first, second, third = due(store, walk)
    assert first.before == store.media.path(kept.sha256)
    assert second.before == store.photos.shot(shot.id).file
    assert third.before is None


def test_the_walk_it_follows_gives_the_way_by_its_track(store: Store, make: Any) -> None:
    earlier = store.records.save(make(ExploratoryWalk, state="held"))
    points = [
        track.TrackPoint(time_ms=None, lat_e7=round((48.88 + metres * METRE) * DEGREES), lon_e7=23_500_000)
        for metres in range(0, 200, 2)
    ]
    store.records.save(make(TrackSegment, walk_id=earlier.id, ordinal=0, count=len(points), points=track.pack(points)))
    first, second = found(store, make, 150, walk_id=earlier.id), found(store, make, 20, walk_id=earlier.id)
    aside = found(store, make, 20, walk_id=earlier.id, position=at(100, east=500))
    nowhere = found(store, make, 20, walk_id=earlier.id, position=None)
    found(store, make, 0, position=at(100, east=500))
    walk = store.records.save(make(ExploratoryWalk, state="held", follows_walk_id=earlier.id))
    ordered = [one.report.id for one in due(store, walk)]
    assert ordered[0] == second.id
    assert set(ordered) == {first.id, second.id, aside.id, nowhere.id}  # those of that walk, wherever they are
    assert ordered[-1] == nowhere.id
    assert ordered.index(second.id) < ordered.index(first.id)


def test_the_walk_it_follows_gives_the_way_by_its_stops(store: Store, make: Any) -> None:
    earlier = make(ExploratoryWalk, writer="another", state="held")
    stops = [
        make(Stop, writer="another", walk_id=earlier.id, ordinal=number, position=at(metres))
        for number, metres in enumerate((0, 300))
    ]
    pull(store, earlier, *stops)
    far, near = found(store, make, 200), found(store, make, 40)
    walk = store.records.save(make(ExploratoryWalk, state="held", follows_walk_id=earlier.id))
    assert [one.report.id for one in due(store, walk)] == [near.id, far.id]


def test_what_the_office_asks_to_see_again_is_due_wherever_it_lies(store: Store, make: Any) -> None:
    asked = found(store, make, 0, position=at(0, east=900))
    plan = make(WalkPlan, title="Retour", report_ids=(asked.id,))
    pull(store, plan)
    walk = store.records.save(make(ExploratoryWalk, state="held", route=STREET, plan_id=plan.id))
    assert [one.report.id for one in due(store, walk)] == [asked.id]


def test_without_a_way_the_nearest_comes_first(store: Store, make: Any) -> None:
    far, near = found(store, make, 250), found(store, make, 20)
    walk = store.records.save(make(ExploratoryWalk, state="held"))
    for one in (walk, None):
        assert [item.report.id for item in due(store, one, (48.88, 2.35))] == [near.id, far.id]


def test_a_verdict_thought_over_is_the_same_record(store: Store, make: Any, clock: Any, walk: ExploratoryWalk) -> None:
    """DESIGN §4: one writer, a new revision, never two."""
    report = found(store, make, 10)
    first = look(store, clock, report.id, "persists", walk_id=walk.id, place=at(11))
    second = look(store, clock, report.id, "resolved", walk_id=walk.id)
    (kept,) = store.records.all(Revisit)
    assert (kept.id, kept.verdict, kept.revision) == (first.id, "resolved", 2)
    assert kept == second
    assert kept.position == at(11)
    (one,) = due(store, walk)  # still in the list, with what was said
    assert one.looked == kept
    other = store.records.save(make(ExploratoryWalk, state="held"))
    look(store, clock, report.id, "worse", walk_id=other.id)
    assert len(store.records.all(Revisit)) == 2


def test_without_a_walk_the_look_of_the_same_day_is_revised(store: Store, make: Any, clock: Any) -> None:
    report = found(store, make, 10)
    look(store, clock, report.id, "persists", walk_id=None)
    look(store, clock, report.id, "worse", walk_id=None)
    assert [visit.verdict for visit in store.records.all(Revisit)] == ["worse"]
    clock.now += timedelta(days=2)
    look(store, clock, report.id, "persists", walk_id=None)
    assert [visit.verdict for visit in store.records.all(Revisit)] == ["worse", "persists"]
    assert times.parse_time(store.records.all(Revisit)[1].observed_at) <= clock.now


def test_could_not_look_stays_due_for_the_next_walk(store: Store, make: Any, clock: Any, walk: ExploratoryWalk) -> None:
    report = found(store, make, 10)
    look(store, clock, report.id, "not_seen", walk_id=walk.id)
    (one,) = due(store, walk)
    assert one.looked is not None
    assert one.looked.verdict == "not_seen"
    following = store.records.save(
        make(ExploratoryWalk, state="held", route=STREET, started_at="2026-12-01T17:30:00.000Z")
    )
    (again,) = due(store, following)
    assert (again.report.id, again.looked, again.last) == (report.id, None, None)
