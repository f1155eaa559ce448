"""A space to requalify, putting its point by hand, and drawing its outline."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    stage.start_walk()
    app.capture("space", *HERE)
    app.space.pickKind("wasteland")
    yield "space"
    form = app.space
    form.toggleQuality("degraded")
    form.toggleOwner("city")
    form.toggleOwner("landlord")
    form.pickGround("all_mineral")
    form.toggleOf("wanted_uses", "planting")
    form.toggleOf("wanted_uses", "mural")
    form.pickInterim("yes")
    form.toggleOf("seasons", "summer")
    form.writeWords("greening_aim", "Des arbres en pleine terre")
    yield "space, answered"
    app.placeOnMap("space")
    yield "place"
    app.back()
    app.drawOutline("space")
    yield "outline, empty"
    for north, east in ((0.00008, -0.0001), (0.00009, 0.00012), (-0.00008, 0.0001), (-0.00009, -0.00009)):
        app.outline.touch(HERE[0] + north, HERE[1] + east)
    yield "outline"
    app.outline.chooseShape("line")
    app.outline.choose(1)
    yield "outline, a corner chosen"
    app.outline.chooseShape("polygon")
    app.back()
    yield "space, outlined"
