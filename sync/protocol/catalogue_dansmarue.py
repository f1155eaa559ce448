"""The City's open data calls its categories by French words: this finds ours. Its ids are kept beside our categories.

The words change from year to year and carry notes for staff ("[] …", "[réservé agents …]"), so they are matched by
fragments kept in the catalogue (`data.dansmarue_words`): the longest fragment found wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sync.protocol.catalogue import Catalogue, normalise
from sync.protocol.records import CatalogueEntry

OTHER = "other"

Fragments = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1024)
def category_from_dansmarue(catalogue: Catalogue, type_label: str, subtype_label: str) -> str:
    """Our category for a TYPE and SOUSTYPE; `other` when nothing of them is known, and the caller keeps the words.

    The last part of "group : detail" is tried first, then the whole, then the type alone (a family's own "other").
    """
    families, leaves = _fragments(catalogue)
    kind, subtype = normalise(type_label), normalise(subtype_label)
    family = _first(families, kind)
    entry = catalogue.get("categories", family) if family else None
    if entry is not None and entry.data.get("dansmarue_closed"):
        inside = {child.code for child in catalogue.children("categories", entry.code)}
        leaves = tuple((fragment, code) for fragment, code in leaves if code in inside)
    for text in (subtype.rpartition(" : ")[2], subtype):
        if found := _first(leaves, text):
            return found
    return _other_of(catalogue, family)


def category_from_dansmarue_id(catalogue: Catalogue, type_id: int) -> str:
    """Our category for an id of the City's published tree; `other` for one it does not have."""
    for entry in catalogue.entries("categories"):
        if type_id in entry.data.get("dansmarue_ids", ()):
            return entry.code
    return OTHER


def _first(fragments: Fragments, text: str) -> str | None:
    return next((code for fragment, code in fragments if fragment in text), None)


def _other_of(catalogue: Catalogue, family: str | None) -> str:
    children = catalogue.children("categories", family) if family else ()
    return next((child.code for child in children if child.code.endswith("_other")), OTHER)


@lru_cache(maxsize=4)
def _fragments(catalogue: Catalogue) -> tuple[Fragments, Fragments]:
    """Of families and of leaves, longest first, so that "graffitis … sur mobilier" is not just any graffiti."""
    entries = catalogue.entries("categories")
    families = [e for e in entries if e.data.get("level") == 1]
    return _longest_first(families), _longest_first(e for e in entries if e.data.get("level") != 1)


def _longest_first(entries: Iterable[CatalogueEntry]) -> Fragments:
    known = [(normalise(text), e.code) for e in entries for text in e.data.get("dansmarue_words", ())]
    return tuple(sorted(known, key=lambda pair: -len(pair[0])))
