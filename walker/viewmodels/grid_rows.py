"""The questions of a grid's page as rows for QML; the lists inside a row stay the same objects while it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from sync.protocol import times
from sync.protocol.records import GridAnswer, Stop
from walker.domain.earlier_answers import Earlier
from walker.domain.grid import says_nothing
from walker.domain.grid_questions import COUNT, GENDERS, WITH_HANDS, YES_NO, Question, Theme, too_many
from walker.store import Store
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet

QUESTION = (
    *("key", "kind", "question", "note", "promise", "iconName", "options", "many", "value", "count", "unseen"),
    *(
        "answered",
        "dissent",
        "handsOpen",
        "mayShowHands",
        "handsFirst",
        "hands",
        "over",
        "wordsToo",
        "mandatory",
        "spoken",
    ),
    *("earlier", "earlierMs", "photos"),
)
THEME = ("code", "label", "iconName", "standing", "done", "total")
NO_COUNT = -1  # not collected, or not known; never zero


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the rows depend on beside the questions themselves."""

    answers: Mapping[str, GridAnswer]
    open_hands: Mapping[str, bool]  # what a person chose, by key
    sizes: Mapping[str, int]  # of the group, by gender class
    headcount: int | None  # of the whole group
    photos: Mapping[str, int]  # by id of the answer
    earlier: Earlier | None


@dataclass(kw_only=True)
class QuestionRows:
    """Makes rows; keeps the models that hang in them."""

    tablet: Tablet
    owner: QObject
    _options: dict[str, RowListModel] = field(default_factory=dict)
    _hands: dict[str, RowListModel] = field(default_factory=dict)
    _classes: dict[tuple[str, str], RowListModel] = field(default_factory=dict)

    def of(self, theme: Theme, shown: Shown) -> list[Row]:
        return [self._row(question, shown) for question in theme.questions]

    def _row(self, question: Question, shown: Shown) -> Row:
        held = shown.answers.get(question.key)
        answered = held is not None and not says_nothing(held)
        value = held.value or "" if held else ""
        before = shown.earlier.answers.get(question.item) if shown.earlier and not question.promise else None
        # Only once the group has said something of its own, so that the earlier answer does not lead it.
        comparable = (
            before is not None
            and held is not None
            and answered
            and not held.not_observed
            and _still_asked(question, before)
        )
        return {
            "key": question.key,
            "kind": question.kind,
            "question": self._said(question.fr, question.en),
            "note": self._said(question.note_fr, question.note_en),
            "promise": self._promise(question),
            "iconName": question.icon,
            "options": self._shown_options(question),
            "many": question.many,
            "value": value,
            "count": int(value) if question.kind == COUNT and value.isdigit() else NO_COUNT,
            "unseen": held is not None and held.not_observed,
            "answered": answered,
            "dissent": held.dissent if held else "",
            "handsOpen": self.hands_open(question, shown),
            "mayShowHands": question.kind in WITH_HANDS and question.promise is None,
            "handsFirst": question.hands,
            "hands": self._shown_hands(question, held, shown),
            "over": self._over(question, held, shown) if held else "",
            "wordsToo": not question.counts_only,
            "mandatory": question.mandatory,
            "spoken": ". ".join(filter(None, (self._said(question.fr, question.en), *self._labels(question)))),
            "earlier": self._meaning(question, before) if comparable and before is not None else "",
            "earlierMs": _noon_ms(shown.earlier) if comparable and shown.earlier else 0.0,
            "photos": shown.photos.get(held.id, 0) if held else 0,
        }

    @staticmethod
    def hands_open(question: Question, shown: Shown) -> bool:
        """As a person chose; else where hands were counted, or where a yes or no is asked by hands."""
        if question.key in shown.open_hands:
            return shown.open_hands[question.key]
        held = shown.answers.get(question.key)
        return bool(held and held.show_of_hands) or (question.hands and question.kind == YES_NO)

    @staticmethod
    def _over(question: Question, held: GridAnswer, shown: Shown) -> str:
        """The gender classes with more hands than people, or `all` when there are more hands than people at all."""
        classes = sorted(too_many(held.show_of_hands, shown.sizes, many=question.many))
        raised = sum(hand.count or 0 for hand in held.show_of_hands)
        if not classes and not question.many and shown.headcount is not None and raised > shown.headcount:
            return "all"
        return "\n".join(classes)

    def _said(self, fr: str, en: str) -> str:
        return fr if self.tablet.language == "fr" else en

    def _labels(self, question: Question) -> list[str]:
        return [self._said(option.fr, option.en) for option in question.options]

    def _promise(self, question: Question) -> str:
        """What was promised, by whom."""
        if question.promise is None:
            return ""
        kind = self.tablet.label("commitment_kinds", question.promise.kind)
        return " · ".join(filter(None, (question.promise.title or kind, question.promise.organisation)))

    def _meaning(self, question: Question, held: GridAnswer) -> str:
        """An earlier answer in words: codes of yes and no are the page's to say."""
        labels = {option.value: self._said(option.fr, option.en) or option.value for option in question.options}
        if held.not_observed:
            return "not_observed"
        if held.value:
            codes = held.value.split(",") if question.options else [held.value]
            return ", ".join(labels.get(code, code) for code in codes)
        votes: dict[str, int] = {}
        for hand in held.show_of_hands:
            votes[hand.value] = votes.get(hand.value, 0) + (hand.count or 0)
        return ", ".join(f"{labels.get(code, code)} {count}" for code, count in votes.items()) or held.text

    def _shown_options(self, question: Question) -> RowListModel:
        model = self._options.setdefault(question.key, RowListModel(("code", "label", "iconName"), self.owner))
        model.show(
            [
                {"code": option.value, "label": self._said(option.fr, option.en), "iconName": option.icon}
                for option in question.options
            ]
        )
        return model

    def _shown_hands(self, question: Question, held: GridAnswer | None, shown: Shown) -> RowListModel:
        """One row for each answer, each with its gender classes; a yes or no counts those who say yes."""
        model = self._hands.setdefault(question.key, RowListModel(("code", "label", "iconName", "classes"), self.owner))
        if not self.hands_open(question, shown):
            model.show([])
            return model
        options = question.options[:1] if question.kind == YES_NO else question.options
        counts = {(hand.value, hand.gender): hand.count for hand in held.show_of_hands} if held else {}
        rows = []
        for option in options:
            classes = self._classes.setdefault(
                (question.key, option.value), RowListModel(("code", "label", "iconName", "count", "size"), self.owner)
            )
            classes.show([self._class(gender, counts.get((option.value, gender)), shown.sizes) for gender in GENDERS])
            label = self._said(option.fr, option.en)
            rows.append({"code": option.value, "label": label, "iconName": option.icon, "classes": classes})
        model.show(rows)
        return model

    def _class(self, gender: str, count: int | None, sizes: Mapping[str, int]) -> Row:
        entry = self.tablet.catalogue.get("genders", gender)
        return {
            "code": gender,
            "label": self.tablet.label("genders", gender),
            "iconName": entry.icon if entry else "",
            "count": NO_COUNT if count is None else count,
            "size": sizes.get(gender, NO_COUNT),
        }


