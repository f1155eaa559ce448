"""The words both sides share: lists of entries with an immutable code, French and English, an icon and data.

`resources/` holds only the seed; the office edits through the same entries and tablets pull them. Looking up never
fails on an unknown code: it is shown as it came.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sync.protocol.records import CatalogueEntry

# One list per file of resources/catalogue; grids, their items and territories have folders of their own.
WORD_LISTS = (
    *("publics", "day_night", "themes", "purposes", "organiser_kinds", "roles", "age_bands", "genders"),
    *("recruitments", "weather", "street_lights", "employer_kinds", "walk_states", "cancel_reasons", "interpreters"),
    *("report_kinds", "categories", "place_groups", "place_kinds", "owner_kinds", "time_slots", "recurrences"),
    *("affected", "felt_safety", "avoidances", "urgencies", "channels", "speakers", "wanted_answers", "photo_kinds"),
    *("space_kinds", "qualities", "mineral_scale", "seasons", "reuses", "furniture", "furniture_states", "levers"),
    *("statuses", "answer_types", "treatment_modes", "refusal_reasons", "blocking_reasons", "revisit_verdicts"),
    *("organisations", "actor_roles", "commitment_kinds", "relay_kinds", "territory_kinds", "guidance", "routing"),
)
FOLDER_LISTS = ("grid_items", "grids", "territories")
LISTS = WORD_LISTS + FOLDER_LISTS
# What only the office reads: who is suggested for what is never published to tablets.
OFFICE_ONLY_LISTS = frozenset({"routing"})
SEED_WRITER = "catalogue"

_NAMESPACE = uuid.UUID("6f1d1c1e-5b3a-5f0e-9d57-0d1b6a2c7e41")
_KEYS = frozenset({"code", "version", "valid_from", "valid_to", "fr", "en", "icon", "aliases", "data"})


def entry_id(list_name: str, code: str, version: int) -> str:
    """The id of a version of a word: the same everywhere, so that a seed and an import are one record."""
    return str(uuid.uuid5(_NAMESPACE, f"{list_name}/{code}/{version}"))


def seed_entry(list_name: str, table: Mapping[str, Any]) -> CatalogueEntry:
    """The record of one `[[entry]]`. Raises ValueError naming what is missing or misspelt."""
    where = f"{list_name}/{table.get('code', '?')}"
    if unknown := sorted(set(table) - _KEYS):
        raise ValueError(f"{where}: unknown key {', '.join(unknown)}")
    if missing := sorted({"code", "version", "valid_from", "fr", "en", "icon"} - set(table)):
        raise ValueError(f"{where}: missing {', '.join(missing)}")
    midnight = f"{table['valid_from']}T00:00:00.000Z"
    return CatalogueEntry(
        id=entry_id(list_name, table["code"], table["version"]),
        writer=SEED_WRITER,
        created_at=midnight,
        updated_at=midnight,
        list=list_name,
        code=table["code"],
        version=table["version"],
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to"),
        fr=table["fr"],
        en=table["en"],
        icon=table["icon"],
        aliases=tuple(table.get("aliases", ())),
        data=table.get("data", {}),
    )


def normalise(text: str) -> str:
    """A text as it is compared: no accents, no case, plain apostrophes and single spaces."""
    plain = text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe").replace("–", "-")
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", bare).strip().casefold()


def valid_on(entry: CatalogueEntry, day: date) -> bool:
    """Whether the entry may be chosen that day."""
    written = day.isoformat()
    return entry.valid_from <= written and (entry.valid_to is None or written <= entry.valid_to)


class Catalogue:
    """All lists in memory. Never changes: newer entries make a new catalogue."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        """Entries in the order they are to be shown; one given again replaces the earlier one, in its place."""
        self._all = {(e.list, e.code, e.version): e for e in entries if e.deleted_at is None}
        self._versions: dict[str, dict[str, list[CatalogueEntry]]] = {}
        for entry in self._all.values():
            versions = self._versions.setdefault(entry.list, {}).setdefault(entry.code, [])
            versions.append(entry)
            versions.sort(key=lambda e: e.version)
        self._words: dict[str, dict[str, str]] = {}

    def __iter__(self) -> Any:
        return iter(self._all.values())

    def with_entries(self, entries: Iterable[CatalogueEntry]) -> Catalogue:
        """This catalogue with pulled or edited entries laid over it."""
        return Catalogue([*self._all.values(), *entries])

    def get(self, list_name: str, code: str, *, on: date | None = None) -> CatalogueEntry | None:
        """The latest version, retired or not (old records need their words); with `on`, the one valid that day."""
        versions = self._versions.get(list_name, {}).get(code, [])
        for entry in reversed(versions):
            if on is None or valid_on(entry, on):
                return entry
        return None

    def version_of(self, list_name: str, code: str, version: int) -> CatalogueEntry | None:
        """One published version, for a walk that froze it."""
        return self._all.get((list_name, code, version))

    def entries(self, list_name: str, *, on: date | None = None) -> tuple[CatalogueEntry, ...]:
        """What may be chosen, in file order: on that day, or without end date when no day is given."""
        found = (self.get(list_name, code, on=on) for code in self._versions.get(list_name, {}))
        return tuple(e for e in found if e is not None and (on is not None or e.valid_to is None))

    def children(self, list_name: str, parent: str, *, on: date | None = None) -> tuple[CatalogueEntry, ...]:
        """The entries of a family, in file order."""
        return tuple(e for e in self.entries(list_name, on=on) if e.data.get("parent") == parent)

    def resolve(self, list_name: str, text: str) -> str | None:
        """The code a typed or imported text means: a code, a label or an alias, whatever its case and accents."""
        if text in self._versions.get(list_name, {}):
            return text
        return self._words_of(list_name).get(normalise(text))

    def label(self, list_name: str, code: str, language: str) -> str:
        """The word in French or English; an unknown code is shown as it is."""
        entry = self.get(list_name, code)
        if entry is None:
            return code
        return entry.fr if language.startswith("fr") else entry.en

    def _words_of(self, list_name: str) -> dict[str, str]:
        """Codes win over labels, labels over aliases, earlier entries over later ones."""
        if list_name not in self._words:
            latest = [versions[-1] for versions in self._versions.get(list_name, {}).values()]
            words: dict[str, str] = {}
            for texts in (
                [(e.code, (e.code,)) for e in latest],
                [(e.code, (e.fr, e.en)) for e in latest],
                [(e.code, e.aliases) for e in latest],
            ):
                for code, spellings in texts:
                    for spelling in spellings:
                        words.setdefault(normalise(spelling), code)
            self._words[list_name] = words
        return self._words[list_name]


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Whom the routing table proposes: codes of `organisations`, and the rule that said so. Never sent by itself."""

    lead: str
    informed: tuple[str, ...]
    rule: str


