"""What a category asks of its own, after the report was saved: one touch each, none of them needed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from sync.protocol.records import CatalogueEntry
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

NAMES = ("code", "kind", "question", "choices", "value")


class CategoryQuestions(QObject):
    """`choices` is JSON, none for yes or no: those words are the page's. `value` is empty while nothing was said."""

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.rows = RowListModel(NAMES, self)

    def show(self, entry: CatalogueEntry | None, answers: Mapping[str, Any]) -> None:
        """The questions of this category, with what was answered."""
        asked = entry.data.get("questions", ()) if entry is not None else ()
        self.rows.show([self._row(question, answers.get(question["code"])) for question in asked])

    def _row(self, question: Mapping[str, Any], answer: Any) -> dict[str, Any]:
        language = self.tablet.language
        shown = [
            {"code": one["code"], "label": one[language], "iconName": one.get("icon", "")}
            for one in question.get("choices", ())
        ]
        return {
            "code": question["code"],
            "kind": question["kind"],
            "question": question[language],
            "choices": json.dumps(shown),
            "value": "" if answer is None else str(answer),
        }


def answered(answers: Mapping[str, Any], kind: str, code: str, value: str) -> dict[str, Any]:
    """The answers with this one given, changed or taken back (the same choice again, or nothing)."""
    held = {name: said for name, said in answers.items() if name != code}
    said: Any = int(value) if kind == "count" and value.isdecimal() else value.strip() if kind == "text" else value
    if said == "" or (kind in ("yes_no", "choice") and answers.get(code) == said):
        return held
    return {**held, code: said}
