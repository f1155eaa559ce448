"""A process to be killed: takes three photos, checks one, and says each time what is promised to be on disk.

`control` puts the row before its bytes, as the store never does; the sweep must find that out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sync.protocol.ids import new_id
from sync.protocol.records import Photo
from walker.errors import StoreError
from walker.store import Store, open_store, photos

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


if __name__ == "__main__":
    if "control" in sys.argv:
        row_before_bytes()
    with open_store(Path(sys.argv[1])) as opened:
        promise("open")
        save(opened)
