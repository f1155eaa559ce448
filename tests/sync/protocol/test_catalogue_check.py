"""The one validator refuses each bad thing, for its own reason and at its own place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sync.protocol.catalogue import load_seed, seed_entry
from sync.protocol.catalogue_check import Problem, validate
from sync.protocol.records import CatalogueEntry
from tests.sync.protocol.catalogue_icons import icon_names

SEED = load_seed()
GOOD: dict[str, Any] = {
    **{"code": "added", "version": 1, "valid_from": "2020-01-01", "fr": "Ajouté", "en": "Added", "icon": "sun"},
}
LEAF = {"parent": "lighting", "readers": "all", "answer": "repair", "duplicate_radius_m": 20, "kinds": ["incivility"]}
LEVELS = [{"value": n, "fr": "mot", "en": "word", "icon": "sun"} for n in range(4)]
ITEM = {"kind": "yes_no", "question_fr": "Vu ?", "question_en": "Seen?"}
SECTION = {"code": "s", "fr": "S", "en": "S", "items": [{"item": "light"}]}
RULE = {"lead": "dpe", "place": "quay", "owner": "ratp"}
REFUSAL = {"by": ["cell"], "sentence_fr": "Non.", "sentence_en": "No."}
CHOICE = {"code": "q", "kind": "choice", "fr": "Q", "en": "Q"}
ONE, TWO = {"code": "a", "fr": "A", "en": "A"}, {"code": "b", "fr": "B", "en": "B"}


def problems_with(list_name: str, **changes: Any) -> list[Problem]:
    """What the validator says of the seed with one entry more."""
    entry = seed_entry(list_name, {**GOOD, **changes})
    return validate([*SEED, entry], icon_names())


def leaf(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**LEAF, **changes}.items() if value is not None}


@pytest.mark.parametrize(
    ("list_name", "data"),
    [
        ("themes", {}),
        ("categories", LEAF),
        ("categories", {"level": 1}),
        ("categories", {"parent": "uses", "guidance": True, "card": "victim"}),
        ("grid_items", ITEM),
        ("grid_items", {**ITEM, "kind": "rating", "levels": LEVELS}),
        ("grids", {"sections": [SECTION]}),
        ("routing", RULE),
        ("refusal_reasons", REFUSAL),
        ("territories", {"kind": "hand_drawn"}),
    ],
)
def test_a_good_entry_is_accepted(list_name: str, data: dict[str, Any]) -> None:
    assert problems_with(list_name, data=data) == []


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("unknown_list", {"list_name": "toys"}),
        ("bad_code", {"code": "Élan"}),
        ("bad_code", {"code": "two words"}),
        ("bad_version", {"version": 0}),
        ("no_fr", {"fr": " "}),
        ("no_en", {"en": ""}),
        ("no_icon", {"icon": "no-such-icon"}),
        ("no_icon", {"icon": "house:no-such-icon"}),
        ("no_icon", {"data": {"levels": [{"icon": "no-such-icon"}]}}),
        ("bad_date", {"valid_from": "1st of May"}),
        ("bad_date", {"valid_to": "2020-02-30"}),
        ("bad_validity", {"valid_to": "2019-12-31"}),
        ("float", {"data": {"radius": 2.5}}),
        ("float", {"data": {"deep": [{"er": 0.1}]}}),
        ("no_parent", {"data": {"parent": "nobody"}}),
        ("code_twice", {"code": "seniors"}),
        ("word_twice", {"aliases": ["abords des ecoles"]}),
        ("word_twice", {"fr": "Propreté et sur-entretien"}),
    ],
)
def test_a_bad_entry_of_any_list_is_named_with_its_reason(reason: str, changes: dict[str, Any]) -> None:
    found = problems_with(changes.pop("list_name", "themes"), **changes)

    assert {problem.code for problem in found} == {reason}
    assert all(f"/{changes.get('code', 'added')} v" in problem.entry for problem in found)


@pytest.mark.parametrize(
    ("reason", "data"),
    [
        ("no_parent", leaf(parent=None)),
        ("bad_readers", leaf(readers="everyone")),
        ("bad_readers", leaf(readers=None)),
        ("bad_answer", leaf(answer="later")),
        ("bad_radius", leaf(duplicate_radius_m=0)),
        ("bad_radius", leaf(duplicate_radius_m=None)),
        ("no_kind", leaf(kinds=None)),
        ("no_reference", leaf(kinds=["complaint"])),
        ("no_reference", leaf(referral="no_card")),
        ("no_reference", {"parent": "uses", "guidance": True, "card": "no_card"}),
        ("no_card", {"parent": "uses", "guidance": True}),
        ("question_kind", leaf(questions=[{"code": "q", "kind": "photo", "fr": "Q", "en": "Q"}])),
        ("question_words", leaf(questions=[{"code": "q", "kind": "text", "fr": "Q"}])),
        ("question_twice", leaf(questions=[{"code": "q", "kind": "text", "fr": "Q", "en": "Q"}] * 2)),
        ("no_choices", leaf(questions=[{**CHOICE, "choices": [ONE]}])),
        ("choice_twice", leaf(questions=[{**CHOICE, "choices": [ONE, ONE]}])),
        ("choice_words", leaf(questions=[{**CHOICE, "choices": [ONE, {"code": "b", "fr": "B"}]}])),
    ],
)
def test_a_bad_category_is_named_with_its_reason(reason: str, data: dict[str, Any]) -> None:
    assert {problem.code for problem in problems_with("categories", data=data)} == {reason}


@pytest.mark.parametrize(
    ("list_name", "reason", "data"),
    [
        ("grid_items", "item_kind", {**ITEM, "kind": "slider"}),
        ("grid_items", "question_words", {"kind": "yes_no", "question_fr": "Vu ?"}),
        ("grid_items", "bad_levels", {**ITEM, "kind": "rating", "levels": LEVELS[:3]}),
        ("grid_items", "bad_levels", {**ITEM, "kind": "rating", "levels": LEVELS[::-1]}),
        ("grid_items", "level_words", {**ITEM, "kind": "rating", "levels": [*LEVELS[:3], {"value": 3}]}),
        ("grid_items", "no_choices", {**ITEM, "kind": "choice"}),
        ("grid_items", "no_reference", {**ITEM, "category": "no_category"}),
        ("grids", "empty_grid", {"sections": []}),
        ("grids", "no_reference", {"sections": [{**SECTION, "items": [{"item": "no_item"}]}]}),
        ("grids", "no_reference", {"sections": [SECTION], "themes": ["no_theme"]}),
        ("grids", "item_twice", {"sections": [SECTION, SECTION]}),
        ("grids", "section_words", {"sections": [{**SECTION, "en": ""}]}),
        ("routing", "no_reference", {**RULE, "lead": "nobody"}),
        ("routing", "no_reference", {"place": "quay"}),
        ("routing", "no_reference", {**RULE, "informed": ["nobody"]}),
        ("routing", "no_reference", {**RULE, "category": "no_category"}),
        ("routing", "no_reference", {**RULE, "place": "no_place"}),
        ("routing", "no_reference", {**RULE, "owner": "no_owner"}),
        ("routing", "rule_twice", {"category": "cleanliness", "lead": "dvd"}),
        ("refusal_reasons", "no_sentence", {"by": ["cell"], "sentence_fr": "Non."}),
        ("refusal_reasons", "bad_by", {**REFUSAL, "by": ["neighbour"]}),
        ("place_kinds", "no_reference", {"group": "no_group"}),
        ("organisations", "no_reference", {"role": "no_role"}),
        ("guidance", "no_reference", {"organisations": ["nobody"]}),
        ("territories", "no_reference", {"kind": "no_kind"}),
    ],
)
def test_a_bad_entry_of_a_special_list_is_named_with_its_reason(
    list_name: str, reason: str, data: dict[str, Any]
) -> None:
    assert {problem.code for problem in problems_with(list_name, data=data)} == {reason}


def changed_status(code: str, **data: Any) -> list[CatalogueEntry]:
    return [
        replace(entry, data={**entry.data, **data}) if (entry.list, entry.code) == ("statuses", code) else entry
        for entry in SEED
    ]


@pytest.mark.parametrize(
    ("reason", "code", "data"),
    [
        ("bad_group", "watched", {"group": "forgotten"}),
        ("no_reference", "watched", {"next": ["assigned", "nowhere"]}),
        ("no_way_out", "blocked", {"next": []}),
        ("no_way_out", "blocked", {"next": ["blocked"]}),
    ],
)
def test_a_status_in_which_a_report_would_be_lost_is_refused(reason: str, code: str, data: dict[str, Any]) -> None:
    found = validate(changed_status(code, **data), icon_names())

    assert {(problem.code, problem.entry) for problem in found} == {(reason, f"statuses/{code} v1")}


def test_a_status_nobody_can_reach_is_refused() -> None:
    orphan = seed_entry("statuses", {**GOOD, "data": {"group": "open", "next": ["assigned"]}})

    found = validate([*SEED, orphan], icon_names())

    assert [(problem.code, problem.entry) for problem in found] == [("unreachable", "statuses/added v1")]


def test_a_newer_version_may_not_begin_before_the_older_one() -> None:
    versions = [
        seed_entry("themes", {**GOOD, "version": 2}),
        seed_entry("themes", {**GOOD, "valid_from": "2021-01-01"}),
    ]

    found = validate([*SEED, *versions], icon_names())

    assert [(problem.code, problem.entry) for problem in found] == [("version_order", "themes/added v2")]


def test_a_newer_version_may_change_words_and_keep_its_code() -> None:
    newer = seed_entry("themes", {**GOOD, "code": "seniors", "version": 2, "fr": "Âge", "en": "Age"})

    assert validate([*SEED, newer], icon_names()) == []


def test_the_word_of_a_retired_entry_may_serve_again() -> None:
    old = seed_entry("themes", {**GOOD, "code": "old", "valid_to": "2020-12-31"})
    new = seed_entry("themes", {**GOOD, "code": "new"})

    assert validate([*SEED, old, new], icon_names()) == []


def test_a_problem_says_what_to_mend_in_one_line() -> None:
    for problem in problems_with("categories", data={"parent": "lighting"}):
        assert problem.message
        assert "\n" not in problem.message
