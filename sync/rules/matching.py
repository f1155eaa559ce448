"""Whether something was reported already: the same category, still open, near enough to be the same thing.

A rule only proposes: a person looks at photo, distance and date, and says yes or no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sync.rules.geodesy import distance_m
from sync.rules.status import MERGED, REFUSED, TREATED, Verdict

DEFAULT_RADIUS_M = 30.0
# What is over for those who reported it. "Done" is only declared: whoever sees it still there says so.
CLOSED_GROUPS = frozenset({TREATED, REFUSED, MERGED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """A report that exists. `group` is its status group, empty while nobody told; `verdict` of the last look at it."""

    report_id: str
    category: str
    lat: float
    lon: float
    observed_at: str
    group: str = ""
    verdict: str = ""

    @property
    def is_open(self) -> bool:
        return self.group not in CLOSED_GROUPS and self.verdict != Verdict.RESOLVED.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The report that may be the same, and how far it is."""

    report_id: str
    distance_m: float
    observed_at: str


def same_nearby(
    earlier: Iterable[Earlier],
    *,
    category: str,
    lat: float,
    lon: float,
    radius_m: float = DEFAULT_RADIUS_M,
    other_than: Collection[str] = (),
) -> Match | None:
    """The nearest open report of this category within the radius; of equals the latest. `other_than`: told apart."""
    best: tuple[float, str, str] | None = None
    for report in earlier:
        if report.category != category or not report.is_open or report.report_id in other_than:
            continue
        far = distance_m(lat, lon, report.lat, report.lon)
        if far > radius_m:
            continue
        if best is None or far < best[0] or (far == best[0] and report.observed_at > best[1]):
            best = (far, report.observed_at, report.report_id)
    return None if best is None else Match(report_id=best[2], distance_m=best[0], observed_at=best[1])
