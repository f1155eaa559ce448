"""The status fold: what each line does, and that order of arrival never matters."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.rules.status import Line, SetAside, State, current, fold, is_late

GROUPS = {
    "new": "open",
    "reopened": "open",
    "returned": "open",
    "clarify": "clarify",
    "assigned": "assigned",
    "accepted": "assigned",
    "planned": "planned",
    "blocked": "planned",
    "done": "done",
    "treated": "treated",
    "watched": "watched",
    "refused": "refused",
    "merged": "merged",
}


def at(minute: int) -> str:
    return f"2026-03-01T10:{minute:02d}:00.000Z"


def assign(minute: int, assignment: str = "A", organisation: str = "bailleur", *, lead: bool = True) -> Line:
    return Line(
        id=f"assign-{assignment}",
        at=at(minute),
        to="assigned",
        assignment=assignment,
        organisation=organisation,
        lead=lead,
    )


def step(minute: int, to: str, assignment: str = "A") -> Line:
    return Line(id=f"{to}-{assignment}-{minute}", at=at(minute), to=to, assignment=assignment)


def decide(minute: int, to: str, *by: str, confirms: str | None = None) -> Line:
    return Line(id=f"{to}-{minute}", at=at(minute), to=to, by=frozenset(by), confirms=confirms)


def visit(minute: int, verdict: str) -> Line:
    return Line(id=f"{verdict}-{minute}", at=at(minute), verdict=verdict, source=f"visit-{minute}-{verdict}")


def state(*lines: Line) -> State:
    return fold(lines, GROUPS)


def test_a_report_without_any_line_is_to_triage() -> None:
    assert (state().status, state().group) == ("new", "open")


def test_the_straight_way_goes_from_assigned_to_treated() -> None:
    lines = [assign(1), step(2, "accepted"), step(3, "planned"), step(4, "done"), decide(5, "treated", "cell")]
    seen = [state(*lines[:count]).group for count in range(6)]
    assert seen == ["open", "assigned", "assigned", "planned", "done", "treated"]


def test_a_refusal_by_the_assignee_sends_the_report_back_to_the_cell() -> None:
    """S-92: the assignee's refusal is not the final "not kept"."""
    result = state(assign(1), step(2, "returned"))
    assert (result.status, result.group, result.lead) == ("returned", "open", None)
    assert result.assignments["A"].over


def test_done_is_only_declared_and_a_visit_that_finds_it_gone_verifies_it() -> None:
    assert state(assign(1), step(2, "done")).group == "done"
    assert state(assign(1), step(2, "done"), visit(3, "resolved")).group == "treated"


def test_nobody_of_the_organisation_that_did_the_work_verifies_it() -> None:
    own = decide(3, "treated", "bailleur")
    result = state(assign(1), step(2, "done"), own)
    assert result.group == "done"
    assert result.set_aside == {own.id: SetAside.OWN_WORK}


def test_nobody_of_that_organisation_closes_it_after_it_came_back_either() -> None:
    result = state(assign(1), step(2, "done"), visit(3, "persists"), decide(4, "treated", "bailleur"))
    assert result.group == "open"


def test_a_visit_reopens_only_what_was_declared_done_before_it() -> None:
    later = state(assign(1), step(3, "done"), visit(4, "persists"))
    assert (later.status, later.group, later.contradictions) == ("reopened", "open", 1)
    earlier = state(assign(1), step(3, "done"), visit(2, "persists"))
    assert (earlier.group, earlier.persists) == ("done", 1)
    assert set(earlier.set_aside.values()) == {SetAside.NOTHING_DONE}
    same_moment = state(assign(1), step(3, "done"), visit(3, "worse"))
    assert same_moment.group == "done"


def test_a_visit_after_done_reopens_even_what_the_desk_verified_without_knowing_of_it() -> None:
    done = step(2, "done")
    result = state(assign(1), done, visit(3, "persists"), decide(4, "treated", "cell", confirms=done.id))
    assert result.group == "open"
    assert SetAside.CONTRADICTED in result.set_aside.values()


def test_a_desk_that_knows_of_the_contradiction_may_still_settle_it_later() -> None:
    result = state(assign(1), step(2, "done"), visit(3, "persists"), decide(4, "treated", "cell"))
    assert result.group == "treated"


def test_not_seen_closes_nothing_and_reopens_nothing() -> None:
    assert state(assign(1), step(2, "done"), visit(3, "not_seen")).group == "done"
    assert state(assign(1), step(2, "done"), visit(3, "resolved"), visit(4, "not_seen")).group == "treated"


def test_seen_gone_before_any_work_is_shown_and_closes_nothing() -> None:
    result = state(visit(1, "resolved"))
    assert (result.group, result.seen_gone) == ("open", True)


def test_a_treated_report_that_people_find_again_is_reopened() -> None:
    assert state(assign(1), step(2, "done"), visit(3, "resolved"), visit(9, "worse")).status == "reopened"
    assert state(decide(1, "treated", "cell"), visit(2, "persists")).status == "reopened"


def test_a_new_lead_replaces_the_old_one_whose_late_lines_are_history() -> None:
    result = state(assign(1), assign(2, "B", "voirie"), step(3, "planned", "A"))
    assert (result.lead, result.group) == ("B", "assigned")
    assert result.assignments["A"].over


def test_an_informed_organisation_never_moves_the_report() -> None:
    result = state(assign(1), assign(2, "I", "mairie", lead=False), step(3, "done", "I"))
    assert (result.lead, result.group) == ("A", "assigned")


