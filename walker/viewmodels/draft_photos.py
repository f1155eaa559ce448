"""The photos of a finding being filled in: private at once, taken off, put back, removed for good at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from sync.protocol.records import Photo, Position
from walker.store.photos import is_refused
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet


class DraftPhotos(QObject):
    """`fault` says why the last picture could not be taken."""

    changed = Signal()
    arrived = Signal()  # a picture brought from a file is on disk

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.rows = RowListModel(("photoId", "source", "standing"), self)
        self.fault = ""
        self.written: Photo | None = None  # the last one whose camera wrote where it was taken
        self._about = ""
        self._arriving = 0  # pictures that are not on disk yet
        self._taken_off: set[str] = set()
        tablet.removal.changed.connect(self.show)

    def open(self, about: str) -> None:
        """Of another finding from now on."""
        self._about = about
        self._taken_off.clear()
        self.show()

    def take(self, file: Path, walk_id: str | None, place: Position | None) -> None:
        """Keep the picture of a file, held until a person has looked at it; shown once it is on disk."""
        from walker.domain.shots import Subject, keep_file

        store, clock = self.tablet.store, self.tablet.clock
        subject = Subject(about=self._about, walk_id=walk_id, place=place)
        self._arriving += 1

        def kept(_photo: Photo) -> None:
            self._arriving -= 1
            if self._about == subject.about:
                self.show()
                self.arrived.emit()
            self.tablet.recordsChanged.emit()

        def failed(fault: Exception) -> None:
            from sync.formats.photo import PhotoRefused

            self._arriving -= 1
            if isinstance(fault, PhotoRefused):
                self.fault = str(fault.code.value)
                self.changed.emit()
                return
            self.tablet.tell(fault)

        self.tablet.shots.run(lambda: keep_file(store, clock, file, subject), kept, failed)

    def take_off(self, photo_id: str) -> None:
        """The person does not want it; it can be put back as long as the form is open."""
        self._taken_off.add(photo_id)
        self.show()

    def put_back(self, photo_id: str) -> None:
        self._taken_off.discard(photo_id)
        self.show()

    def settle(self) -> None:
        """The form is done: what was taken off goes."""
        while self._taken_off:
            self.tablet.store.photos.delete(self._taken_off.pop())

    @property
    def is_empty(self) -> bool:
        """Whether none stays and none is on its way."""
        return not self._arriving and all(row["standing"] == "off" for row in self.rows.rows)

    @Slot()
    def show(self) -> None:
        self.fault = ""
        removal = self.tablet.removal
        photos = [photo for photo in self.tablet.store.records.all(Photo) if photo.about == self._about]
        photos = [photo for photo in photos if photo.id not in removal]
        self.rows.show([self._row(photo) for photo in photos])
        written = (photo for photo in reversed(photos) if photo.position and photo.position.source == "exif")
        self.written = next(written, None)
        self.changed.emit()

    def _row(self, photo: Photo) -> Row:
        store = self.tablet.store
        if photo.sha256 is not None:
            path, standing = store.media.picture(photo), "checked"
        else:
            shot = store.photos.shot(photo.id)
            path, standing = shot.file or store.photos.folder, "refused" if is_refused(shot) else "to_check"
        off = photo.id in self._taken_off
        return {
            "photoId": photo.id,
            "source": QUrl.fromLocalFile(str(path)),
            "standing": "off" if off else standing,
        }
