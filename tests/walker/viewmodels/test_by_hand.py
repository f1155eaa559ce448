"""Issue 4, item 6, from the window: given to the tablet that carries, carried for others, written to a file."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from scripts.scenes.sharing import OFFICE_KEY, OnWifi
from sync.client.courier import CourierDoor
from sync.formats.bundle import Bundle
from sync.formats.seal import public_of
from sync.protocol.records import Photo, Report
from sync.protocol.walk_invitation import PREFIX as INVITATION
from tests.sync.client.field import Gup, gup, picture
from walker.commands.hand_over import hand_over_what_waits
from walker.device.network import QtNetwork
from walker.store import Store, open_store
from walker.store.outbox import SEAL_KEY
from walker.store.space import MB, PHOTO_RESERVE
from walker.viewmodels.app import App

LONG = 30_000
NEAR = ("127.0.0.1",)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Callable[..., CourierDoor]]:
    """The door of another tablet, as its page opens it."""
    opened: list[CourierDoor] = []

    def open_(reader: str = OFFICE_KEY, **how: Any) -> CourierDoor:
        opened.append(
            CourierDoor(tmp_path / "carrier", addresses=NEAR, reader=reader, carrier="K7QM", listen=NEAR[0], **how)
        )
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


@pytest.fixture
def other(tmp_path: Path, make: Any) -> Iterator[Store]:
    """Another tablet, with something to give."""
    with open_store(tmp_path / "other") as store:
        store.records.save(make(Report, category="litter"))
        yield store


@pytest.fixture
def carrier(app: App, store: Store, qtbot: QtBot) -> App:
    """This tablet with its square on screen."""
    store.settings.set(SEAL_KEY, OFFICE_KEY)
    app.sync.network = OnWifi(*NEAR)
    app.open("sync")
    app.open("carry")
    qtbot.waitUntil(lambda: app.sharing.carrying.standing == "open", timeout=LONG)
    return app


def given(app: App, qtbot: QtBot) -> None:
    app.sharing.giving.give()
    qtbot.waitUntil(lambda: app.sharing.giving.step != "giving", timeout=LONG)


def answers(square: str) -> bool:
    """Whether somebody listens there."""
    from sync.protocol.handover import read_handover

    with socket.socket() as link:
        link.settimeout(2)
        return link.connect_ex((NEAR[0], read_handover(square).port)) == 0


def test_a_square_is_read_then_given_with_one_touch_and_nothing_counts_as_sent(
    app: App, store: Store, make: Any, *, door: Callable[..., CourierDoor], tmp_path: Path, qtbot: QtBot
) -> None:
    report = store.records.save(make(Report, category="litter"))
    store.photos.add_checked(make(Photo, about=report.id), picture(2_500_000))
    waiting = store.outbox.backlog().left
    app.open("handover")
    app.sharing.squares.found.emit(door().handover.text)
    giving = app.sharing.giving
    assert (giving.step, giving.carrier, list((tmp_path / "carrier").iterdir())) == ("ready", "K7QM", [])
    measured: set[float] = set()
    giving.changed.connect(lambda: measured.add(giving.bytesDone))
    given(app, qtbot)
    assert (giving.step, giving.fault, giving.count) == ("given", "", app.sync.waiting)
    assert len(measured) > 3 and max(measured) == giving.bytesTotal > 2_500_000
    assert len(list((tmp_path / "carrier").iterdir())) == 1
    assert store.outbox.backlog().left == waiting


def test_scanned_on_any_page_the_square_opens_its_own(app: App, door: Callable[..., CourierDoor]) -> None:
    app.open("enrol")
    app.sharing.squares.found.emit(door().handover.text)
    assert (app.page, app.sharing.giving.step) == ("handover", "ready")
    app.sharing.squares.found.emit(f"{INVITATION}1:AAAA")
    assert (app.page, app.sharing.joining.fault) == ("join", "damaged_invitation")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("WIFI:S:Maison;;", "not_a_handover"),
        ("GUPHAND9:AAAA", "newer_handover"),
        ("GUPHAND1:AAAA", "damaged_handover"),
        ("", "not_a_handover"),
    ],
)
def test_any_other_square_is_said(app: App, text: str, code: str) -> None:
    app.open("handover")
    app.sharing.squares.found.emit(text)
    assert (app.sharing.giving.fault, app.sharing.giving.step, app.page) == (code, "scan", "handover")


def test_a_square_whose_key_is_none_is_not_whole(app: App, door: Callable[..., CourierDoor]) -> None:
    app.sharing.giving.read(door(reader="no key").handover.text)
    assert (app.sharing.giving.fault, app.sharing.giving.step) == ("damaged_handover", "scan")


def test_the_square_of_another_office_is_given_nothing(
    app: App, store: Store, make: Any, *, door: Callable[..., CourierDoor], tmp_path: Path, qtbot: QtBot
) -> None:
    store.records.save(make(Report, category="litter"))
    store.settings.set(SEAL_KEY, OFFICE_KEY)
    app.sharing.giving.read(door(reader=public_of(b"x" * 32)).handover.text)
    given(app, qtbot)
    assert app.sharing.giving.fault == "untrusted_server"
    assert list((tmp_path / "carrier").iterdir()) == []


def test_paused_it_goes_on_where_it_was(
    app: App, store: Store, make: Any, *, door: Callable[..., CourierDoor], tmp_path: Path, qtbot: QtBot
) -> None:
    report = store.records.save(make(Report, category="litter"))
    store.photos.add_checked(make(Photo, about=report.id), picture(6_000_000))
    giving = app.sharing.giving
    giving.read(door().handover.text)

    def pause() -> None:
        if giving.bytesDone > 0:
            giving.stop()

    giving.changed.connect(pause)
    given(app, qtbot)
    giving.changed.disconnect(pause)
    assert (giving.step, giving.fault) == ("ready", "stopped")
    (part,) = (tmp_path / "carrier").glob("*.part")
    have = part.stat().st_size
    assert have > 0
    steps: list[float] = []
    giving.changed.connect(lambda: steps.append(giving.bytesDone))
    given(app, qtbot)
    assert giving.step == "given" and min(step for step in steps if step) > have


def test_a_square_that_is_gone_is_said(
    app: App, store: Store, make: Any, door: Callable[..., CourierDoor], qtbot: QtBot
) -> None:
    store.records.save(make(Report, category="litter"))
    first = door()
    app.sharing.giving.read(first.handover.text)
    first.close()
    given(app, qtbot)
    assert (app.sharing.giving.fault, app.sharing.giving.step) == ("unreachable", "ready")


def test_a_full_carrier_is_said_on_both_tablets(carrier: App, store: Store, other: Store, qtbot: QtBot) -> None:
    carrying = carrier.sharing.carrying
    store.space.measure = lambda _folder: PHOTO_RESERVE + MB // 1000
    from sync.protocol.errors import ErrorCode, SyncError
    from sync.protocol.handover import read_handover

    with pytest.raises(SyncError) as refused:
        hand_over_what_waits(other, read_handover(carrying.square))
    assert refused.value.error is ErrorCode.SERVER_FULL
    qtbot.waitUntil(lambda: bool(carrying.full), timeout=LONG)
    assert carrier.sync.carried == 0


def test_what_others_bring_is_counted_and_the_door_closes_with_the_page(
    carrier: App, store: Store, other: Store, qtbot: QtBot
) -> None:
    from sync.protocol.handover import read_handover

    carrying = carrier.sharing.carrying
    square = carrying.square
    hand_over_what_waits(other, read_handover(square))
    qtbot.waitUntil(lambda: carrying.received == 1, timeout=LONG)
    (file,) = store.outbox.carried()
    assert carrying.receivedBytes == file.size == carrier.sync.carriedBytes
    assert carrier.sync.carried == 1
    assert answers(square)
    carrier.back()
    assert carrying.square == ""
    qtbot.waitUntil(lambda: not answers(square), timeout=LONG)


def test_help_over_the_square_closes_the_door_and_the_way_back_shows_a_new_one(carrier: App, qtbot: QtBot) -> None:
    carrying = carrier.sharing.carrying
    square = carrying.square
    carrier.open("aid")
    qtbot.waitUntil(lambda: not answers(square), timeout=LONG)
    carrier.back()
    qtbot.waitUntil(lambda: carrying.standing == "open", timeout=LONG)
    assert carrying.square != square and answers(carrying.square)


def test_left_before_it_was_open_nothing_listens(carrier: App, qtbot: QtBot) -> None:
    carrying = carrier.sharing.carrying
    for _ in range(3):
        carrier.back()
        carrier.open("carry")
    carrier.back()
    carrier.tablet.by_hand.settle()
    qtbot.waitUntil(lambda: carrying.standing == "closed" and carrying.square == "", timeout=LONG)


def test_the_window_closes_with_its_door(carrier: App) -> None:
    square = carrier.sharing.carrying.square
    carrier.close()
    assert not answers(square)


def test_without_wifi_it_is_said_and_looked_for_again(app: App, store: Store, qtbot: QtBot) -> None:
    app.sync.network = OnWifi()
    app.open("carry")
    carrying = app.sharing.carrying
    assert carrying.standing == "not_enrolled"
    store.settings.set(SEAL_KEY, OFFICE_KEY)
    carrying.again()
    assert (carrying.standing, carrying.square) == ("no_network", "")
    app.sync.network = OnWifi(*NEAR)
    carrying.again()
    qtbot.waitUntil(lambda: carrying.standing == "open", timeout=LONG)


def test_this_machine_alone_is_no_network() -> None:
    assert not [address for address in QtNetwork().addresses() if address.startswith(("127.", "169.254."))]


def test_all_that_waits_is_written_to_a_file(app: App, store: Store, make: Any, tmp_path: Path, qtbot: QtBot) -> None:
    report = store.records.save(make(Report, category="litter"))
    store.photos.add_checked(make(Photo, about=report.id), picture(300_000))
    waiting = store.outbox.backlog().left
    by_file, target = app.sharing.byFile, tmp_path / "sur-la-cle.gupz"
    app.open("bundle")
    by_file.write(QUrl.fromLocalFile(str(target)))
    qtbot.waitUntil(lambda: by_file.told == "write", timeout=LONG)
    assert (by_file.file, by_file.records, by_file.missing) == (str(target), 2, 0)
    with Bundle(target) as bundle:
        assert bundle.manifest.device_id == store.identity.device_id()
    assert store.outbox.backlog().left == waiting
    by_file.readAnswer(QUrl.fromLocalFile(str(target)))
    qtbot.waitUntil(lambda: by_file.fault != "", timeout=LONG)
    assert (by_file.fault, by_file.told) == ("bundle_not_ours", "")


@pytest.fixture
def enrolled(app: App, server: Gup, qtbot: QtBot) -> App:
    app.sharing.enrolment.typeAddress(server.url)
    app.sharing.enrolment.typeCode(gup("enrol-code", "--data", str(server.data)).stdout.strip())
    app.sharing.enrolment.ask()
    qtbot.waitUntil(lambda: app.sync.lastSyncMs > 0 and not app.sync.busy, timeout=LONG)
    return app


def test_the_answer_of_the_office_is_read_and_only_then_it_is_sent(
    enrolled: App, store: Store, make: Any, *, server: Gup, tmp_path: Path, qtbot: QtBot
) -> None:
    store.records.save(make(Report, category="litter"))
    by_file, target, answer = enrolled.sharing.byFile, tmp_path / "to.gupz", tmp_path / "back.gupz"
    by_file.write(QUrl.fromLocalFile(str(target)))
    qtbot.waitUntil(lambda: by_file.told == "write", timeout=LONG)
    assert enrolled.sync.waiting == 1
    done = gup("import", "gupz", str(target), "--answer", str(answer), "--data", str(server.data))
    assert done.returncode == 0, done.stderr
    by_file.readAnswer(QUrl.fromLocalFile(str(answer)))
    qtbot.waitUntil(lambda: by_file.told == "read", timeout=LONG)
    assert (by_file.sent, by_file.left, enrolled.sync.waiting) == (1, 0, 0)


def test_what_is_carried_goes_with_the_next_sending_and_is_measured(
    enrolled: App, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    sync, content = enrolled.sync, b"sealed, of another tablet" * 100_000
    folder = store.folder / "carried"
    folder.mkdir()
    (folder / hashlib.sha256(content).hexdigest()).write_bytes(content)
    enrolled.tablet.recordsChanged.emit()
    assert (sync.carried, sync.carriedBytes) == (1, len(content))
    seen: list[tuple[str, float, float]] = []
    sync.changed.connect(lambda: seen.append((sync.phase, sync.bytesDone, sync.bytesTotal)))
    sync.sendNow()
    qtbot.waitUntil(lambda: not sync.busy, timeout=LONG)
    assert ("carried", len(content), len(content)) in seen
    assert (sync.fault, sync.carried) == ("", 0)


def test_a_folder_that_is_gone_and_a_file_that_is_no_bundle_are_said(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    by_file = app.sharing.byFile
    by_file.write(QUrl.fromLocalFile(str(tmp_path / "nowhere" / "x.gupz")))
    qtbot.waitUntil(lambda: by_file.busy == "", timeout=LONG)
    assert by_file.fault == "folder_unusable"
    (tmp_path / "x.gupz").write_bytes(b"no zip")
    by_file.readAnswer(QUrl.fromLocalFile(str(tmp_path / "x.gupz")))
    qtbot.waitUntil(lambda: by_file.busy == "" and by_file.fault.startswith("bundle_"), timeout=LONG)
