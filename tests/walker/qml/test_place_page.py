"""Putting a place: by an address touched in the list, and the doubt of the receiver drawn around it."""

from __future__ import annotations

import math

import pytest
from PySide6.QtTest import QTest

from tests.walker.qml.pages import ARRANGEMENTS, Open, cut_words, keep, small_targets, touchable
from tests.walker.viewmodels.test_address_search import with_addresses
from tests.walker.window import DEMO, HERE, Feed
from walker.maps.build import build_pack
from walker.maps.features import read_basemap
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def test_an_address_is_typed_touched_and_confirmed(opened: Open, app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé", "33 rue Cavé")
    app.capture("report", math.nan, math.nan)
    shown = opened()
    shown.tap("Placer sur la carte")
    shown.settle()
    field = next(item for item in shown.items() if item.inherits("QQuickTextField"))
    field.forceActiveFocus()
    for letter in "cave":
        QTest.keyClick(shown.window, letter)
    shown.tap("33 rue Cavé")
    shown.tap("C’est ici")
    assert (app.page, app.report.address, app.report.placeSource) == ("report", "33 rue Cavé", "address")


def test_a_map_moved_after_the_address_is_a_finger_s_place(opened: Open, app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé")
    app.capture("report", *HERE)
    app.placeOnMap("report")
    app.addresses.search("cave")
    shown = opened()
    shown.tap("31 rue Cavé")
    shown.tap("À droite")
    shown.tap("C’est ici")
    assert app.report.placeSource == "map"


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_addresses_and_a_doubtful_place_are_whole(
    opened: Open, app: App, store: Store, feed: Feed, arrangement: str
) -> None:
    wishes = ARRANGEMENTS[arrangement]
    with_addresses(store, "31 rue Cavé", "33 rue Cavé", "35 rue Cavé", "37 rue Cavé", "39 rue Cavé")
    app.startWalk()
    feed.give(*HERE, accuracy_m=45.0)
    app.capture("report", math.nan, math.nan)
    shown = opened(**wishes)
    keep(shown, f"report, doubtful, {arrangement}")
    app.placeOnMap("report")
    app.addresses.search("cave")
    keep(shown, f"place, addresses, {arrangement}")
    assert cut_words(shown) == []
    assert small_targets(shown, 80 if wishes.get("gloves") else 64) == []


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_who_made_the_map_is_said_on_every_map_that_fills_a_page(
    opened: Open, app: App, store: Store, feed: Feed, arrangement: str
) -> None:
    makers = "© les contributrices et contributeurs d’OpenStreetMap"
    pack = store.folder / "packs" / "quartier.mbtiles"
    pack.parent.mkdir()
    build_pack(read_basemap(DEMO / "basemap.geojson"), pack, title="", theme="day", zooms=[12], attribution=makers)
    app.startWalk()
    feed.give(*HERE)
    shown = opened(**ARRANGEMENTS[arrangement])
    app.capture("space", *HERE)
    for page in ("place", "outline", "route"):
        if page == "place":
            app.placeOnMap("space")
        elif page == "outline":
            app.drawOutline("space")
        else:
            app.open(page)
        keep(shown, f"{page}, makers of the map, {arrangement}")
        (said,) = [item for item in shown.items() if item.inherits("QQuickText") and item.property("text") == makers]
        box = said.mapRectToScene(said.boundingRect())
        assert shown.window.contentItem().boundingRect().contains(box), page
        for item in shown.items():
            if touchable(item) and not item.isAncestorOf(said):
                assert not item.mapRectToScene(item.boundingRect()).intersects(box), (page, item.property("text"))
    assert cut_words(shown) == []


@pytest.mark.parametrize("page", ["place", "outline"])
def test_where_no_map_reaches_the_ground_has_lines_to_measure_by(opened: Open, app: App, feed: Feed, page: str) -> None:
    app.startWalk()
    feed.give(*HERE)
    shown = opened()
    app.capture("space", *HERE)
    if page == "place":
        app.placeOnMap("space")
    else:
        app.drawOutline("space")
    keep(shown, f"{page}, no map")
    (ground,) = [item for item in shown.items() if item.objectName() == "ground"]
    assert len(ground.property("lines").toVariant()) > 4
