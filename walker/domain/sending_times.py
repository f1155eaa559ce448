"""When the tablet sends by itself, and what: never in the way of a walk, of a person's pause, or of a low battery."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

LOW_BATTERY = 20  # percent: what is left is for the walk
QUIET_S = 20.0  # after the last save: a person is writing
QUIET_IN_A_WALK_S = 120.0
LOOK_EVERY_S = 30 * 60.0  # for what the office says, while nothing waits here
BACK_S = 3.0  # after the network came back: it may go again at once
_FIRST_S = 15.0
_LONGEST_S = 15 * 60.0


class Share(StrEnum):
    """How much goes."""

    NOTHING = "nothing"
    SMALL = "small"  # records and previews: full sizes wait
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """`charge`: percent, None where nobody knows. `paid`: this link costs money and large photos wait for Wi-Fi."""

    enrolled: bool
    paused: bool = False
    reachable: bool = True
    paid: bool = False
    walking: bool = False
    charge: int | None = None


def share(now: Situation) -> Share:
    """What may go now without being asked for. A person who asks sends all, whatever this says."""
    low = now.charge is not None and now.charge <= LOW_BATTERY
    if not now.enrolled or now.paused or not now.reachable or low:
        return Share.NOTHING
    return Share.SMALL if now.paid or now.walking else Share.ALL


def next_try_s(failures: int, asked_for: float | None, dice: random.Random) -> float:
    """Seconds until the next try after so many failures in a row: doubled each time, jittered, never before it was
    asked for."""
    longest = min(_FIRST_S * 2.0 ** min(failures - 1, 10), _LONGEST_S)
    return max(asked_for or 0.0, 0.0) + longest * dice.uniform(0.5, 1.0)
