"""Copying a whole tablet, and erasing it: nothing that is nowhere else goes, and never by accident."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sync.durable import sync_folder
from sync.protocol.frozen import frozen
from walker.errors import StoreError
from walker.store.carried import CarriedFiles
from walker.store.database import BACKUPS, FILE_NAME, LOCK_NAME, StoreDatabase
from walker.store.files import disk_fault
from walker.store.identity import Settings
from walker.store.media import Media
from walker.store.votes import POLL

_COPIED = "copied_whole"  # the setting: what the last whole copy held
_STAYS = ("settings", "servers")  # without the marks of its hellos it would be taken for a copy of itself
_NOT_COPIED = {
    FILE_NAME,
    f"{FILE_NAME}-wal",
    f"{FILE_NAME}-shm",
    LOCK_NAME,
    BACKUPS,
    "packs",
    "device_key",
    "server_token",
}


@frozen()
class Unsent:
    """What the server does not hold: of this group, and of groups that are locked."""

    records: int = 0
    drafts: int = 0
    media: int = 0
    locked: int = 0

    def __bool__(self) -> bool:
        return bool(self.records or self.drafts or self.media or self.locked)


class Erasing:
    """Takes long: not on the window's thread."""

    def __init__(
        self, database: StoreDatabase, settings: Settings, media: Media, of_people: Sequence[str] = ()
    ) -> None:
        """`of_people`: settings that tell of people or of a walk; they go with what was recorded."""
        self._database = database
        self._settings = settings
        self._media = media
        self._of_people = of_people
        self._folder = database.folder
        self._carried = CarriedFiles(database.folder)

    def unsent(self) -> Unsent:
        locked = "id IN (SELECT id FROM hidden_records)"
        waits = (  # the walk of another tablet is sent by that one
            "FROM records WHERE revision > pushed_revision AND held IS NOT 'joined'"
            " AND (deleted_at IS NULL OR pushed_revision > 0)"
        )
        return Unsent(
            records=int(self._database.value(f"SELECT count(*) {waits} AND NOT {locked}")),
            drafts=int(self._database.value("SELECT count(*) FROM drafts")),
            media=len(self._media.waiting()) + len(self._carried.waiting()),
            locked=int(self._database.value(f"SELECT count(*) {waits} AND {locked}")),
        )

    def is_copied(self) -> bool:
        """Whether a whole copy holds everything as it is now."""
        return self._settings.get(_COPIED) == self._contents()

    def copy_whole(self, target: Path) -> Path:
        """Records, drafts, pictures and voices in a new folder below `target`; keys and maps stay.

        Raises StoreError: `locked_group` when a group's code would no longer protect what it made.
        """
        if self._database.value("SELECT count(*) FROM hidden_records"):
            raise StoreError(
                "locked_group",
                "another group locked its walks on this tablet",
                mend="unlock them with the leader's code, or send them",
            )
        if target.absolute().resolve().is_relative_to(self._folder.absolute().resolve()):
            raise StoreError(
                "folder_unusable",
                "a copy inside the data folder would go with it",
                file=target,
                mend="choose another folder, on a stick for instance",
            )
        before = self._contents()
        folder = target / f"gup-walker-{before[:8]}"
        number = 1
        while folder.exists():
            number += 1
            folder = target / f"gup-walker-{before[:8]}-{number}"
        try:
            folder.mkdir(parents=True)
            for path in self._folder.iterdir():
                if path.name not in _NOT_COPIED and path.is_dir():
                    shutil.copytree(path, folder / path.name)
            copied = self._database.backup(folder / FILE_NAME)
            _sync_below(folder)
        except OSError as fault:
            raise disk_fault(fault, folder) from fault
        if copied.name != FILE_NAME:
            raise StoreError(
                "damaged_record",
                "something is damaged on this disk: the copy is not whole",
                file=copied,
                mend="send and receive, so that the server brings it again, then copy once more",
            )
        self._settings.set(_COPIED, before)  # if something was saved meanwhile, it is no longer what is here
        return folder

    def everything(self) -> None:
        """Erase what people made and what the server sent. The tablet's own settings, maps and the enrolment stay.

        Raises StoreError `not_sent` when something is nowhere else.
        """
        with self._database.write():
            unsent = self.unsent()  # in here: what another thread saves comes before, and counts, or after, and stays
            if unsent.locked or (unsent and not self.is_copied()):
                raise StoreError(
                    "not_sent",
                    "something here is on no server and in no copy",
                    mend="send it, or copy everything first",
                )
            tables = self._database.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
                " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            )
            for name in [str(row["name"]) for row in tables]:
                if name not in _STAYS:
                    self._database.execute(f"DELETE FROM {name}")
            for name in (_COPIED, *self._of_people):
                self._settings.set(name, None)
            self._database.execute("DELETE FROM settings WHERE name LIKE ?", (f"{POLL} %",))
        self._database.query("PRAGMA wal_checkpoint(TRUNCATE)")
        folders = [path for path in self._folder.iterdir() if path.is_dir() and path.name != "packs"]
        files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
        self._media.remove_files(files)

    def _contents(self) -> str:
        """Changes whenever something is saved: a draft, a ballot (its tally keeps its revision), what was drawn."""
        from hashlib import sha256

        held = sha256()
        for table, columns in (("records", "id, hash"), ("drafts", "id, body"), ("shots", "id, file, drawn")):
            for row in self._database.query(f"SELECT {columns} FROM {table} ORDER BY id"):
                held.update("\0".join(map(str, row.values())).encode())
        for file in self._carried.waiting():
            held.update(file.sha256.encode())
        return held.hexdigest()


def _sync_below(folder: Path) -> None:
    """All of it on the stick itself: what is still in memory when the stick is pulled out is no copy."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
        else:
            sync_folder(path)
    sync_folder(folder)
    sync_folder(folder.parent)
