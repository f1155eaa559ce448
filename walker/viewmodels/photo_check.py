"""The check of photos before they may leave: what will be sent is shown, with what was blurred; a finger blurs more.

The worker makes the final bytes; accepting them is what lets the photo go and removes the private original.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Photo, Report, SpaceCandidate
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from sync.formats.photo import Box, Prepared

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

WHOLE = 10_000  # boxes are in ten-thousandths of the picture's width and height
FINGER = 600  # half the side of what a touch blurs


@QmlElement
class PhotoCheck(QObject):
    """One photo at a time; `source` is empty while it is being prepared."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._waiting: list[str] = []
        self._at = 0
        self._removed: list[tuple[int, str]] = []  # with their places; deleted when the page is left
        self._fingers: list[tuple[int, int]] = []
        self._prepared: Prepared | None = None
        self._shown = ""
        self._refusal = ""
        self._finds = True
        self._boxes = RowListModel(("area", "kind"), self)

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many wait for a check."""
        return len(self._waiting)

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which of them is shown, from 1."""
        return self._at + 1 if self._waiting else 0

    @Property(str, notify=changed)
    def source(self) -> str:
        return self._shown

    @Property(int, notify=changed)
    def pixelWidth(self) -> int:
        return self._prepared.width if self._prepared else 0

    @Property(int, notify=changed)
    def pixelHeight(self) -> int:
        return self._prepared.height if self._prepared else 0

    @Property(str, notify=changed)
    def about(self) -> str:
        """What the photo shows, by its finding."""
        photo = self._photo()
        record = self.tablet.store.records.find(photo.about) if photo and photo.about else None
        if isinstance(record, Report):
            return self.tablet.label("categories", record.category)
        return self.tablet.label("space_kinds", record.kind) if isinstance(record, SpaceCandidate) else ""

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """The code of why this picture cannot be prepared; empty when it can."""
        return self._refusal

    @Property(bool, notify=changed)
    def finds(self) -> bool:
        """False where faces and plates cannot be found: the finger alone blurs."""
        return self._finds

    @Property(int, notify=changed)
    def touchedCount(self) -> int:
        return len(self._fingers)

    @Property(int, notify=changed)
    def removedCount(self) -> int:
        """How many can still be taken back."""
        return len(self._removed)

    @Property(RowListModel, constant=True)
    def boxes(self) -> RowListModel:
        """What is blurred, in parts (0…1) of the picture."""
        return self._boxes

    @Slot()
    def open(self) -> None:
        """Those that wait now, oldest first."""
        self.leave()
        self._waiting = [photo.id for photo in self.tablet.store.records.all(Photo) if photo.sha256 is None]
        self._at = 0
        self._show()

    @Slot(int)
    def step(self, by: int) -> None:
        """To the next or the one before, round and round."""
        if self._waiting:
            self._at = (self._at + by) % len(self._waiting)
            self._show()

    @Slot(float, float)
    def blurAt(self, x: float, y: float) -> None:
        """A finger touched the picture there (0…1): that place is blurred too."""
        self._fingers.append((round(x * WHOLE), round(y * WHOLE)))
        self._prepare()

    @Slot()
    def undoBlur(self) -> None:
        if self._fingers:
            self._fingers.pop()
            self._prepare()

    @Slot()
    @told
    def accept(self) -> None:
        """A person has looked: these bytes may leave, the original goes."""
        photo = self._photo()
        if photo is None or self._prepared is None:
            return
        self.tablet.store.photos.check(photo.id, self._prepared)
        self._gone()

    @Slot()
    def remove(self) -> None:
        """Nobody wants the one that is shown: deleted when the page is left, until then it can be taken back."""
        if self._waiting and (self._shown or self._refusal):
            self._removed.append((self._at, self._waiting[self._at]))
            self._gone()

    @Slot()
    def undoRemove(self) -> None:
        """The last one removed is wanted after all."""
        if self._removed:
            self._at, photo_id = self._removed.pop()
            self._at = min(self._at, len(self._waiting))
            self._waiting.insert(self._at, photo_id)
            self._show()

    def leave(self) -> None:
        """The page is left: what was removed is deleted, its original for ever."""
        removed, self._removed = self._removed, []
        for _, photo_id in removed:
            self._delete(photo_id)
        if removed:
            self.changed.emit()
            self.tablet.recordsChanged.emit()

    @told
    def _delete(self, photo_id: str) -> None:
        self.tablet.store.photos.delete(photo_id)

    def _gone(self) -> None:
        del self._waiting[self._at]
        self._at = min(self._at, max(0, len(self._waiting) - 1))
        self._show()
        self.tablet.recordsChanged.emit()

    def _photo(self) -> Photo | None:
        record = self.tablet.store.records.find(self._waiting[self._at]) if self._waiting else None
        return record if isinstance(record, Photo) else None

    def _show(self) -> None:
        self._fingers.clear()
        self._prepare()

    def _prepare(self) -> None:
        self._prepared, self._shown, self._refusal = None, "", ""
        self._boxes.show([])
        self.changed.emit()
        if not self._waiting:
            return
        photo_id, fingers = self._waiting[self._at], tuple(self._fingers)
        photos = self.tablet.store.photos

        def make() -> tuple[Prepared, bool]:
            from sync.formats.photo import blur_available, prepare

            finds = blur_available()
            return prepare(photos.original(photo_id), blur_boxes=[_finger(*at) for at in fingers], find=finds), finds

        def is_shown() -> bool:
            wanted = self._waiting[self._at : self._at + 1]
            return wanted == [photo_id] and tuple(self._fingers) == fingers

        def made(result: tuple[Prepared, bool]) -> None:
            if is_shown():
                self._take(*result)

        def failed(fault: Exception) -> None:
            from sync.formats.photo import PhotoRefused

            if not isinstance(fault, PhotoRefused):
                self.tablet.tell(fault)
            elif is_shown():
                self._refusal = str(fault.code.value)
                self.changed.emit()

        self.tablet.pictures.run(make, made, failed)

    def _take(self, prepared: Prepared, finds: bool) -> None:
        self._prepared, self._finds = prepared, finds
        self._shown = f"data:image/jpeg;base64,{base64.b64encode(prepared.jpeg).decode()}"
        self._boxes.show([{"area": _area(box), "kind": box.kind} for box in prepared.boxes])
        self.changed.emit()


def _area(box: Box) -> QRectF:
    return QRectF(box.left / WHOLE, box.top / WHOLE, (box.right - box.left) / WHOLE, (box.bottom - box.top) / WHOLE)


def _finger(x: int, y: int) -> Box:
    from sync.formats.photo import Box

    return Box(
        left=max(0, x - FINGER),
        top=max(0, y - FINGER),
        right=min(WHOLE, x + FINGER),
        bottom=min(WHOLE, y + FINGER),
    )
