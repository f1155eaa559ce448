"""A process to be killed while it accepts a page of six photos, as the worker of the check does.

`take` prepares the folder; `control` erases each original first, as nobody ever should; the sweep must find that out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sync.protocol.records import Photo
from walker.domain.photo_check import accept
from walker.domain.shots import keep_shot, new_report
from walker.store import Store, open_store, photos

PAGE = 6


def take(store: Store) -> None:
    """Six shots that the finder has looked at, with a blur of a finger on one of them."""
    from datetime import UTC, datetime

    def clock() -> datetime:
        return datetime(2026, 10, 15, 17, 0, tzinfo=UTC)

    for number in range(PAGE):
        photo = keep_shot(store, clock, picture(number), new_report(None, None, clock()))
        store.photos.looked(photo.id, [(1000, 1000, 4000, 4000, 0, 90)], photos.FOUND)
        if number == 1:
            store.photos.draw(photo.id, '[{"blur":[[5000,5000,6000,6000]]}]')


def picture(number: int) -> bytes:
    """Small, so that a sweep takes no hour; each another."""
    import io
    from random import Random

    from PIL import Image

    buffer = io.BytesIO()
    Image.frombytes("L", (160, 120), Random(number).randbytes(160 * 120)).save(buffer, "JPEG")
    return buffer.getvalue()


def original_first() -> None:
    """The mistake that a sweep must see: the original goes before the bytes that replace it are named."""
    check = photos.Photos.check

    def careless(self: photos.Photos, photo_id: str, final: photos.FinalPicture, **said: str | None) -> Photo:
        file = self.shot(photo_id).file
        assert file is not None
        file.unlink()
        return check(self, photo_id, final, **said)

    photos.Photos.check = careless  # type: ignore[method-assign]


if __name__ == "__main__":
    with open_store(Path(sys.argv[1])) as opened:
        if "take" in sys.argv:
            take(opened)
        else:
            if "control" in sys.argv:
                original_first()
            for one in opened.records.all(Photo):
                accept(opened, one.id)
                os.write(1, f"checked {one.id}\n".encode())
