"""A space that could become something better: each part of it on disk at its tap, nothing of it lost (S-54…S-69)."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol.catalogue import load_seed
from sync.protocol.records import Attendance, ExploratoryWalk, SpaceCandidate
from tests.walker.window import HERE
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.space_form import SpaceForm

STEP = 1e-4
SEED = load_seed()


@pytest.fixture
def form(app: App) -> SpaceForm:
    """A new space of a walk."""
    app.startWalk()
    app.capture("space", *HERE)
    return app.space


def _saved(form: SpaceForm, store: Store) -> SpaceCandidate:
    form.save()
    return store.records.all(SpaceCandidate)[-1]


def test_a_space_has_a_kind_and_qualities_that_do_not_exclude_one_another(
    app: App, form: SpaceForm, store: Store
) -> None:
    """S-54, S-57."""
    form.pickKind("nook")
    form.toggleQuality("degraded")
    form.toggleQuality("potential")
    form.toggleQuality("degraded")
    form.toggleQuality("dysfunctional")
    form.toggleOwner("to_clarify")
    space = _saved(form, store)
    assert (space.kind, space.degraded, space.dysfunctional, space.potential) == ("nook", False, True, True)
    assert space.owners == ("to_clarify",)
    assert (space.shape, [point.lat_e7 for point in space.points]) == ("point", [round(HERE[0] * 1e7)])
    assert (app.last.kind, app.last.label) == ("space", "Coin et recoin")


def test_several_owners_to_clarify_and_unknown_are_three_answers(form: SpaceForm, store: Store) -> None:
    """S-54, S-65, S-66."""
    for code in ("city", "landlord", "to_clarify"):
        form.toggleOwner(code)
    assert form.owners == "city\nlandlord\nto_clarify"
    form.toggleOwner("unknown")
    assert form.owners == "unknown"
    form.toggleOwner("city")
    assert form.owners == "city"
    form.toggleOwner("unknown")
    form.toggleOwner("unknown")
    assert form.owners == ""
    assert _saved(form, store).owners == ()


def test_everything_that_is_said_of_a_space_is_saved(form: SpaceForm, store: Store) -> None:
    """S-57, S-58, S-60, S-63, S-64."""
    form.pickKind("wasteland")
    form.pickGround("all_mineral")
    form.toggleOf("existing_uses", "bench")
    form.toggleOf("wanted_uses", "planting")
    form.toggleOf("wanted_uses", "mural")
    form.pickInterim("yes")
    form.toggleOf("seasons", "summer")
    form.writeWords("hours", "  après l’école ")
    form.writeWords("carrier", "La régie de quartier")
    form.writeWords("greening_aim", "Des arbres en pleine terre")
    assert form.oneAimMissing
    form.writeWords("appropriation_aim", "Un jardin avec l’école")
    assert not form.oneAimMissing
    form.write("Le soleil y vient le matin.")
    space = _saved(form, store)
    assert (space.mineral_share, space.interim, space.seasons) == (100, True, ("summer",))
    assert (space.existing_uses, space.wanted_uses) == (("bench",), ("planting", "mural"))
    assert (space.hours, space.carrier) == ("après l’école", "La régie de quartier")
    assert (space.greening_aim, space.appropriation_aim) == ("Des arbres en pleine terre", "Un jardin avec l’école")
    assert space.text == "Le soleil y vient le matin."


def test_the_same_answer_again_takes_it_back(form: SpaceForm, store: Store) -> None:
    form.pickGround("half")
    assert form.ground == "half"
    form.pickGround("half")
    form.pickInterim("no")
    assert form.interim == "no"
    form.pickInterim("no")
    space = _saved(form, store)
    assert (space.mineral_share, space.interim) == (None, None)


@pytest.mark.parametrize("code", [entry.code for entry in SEED.entries("mineral_scale")])
def test_each_step_of_the_scale_is_a_share_that_reads_back_as_that_step(form: SpaceForm, code: str) -> None:
    form.pickGround(code)
    assert form.ground == code
    assert 0 <= form.fields["mineral_share"] <= 100


def test_the_usual_answers_come_first_and_a_chosen_one_never_hides(form: SpaceForm) -> None:
    def codes() -> list[str]:
        return [row["code"] for row in form.wantedUses.rows]

    usual = ["planting", "shared_garden", "mural", "sitting", "market_festival", "playing", "lighting_up"]
    assert codes() == [*usual, "open_passage"]
    form.showAll("wanted_uses")
    assert {"open_air_cinema", "toilet"} <= set(codes())
    form.toggleOf("wanted_uses", "open_air_cinema")
    form.showAll("wanted_uses")
    assert "open_air_cinema" in codes()
    assert len(codes()) == 9


def test_an_outline_with_too_few_corners_is_saved_as_what_it_is_enough_for(app: App, store: Store) -> None:
    app.startWalk()
    for count, shape in ((1, "point"), (2, "line"), (3, "polygon")):
        app.capture("space", *HERE)
        app.space.pickKind("wasteland")
        app.drawOutline("space")
        for corner in range(count):
            app.outline.touch(HERE[0] + corner * STEP, HERE[1] + (corner % 2) * STEP)
        app.back()
        space = _saved(app.space, store)
        assert (space.shape, len(space.points)) == (shape, count)


def test_the_page_that_draws_begins_with_what_such_a_place_mostly_is(app: App) -> None:
    """S-62: a planted route is a line; a gable wall is drawn along its foot."""
    app.startWalk()
    app.capture("space", *HERE)
    for kind, shape in (("wasteland", "polygon"), ("landscape_route", "line"), ("gable_wall", "line")):
        app.space.pickKind(kind)
        app.drawOutline("space")
        assert app.outline.shape == shape
        app.back()


def test_a_point_moved_by_hand_after_all_is_where_the_space_is(app: App, form: SpaceForm, store: Store) -> None:
    form.pickKind("nook")
    app.placeOnMap("space")
    app.placed(HERE[0] + STEP, HERE[1])
    space = _saved(form, store)
    assert space.position is not None
    assert [(point.lat_e7, point.lon_e7) for point in space.points] == [(space.position.lat_e7, space.position.lon_e7)]


def test_groups_named_for_other_spaces_are_offered_again(app: App, form: SpaceForm) -> None:
    """S-218: enter once."""
    form.pickKind("nook")
    form.writeWords("carrier", "Les jardiniers du bloc")
    form.save()
    app.capture("space", *HERE)
    assert [row["code"] for row in form.carriers.rows] == ["Les jardiniers du bloc"]
    form.pickCarrier("Les jardiniers du bloc")
    assert form.words("carrier") == "Les jardiniers du bloc"


def test_the_group_whose_view_it_is_is_said_in_counts_and_never_as_zero(app: App, store: Store) -> None:
    """S-67."""
    app.startWalk()
    counts = (("women", 9), ("men", None))
    attendance = tuple(Attendance(role="resident", gender=g, age_band="age_26_59", count=n) for g, n in counts)
    walk_id = store.records.all(ExploratoryWalk)[-1].id
    store.records.change(walk_id, lambda walk: dataclasses.replace(walk, attendance=attendance))
    app.capture("space", *HERE)
    assert (app.space.women, app.space.men, app.space.others) == (9, -1, -1)


def test_a_space_thrown_away_leaves_no_draft(app: App, store: Store) -> None:
    app.capture("space", *HERE)
    app.space.pickKind("nook")
    app.space.throwAway()
    app.last.take("", "", "")  # something else is recorded: nobody brings it back
    assert store.drafts.all() == []
    assert store.records.all(SpaceCandidate) == []
    assert app.page == "home"


_taps = st.lists(
    st.one_of(
        st.tuples(st.just("pickKind"), st.sampled_from(["nook", "wasteland"])),
        st.tuples(st.just("toggleQuality"), st.sampled_from(["degraded", "dysfunctional", "potential"])),
        st.tuples(st.just("toggleOwner"), st.sampled_from(["city", "landlord", "to_clarify", "unknown"])),
        st.tuples(st.just("pickGround"), st.sampled_from(["all_mineral", "half"])),
        st.tuples(st.just("pickInterim"), st.sampled_from(["yes", "no"])),
        st.tuples(
            st.just("toggleOf"), st.sampled_from(["wanted_uses", "seasons"]), st.sampled_from(["planting", "summer"])
        ),
    ),
    max_size=10,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_taps)
def test_a_kill_after_any_taps_loses_none_of_them(form: SpaceForm, store: Store, taps: list[tuple[Any, ...]]) -> None:
    form.begin(None, None)
    for name, *values in taps:
        getattr(form, name)(*values)
    held = next(draft for draft in store.drafts.all(SpaceCandidate) if draft.id == form.id)
    assert dict(held.body) == form.fields
    assert not ("unknown" in form.owners.split("\n") and len(form.owners.split("\n")) > 1)
