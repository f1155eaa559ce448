"""The camera of this tablet through QtMultimedia, which is loaded when the first page looks through it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from walker.device.camera import CameraState, OnFrame, OnShot, OnState

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat

MOST_PIXELS = 13_000_000  # more is thrown away when the picture is made ready to send
SMOOTH = 12  # pictures a second below which a viewfinder lags behind the hand
QUALITY = 92


class QtCamera(QObject):
    """Fits Camera. The camera at the back where there are two; one that is plugged in later is noticed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.has_flash = False
        self._flash = False
        self._on_state: OnState | None = None
        self._on_frame: OnFrame | None = None
        self._waiting: list[OnShot] = []
        self._devices: Any = None
        self._parts: list[QObject] = []  # session, camera, capture, sink: while it is on
        self._camera: Any = None
        self._capture: Any = None

    def start(self, on_state: OnState, on_frame: OnFrame) -> None:
        self._on_state, self._on_frame = on_state, on_frame
        self._tell(CameraState.STARTING)
        from PySide6.QtMultimedia import QMediaDevices

        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._on_plugged)
        self._ask()

    def stop(self) -> None:
        self._on_state = self._on_frame = None
        self._close()

    def capture(self, on_shot: OnShot) -> None:
        if self._capture is None or not self._capture.isReadyForCapture():
            on_shot(None)
            return
        self._waiting.append(on_shot)
        if self._capture.capture() < 0:
            self._answer(None)

    def light(self, on: bool) -> None:
        self._flash = on
        if self._camera is not None and self.has_flash:
            from PySide6.QtMultimedia import QCamera

            self._camera.setFlashMode(QCamera.FlashMode.FlashOn if on else QCamera.FlashMode.FlashOff)

    def _ask(self) -> None:
        """The system may want to ask the person first."""
        from PySide6.QtCore import QCameraPermission, QCoreApplication, Qt

        application = QCoreApplication.instance()
        assert application is not None
        permission = QCameraPermission()
        match application.checkPermission(permission):
            case Qt.PermissionStatus.Granted:
                self._open()
            case Qt.PermissionStatus.Denied:
                self._tell(CameraState.REFUSED)
            case _:
                application.requestPermission(permission, self, self._permitted)

    def _permitted(self, permission: Any) -> None:
        from PySide6.QtCore import QCoreApplication, Qt

        application = QCoreApplication.instance()
        if self._on_state is None or application is None:
            return
        if application.checkPermission(permission) == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self._tell(CameraState.REFUSED)

    def _open(self) -> None:
        from PySide6.QtMultimedia import QCamera, QImageCapture, QMediaCaptureSession, QMediaDevices, QVideoSink

        self._close()
        device = best_device(QMediaDevices.videoInputs())
        if device is None:
            self._tell(CameraState.NONE)
            return
        if is_forbidden(bytes(device.id().data()).decode(errors="replace")):
            self._tell(CameraState.REFUSED)
            return
        session, sink = QMediaCaptureSession(self), QVideoSink(self)
        camera, capture = QCamera(device, self), QImageCapture(self)
        self._parts = [session, sink, capture, camera]
        self._camera, self._capture = camera, capture
        form = best_format(device.videoFormats())
        if form is not None:
            camera.setCameraFormat(form)
        camera.errorOccurred.connect(self._on_fault)
        camera.activeChanged.connect(self._on_active)
        self._join(session, sink)
        session.setCamera(camera)
        self.has_flash = camera.isFlashModeSupported(QCamera.FlashMode.FlashOn)
        self.light(False)
        camera.start()

    def _join(self, session: Any, sink: Any) -> None:
        """What a frame and a shot go through, whatever they come from."""
        self._capture.imageCaptured.connect(self._on_captured)
        self._capture.errorOccurred.connect(self._on_missed)
        sink.videoFrameChanged.connect(self._on_video_frame)
        session.setImageCapture(self._capture)
        session.setVideoSink(sink)

    def _close(self) -> None:
        while self._waiting:
            self._answer(None)
        if self._camera is not None:
            self._camera.stop()
        for part in self._parts:
            part.disconnect(self)
            part.deleteLater()
        self._parts, self._camera, self._capture = [], None, None

    def _tell(self, state: CameraState) -> None:
        if self._on_state is not None:
            self._on_state(state)

    def _answer(self, image: QImage | None) -> None:
        if self._waiting:
            self._waiting.pop(0)(None if image is None or image.isNull() else lambda: as_jpeg(image))

    @Slot()
    def _on_plugged(self) -> None:
        """A camera came or went: unless the one we look through is still there, look again."""
        if self._on_state is None:
            return
        from PySide6.QtMultimedia import QMediaDevices

        held = self._camera.cameraDevice() if self._camera is not None else None
        if held is None or held not in QMediaDevices.videoInputs():
            self._ask()

    @Slot(bool)
    def _on_active(self, active: bool) -> None:
        if active:
            self._tell(CameraState.READY)

    @Slot("QCamera::Error", str)
    def _on_fault(self, _error: object, words: str) -> None:
        self._close()
        self._tell(state_of_fault(words))

    @Slot("QVideoFrame")
    def _on_video_frame(self, frame: Any) -> None:
        if self._on_frame is not None and frame.isValid():
            self._on_frame(frame.toImage)

    @Slot(int, QImage)
    def _on_captured(self, _number: int, image: QImage) -> None:
        self._answer(image)

    @Slot(int, "QImageCapture::Error", str)
    def _on_missed(self, _number: int, _error: object, _words: str) -> None:
        self._answer(None)


def best_device(devices: list[QCameraDevice]) -> QCameraDevice | None:
    """The one that looks away from the person; else the system's first."""
    from PySide6.QtMultimedia import QCameraDevice

    first = devices[0] if devices else None
    return next((one for one in devices if one.position() == QCameraDevice.Position.BackFace), first)


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The most pixels that we use and that still move smoothly."""
    fit = [one for one in formats if _pixels(one) <= MOST_PIXELS] or formats
    smooth = [one for one in fit if one.maxFrameRate() >= SMOOTH] or fit
    return max(smooth, key=lambda one: (_pixels(one), one.maxFrameRate()), default=None)


def state_of_fault(words: str) -> CameraState:
    """Qt gives one code and the system's own words."""
    said = words.lower()
    if any(word in said for word in ("busy", "in use", "another app")):
        return CameraState.BUSY
    if any(word in said for word in ("permission", "denied", "not permitted", "access")):
        return CameraState.REFUSED
    return CameraState.FAILED


def is_forbidden(device: str) -> bool:
    """On Linux a camera is a file, and Qt says no more than that it cannot be opened."""
    return device.startswith("/dev/") and os.path.exists(device) and not os.access(device, os.R_OK | os.W_OK)  # noqa: PTH110


def as_jpeg(image: QImage) -> bytes:
    """As the camera's own file would be. Slow."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(data.data())


def _pixels(form: QCameraFormat) -> int:
    return form.resolution().width() * form.resolution().height()
