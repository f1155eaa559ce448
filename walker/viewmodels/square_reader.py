"""Looks for a square (QR code) in what the camera sees or in a picture file, off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from walker.device.squares import read_square, read_square_in_file
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.viewfinder import Viewfinder

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SquareReader(QObject):
    """`found` is told once for each square: it looks no further until `look` is called again."""

    found = Signal(str)
    changed = Signal()

    def __init__(self, tablet: Tablet, finder: Viewfinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._finder = finder
        self._looking = False
        self._reading = False
        self._missed = False
        finder.looked.connect(self._on_looked)

    @Property(Viewfinder, constant=True)
    def finder(self) -> Viewfinder:
        """What the page shows while it looks."""
        return self._finder

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._looking

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        """The file that was chosen holds no square."""
        return self._missed

    @Slot()
    def look(self) -> None:
        """Through the camera, until a square was found or `leave`."""
        if not self._looking:
            self._looking, self._missed = True, False
            self._finder.start()
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """The page is left."""
        self._missed = False
        if self._looking:
            self._looking = False
            self._finder.stop()
        self.changed.emit()

    @Slot(QUrl)
    def readFile(self, file: QUrl) -> None:
        """A picture of the square, for a tablet without a camera."""
        path = Path(file.toLocalFile())
        self.tablet.pictures.run(lambda: read_square_in_file(path), self._read_file, self._failed)

    @Slot(QImage)
    def _on_looked(self, image: QImage) -> None:
        """Frames that come while one is being read are let go."""
        if not self._looking or self._reading:
            return
        self._reading = True
        self.tablet.pictures.run(lambda: read_square(image), self._read, self._failed)

    def _read(self, text: str) -> None:
        self._reading = False
        if text and self._looking:
            self.leave()
            self.found.emit(text)

    def _read_file(self, text: str) -> None:
        self._missed = text == ""
        self.changed.emit()
        if text:
            self.found.emit(text)

    def _failed(self, fault: Exception) -> None:
        self._reading = False
        self.tablet.tell(fault)
