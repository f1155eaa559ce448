"""The rooms beside home: sending, help, display."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.open("sync")
    yield "sync"
    app.open("help")
    yield "help"
    app.open("settings")
    yield "settings"