def test_a_final_refusal_of_the_cell_ends_the_assignment_and_a_visit_does_not_undo_it() -> None:
    result = state(assign(1), decide(2, "refused", "cell"), step(3, "done"), visit(4, "persists"))
    assert (result.group, result.lead) == ("refused", None)


def test_a_join_is_undone_and_gives_back_the_report_its_own_history() -> None:
    join = Line(id="join", at=at(3), linked="lead-report")
    leave = Line(id="leave", at=at(5), linked="")
    alone = state(assign(1), step(2, "planned"))
    joined = state(assign(1), step(2, "planned"), join)
    assert joined.linked_to == "lead-report"
    assert state(assign(1), step(2, "planned"), join, leave) == alone


def test_only_the_newest_revision_of_a_visit_counts_and_none_when_it_is_taken_back() -> None:
    first = visit(5, "persists")
    corrected = replace(first, id="second", verdict="resolved", revision=2)
    taken_back = replace(first, id="third", revision=3, void=True)
    done = [assign(1), step(2, "done")]
    assert state(*done, first).group == "open"
    assert state(*done, corrected, first).group == "treated"
    assert state(*done, corrected, taken_back, first).group == "done"


def test_an_unknown_status_of_a_newer_version_is_kept_and_moves_nothing() -> None:
    strange = decide(2, "teleported", "cell")
    result = state(assign(1), strange)
    assert (result.group, result.set_aside[strange.id]) == ("assigned", SetAside.UNKNOWN)


def test_a_promised_day_that_passed_makes_a_waiting_report_late() -> None:
    assert is_late("assigned", "2026-03-01", None, "2026-03-02")
    assert is_late("planned", None, "2026-03-01", "2026-03-02")
    assert not is_late("planned", "2026-03-02", None, "2026-03-02")
    assert not is_late("done", "2026-03-01", "2026-03-01", "2026-03-02")


minutes = st.integers(min_value=0, max_value=59)
assignments = st.sampled_from(["A", "B", "I"])
organisations = {"A": "bailleur", "B": "voirie", "I": "mairie"}
histories = st.lists(
    st.one_of(
        st.builds(
            lambda minute, a: Line(
                id="", at=at(minute), to="assigned", assignment=a, organisation=organisations[a], lead=a != "I"
            ),
            minutes,
            assignments,
        ),
        st.builds(
            lambda minute, to, a: Line(id="", at=at(minute), to=to, assignment=a, organisation=organisations[a]),
            minutes,
            st.sampled_from(["accepted", "planned", "blocked", "done", "returned"]),
            assignments,
        ),
        st.builds(
            lambda minute, to, who: Line(id="", at=at(minute), to=to, by=frozenset({who})),
            minutes,
            st.sampled_from(["treated", "refused", "watched", "clarify", "reopened"]),
            st.sampled_from(["cell", *organisations.values()]),
        ),
        st.builds(
            lambda minute, verdict, source, revision, void: Line(
                id="", at=at(minute), verdict=verdict, source=source, revision=revision, void=void
            ),
            minutes,
            st.sampled_from(["resolved", "persists", "worse", "not_seen"]),
            st.sampled_from(["v1", "v2", "v3"]),
            st.integers(min_value=1, max_value=3),
            st.booleans(),
        ),
        st.builds(
            lambda minute, linked: Line(id="", at=at(minute), linked=linked), minutes, st.sampled_from(["lead", ""])
        ),
    ),
    max_size=12,
).map(lambda lines: [replace(line, id=f"line-{place:02d}") for place, line in enumerate(lines)])


@settings(deadline=None, derandomize=True, max_examples=400)
@given(histories, st.randoms(use_true_random=False))
def test_any_order_of_arrival_leads_to_the_same_state(history: list[Line], random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled, GROUPS) == fold(history, GROUPS)
    assert fold([*shuffled, *history], GROUPS) == fold(history, GROUPS), "a line that arrives twice counts once"


@settings(deadline=None, derandomize=True, max_examples=400)
@given(histories)
def test_what_one_organisation_did_is_never_verified_by_itself(history: list[Line]) -> None:
    result = fold(history, GROUPS)
    if result.group != "treated" or result.lead is None:
        return
    organisation = result.assignments[result.lead].organisation
    moment = result.since
    verifiers = [line for line in current(history) if line.at == moment and line.id not in result.set_aside]
    assert any(organisation not in line.by for line in verifiers)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(histories)
def test_a_report_is_reopened_by_a_visit_only_after_the_claim_it_contradicts(history: list[Line]) -> None:
    """Dropping a visit that was set aside changes nothing but the counts; a counting one is later than a claim."""
    result = fold(history, GROUPS)
    claims = [line.at for line in history if line.to in ("done", "treated")]
    for line in current(history):
        if line.verdict in ("persists", "worse") and line.id not in result.set_aside:
            assert any(claim < line.at for claim in claims)
    kept = [line for line in history if not (line.id in result.set_aside and line.verdict is None)]
    assert fold(kept, GROUPS).group == result.group


def test_every_short_interleaving_of_two_leads_and_a_visit_names_one_state() -> None:
    """All orders in time of the same six acts: the state is always one of the known groups, with a known lead."""
    acts = [
        assign,
        lambda m: step(m, "done"),
        lambda m: visit(m, "persists"),
        lambda m: assign(m, "B", "voirie"),
        lambda m: step(m, "done", "B"),
        lambda m: decide(m, "treated", "cell"),
    ]
    for order in itertools.permutations(range(6)):
        result = state(*[acts[act](minute) for minute, act in enumerate(order)])
        assert result.group in {"open", "assigned", "done", "treated"}
        assert result.lead is None or result.assignments[result.lead].lead
        if result.group in ("assigned", "done"):
            assert result.lead is not None
