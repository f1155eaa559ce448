"""The end of a walk: is everybody here, what is left, when the group comes back, the vote, and thanks."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.revisit import findings_of_march
from scripts.scenes.stage import HERE, Stage

FOUND = ("lamp_out", "litter", "bulky_items", "needles")


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    march = findings_of_march(app.tablet.store)
    stage.start_walk()
    for number, code in enumerate(FOUND):
        app.capture("report", HERE[0] + number * 1e-4, HERE[1])
        if number == 2:
            stage.bring_photo(app.report.id)
        app.report.pickCategory(code)
        app.report.save()
    app.capture("space", *HERE)
    app.space.pickKind("gable_wall")
    app.space.save()
    app.openRevisit(march[0])
    stage.wait(lambda: app.revisit.reportId == march[0])
    app.revisit.say("resolved")
    app.revisit.pick(march[1])
    app.revisit.say("persists")
    session = app.live.session
    assert session is not None
    session.edit(headcount_start=12)
    app.finishWalk()
    stage.wait(lambda: app.end.ready)
    yield "end, many found"
    app.end.count(11)
    app.end.moveDay(0, 0)
    app.end.moveDay(0, 7)
    yield "end, one missing"
    yield from _vote(stage)
    app.openEnd(app.end.walkId)
    stage.wait(lambda: app.end.votedPeople == 2)
    yield "end, voted"


def _vote(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.openVotes(app.end.walkId)
    items = [row["itemId"] for row in app.votes.items.rows]
    app.votes.give(items[0])
    app.votes.give(items[0])
    app.votes.give(items[2])
    app.votes.sayGender("women")
    yield "votes"
    app.votes.handIn()
    app.votes.give(items[0])
    app.votes.sayGender("men")
    app.votes.handIn()
    yield "votes, next person"
    app.votes.sayGender("women")
    yield "votes, third person"
    app.votes.close()
    yield "votes, results"
    app.back()