def theme_rows(tablet: Tablet, themes: Sequence[Theme], answers: Mapping[str, GridAnswer]) -> list[Row]:
    """The list of pages: done, unseen (all of it « not observed ») or todo."""
    rows: list[Row] = []
    for theme in themes:
        held = [answers.get(question.key) for question in theme.questions]
        said = [one for one in held if one is not None and not says_nothing(one)]
        unseen = [one for one in said if one.not_observed]
        done = len(said) == len(theme.questions)
        rows.append(
            {
                "code": theme.code,
                "label": theme.fr if tablet.language == "fr" else theme.en,
                "iconName": theme.icon,
                "standing": "unseen" if done and len(unseen) == len(said) else "done" if done else "todo",
                "done": len(said),
                "total": len(theme.questions),
            }
        )
    return rows


def stop_rows(store: Store, walk_id: str) -> list[Row]:
    """The stops of a walk in their order, to go from one to another."""
    said = Counter(one.stop_id for one in store.records.all(GridAnswer, walk_id=walk_id) if not says_nothing(one))
    stops = sorted(store.records.all(Stop, walk_id=walk_id), key=lambda stop: stop.ordinal)
    return [{"stopId": stop.id, "number": stop.ordinal + 1, "name": stop.name, "done": said[stop.id]} for stop in stops]


def _still_asked(question: Question, before: GridAnswer) -> bool:
    """Whether what was answered then is an answer of today's question: a grid may have changed meanwhile."""
    if not question.options:
        return True
    given = {*(before.value.split(",") if before.value else ()), *(hand.value for hand in before.show_of_hands)}
    return given <= {option.value for option in question.options}


def _noon_ms(earlier: Earlier) -> float:
    """For the page to write as a day."""
    return times.parse_time(f"{earlier.day.isoformat()}T12:00:00.000Z").timestamp() * 1000
