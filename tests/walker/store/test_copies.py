"""What was pulled: the bytes as received, in scopes, whole again after a restored server."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.messages import Departure, PullAnswer, PulledRecord
from sync.protocol.records import Answer, HandlingView, Record, Report, TerritoryView
from walker.store import Store, open_store

EPOCH = "01a20000-0000-7000-8000-000000000001"
MOMENT = "2026-10-15T17:00:00.000Z"


def _pulled(record: Record, seq: int, *scopes: str, extra: str = "") -> PulledRecord:
    body = codec.encode(record).decode()
    body = body[:-1] + extra + "}"
    return PulledRecord(seq=seq, scopes=scopes, hash=codec.sha256(body.encode()), body=body)


def _page(*records: PulledRecord, more: bool = False, **fields: Any) -> PullAnswer:
    return PullAnswer(epoch=EPOCH, records=records, more=more, **fields)


@pytest.fixture
def report(store: Store, make: Any) -> Report:
    saved: Report = store.records.save(make(Report))
    return saved


def test_the_tablet_learns_what_became_of_its_report(store: Store, make: Any, report: Report) -> None:
    view = make(HandlingView, writer="server", report_id=report.id, number="19-0427", status="assigned", group="open")
    words = make(Answer, writer="server", report_id=report.id, words="Réparé", status="done", published_at=MOMENT)
    assert store.handling_of(report.id) is None
    store.outbox.store_page(_page(_pulled(view, 3, "everyone"), _pulled(words, 4, "everyone"), cursors={"everyone": 4}))
    assert store.handling_of(report.id) == view
    assert store.answers_of(report.id) == [words]
    assert store.outbox.cursors() == {"everyone": 4}


def test_fields_of_a_newer_version_are_kept_in_the_bytes(store: Store, make: Any) -> None:
    """DESIGN §4: bytes as received, unknown fields included."""
    pulled = _pulled(make(TerritoryView, code="x", kind="qpv", name="X"), 1, "everyone", extra=',"zzz":1')
    store.outbox.store_page(_page(pulled))
    (row,) = store.database.query("SELECT body FROM copies")
    assert row["body"].decode() == pulled.body
    assert [view.code for view in store.copies.all(TerritoryView)] == ["x"]


def test_a_later_copy_replaces_an_earlier_one_and_never_the_other_way(store: Store, make: Any) -> None:
    old = make(TerritoryView, code="x", kind="qpv", name="old")
    new = make(TerritoryView, id=old.id, code="x", kind="qpv", name="new", revision=2)
    store.outbox.store_page(_page(_pulled(new, 9, "everyone")))
    store.outbox.store_page(_page(_pulled(old, 2, "everyone")))
    assert [view.name for view in store.copies.all(TerritoryView)] == ["new"]


def test_a_copy_goes_when_it_left_its_last_scope(store: Store, make: Any) -> None:
    view = make(TerritoryView, code="x", kind="qpv", name="X")
    store.outbox.store_page(_page(_pulled(view, 1, "territory:a", "territory:b")))
    store.outbox.store_page(_page(departures=(Departure(seq=2, scope="territory:a", id=view.id),)))
    assert len(store.copies.all(TerritoryView)) == 1
    store.outbox.store_page(_page(departures=(Departure(seq=3, scope="territory:b", id=view.id),)))
    assert store.copies.all(TerritoryView) == []


def test_scopes_no_longer_given_take_their_copies_and_cursors_along(store: Store, make: Any) -> None:
    """DESIGN §5.4: a revoked territory is dropped from the pulled copies."""
    mine, lost = (make(TerritoryView, code=code, kind="qpv", name=code) for code in "ab")
    store.outbox.store_page(
        _page(
            _pulled(mine, 1, "territory:a"),
            _pulled(lost, 2, "territory:b"),
            cursors={"territory:a": 1, "territory:b": 2},
        )
    )
    store.outbox.keep_scopes(["territory:a", "everyone"])
    assert store.copies.all(TerritoryView) == [mine]
    assert store.outbox.cursors() == {"territory:a": 1}


def test_after_a_restore_old_copies_stay_readable_until_the_new_pull_is_complete(store: Store, make: Any) -> None:
    """DESIGN §5.1: pulled copies are replaced whole once the new pull is complete."""
    gone, stays = (make(TerritoryView, code=code, kind="qpv", name=code) for code in "ab")
    store.outbox.store_page(_page(_pulled(gone, 50, "everyone"), _pulled(stays, 51, "everyone")))
    store.outbox.begin_epoch(new_id())
    assert len(store.copies.all(TerritoryView)) == 2
    store.outbox.store_page(_page(_pulled(stays, 1, "everyone"), more=True))
    assert len(store.copies.all(TerritoryView)) == 2
    store.outbox.store_page(_page())
    assert store.copies.all(TerritoryView) == [stays]


def test_our_own_record_coming_back_changes_nothing(store: Store, report: Report) -> None:
    store.outbox.store_page(_page(_pulled(report, 1, "everyone")))
    assert store.copies.all(Report) == []
    assert store.records.all(Report) == [report]


def test_a_damaged_copy_is_named_and_not_shown(store: Store, make: Any) -> None:
    view = make(TerritoryView, code="x", kind="qpv", name="X")
    store.outbox.store_page(_page(_pulled(view, 1, "everyone")))
    with store.database.write():
        store.database.execute("UPDATE copies SET body = x'7b7d'")
    assert store.copies.all(TerritoryView) == []
    assert store.copies.damaged() == [view.id]


def test_what_the_office_said_about_an_erased_report_goes_with_it(store: Store, make: Any) -> None:
    report_id = new_id()
    view = make(HandlingView, writer="server", report_id=report_id, number="1", status="new", group="open")
    store.outbox.store_page(_page(_pulled(view, 1, "everyone")))
    store.outbox.store_page(_page(erased=(report_id,)))
    assert store.handling_of(report_id) is None
    assert store.database.query("SELECT * FROM copy_scopes") == []


def test_the_highest_number_seen_is_remembered(store: Store, make: Any) -> None:
    store.outbox.set_enrolment("http://127.0.0.1:8000", "token", EPOCH)
    view = make(TerritoryView, code="x", kind="qpv", name="X")
    store.outbox.store_page(_page(_pulled(view, 7, "everyone"), departures=(Departure(seq=9, scope="a", id=view.id),)))
    store.outbox.store_page(_page(cursors={"everyone": 8}))
    enrolment = store.outbox.enrolment()
    assert enrolment is not None
    assert enrolment.highest_seq == 9


STEPS = st.lists(
    st.tuples(
        st.integers(0, 4),  # which record
        st.sampled_from(["write", "delete", "leave", "erase"]),
        st.sampled_from([("territory:a",), ("territory:b",), ("territory:a", "territory:b")]),
    ),
    min_size=1,
    max_size=25,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=STEPS, size=st.integers(1, 6), late=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)
)
def test_pages_that_come_a_second_time_late_leave_the_same_copies(
    make: Any, tmp_path_factory: pytest.TempPathFactory, steps: Any, size: int, late: list[tuple[int, int]]
) -> None:
    """Issue 4, item 2: a deleted or departed thing does not come back; the cursor says what is to be pulled again."""
    ids = [new_id() for _ in range(5)]
    feed: list[tuple[str, Any]] = []
    scopes: dict[str, tuple[str, ...]] = {}
    erased: set[str] = set()
    for seq, (which, act, where) in enumerate(steps, start=1):
        record_id = ids[which]
        if record_id in erased:  # the server refuses it for ever
            record_id = ids[which] = new_id()
        deleted_at = MOMENT if act == "delete" else None
        if act == "leave" and record_id in scopes:
            left, *stays = scopes.pop(record_id)
            scopes |= {record_id: tuple(stays)} if stays else {}
            feed.append(("departure", Departure(seq=seq, scope=left, id=record_id)))
        elif act == "erase":
            scopes.pop(record_id, None)
            erased.add(record_id)
            feed.append(("erased", (seq, record_id)))
        else:
            scopes[record_id] = where
            view = make(TerritoryView, id=record_id, code=f"c{seq}", kind="qpv", name=str(seq), deleted_at=deleted_at)
            feed.append(("record", _pulled(view, seq, *where)))

    def page(at: int) -> PullAnswer:
        """What a server answers at that cursor: of a record only its last state, as it keeps no others."""
        rows = list(enumerate(feed, start=1))[at : at + size]
        end = rows[-1][0] if rows else at
        return _page(
            *(what for _, (kind, what) in rows if kind == "record"),
            departures=tuple(what for _, (kind, what) in rows if kind == "departure"),
            erased=tuple(what[1] for _, (kind, what) in rows if kind == "erased"),
            cursors={"territory:a": end, "territory:b": end},
            more=end < len(feed),
        )

    def pull_all(store: Store) -> None:
        while (at := store.outbox.cursors().get("territory:a", 0)) < len(feed):
            store.outbox.store_page(page(at))

    def kept(store: Store) -> list[tuple[Any, ...]]:
        rows = store.database.query("SELECT id, scope, hash FROM copies JOIN copy_scopes USING (id) ORDER BY id, scope")
        return [tuple(row.values()) for row in rows]

    folder = tmp_path_factory.mktemp("pages")
    with open_store(folder / "calm") as calm, open_store(folder / "late") as store:
        pull_all(calm)
        for at, pulls in late:
            for _ in range(pulls):
                here = store.outbox.cursors().get("territory:a", 0)
                store.outbox.store_page(page(here))
            here = store.outbox.cursors().get("territory:a", 0)
            store.outbox.store_page(page(min(at, here)))  # one that was given before, once more
        pull_all(store)
        assert kept(store) == kept(calm)
