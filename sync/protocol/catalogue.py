"""The words both sides share: lists of entries with an immutable code, French and English, an icon and data.

`resources/` holds only the seed; the office edits through the same entries and tablets pull them. Looking up never
fails on an unknown code: it is shown as it came.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from sync.protocol.frozen import frozen
from sync.protocol.records import CatalogueEntry

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

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

_NAMESPACE = "6f1d1c1e-5b3a-5f0e-9d57-0d1b6a2c7e41"
Entries = tuple[CatalogueEntry, ...]

_KEYS = frozenset({"code", "version", "valid_from", "valid_to", "fr", "en", "icon", "aliases", "data"})


def entry_id(list_name: str, code: str, version: int) -> str:
    """The id of a version of a word: the same everywhere, so that a seed and an import are one record."""
    import uuid

    return str(uuid.uuid5(uuid.UUID(_NAMESPACE), f"{list_name}/{code}/{version}"))


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
    """A text as it is compared: no accents, no case, plain apostrophes and dashes, single spaces."""
    plain = text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe").replace("–", "-")
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", bare)).strip().casefold()


def valid_on(entry: CatalogueEntry, day: date) -> bool:
    """Whether the entry may be chosen that day."""
    written = day.isoformat()
    return entry.valid_from <= written and (entry.valid_to is None or written <= entry.valid_to)


class Catalogue:
    """All lists. Never changes: newer entries make a new catalogue. A list of the seed is read when first asked for,
    so that a tablet starts without reading those its first page does not show."""

    def __init__(self, entries: Iterable[CatalogueEntry] = (), *, base: Callable[[str], Entries] | None = None) -> None:
        """Entries in the order they are to be shown; one given again replaces the earlier one, in its place.

        `base` gives the entries of a list that lie under these.
        """
        self._base = base
        self._given: dict[str, list[CatalogueEntry]] = {}
        for entry in entries:
            self._given.setdefault(entry.list, []).append(entry)
        self._lists: dict[str, _WordList] = {}

    def __iter__(self) -> Iterator[CatalogueEntry]:
        for name in dict.fromkeys((*LISTS, *self._given)):
            yield from self._list(name).all

    def with_entries(self, entries: Iterable[CatalogueEntry]) -> Catalogue:
        """This catalogue with pulled or edited entries laid over it."""
        given = (entry for of_list in self._given.values() for entry in of_list)
        return Catalogue([*given, *entries], base=self._base)

    def get(self, list_name: str, code: str, *, on: date | None = None) -> CatalogueEntry | None:
        """The latest version, retired or not (old records need their words); with `on`, the one valid that day."""
        for entry in reversed(self._list(list_name).versions.get(code, ())):
            if on is None or valid_on(entry, on):
                return entry
        return None

    def version_of(self, list_name: str, code: str, version: int) -> CatalogueEntry | None:
        """One published version, for a walk that froze it."""
        return next((e for e in self._list(list_name).versions.get(code, ()) if e.version == version), None)

    def entries(self, list_name: str, *, on: date | None = None) -> tuple[CatalogueEntry, ...]:
        """What may be chosen, in file order: on that day, or without end date when no day is given."""
        found = (self.get(list_name, code, on=on) for code in self._list(list_name).versions)
        return tuple(e for e in found if e is not None and (on is not None or e.valid_to is None))

    def children(self, list_name: str, parent: str, *, on: date | None = None) -> tuple[CatalogueEntry, ...]:
        """The entries of a family, in file order."""
        return tuple(e for e in self.entries(list_name, on=on) if e.data.get("parent") == parent)

    def resolve(self, list_name: str, text: str) -> str | None:
        """The code a typed or imported text means: a code, a label or an alias, whatever its case and accents."""
        words = self._list(list_name)
        return text if text in words.versions else words.spellings.get(normalise(text))

    def label(self, list_name: str, code: str, language: str) -> str:
        """The word in French or English; an unknown code is shown as it is."""
        entry = self.get(list_name, code)
        if entry is None:
            return code
        return entry.fr if language.startswith("fr") else entry.en

    def _list(self, name: str) -> _WordList:
        if name not in self._lists:
            under = self._base(name) if self._base is not None else ()
            self._lists[name] = _WordList((*under, *self._given.get(name, ())))
        return self._lists[name]


class _WordList:
    """One list: its entries in order, the versions of each code from old to new, and what they answer to."""

    def __init__(self, entries: Entries) -> None:
        self.all = tuple({(e.code, e.version): e for e in entries if e.deleted_at is None}.values())
        self.versions: dict[str, list[CatalogueEntry]] = {}
        for entry in self.all:
            self.versions.setdefault(entry.code, []).append(entry)
        for versions in self.versions.values():
            versions.sort(key=lambda e: e.version)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Codes win over labels, labels over aliases, earlier entries over later ones."""
        latest = [versions[-1] for versions in self.versions.values()]
        words: dict[str, str] = {}
        for spelt in (lambda e: (e.code,), lambda e: (e.fr, e.en), lambda e: e.aliases):
            for entry in latest:
                for text in spelt(entry):
                    words.setdefault(normalise(text), entry.code)
        return words


@frozen(slots=True)
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
    return Catalogue(base=_seed_list)


@cache
def _seed_list(name: str) -> Entries:
    """The entries of a list's files; none when no such list ships. Raises ValueError naming the file."""
    return tuple(entry for file in _seed_files(name) for entry in _read(name, file))


def _seed_files(name: str) -> Iterable[Traversable]:
    from importlib.resources import files

    resources = files("resources")
    if name in WORD_LISTS:
        return [resources / "catalogue" / f"{name}.toml"]
    if name == "grid_items":
        return [resources / "grids" / "items.toml"]
    if name in FOLDER_LISTS:
        found = (file for file in (resources / name).iterdir() if file.name.endswith(".toml"))
        return sorted((file for file in found if file.name != "items.toml"), key=lambda file: file.name)
    return []


def _read(name: str, file: Traversable) -> Iterator[CatalogueEntry]:
    import tomllib

    try:
        for table in tomllib.loads(file.read_text(encoding="utf-8"))["entry"]:
            yield seed_entry(name, table)
    except (ValueError, KeyError) as error:
        raise ValueError(f"{file.name}: {error}") from error
