"""The camera's page: a shot is on disk, with the draft it begins, before anything says so; files come the same way.

One shot goes on to the report at once; « several » stays for more shots of the same place.
"""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Photo, walk_of
from walker.device.camera import Shot
from walker.domain.shots import Subject, keep_file, keep_shot, new_report
from walker.errors import StoreError
from walker.store.space import LOW, MB, PHOTO_RESERVE
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told
from walker.viewmodels.viewfinder import Viewfinder

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

FINDING = "finding"
NO_ANSWER = "no_answer"  # the camera gave nothing
STOPPED = "photos_stopped"  # the room that is left is for notes


@QmlElement
class PhotoTaking(QObject):
    """`about` is empty while a new report has not begun; `begun` and `ended` say where to go on."""

    changed = Signal()
    kept = Signal(str, str)  # about, photo: on disk
    begun = Signal(str)  # the draft of a new report: go on with it
    ended = Signal()  # what the photos are about exists: back to it

    def __init__(self, tablet: Tablet, finder: Viewfinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._finder = finder
        self._about = ""
        self._walk_id: str | None = None
        self._at = (math.nan, math.nan)
        self._before = QUrl()
        self._ghost = True
        self._several = False
        self._flash = False
        self._purpose = FINDING
        self._subject: Subject | None = None
        self._shots: list[tuple[str, str]] = []  # photo and its file, in the order taken
        self._under_way = 0
        self._halted = False
        self._visit = 0  # counts openings of the page: what is on disk after it was left leads nowhere
        self._fault = ""
        self._refused = RowListModel(("name", "code"), self)
        tablet.locator.moved.connect(self.changed)

    @Property(str, notify=changed)
    def about(self) -> str:
        return self._about

    @Property(QUrl, notify=changed)
    def before(self) -> QUrl:
        """The earlier photo, for the same frame; empty: none."""
        return self._before

    @Property(bool, notify=changed)
    def ghost(self) -> bool:
        """Whether the earlier photo lies over the viewfinder."""
        return self._ghost and not self._before.isEmpty()

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """Stay for more shots after each."""
        return self._several

    @Property(bool, notify=changed)
    def flash(self) -> bool:
        return self._flash

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        """A shot or a file is not on disk yet."""
        return self._under_way > 0

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many were taken since the page was opened."""
        return len(self._shots)

    @Property(QUrl, notify=changed)
    def lastShot(self) -> QUrl:
        return QUrl.fromLocalFile(self._shots[-1][1]) if self._shots else QUrl()

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why the last shot is not kept: no_answer, photos_stopped or the code of a refused picture."""
        return self._fault

    @Property(RowListModel, constant=True)
    def refused(self) -> RowListModel:
        """Files that could not be taken."""
        return self._refused

    @Property(int, notify=changed)
    def freeMb(self) -> int:
        """Room on the disk; said when it is low."""
        return self.tablet.store.space.free_mb()

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self.tablet.store.space.free_mb() * MB < LOW

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """No more photos: what room is left is kept for notes and tracks."""
        return self.tablet.store.space.free_mb() * MB < PHOTO_RESERVE

    @Property(bool, notify=changed)
    def located(self) -> bool:
        return self.tablet.locator.is_fresh

    @Property(float, notify=changed)
    def accuracyM(self) -> float:
        """NaN when it is not known."""
        fix = self.tablet.locator.fix
        return math.nan if fix is None or fix.accuracy_m is None else fix.accuracy_m

    def _get_purpose(self) -> str:
        return self._purpose

    def _set_purpose(self, purpose: str) -> None:
        self._purpose = purpose
        self.changed.emit()

    purpose = Property(str, _get_purpose, _set_purpose, notify=changed)

    def open(self, about: str, before: QUrl, walk_id: str | None, at: tuple[float, float]) -> None:
        """`about` a record or draft that exists, or a new report when empty, at that point if no receiver knows."""
        self._about, self._before, self._walk_id, self._at = about, before, walk_id, at
        self._ghost, self._several, self._flash, self._fault = True, False, False, ""
        self._halted = False
        self._visit += 1
        self._subject, self._shots = None, []
        self._refused.show([])
        self.changed.emit()

    def leave(self) -> None:
        """The page is left; the next one begins without a purpose of its own."""
        self._purpose = FINDING
        self._visit += 1
        self._finder.camera.light(False)

    def halt(self) -> None:
        """The tablet goes to others: the files that were not taken in yet stay where they are."""
        self._halted = True

    @Slot()
    def toggleGhost(self) -> None:
        self._ghost = not self._ghost
        self.changed.emit()

    @Slot()
    def toggleSeveral(self) -> None:
        self._several = not self._several
        self.changed.emit()

    @Slot()
    def toggleFlash(self) -> None:
        self._flash = not self._flash
        self._finder.camera.light(self._flash)
        self.changed.emit()

    @Slot()
    def shoot(self) -> None:
        """The shutter. A second touch while the first is being kept does nothing."""
        if self._under_way or not self._finder.is_ready():
            return
        if self.full:
            self._refuse(STOPPED)
            return
        subject, visit = self._subject_now(), self._visit
        self._under_way += 1
        self._fault = ""
        self.changed.emit()
        self._finder.camera.capture(lambda shot: self._take(shot, subject, visit))

    @Slot(str)
    def bring(self, files: str) -> None:
        """Pictures of files, as URLs, one a line: each is kept or refused on its own."""
        paths = [Path(QUrl(line).toLocalFile()) for line in files.splitlines() if line]
        if not paths or self._under_way:
            return
        self._fault = ""
        self._refused.show([])
        self._halted = False
        subject = self._subject_now()
        self._under_way = len(paths)
        self.changed.emit()
        self._bring_next(paths, subject, [], self._visit)

    @Slot()
    @told
    def undo(self) -> None:
        """The last shot is not wanted; with the only one goes the report that it began."""
        if not self._shots or self._under_way:
            return
        photo_id, _ = self._shots.pop()
        self.tablet.store.photos.delete(photo_id)
        if not self._shots and self._subject is not None and self._subject.draft is not None:
            self.tablet.store.drafts.drop(self._subject.about)
            self._subject = None
        self.changed.emit()
        self.tablet.recordsChanged.emit()

    @Slot()
    def goOn(self) -> None:
        """Enough shots."""
        if self._subject is not None and self._subject.draft is not None and self._shots:
            self.begun.emit(self._subject.about)
        else:
            self.ended.emit()

    def place(self) -> tuple[float, float]:
        """The point of the map that a report without photo would take; NaN: none."""
        return self._at

    def _subject_now(self) -> Subject:
        if self._subject is not None:
            return Subject(
                about=self._subject.about,
                walk_id=self._subject.walk_id,
                place=self.tablet.place_now(*self._at) or self._subject.place,
                purpose=self._purpose,
                draft=None if self._shots else self._subject.draft,
            )
        here = self.tablet.place_now(*self._at)
        if not self._about:
            return new_report(self._walk_id, here, self.tablet.clock(), purpose=self._purpose)
        record = self.tablet.store.records.find(self._about)
        walk_id = walk_of(record) if record is not None else self._walk_id
        place = here or getattr(record, "position", None)
        return Subject(about=self._about, walk_id=walk_id, place=place, purpose=self._purpose)

    def _take(self, shot: Shot | None, subject: Subject, visit: int) -> None:
        if shot is None:
            self._under_way = 0
            self._refuse(NO_ANSWER)
            return
        take = shot
        store, clock = self.tablet.store, self.tablet.clock
        self.tablet.shots.run(
            lambda: keep_shot(store, clock, take(), subject),
            lambda photo: self._on_disk([photo], subject, visit),
            self._failed,
        )

    def _bring_next(self, paths: list[Path], subject: Subject, done: list[Photo], visit: int) -> None:
        """One job a file, so that a shot between two of them need not wait for all."""
        store, clock, file = self.tablet.store, self.tablet.clock, paths[0]

        def then() -> None:
            self._under_way = len(paths) - 1
            if self._halted:
                self._under_way = 0
            elif len(paths) > 1:
                self._bring_next(paths[1:], subject, done, visit)
            elif done:
                self._on_disk(done, subject, visit)
            self.changed.emit()

        def kept(photo: Photo) -> None:
            done.append(photo)
            then()

        def failed(fault: Exception) -> None:
            self._refused.show([*self._refused.rows, {"name": file.name, "code": self._code(fault)}])
            then()

        about = _begun(subject) if done else subject
        self.tablet.shots.run(lambda: keep_file(store, clock, file, about), kept, failed)

    def _on_disk(self, photos: list[Photo], subject: Subject, visit: int) -> None:
        self._under_way = 0
        if visit != self._visit:
            for photo in photos:
                self.kept.emit(subject.about, photo.id)
            self.tablet.recordsChanged.emit()
            self.changed.emit()
            return
        first = self._subject is None or not self._shots
        if first:
            self._subject = subject
        for photo in photos:
            file = self.tablet.store.photos.shot(photo.id).file
            self._shots.append((photo.id, str(file or "")))
            self.kept.emit(subject.about, photo.id)
        self.tablet.recordsChanged.emit()
        self.changed.emit()
        if not self._several and not self._refused.rows and not self._halted:
            self.goOn()

    def _failed(self, fault: Exception) -> None:
        self._under_way = 0
        self._refuse(self._code(fault))

    def _code(self, fault: Exception) -> str:
        """What the page says about it; a disk trouble is also said over every page."""
        from sync.formats.photo import PhotoRefused

        if isinstance(fault, PhotoRefused):
            return str(fault.code.value)
        if not isinstance(fault, StoreError):
            raise fault
        if fault.code != STOPPED:
            self.tablet.tell(fault)
        return fault.code

    def _refuse(self, code: str) -> None:
        self._fault = code
        self.changed.emit()


def _begun(subject: Subject) -> Subject:
    """The same, now that its draft is on disk."""
    return Subject(about=subject.about, walk_id=subject.walk_id, place=subject.place, purpose=subject.purpose)
