"""Day and night follow the sun of the place, whatever the clock says (S-10, S-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sync.rules.daylight import held_period, is_dark, period_at, sun_elevation

PARIS = (48.8566, 2.3522)
# Worked by hand: declination −20.24°, equation of time +13 min 41 s, hour angle 75.36°: 16:38:21 UTC.
DUSK = datetime(2026, 11, 22, 16, 38, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    time: datetime | None
    lat: float = PARIS[0]
    lon: float = PARIS[1]


def walk(start: datetime, minutes: int, every: int = 5) -> list[Seen]:
    return [Seen(start + timedelta(seconds=second)) for second in range(0, minutes * 60 + 1, every)]


def test_the_limit_is_the_end_of_civil_twilight() -> None:
    assert not is_dark(*PARIS, DUSK - timedelta(minutes=3))
    assert is_dark(*PARIS, DUSK + timedelta(minutes=3))
    assert sun_elevation(*PARIS, DUSK) == pytest.approx(-6.0, abs=0.1)


def test_eighteen_o_clock_is_night_in_winter_and_day_in_summer() -> None:
    cet, cest = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    assert period_at(*PARIS, datetime(2026, 1, 15, 18, 30, tzinfo=cet)) == "night"
    assert period_at(*PARIS, datetime(2026, 6, 15, 18, 30, tzinfo=cest)) == "day"


@pytest.mark.parametrize(
    ("before", "period"), [(60, "day"), (40, "mixed"), (31, "mixed"), (29, "night"), (1, "night"), (-5, "night")]
)
def test_more_than_half_in_the_dark_is_night_and_less_is_mixed(before: int, period: str) -> None:
    """One hour's walk that begins so many minutes before the limit."""
    assert held_period([walk(DUSK - timedelta(minutes=before), 60 if before != 60 else 55)]) == period


def test_a_pause_counts_for_neither() -> None:
    """Ten minutes by day, an hour's gap, twenty by night: twice as much was recorded in the dark."""
    day, night = walk(DUSK - timedelta(minutes=20), 10), walk(DUSK + timedelta(minutes=50), 20)
    assert held_period([day, night]) == "night"
    assert held_period([walk(DUSK - timedelta(minutes=40), 30), night]) == "mixed"


def test_unequal_sampling_does_not_weigh() -> None:
    day, night = walk(DUSK - timedelta(minutes=33), 30, every=60), walk(DUSK + timedelta(minutes=3), 10, every=1)
    assert held_period([day, night]) == "mixed"


def test_without_time_or_place_the_period_is_unknown() -> None:
    assert period_at(*PARIS, None) == "unknown"
    assert period_at(None, None, DUSK) == "unknown"
    assert held_period([]) == "unknown"
    assert held_period([[Seen(None), Seen(None)]]) == "unknown"


def test_a_single_fix_says_its_own_period() -> None:
    assert held_period([[Seen(DUSK + timedelta(hours=1))]]) == "night"
    assert held_period([[Seen(DUSK - timedelta(hours=1))]]) == "day"


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        is_dark(*PARIS, datetime(2026, 1, 1, 12, 0))
