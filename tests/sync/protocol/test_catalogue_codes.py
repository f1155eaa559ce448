"""Codes are for ever: a code once shipped is retired with an end date, never removed and never reused."""

from __future__ import annotations

from pathlib import Path

from sync.protocol.catalogue import load_seed

COMMITTED = Path(__file__).parents[2] / "data" / "catalogue_codes.txt"


def committed() -> list[str]:
    return [line for line in COMMITTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_no_code_ever_shipped_has_disappeared() -> None:
    """Records of past walks still name it. Give the entry a valid_to instead of deleting it."""
    present = {f"{entry.list}/{entry.code}/{entry.version}" for entry in load_seed()}

    assert set(committed()) - present == set()


def test_every_code_is_in_the_committed_list() -> None:
    """Add the missing lines to tests/data/catalogue_codes.txt: from then on they are never reused."""
    present = {f"{entry.list}/{entry.code}/{entry.version}" for entry in load_seed()}

    assert present - set(committed()) == set()


def test_the_committed_list_is_sorted_and_says_each_code_once() -> None:
    """So that two people adding codes meet in the file and not in the data."""
    assert committed() == sorted(set(committed()))
