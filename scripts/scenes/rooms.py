"""The rooms beside home: sending, photos, help, display."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.open("sync")
    yield "sync"
    app.open("photos")
    stage.wait(lambda: app.photos.count == 0 or app.photos.source != "" or app.photos.refusal != "")
    yield "photos"
    app.open("help")
    yield "help"
    app.open("settings")
    yield "settings"
