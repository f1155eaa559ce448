"""Standing there, one tap says what one sees: on disk at once, thought over without a second record, taken back."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from scripts.scenes.revisit import findings_of_march
from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, Photo, Report, Revisit
from tests.walker.window import HERE, Feed, SlowClock
from walker.domain.units import position
from walker.errors import StoreError
from walker.store import Store, open_store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

Visit = Callable[[str], App]


@pytest.fixture
def march(store: Store) -> list[str]:
    """Four findings of an earlier walk, northwards from here."""
    return findings_of_march(store)


@pytest.fixture
def visit(app: App, feed: Feed, march: list[str], qtbot: QtBot) -> Visit:
    """visit(report_id): the page, opened during a walk and read."""

    def open_(report_id: str) -> App:
        if not app.live.running:
            app.startWalk()
            feed.give(*HERE)
        app.openRevisit(report_id)
        qtbot.waitUntil(lambda: app.revisit.total == len(march), timeout=20_000)
        return app

    return open_


def shown(app: App) -> list[str]:
    return [row["reportId"] for row in app.revisit.rows.rows]


def test_the_nearest_one_is_on_the_card_and_the_list_says_how_far(visit: Visit, march: list[str]) -> None:
    app = visit("")
    assert app.page == "revisit"
    assert shown(app) == march
    assert app.revisit.reportId == march[0]
    assert [row["distanceM"] for row in app.revisit.rows.rows] == [0, 40, 90, 130]
    assert not app.revisit.onTheWay


def test_one_tap_is_a_verdict_on_disk(visit: Visit, march: list[str], store: Store) -> None:
    app = visit(march[1])
    app.revisit.say("persists")
    (kept,) = store.records.all(Revisit)
    (walk,) = store.records.all(ExploratoryWalk)
    assert (kept.report_id, kept.verdict, kept.walk_id) == (march[1], "persists", walk.id)
    assert kept.position is not None
    assert (app.revisit.seen, app.revisit.total) == (1, 4)
    assert app.revisit.reportId == march[1]  # nothing advances by itself


def test_what_was_promised_and_answered_is_on_the_card(visit: Visit, march: list[str]) -> None:
    """S-92: so that the group can contradict it."""
    app = visit(march[0])
    card = app.revisit.card
    assert (card.standing, card.organisation, card.proofs) == ("done", "Propreté de Paris", 1)
    assert card.answerWords == "Enlevés le 28 septembre."
    assert card.beforePhoto.isLocalFile()
    assert not card.promiseBroken
    app.revisit.pick(march[1])
    assert (card.standing, card.reason) == ("refused", "Autre raison")
    assert card.beforePhoto.isEmpty()
    app.revisit.pick(march[2])
    assert (card.standing, card.organisation, card.answerWords, card.plannedOn) == ("", "", "", "")
    app.revisit.pick(march[3])
    assert (card.plannedOn, card.promiseBroken) == ("2026-04-12", True)


def test_a_verdict_thought_over_is_one_record_and_undo_brings_the_first_back(
    visit: Visit, march: list[str], store: Store
) -> None:
    app = visit(march[0])
    app.revisit.say("persists")
    app.revisit.say("resolved")
    (kept,) = store.records.all(Revisit)
    assert (kept.verdict, kept.revision) == ("resolved", 2)
    assert app.last.kind == "revisit"
    assert app.last.label == "Encombrants · Résolu"
    app.last.undo()
    (kept,) = store.records.all(Revisit)
    assert kept.verdict == app.revisit.card.verdict == "persists"


def test_undo_takes_the_only_verdict_back_with_its_photo(
    visit: Visit, march: list[str], store: Store, make: Any
) -> None:
    app = visit(march[0])
    app.revisit.say("resolved")
    store.photos.add(make(Photo, about=app.revisit.card.revisitId, purpose="after"), b"now")
    app.last.undo()
    assert store.records.all(Revisit) == []
    assert [photo.purpose for photo in store.records.all(Photo)] == ["finding"]
    assert (app.revisit.card.verdict, app.revisit.seen) == ("", 0)
    app.revisit.say("worse")
    assert len(store.records.all(Revisit)) == 1


def test_a_verdict_given_from_the_map_can_be_taken_back_after_the_page_is_left(
    visit: Visit, march: list[str], store: Store
) -> None:
    app = visit(march[0])
    app.revisit.say("resolved")
    app.back()
    app.last.undo()
    assert store.records.all(Revisit) == []


def test_could_not_look_is_no_verdict(visit: Visit, march: list[str], store: Store) -> None:
    app = visit(march[0])
    app.revisit.say("not_seen")
    assert (app.revisit.seen, app.revisit.card.verdict) == (0, "not_seen")
    (kept,) = store.records.all(Revisit)
    assert kept.verdict == "not_seen"
    for report in march[1:]:
        app.revisit.pick(report)
        app.revisit.say("persists")
    assert app.revisit.hasNext
    assert app.revisit.next()  # it comes round again
    assert app.revisit.reportId == march[0]
    app.revisit.say("resolved")
    assert not app.revisit.hasNext
    assert not app.revisit.next()


def test_next_goes_on_in_the_order_and_round_again(visit: Visit, march: list[str]) -> None:
    app = visit(march[2])
    app.revisit.say("persists")
    assert [app.revisit.next() and app.revisit.reportId for _ in range(3)] == [march[3], march[0], march[1]]


def test_the_photo_of_now_is_the_one_about_the_verdict(
    visit: Visit, march: list[str], store: Store, make: Any, qtbot: QtBot
) -> None:
    """The server shows it beside the first, as that of a return visit."""
    app = visit(march[0])
    assert app.revisit.card.revisitId == ""
    app.revisit.say("resolved")
    assert app.revisit.card.afterPhoto.isEmpty()
    walk_id = app.live.session.walk.id if app.live.session else None
    store.photos.add(make(Photo, walk_id=walk_id, about=app.revisit.card.revisitId, purpose="after"), b"now")
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: not app.revisit.card.afterPhoto.isEmpty(), timeout=20_000)
    assert app.revisit.card.afterHeld


def test_the_list_is_read_again_when_something_came(
    visit: Visit, march: list[str], store: Store, make: Any, qtbot: QtBot
) -> None:
    app = visit(march[0])
    app.revisit.say("resolved")
    late = make(Report, position=position(*HERE), observed_at="2026-01-01T12:00:00.000Z")
    store.records.save(late)
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: app.revisit.total == 5, timeout=20_000)
    assert app.revisit.reportId == march[0]  # the card stays
    assert shown(app)[-1] == march[0]  # what was seen comes last


def test_a_list_that_was_read_before_a_verdict_does_not_take_it_off_the_page(
    visit: Visit, march: list[str], qtbot: QtBot
) -> None:
    app = visit(march[0])
    app.tablet.recordsChanged.emit()
    app.tablet.reads.settle()  # read, and not shown yet
    app.revisit.say("resolved")
    said: list[tuple[str, int]] = []
    app.revisit.changed.connect(lambda: said.append((app.revisit.card.verdict, app.revisit.seen)))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [("resolved", 1)]


def test_a_walk_killed_and_resumed_knows_its_verdicts(
    visit: Visit, march: list[str], store: Store, make_app: Callable[[Store], App], qtbot: QtBot
) -> None:
    """DESIGN §4: the same record is revised after a restart, never a second one."""
    app = visit(march[0])
    app.revisit.say("persists")
    app.close()
    again = make_app(store)
    again.openRevisit(march[0])
    qtbot.waitUntil(lambda: again.revisit.total == 4, timeout=20_000)
    assert again.revisit.card.verdict == "persists"
    again.revisit.say("worse")
    (kept,) = store.records.all(Revisit)
    assert (kept.verdict, kept.revision) == ("worse", 2)


def test_without_a_walk_it_is_a_visit_of_its_own(app: App, march: list[str], store: Store, qtbot: QtBot) -> None:
    app.openRevisit(march[1])
    qtbot.waitUntil(lambda: app.revisit.total == 4, timeout=20_000)
    app.revisit.say("resolved")
    assert [(one.walk_id, one.verdict) for one in store.records.all(Revisit)] == [(None, "resolved")]


def test_a_full_disk_is_said_and_no_verdict_is_shown(
    visit: Visit, march: list[str], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visit(march[0])

    def refuse(*_: object) -> None:
        raise StoreError("disk_full", "the disk is full")

    monkeypatch.setattr(store.records, "save", refuse)
    app.revisit.say("resolved")
    assert (app.trouble, app.revisit.card.verdict, app.revisit.seen) == ("disk_full", "", 0)


def test_distances_follow_the_group_and_the_order_stays_under_the_finger(
    visit: Visit, march: list[str], feed: Feed, daytime: SlowClock
) -> None:
    app = visit("")
    daytime.now += timedelta(seconds=5)
    feed.give(HERE[0] + 12e-4, HERE[1])
    assert shown(app) == march
    assert [row["distanceM"] for row in app.revisit.rows.rows] == [130, 90, 40, 0]


_LOOKER = """
import itertools, os, sys
from datetime import UTC, datetime
from pathlib import Path
from walker.domain.revisits import look
from walker.store import open_store
with open_store(Path(sys.argv[1])) as store:
    for number in itertools.count(1):
        look(store, lambda: datetime.now(UTC), sys.argv[2], ("persists", "worse")[number % 2], walk_id=sys.argv[3])
        os.write(1, f"{number}\\n".encode())
"""


@pytest.mark.timeout(60)
def test_a_verdict_survives_sigkill_and_is_still_one_record(tmp_path: Path) -> None:
    """On disk when the tap returns; thought over any number of times it is never two."""
    report_id, walk_id = new_id(), new_id()
    command = [sys.executable, "-c", _LOOKER, str(tmp_path / "data"), report_id, walk_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as looking:
        assert looking.stdout is not None
        said = 0
        while said < 5:
            said = int(looking.stdout.readline())
        looking.send_signal(signal.SIGKILL)
        said = int((looking.stdout.read().splitlines() or [said])[-1])
    with open_store(tmp_path / "data") as held:
        (kept,) = held.records.all(Revisit)
        assert said <= kept.revision <= said + 1
        assert kept.verdict == ("persists", "worse")[kept.revision % 2]
        assert (kept.report_id, kept.walk_id) == (report_id, walk_id)
