"""The grid at a stop: answers of every kind, who is there, a show of hands, the last page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage
from sync.protocol.records import Stop


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    app.live.stopHere(*HERE)
    app.back()
    app.live.stopHere(*HERE)
    stop = app.tablet.store.records.all(Stop)[-1]
    app.openGrid(stop.id)
    yield "grid"
    grid = app.grid
    grid.openTheme("see")
    grid.pick("light", "1")
    grid.notObserved("glare")
    grid.count("lamps_out", 2)
    grid.dissent("light", "Celles qui passent par le square voient bien.")
    yield "grid, answered"
    grid.openTheme("seen")
    for code in ("men", "boys", "seniors"):
        grid.pick("who_is_here", code)
    yield "grid, who is here"
    grid.openTheme("feel")
    grid.raiseHands("avoided", "yes", "women", 6)
    grid.raiseHands("avoided", "yes", "men", 0)
    grid.openHands("feeling")
    yield "grid, show of hands"
    grid.openTheme("wish")
    yield "grid, last page"
