"""A walk from its start to its end."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    yield "live"
    app.capture("report", *HERE)
    app.report.pickCategory("needles")
    app.report.save()
    yield "live, saved"
    app.open("home")
    yield "home, walk running"
    app.finishWalk()
    yield "end"
