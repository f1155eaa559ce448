"""The help of the walk leader, topic by topic, from the file that is also printed."""

from __future__ import annotations

import re
from importlib.resources import files

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# One for each heading of the file, in its order.
TOPICS = {
    "before": "clipboard-check",
    "prepare": "calendar-plus",
    "during": "footprints",
    "night": "moon",
    "together": "tablet-smartphone",
    "carried": "backpack",
    "after": "flag-triangle-right",
    "lent": "handshake",
    "position": "satellite",
    "tablet": "tablet",
    "words": "volume-2",
    "training": "graduation-cap",
}


@QmlElement
class HelpText(QObject):
    """Markdown of our own, in the language chosen; `topic` is one of TOPICS."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tablet = tablet
        self._topic = next(iter(TOPICS))
        self._topics = RowListModel(("code", "label", "iconName"), self)
        self._sections: dict[str, tuple[str, str]] = {}
        tablet.wordsChanged.connect(self._forget)

    @Property(str, notify=changed)
    def topic(self) -> str:
        return self._topic

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._read()[self._topic][0]

    @Property(str, notify=changed)
    def markdown(self) -> str:
        """Of the topic, without its title, which the page shows."""
        return self._read()[self._topic][1]

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """The same as it is read aloud: without the marks of Markdown."""
        title, text = self._read()[self._topic]
        return f"{title}. " + re.sub(r"\*\*|^(-|\d+\.) ", "", text, flags=re.MULTILINE)

    @Property(RowListModel, constant=True)
    def topics(self) -> RowListModel:
        self._read()
        return self._topics

    @Slot(str)
    def show(self, topic: str) -> None:
        self._topic = topic
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        if self._sections:
            self._sections = {}
            self._read()
        self.changed.emit()

    def _read(self) -> dict[str, tuple[str, str]]:
        if not self._sections:
            path = files("resources").joinpath("help", self._tablet.language, "walk-leader.md")
            parts = re.split(r"^## (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
            titles, texts = parts[::2], parts[1::2]
            self._sections = {
                topic: (title, text.strip()) for topic, title, text in zip(TOPICS, titles, texts, strict=True)
            }
            self._topics.show(
                [{"code": topic, "label": self._sections[topic][0], "iconName": icon} for topic, icon in TOPICS.items()]
            )
        return self._sections
