"""Reads words aloud, for who reads little or cannot look at the screen; silent where the tablet has no voice."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Speech(QObject):
    """One voice: what is said next replaces what is being said."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether this tablet has a voice for the language chosen."""
        return False

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        return False

    @Slot(str)
    def say(self, text: str) -> None:
        """Read it, in the language of the window."""

    @Slot()
    def stop(self) -> None:
        """Be quiet now."""
