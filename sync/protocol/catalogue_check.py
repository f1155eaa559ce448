"""One validator for the seed and for every edit: what is wrong with a set of entries, and where.

It reads entries only; nothing is refused here. The caller decides (the seed's test and the editor refuse, a pull
shows what arrived).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sync.protocol.catalogue import LISTS, normalise
from sync.protocol.records import CatalogueEntry

STATUS_GROUPS = frozenset({"open", "assigned", "planned", "done", "treated", "watched", "refused", "clarify", "merged"})
FINAL_GROUPS = frozenset({"treated", "refused", "merged"})
READERS = frozenset({"all", "cell", "cell_assignee"})
ANSWERS = frozenset({"repair", "mediation", "referral", "none"})
QUESTION_KINDS = frozenset({"yes_no", "choice", "count", "text"})
ITEM_KINDS = frozenset({"rating", "yes_no", "choice", "count", "text", "photo"})
RATING_LEVELS = (0, 1, 2, 3)

_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing wrong with one entry; `code` is stable, `message` says it in one line."""

    entry: str
    code: str
    message: str


Codes = Mapping[str, Mapping[str, CatalogueEntry]]
Found = Iterator[tuple[str, str]]


def validate(entries: Iterable[CatalogueEntry], icons: Collection[str]) -> list[Problem]:
    """Everything wrong with these entries taken together. `icons`: names as entries write them, house: included."""
    all_entries = list(entries)
    latest: dict[str, dict[str, CatalogueEntry]] = defaultdict(dict)
    for entry in sorted(all_entries, key=lambda e: e.version):
        latest[entry.list][entry.code] = entry
    problems = []
    for entry in all_entries:
        for code, message in _entry_problems(entry, icons, latest):
            problems.append(_problem(entry, code, message))
    for check in (_twice, _version_order, _shared_words, _rules_twice, _status_graph):
        problems += [_problem(entry, code, message) for entry, code, message in check(all_entries, latest)]
    return problems


def _problem(entry: CatalogueEntry, code: str, message: str) -> Problem:
    return Problem(entry=f"{entry.list}/{entry.code} v{entry.version}", code=code, message=message)


def _entry_problems(entry: CatalogueEntry, icons: Collection[str], latest: Codes) -> Found:
    if entry.list not in LISTS:
        yield "unknown_list", f"there is no list {entry.list!r}"
    if not _CODE.fullmatch(entry.code):
        yield "bad_code", f"{entry.code!r} is not lower-case words joined by _"
    if entry.version < 1:
        yield "bad_version", "versions start at 1"
    for language in ("fr", "en"):
        if not getattr(entry, language).strip():
            yield f"no_{language}", f"no {language} words"
    for icon in (entry.icon, *_icons_in(entry.data)):
        if icon not in icons:
            yield "no_icon", f"icon {icon!r} does not exist"
    yield from _dates(entry)
    for path, value in _inside(entry.data):
        if isinstance(value, float):
            yield "float", f"data{path} is a float; write an integer in a smaller unit"
    parent = entry.data.get("parent")
    if parent is not None and parent not in latest.get(entry.list, {}):
        yield "no_parent", f"parent {parent!r} does not exist"
    if check := _BY_LIST.get(entry.list):
        yield from check(entry, latest)


def _dates(entry: CatalogueEntry) -> Found:
    try:
        first = date.fromisoformat(entry.valid_from)
        last = date.fromisoformat(entry.valid_to) if entry.valid_to else first
    except ValueError:
        yield "bad_date", "valid_from and valid_to are days like 2026-01-31"
        return
    if last < first:
        yield "bad_validity", "valid_to is before valid_from"


