"""Enrolling from the window: a square or typed code, three words to compare, and every way it may fail in words."""

from __future__ import annotations

import socketserver
import threading
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from sync.protocol.enrol_link import EnrolLink
from sync.protocol.three_words import three_words
from tests.sync.client.field import Gup, gup
from walker.device.replay_camera import ReplayCamera
from walker.device.squares import draw_square, read_square
from walker.store import Store
from walker.viewmodels.app import App

LONG = 30_000
OFFICE = EnrolLink(url="https://gup.example.org", code="K7QM-3RTX")


def asked(app: App, url: str, code: str, qtbot: QtBot) -> None:
    enrolment = app.sharing.enrolment
    enrolment.typeAddress(url)
    enrolment.typeCode(code)
    enrolment.compare()
    enrolment.ask()
    assert enrolment.busy  # the window is free meanwhile
    qtbot.waitUntil(lambda: not enrolment.busy and not app.sync.busy, timeout=LONG)


def test_a_scanned_square_fills_in_the_form_and_shows_three_words(app: App) -> None:
    app.open("enrol")
    app.sharing.squares.found.emit(OFFICE.text)
    enrolment = app.sharing.enrolment
    assert (enrolment.address, enrolment.code, enrolment.comparing) == (OFFICE.url, OFFICE.code, True)
    assert tuple(enrolment.words.split("\n")) == three_words(OFFICE.url, OFFICE.code)
    enrolment.differs()  # a person says no: nothing was asked
    assert (enrolment.code, enrolment.comparing, enrolment.busy) == ("", False, False)


def test_a_picture_of_the_square_does_as_well(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "carre.png"
    assert draw_square(OFFICE.text, dark="#17212B", light="#FFFFFF", side=300).save(str(file))
    app.open("enrol")
    app.sharing.squares.readFile(QUrl.fromLocalFile(str(file)))
    qtbot.waitUntil(lambda: app.sharing.enrolment.comparing, timeout=LONG)
    assert app.sharing.enrolment.code == OFFICE.code


def test_a_picture_without_a_square_is_said(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    app.sharing.squares.readFile(QUrl.fromLocalFile(str(tmp_path / "x.jpg")))
    qtbot.waitUntil(lambda: app.sharing.squares.missed, timeout=LONG)


@pytest.mark.parametrize(("dark", "light"), [("#000000", "#FFFFFF"), ("#0A0605", "#E0A074")])
def test_what_this_app_draws_it_reads_by_day_and_by_night(dark: str, light: str) -> None:
    assert read_square(draw_square(OFFICE.text, dark=dark, light=light, side=400)) == OFFICE.text


def test_another_square_is_refused_and_changes_nothing(app: App) -> None:
    app.open("enrol")
    app.sharing.squares.found.emit("WIFI:S:Maison;;")
    assert (app.sharing.enrolment.fault, app.sharing.enrolment.comparing) == ("other_square", False)


def test_the_code_is_typed_with_big_keys(app: App) -> None:
    enrolment = app.sharing.enrolment
    for key in ["K", "7", "Q", "X", "", "M", "3", "R", "T", "X"]:
        enrolment.press(key)
    assert enrolment.code == "K7QM-3RTX"
    enrolment.typeCode(" k7qm 3rtx ")
    assert enrolment.code == "K7QM-3RTX"


def test_a_tablet_joins_sends_at_once_and_the_code_serves_once(app: App, server: Gup, qtbot: QtBot) -> None:
    code = gup("enrol-code", "--data", str(server.data)).stdout.strip()
    app.open("enrol")
    asked(app, server.url, code, qtbot)
    assert (app.sharing.enrolment.fault, app.sync.enrolled, app.sync.serverUrl) == ("", True, server.url)
    assert app.page == "sync"
    assert app.sync.lastSyncMs > 0
    asked(app, server.url, code, qtbot)
    assert app.sharing.enrolment.fault == "bad_enrol_code"


def test_nobody_there_is_said_and_everything_stays(app: App, qtbot: QtBot) -> None:
    asked(app, "http://127.0.0.1:9", "ABCD", qtbot)
    assert app.sharing.enrolment.fault == "unreachable"
    assert not app.sync.enrolled


def test_an_unprotected_address_is_refused(app: App, qtbot: QtBot) -> None:
    asked(app, "http://gup.example.org", "ABCD", qtbot)
    assert app.sharing.enrolment.fault == "insecure_address"


def test_a_login_page_of_a_wifi_is_said(app: App, qtbot: QtBot) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing on stderr."""

    with socketserver.TCPServer(("127.0.0.1", 0), Quiet) as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.05,))
        thread.start()
        asked(app, f"http://127.0.0.1:{other.server_address[1]}", "ABCD", qtbot)
        other.shutdown()
        thread.join()
    assert app.sharing.enrolment.fault == "not_a_server"


def test_a_server_without_a_certificate_is_not_trusted(app: App, server: Gup, qtbot: QtBot) -> None:
    asked(app, server.url.replace("http://", "https://"), "ABCD", qtbot)
    assert app.sharing.enrolment.fault == "untrusted_server"


def test_the_camera_reads_the_square_by_itself_and_goes_off(
    app: App, lens: ReplayCamera, tmp_path: Path, qtbot: QtBot
) -> None:
    """Frames are read on a worker; the first square that is found ends the looking."""
    lens.pictures = [_held_before_the_lens(tmp_path)]
    app.open("enrol")
    app.sharing.squares.look()
    qtbot.waitUntil(lambda: app.sharing.enrolment.comparing, timeout=LONG)
    assert app.sharing.enrolment.code == OFFICE.code
    assert not app.sharing.squares.looking
    assert app.viewfinder.state == "off"


def test_leaving_the_page_turns_the_camera_off(app: App, lens: ReplayCamera) -> None:
    app.open("enrol")
    app.sharing.squares.look()
    assert app.viewfinder.state != "off"
    app.back()
    assert (app.viewfinder.state, app.sharing.squares.looking) == ("off", False)


def _held_before_the_lens(folder: Path) -> Path:
    """The square on a screen, askew, small and grey, as a hand holds a tablet before it."""
    picture = QImage(1280, 960, QImage.Format.Format_RGB32)
    picture.fill(QColor("#5A5550"))
    painter = QPainter(picture)
    painter.translate(540, 260)
    painter.rotate(11)
    painter.drawImage(0, 0, draw_square(OFFICE.text, dark="#2B2F33", light="#C9CCC4", side=330))
    painter.end()
    file = folder / "frame.jpg"
    assert picture.save(str(file), "JPEG", 60)
    return file


def test_an_answer_that_comes_as_the_window_closes_is_kept_for_its_code_is_used_up(
    app: App, store: Store, server: Gup, qtbot: QtBot
) -> None:
    enrolment = app.sharing.enrolment
    enrolment.typeAddress(server.url)
    enrolment.typeCode(gup("enrol-code", "--data", str(server.data)).stdout.strip())
    enrolment.ask()
    app.tablet.worker._threads.submit(lambda: None).result(LONG / 1000)  # after the answer, before the window hears it
    app.close()
    assert store.outbox.enrolment() is not None
