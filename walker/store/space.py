"""How much room the disk has left: photos stop while there is still room for words, places and tracks."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from walker.errors import StoreError

MB = 1_000_000
PHOTO_RESERVE = 200 * MB  # kept for notes and tracks: weeks of them
LOW = 500 * MB  # from here on the tablet says so


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class Space:
    """`measure` is the disk's answer; tests give their own."""

    def __init__(self, folder: Path, measure: Callable[[Path], int] = _free) -> None:
        self._folder = folder
        self.measure = measure

    def free_mb(self) -> int:
        """In megabytes; a disk that does not answer counts as roomy: the write itself will say."""
        try:
            return self.measure(self._folder) // MB
        except OSError:
            return LOW // MB + 1

    def has_room(self, size: int) -> bool:
        """Whether that much may still come: what notes and tracks need is kept free."""
        return self.free_mb() * MB - size >= PHOTO_RESERVE

    def require_room_for_photo(self, size: int = 0) -> None:
        """Raises StoreError `photos_stopped` when this photo would take the room kept for notes."""
        if not self.has_room(size):
            raise StoreError(
                "photos_stopped",
                "the disk is nearly full: no more photos, notes and tracks go on",
                file=self._folder,
                mend="free some space, then take the photo again",
            )
