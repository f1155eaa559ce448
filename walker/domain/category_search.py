"""Finds a category by what people call it: labels and aliases in both languages, without accents, with a typing slip.

Families count too: whoever writes « lumière » gets all of its pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sync.protocol.catalogue import Catalogue, normalise
from sync.protocol.records import CatalogueEntry

MOST = 12
# Shorter words are too near to one another to forgive a slip.
_ONE_SLIP, _TWO_SLIPS = 4, 8
_FAMILY = 1.5  # found by its family's name: after those found by their own
_MISSING = 2.0  # a word that says nothing about it, when others do
_FEWER = 0.1  # the name says more than was asked for


class CategorySearch:
    """Over one catalogue; asked at every letter, so that the words are taken apart once."""

    def __init__(self, catalogue: Catalogue) -> None:
        entries = catalogue.entries("categories")
        families = {entry.code: entry for entry in entries if "parent" not in entry.data}
        self._names: list[tuple[CatalogueEntry, float, list[str]]] = []
        for entry in entries:
            family = families.get(entry.data.get("parent", ""))
            if family is not None:
                self._names += [(entry, 0.0, words) for words in _names(entry)]
                self._names += [(entry, _FAMILY, words) for words in _names(family)]
        self._letters = {word: frozenset(word) for _, _, words in self._names for word in words}

    def find(self, typed: str) -> list[CatalogueEntry]:
        """What can be picked, best first; cards of guidance are found too. Empty when nothing fits."""
        wanted = [self._costs(word) for word in _words(typed)]
        best: dict[str, tuple[float, int, CatalogueEntry]] = {}
        for at, (entry, base, words) in enumerate(self._names):
            found = [min((costs[word] for word in words if word in costs), default=None) for costs in wanted]
            hits = [cost for cost in found if cost is not None]
            if not hits:
                continue
            cost = base + sum(hits) + _MISSING * (len(found) - len(hits)) + _FEWER * (len(words) > len(hits))
            if entry.code not in best or cost < best[entry.code][0]:
                best[entry.code] = (cost, at, entry)
        ranked = sorted(best.values(), key=lambda one: one[:2])
        return [entry for _, _, entry in ranked[:MOST]]

    def _costs(self, word: str) -> dict[str, float]:
        """The known words that this one may mean, and how badly each fits; slips only when nothing else does."""
        if len(word) < 2:
            return {word: 0.0} if word in self._letters else {}
        found = {known: 0.0 if known == word else 0.2 for known in self._letters if known.startswith(word)}
        stem = word.rstrip("sx")
        if len(stem) > 2:
            found |= {known: 0.3 for known in self._letters if known not in found and known.rstrip("sx") == stem}
        allowed = 2 if len(word) >= _TWO_SLIPS else 1 if len(word) >= _ONE_SLIP else 0
        if found or not allowed:
            return found
        letters = frozenset(word)
        for known, its in self._letters.items():
            if len(letters - its) > allowed or len(known) < len(word) - allowed:
                continue
            slips = min(slips_between(word, known, allowed), slips_between(word, known[: len(word)], allowed))
            if slips <= allowed:
                found[known] = float(slips)
        return found


def _names(entry: CatalogueEntry) -> Iterable[list[str]]:
    return [_words(text) for text in (entry.fr, entry.en, *entry.aliases)]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", normalise(text))


def slips_between(one: str, other: str, most: int) -> int:
    """Letters wrong, missing, too many or swapped; more than `most` is not counted further."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        next_row = [at]
        for to, against in enumerate(other, start=1):
            cost = min(row[to] + 1, next_row[-1] + 1, row[to - 1] + (letter != against))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, before[to - 2] + 1)
            next_row.append(cost)
        before, row = row, next_row
    return min(row[-1], most + 1)
