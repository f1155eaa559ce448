"""What is due in the order of the page, with its rows: made in a job, for there may be thousands of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sync.protocol.records import Revisit
from sync.rules.geodesy import distance_m
from sync.rules.return_visit import VERDICTS
from walker.viewmodels.due_card import address_of, category_of, icon_of, moment, standing_of
from walker.viewmodels.rows import Row
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.domain.revisits import At, DueReport

FINE_M = 30  # so near, metres count; farther, tens of metres do
NORTH_M, EAST_M = 111_132.0, 111_320.0  # a degree, the second at the equator
ROW = ("reportId", "label", "place", "iconName", "distanceM", "standing", "verdict", "verdictLabel", "seenMs")


@dataclass
class DueLines:
    """`due[n]` is told by `rows[n]`; the window's thread changes one after a verdict, and counts none again."""

    due: list[DueReport] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    places: list[At | None] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)  # which line a report is
    first: int = -1  # the nearest one that nobody looked at, else the first; -1: none
    seen: int = 0
    on_the_way: bool = False

    def look(self, tablet: Tablet, visit: Revisit) -> Row | None:
        """What was just said, or taken back: the row of that report from now on; None when it is not in the list."""
        at = self.at.get(visit.report_id)
        if at is None:
            return None
        before = self.due[at]
        one = self.due[at] = replace(before, looked=None if visit.deleted_at is not None else visit)
        self.seen += is_seen(one) - is_seen(before)
        self.rows[at] = _row(tablet, one, self.rows[at]["distanceM"])
        return self.rows[at]

    def distances(self, here: tuple[float, float] | None) -> list[int]:
        """Metres from here to each, -1 where it is not known."""
        return _distances(self.places, here)


def lines_of(
    tablet: Tablet, found: Sequence[DueReport], known: Sequence[str], here: tuple[float, float] | None
) -> DueLines:
    """The unseen in their order, then what was seen; when all were `known` already, nothing jumps under the finger."""
    by_id = {one.report.id: one for one in found}
    if known and by_id.keys() <= set(known):
        due = [by_id[report_id] for report_id in known if report_id in by_id]
    else:
        due = sorted(found, key=is_seen)
    places = [one.place for one in due]
    return DueLines(
        due=due,
        rows=[_row(tablet, one, away) for one, away in zip(due, _distances(places, here), strict=True)],
        places=places,
        at={one.report.id: at for at, one in enumerate(due)},
        first=_first(due, places, here),
        seen=sum(map(is_seen, due)),
        on_the_way=any(one.along_m is not None for one in due),
    )


def is_seen(one: DueReport) -> bool:
    """Whether this walk said something of it; « could not look » is nothing."""
    return one.looked is not None and one.looked.verdict in VERDICTS


def _row(tablet: Tablet, one: DueReport, away: int) -> Row:
    looked = one.looked
    return {
        "reportId": one.report.id,
        "label": tablet.label("categories", category_of(one)),
        "place": address_of(one),
        "iconName": icon_of(tablet, one),
        "distanceM": away,
        "standing": standing_of(one),
        "verdict": looked.verdict if looked else "",
        "verdictLabel": tablet.label("revisit_verdicts", looked.verdict) if looked else "",
        "seenMs": moment(looked.observed_at) if looked else 0.0,
    }


def _first(due: Sequence[DueReport], places: Sequence[At | None], here: tuple[float, float] | None) -> int:
    waiting = [at for at, one in enumerate(due) if not is_seen(one)]
    return min(waiting, key=lambda at: _away(places[at], here), default=0 if due else -1)


def _away(place: At | None, here: tuple[float, float] | None) -> float:
    """Metres from here; infinite when one of the two is not known."""
    return math.inf if here is None or place is None else distance_m(*here, place.lat, place.lon)


def _distances(places: Sequence[At | None], here: tuple[float, float] | None) -> list[int]:
    """Metres, -1 where it is not known: on the plane of the place, true to a metre where it matters."""
    if here is None:
        return [-1] * len(places)
    lat, lon = here
    east = EAST_M * math.cos(math.radians(lat))
    aways = []
    for place in places:
        if place is None:
            aways.append(-1)
        else:
            away = math.hypot((place.lat - lat) * NORTH_M, (place.lon - lon) * east)
            aways.append(round(away) if away < FINE_M else round(away / 10) * 10)
    return aways
