"""Looking words up: versions, retirement, spellings, families, and entries laid over the seed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.catalogue import (
    LISTS,
    OFFICE_ONLY_LISTS,
    Catalogue,
    entry_id,
    load_seed,
    normalise,
    seed_entry,
)
from sync.protocol.records import CatalogueEntry


def theme(code: str = "light", **changes: Any) -> CatalogueEntry:
    table: dict[str, Any] = {"code": code, "version": 1, "valid_from": "2020-01-01", "icon": "sun"}
    return seed_entry("themes", {**table, "fr": "Lumière", "en": "Light", **changes})


def test_an_entry_has_the_same_id_wherever_it_is_loaded() -> None:
    assert theme().id == entry_id("themes", "light", 1) == theme(fr="Éclairage").id
    assert theme(version=2).id != theme().id


def test_an_entry_is_dated_from_the_midnight_it_becomes_valid() -> None:
    assert theme().created_at == theme().updated_at == "2020-01-01T00:00:00.000Z"
    assert theme().writer == "catalogue"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"code": "x", "version": 1, "valid_from": "2020-01-01", "icon": "sun", "en": "X"}, "themes/x: missing fr"),
        ({"code": "x", "verison": 1}, "themes/x: unknown key verison"),
        ({}, "missing code, en, fr, icon, valid_from, version"),
    ],
)
def test_an_entry_that_cannot_be_read_says_where_and_what(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        seed_entry("themes", table)


def test_the_latest_version_is_given_and_an_older_one_stays_readable() -> None:
    """S-168: a walk keeps the version it froze."""
    old, new = theme(valid_to="2021-12-31"), theme(version=2, valid_from="2022-01-01", fr="Clarté")
    words = Catalogue([new, old])

    assert words.get("themes", "light") == new
    assert words.get("themes", "light", on=date(2021, 6, 1)) == old
    assert words.get("themes", "light", on=date(2019, 1, 1)) is None
    assert words.version_of("themes", "light", 1) == old


def test_a_retired_code_is_no_longer_offered_but_keeps_its_words() -> None:
    words = Catalogue([theme(valid_to="2021-12-31"), theme("noise", fr="Bruit", en="Noise")])

    assert [entry.code for entry in words.entries("themes")] == ["noise"]
    assert [e.code for e in words.entries("themes", on=date(2021, 12, 31))] == ["light", "noise"]
    assert words.label("themes", "light", "fr") == "Lumière"


def test_an_unknown_code_is_shown_as_it_came() -> None:
    assert load_seed().label("themes", "made_up_later", "fr") == "made_up_later"
    assert load_seed().get("no_such_list", "x") is None
    assert load_seed().entries("no_such_list") == ()


@pytest.mark.parametrize(
    "typed", ["dog_mess", "Crottes de chien", "CROTTES DE CHIEN", "déjections canines", " Dog  mess"]
)
def test_a_typed_word_finds_its_code_whatever_its_case_and_accents(typed: str) -> None:
    assert load_seed().resolve("categories", typed) == "dog_mess"


def test_a_word_nobody_knows_finds_nothing() -> None:
    assert load_seed().resolve("categories", "soucoupe volante") is None


def test_a_code_wins_over_a_label_and_a_label_over_an_alias() -> None:
    words = Catalogue([theme("a", fr="B", aliases=["c"]), theme("b", fr="C"), theme("c", fr="A")])

    assert [words.resolve("themes", text) for text in ("a", "B", "b", "C")] == ["a", "b", "b", "c"]


def test_apostrophes_and_spaces_do_not_matter() -> None:
    assert normalise("  L’œil\u00a0de l'Île ") == "l'oeil de l'ile"


def test_dashes_are_one_however_they_are_set() -> None:
    """Official lists write "Michelet - Alphonse Karr", the founding text "Michelet-Alphonse Karr"."""
    assert normalise("Saint Blaise–îlots - du Clos") == normalise("saint blaise-ilots-du clos")


def test_a_pulled_entry_replaces_the_same_version_in_its_place_and_new_ones_follow() -> None:
    words = Catalogue([theme("a"), theme("b")]).with_entries([theme("c"), theme("a", fr="Revu")])

    assert [entry.code for entry in words.entries("themes")] == ["a", "b", "c"]
    assert words.label("themes", "a", "fr") == "Revu"


def test_laying_entries_over_a_catalogue_leaves_it_as_it_was() -> None:
    words = Catalogue([theme("a")])
    words.with_entries([theme("b")])

    assert [entry.code for entry in words.entries("themes")] == ["a"]


def test_a_family_lists_its_children_in_file_order() -> None:
    children = [entry.code for entry in load_seed().children("categories", "tags")]

    assert children[0] == "graffiti"
    assert children[-1] == "tags_other"


def test_what_only_the_office_reads_is_named_and_is_a_list() -> None:
    """DESIGN §2: routing never travels to tablets."""
    assert "routing" in OFFICE_ONLY_LISTS
    assert set(LISTS) > OFFICE_ONLY_LISTS


def test_every_seed_entry_travels_as_a_record_and_comes_back_the_same() -> None:
    for entry in load_seed():
        assert codec.decode(codec.encode(entry)) == entry


def test_a_list_is_read_when_first_asked_for_and_only_once() -> None:
    """A tablet starts without reading the lists that its first page does not show."""
    asked: list[str] = []

    def base(name: str) -> tuple[CatalogueEntry, ...]:
        asked.append(name)
        return (theme("a"),) if name == "themes" else ()

    words = Catalogue([theme("b")], base=base)
    assert asked == []

    codes = [entry.code for entry in words.entries("themes")]
    words.label("themes", "a", "fr")

    assert codes == ["a", "b"]
    assert asked == ["themes"]


def test_entries_laid_over_a_seed_keep_what_lies_under() -> None:
    words = load_seed().with_entries([theme("pulled"), theme("women_view", version=2, fr="Regard")])
    codes = [entry.code for entry in words.entries("themes")]

    assert codes[0] == "women_view"
    assert codes[-1] == "pulled"
    assert words.label("themes", "women_view", "fr") == "Regard"
    assert words.version_of("themes", "women_view", 1) == load_seed().version_of("themes", "women_view", 1)


def test_going_through_a_catalogue_meets_every_entry_once() -> None:
    words = load_seed().with_entries([theme("pulled")])

    assert len(list(words)) == len({entry.id for entry in words}) == len(list(load_seed())) + 1
