"""The check of photos before they may leave: six to a page, what is blurred drawn on them, one touch accepts the page.

What was found and drawn is on disk, so the page only shows it; a worker makes the final bytes and erases the originals
while the next page is looked at.
"""

from __future__ import annotations

import base64

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Photo
from walker.domain.photo_marks import FACE, FINGER, PLATE, Marks
from walker.errors import WalkerError
from walker.store.photos import ABSENT, Shot, is_refused
from walker.viewmodels.photo_finder import PhotoFinder
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

A_PAGE = 6
SIDE = 960  # of a picture as the page shows it
LOOK_MS = 700  # a second touch right after the first accepts nothing that nobody has seen
_NAMES = ("photoId", "source", "standing", "refusal", "faces", "plates", "others", "number")


@QmlElement
class PhotoCheck(QObject):
    """`cells` are the photos of the page: waiting, ready or refused."""

    changed = Signal()

    def __init__(self, tablet: Tablet, finder: PhotoFinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._finder = finder
        self._open = False
        self._page = 0
        self._ids: list[str] = []
        self._saving: list[str] = []
        self._drawn: dict[str, tuple[object, str]] = {}  # what the picture shows, and the picture
        self._wanted: set[str] = set()
        self._cells = RowListModel(_NAMES, self)
        self._seen = QTimer(self, interval=LOOK_MS, singleShot=True)
        self._seen.timeout.connect(self.changed)
        self._shown_ids: list[str] = []
        finder.looked.connect(self._on_looked)
        tablet.removal.changed.connect(self._on_removal)

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many wait for a check."""
        return len(self._ids)

    @Property(int, notify=changed)
    def saving(self) -> int:
        """Accepted, not on disk yet."""
        return len(self._saving)

    @Property(int, notify=changed)
    def first(self) -> int:
        """The number of the first photo of the page, from 1."""
        return self._page * A_PAGE + 1 if self._ids else 0

    @Property(int, notify=changed)
    def last(self) -> int:
        return min(len(self._ids), (self._page + 1) * A_PAGE)

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._page_count()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the page can be accepted: all is shown, and long enough to be seen."""
        return self._can_accept()

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        """Some picture of the page is not shown yet."""
        return any(row["standing"] == "waiting" for row in self._cells.rows)

    @Property(bool, notify=changed)
    def finds(self) -> bool:
        """False where faces and plates cannot be found on this machine: the finger alone blurs."""
        return all(self._shot(row["photoId"]).looked != ABSENT for row in self._cells.rows)

    @Property(RowListModel, constant=True)
    def cells(self) -> RowListModel:
        return self._cells

    @Slot()
    def open(self) -> None:
        """Those that wait now, oldest first; those that cannot be read last."""
        self._open = True
        self._page = 0
        self._read()

    def again(self) -> None:
        """Back from one photo: its page, as it is now."""
        self._read()

    @Slot(int)
    def step(self, by: int) -> None:
        """To another page, round and round."""
        if self._page_count():
            self._page = (self._page + by) % self._page_count()
            self._show()

    @Slot()
    def accept(self) -> None:
        """A person has looked at this page: its photos may leave, their originals go. Refused ones stay."""
        if not self._can_accept():
            return
        accepted = [row["photoId"] for row in self._cells.rows if row["standing"] == "ready"]
        self._saving += accepted
        self._ids = [photo_id for photo_id in self._ids if photo_id not in accepted]
        self._page = min(self._page, max(0, self._page_count() - 1))
        for photo_id in accepted:
            self._accept(photo_id)
        self._show()

    def leave(self) -> None:
        """The check is left; what is being saved goes on."""
        self._open = False
        self._drawn.clear()

    def _page_count(self) -> int:
        return -(-len(self._ids) // A_PAGE)

    def _can_accept(self) -> bool:
        states = [row["standing"] for row in self._cells.rows]
        return "ready" in states and "waiting" not in states and not self._seen.isActive()

    def _accept(self, photo_id: str) -> None:
        from walker.domain.photo_check import accept

        store = self.tablet.store

        def then(_photo: Photo) -> None:
            self._saving.remove(photo_id)
            self._drawn.pop(photo_id, None)
            if not self._saving:
                self.tablet.recordsChanged.emit()
            self.changed.emit()

        def failed(fault: Exception) -> None:
            from sync.formats.photo import PhotoRefused

            self._saving.remove(photo_id)
            if isinstance(fault, PhotoRefused):
                store.photos.looked(photo_id, [], str(fault.code.value))
            else:
                self.tablet.tell(fault)
            self._read()

        self.tablet.checks.run(lambda: accept(store, photo_id), then, failed)

    def _read(self) -> None:
        held = [
            photo.id
            for photo in self.tablet.store.records.all(Photo)
            if photo.sha256 is None and photo.id not in self._saving and photo.id not in self.tablet.removal
        ]
        shots = {photo_id: self._shot(photo_id) for photo_id in held}
        self._ids = sorted(held, key=lambda photo_id: is_refused(shots[photo_id]))
        self._page = min(self._page, max(0, self._page_count() - 1))
        self._show()

    def _show(self) -> None:
        page = self._ids[self._page * A_PAGE : (self._page + 1) * A_PAGE]
        after = self._ids[(self._page + 1) * A_PAGE : (self._page + 2) * A_PAGE]
        if page != self._shown_ids:
            self._shown_ids = page
            self._seen.start()
        kept = {*page, *after}
        self._drawn = {photo_id: drawn for photo_id, drawn in self._drawn.items() if photo_id in kept}
        self._cells.show([self._cell(photo_id, number) for number, photo_id in enumerate(page, start=1)])
        self._finder.first([*page, *after])
        for photo_id in (*page, *after):
            self._want(photo_id)
        self.changed.emit()

    def _cell(self, photo_id: str, number: int) -> Row:
        shot = self._shot(photo_id)
        _, picture = self._drawn.get(photo_id, (None, ""))
        kinds = [kind for kind, _ in Marks.of(shot).areas()]
        refused = is_refused(shot)
        return {
            "photoId": photo_id,
            "source": picture,
            "standing": "refused" if refused else "ready" if picture else "waiting",
            "refusal": shot.looked if refused else "",
            "faces": kinds.count(FACE),
            "plates": kinds.count(PLATE),
            "others": kinds.count(FINGER),
            "number": self._page * A_PAGE + number,
        }

    def _want(self, photo_id: str) -> None:
        """Its picture, with what is blurred, unless that is there already."""
        shot = self._shot(photo_id)
        if shot.looked is None or is_refused(shot) or photo_id in self._wanted:
            return
        stamp = (shot.boxes, shot.drawn)
        if self._drawn.get(photo_id, (None, ""))[0] == stamp:
            return
        self._wanted.add(photo_id)
        photos = self.tablet.store.photos

        def shown(picture: str) -> None:
            self._wanted.discard(photo_id)
            self._drawn[photo_id] = (stamp, picture)
            if self._open:
                if photo_id in self._shown_ids:
                    self._seen.start()
                self._show()

        def failed(fault: Exception) -> None:
            from sync.formats.photo import PhotoRefused

            self._wanted.discard(photo_id)
            if isinstance(fault, PhotoRefused):
                photos.looked(photo_id, [], str(fault.code.value))
            elif isinstance(fault, WalkerError):
                photos.looked(photo_id, [], "missing")
            else:
                raise fault
            self._read()

        self.tablet.pictures.run(lambda: as_shown(photos.original(photo_id), Marks.of(shot)), shown, failed)

    def _shot(self, photo_id: str) -> Shot:
        return self.tablet.store.photos.shot(photo_id)

    @Slot(str)
    def _on_looked(self, photo_id: str) -> None:
        if self._open and photo_id in self._ids:
            self._show()

    @Slot()
    def _on_removal(self) -> None:
        if self._open:
            self._read()


def as_shown(original: bytes, marks: Marks, *, side: int = SIDE) -> str:
    """The picture as it will be sent, smaller, with a frame around all that is blurred; a data URL. Slow."""
    from sync.formats.photo.preview import marked_preview

    jpeg = marked_preview(original, marks.boxes(), marks.arrows(), side=side)
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"
