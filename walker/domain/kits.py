"""A walk that another group wrote down in a file becomes one to come of this tablet; a walk of ours becomes a kit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sync.formats.errors import InputError
from sync.formats.kit import GRID_LISTS, Kit, Poster, read_kit, write_kit
from sync.protocol.catalogue import Catalogue, load_seed
from sync.protocol.catalogue_check import validate
from sync.protocol.records import CatalogueEntry, ExploratoryWalk
from sync.rules.shapes import thinned
from walker.domain import preparation
from walker.domain.words import catalogue_of
from walker.store import Store
from walker.store.files import write_durably


def bring(store: Store, clock: Callable[[], datetime], file: Path) -> ExploratoryWalk:
    """The walk of a kit file, on disk. Raises InputError: nothing was written then."""
    kit = read_kit(file)
    catalogue = catalogue_of(store)
    fresh = _new_entries(kit, catalogue, file)
    _check(fresh, catalogue, file)
    _check_grid(kit, catalogue.with_entries(fresh), file)
    with store.transaction():
        walk = preparation.prepare(
            store,
            clock,
            title=kit.title,
            publics=kit.publics,
            themes=kit.themes,
            purposes=kit.purposes,
            period_planned=kit.period,
            territory=kit.territory,
            step_free=kit.step_free,
            route=tuple(thinned(kit.route, preparation.ROUTE_TOLERANCE_M)),
            planned_stops=kit.stops,
            grid_code=kit.grid_code,
            grid_version=kit.grid_version,
        )
        store.kits.keep(walk.id, instructions=kit.instructions, entries=fresh, posters=())
    if kit.posters:  # after the walk: a full disk costs the posters, never the walk
        names = store.kits.write_posters(walk.id, {poster.name: poster.content for poster in kit.posters})
        store.kits.keep(walk.id, instructions=kit.instructions, entries=fresh, posters=names)
    return walk


def pass_on(store: Store, catalogue: Catalogue, walk: ExploratoryWalk, file: Path) -> None:
    """Write the kit of a walk. Raises StoreError, leaving what was there before."""
    write_durably(file, write_kit(kit_of(store, walk, catalogue)), mode=0o644)


def kit_of(store: Store, walk: ExploratoryWalk, catalogue: Catalogue) -> Kit:
    """What another group needs to make this walk: no count, no name, nothing that was found."""
    kept = store.kits.of(walk.id)
    return Kit(
        title=walk.title,
        publics=walk.publics,
        themes=walk.themes,
        purposes=walk.purposes,
        period=walk.period_planned if walk.period_planned in ("day", "night", "mixed") else None,
        territory=walk.territory,
        step_free=walk.step_free,
        route=walk.route or preparation.walked_route(store, walk.id),
        stops=walk.planned_stops or preparation.stops_of(store, walk.id),
        grid_code=walk.grid_code,
        grid_version=walk.grid_version,
        entries=tuple(_grid_entries(walk, catalogue)),
        instructions=kept.instructions if kept else "",
        posters=tuple(Poster(name=file.name, content=file.read_bytes()) for file in kept.posters) if kept else (),
    )


def _grid_entries(walk: ExploratoryWalk, catalogue: Catalogue) -> Iterator[CatalogueEntry]:
    """The grid and its items, when they are not those that every tablet has."""
    grid = catalogue.version_of("grids", walk.grid_code or "", walk.grid_version or 0)
    if grid is None:
        return
    codes = [item["item"] for section in grid.data.get("sections", ()) for item in section["items"]]
    items = [entry for code in dict.fromkeys(codes) if (entry := catalogue.get("grid_items", code)) is not None]
    for entry in (grid, *items):
        if load_seed().version_of(entry.list, entry.code, entry.version) is None:
            yield entry


def _new_entries(kit: Kit, catalogue: Catalogue, file: Path) -> list[CatalogueEntry]:
    """Those this tablet does not have. A published version never changes: another one of its name is refused."""
    fresh = []
    for entry in kit.entries:
        known = catalogue.version_of(entry.list, entry.code, entry.version)
        if known is None:
            fresh.append(entry)
        elif (known.fr, known.en, known.data) != (entry.fr, entry.en, entry.data):
            raise InputError(
                "kit_grid_differs",
                f"{entry.list}/{entry.code} version {entry.version} is not the one known here",
                file=file,
                place="kit.json, catalogue",
                mend="ask for a kit with a new version number",
            )
    return fresh


class _AnyIcon:
    """A pictogram that is not here is shown as none; that is no reason to refuse a grid."""

    def __contains__(self, _name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _check(fresh: Sequence[CatalogueEntry], catalogue: Catalogue, file: Path) -> None:
    """By the same rules as the catalogue that ships: a grid that could not be filled in is refused here."""
    names = {(entry.list, entry.code, entry.version) for entry in fresh}
    known = [entry for entry in catalogue if (entry.list, entry.code, entry.version) not in names]
    wanted = {f"{name}/{code} v{version}" for name, code, version in names}
    for problem in validate([*known, *fresh], _AnyIcon()) if fresh else ():
        if problem.entry in wanted:
            raise InputError(
                "kit_malformed",
                problem.message,
                file=file,
                place=f"kit.json, catalogue, {problem.entry}",
                mend="mend the grid or ask for the file again",
            )


def _check_grid(kit: Kit, catalogue: Catalogue, file: Path) -> None:
    """The grid of the walk must be here or in the kit."""
    if kit.grid_code is None:
        return
    known = catalogue.get("grids", kit.grid_code)
    if kit.grid_version is not None:
        known = catalogue.version_of("grids", kit.grid_code, kit.grid_version)
    if known is None:
        raise InputError(
            "kit_grid_missing",
            f"its grid {kit.grid_code} is neither in the kit nor on this tablet",
            file=file,
            place="kit.json, grid",
            mend=f"ask for a kit that holds it in {GRID_LISTS[0]} and {GRID_LISTS[1]}",
        )
