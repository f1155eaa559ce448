"""A category is found by what people call it (S-208, S-213)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.catalogue import load_seed
from walker.domain.category_search import MOST, CategorySearch, slips_between

SEARCH = CategorySearch(load_seed())


def first(typed: str) -> str:
    found = SEARCH.find(typed)
    return found[0].code if found else ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("matelas", "bulky_items"),
        ("déjection", "dog_mess"),
        ("DEJECTION", "dog_mess"),
        ("lampe", "lamp_out"),
        ("needles", "needles"),
        ("ascenseur", "lift"),
        ("trottoir cassé", "footpath_damaged"),
        ("poubelle qui déborde", "bin_overflowing"),
    ],
)
def test_labels_and_aliases_are_found_without_accents_or_case(typed: str, code: str) -> None:
    assert first(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("matela", "bulky_items"),
        ("crote", "dog_mess"),
        ("graffti", "graffiti"),
        ("seringe", "needles"),
        ("chein", "dog_mess"),
    ],
)
def test_a_typing_slip_is_forgiven(typed: str, code: str) -> None:
    assert first(typed) == code


def test_a_family_s_name_gives_its_pictures() -> None:
    found = SEARCH.find("lumière")
    assert {"lamp_out", "too_dark"} <= {entry.code for entry in found}


@pytest.mark.parametrize(
    ("typed", "code"), [("SDF", "social_distress"), ("trafic", "offence"), ("violences", "victim")]
)
def test_what_is_no_report_is_found_too_so_that_its_card_opens(typed: str, code: str) -> None:
    """S-28, S-38, S-48."""
    assert code in [entry.code for entry in SEARCH.find(typed)]


def test_nonsense_finds_nothing_and_so_do_no_words() -> None:
    assert SEARCH.find("zzzz") == []
    assert SEARCH.find("  ") == []


def test_a_letter_more_is_answered_within_a_frame() -> None:
    before = time.thread_time()
    for typed in ("m", "ma", "mat", "mate", "zqxwvk"):
        SEARCH.find(typed)
    assert (time.thread_time() - before) / 5 < 0.016


@given(st.text(max_size=30))
def test_any_text_gives_at_most_a_page_each_once(typed: str) -> None:
    found = [entry.code for entry in SEARCH.find(typed)]
    assert len(found) <= MOST
    assert len(set(found)) == len(found)


words = st.text("abcde", max_size=7)


@given(words, words)
def test_slips_are_the_same_both_ways_and_none_only_between_equals(one: str, other: str) -> None:
    slips = slips_between(one, other, 9)
    assert slips == slips_between(other, one, 9)
    assert (slips == 0) == (one == other)
    assert slips <= max(len(one), len(other))
