"""The report form: pictures, families, guidance, details."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, PHOTO, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    app.capture("report", *HERE)
    app.report.addPhoto(PHOTO)
    stage.wait(lambda: app.report.photos.count > 0)
    app.report.pickCategory("needles")
    yield "report"
    app.report.openFamily("uses")
    yield "report family"
    app.report.pickCategory("victim")
    yield "guidance"
    app.report.closeGuidance()
