"""The first page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import Stage


def scenes(stage: Stage) -> Iterator[str]:
    stage.app.open("home")
    yield "home"
