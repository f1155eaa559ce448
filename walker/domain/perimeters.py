"""The territories a walk can be in: those this tablet was given, those it knows by name, which one holds a point."""

from __future__ import annotations

import json
from dataclasses import field

from sync.protocol.catalogue import Catalogue, normalise
from sync.protocol.frozen import frozen
from sync.protocol.records import ExploratoryWalk, TerritoryView
from sync.rules.geodesy import Area
from walker.domain.units import DEGREES
from walker.domain.words import TERRITORIES_SETTING
from walker.store import Store

# Kinds in the order they are offered: where walks are held first, then what lies over it, then the rest.
_ORDER = ("priority_district", "watch_district", "demonstration", "gup", "zsp", "gpru", "arrondissement")


@frozen()
class Perimeter:
    """One territory. `given`: the server says that this tablet walks there. `rings`: longitude, latitude in degrees."""

    code: str
    kind: str
    name: str
    arrondissements: tuple[int, ...] = ()
    given: bool = False
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()
    spellings: tuple[str, ...] = field(default=(), repr=False)

    def answers_to(self, typed: str) -> bool:
        """Whether a search finds it: part of a name, or an arrondissement as people write it."""
        wanted = normalise(typed)
        if wanted.rstrip("e").isdigit() and len(wanted) <= 3:
            return int(wanted.rstrip("e")) in self.arrondissements
        if wanted.isdigit() and wanted.startswith("75"):
            return int(wanted[2:]) in self.arrondissements
        return all(any(part in spelt for spelt in self.spellings) for part in wanted.split())


def given_codes(store: Store) -> tuple[str, ...]:
    """What the server gave this tablet at its enrolment."""
    return tuple(str(code) for code in json.loads(store.settings.get(TERRITORIES_SETTING) or "[]"))


def perimeters(store: Store, catalogue: Catalogue, language: str) -> list[Perimeter]:
    """All of them: given ones first, then by kind, arrondissement and name (never a ranking)."""
    given = set(given_codes(store))
    views = {view.code: view for view in store.copies.all(TerritoryView)}
    found = []
    for code in dict.fromkeys((*views, *(entry.code for entry in catalogue.entries("territories")))):
        entry, view = catalogue.get("territories", code), views.get(code)
        name = view.name if view else catalogue.label("territories", code, language)
        words = (code, name, *((entry.fr, entry.en, *entry.aliases) if entry else ()))
        found.append(
            Perimeter(
                code=code,
                kind=view.kind if view else str(entry.data.get("kind", "")) if entry else "",
                name=name,
                arrondissements=tuple(entry.data.get("arrondissements", ())) if entry else (),
                given=code in given,
                rings=_rings(view),
                spellings=tuple(normalise(word) for word in words),
            )
        )
    return sorted(found, key=_place)


def the_known_one(store: Store) -> str | None:
    """The territory that need not be asked: the only one given, else that of the latest walk."""
    given = given_codes(store)
    if len(given) == 1:
        return given[0]
    latest = [walk.territory for walk in store.records.all(ExploratoryWalk) if walk.territory]
    return latest[-1] if latest else None


def holding(found: list[Perimeter], lat: float, lon: float) -> Perimeter | None:
    """The perimeter a finger touched: the first in the list's order that holds the point."""
    return next((one for one in found if _holds(one, lat, lon)), None)


def _holds(one: Perimeter, lat: float, lon: float) -> bool:
    """Outer and inner rings come in one row: inside an odd number of them is inside."""
    return sum(Area([[ring]]).contains(lat, lon) for ring in one.rings) % 2 == 1


def _rings(view: TerritoryView | None) -> tuple[tuple[tuple[float, float], ...], ...]:
    if view is None:
        return ()
    return tuple(tuple((point.lon_e7 / DEGREES, point.lat_e7 / DEGREES) for point in ring) for ring in view.rings)


def _place(one: Perimeter) -> tuple[bool, int, tuple[int, ...], str]:
    kind = _ORDER.index(one.kind) if one.kind in _ORDER else len(_ORDER)
    return (not one.given, kind, one.arrondissements, normalise(one.name))
