"""Joining a walk from the window: a square is scanned, this tablet records for itself, the walk stays the lead's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, Report, TrackSegment
from tests.walker.window import HERE, Feed, finish_walk
from walker.device.squares import draw_square
from walker.domain.joining import invitation_of
from walker.domain.walk_session import WalkSession
from walker.store import Store, open_store
from walker.viewmodels.app import App


@pytest.fixture
def invitation(tmp_path: Path) -> str:
    """The square of a lead's tablet."""
    with open_store(tmp_path / "lead") as lead:
        session = WalkSession.start(lead, lambda: datetime(2026, 10, 15, 11, 0, tzinfo=UTC), title="Marche des femmes")
        return invitation_of(lead, session.walk)


@pytest.fixture
def file(invitation: str, tmp_path: Path) -> Path:
    """A picture of that square."""
    picture = tmp_path / "carre.png"
    draw_square(invitation, dark="#000000", light="#FFFFFF", side=600).save(str(picture))
    return picture


def test_a_picture_of_the_square_starts_the_recording_here(
    app: App, store: Store, feed: Feed, file: Path, qtbot: QtBot
) -> None:
    app.open("join")
    app.sharing.squares.readFile(QUrl.fromLocalFile(str(file)))
    qtbot.waitUntil(lambda: app.page == "live", timeout=20_000)
    assert (app.live.running, app.live.title) == (True, "Marche des femmes")
    feed.walk(30)
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    finish_walk(app)
    (walk,) = store.records.all(ExploratoryWalk)
    assert walk.ended_at is not None
    kinds = {type(record) for kind in (Report, TrackSegment) for record in store.records.all(kind, walk_id=walk.id)}
    assert kinds == {Report, TrackSegment}
    assert walk.id not in [record.id for record in store.outbox.outgoing(500)]


def test_scanned_on_any_page_it_is_understood(app: App, invitation: str) -> None:
    app.open("enrol")
    app.sharing.squares.found.emit(invitation)
    assert app.page == "live"


def test_a_killed_tablet_goes_on_with_the_walk_it_joined(
    app: App, store: Store, invitation: str, make_app: Callable[[Store], App]
) -> None:
    app.sharing.joining.read(invitation)
    assert app.live.running
    again = make_app(store)
    assert (again.page, again.live.running) == ("live", True)


def test_its_lead_counts_the_group_not_this_tablet(app: App, invitation: str) -> None:
    app.sharing.joining.read(invitation)
    assert not app.live.headcount.asked


def test_after_its_end_here_the_square_takes_it_up_again(app: App, store: Store, invitation: str) -> None:
    app.sharing.joining.read(invitation)
    finish_walk(app)
    app.sharing.joining.read(invitation)
    assert app.live.running
    assert store.records.all(ExploratoryWalk)[0].ended_at is None


def test_the_lead_shows_its_square_and_a_joined_tablet_passes_it_on(app: App, invitation: str) -> None:
    assert app.sharing.joining.invitation == ""
    app.startWalk()
    assert app.sharing.joining.leads
    mine = app.sharing.joining.invitation
    assert mine.startswith("GUPWALK1:")
    app.sharing.joining.read(invitation)
    assert app.sharing.joining.fault == "walk_running"
    finish_walk(app)
    app.sharing.joining.read(mine)
    assert app.sharing.joining.fault == "own_walk"
    app.sharing.joining.read(invitation)
    assert (app.sharing.joining.leads, app.sharing.joining.invitation) == (False, invitation)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("WIFI:S:Maison;;", "not_an_invitation"),
        ("GUPWALK9:AAAA", "newer_invitation"),
        ("GUPWALK1:AAAA", "damaged_invitation"),
        ("", "not_an_invitation"),
    ],
)
def test_any_other_text_is_said(app: App, text: str, code: str) -> None:
    app.open("join")
    app.sharing.joining.read(text)
    assert (app.sharing.joining.fault, app.page) == (code, "join")


def test_what_the_lead_says_of_the_walk_is_refused_here_in_words(app: App, invitation: str, store: Store) -> None:
    app.sharing.joining.read(invitation)
    walk: Any = store.records.all(ExploratoryWalk)[0]
    assert app.live.session is not None
    with pytest.raises(Exception, match="another tablet"):
        app.live.session.edit(weather="rain")
    assert store.records.get(walk.id) == walk


def test_at_its_end_the_lead_counts_dates_and_closes_not_this_tablet(app: App, invitation: str, qtbot: QtBot) -> None:
    app.sharing.joining.read(invitation)
    finish_walk(app)
    qtbot.waitUntil(lambda: app.end.ready, timeout=20_000)
    assert not app.end.leads
    assert {"votes", "date"}.isdisjoint(row["code"] for row in app.end.tasks.rows)
