"""Where something is, by its address, without a network."""

from __future__ import annotations

import math

from sync.protocol.records import Report
from tests.walker.window import HERE
from walker.maps.address_file import ADDRESS, Address
from walker.maps.addresses import index_addresses
from walker.store import Store
from walker.viewmodels.app import App


def with_addresses(store: Store, *words: str) -> None:
    """A list of addresses among the packs, each a little further north."""
    (store.folder / "packs").mkdir(exist_ok=True)
    index_addresses(
        [
            Address(kind=ADDRESS, words=name, town="75012 Paris", line=((HERE[1], HERE[0] + number * 1e-4),))
            for number, name in enumerate(words)
        ],
        store.folder / "packs" / "list.addresses",
    )


def test_without_a_list_nothing_is_offered(app: App) -> None:
    app.capture("report", *HERE)
    app.placeOnMap("report")
    assert not app.addresses.available


def test_an_address_found_is_the_place_of_the_report_and_its_words(app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé", "33 rue Cavé", "2 rue Myrha")
    app.capture("report", math.nan, math.nan)
    app.placeOnMap("report")
    assert app.addresses.available
    app.addresses.search("cave")
    found = {row["words"]: row for row in app.addresses.found.rows}
    assert set(found) == {"31 rue Cavé", "33 rue Cavé"}
    row = found["33 rue Cavé"]
    app.placed(row["latitude"], row["longitude"], row["words"])
    assert (app.report.placeSource, app.report.address) == ("address", "33 rue Cavé")
    app.report.pickCategory("litter")
    app.report.save()
    (report,) = store.records.all(Report)
    assert report.position is not None
    assert (report.address, report.position.source) == ("33 rue Cavé", "address")


def test_the_nearest_address_is_shown_and_not_sent_as_if_somebody_had_said_it(app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé")
    app.capture("report", *HERE)
    assert app.report.address == "31 rue Cavé"
    app.report.pickCategory("litter")
    app.report.save()
    assert store.records.all(Report)[0].address == ""


def test_a_finger_s_place_takes_the_address_s_words_back(app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé")
    app.capture("report", *HERE)
    app.report.moveToAddress(*HERE, "31 rue Cavé")
    app.report.moveTo(HERE[0] + 0.01, HERE[1])
    assert app.report.address == ""


def test_words_that_mean_nothing_here_are_said_so(app: App, store: Store) -> None:
    with_addresses(store, "31 rue Cavé")
    app.addresses.search("zzz")
    assert app.addresses.nothingFound
    app.addresses.search("")
    assert not app.addresses.nothingFound
