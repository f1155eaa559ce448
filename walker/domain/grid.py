"""Answers to the grid at a stop: one record for each question, edited in place however often the group thinks again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, GridAnswer, Record, Stop
from walker.domain.words import catalogue_of
from walker.store import Store

COMMON = "common"
GRIDS = "grids"


def answer(
    store: Store,
    clock: Callable[[], datetime],
    walk: ExploratoryWalk,
    stop_id: str,
    item: str,
    *,
    commitment_id: str | None = None,
    **fields: Any,
) -> GridAnswer:
    """Write or edit the one answer to that question at that stop (about that promise, when it is one).

    `fields` are those of GridAnswer; what is not named stays as it was. « Not observed » and an answer exclude each
    other: the later one holds. What says nothing any more is marked as deleted, and comes back with the next answer.
    """
    with store.transaction():
        known = kept_answer(store, walk.id, stop_id, item, commitment_id)
        said = _alone(fields)
        if known is None:
            blank = dataclasses.replace(_blank(store, clock, walk, stop_id, item), commitment_id=commitment_id)
            return store.records.save(dataclasses.replace(blank, **said))
        edited = dataclasses.replace(known, **said)
        gone = bool(said) and says_nothing(edited)
        return store.records.save(dataclasses.replace(edited, deleted_at=times.format_time(clock()) if gone else None))


def kept_answer(
    store: Store, walk_id: str, stop_id: str, item: str, commitment_id: str | None = None
) -> GridAnswer | None:
    """The record of that question, whether or not its answer was taken back."""
    found = store.records.where(GridAnswer, walk_id, stop_id=stop_id, item=item, commitment_id=commitment_id)
    return found[0] if found else None


def says_nothing(held: GridAnswer) -> bool:
    """Whether the group said nothing here: the question is still to do."""
    return not (held.value or held.show_of_hands or held.not_observed or held.text or held.dissent)


def grid_of(store: Store, walk: ExploratoryWalk) -> tuple[str, int]:
    """The grid of a walk: the one frozen at its start, else the common one as it was valid on its day."""
    if walk.grid_code is not None and walk.grid_version is not None:
        return walk.grid_code, walk.grid_version
    code = walk.grid_code or COMMON
    catalogue = catalogue_of(store)
    entry = catalogue.get(GRIDS, code, on=day_of(walk)) or catalogue.get(GRIDS, code)
    return code, entry.version if entry else 1


def day_of(walk: ExploratoryWalk) -> date:
    """The day it was held, is planned for, or was made."""
    return date.fromisoformat((walk.started_at or walk.planned_on or walk.created_at)[:10])


def _alone(fields: dict[str, Any]) -> dict[str, Any]:
    """An answer ends « not observed », and the other way round."""
    if fields.get("not_observed"):
        return {**fields, "value": None, "show_of_hands": ()}
    if fields.get("value") or fields.get("show_of_hands"):
        return {"not_observed": False, **fields}
    return fields


def _blank(store: Store, clock: Callable[[], datetime], walk: ExploratoryWalk, stop_id: str, item: str) -> GridAnswer:
    now = times.format_time(clock())
    code, version = grid_of(store, walk)
    return GridAnswer(
        id=new_id(),
        writer="",
        created_at=now,
        updated_at=now,
        walk_id=walk.id,
        stop_id=stop_id,
        grid_code=code,
        grid_version=version,
        item=item,
        period=_period_of(store.records.find(stop_id)),
    )


def _period_of(stop: Record | None) -> str:
    return stop.period if isinstance(stop, Stop) else "unknown"
