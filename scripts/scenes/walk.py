"""A walk from its start to its end: the map, what it asks, what opens over it, and help."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    yield "live"
    live = app.live
    live.headcount.say(14)
    live.headcount.done()
    app.capture("report", *HERE)
    app.report.pickCategory("needles")
    app.report.save()
    yield "live, saved"
    for panel in ("layers", "list", "brightness"):
        live.map.toggle(panel)
        yield f"live, {panel}"
        live.map.toggle(panel)
    live.pause()
    yield "live, paused"
    live.unpause()
    stage.give(*HERE)
    live.stopHere(*HERE)
    live.night.later()
    app.open("live")  # by day the grid opened
    yield "live, stop"
    live.lock(True)
    yield "live, locked"
    live.lock(False)
    app.open("aid")
    yield "aid"
    app.markAndLeave()
    yield "live, marked"
    app.open("home")
    yield "home, walk running"
    app.finishWalk()
    stage.wait(lambda: app.end.ready)
    yield "end"