def _inside(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value in a nest of tables and arrays, with where it stands."""
    yield path, value
    items: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, Mapping):
        items = value.items()
    elif isinstance(value, list | tuple):
        items = enumerate(value)
    for key, item in items:
        yield from _inside(item, f"{path}[{key}]")


def _icons_in(data: Mapping[str, Any]) -> list[str]:
    return [value for path, value in _inside(data) if path.endswith("[icon]")]


def _refers(latest: Codes, lists: tuple[str, ...], field: str, codes: Iterable[Any]) -> Found:
    for code in codes:
        if not any(code in latest.get(name, {}) for name in lists):
            yield "no_reference", f"{field}: {code!r} is in no {' or '.join(lists)}"


def _some(data: Mapping[str, Any], field: str) -> list[Any]:
    """A field's value as a list, empty when the field is absent."""
    value = data.get(field, [])
    return list(value) if isinstance(value, list | tuple) else [value]


def _category(entry: CatalogueEntry, latest: Codes) -> Found:
    data = entry.data
    if data.get("level") == 1:
        return
    if data.get("parent") is None:
        yield "no_parent", "a category is a family (level = 1) or has a parent"
    yield from _refers(latest, ("guidance",), "card", _some(data, "card") + _some(data, "more_cards"))
    yield from _refers(latest, ("guidance",), "referral", _some(data, "referral"))
    if data.get("guidance"):
        if "card" not in data:
            yield "no_card", "a guidance entry names the card it opens"
        return
    if data.get("readers") not in READERS:
        yield "bad_readers", f"readers is one of {', '.join(sorted(READERS))}"
    if data.get("answer") not in ANSWERS:
        yield "bad_answer", f"answer is one of {', '.join(sorted(ANSWERS))}"
    radius = data.get("duplicate_radius_m")
    if not isinstance(radius, int) or radius <= 0:
        yield "bad_radius", "duplicate_radius_m is a whole number of metres above 0"
    kinds = _some(data, "kinds")
    if not kinds:
        yield "no_kind", "a category says which kinds of report it may be"
    yield from _refers(latest, ("report_kinds",), "kinds", kinds)
    yield from _questions(_some(data, "questions"))


def _questions(questions: list[Mapping[str, Any]]) -> Found:
    codes = Counter(question.get("code") for question in questions)
    for question in questions:
        name = question.get("code")
        if codes[name] > 1:
            yield "question_twice", f"two questions are called {name!r}"
        if not question.get("fr") or not question.get("en"):
            yield "question_words", f"question {name!r} needs fr and en"
        if question.get("kind") not in QUESTION_KINDS:
            yield "question_kind", f"question {name!r} is one of {', '.join(sorted(QUESTION_KINDS))}"
        yield from _choices(question)


def _choices(asked: Mapping[str, Any]) -> Found:
    choices = asked.get("choices", [])
    if asked.get("kind") == "choice" and len(choices) < 2:
        yield "no_choices", f"{asked.get('code', 'a choice')} needs two choices or more"
    if len({choice.get("code") for choice in choices}) < len(choices):
        yield "choice_twice", f"{asked.get('code', 'a choice')} has two choices with one code"
    if any(not (choice.get("code") and choice.get("fr") and choice.get("en")) for choice in choices):
        yield "choice_words", f"every choice of {asked.get('code', 'it')} needs code, fr and en"


def _grid_item(entry: CatalogueEntry, latest: Codes) -> Found:
    kind = entry.data.get("kind")
    if kind not in ITEM_KINDS:
        yield "item_kind", f"kind is one of {', '.join(sorted(ITEM_KINDS))}"
    if not entry.data.get("question_fr") or not entry.data.get("question_en"):
        yield "question_words", "an item asks its question in question_fr and question_en"
    yield from _choices(entry.data)
    yield from _refers(latest, ("categories",), "category", _some(entry.data, "category"))
    if kind == "rating":
        levels = entry.data.get("levels", [])
        if tuple(level.get("value") for level in levels) != RATING_LEVELS:
            yield "bad_levels", "a rating has the four levels 0, 1, 2, 3 in order"
        if any(not (level.get("fr") and level.get("en") and level.get("icon")) for level in levels):
            yield "level_words", "every level needs fr, en and icon"


def _grid(entry: CatalogueEntry, latest: Codes) -> Found:
    items = [item for section in entry.data.get("sections", []) for item in section.get("items", [])]
    yield from _refers(latest, ("grid_items",), "items", (item.get("item") for item in items))
    for code, times in Counter(item.get("item") for item in items).items():
        if times > 1:
            yield "item_twice", f"{code!r} is asked {times} times"
    if not items:
        yield "empty_grid", "a grid asks something"
    yield from _refers(latest, ("themes",), "themes", _some(entry.data, "themes"))
    yield from _refers(latest, ("publics",), "publics", _some(entry.data, "publics"))
    if any(not (section.get("fr") and section.get("en")) for section in entry.data.get("sections", [])):
        yield "section_words", "every section needs fr and en"


def _routing(entry: CatalogueEntry, latest: Codes) -> Found:
    data = entry.data
    yield from _refers(latest, ("organisations",), "lead", [data.get("lead")])
    yield from _refers(latest, ("organisations",), "informed", _some(data, "informed"))
    yield from _refers(latest, ("categories",), "category", _some(data, "category"))
    yield from _refers(latest, ("place_kinds", "place_groups"), "place", _some(data, "place"))
    yield from _refers(latest, ("owner_kinds",), "owner", _some(data, "owner"))


def _status(entry: CatalogueEntry, latest: Codes) -> Found:
    if entry.data.get("group") not in STATUS_GROUPS:
        yield "bad_group", f"group is one of {', '.join(sorted(STATUS_GROUPS))}"
    following = _some(entry.data, "next")
    yield from _refers(latest, ("statuses",), "next", following)
    if entry.data.get("group") not in FINAL_GROUPS and not set(following) - {entry.code}:
        yield "no_way_out", "a report would stay in this status for ever"


def _references(**fields: tuple[str, ...]) -> Callable[[CatalogueEntry, Codes], Found]:
    """A check that each named field holds codes of the lists given."""

    def check(entry: CatalogueEntry, latest: Codes) -> Found:
        for field, lists in fields.items():
            yield from _refers(latest, lists, field, _some(entry.data, field))

    return check


def _refusal(entry: CatalogueEntry, latest: Codes) -> Found:
    if not entry.data.get("sentence_fr") or not entry.data.get("sentence_en"):
        yield "no_sentence", "a refusal needs the sentence inhabitants read, sentence_fr and sentence_en"
    if not set(_some(entry.data, "by")) & {"assignee", "cell"}:
        yield "bad_by", "by says who may give it: assignee, cell"


_BY_LIST: dict[str, Callable[[CatalogueEntry, Codes], Found]] = {
    "categories": _category,
    "grid_items": _grid_item,
    "grids": _grid,
    "routing": _routing,
    "statuses": _status,
    "refusal_reasons": _refusal,
    "place_kinds": _references(group=("place_groups",)),
    "organisations": _references(role=("actor_roles",)),
    "guidance": _references(organisations=("organisations",)),
    "territories": _references(kind=("territory_kinds",)),
}
Whole = Iterator[tuple[CatalogueEntry, str, str]]


def _twice(entries: list[CatalogueEntry], latest: Codes) -> Whole:
    seen: set[tuple[str, str, int]] = set()
    for entry in entries:
        key = (entry.list, entry.code, entry.version)
        if key in seen:
            yield entry, "code_twice", "this code and version exist already; a code is never reused"
        seen.add(key)


def _version_order(entries: list[CatalogueEntry], latest: Codes) -> Whole:
    before: dict[tuple[str, str], CatalogueEntry] = {}
    for entry in sorted(entries, key=lambda e: e.version):
        earlier = before.get((entry.list, entry.code))
        if earlier is not None and entry.valid_from < earlier.valid_from:
            yield entry, "version_order", f"begins before version {earlier.version}"
        before[(entry.list, entry.code)] = entry


def _shared_words(entries: list[CatalogueEntry], latest: Codes) -> Whole:
    """Two entries of one list that answer to one word: an import could not tell them apart."""
    for words_of in latest.values():
        owner: dict[str, str] = {}
        for entry in words_of.values():
            if entry.valid_to is not None or entry.list in {"routing", "grids", "grid_items"}:
                continue
            for word in {normalise(text) for text in (entry.fr, *entry.aliases)}:
                if owner.setdefault(word, entry.code) != entry.code:
                    yield entry, "word_twice", f"{word!r} means {owner[word]!r} already"


def _rules_twice(entries: list[CatalogueEntry], latest: Codes) -> Whole:
    seen: dict[tuple[Any, ...], str] = {}
    for entry in latest.get("routing", {}).values():
        when = tuple(entry.data.get(field) for field in ("category", "place", "owner"))
        if entry.valid_to is None and seen.setdefault(when, entry.code) != entry.code:
            yield entry, "rule_twice", f"{seen[when]!r} has the same conditions"


def _status_graph(entries: list[CatalogueEntry], latest: Codes) -> Whole:
    statuses = latest.get("statuses", {})
    reached = {code for code, entry in statuses.items() if entry.data.get("initial")}
    waiting = list(reached)
    while waiting:
        for code in _some(statuses[waiting.pop()].data, "next"):
            if code in statuses and code not in reached:
                reached.add(code)
                waiting.append(code)
    for code, entry in statuses.items():
        if code not in reached:
            yield entry, "unreachable", "no status leads here"
