"""A space that could become something better."""

from __future__ import annotations

from sync.protocol.records import SpaceCandidate
from tests.walker.window import HERE
from walker.store import Store
from walker.viewmodels.app import App


def test_a_space_has_a_kind_and_qualities_that_do_not_exclude_one_another(app: App, store: Store) -> None:
    """S-54, S-57."""
    app.startWalk()
    app.capture("space", *HERE)
    form = app.space
    form.pickKind("nook")
    form.toggleQuality("degraded")
    form.toggleQuality("potential")
    form.toggleQuality("degraded")
    form.toggleQuality("dysfunctional")
    form.toggleOwner("to_clarify")
    form.save()
    (space,) = store.records.all(SpaceCandidate)
    assert (space.kind, space.degraded, space.dysfunctional, space.potential) == ("nook", False, True, True)
    assert space.owners == ("to_clarify",)
    assert [point.lat_e7 for point in space.points] == [round(HERE[0] * 1e7)]
    assert (app.last.kind, app.last.label) == ("space", "Coin et recoin")


def test_a_space_thrown_away_leaves_no_draft(app: App, store: Store) -> None:
    app.capture("space", *HERE)
    app.space.pickKind("nook")
    app.space.throwAway()
    assert store.drafts.all() == []
    assert store.records.all(SpaceCandidate) == []
    assert app.page == "home"
