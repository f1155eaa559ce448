"""A kit on a tablet: it becomes a walk to come with its grid, and what is passed on tells nothing of anybody."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from sync.formats.errors import InputError
from sync.formats.kit import Kit, Poster, read_kit, write_kit
from sync.protocol.catalogue import load_seed
from sync.protocol.records import CatalogueEntry, ExploratoryWalk, Point
from tests.sync.formats.test_kit import EXAMPLE, PLAIN
from walker.domain import attendance, preparation
from walker.domain.kits import bring, kit_of, pass_on
from walker.domain.walk_session import WalkSession
from walker.domain.words import catalogue_of
from walker.store import Store

Clock = Callable[[], datetime]


@pytest.fixture
def kit(tmp_path: Path) -> Callable[..., Path]:
    """kit(title=…): the example of the description with other values, as a file."""
    import json
    import zipfile

    def write(**changes: object) -> Path:
        file = tmp_path / "kit.gupkit"
        with zipfile.ZipFile(file, "w") as bundle:
            bundle.writestr("kit.json", json.dumps({**json.loads(EXAMPLE), **changes}))
            bundle.writestr("instructions.md", "Prenez une lampe.")
            bundle.writestr("posters/affiche.pdf", b"%PDF-")
        return file

    return write


def test_a_kit_becomes_a_walk_to_come_with_its_grid(store: Store, clock: Clock, kit: Callable[..., Path]) -> None:
    walk = bring(store, clock, kit())
    assert (walk.state, walk.title, walk.grid_code) == ("planned", "De la place au square, le soir", "evening_square")
    kept = store.kits.of(walk.id)
    assert kept is not None and kept.instructions == "Prenez une lampe."
    assert [file.read_bytes() for file in kept.posters] == [b"%PDF-"]
    assert all(store.folder in file.parents for file in kept.posters)
    catalogue = catalogue_of(store)
    assert catalogue.label("grids", "evening_square", "fr") == "Square, le soir"
    session = WalkSession.begin(store, walk.id, clock, catalogue)
    assert (session.walk.grid_code, session.walk.grid_version) == ("evening_square", 1)


def test_a_version_known_here_is_never_replaced(store: Store, clock: Clock, tmp_path: Path) -> None:
    women = load_seed().get("grids", "women")
    assert women is not None
    file = tmp_path / "same.gupkit"
    file.write_bytes(write_kit(Kit(title="a", grid_code="women", grid_version=1, entries=(women,))))
    assert bring(store, clock, file).grid_code == "women"
    assert store.kits.entries() == []
    file.write_bytes(write_kit(Kit(title="a", entries=(dataclasses.replace(women, fr="Autre grille"),))))
    with pytest.raises(InputError) as caught:
        bring(store, clock, file)
    assert caught.value.code == "kit_grid_differs"
    assert len(store.records.all(ExploratoryWalk)) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"catalogue": []}, "kit_grid_missing"),
        ({"grid": {"code": "evening_square", "version": 2}}, "kit_grid_missing"),
    ],
)
def test_a_kit_without_its_grid_is_refused_and_leaves_nothing(
    store: Store, clock: Clock, kit: Callable[..., Path], changes: dict[str, object], code: str
) -> None:
    with pytest.raises(InputError) as caught:
        bring(store, clock, kit(**changes))
    assert caught.value.code == code
    assert store.records.all(ExploratoryWalk) == []
    assert store.kits.entries() == []


def test_a_grid_that_could_not_be_filled_in_is_refused(store: Store, clock: Clock, kit: Callable[..., Path]) -> None:
    """Its item is missing: the rule is the catalogue's own."""
    import json

    entries = [one for one in json.loads(EXAMPLE)["catalogue"] if one["list"] == "grids"]
    with pytest.raises(InputError) as caught:
        bring(store, clock, kit(catalogue=entries))
    assert caught.value.code == "kit_malformed"
    assert "grids/evening_square" in (caught.value.place or "")


def test_what_is_passed_on_comes_back_on_another_tablet(
    store: Store, clock: Clock, kit: Callable[..., Path], tmp_path: Path
) -> None:
    """From group to group: the way, the stops, the grid and the words; no count, no name, nothing found."""
    walk = bring(store, clock, kit())
    counted = attendance.count((), "women", 9)
    preparation.edit(store, walk.id, attendance=counted, organiser_name="Femmes de la rue Léon", note="Sonner chez X")
    begun = WalkSession.begin(store, walk.id, clock, catalogue_of(store)).walk
    target = tmp_path / "suite.gupkit"
    pass_on(store, catalogue_of(store), begun, target)
    passed = read_kit(target)
    assert passed == dataclasses.replace(
        read_kit(kit()), posters=(Poster(name="01.pdf", content=b"%PDF-"),), route=begun.route
    )
    for secret in (b"Femmes de la rue", b"Sonner", b"attendance"):
        assert secret not in target.read_bytes()


def test_the_grid_of_every_tablet_is_not_packed(store: Store, clock: Clock) -> None:
    walk = preparation.prepare(store, clock, grid_code="women", grid_version=1, route=(Point(lat_e7=1, lon_e7=2),))
    assert kit_of(store, walk, catalogue_of(store)).entries == ()
    frozen = preparation.frozen_grid(walk, catalogue_of(store), date(2026, 10, 15))
    assert frozen == {"grid_code": "women", "grid_version": 1}


def test_a_kit_without_anything_is_a_walk_without_anything(
    store: Store, clock: Clock, kit: Callable[..., Path]
) -> None:
    empty = dict.fromkeys(("publics", "themes", "purposes", "route", "stops", "catalogue", "title"))
    walk = bring(store, clock, kit(**{**empty, "period": None, "grid": None, "territory": None, **PLAIN, "title": ""}))
    assert (walk.title, walk.publics, walk.grid_code) == ("", (), None)


def test_entries_of_kits_are_catalogue_entries(store: Store, clock: Clock, kit: Callable[..., Path]) -> None:
    bring(store, clock, kit())
    bring(store, clock, kit())
    assert {type(entry) for entry in store.kits.entries()} == {CatalogueEntry}
    assert len(store.records.all(ExploratoryWalk)) == 2
