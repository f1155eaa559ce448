"""The help of the walk leader, from the file that is also printed."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HelpText(QObject):
    """Markdown of our own, in the language chosen."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tablet = tablet
        tablet.wordsChanged.connect(self.changed)

    @Property(str, notify=changed)
    def markdown(self) -> str:
        """Without its title, which the page shows."""
        path = files("resources").joinpath("help", self._tablet.language, "walk-leader.md")
        return path.read_text("utf-8").partition("\n")[2].strip()
