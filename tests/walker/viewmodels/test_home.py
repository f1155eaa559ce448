"""The first page: the prepared walk, what waits, and what became of findings, newest first and with their reason."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Answer, ExploratoryWalk, HandlingView, Photo, PublicLine, Record, Report, WalkPlan
from tests.walker.window import settle
from walker.store import Store
from walker.viewmodels.answers import AnswerList
from walker.viewmodels.app import App
from walker.viewmodels.rows import Row

EPOCH = "01a20000-0000-7000-8000-000000000001"


def receive(store: Store, *records: Record) -> None:
    """As a sync would bring them."""
    pulled = []
    for seq, record in enumerate(records, start=1):
        body = codec.encode(record).decode()
        pulled.append(PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body.encode()), body=body))
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=tuple(pulled), more=False))


def come_home(app: App) -> None:
    """Home is on screen, and what it shows is read."""
    app.walks.wake()
    settle(app.tablet.reads)


@pytest.fixture
def plan(make: Any) -> Any:
    """plan("2026-10-16", title="Marche de nuit")."""
    return lambda day, **fields: make(WalkPlan, writer="server", planned_on=day, **fields)


def test_the_nearest_prepared_walk_is_offered_and_carried_into_the_walk(app: App, store: Store, plan: Any) -> None:
    receive(
        store,
        plan("2026-10-30", title="Plus tard"),
        plan("2026-10-16", title="Marche de nuit", publics=("women",), themes=("night",), grid_code="women"),
        plan("2026-10-01", title="Passée"),
    )
    app.tablet.recordsChanged.emit()
    assert (app.home.planTitle, app.home.planDay) == ("Marche de nuit", "2026-10-16")
    plan_id = app.home.planId
    app.startWalk()
    (walk,) = store.records.all(ExploratoryWalk)
    assert (walk.title, walk.publics, walk.grid_code, walk.plan_id) == (
        *("Marche de nuit", ("women",)),
        *("women", plan_id),
    )


def test_answers_come_newest_first_and_a_refusal_with_its_reason(app: App, store: Store, make: Any) -> None:
    """A refusal always says why."""
    lamp = store.records.save(make(Report, category="lamp_out", address="rue Richomme"))
    bench = store.records.save(make(Report, category="bench_broken"))
    receive(
        store,
        make(
            HandlingView,
            writer="server",
            report_id=lamp.id,
            number="19-0427",
            status="planned",
            group="planned",
            history=(PublicLine(at="2026-10-10T08:00:00.000Z", status="planned", words="Remplacement le 19 octobre."),),
        ),
        make(
            Answer,
            writer="server",
            report_id=bench.id,
            words="Autre lieu proposé : square Léon.",
            status="refused",
            reason="networks_safety",
            published_at="2026-10-12T08:00:00.000Z",
        ),
    )
    come_home(app)
    first, second = app.walks.answers.all.rows
    assert (first["status"], first["place"]) == ("refused", app.tablet.label("categories", "bench_broken"))
    assert "Autre lieu proposé" in first["sentence"]
    assert first["sentence"].startswith(app.tablet.label("refusal_reasons", "networks_safety"))
    assert (second["status"], second["sentence"]) == ("planned", "Remplacement le 19 octobre.")
    assert second["place"].endswith("rue Richomme · 19-0427")


def test_what_waits_is_counted_for_whom_it_waits(app: App, store: Store, make: Any) -> None:
    assert (app.home.waiting, app.home.held) == (0, 0)
    report = store.records.save(make(Report))
    store.photos.add(make(Photo, about=report.id), b"private")
    app.tablet.recordsChanged.emit()
    assert (app.home.waiting, app.home.held, app.home.kept) == (1, 1, 0)
    store.outbox.refuse(report.id, 1, "bad_field", "category", "unknown")
    app.tablet.recordsChanged.emit()
    assert (app.home.waiting, app.home.kept) == (0, 1)


def test_behind_another_page_nothing_is_counted_for_home(
    app: App, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tap on Save must not wait for it."""
    count, counted = store.sending.counts, []
    monkeypatch.setattr(store.sending, "counts", lambda: counted.append(1) or count())
    for _ in range(3):
        store.records.save(make(Report))
        app.tablet.recordsChanged.emit()
    assert counted == []
    assert (app.home.waiting, app.home.held, app.home.drafts.count) == (3, 0, 0)
    assert len(counted) == 1


