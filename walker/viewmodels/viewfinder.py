"""What the camera sees, as pages show it: the pages that take photos and those that read a QR code share one.

Drawn as pictures of an image provider, since Qt's own video item shows nothing under the software renderer.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

from walker.device.camera import Camera, CameraState, Frame
from walker.viewmodels.worker import Worker

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

PROVIDER = "viewfinder"
SIDE = 1280  # as large as a tablet's screen shows it
LEAST_S = 1 / 20  # between two pictures: more would cost battery and show nothing new


@QmlElement
class Viewfinder(QObject):
    """`source` is the picture now; empty while there is none."""

    stateChanged = Signal()
    framed = Signal()
    looked = Signal(QImage)  # each picture shown, for who reads codes in it: hand it to a worker

    def __init__(self, camera: Camera, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.camera = camera
        self.image = QImage()
        self._state = CameraState.OFF
        self._count = 0
        self._users = self._starts = 0
        self._worker: Worker | None = None
        self._converting = False
        self._last = 0.0

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """off, starting, ready, none, refused, busy or failed."""
        return str(self._state.value)

    @Property(bool, notify=stateChanged)
    def hasFlash(self) -> bool:
        return self.camera.has_flash

    @Property(str, notify=framed)
    def source(self) -> str:
        return f"image://{PROVIDER}/{self._count}" if self._count and not self.image.isNull() else ""

    @Slot()
    def start(self) -> None:
        """A page looks through it; each `start` needs its `stop`."""
        self._users += 1
        if self._users == 1:
            self._begin()

    @Slot()
    def stop(self) -> None:
        if self._users == 0:
            return
        self._users -= 1
        if self._users == 0:
            self.camera.stop()
            self._show(QImage())
            self._on_state(CameraState.OFF)

    @Slot()
    def again(self) -> None:
        """Try once more: another program may have let go of it, or a right been given."""
        if self._users:
            self.camera.stop()
            self._begin()

    def is_ready(self) -> bool:
        """Whether a shot can be taken."""
        return self._state == CameraState.READY

    def close(self) -> None:
        self._users = min(self._users, 1)
        self.stop()
        if self._worker is not None:
            self._worker.close()

    def _begin(self) -> None:
        """Its first picture counts, whatever was on its way when it was stopped: some cameras give one alone."""
        self._starts += 1
        self._converting, self._last = False, 0.0
        self.camera.start(self._on_state, self._on_frame)

    def _on_state(self, state: CameraState) -> None:
        self._state = state
        self.stateChanged.emit()

    def _on_frame(self, frame: Frame) -> None:
        """Those that come while one is being converted are let go."""
        now = time.monotonic()
        if self._converting or now - self._last < LEAST_S or not self._users:
            return
        self._converting, self._last = True, now
        if self._worker is None:
            self._worker = Worker(self)
        start = self._starts

        def converted(image: QImage) -> None:
            if start != self._starts:
                return
            self._converting = False
            if self._users and not image.isNull():
                self._show(image)
                self.looked.emit(image)

        def missed(_fault: Exception) -> None:  # one frame that cannot be read: the next one comes
            if start == self._starts:
                self._converting = False

        self._worker.run(lambda: fitted(frame()), converted, missed)

    def _show(self, image: QImage) -> None:
        self.image = image
        self._count += 1
        self.framed.emit()


class ViewfinderProvider(QQuickImageProvider):
    """Gives the picture of now, whatever number is asked for."""

    def __init__(self, image: Callable[[], QImage]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._image = image

    def requestImage(self, _name: str, size: QSize, _requested: QSize) -> QImage:
        image = self._image()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def fitted(image: QImage) -> QImage:
    """No larger than a screen shows, in the form that is drawn without another conversion. Slow."""
    if image.isNull():
        return image
    if max(image.width(), image.height()) > SIDE:
        from PySide6.QtCore import Qt

        image = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)
    return image.convertToFormat(QImage.Format.Format_RGB32)
