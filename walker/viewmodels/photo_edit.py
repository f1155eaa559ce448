"""One photo, large: a finger blurs more or shows a false blur again, two touches draw an arrow. Every step is on disk.

A photo that was accepted before can be blurred further: that is a new revision with new bytes.
"""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Photo, Report, SpaceCandidate
from walker.domain.photo_marks import FACE, PLATE, WHOLE, Marks
from walker.errors import WalkerError
from walker.store.photos import ABSENT, is_refused
from walker.viewmodels.photo_finder import PhotoFinder
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from PIL.Image import Image

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

SIDE = 1600  # as large as a screen shows it
BRUSHES = {"small": 250, "medium": 500, "large": 900}  # half the brush, in ten-thousandths of the width
_QUALITY = 85


@QmlElement
class PhotoEdit(QObject):
    """`source` is empty while the picture is made."""

    changed = Signal()
    done = Signal()  # accepted and on disk, or thrown away

    def __init__(self, tablet: Tablet, finder: PhotoFinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._finder = finder
        self._id = ""
        self._marks = Marks()
        self._upright: Image | None = None
        self._shown = ""
        self._shown_marks = Marks()
        self._refusal = ""
        self._mode = "blur"
        self._brush = "medium"
        self._tail: tuple[int, int] | None = None
        self._saving = False
        finder.looked.connect(self._on_looked)

    @Property(str, notify=changed)
    def photoId(self) -> str:
        return self._id

    @Property(str, notify=changed)
    def source(self) -> str:
        return self._shown

    @Property(bool, notify=changed)
    def current(self) -> bool:
        """Whether the picture shows the last step: what is not shown cannot be accepted."""
        return self._is_current()

    @Property(int, notify=changed)
    def pixelWidth(self) -> int:
        return self._upright.width if self._upright else 0

    @Property(int, notify=changed)
    def pixelHeight(self) -> int:
        return self._upright.height if self._upright else 0

    @Property(bool, notify=changed)
    def checked(self) -> bool:
        """A person accepted it before."""
        photo = self._photo()
        return photo is not None and photo.sha256 is not None

    @Property(bool, notify=changed)
    def finds(self) -> bool:
        """False where faces and plates cannot be found: the finger alone blurs."""
        return not self._id or self.tablet.store.photos.shot(self._id).looked != ABSENT

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
        """The code of why this picture cannot be shown; empty when it can."""
        return self._refusal

    @Property(str, notify=changed)
    def mode(self) -> str:
        """What a touch does: blur or arrow."""
        return self._mode

    @Property(str, notify=changed)
    def brush(self) -> str:
        """small, medium or large."""
        return self._brush

    @Property(float, notify=changed)
    def brushWidth(self) -> float:
        """Of the brush, in parts of the picture's width."""
        return 2 * BRUSHES[self._brush] / WHOLE

    @Property(bool, notify=changed)
    def pointing(self) -> bool:
        """The arrow's tail is set, its tip is not."""
        return self._tail is not None

    @Property(float, notify=changed)
    def tailX(self) -> float:
        return self._tail[0] / WHOLE if self._tail else 0.0

    @Property(float, notify=changed)
    def tailY(self) -> float:
        return self._tail[1] / WHOLE if self._tail else 0.0

    @Property(int, notify=changed)
    def stepCount(self) -> int:
        """How many steps can be taken back."""
        return len(self._marks.steps)

    @Property(int, notify=changed)
    def faces(self) -> int:
        return self._count(FACE)

    @Property(int, notify=changed)
    def plates(self) -> int:
        return self._count(PLATE)

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self._saving

    def open(self, photo_id: str) -> bool:
        """False when there is no such photo any more."""
        self._id = photo_id
        self._upright, self._shown, self._refusal, self._tail, self._saving = None, "", "", None, False
        self._mode, self._brush = "blur", "medium"
        if self._photo() is None:
            self._id = ""
            return False
        self._marks = Marks.of(self.tablet.store.photos.shot(photo_id))
        self._finder.first([photo_id])
        self._load()
        self.changed.emit()
        return True

    def leave(self) -> None:
        """What was drawn is on disk."""
        self._id, self._upright, self._shown = "", None, ""

    @Slot(str)
    def choose(self, mode: str) -> None:
        self._mode, self._tail = mode, None
        self.changed.emit()

    @Slot(str)
    def chooseBrush(self, brush: str) -> None:
        self._brush = brush
        self.changed.emit()

    @Slot(float, float)
    def touch(self, x: float, y: float) -> None:
        """One touch there (0…1): blur or show again; or one end of an arrow."""
        at = (round(x * WHOLE), round(y * WHOLE))
        if self._upright is None or self._saving:
            return
        if self._mode == "blur":
            self._keep(self._marks.touched(*at, self._half()))
        elif self._tail is None:
            self._tail = at
            self.changed.emit()
        else:
            tail, self._tail = self._tail, None
            self._keep(self._marks.pointed(tail, at))

    @Slot(str)
    def stroke(self, points: str) -> None:
        """A finger went over these places: "x y" (0…1), one a line. An arrow goes from the first to the last."""
        places = [(round(float(x) * WHOLE), round(float(y) * WHOLE)) for x, y in map(str.split, points.splitlines())]
        if not places or self._upright is None or self._saving:
            return
        if self._mode == "blur":
            self._keep(self._marks.stroked(spaced(places, self._half()), self._half()))
        else:
            self._tail = None
            self._keep(self._marks.pointed(places[0], places[-1]))

    @Slot()
    def undo(self) -> None:
        """The last step, or the arrow that is only begun."""
        if self._tail is not None:
            self._tail = None
            self.changed.emit()
        elif self._marks.steps and not self._saving:
            self._keep(self._marks.undone())

    @Slot()
    def accept(self) -> None:
        """A person has looked at this photo: it may leave as it is shown."""
        if not self._is_current() or self._saving or (self._is_checked() and not self._marks.steps):
            return
        from walker.domain.photo_check import accept

        store, photo_id = self.tablet.store, self._id
        self._saving = True
        self.changed.emit()

        def then(_photo: Photo) -> None:
            self._saving = False
            self.tablet.recordsChanged.emit()
            if self._id == photo_id:
                self.done.emit()

        def failed(fault: Exception) -> None:
            self._saving = False
            if not self._refused(fault):
                self.tablet.tell(fault)
            self.changed.emit()

        self.tablet.checks.run(lambda: accept(store, photo_id), then, failed)

    @Slot()
    def remove(self) -> None:
        """Nobody wants it: out of sight now, deleted when one goes on elsewhere."""
        if self._id and not self._saving:
            self.tablet.removal.add(self._id)
            self.done.emit()

    @told
    def _keep(self, marks: Marks) -> None:
        self.tablet.store.photos.draw(self._id, marks.kept())
        self._marks = marks
        self._render()
        self.changed.emit()

    def _half(self) -> tuple[int, int]:
        """Half the brush in width and height, so that it is as wide as high on the picture."""
        assert self._upright is not None
        wide = BRUSHES[self._brush]
        return wide, max(1, round(wide * self._upright.width / self._upright.height))

    def _load(self) -> None:
        store, photo_id = self.tablet.store, self._id

        def job() -> Image:
            from sync.formats.photo.preview import upright
            from walker.domain.photo_check import source_of

            return upright(source_of(store, photo_id), side=SIDE)

        def then(picture: Image) -> None:
            if self._id == photo_id:
                self._upright = picture
                self._render()

        def failed(fault: Exception) -> None:
            if self._id == photo_id and not self._refused(fault):
                self.tablet.tell(fault)

        self.tablet.pictures.run(job, then, failed)

    def _render(self) -> None:
        """The picture as it is blurred and drawn on now; an earlier one stays until this one is made."""
        picture, marks, photo_id = self._upright, self._marks, self._id
        if picture is None or (not self._is_checked() and self._is_unlooked()):
            return

        def job() -> str:
            from sync.formats.photo.preview import marked

            buffer = io.BytesIO()
            marked(picture, marks.boxes(), marks.arrows()).save(buffer, "JPEG", quality=_QUALITY)
            return f"data:image/jpeg;base64,{base64.b64encode(buffer.getvalue()).decode()}"

        def then(shown: str) -> None:
            if self._id == photo_id and self._marks == marks:
                self._shown, self._shown_marks = shown, marks
                self.changed.emit()

        self.tablet.pictures.run(job, then, self.tablet.tell)

    def _refused(self, fault: Exception) -> bool:
        from sync.formats.photo import PhotoRefused

        if isinstance(fault, PhotoRefused):
            self._refusal = str(fault.code.value)
        elif isinstance(fault, WalkerError) and fault.code in ("unknown_record", "folder_unusable"):
            self._refusal = "missing"
        else:
            return False
        self.changed.emit()
        return True

    def _is_current(self) -> bool:
        return self._shown != "" and self._shown_marks == self._marks

    def _count(self, kind: int) -> int:
        return sum(found == kind for found, _ in self._marks.areas())

    def _photo(self) -> Photo | None:
        record = self.tablet.store.records.find(self._id) if self._id else None
        return record if isinstance(record, Photo) and record.deleted_at is None else None

    def _is_checked(self) -> bool:
        photo = self._photo()
        return photo is not None and photo.sha256 is not None

    def _is_unlooked(self) -> bool:
        return self.tablet.store.photos.shot(self._id).looked is None

    @Slot(str)
    def _on_looked(self, photo_id: str) -> None:
        if self._id != photo_id:
            return
        shot = self.tablet.store.photos.shot(photo_id)
        if is_refused(shot):
            self._refusal = shot.looked or ""
        self._marks = Marks.of(shot)
        self._render()
        self.changed.emit()


def spaced(places: list[tuple[int, int]], half: tuple[int, int]) -> list[tuple[int, int]]:
    """The places of a stroke, no further apart than half a brush and no nearer than a quarter."""
    kept = [places[0]]
    for x, y in places[1:]:
        while True:
            last_x, last_y = kept[-1]
            apart = max(abs(x - last_x) / half[0], abs(y - last_y) / half[1])
            if apart < 0.5:
                break
            share = min(1.0, 1.0 / apart)
            kept.append((round(last_x + (x - last_x) * share), round(last_y + (y - last_y) * share)))
    return kept
