"""When a walk is closed, and what keeps it open (S-03, S-172)."""

from __future__ import annotations

from sync.rules.closing import Closing, Finding, closing


def close(*groups: str, next_visit_on: str | None = "2026-06-01", followed: bool = False) -> Closing:
    findings = [Finding(number=f"26-{place:04d}", group=group) for place, group in enumerate(groups, 1)]
    return closing(findings, next_visit_on=next_visit_on, followed=followed, today="2026-03-01")


def test_a_walk_with_every_finding_disposed_and_a_dated_return_is_closed() -> None:
    assert close("assigned", "planned", "done", "treated", "watched", "refused").closed


def test_one_finding_to_triage_keeps_the_walk_open_and_is_named() -> None:
    result = close("treated", "open", "clarify")
    assert not result.closed
    assert result.without_disposition == ("26-0002", "26-0003")


def test_no_dated_return_keeps_the_walk_open() -> None:
    assert not close("treated", next_visit_on=None).closed


def test_a_place_people_like_asks_for_nothing() -> None:
    liked = Finding(number="26-0001", group="open", wants_answer=False)
    assert closing([liked], next_visit_on="2026-06-01", followed=False, today="2026-03-01").closed


def test_a_return_visit_whose_day_passed_without_a_walk_is_overdue() -> None:
    assert close("treated", next_visit_on="2026-02-01").return_overdue
    assert not close("treated", next_visit_on="2026-02-01", followed=True).return_overdue
