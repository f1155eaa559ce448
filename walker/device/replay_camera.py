"""Recorded pictures as a camera: each shot is the next file as it is. For tests, screens and demonstrations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from walker.device.camera import CameraState, OnFrame, OnShot, OnState

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class ReplayCamera:
    """Fits Camera. `become(state)` is what a person does to a real one: a refusal, another program, a loose cable."""

    def __init__(self, pictures: Sequence[Path], state: CameraState = CameraState.READY) -> None:
        self.pictures = list(pictures)
        self.state = state
        self.has_flash = True
        self.flash = False
        self.shots = 0
        self._on_state: OnState | None = None
        self._on_frame: OnFrame | None = None

    def start(self, on_state: OnState, on_frame: OnFrame) -> None:
        self._on_state, self._on_frame = on_state, on_frame
        self.become(self.state)

    def stop(self) -> None:
        self._on_state = self._on_frame = None

    def become(self, state: CameraState) -> None:
        """It is in that state from now on; a ready one shows what the next shot will be."""
        self.state = state
        if self._on_state is not None:
            self._on_state(state)
        if self._on_frame is not None and state == CameraState.READY and self.pictures:
            self._on_frame(self._image)

    def capture(self, on_shot: OnShot) -> None:
        if self.state != CameraState.READY or not self.pictures:
            on_shot(None)
            return
        file = self._next()
        self.shots += 1
        on_shot(file.read_bytes)
        if self._on_frame is not None:
            self._on_frame(self._image)

    def light(self, on: bool) -> None:
        self.flash = on

    def _next(self) -> Path:
        return self.pictures[self.shots % len(self.pictures)]

    def _image(self) -> QImage:
        from PySide6.QtGui import QImageReader

        reader = QImageReader(str(self._next()))
        reader.setAutoTransform(True)
        return reader.read()
