"""A walk to come: its five steps, its territory and its way; the lists of walks, and a finding typed in for others."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage

_STEPS = ("place", "kind", "group", "grid", "roles")


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.prepareWalk("")
    yield "prepare, new"
    plan, route, group = app.walks.plan, app.walks.route, app.walks.group
    plan.chooseTerritory("grand_belleville")
    plan.chooseDay("2026-10-15")
    plan.pick("publics", "women")
    plan.pick("publics", "young_people")
    plan.pick("period_planned", "night")
    for step in range(3):
        route.tap(HERE[0] + step * 0.001, HERE[1] + step % 2 * 0.001)
    route.joinStops()
    group.count("women", 9)
    group.count("men", 2)
    group.openRole("resident")
    group.openAge("age_13_17")
    group.detail("women", 1)
    group.toggleEmployer("police")
    plan.pick("recruitments", "volunteer")
    plan.pick("step_free", "yes")
    plan.toggleLanguage("Soninké")
    plan.pick("themes", "night_feeling")
    app.walks.grid.choose("women")
    for step in _STEPS:
        plan.openStep(step)
        yield f"prepare, {step}"
    app.open("territory")
    yield "territory"
    app.back()
    app.open("route")
    route.use("route")
    route.choose(1)
    yield "route"
    app.open("home")
    app.walks.wake()
    app.walks.checks.look()
    yield "home, prepared"
    app.open("walks")
    yield "walks"
    app.open("helper")
    app.walks.helper.pickChannel("idea_box")
    app.walks.helper.count("women", 2)
    yield "helper"
    app.open("answers")
    yield "answers"
    app.startWalk()
    app.finishWalk()
    stage.wait(lambda: app.page == "end")
    app.open("home")
    app.openWalk(app.walks.lists.done.rows[0]["walkId"])
    yield "walk"
