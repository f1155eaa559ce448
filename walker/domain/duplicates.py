"""« Already reported here? »: what this tablet knows near a place, and « me too » instead of a second report."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sync.protocol.records import Photo, Position, Report, Revisit, VoiceNote
from sync.rules.geodesy import Box
from sync.rules.matching import Earlier
from sync.rules.return_visit import last_verdict
from walker.domain.revisits import look, own_look
from walker.domain.units import DEGREES
from walker.store import Store

REACH_M = 110.0  # the widest radius of the catalogue, and a little
_METRES_A_DEGREE = 111_000
LIKED = "liked_place"
PERSISTS, WORSE = "persists", "worse"


def earlier_reports(store: Store, lat: float, lon: float) -> list[Earlier]:
    """Reports within reach of any category's radius: of this walk, of earlier ones, of others."""
    north = REACH_M / _METRES_A_DEGREE
    east = north / max(0.1, math.cos(math.radians(lat)))
    box = Box(south=lat - north, west=lon - east, north=lat + north, east=lon + east)
    found = [report for report in store.nearby.reports(box) if report.kind != LIKED and report.category]
    if not found:
        return []
    looks: dict[str, list[Revisit]] = {}
    for one in store.records.all(Revisit):
        looks.setdefault(one.report_id, []).append(one)
    return [_earlier(store, report, looks.get(report.id, ())) for report in found]


@dataclass(frozen=True, kw_only=True)
class MeToo:
    """What was said, with what was taken along, and what this walk had said before, so that it can be taken back."""

    revisit: Revisit
    before: Revisit | None
    taken: tuple[str, ...]


def me_too(
    store: Store,
    clock: Callable[[], datetime],
    *,
    report_id: str,
    draft_id: str,
    walk_id: str | None,
    place: Position | None,
    text: str | None = None,
) -> MeToo:
    """It is still there: said of the report that exists. The draft goes; what was taken with it is about this look."""
    with store.transaction():
        known = {one.id: one for one in store.records.all(Revisit) if one.report_id == report_id}
        worse = any(one.walk_id == walk_id and one.verdict == WORSE for one in known.values())
        verdict = WORSE if worse else PERSISTS  # who says « me too » does not say that it is better than that
        before = own_look(store, report_id, walk_id, clock())
        words = [*(before.text if before else "").splitlines(), *(text or "").splitlines()]  # of two people, perhaps
        text = "\n".join(dict.fromkeys(words)) or None
        revisit = look(store, clock, report_id, verdict, walk_id=walk_id, place=place, text=text)
        kept: list[Photo | VoiceNote] = [*store.records.all(Photo), *store.records.all(VoiceNote)]
        taken = [one for one in kept if one.about == draft_id]
        store.records.save_all(dataclasses.replace(one, about=revisit.id) for one in taken)
        store.drafts.drop(draft_id)
    return MeToo(revisit=revisit, before=known.get(revisit.id), taken=tuple(one.id for one in taken))


def take_back(store: Store, said: MeToo, draft_id: str) -> None:
    """It was not the same after all: what was taken belongs to the draft again."""
    with store.transaction():
        for record_id in said.taken:
            store.records.change(record_id, lambda one: dataclasses.replace(one, about=draft_id))
        if said.before is None:
            store.records.delete(said.revisit.id)
        else:
            store.records.save(dataclasses.replace(said.before, revision=said.revisit.revision))


def _earlier(store: Store, report: Report, own: Sequence[Revisit]) -> Earlier:
    assert report.position is not None and report.category is not None
    view = store.handling_of(report.id)
    last = last_verdict([*own, *store.copies.revisits_of(report.id)])
    return Earlier(
        report_id=report.id,
        category=(view.category if view else None) or report.category,
        lat=report.position.lat_e7 / DEGREES,
        lon=report.position.lon_e7 / DEGREES,
        observed_at=report.observed_at or report.created_at,
        group=view.group if view else "",
        verdict=last.verdict if last else "",
    )
