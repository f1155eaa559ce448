"""A space to requalify, and putting its point by hand."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    app.capture("space", *HERE)
    app.space.pickKind("wasteland")
    yield "space"
    app.placeOnMap("space")
    yield "place"
