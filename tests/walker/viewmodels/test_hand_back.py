"""A lent tablet from the window (S-215): what is left is said, then no page shows the group’s things; a code does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import ExploratoryWalk, HandlingView, Photo, Report
from tests.sync.client.field import Gup, gup
from tests.walker.window import DEMO, HERE, Feed, recorded, settle
from walker.errors import StoreError
from walker.store import Store
from walker.viewmodels.app import App

LONG = 30_000


def walked(app: App) -> None:
    """A walk with a report, and a form that was begun."""
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    app.capture("report", *HERE)
    app.report.pickCategory("lamp_out")
    app.back()


def press(app: App, code: str) -> None:
    for digit in code:
        app.sharing.handBack.press(digit)


def hand_back(app: App, code: str, qtbot: QtBot) -> None:
    app.open("handback")
    press(app, code)
    app.sharing.handBack.handBack()
    qtbot.waitUntil(lambda: app.sharing.handBack.done, timeout=LONG)


def test_the_walk_ends_everything_is_locked_and_home_is_empty(app: App, store: Store, qtbot: QtBot) -> None:
    walked(app)
    hand_back(app, "2580", qtbot)
    assert not app.live.running
    assert app.page == "handback"
    assert app.sharing.handBack.unsent == 2
    app.open("home")
    assert app.home.drafts.count == 0
    assert (app.live.title, app.live.reportCount, app.last.kind) == ("", 0, "")
    app.open("sync")
    assert (app.sync.lines.count, app.sync.waiting, app.sync.lockedLeft) == (0, 0, 2)
    assert len(store.outbox.outgoing(500)) == 2


def test_a_code_that_is_too_short_locks_nothing(app: App, store: Store, qtbot: QtBot) -> None:
    walked(app)
    app.open("handback")
    press(app, "25")
    app.sharing.handBack.handBack()
    assert (app.sharing.handBack.fit, app.sharing.handBack.busy) == (False, False)
    assert store.records.count(Report) == 1
    assert app.live.running


def test_the_leaders_code_brings_everything_back(app: App, store: Store, qtbot: QtBot) -> None:
    walked(app)
    hand_back(app, "2580", qtbot)
    app.open("home")
    app.open("handback")
    assert app.sharing.handBack.groups.count == 1
    press(app, "1111")
    app.sharing.handBack.unlock()
    qtbot.waitUntil(lambda: not app.sharing.handBack.busy, timeout=LONG)
    assert app.sharing.handBack.wrong
    press(app, "2580")
    with qtbot.waitSignal(app.sharing.handBack.opened, timeout=LONG):
        app.sharing.handBack.unlock()
    assert (store.records.count(ExploratoryWalk), store.records.count(Report), app.home.drafts.count) == (1, 1, 1)


def test_after_three_wrong_codes_one_waits(app: App, qtbot: QtBot) -> None:
    walked(app)
    hand_back(app, "2580", qtbot)
    app.open("home")
    app.open("handback")
    for wrong in ("1111", "2222", "3333"):
        press(app, wrong)
        app.sharing.handBack.unlock()
        qtbot.waitUntil(lambda: not app.sharing.handBack.busy, timeout=LONG)
    assert app.sharing.handBack.waitSeconds > 0
    press(app, "2580")
    app.sharing.handBack.unlock()
    assert not app.sharing.handBack.busy  # not even tried


def test_a_tablet_killed_after_the_lock_opens_on_an_empty_home(
    app: App, store: Store, qtbot: QtBot, make_app: Callable[[Store], App]
) -> None:
    walked(app)
    hand_back(app, "2580", qtbot)
    again = make_app(store)
    assert (again.page, again.live.running, again.home.drafts.count) == ("home", False, 0)


def test_what_is_locked_really_arrives_with_the_next_groups_sending(
    app: App, store: Store, server: Gup, qtbot: QtBot
) -> None:
    walked(app)
    report = store.records.all(Report)[0]
    hand_back(app, "2580", qtbot)
    code = gup("enrol-code", "--data", str(server.data)).stdout.strip()
    app.sharing.enrolment.typeAddress(server.url)
    app.sharing.enrolment.typeCode(code)
    app.sharing.enrolment.ask()
    qtbot.waitUntil(lambda: app.sync.lastSyncMs > 0 and not app.sync.busy, timeout=LONG)
    assert app.sync.lockedLeft == 0
    assert report.id in server.office.state()["heads"]
    assert store.records.find(report.id) is None  # and is still nobody's to read here


def test_the_leaders_own_contact_goes_with_the_group_and_comes_back(app: App, store: Store, qtbot: QtBot) -> None:
    app.aid.writeContactName("Zoé")
    app.aid.writeContactNumber("06 00 00 00 00")
    hand_back(app, "2580", qtbot)
    assert (app.aid.contactName, app.aid.contactNumber) == ("", "")
    app.aid.close()
    app.open("handback")
    press(app, "2580")
    with qtbot.waitSignal(app.sharing.handBack.opened, timeout=LONG):
        app.sharing.handBack.unlock()
    assert (app.aid.contactName, app.aid.contactNumber) == ("Zoé", "06 00 00 00 00")


def test_when_the_walk_cannot_be_ended_nothing_is_locked(
    app: App, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the walk goes on, the group sees everything, and the trouble is said."""
    walked(app)
    app.open("handback")
    press(app, "2580")

    def full(*_: object) -> None:
        raise StoreError("disk_full", "the disk is full")

    assert app.live.session is not None
    monkeypatch.setattr(app.live.session, "finish", full)
    app.sharing.handBack.handBack()
    assert (app.trouble, app.sharing.handBack.busy, app.live.running) == ("disk_full", False, True)
    assert store.records.count(Report) == 1


