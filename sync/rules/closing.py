"""Whether a walk is closed: computed from its findings and its return visit, never stored (S-03).

A walk stays open while any finding lacks a disposition (assigned, treated, under watch, or refused with a reason) or
no return visit is dated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# "To clarify" is a worklist of its own, not yet a disposition: S-03 names the four kinds that are.
_WITHOUT_DISPOSITION = frozenset({"open", "clarify"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One finding of the walk: its number, the group of its status, and whether it asks for anything at all."""

    number: str
    group: str
    wants_answer: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """What keeps a walk open. `return_overdue`: the dated visit has passed and no later walk followed."""

    without_disposition: tuple[str, ...]
    return_dated: bool
    return_overdue: bool

    @property
    def closed(self) -> bool:
        return self.return_dated and not self.without_disposition


def closing(findings: Iterable[Finding], *, next_visit_on: str | None, followed: bool, today: str) -> Closing:
    """What is missing before the walk is closed. `followed`: a later walk names this one as the walk it follows."""
    return Closing(
        without_disposition=tuple(
            sorted(
                finding.number for finding in findings if finding.wants_answer and finding.group in _WITHOUT_DISPOSITION
            )
        ),
        return_dated=next_visit_on is not None or followed,
        return_overdue=next_visit_on is not None and next_visit_on < today and not followed,
    )
