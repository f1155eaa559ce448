"""The tablet's words: those shipped with it, under those its server published."""

from __future__ import annotations

import json

from sync.protocol.catalogue import Catalogue, load_seed
from sync.protocol.records import CatalogueEntry, TerritoryView
from walker.errors import WalkerError
from walker.store import Store

TERRITORIES_SETTING = "territories"


def catalogue_of(store: Store) -> Catalogue:
    """Everything that can be chosen on this tablet."""
    pulled = store.copies.all(CatalogueEntry)
    known = load_seed().with_entries(pulled) if pulled else load_seed()
    # Grids that came with kits; a version the office or the app knows is never theirs to change.
    brought = [one for one in store.kits.entries() if known.version_of(one.list, one.code, one.version) is None]
    return known.with_entries(brought) if brought else known


def territory_code(store: Store, catalogue: Catalogue, typed: str) -> str:
    """The territory a person typed: a code, a name, or one that the server gave this tablet. Raises WalkerError."""
    given = json.loads(store.settings.get(TERRITORIES_SETTING) or "[]")
    views = store.copies.all(TerritoryView)
    if typed in given or any(view.code == typed for view in views):
        return typed
    if (code := catalogue.resolve("territories", typed)) is not None:
        return code
    named = next((view.code for view in views if view.name == typed), None)
    if named is None:
        raise _unknown("territory", typed, "choose from walker list territories")
    return named


def word_code(catalogue: Catalogue, list_name: str, option: str, typed: str) -> str:
    """The code of a word a person typed. Raises WalkerError: a typed code is never guessed."""
    code = catalogue.resolve(list_name, typed)
    if code is None:
        known = ", ".join(entry.code for entry in catalogue.entries(list_name))
        raise _unknown(option, typed, f"choose one of: {known}")
    return code


def _unknown(option: str, typed: str, mend: str) -> WalkerError:
    return WalkerError(f"unknown_{option}", f"there is no {option} {typed!r}", mend=mend)
