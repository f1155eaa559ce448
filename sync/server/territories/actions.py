"""Writes territories and publishes what tablets need of them: names and a simplified outline."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sync.protocol import records, times
from sync.protocol.catalogue import Catalogue
from sync.server.records.feed import writing
from sync.server.records.models import SERVER
from sync.server.territories import resolve
from sync.server.territories.models import Territory
from sync.server.territories.resolve import rings_of

_NAMESPACE = uuid.UUID("0b0e7b4c-52a5-5d0b-8f3c-2f0d1a6a9c11")
# About five metres: finer than any hand holding a tablet, and a tenth of the bytes.
_TOLERANCE_DEGREES = 0.00005
HAND_DRAWN = "hand_drawn"


@dataclass(frozen=True, kw_only=True)
class TerritoryChange:
    """What is known of one territory. `geometry`: GeoJSON Polygon or MultiPolygon in WGS84, already valid."""

    code: str
    kind: str
    name: str
    official_code: str = ""
    aliases: tuple[str, ...] = ()
    arrondissements: tuple[int, ...] = ()
    population: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    geometry: Mapping[str, Any] | None = None
    illustrative: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)


def save(changes: Iterable[TerritoryChange], *, keep_existing: bool = False) -> list[Territory]:
    """Make or change territories by code; an outline is kept when the change brings none.

    `keep_existing` leaves those already there alone (the seed). A hand-drawn zone or an illustration never keeps an
    official code: only published outlines bear one.
    """
    with writing() as feed:
        known = Territory.objects.in_bulk(field_name="code")
        saved = []
        for change in changes:
            if keep_existing and change.code in known:
                continue
            row = known.get(change.code) or Territory(code=change.code)
            _apply(row, change)
            row.stamp = time.time_ns()
            row.save()
            known[row.code] = row
            feed.publish(view_of(row))
            saved.append(row)
        feed.memo.pop(resolve.MEMO, None)
    return saved


def seed(catalogue: Catalogue) -> list[Territory]:
    """The territories that the catalogue lists, those already known left alone."""
    return save(map(_from_entry, catalogue.entries("territories")), keep_existing=True)


def view_of(row: Territory) -> records.TerritoryView:
    """What tablets get of a territory."""
    now = times.now()
    return records.TerritoryView(
        id=str(uuid.uuid5(_NAMESPACE, row.code)),
        writer=SERVER,
        created_at=now,
        updated_at=now,
        code=row.code,
        kind=row.kind,
        name=row.name,
        official_code=row.official_code or None,
        illustrative=row.illustrative,
        rings=_simplified(row.geometry) if row.geometry else (),
    )


def _apply(row: Territory, change: TerritoryChange) -> None:
    row.kind, row.name = change.kind, change.name
    row.illustrative = change.illustrative
    invented = change.illustrative or change.kind == HAND_DRAWN
    row.official_code = "" if invented else change.official_code or row.official_code
    row.aliases = list(dict.fromkeys([*row.aliases, *change.aliases]))
    row.arrondissements = list(change.arrondissements) or row.arrondissements
    row.population = change.population if change.population is not None else row.population
    row.valid_from = change.valid_from or row.valid_from
    row.valid_to = change.valid_to or row.valid_to
    row.data = {**row.data, **change.data}
    if change.geometry is not None:
        row.geometry = dict(change.geometry)
        vertices = [vertex for ring in rings_of(row.geometry) for vertex in ring]
        row.west, row.east = min(v[0] for v in vertices), max(v[0] for v in vertices)
        row.south, row.north = min(v[1] for v in vertices), max(v[1] for v in vertices)


def _from_entry(entry: records.CatalogueEntry) -> TerritoryChange:
    data = entry.data
    return TerritoryChange(
        code=entry.code,
        kind=data["kind"],
        name=entry.fr,
        official_code=data.get("official_code", ""),
        aliases=entry.aliases,
        arrondissements=tuple(data.get("arrondissements", ())),
        population=data.get("population"),
        valid_from=date.fromisoformat(entry.valid_from),
        valid_to=date.fromisoformat(entry.valid_to) if entry.valid_to else None,
        data=data,
    )


def _simplified(geometry: Mapping[str, Any]) -> tuple[tuple[records.Point, ...], ...]:
    from shapely.geometry import mapping, shape

    plain = mapping(shape(geometry).simplify(_TOLERANCE_DEGREES, preserve_topology=True))
    return tuple(
        tuple(records.Point(lat_e7=round(lat * 1e7), lon_e7=round(lon * 1e7)) for lon, lat, *_ in ring)
        for ring in rings_of(dict(plain))
    )
