"""Counts of a group: « non recueilli » is never zero, and saying more of people never makes or loses one (S-203)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walker.domain import attendance
from walker.domain.attendance import GENDERS, UNSAID, Counts

roles = st.sampled_from(["resident", "police", UNSAID])
ages = st.sampled_from(["age_13_17", "age_26_59", UNSAID])
cells = st.tuples(roles, st.sampled_from(GENDERS), ages)
steps = st.lists(st.tuples(st.sampled_from(["count", "add", "take"]), cells, st.integers(0, 30)), max_size=40)


def play(wanted: list[tuple[str, attendance.Cell, int]]) -> list[Counts]:
    held: list[Counts] = [()]
    for act, cell, number in wanted:
        if act == "count":
            held.append(attendance.count(held[-1], cell[1], number))
        elif act == "add":
            held.append(attendance.add(held[-1], cell))
        else:
            held.append(attendance.take(held[-1], cell))
    return held


@given(steps)
def test_no_person_is_lost_or_made_by_saying_more_of_them(wanted: list[tuple[str, attendance.Cell, int]]) -> None:
    held = play(wanted)
    for before, after, (act, cell, number) in zip(held, held[1:], wanted, strict=False):
        assert all(one.count is None or one.count >= 0 for one in after)
        was, now = attendance.total(before, cell[1]) or 0, attendance.total(after, cell[1]) or 0
        if act == "count":
            assert now == max(number, attendance.floor(before, cell[1]))
        elif act == "add" and cell != (UNSAID, cell[1], UNSAID):
            unsaid = attendance.at(before, (UNSAID, cell[1], UNSAID)) or 0
            assert now == was + (0 if unsaid else 1)
        elif act == "take" and cell != (UNSAID, cell[1], UNSAID):
            assert now == was
        others = [gender for gender in GENDERS if gender != cell[1]]
        assert all(attendance.total(before, gender) == attendance.total(after, gender) for gender in others)


@given(steps)
def test_the_same_counts_are_the_same_bytes(wanted: list[tuple[str, attendance.Cell, int]]) -> None:
    counts = play(wanted)[-1]
    assert counts == tuple(sorted(counts, key=lambda one: (one.role, one.gender, one.age_band)))
    assert len({(one.role, one.gender, one.age_band) for one in counts}) == len(counts)


def test_not_collected_is_neither_zero_nor_silence() -> None:
    assert attendance.people(()) is None
    nobody = attendance.leave_uncollected((), ("women", "men"))
    assert attendance.people(nobody) is None
    assert attendance.is_uncollected(nobody, "women") and not attendance.is_uncollected((), "women")
    none_came = attendance.count((), "men", 0)
    assert attendance.total(none_came, "men") == 0 and attendance.people(none_came) == 0
    assert attendance.forget(nobody, ("women", "men")) == ()


def test_a_count_after_not_collected_is_a_count() -> None:
    counts = attendance.count(attendance.leave_uncollected((), ("women",)), "women", 3)
    assert attendance.total(counts, "women") == 3 and not attendance.is_uncollected(counts, "women")


@pytest.mark.parametrize(("band", "young"), [("age_13_17", True), ("age_6_12", True), ("age_18_25", False)])
def test_somebody_under_eighteen_is_noticed(band: str, young: bool) -> None:
    assert attendance.has_minors(attendance.add((), ("resident", "women", band))) is young
