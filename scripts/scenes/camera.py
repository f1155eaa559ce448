"""The camera: looking, several shots in a row, an earlier photo as a ghost, and a tablet that has none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QUrl

from scripts.scenes.stage import PHOTO, Stage
from walker.device.camera import CameraState
from walker.device.replay_camera import ReplayCamera


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    lens = app.tablet.camera
    assert isinstance(lens, ReplayCamera)
    lens.become(CameraState.READY)
    stage.start_walk()
    app.openCamera("", QUrl())
    stage.wait(lambda: app.viewfinder.source != "")
    yield "camera"
    app.camera.toggleSeveral()
    for shots in (1, 2):
        app.camera.shoot()
        stage.wait(lambda shots=shots: app.camera.count == shots)  # type: ignore[misc]
    yield "camera, several"
    app.camera.goOn()
    stage.wait(lambda: app.viewfinder.source == "")  # off with the page before, on with the next one
    app.openCamera(app.report.id, PHOTO)
    stage.wait(lambda: app.viewfinder.source != "")
    yield "camera, earlier photo"
    lens.become(CameraState.NONE)
    yield "camera, none"
    lens.become(CameraState.BUSY)
    yield "camera, busy"
    lens.become(CameraState.READY)
