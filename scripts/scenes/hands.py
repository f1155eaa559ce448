"""A vote by raised hands, on a ballot that had to be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    for number in range(12):
        app.capture("report", HERE[0] + number * 1e-4, HERE[1])
        app.report.pickCategory("lamp_out" if number % 2 else "litter")
        app.report.save()
    app.finishWalk()
    stage.wait(lambda: app.end.ready)
    app.openVotes(app.end.walkId)
    yield "votes, chosen"
    app.votes.begin(True)
    first = app.votes.items.rows[0]["itemId"]
    app.votes.count(first, "women", 6)
    app.votes.count(first, "men", 2)
    yield "votes, hands"
