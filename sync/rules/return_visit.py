"""Whether a finding must be looked at again: « une obligation de suivi » (S-03, S-172), the same rule on every side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sync.protocol.records import Revisit
from sync.rules.status import DONE, MERGED, TREATED, Verdict

V = TypeVar("V", bound=Revisit)

VERDICTS = frozenset({Verdict.RESOLVED.value, Verdict.PERSISTS.value, Verdict.WORSE.value})


def is_due(group: str | None, last_verdict: str | None) -> bool:
    """Whether a report is still to be looked at on the spot.

    `group`: of its status as the office last said, None when it said nothing yet. What is declared done always is;
    what was verified no more; « could not look » (`not_seen`) is no verdict, so it changes nothing.
    """
    if group in (TREATED, MERGED):
        return False
    return group == DONE or last_verdict != Verdict.RESOLVED.value


def last_verdict(visits: Iterable[V]) -> V | None:
    """The newest visit that says something; `not_seen` does not."""
    said = [visit for visit in visits if visit.deleted_at is None and visit.verdict in VERDICTS]
    return max(said, key=lambda visit: (visit.observed_at, visit.id), default=None)