def test_what_waits_is_not_counted_behind_other_pages(
    app: App, store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of the hand-back shows it; once that is left, no tap of a walk reads it again."""
    app.open("handback")
    app.back()
    monkeypatch.setattr(store.sending, "groups", lambda *_: pytest.fail("read behind another page"))
    monkeypatch.setattr(store.sending, "items", lambda *_, **__: pytest.fail("read behind another page"))
    store.records.save(make(Report, category="litter"))
    app.tablet.recordsChanged.emit()


def test_answers_to_the_group_leave_home_with_it(app: App, store: Store, make: Any, qtbot: QtBot) -> None:
    report = store.records.save(make(Report, category="litter"))
    view = make(HandlingView, report_id=report.id, number="19-0001", status="done", group="done", writer="server")
    body = codec.encode(view)
    row = PulledRecord(seq=1, scopes=("everyone",), hash=codec.sha256(body), body=body.decode())
    epoch = "0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01"
    store.outbox.store_page(PullAnswer(epoch=epoch, records=(row,), cursors={"everyone": 1}))
    app.walks.wake()
    settle(app.tablet.reads)
    assert app.walks.answers.all.rowCount() == 1
    before = app.tablet.store.copies.state()
    hand_back(app, "2580", qtbot)
    assert app.tablet.store.copies.state() != before  # so that whoever keeps what was read reads again
    assert app.walks.answers.all.rowCount() == 0
    settle(app.tablet.reads)
    assert app.walks.answers.all.rowCount() == 0


def test_a_report_thrown_away_just_before_is_gone_with_its_photo(
    app: App, store: Store, make: Any, qtbot: QtBot
) -> None:
    """Not locked away as a photo of nothing, to be checked by whoever opens the group’s things."""
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    photo = store.photos.add(make(Photo, about=app.report.id), b"a face")
    app.report.throwAway()
    assert app.last.kind == "thrown"
    hand_back(app, "2580", qtbot)
    assert store.locks.open("2580") is not None
    assert store.records.all(Photo) == []
    assert list(store.photos.folder.iterdir()) == []
    assert store.records.get(photo.id).deleted_at is not None


def test_pictures_that_are_still_being_brought_do_not_come_to_the_next_group(
    app: App, store: Store, qtbot: QtBot
) -> None:
    """Each file is a job of its own: those after the lock would be nobody's, and shown."""
    files = sorted((DEMO / "photos").glob("*.jpg"))[:4]
    app.openCamera("", QUrl())
    app.camera.bring("\n".join(QUrl.fromLocalFile(str(file)).toString() for file in files))
    hand_back(app, "2580", qtbot)
    qtbot.waitUntil(lambda: not app.camera.saving, timeout=LONG)
    qtbot.wait(50)
    assert (store.records.all(Photo), store.drafts.all()) == ([], [])
    assert store.locks.open("2580") is not None
    assert store.records.all(Photo) != []


def test_an_end_that_is_told_after_the_tablet_was_handed_back_is_nobodys(app: App, feed: Feed) -> None:
    """Hours were being judged: the end is on disk by then; it neither opens its page nor ends the next group's walk."""
    walked(app)
    shown: list[str] = []
    app.live.ended.connect(shown.append)
    app.finishWalk()
    app.live.finish_now()
    app.live.forget()
    app.startWalk()
    settle(app.tablet.track)
    assert (shown, app.page, app.live.running) == ([], "live", True)
    feed.walk(5)
    recorded(app)
    assert app.live.session is not None
    assert app.live.session.recording.kept == 5
