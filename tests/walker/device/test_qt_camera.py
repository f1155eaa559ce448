"""The camera through QtMultimedia: each fault has its state, a shot is a JPEG, the best camera and size are taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.walker.window import DEMO
from walker.device import qt_camera
from walker.device.camera import CameraState, Frame, NoCamera, Shot
from walker.device.qt_camera import QtCamera, best_device, best_format, is_forbidden, state_of_fault

pytestmark = pytest.mark.xdist_group("qml")
PATIENCE = 20_000


@pytest.fixture
def camera(qapp: QCoreApplication) -> Any:
    made = QtCamera()
    yield made
    made.stop()
    made.deleteLater()


def test_a_machine_without_a_camera_says_so(camera: QtCamera, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtMultimedia import QMediaDevices

    monkeypatch.setattr(QMediaDevices, "videoInputs", staticmethod(list))
    states: list[CameraState] = []
    camera.start(states.append, lambda frame: None)
    assert states == [CameraState.STARTING, CameraState.NONE]
    shots: list[Shot | None] = []
    camera.capture(shots.append)
    assert shots == [None]
    camera._on_plugged()  # one that is plugged in later is looked for
    assert states[-1] == CameraState.NONE


def test_a_shot_is_the_picture_the_camera_gave_as_a_jpeg(camera: QtCamera, qtbot: QtBot) -> None:
    """Through Qt's own session and capture; the frames come from a file, since a test machine has no camera."""
    from PySide6.QtMultimedia import QImageCapture, QMediaCaptureSession, QVideoFrame, QVideoFrameInput, QVideoSink

    picture = QImage(str(DEMO / "photos" / "03-encombrants.jpg")).convertToFormat(QImage.Format.Format_RGB32)
    frames: list[Frame] = []
    camera._on_state, camera._on_frame = (lambda state: None), frames.append
    session, sink, source = QMediaCaptureSession(camera), QVideoSink(camera), QVideoFrameInput(camera)
    camera._capture = QImageCapture(camera)
    session.setVideoFrameInput(source)
    camera._join(session, sink)
    source.sendVideoFrame(QVideoFrame(picture))
    qtbot.waitUntil(lambda: len(frames) > 0, timeout=PATIENCE)
    assert frames[0]().size() == picture.size()
    shots: list[Shot | None] = []
    qtbot.waitUntil(lambda: camera._capture.isReadyForCapture() or source.sendVideoFrame(QVideoFrame(picture)))
    camera._waiting.append(shots.append)
    camera._capture.capture()
    source.sendVideoFrame(QVideoFrame(picture))
    qtbot.waitUntil(lambda: len(shots) > 0, timeout=PATIENCE)
    assert shots[0] is not None
    jpeg = shots[0]()
    assert jpeg.startswith(b"\xff\xd8")
    again = QImage.fromData(jpeg)
    assert again.size() == picture.size()


def test_a_camera_that_stops_in_the_middle_answers_every_shot(camera: QtCamera) -> None:
    shots: list[Shot | None] = []
    camera._waiting.append(shots.append)
    camera.stop()
    assert shots == [None]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Device or resource busy", CameraState.BUSY),
        ("The camera is in use by another application", CameraState.BUSY),
        ("Permission denied", CameraState.REFUSED),
        ("Access to the camera is not permitted", CameraState.REFUSED),
        ("Cannot open device", CameraState.FAILED),
        ("", CameraState.FAILED),
    ],
)
def test_the_system_s_words_give_the_state(words: str, state: CameraState) -> None:
    assert state_of_fault(words) == state


def test_a_fault_closes_the_camera_and_is_told(camera: QtCamera) -> None:
    states: list[CameraState] = []
    camera._on_state = states.append
    camera._on_fault(None, "Device or resource busy")
    assert states == [CameraState.BUSY]


def test_a_camera_file_that_we_may_not_open_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_camera.os.path, "exists", lambda path: True)
    monkeypatch.setattr(qt_camera.os, "access", lambda path, how: False)
    assert is_forbidden("/dev/video0")
    assert not is_forbidden("{some-windows-name}")


class Form:
    def __init__(self, width: int, height: int, rate: float) -> None:
        self.size, self.rate = QSize(width, height), rate

    def resolution(self) -> QSize:
        return self.size

    def maxFrameRate(self) -> float:
        return self.rate


@pytest.mark.parametrize(
    ("forms", "best"),
    [
        ([Form(640, 480, 30), Form(1920, 1080, 30), Form(4000, 3000, 2)], (1920, 1080)),  # a slow viewfinder lags
        ([Form(4000, 3000, 15), Form(8000, 6000, 15)], (4000, 3000)),  # more is thrown away
        ([Form(1280, 720, 5)], (1280, 720)),
    ],
)
def test_the_most_pixels_that_are_used_and_still_move(forms: list[Form], best: tuple[int, int]) -> None:
    chosen = best_format(forms)  # type: ignore[arg-type]
    assert chosen is not None
    assert chosen.resolution().toTuple() == best
    assert best_format([]) is None


def test_the_camera_at_the_back_is_taken(qapp: QCoreApplication) -> None:
    from PySide6.QtMultimedia import QCameraDevice

    class Device:
        def __init__(self, at: Any) -> None:
            self.at = at

        def position(self) -> Any:
            return self.at

    front, back = Device(QCameraDevice.Position.FrontFace), Device(QCameraDevice.Position.BackFace)
    pick: Callable[[list[Any]], Any] = best_device
    assert pick([front, back]) is back
    assert pick([front]) is front
    assert pick([]) is None


def test_no_camera_fits_the_same_interface(tmp_path: Path) -> None:
    states: list[CameraState] = []
    shots: list[Shot | None] = []
    none = NoCamera()
    none.start(states.append, lambda frame: None)
    none.capture(shots.append)
    none.light(True)
    none.stop()
    assert (states, shots) == ([CameraState.NONE], [None])
