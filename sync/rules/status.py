"""What state a report is in: a fold of its lines of history, the same on every side and in any order of arrival.

One fold per Assignment; the report's state follows from its assignments, from the cell's decisions and from what
people saw on the spot. Lines are facts and never change: a line that cannot count is kept, shown, and named in
`State.set_aside` with the reason. Code branches on the group of a status, never on its code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

OPEN, ASSIGNED, PLANNED, DONE, TREATED = "open", "assigned", "planned", "done", "treated"
WATCHED, REFUSED, CLARIFY, MERGED = "watched", "refused", "clarify", "merged"
WORKING = frozenset({ASSIGNED, PLANNED})
_DECISIONS = frozenset({OPEN, WATCHED, REFUSED, CLARIFY})

# The three statuses that the fold itself gives; every other code comes from a line.
INITIAL, REOPENED, SEEN_SETTLED = "new", "reopened", "treated"


class Verdict(Enum):
    """What a return visit says; `not_seen` is no verdict."""

    RESOLVED = "resolved"
    PERSISTS = "persists"
    WORSE = "worse"
    NOT_SEEN = "not_seen"


class SetAside(Enum):
    """Why a line is history only and does not move the state."""

    OWN_WORK = "own_work"  # someone of the organisation that declared it done
    NOTHING_DONE = "nothing_done"  # nothing had been declared done by then, so nothing to confirm or contradict
    CONTRADICTED = "contradicted"  # the work it confirms was already contradicted on the spot
    ENDED = "ended"  # of an assignment that is over
    UNKNOWN = "unknown"  # a status or verdict this version does not know


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One fact of a report's history, in what the fold needs of it.

    `at` is the corrected moment (the office's clock, or a tablet's less its skew). With `assignment` the line is about
    that assignment; otherwise `to` is a decision on the report, `verdict` a return visit, `linked` a join (a report id)
    or its end (empty text). `source` and `revision` name the tablet record a line comes from: only the newest counts.
    """

    id: str
    at: str
    to: str | None = None
    assignment: str | None = None
    lead: bool = True
    organisation: str = ""
    by: frozenset[str] = frozenset()
    confirms: str | None = None
    verdict: str | None = None
    linked: str | None = None
    source: str | None = None
    revision: int = 1
    void: bool = False
    reason: str | None = None
    planned_on: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AssignmentState:
    """Where one organisation is with one report. `over`: sent back, taken back, or closed with the report."""

    id: str
    organisation: str
    lead: bool
    status: str
    group: str
    since: str
    over: bool = False
    reason: str | None = None
    planned_on: str | None = None
    done_at: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A report's state. `lead` answers for it; `claim` is the line that says it is settled, until contradicted.

    `persists` counts visits that still found it; `contradictions` the repairs that people found undone; `seen_gone`
    says that the newest verdict was "resolved", which closes nothing by itself when nothing was declared done.
    """

    status: str = INITIAL
    group: str = OPEN
    since: str = ""
    lead: str | None = None
    claim: str | None = None
    linked_to: str | None = None
    assignments: Mapping[str, AssignmentState] = field(default_factory=lambda: MappingProxyType({}))
    persists: int = 0
    contradictions: int = 0
    seen_gone: bool = False
    set_aside: Mapping[str, SetAside] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def lead_assignment(self) -> AssignmentState | None:
        """The assignment that answers for the report now, or None."""
        return None if self.lead is None else self.assignments[self.lead]


def fold(lines: Iterable[Line], groups: Mapping[str, str]) -> State:
    """The state these lines lead to, whatever their order; `groups` gives each status code its group."""
    folding = _Folding(groups)
    for line in sorted(current(lines), key=lambda line: (line.at, line.id)):
        reason = folding.take(line)
        if reason is not None:
            folding.set_aside[line.id] = reason
    return folding.state()


def current(lines: Iterable[Line]) -> list[Line]:
    """The lines that stand: for each tablet record only the newest revision, and none when it was taken back."""
    standing: dict[str, Line] = {}
    for line in lines:
        key = line.id if line.source is None else f"source {line.source}"
        known = standing.get(key)
        if known is None or (line.revision, line.id) > (known.revision, known.id):
            standing[key] = line
    return [line for line in standing.values() if not line.void]


def is_late(group: str, due_on: str | None, planned_on: str | None, today: str) -> bool:
    """Whether a promised day has passed on a report still waiting for its work."""
    days = [day for day in (due_on, planned_on if group == PLANNED else None) if day]
    return group in (OPEN, CLARIFY, *WORKING) and any(day < today for day in days)


class _Folding:
    """The fold while it runs. `claim` is what a visit can confirm or contradict: the line saying it is settled."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self.groups = groups
        self.status, self.group, self.since = INITIAL, OPEN, ""
        self.lead: str | None = None
        self.claim: Line | None = None
        self.linked_to: str | None = None
        self.assignments: dict[str, AssignmentState] = {}
        self.workers: set[str] = set()
        self.contradicted: set[str] = set()
        self.persists = 0
        self.seen_gone = False
        self.set_aside: dict[str, SetAside] = {}

    def state(self) -> State:
        return State(
            status=self.status,
            group=self.group,
            since=self.since,
            lead=self.lead,
            claim=None if self.claim is None else self.claim.id,
            linked_to=self.linked_to,
            assignments=MappingProxyType(dict(self.assignments)),
            persists=self.persists,
            contradictions=len(self.contradicted),
            seen_gone=self.seen_gone,
            set_aside=MappingProxyType(dict(self.set_aside)),
        )

    def take(self, line: Line) -> SetAside | None:
        if line.linked is not None:
            self.linked_to = line.linked or None
            return None
        if line.verdict is not None:
            return self._visit(line, line.verdict)
        if line.to is None:
            return None
        group = self.groups.get(line.to)
        if group is None:
            return SetAside.UNKNOWN
        if line.assignment is None:
            return self._decide(line, line.to, group)
        held = self.assignments.get(line.assignment)
        if held is None:
            return self._assign(line, line.assignment, line.to, group)
        return self._work(line, held, line.to, group)

    def _assign(self, line: Line, assignment: str, status: str, group: str) -> SetAside | None:
        if group != ASSIGNED:
            return SetAside.ENDED  # a step of an assignment that never began
        self.assignments[assignment] = AssignmentState(
            id=assignment,
            organisation=line.organisation,
            lead=line.lead,
            status=status,
            group=group,
            since=line.at,
        )
        if line.lead:
            self._end_lead()
            self.lead = assignment
            self._set(status, group, line.at)
        return None

    def _work(self, line: Line, held: AssignmentState, status: str, group: str) -> SetAside | None:
        if held.over:
            return SetAside.ENDED
        if group not in (ASSIGNED, PLANNED, DONE, OPEN):
            return SetAside.UNKNOWN
        self.assignments[held.id] = replace(
            held,
            status=status,
            group=group,
            since=line.at,
            over=group == OPEN,
            reason=line.reason,
            planned_on=line.planned_on or held.planned_on,
            done_at=line.at if group == DONE else None,
        )
        if self.lead == held.id:
            self.claim = line if group == DONE else None
            if group == DONE:
                self.workers.add(held.organisation)
            if group == OPEN:
                self.lead = None
            self._set(status, group, line.at)
        return None

    def _decide(self, line: Line, status: str, group: str) -> SetAside | None:
        if group == TREATED:
            return self._confirm(line, status)
        if group not in _DECISIONS:
            return SetAside.UNKNOWN
        if group == OPEN and self.claim is not None:
            self.contradicted.add(self.claim.id)
        self._end_lead()
        self._set(status, group, line.at)
        return None

    def _confirm(self, line: Line, status: str) -> SetAside | None:
        if line.confirms is not None and line.confirms in self.contradicted:
            return SetAside.CONTRADICTED
        lead = None if self.lead is None else self.assignments[self.lead].organisation
        if line.by & (self.workers if lead is None else {lead}):
            return SetAside.OWN_WORK
        self._settle(line, status)
        return None

    def _visit(self, line: Line, verdict: str) -> SetAside | None:
        if verdict == Verdict.NOT_SEEN.value:
            return None
        later = self.claim is not None and line.at > self.claim.at
        if verdict == Verdict.RESOLVED.value:
            self.seen_gone = True
            if not later or self.group != DONE:
                return SetAside.NOTHING_DONE
            self._settle(line, SEEN_SETTLED)
            return None
        if verdict not in (Verdict.PERSISTS.value, Verdict.WORSE.value):
            return SetAside.UNKNOWN
        self.persists += 1
        self.seen_gone = False
        if not later or self.claim is None:
            return SetAside.NOTHING_DONE
        self.contradicted.add(self.claim.id)
        self._end_lead()
        self._set(REOPENED, OPEN, line.at)
        return None

    def _settle(self, line: Line, status: str) -> None:
        """It is settled: the work is over, its author stays known, and a later visit may still contradict it."""
        if self.lead is not None:
            self.assignments[self.lead] = replace(self.assignments[self.lead], over=True)
        self.claim = self.claim or line
        self._set(status, TREATED, line.at)

    def _set(self, status: str, group: str, since: str) -> None:
        self.status, self.group, self.since = status, group, since

    def _end_lead(self) -> None:
        if self.lead is not None:
            self.assignments[self.lead] = replace(self.assignments[self.lead], over=True)
        self.lead = None
        self.claim = None