def suggest(
    catalogue: Catalogue, *, category: str | None, place_kind: str | None, owner: str | None
) -> Suggestion | None:
    """The most specific rule that fits: owner counts most, then category, place, place group, family."""
    leaf = catalogue.get("categories", category) if category else None
    place = catalogue.get("place_kinds", place_kind) if place_kind else None
    weights = {
        "owner": {owner: 16},
        "category": {leaf.data.get("parent") if leaf else None: 1, category: 8},
        "place": {place.data.get("group") if place else None: 2, place_kind: 4},
    }
    best: tuple[int, CatalogueEntry] | None = None
    for rule in catalogue.entries("routing"):
        scores = [weights[field].get(rule.data[field], -100) for field in weights if field in rule.data]
        if (total := sum(scores)) >= 0 and (best is None or total > best[0]):
            best = (total, rule)
    if best is None:
        return None
    data = best[1].data
    return Suggestion(lead=data["lead"], informed=tuple(data.get("informed", ())), rule=best[1].code)


@cache
def load_seed() -> Catalogue:
    """The catalogue shipped with the program."""
    return Catalogue(entry for name, file in _seed_files() for entry in _read(name, file))


def _seed_files() -> Iterable[tuple[str, Traversable]]:
    resources = files("resources")
    for name in WORD_LISTS:
        yield name, resources / "catalogue" / f"{name}.toml"
    yield "grid_items", resources / "grids" / "items.toml"
    for folder in ("grids", "territories"):
        for file in sorted((resources / folder).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml") and file.name != "items.toml":
                yield folder, file


def _read(list_name: str, file: Traversable) -> Iterable[CatalogueEntry]:
    for table in tomllib.loads(file.read_text(encoding="utf-8"))["entry"]:
        yield seed_entry(list_name, table)