def test_during_a_walk_the_lists_of_walks_are_read_only_when_somebody_looks(
    app: App, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.startWalk()
    count, counted = store.records.count_by_walk, []
    monkeypatch.setattr(store.records, "count_by_walk", lambda kind: counted.append(kind) or count(kind))
    app.tablet.recordsChanged.emit()
    assert counted == []
    app.open("home")
    assert [row["running"] for row in app.walks.lists.done.rows] == [True] and counted
    del counted[:]
    app.tablet.recordsChanged.emit()
    assert counted


def test_a_draft_left_is_offered_again(app: App, store: Store) -> None:
    app.capture("liked", 48.83, 2.44)
    app.report.write("La fontaine")
    app.report.leave()
    (row,) = app.home.drafts.rows
    assert (row["kind"], row["text"]) == ("liked", "La fontaine")


def test_an_answer_is_new_until_somebody_has_read_it(app: App, store: Store, make: Any) -> None:
    """What was answered since last time is marked; reading them all marks them read, the next one is new again."""
    bench = store.records.save(make(Report, category="bench_broken"))
    said = {"writer": "server", "report_id": bench.id, "words": "Réparé.", "status": "done"}
    receive(store, make(Answer, published_at="2026-10-12T08:00:00.000Z", **said))
    come_home(app)
    answers = app.walks.answers
    assert (answers.unread, answers.newest.rows[0]["isNew"]) == (1, True)
    app.open("answers")
    answers.markRead()
    assert (answers.unread, answers.newest.rows[0]["isNew"]) == (0, False)
    receive(store, make(Answer, published_at="2026-10-14T08:00:00.000Z", **said))
    app.tablet.recordsChanged.emit()
    settle(app.tablet.reads)
    assert answers.unread == 1


def test_answers_are_read_beside_the_window_and_only_once_home_is_open(
    app: App, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = store.records.save(make(Report, category="bench_broken"))
    answer = make(
        Answer,
        writer="server",
        report_id=bench.id,
        words="Réparé.",
        status="done",
        published_at="2026-10-12T08:00:00.000Z",
    )
    receive(store, answer)
    read, readers = AnswerList._rows, []

    def watched(answers: AnswerList, seen: float) -> list[Row]:
        readers.append(threading.current_thread())
        return read(answers, seen)

    monkeypatch.setattr(AnswerList, "_rows", watched)
    app.tablet.recordsChanged.emit()
    assert readers == []
    come_home(app)
    app.tablet.recordsChanged.emit()
    app.walks.answers.markRead()
    come_home(app)
    assert app.walks.answers.all.rowCount() == 1
    assert len(readers) == 1 and threading.main_thread() not in readers


def test_an_unprepared_walk_can_be_held_though_another_one_is_prepared(app: App, store: Store, plan: Any) -> None:
    receive(store, plan("2026-10-30", title="Plus tard"))
    app.tablet.recordsChanged.emit()
    assert not app.home.planIsToday
    app.startUnprepared()
    (walk,) = store.records.all(ExploratoryWalk)
    assert (walk.title, walk.plan_id, walk.state, walk.grid_code) == ("", None, "held", "common")
    assert app.home.planTitle == "Plus tard"


def test_what_is_due_is_counted(app: App, store: Store, make: Any, qtbot: Any) -> None:
    from walker.domain.units import position

    walk = store.records.save(
        make(
            ExploratoryWalk, state="held", length_cm=1, ended_at="2026-09-01T10:00:00.000Z", next_visit_on="2026-10-20"
        )
    )
    store.records.save(make(Report, walk_id=walk.id, category="litter", position=position(48.83, 2.448)))
    app.walks.wake()
    qtbot.waitUntil(lambda: app.home.due == 1, timeout=5000)
    assert app.home.dueBefore == "2026-10-20"


def test_an_open_vote_is_no_photo_to_look_at(app: App, store: Store, make: Any) -> None:
    walk = store.records.save(make(ExploratoryWalk, state="held"))
    report = store.records.save(make(Report, walk_id=walk.id))
    store.votes.begin(walk.id, [report.id], ["women", "men"])
    store.photos.add(make(Photo, about=report.id), b"a face")
    app.tablet.recordsChanged.emit()
    assert (app.home.held, app.home.voices) == (1, 0)


def test_everything_is_sent_is_only_said_once_something_was(app: App, store: Store, make: Any) -> None:
    """A tablet that no server knows has sent nothing, and one with nothing to send neither."""

    def said() -> str:
        app.tablet.recordsChanged.emit()
        return app.home.sending

    assert said() == "not_enrolled"
    store.settings.set("server_url", "https://gup.example.org")
    assert said() == "nothing"
    lamp = store.records.save(make(Report, category="lamp_out"))
    assert said() == "waiting"
    store.outbox.refuse(lamp.id, 1, "bad_field", "category", "category: unknown")
    assert said() == "kept"


def test_when_everything_was_sent_is_said(app: App, store: Store, make: Any) -> None:
    store.settings.set("server_url", "https://gup.example.org")
    store.settings.set("last_sync", "2026-10-12T08:00:00.000Z")
    app.tablet.recordsChanged.emit()
    assert (app.home.sending, app.home.sentMs) == ("sent", 1791792000000.0)
    photo = make(Photo)
    store.photos.add(photo, b"not looked at", original_name="x.jpg")
    app.tablet.recordsChanged.emit()
    assert app.home.sending == "kept"  # it leaves only once a person has looked at it
