"""A process to be killed: takes three photos, checks one, and says each time what is promised to be on disk.

Mistakes that a sweep must find out: `control` puts the row before its bytes; `normal` syncs the database as rarely as
SQLite lets one; `unsynced` renames photos that are not on the disk yet; `unnamed` syncs files but not their folders.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sync.protocol.ids import new_id
from sync.protocol.records import Photo
from walker.errors import StoreError
from walker.store import Store, database, files, open_store, photos

MOMENT = "2026-10-15T17:00:00.000Z"
ORIGINAL = b"private original " * 4000


class Final:
    """What photo preparation gives."""

    jpeg = b"final bytes " * 4000
    preview = b"small bytes " * 400
    width, height = 1600, 1200


def promise(words: str) -> None:
    """One write for each line: what was said before the kill was said whole."""
    os.write(1, f"{words}\n".encode())


def save(store: Store) -> None:
    for number in range(3):
        photo = Photo(id=new_id(), writer="", created_at=MOMENT, updated_at=MOMENT, alt=str(number))
        try:
            store.photos.add(photo, ORIGINAL, original_name="a.jpg")
        except StoreError as fault:
            promise(f"refused {fault.code}")
            continue
        promise(f"held {photo.id}")
        if number == 1:
            store.photos.check(photo.id, Final())
            promise(f"checked {photo.id}")


def row_before_bytes() -> None:
    """The mistake that a sweep must see: bytes are written only when the transaction is over."""
    write, waiting = photos.write_durably, []
    photos.write_durably = lambda path, content: waiting.append((path, content))
    add = photos.Photos.add

    def late(self: photos.Photos, *args: object, **options: object) -> Photo:
        kept = add(self, *args, **options)  # type: ignore[arg-type]
        while waiting:
            write(*waiting.pop())
        return kept

    photos.Photos.add = late  # type: ignore[method-assign, assignment]


def seldom_synced() -> None:
    """What others use for speed: a commit is on the disk some time later."""
    connect = database.StoreDatabase._connect

    def lax(self: database.StoreDatabase) -> Any:
        connection = connect(self)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    database.StoreDatabase._connect = lax  # type: ignore[method-assign]


def bytes_not_synced() -> None:
    files.os = SimpleNamespace(**{**vars(os), "fsync": lambda descriptor: None})  # type: ignore[assignment]


def names_not_synced() -> None:
    files.sync_folder = lambda folder: None


MISTAKES = {
    "control": row_before_bytes,
    "normal": seldom_synced,
    "unsynced": bytes_not_synced,
    "unnamed": names_not_synced,
}

if __name__ == "__main__":
    for word in sys.argv[2:]:
        MISTAKES.get(word, lambda: None)()
    with open_store(Path(sys.argv[1])) as opened:
        promise("open")
        save(opened)
