"""After a tablet was handed back no page shows, or says to a screen reader, a word of the group that had it (S-215)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from scripts.scenes import PARTS, Stage
from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import (
    Answer,
    ExploratoryWalk,
    GridAnswer,
    HandlingView,
    Photo,
    PublicLine,
    Record,
    Report,
    Revisit,
    SpaceCandidate,
    Stop,
    Vote,
    WalkPlan,
)
from tests.walker.qml.pages import Open, Opened
from tests.walker.window import HERE, settle
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

OURS = "Zorglub"  # stands in every text of the group, and nowhere else
PLAN = "Marche de novembre"


@pytest.fixture
def lived_in(store: Store, make: Any) -> None:
    """A group's day: everything a person may leave on a tablet, and what came back for it."""
    place = position(*HERE)
    walk = store.records.save(
        make(ExploratoryWalk, state="held", title=f"Marche {OURS}", organiser_name=OURS, note=OURS, ended_at=NOON)
    )
    reports = store.records.save_all(
        make(
            Report,
            walk_id=walk.id if number else None,
            category="litter",
            category_words=OURS,
            text=f"{OURS} {number}",
            address=f"{number} rue {OURS}",
            position=place,
        )
        for number in range(3)
    )
    store.records.save(make(SpaceCandidate, walk_id=walk.id, text=OURS, address=OURS, carrier=OURS, position=place))
    stop = store.records.save(make(Stop, walk_id=walk.id, ordinal=0, name=OURS, position=place))
    store.records.save(
        make(
            GridAnswer, walk_id=walk.id, stop_id=stop.id, grid_code="common", grid_version=1, item="lighting", text=OURS
        )
    )
    store.records.save(
        make(Revisit, walk_id=walk.id, report_id=reports[0].id, verdict="persists", observed_at=NOON, text=OURS)
    )
    store.records.save(make(Vote, walk_id=walk.id, item_id=reports[1].id, gender="women", tally=3))
    store.photos.add(make(Photo, walk_id=walk.id, about=reports[1].id, alt=OURS), b"a face", original_name=OURS)
    store.photos.add_checked(make(Photo, walk_id=walk.id, about=reports[2].id, alt=OURS), make.picture())
    store.drafts.keep(make(Report).id, Report, walk.id, {"kind": "dysfunction", "category": "litter", "text": OURS})
    store.drafts.keep(make(Report).id, SpaceCandidate, None, {"kind": "nook", "text": OURS})
    store.outbox.refuse(reports[0].id, 1, "bad_field", "text", OURS)
    other = codec.encode(make(Report, id=reports[2].id, text=f"autre {OURS}"))
    store.outbox.conflict(reports[2].id, 1, codec.sha256(other), other.decode())
    line = PublicLine(at=NOON, status="answered", words=OURS)
    receive(
        store,
        make(Answer, report_id=reports[1].id, words=OURS, status="done", published_at=NOON, writer="server"),
        make(
            HandlingView, report_id=reports[0].id, number="19-0001", status="done", group="done", address=OURS,
            history=(line,), writer="server",
        ),
        make(Report, walk_id=walk.id, text=OURS, category="litter", position=place, writer=walk.id),
        make(WalkPlan, title=PLAN, planned_on="2026-11-15", writer="server"),
    )  # fmt: skip


NOON = "2026-10-15T12:00:00.000Z"


def receive(store: Store, *records: Record) -> None:
    rows = []
    for number, record in enumerate(records, start=1):
        body = codec.encode(record)
        rows.append(PulledRecord(seq=number, scopes=("everyone",), hash=codec.sha256(body), body=body.decode()))
    epoch = "0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01"
    store.outbox.store_page(PullAnswer(epoch=epoch, records=tuple(rows), cursors={"everyone": len(rows)}))


def read_home(app: App, shown: Opened) -> None:
    """What home reads beside the window is on it."""
    app.walks.wake()
    settle(app.tablet.reads)
    shown.settle()


def said(shown: Opened) -> str:
    """Every word on the page, seen or read aloud."""
    words: list[str] = []
    for item in shown.items():
        words += [str(item.property(name) or "") for name in ("text", "title", "subtitle", "detail", "hint", "note")]
        told = QAccessible.queryAccessibleInterface(item)
        if told is not None:
            words += [told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)]
    return "\n".join(words)


@pytest.mark.usefixtures("lived_in")
def test_before_it_is_handed_back_their_words_are_there(opened: Open, app: App) -> None:
    """So that the next test can fail."""
    app.tablet.recordsChanged.emit()
    shown = opened()
    read_home(app, shown)
    found = {"home"} if OURS in said(shown) else set()
    for page in ("sync", "handback"):
        app.open(page)
        shown.settle()
        found |= {page} if OURS in said(shown) else set()
    assert found == {"home", "sync"}


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("part", PARTS)
def test_no_page_shows_a_word_of_the_group_before(
    opened: Open, app: App, stage: Stage, part: str, qtbot: QtBot
) -> None:
    """S-215: the next group sees plans and words of the catalogue, and nothing of the earlier one."""
    app.tablet.recordsChanged.emit()
    shown = opened()  # with everything of theirs on it
    read_home(app, shown)
    for page in ("home", "sync", "walks", "answers", "handback"):
        app.open(page)
        shown.settle()
    for digit in "2580":
        app.sharing.handBack.press(digit)
    app.sharing.handBack.handBack()
    qtbot.waitUntil(lambda: app.sharing.handBack.done, timeout=20_000)
    shown.settle()
    wrong = ["handback"] if OURS in said(shown) else []
    app.open("home")
    shown.settle()
    assert PLAN in said(shown)
    for scene in PARTS[part](stage):
        shown.settle()
        wrong += [scene] if OURS in said(shown) else []
    assert wrong == []
