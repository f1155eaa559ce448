"""Where pictures come from: an interface that the tablet's camera and recorded pictures both fit.

Everything is told on the thread that started it. What takes long (a frame as a picture, a shot as a file) is a function
that the listener calls on a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class CameraState(StrEnum):
    """What the page says in words."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    NONE = "none"  # this machine has no camera
    REFUSED = "refused"  # there is one, but we may not use it
    BUSY = "busy"  # another program holds it
    FAILED = "failed"


OnState = Callable[[CameraState], None]
Frame = Callable[[], "QImage"]  # one picture of the viewfinder; empty when it cannot be read; slow
OnFrame = Callable[[Frame], None]
Shot = Callable[[], bytes]  # the bytes of a JPEG; slow
OnShot = Callable[[Shot | None], None]  # None: the camera did not answer


class Camera(Protocol):
    """One at a time looks through it, from `start` until `stop`. The flash is off until it is asked for."""

    has_flash: bool

    def start(self, on_state: OnState, on_frame: OnFrame) -> None: ...

    def stop(self) -> None: ...

    def capture(self, on_shot: OnShot) -> None:
        """One shot; only while the state is READY."""

    def light(self, on: bool) -> None:
        """Flash with the next shots, or not."""


class NoCamera:
    """Fits Camera: a machine without one."""

    has_flash = False

    def start(self, on_state: OnState, on_frame: OnFrame) -> None:
        del on_frame
        on_state(CameraState.NONE)

    def stop(self) -> None:
        pass

    def capture(self, on_shot: OnShot) -> None:
        on_shot(None)

    def light(self, on: bool) -> None:
        pass
