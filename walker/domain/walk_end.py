"""A walk at its end: what was recorded, what is left to complete, and what keeps it open (S-03, S-172).

Nothing here is stored: it is read again from the records, so that a walk ended long ago is summed up the same way.
"""

from __future__ import annotations

import dataclasses
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sync.protocol import times
from sync.protocol.catalogue import Catalogue
from sync.protocol.ids import new_id
from sync.protocol.records import (
    ExploratoryWalk,
    GridAnswer,
    HandlingView,
    Photo,
    Report,
    SpaceCandidate,
    Stop,
    Vote,
    WalkClosureRequest,
)
from sync.rules.closing import Closing, Finding, closing
from sync.rules.return_visit import VERDICTS
from walker.domain.grid import day_of, grid_of, says_nothing
from walker.domain.grid_questions import grid_entry, themes_of
from walker.domain.revisits import LIKED, due
from walker.store import Store
from walker.store.votes import Poll

BALLOT = 10  # more on a ballot is not read


@dataclass(frozen=True, kw_only=True)
class WalkEnd:
    """One walk, as its end page shows it. `verdicts`: what this walk said of earlier findings, by its code."""

    walk: ExploratoryWalk
    stops: int
    reports: int
    liked: int
    spaces: int
    verdicts: Mapping[str, int]
    unseen: int
    asked: int
    answered: int
    drafts: Sequence[tuple[str, str]]  # kind, id
    without_category: Sequence[str]
    without_place: Sequence[tuple[str, str]]  # kind, id
    unchecked: int
    came: int | None
    poll: Poll | None
    voices: int
    answers_received: bool
    closing: Closing
    request: WalkClosureRequest | None


def sum_up(store: Store, catalogue: Catalogue, walk_id: str, today: date) -> WalkEnd:
    """Everything that the end page shows. Takes a while with hundreds of findings: not on the window's thread."""
    walk = store.records.get(walk_id)
    assert isinstance(walk, ExploratoryWalk)
    reports = store.records.all(Report, walk_id=walk_id)
    spaces = store.records.all(SpaceCandidate, walk_id=walk_id)
    stops = store.records.all(Stop, walk_id=walk_id)
    earlier = due(store, walk)
    looked = [one.looked.verdict for one in earlier if one.looked is not None]
    answered = {
        (answer.stop_id, answer.item)
        for answer in store.records.all(GridAnswer, walk_id=walk_id)
        if answer.commitment_id is None and not says_nothing(answer)
    }
    at_stops = {stop_id for stop_id, _ in answered if stop_id is not None}
    return WalkEnd(
        walk=walk,
        stops=len(stops),
        reports=sum(1 for report in reports if report.kind != LIKED),
        liked=sum(1 for report in reports if report.kind == LIKED),
        spaces=len(spaces),
        verdicts=Counter(looked),
        unseen=sum(1 for one in earlier if one.looked is None or one.looked.verdict not in VERDICTS),
        asked=sum(_questions(store, catalogue, walk, stop.period) for stop in stops if stop.id in at_stops),
        answered=len(answered),
        drafts=[
            ("space" if draft.kind == SpaceCandidate.RECORD else "report", draft.id)
            for draft in store.drafts.all()
            if draft.walk_id == walk_id and draft.kind in (Report.RECORD, SpaceCandidate.RECORD)
        ],
        without_category=[report.id for report in reports if report.category is None and report.kind != LIKED],
        without_place=[
            *(("report", report.id) for report in reports if report.position is None),
            *(("space", space.id) for space in spaces if space.position is None and not space.points),
        ],
        unchecked=sum(1 for photo in store.records.all(Photo, walk_id=walk_id) if photo.checked_at is None),
        came=_came(walk),
        poll=(poll := store.votes.poll(walk_id)),
        voices=sum(vote.tally for vote in store.records.all(Vote, walk_id=walk_id)) if poll and poll.closed_at else 0,
        answers_received=any(view.walk_id == walk_id for view in store.copies.all(HandlingView)),
        closing=_closing(store, walk, today),
        request=next(iter(store.records.all(WalkClosureRequest, walk_id=walk_id)), None),
    )


def count_at_end(store: Store, walk_id: str, people: int) -> ExploratoryWalk:
    """So many are here now."""
    return _change(store, walk_id, headcount_end=people)


def date_return(store: Store, walk_id: str, day: str | None) -> ExploratoryWalk:
    """The group comes back that day; the request to close, if there is one, says so too."""
    with store.transaction():
        for request in store.records.all(WalkClosureRequest, walk_id=walk_id):
            if request.next_visit_on != day:
                store.records.save(dataclasses.replace(request, next_visit_on=day))
        return _change(store, walk_id, next_visit_on=day)


def ask_to_close(store: Store, clock: Callable[[], datetime], walk_id: str) -> WalkClosureRequest:
    """The group asks the office to close its walk: one request, however often it is asked. The rule decides."""
    with store.transaction():
        walk = store.records.get(walk_id)
        assert isinstance(walk, ExploratoryWalk)
        known = next(iter(store.records.all(WalkClosureRequest, walk_id=walk_id)), None)
        if known is not None:
            return known
        now = times.format_time(clock())
        return store.records.save(
            WalkClosureRequest(
                id=new_id(),
                writer="",
                created_at=now,
                updated_at=now,
                walk_id=walk_id,
                next_visit_on=walk.next_visit_on,
            )
        )


def in_months(day: date, months: int) -> date:
    """So many months later, on the same day of the month or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ballot_items(store: Store, walk_id: str) -> list[Report | SpaceCandidate]:
    """What the group can vote on: its findings and spaces, the dangerous and urgent ones first."""
    reports = store.records.all(Report, walk_id=walk_id)
    pressing = [report for report in reports if report.danger or report.urgency]
    others = [report for report in reports if report not in pressing]
    return [*pressing, *others, *store.records.all(SpaceCandidate, walk_id=walk_id)]


def _change(store: Store, walk_id: str, **fields: object) -> ExploratoryWalk:
    def edit(walk: ExploratoryWalk) -> ExploratoryWalk:
        return dataclasses.replace(walk, **fields)  # type: ignore[arg-type]

    return store.records.change(walk_id, edit)


def _questions(store: Store, catalogue: Catalogue, walk: ExploratoryWalk, period: str) -> int:
    """How many questions its grid asks at a stop at that time of day."""
    entry = grid_entry(catalogue, *grid_of(store, walk))
    return sum(len(theme.questions) for theme in themes_of(catalogue, entry, day_of(walk), period))


def _came(walk: ExploratoryWalk) -> int | None:
    """How many people came, by the counts of who they are; None when nothing was collected."""
    known = [one.count for one in walk.attendance if one.count is not None]
    return sum(known) if known else None


def _closing(store: Store, walk: ExploratoryWalk, today: date) -> Closing:
    """As the server judges it, with what this tablet last received; what it has not heard of is still open."""
    views = {view.report_id: view for view in store.copies.all(HandlingView)}
    own = {report.id: report for report in store.records.all(Report, walk_id=walk.id)}
    others = {report.id: report for report in store.copies.all(Report) if report.walk_id == walk.id}
    findings = []
    for report in (others | own).values():
        view = views.get(report.id)
        findings.append(
            Finding(
                number=view.number if view else report.provisional_number,
                group=view.group if view else "open",
                wants_answer=report.kind != LIKED,
            )
        )
    followed = any(one.follows_walk_id == walk.id and one.state == "held" for one in store.records.all(ExploratoryWalk))
    return closing(findings, next_visit_on=walk.next_visit_on, followed=followed, today=today.isoformat())
