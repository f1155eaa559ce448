"""Room on the tablet, copies of what was recorded, and erasing: figures first, and nothing by accident."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk
from walker.errors import WalkerError
from walker.viewmodels.live_walk import unfinished
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.store.erasing import Unsent
    from walker.store.footprint import Room

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

MB = 1_000_000
WHOLE = "whole"
WALKS_SHOWN = 8
WORDS = {"fr": "EFFACER", "en": "ERASE"}  # typed to erase

T = TypeVar("T")


@QmlElement
class Storage(QObject):
    """`busy`: measure, free, copy or erase; empty when it waits for a person."""

    changed = Signal()
    erased = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._parts = RowListModel(("code", "mb"), self)
        self._walks = RowListModel(("walkId", "title", "atMs"), self)
        self._room: Room | None = None
        self._unsent: Unsent | None = None
        self._copied = False
        self._busy = self._fault = self._fault_words = self._written = ""
        self._won = -1.0
        self._walk = ""
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    @Property(str, notify=changed)
    def busy(self) -> str:
        return self._busy

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why the last thing did not work; a code."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Property(float, notify=changed)
    def freeMb(self) -> float:
        """Left on the disk; −1 before it was measured."""
        return self._room.free / MB if self._room else -1.0

    @Property(float, notify=changed)
    def freeableMb(self) -> float:
        return self._room.freeable / MB if self._room else 0.0

    @Property(int, notify=changed)
    def freeableCount(self) -> int:
        """Large photos that the server holds."""
        return self._room.freeable_count if self._room else 0

    @Property(float, notify=changed)
    def wonMb(self) -> float:
        """By the last making of room; −1 before one."""
        return self._won

    @Property(RowListModel, constant=True)
    def parts(self) -> RowListModel:
        """waiting, freeable, previews, records, backups and packs, in megabytes."""
        return self._parts

    @Property(RowListModel, constant=True)
    def walks(self) -> RowListModel:
        """What may be copied alone, newest first."""
        return self._walks

    @Property(str, notify=changed)
    def walk(self) -> str:
        """The one to copy; empty: all of them."""
        return self._walk

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Where copies go."""
        return self._folder

    @Property(str, notify=changed)
    def written(self) -> str:
        """The file or folder that the last copy made."""
        return self._written

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records, drafts and pictures that are on no server."""
        one = self._unsent
        return one.records + one.drafts + one.media if one else 0

    @Property(int, notify=changed)
    def unsentLocked(self) -> int:
        """The same of groups that locked theirs."""
        return self._unsent.locked if self._unsent else 0

    @Property(bool, notify=changed)
    def copied(self) -> bool:
        """A whole copy holds everything as it is now."""
        return self._copied

    @Property(bool, notify=changed)
    def walking(self) -> bool:
        """A walk is under way: nothing is erased meanwhile."""
        return unfinished(self.tablet.store.records.all(ExploratoryWalk)) is not None

    @Property(str, notify=changed)
    def eraseWord(self) -> str:
        """What must be typed."""
        return WORDS[self.tablet.language]

    @Slot()
    def look(self) -> None:
        """Measure; what an earlier visit said goes."""
        self._fault = self._fault_words = self._written = ""
        self._won = -1.0
        self._measure()

    @Slot()
    def freeUp(self) -> None:
        """Remove the large photos that the server holds."""
        self._do("free", self.tablet.store.footprint.free_up, self._freed)

    @Slot(str)
    def chooseWalk(self, walk_id: str) -> None:
        self._walk = walk_id
        self.changed.emit()

    @Slot(QUrl)
    def chooseFolder(self, folder: QUrl) -> None:
        self.typeFolder(folder.toLocalFile())

    @Slot(str)
    def typeFolder(self, folder: str) -> None:
        self._folder = folder.strip()
        self.changed.emit()

    @Slot(str)
    def copy(self, form: str) -> None:
        """gpkg, gpx or geojson of the walk chosen, or « whole »: all of it, pictures too."""
        folder, store, walk_id = Path(self._folder), self.tablet.store, self._walk or None

        def write() -> str:
            _require_folder(folder)
            if form == WHOLE:
                return str(store.erasing.copy_whole(folder))
            from walker.commands.export import export

            target = _free_name(folder, f"marches-{self.tablet.clock():%Y-%m-%d}", form)
            export(store, walk_id, target)
            return str(target)

        self._do("copy", write, self._copy_made)

    @Slot(str)
    def erase(self, typed: str) -> None:
        """The second step: only with the word, only when nothing would be lost."""
        if typed.strip().upper() != WORDS[self.tablet.language] or self.walking:
            return
        self._do("erase", self.tablet.store.erasing.everything, self._erased)

    def _measure(self) -> None:
        store = self.tablet.store

        def read() -> tuple[Room, Unsent, bool]:
            return store.footprint.measure(), store.erasing.unsent(), store.erasing.is_copied()

        held = [walk for walk in store.records.all(ExploratoryWalk) if walk.state == "held"]
        held.sort(key=lambda walk: walk.started_at or walk.created_at, reverse=True)
        self._walks.show(
            [
                {"walkId": walk.id, "title": walk.title, "atMs": _ms(walk.started_at or walk.created_at)}
                for walk in held[:WALKS_SHOWN]
            ]
        )
        self.tablet.pictures.run(read, self._show, self.tablet.tell)

    def _show(self, found: tuple[Room, Unsent, bool]) -> None:
        self._room, self._unsent, self._copied = found
        names = ("waiting", "freeable", "previews", "records", "backups", "packs")
        self._parts.show([{"code": name, "mb": getattr(self._room, name) / MB} for name in names])
        self.changed.emit()

    def _do(self, name: str, job: Callable[[], T], then: Callable[[T], None]) -> None:
        if self._busy:
            return
        self._busy, self._fault, self._fault_words, self._written = name, "", "", ""
        self.changed.emit()

        def done(result: Any) -> None:
            self._busy = ""
            then(result)
            self.changed.emit()
            self._measure()

        self.tablet.pictures.run(job, done, self._failed)

    def _failed(self, fault: Exception) -> None:
        self._busy = ""
        self.changed.emit()
        if not isinstance(fault, WalkerError):
            raise fault
        self._fault, self._fault_words = fault.code, str(fault)
        self.changed.emit()

    def _freed(self, won: int) -> None:
        self._won = won / MB

    def _copy_made(self, path: str) -> None:
        self._written = path

    def _erased(self, _nothing: None) -> None:
        self.erased.emit()


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise WalkerError("folder_unusable", "there is no such folder", file=folder, mend="choose another one")


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    """No earlier copy is overwritten."""
    target, number = folder / f"{stem}.{ending}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.{ending}"
    return target


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000
