"""The answers of one stop while its grid is open: each on disk at once, the last ones can be taken back one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sync.protocol.records import ExploratoryWalk, GridAnswer, Photo, Stop
from walker.domain.grid import answer, says_nothing
from walker.domain.grid_questions import Question, key_of
from walker.store import Store

_NOTHING = {"value": None, "show_of_hands": (), "not_observed": False, "text": "", "dissent": ""}


class StopAnswers:
    """Reads what is held when it is made; `by_key` is what is held now."""

    def __init__(self, store: Store, clock: Callable[[], datetime], walk: ExploratoryWalk, stop: Stop) -> None:
        self._store = store
        self._clock = clock
        self.walk = walk
        self.stop = stop
        held = store.records.where(GridAnswer, walk.id, stop_id=stop.id)
        self.by_key = {key_of(one.item, one.commitment_id): one for one in held}
        self._before: list[tuple[Question, GridAnswer | None]] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def said(self) -> list[GridAnswer]:
        """Those that say something."""
        return [one for one in self.by_key.values() if not says_nothing(one)]

    def value(self, key: str) -> str:
        held = self.by_key.get(key)
        return held.value or "" if held else ""

    def say(self, question: Question, **fields: Any) -> None:
        """An answer of the group."""
        before = self.by_key.get(question.key)
        self.keep(question, **fields)
        self._before.append((question, before))

    def undo(self) -> None:
        """The last answer as it was before."""
        question, before = self._before[-1]
        self.keep(question, **({name: getattr(before, name) for name in _NOTHING} if before else _NOTHING))
        self._before.pop()

    def keep(self, question: Question, **fields: Any) -> GridAnswer:
        """On disk when this returns."""
        promise = question.promise.id if question.promise else None
        kept = answer(self._store, self._clock, self.walk, self.stop.id, question.item, commitment_id=promise, **fields)
        self.by_key[question.key] = kept
        return kept

    def photos(self) -> dict[str, int]:
        """How many there are of each answer, by its id."""
        photos = self._store.records.all(Photo)  # those of a walk that is over belong to none
        return dict(Counter(photo.about for photo in photos if photo.about is not None))
