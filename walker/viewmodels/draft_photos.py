"""The photos of a finding being filled in: those on disk, without the ones just thrown away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from sync.protocol.records import Photo
from walker.store.photos import is_refused
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet


class DraftPhotos(QObject):
    """The camera's page brings them."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.rows = RowListModel(("photoId", "source", "standing"), self)
        self.written: Photo | None = None  # the last one whose camera wrote where it was taken
        self._about = ""
        tablet.removal.changed.connect(self.show)

    def open(self, about: str) -> None:
        """Of another finding from now on."""
        self._about = about
        self.show()

    @property
    def is_empty(self) -> bool:
        return not self.rows.rows

    @Slot()
    def show(self) -> None:
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
        return {
            "photoId": photo.id,
            "source": QUrl.fromLocalFile(str(path)),
            "standing": standing,
        }
