"""A place drawn by a finger or walked round: in the draft at each touch, never lost by undo, back or a kill (S-57)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol.records import Report, SpaceCandidate
from tests.walker.window import HERE, Feed
from walker.store import Store
from walker.viewmodels.app import App

STEP = 1e-4  # about 11 m north, 7 m east
SQUARE = ((0.0, 0.0), (0.0, STEP), (STEP, STEP), (STEP, 0.0))


@pytest.fixture
def drawing(app: App) -> App:
    """A new space whose outline is being drawn."""
    app.startWalk()
    app.capture("space", *HERE)
    app.space.pickKind("wasteland")
    app.drawOutline("space")
    return app


def _square(app: App) -> None:
    for north, east in SQUARE:
        app.outline.touch(HERE[0] + north, HERE[1] + east)


def _held(store: Store) -> dict[str, Any]:
    (draft,) = store.drafts.all(SpaceCandidate)
    return dict(draft.body)


def test_every_touch_is_a_corner_on_disk(drawing: App, store: Store) -> None:
    for count, (north, east) in enumerate(SQUARE, start=1):
        drawing.outline.touch(HERE[0] + north, HERE[1] + east)
        assert len(_held(store)["points"]) == count
    assert _held(store)["shape"] == "polygon"
    assert drawing.outline.missing == 0
    assert drawing.outline.areaM2 == pytest.approx(81.6, rel=0.02)


def test_a_kill_while_drawing_loses_no_corner(drawing: App, store: Store, make_app: Callable[[Store], App]) -> None:
    _square(drawing)
    (draft,) = store.drafts.all(SpaceCandidate)
    later = make_app(store)
    later.complete("space", draft.id)
    later.drawOutline("space")
    assert later.outline.corners.count == 4
    assert later.outline.startLatitude == pytest.approx(HERE[0] + STEP / 2, abs=1e-6)


def test_the_space_keeps_its_outline_and_stands_in_its_middle(drawing: App, store: Store) -> None:
    _square(drawing)
    drawing.back()
    assert drawing.page == "space"
    drawing.space.save()
    (space,) = store.records.all(SpaceCandidate)
    assert (space.shape, len(space.points)) == ("polygon", 4)
    assert space.position is not None
    assert space.position.lat_e7 == pytest.approx(round((HERE[0] + STEP / 2) * 1e7), abs=2)


def test_a_corner_touched_moves_with_the_next_touch_and_undo_brings_it_back(drawing: App, store: Store) -> None:
    _square(drawing)
    before = _held(store)["points"]
    drawing.outline.choose(1)
    drawing.outline.touch(HERE[0], HERE[1] + 2 * STEP)
    moved = _held(store)["points"]
    assert moved[1] != before[1]
    assert moved[:1] + moved[2:] == before[:1] + before[2:]
    assert drawing.outline.chosen == -1
    drawing.outline.undo()
    assert _held(store)["points"] == before


def test_the_last_corner_or_the_one_that_was_touched_is_removed(drawing: App, store: Store) -> None:
    _square(drawing)
    first, second, third, _ = _held(store)["points"]
    drawing.outline.removeLast()
    assert _held(store)["points"] == [first, second, third]
    drawing.outline.choose(1)
    drawing.outline.removeChosen()
    assert _held(store)["points"] == [first, third]
    assert drawing.outline.missing == 1


def test_an_outline_that_crosses_itself_is_said_and_kept(drawing: App, store: Store) -> None:
    for at in (0, 2, 1, 3):
        drawing.outline.touch(HERE[0] + SQUARE[at][0], HERE[1] + SQUARE[at][1])
    assert drawing.outline.crossing
    assert drawing.outline.missing == 0
    assert len(_held(store)["points"]) == 4


def test_a_point_is_one_place_and_the_corners_come_back_with_a_line(drawing: App, store: Store) -> None:
    _square(drawing)
    drawing.outline.chooseShape("point")
    assert (_held(store)["shape"], len(_held(store)["points"])) == ("point", 1)
    drawing.outline.chooseShape("line")
    assert (_held(store)["shape"], len(_held(store)["points"])) == ("line", 4)
    assert drawing.outline.areaM2 == 0


def test_walking_round_makes_corners_and_one_undo_takes_the_walk_back(drawing: App, store: Store, feed: Feed) -> None:
    outline = drawing.outline
    feed.give(*HERE)
    outline.trace()
    for side in range(4):
        (north, east), (to_north, to_east) = SQUARE[side], SQUARE[(side + 1) % 4]
        for step in range(10):
            part = step / 10
            feed.give(HERE[0] + north + (to_north - north) * part, HERE[1] + east + (to_east - east) * part)
    while_walking = len(_held(store)["points"])
    assert while_walking >= 8  # every corner of the walk is on disk already
    outline.trace()
    assert not outline.tracing
    assert 4 <= len(_held(store)["points"]) <= 6  # straight sides need no corners
    assert outline.areaM2 == pytest.approx(81.6, rel=0.15)
    outline.undo()
    assert _held(store)["points"] == []


def test_a_fix_that_is_not_sure_is_no_corner(drawing: App, feed: Feed) -> None:
    drawing.outline.trace()
    feed.give(*HERE, accuracy_m=60.0)
    assert drawing.outline.corners.count == 0
    feed.give(*HERE, accuracy_m=8.0)
    assert drawing.outline.corners.count == 1


def test_leaving_the_page_ends_the_tracing_and_keeps_what_was_walked(drawing: App, feed: Feed, store: Store) -> None:
    feed.give(*HERE)
    drawing.outline.trace()
    feed.give(HERE[0] + STEP, HERE[1])
    drawing.back()
    feed.give(HERE[0] + 2 * STEP, HERE[1])
    assert len(_held(store)["points"]) == 2


def test_the_detour_of_a_report_is_a_line_kept_in_its_draft_and_its_record(app: App, store: Store) -> None:
    """S-13: the way that the group takes instead."""
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("too_dark")
    app.drawOutline("report")
    assert (app.outline.shape, app.outline.shapeIsFree) == ("line", False)
    for north, east in SQUARE[:3]:
        app.outline.touch(HERE[0] + north, HERE[1] + east)
    (draft,) = store.drafts.all(Report)
    assert len(draft.body["detour"]) == 3
    place = draft.body["position"]
    app.back()
    assert app.page == "report"
    app.report.save()
    (report,) = store.records.all(Report)
    assert len(report.detour) == 3
    assert report.position is not None
    assert report.position.lat_e7 == place["lat_e7"]  # the finding stays where it is


_acts = st.lists(
    st.one_of(
        st.tuples(st.just("touch"), st.integers(-20, 20), st.integers(-20, 20)),
        st.tuples(st.sampled_from(["removeLast", "removeChosen", "undo"])),
        st.tuples(st.just("choose"), st.integers(-1, 5)),
        st.tuples(st.just("chooseShape"), st.sampled_from(["point", "line", "polygon"])),
    ),
    max_size=15,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_acts)
def test_what_is_shown_is_what_the_draft_holds(drawing: App, store: Store, acts: list[tuple[Any, ...]]) -> None:
    drawing.drawOutline("space")
    outline = drawing.outline
    for name, *values in acts:
        if name == "touch":
            outline.touch(HERE[0] + values[0] * STEP, HERE[1] + values[1] * STEP)
        else:
            getattr(outline, name)(*values)
        shown = [(round(row["latitude"] * 1e7), round(row["longitude"] * 1e7)) for row in outline.corners.rows]
        held = _held(store)
        assert shown == [(point["lat_e7"], point["lon_e7"]) for point in held.get("points") or ()]
    while outline.canUndo:
        outline.undo()
