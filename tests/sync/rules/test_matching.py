"""When something was reported already: same category, open, near enough; a person decides (S-32, S-222)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.rules.geodesy import distance_m
from sync.rules.matching import Earlier, same_nearby

HERE = (48.83, 2.448)
METRE = 1 / 111_195  # degrees of latitude


def earlier(
    report_id: str,
    north_m: float,
    *,
    category: str = "litter",
    at: str = "2026-03-01",
    group: str = "",
    verdict: str = "",
) -> Earlier:
    return Earlier(
        report_id=report_id,
        category=category,
        lat=HERE[0] + north_m * METRE,
        lon=HERE[1],
        observed_at=at,
        group=group,
        verdict=verdict,
    )


def match(*reports: Earlier, radius_m: float = 30, other_than: tuple[str, ...] = ()) -> str | None:
    found = same_nearby(reports, category="litter", lat=HERE[0], lon=HERE[1], radius_m=radius_m, other_than=other_than)
    return found.report_id if found else None


def test_the_same_category_within_the_radius_is_proposed_with_its_distance() -> None:
    found = same_nearby([earlier("a", 12)], category="litter", lat=HERE[0], lon=HERE[1], radius_m=30)
    assert found is not None
    assert (found.report_id, round(found.distance_m), found.observed_at) == ("a", 12, "2026-03-01")


def test_another_category_or_one_too_far_is_not() -> None:
    assert match(earlier("a", 5, category="graffiti")) is None
    assert match(earlier("a", 31)) is None
    assert match(earlier("a", 31), radius_m=40) == "a"


def test_what_is_treated_refused_merged_or_seen_resolved_is_over() -> None:
    for group in ("treated", "refused", "merged"):
        assert match(earlier("a", 5, group=group)) is None
    assert match(earlier("a", 5, verdict="resolved")) is None


def test_what_is_only_declared_done_can_be_contradicted() -> None:
    assert match(earlier("a", 5, group="done")) == "a"
    assert match(earlier("a", 5, verdict="persists")) == "a"


def test_of_two_at_one_place_the_later_is_proposed() -> None:
    assert match(earlier("a", 5, at="2026-01-01"), earlier("b", 5, at="2026-05-01")) == "b"


def test_one_told_apart_is_not_proposed_again() -> None:
    assert match(earlier("a", 5), earlier("b", 9), other_than=("a",)) == "b"


some = st.lists(
    st.builds(
        lambda number, north, east, category, group, verdict: Earlier(
            report_id=str(number),
            category=category,
            lat=HERE[0] + north * METRE,
            lon=HERE[1] + east * METRE,
            observed_at="2026-03-01",
            group=group,
            verdict=verdict,
        ),
        st.integers(0, 50),
        st.floats(-90, 90),
        st.floats(-90, 90),
        st.sampled_from(["litter", "graffiti"]),
        st.sampled_from(["", "open", "planned", "done", "treated", "refused", "merged"]),
        st.sampled_from(["", "persists", "worse", "resolved"]),
    ),
    max_size=12,
)


@given(some, st.floats(1, 100), st.sets(st.integers(0, 50).map(str)))
def test_what_is_proposed_is_always_the_nearest_that_may_be_the_same(
    reports: list[Earlier], radius_m: float, other_than: set[str]
) -> None:
    found = same_nearby(reports, category="litter", lat=HERE[0], lon=HERE[1], radius_m=radius_m, other_than=other_than)
    fitting = [
        distance_m(*HERE, one.lat, one.lon)
        for one in reports
        if one.category == "litter" and one.is_open and one.report_id not in other_than
    ]
    within = [far for far in fitting if far <= radius_m]
    assert (found is None) == (not within)
    if found is not None:
        assert found.distance_m == min(within)


@given(some, st.permutations(range(12)))
def test_the_order_in_which_reports_are_known_changes_no_distance(reports: list[Earlier], order: list[int]) -> None:
    shuffled = [reports[at] for at in order if at < len(reports)]
    one = same_nearby(reports, category="litter", lat=HERE[0], lon=HERE[1])
    other = same_nearby(shuffled, category="litter", lat=HERE[0], lon=HERE[1])
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.distance_m == other.distance_m
