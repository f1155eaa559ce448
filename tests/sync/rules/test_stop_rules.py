"""Stops: what the rule finds, held against stops that a person marked on real logs."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import cos, radians
from pathlib import Path

import pytest

from sync.formats.tracklog import read_log
from sync.rules.stops import StopFound
from sync.rules.track import analyse

MARKS = Path(__file__).parents[2] / "data" / "stops"
START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LAT, LON = 48.89, 2.36
METRE_NORTH = 1 / 111_200
METRE_EAST = METRE_NORTH / cos(radians(LAT))


@dataclass(frozen=True)
class Fix:
    lat: float
    lon: float
    time: datetime
    accuracy_m: float | None = 5.0


@dataclass(frozen=True)
class Mark:
    start: datetime
    end: datetime
    sure: bool


def overlap(one: Mark | StopFound, other: Mark | StopFound) -> float:
    return max(0.0, (min(one.end, other.end) - max(one.start, other.start)).total_seconds())


def marked(shared_data: Path) -> Iterator[tuple[str, list[Mark], list[StopFound]]]:
    """For each marked log: its name, its marks, and what the rule finds in the part that was marked."""
    for path in sorted(MARKS.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))

        def moment(clock: str, day: str = page["date"]) -> datetime:
            return datetime.fromisoformat(f"{day}T{clock}+00:00")

        begin, end = moment(page["from"]), moment(page["to"])
        marks = [Mark(moment(stop["start"]), moment(stop["end"]), stop["sure"]) for stop in page.get("stop", [])]
        stops = analyse(read_log(shared_data / page["log"]).segments).stops
        yield path.stem, marks, [stop for stop in stops if stop.end > begin and stop.start < end]


def covered(one: Mark | StopFound, others: Sequence[Mark | StopFound]) -> float:
    """The part of one that lies within the others."""
    return sum(overlap(one, other) for other in others) / (one.end - one.start).total_seconds()


def test_precision_and_recall_on_hand_marked_stops(shared_data: Path) -> None:
    """A mark is found when half of it is covered; a stop is right when half of it is in marks.

    What the eye could not decide counts neither way. 19 marks on six logs: 18 found; 17 of 19 stops right.
    """
    found = right = wrong = 0
    missed: list[str] = []
    for name, marks, stops in marked(shared_data):
        sure, unsure = [m for m in marks if m.sure], [m for m in marks if not m.sure]
        for mark in sure:
            if covered(mark, stops) >= 0.5:
                found += 1
            else:
                missed.append(f"{name} {mark.start:%H:%M:%S}")
        for stop in stops:
            if covered(stop, sure) >= 0.5:
                right += 1
            elif covered(stop, sure) + covered(stop, unsure) < 0.5:
                wrong += 1
    recall, precision = found / (found + len(missed)), right / (right + wrong)
    summary = f"recall {recall:.2f} (missed {missed}), precision {precision:.2f} ({right} of {right + wrong})"
    assert recall >= 0.9, summary
    assert precision >= 0.85, summary


def test_a_walk_without_a_halt_has_no_stop(shared_data: Path) -> None:
    stops = {name: found for name, _, found in marked(shared_data)}
    assert stops["freiburg"] == []


def outing(still: int, *, noise: float = 3.0, speed: float = 1.2, every: int = 1, seed: int = 1) -> list[Fix]:
    """Five minutes' walk north, ``still`` seconds at one place, five minutes' walk on."""
    chance = random.Random(seed)
    points = []
    for second in range(0, 600 + still + 1, every):
        walked = min(second, 300) + max(0, second - 300 - still)
        north = walked * speed + chance.gauss(0, noise)
        points.append(
            Fix(
                LAT + north * METRE_NORTH,
                LON + chance.gauss(0, noise) * METRE_EAST,
                START + timedelta(seconds=second),
            )
        )
    return points


@pytest.mark.parametrize("every", [1, 5, 15])
@pytest.mark.parametrize("still", [75, 180, 900])
@pytest.mark.parametrize("noise", [0.0, 3.0, 6.0])
def test_a_halt_is_found_once_where_and_when_it_was(still: int, every: int, noise: float) -> None:
    stops = analyse([outing(still, noise=noise, every=every)]).stops
    assert len(stops) == 1
    assert (stops[0].lat - LAT) / METRE_NORTH == pytest.approx(360, abs=8)
    assert (stops[0].lon - LON) / METRE_EAST == pytest.approx(0, abs=8)
    assert stops[0].start == pytest.approx(START + timedelta(seconds=300), abs=timedelta(seconds=20))
    assert stops[0].seconds == pytest.approx(still, abs=30)


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.2, 2.0])
@pytest.mark.parametrize("seed", range(4))
def test_a_slow_walk_is_no_stop(speed: float, seed: int) -> None:
    assert analyse([outing(0, speed=speed, noise=2.0, seed=seed)]).stops == ()


def test_a_halt_of_half_a_minute_is_no_stop() -> None:
    assert analyse([outing(30)]).stops == ()


def test_a_recorder_that_paused_itself_at_a_halt_does_not_hide_it() -> None:
    points = outing(600)
    paused = [*points[:310], *points[890:]]
    track = analyse([paused])
    assert len(track.gaps) == 1
    assert [round(stop.seconds, -2) for stop in track.stops] == [600]


def test_a_new_outing_from_the_same_door_is_no_stop_of_two_hours() -> None:
    points = outing(7200)
    assert analyse([[*points[:301], *points[7500:]]]).stops == ()


def test_indices_name_the_first_and_last_fix_of_the_stop() -> None:
    points = outing(180)
    (stop,) = analyse([points]).stops
    assert points[stop.first].time == stop.start
    assert points[stop.last].time == stop.end
