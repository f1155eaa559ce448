"""What must be looked at again: as long as nobody verified it on the spot."""

from __future__ import annotations

import pytest

from sync.protocol.records import Revisit
from sync.rules.return_visit import is_due, last_verdict

MOMENT = "2026-10-15T17:00:00.000Z"


def visit(verdict: str, minute: int, deleted: bool = False) -> Revisit:
    at = f"2026-10-15T17:{minute:02d}:00.000Z"
    return Revisit(
        id=f"01a20000-0000-7000-8000-0000000000{minute:02d}",
        writer="",
        created_at=MOMENT,
        updated_at=MOMENT,
        deleted_at=MOMENT if deleted else None,
        report_id="01a20000-0000-7000-8000-000000000001",
        verdict=verdict,
        observed_at=at,
    )


@pytest.mark.parametrize(
    ("group", "verdict", "due"),
    [
        (None, None, True),  # never sent, or the office said nothing yet
        ("open", "persists", True),
        ("assigned", None, True),
        ("planned", "worse", True),
        ("done", None, True),
        ("done", "resolved", True),  # declared done since: somebody must see it
        ("refused", None, True),  # the group may contradict a refusal (S-92)
        ("watched", "persists", True),
        ("open", "resolved", False),
        ("treated", None, False),
        ("merged", None, False),
    ],
)
def test_a_finding_is_due_until_somebody_verified_it(group: str | None, verdict: str | None, due: bool) -> None:
    """S-03, S-172."""
    assert is_due(group, verdict) is due


def test_could_not_look_is_no_verdict_and_a_withdrawn_one_neither() -> None:
    """DESIGN §4: `not_seen` stays due and closes nothing."""
    said = [visit("persists", 1), visit("resolved", 5, deleted=True), visit("not_seen", 9)]
    found = last_verdict(said)
    assert found is not None
    assert found.verdict == "persists"
    assert last_verdict([visit("not_seen", 3)]) is None
    assert last_verdict([]) is None
