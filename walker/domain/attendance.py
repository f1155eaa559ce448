"""How many came, by role, gender and age band. A group counts women and men first and says more only if it wants to.

People whose role or age nobody asked stand in the cell "not collected"; "not collected" as a count is None, which is
never zero. Every function gives back new counts; none loses a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from sync.protocol.records import Attendance

UNSAID = "not_collected"
GENDERS = ("women", "men", "other_or_unsaid", UNSAID)
MINORS = frozenset({"under_6", "age_6_12", "age_13_17"})
MOST = 999

Cell: TypeAlias = tuple[str, str, str]
"""Role, gender, age band."""
Counts: TypeAlias = tuple[Attendance, ...]


def total(counts: Counts, gender: str) -> int | None:
    """How many of one gender; None when nobody counted or it was not collected."""
    numbers = [one.count for one in counts if one.gender == gender and one.count is not None]
    return sum(numbers) if numbers else None


def is_uncollected(counts: Counts, gender: str) -> bool:
    """Whether the group said that it does not collect this."""
    of_gender = [one for one in counts if one.gender == gender]
    return bool(of_gender) and all(one.count is None for one in of_gender)


def people(counts: Counts) -> int | None:
    """All of them; None when nobody counted."""
    numbers = [one.count for one in counts if one.count is not None]
    return sum(numbers) if numbers else None


def floor(counts: Counts, gender: str) -> int:
    """Those whose role or age was said: the total cannot go below them."""
    unsaid = (UNSAID, gender, UNSAID)
    return sum(count or 0 for cell, count in _cells(counts).items() if cell[1] == gender and cell != unsaid)


def count(counts: Counts, gender: str, number: int) -> Counts:
    """So many of this gender in all; whose role and age were said stay said."""
    cells, said = _cells(counts), floor(counts, gender)
    rest = max(0, min(number, MOST) - said)
    if rest or not said:
        cells[(UNSAID, gender, UNSAID)] = rest
    else:
        cells.pop((UNSAID, gender, UNSAID), None)
    return _counts(cells)


def leave_uncollected(counts: Counts, genders: Iterable[str]) -> Counts:
    """The group does not collect this: not zero, and not forgotten either."""
    wanted = set(genders)
    cells = {cell: number for cell, number in _cells(counts).items() if cell[1] not in wanted}
    return _counts({**cells, **{(UNSAID, gender, UNSAID): None for gender in wanted}})


def forget(counts: Counts, genders: Iterable[str]) -> Counts:
    """Nothing was said yet."""
    wanted = set(genders)
    return _counts({cell: number for cell, number in _cells(counts).items() if cell[1] not in wanted})


def at(counts: Counts, cell: Cell) -> int | None:
    return _cells(counts).get(cell)


def add(counts: Counts, cell: Cell) -> Counts:
    """One more here: somebody already counted of whom more is said now, else one person more."""
    cells, unsaid = _cells(counts), (UNSAID, cell[1], UNSAID)
    if cell != unsaid:
        rest = (cells.get(unsaid) or 0) - 1
        if rest > 0:
            cells[unsaid] = rest
        else:
            cells.pop(unsaid, None)
    cells[cell] = min(MOST, (cells.get(cell) or 0) + 1)
    return _counts(cells)


def take(counts: Counts, cell: Cell) -> Counts:
    """One fewer here; the person stays counted, without role and age."""
    cells, unsaid = _cells(counts), (UNSAID, cell[1], UNSAID)
    held = cells.get(cell) or 0
    if held == 0:
        return counts
    if cell == unsaid:
        return count(counts, cell[1], (total(counts, cell[1]) or 0) - 1)
    if held > 1:
        cells[cell] = held - 1
    else:
        del cells[cell]
    cells[unsaid] = (cells.get(unsaid) or 0) + 1
    return _counts(cells)


def has_minors(counts: Counts) -> bool:
    """Whether somebody under 18 was counted."""
    return any(one.age_band in MINORS and (one.count or 0) > 0 for one in counts)


def _cells(counts: Counts) -> dict[Cell, int | None]:
    return {(one.role, one.gender, one.age_band): one.count for one in counts}


def _counts(cells: Mapping[Cell, int | None]) -> Counts:
    """In one order, so that the same counts are the same bytes."""
    return tuple(
        Attendance(role=role, gender=gender, age_band=age_band, count=number)
        for (role, gender, age_band), number in sorted(cells.items())
    )
