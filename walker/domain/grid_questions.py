"""What a grid asks: its themes and questions as the catalogue holds them, in the version that a walk froze.

Whatever the catalogue says is asked somehow: an item of an unknown kind, or one that this tablet has no words for, is
answered in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sync.protocol.catalogue import Catalogue
from sync.protocol.records import Attendance, CatalogueEntry, CommitmentView, GridAnswer, ShowOfHands
from walker.domain.grid import COMMON, GRIDS

ITEMS = "grid_items"
RATING, YES_NO, CHOICE, COUNT, TEXT, PHOTO = "rating", "yes_no", "choice", "count", "text", "photo"
KINDS = frozenset({RATING, YES_NO, CHOICE, COUNT, TEXT, PHOTO})
PROMISES = "promises"  # the theme of what the site keeps posted
OTHERS = "others"  # the theme of what was answered here and is not in this grid
WITH_HANDS = frozenset({RATING, YES_NO, CHOICE})
GENDERS = ("women", "men", "other_or_unsaid", "not_collected")


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer that can be tapped."""

    value: str
    fr: str
    en: str
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One item of the grid; about one promise of the site when `promise` is given."""

    item: str
    kind: str
    fr: str
    en: str
    icon: str = ""
    options: tuple[Option, ...] = ()
    many: bool = False
    hands: bool = False  # asked by a show of hands first
    note_fr: str = ""
    note_en: str = ""
    when: str = ""  # night: not asked by day
    counts_only: bool = False  # no words beside it, so that nobody is accused (S-38)
    mandatory: bool = False  # not to be forgotten; nothing is blocked
    promise: CommitmentView | None = None

    @property
    def key(self) -> str:
        """One a stop."""
        return key_of(self.item, self.promise.id if self.promise else None)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A page of the grid."""

    code: str
    fr: str
    en: str
    icon: str = ""
    questions: tuple[Question, ...] = field(default=())


def key_of(item: str, promise_id: str | None) -> str:
    """What tells the questions of a stop apart."""
    return f"{item}|{promise_id}" if promise_id else item


def grid_entry(catalogue: Catalogue, code: str, version: int) -> CatalogueEntry | None:
    """The grid as frozen; the latest of that code, or the common one, when this tablet does not have it."""
    return catalogue.version_of(GRIDS, code, version) or catalogue.get(GRIDS, code) or catalogue.get(GRIDS, COMMON)


def themes_of(catalogue: Catalogue, entry: CatalogueEntry | None, day: date, period: str) -> list[Theme]:
    """The pages of a grid, with the questions asked at that time of day; a theme without any is left out."""
    themes = []
    for section in entry.data.get("sections", ()) if entry is not None else ():
        asked = [question(catalogue, line, day) for line in section.get("items", ()) if line.get("item")]
        kept = tuple(one for one in asked if one.when != "night" or period != "day")
        if kept:
            code = str(section.get("code", ""))
            names = {"fr": str(section.get("fr") or code), "en": str(section.get("en") or code)}
            themes.append(Theme(code=code, icon=str(section.get("icon", "")), questions=kept, **names))
    return themes


def promises_theme(catalogue: Catalogue, promises: Sequence[CommitmentView], day: date) -> list[Theme]:
    """Displayed? Followed? for each promise of the site; nothing on a site without any."""
    items = [entry.code for entry in catalogue.entries(ITEMS) if entry.data.get("promise")]
    asked = [question(catalogue, {"item": item}, day, promise=promise) for promise in promises for item in items]
    return [Theme(code=PROMISES, fr="", en="", icon="file-badge", questions=tuple(asked))] if asked else []


def others_theme(catalogue: Catalogue, themes: Iterable[Theme], held: Iterable[GridAnswer], day: date) -> list[Theme]:
    """What was answered at this stop and is asked on no page: shown, so that nothing is lost from sight."""
    asked = {one.key for theme in themes for one in theme.questions}
    rest = []
    for one in held:
        if one.item not in asked and not one.commitment_id:
            rest.append(question(catalogue, {"item": one.item}, day))
    return [Theme(code=OTHERS, fr="", en="", icon="circle-ellipsis", questions=tuple(rest))] if rest else []


def question(
    catalogue: Catalogue, line: Mapping[str, Any], day: date, promise: CommitmentView | None = None
) -> Question:
    """An item as it is asked: the grid's own words first, then the item's, then its code."""
    code = str(line["item"])
    entry = catalogue.get(ITEMS, code, on=day) or catalogue.get(ITEMS, code)
    data: Mapping[str, Any] = entry.data if entry else {}
    kind = str(data.get("kind", TEXT))
    options = tuple(_options(kind, data))
    if kind not in KINDS or (kind in (RATING, CHOICE) and not options):
        kind = TEXT
    words = {
        language: str(
            line.get(f"question_{language}")
            or data.get(f"question_{language}")
            or (getattr(entry, language) if entry else code)
        )
        for language in ("fr", "en")
    }
    return Question(
        item=code,
        kind=kind,
        icon=entry.icon if entry else "",
        options=options,
        many=bool(data.get("many")),
        hands=bool(data.get("hands")) and kind in WITH_HANDS,
        note_fr=str(data.get("note_fr", "")),
        note_en=str(data.get("note_en", "")),
        when=str(data.get("when", "")),
        counts_only=bool(data.get("aggregate_only")),
        mandatory=bool(line.get("mandatory")),
        promise=promise,
        **words,
    )


def group_sizes(attendance: Iterable[Attendance]) -> dict[str, int]:
    """How many of each gender class came; a class that was not counted is absent, which is not zero."""
    sizes: Counter[str] = Counter()
    for line in attendance:
        if line.count is not None:
            sizes[line.gender] += line.count
    return dict(sizes)


def too_many(hands: Sequence[ShowOfHands], sizes: Mapping[str, int], *, many: bool) -> frozenset[str]:
    """The gender classes with more hands up than there are people; each person raises one hand, or one for each
    answer where several are possible."""
    raised: dict[str, list[int]] = {}
    for hand in hands:
        if hand.count is not None:
            raised.setdefault(hand.gender, []).append(hand.count)
    return frozenset(
        gender
        for gender, counts in raised.items()
        if gender in sizes and (max(counts) if many else sum(counts)) > sizes[gender]
    )


def with_hand(hands: Sequence[ShowOfHands], value: str, gender: str, count: int | None) -> tuple[ShowOfHands, ...]:
    """The show of hands with one class counted (None: not collected any more). An answer that was counted at all
    names women, men and others, so that what was not collected is not read as nobody."""
    counts = {(hand.value, hand.gender): hand.count for hand in hands}
    counts[value, gender] = count
    counted = [
        one
        for one in dict.fromkeys(key[0] for key in counts)
        if any(number is not None for key, number in counts.items() if key[0] == one)
    ]
    return tuple(
        ShowOfHands(value=one, gender=name, count=counts.get((one, name)))
        for one in counted
        for name in GENDERS
        if name != "not_collected" or counts.get((one, name)) is not None
    )


def _options(kind: str, data: Mapping[str, Any]) -> Iterator[Option]:
    if kind == YES_NO:  # its words are the page's
        yield from (Option(value="yes", fr="", en="", icon="check"), Option(value="no", fr="", en="", icon="x"))
        return
    for line in data.get("levels", ()) if kind == RATING else data.get("choices", ()):
        value = str(line.get("value", line.get("code", "")))
        yield Option(
            value=value,
            fr=str(line.get("fr", value)),
            en=str(line.get("en", value)),
            icon=str(line.get("icon", "")),
        )
