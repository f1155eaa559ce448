"""Where scenes are played: the app over a store, and the receiver that the scene moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl

from walker.viewmodels.app import App

DEMO = Path(__file__).parents[2] / "resources" / "demo"
HERE = (48.8300, 2.4480)
PHOTO = QUrl.fromLocalFile(str(DEMO / "photos" / "03-encombrants.jpg"))


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`give(lat, lon)` is one fix of the receiver; `wait(condition)` lets the window live until it holds."""

    app: App
    give: Callable[[float, float], None]
    wait: Callable[[Callable[[], bool]], None]

    def start_walk(self) -> None:
        self.app.startWalk()
        self.give(*HERE)

    def bring_photo(self, about: str) -> None:
        """One from the tablet's files, for what is being filled in."""
        self.app.openCamera(about, QUrl())
        self.app.camera.bring(PHOTO.toString())
        self.wait(lambda: self.app.page != "camera")
