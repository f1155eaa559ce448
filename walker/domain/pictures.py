"""Which picture stands for a finding on a page: the first one of it that lies on this tablet."""

from __future__ import annotations

from pathlib import Path

from sync.protocol.records import Photo
from walker.store import Store

_AFTER = "after"
_SHOWN = (b"\xff\xd8", b"\x89PNG", b"RIFF")  # what a window shows; a private original may be of another kind


def first_pictures(store: Store, *, walk_id: str | None = None) -> dict[str, Path]:
    """By the id of what they are about: the checked picture, else the private original; not what was taken after."""
    found: dict[str, Path] = {}
    for photo in store.records.all(Photo, walk_id=walk_id):
        if photo.about is None or photo.about in found or photo.purpose == _AFTER:
            continue
        file = store.media.picture(photo) if photo.sha256 else store.photos.shot(photo.id).file
        if file is not None and _is_shown(file):
            found[photo.about] = file
    return found


def _is_shown(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(12).startswith(_SHOWN)
    except OSError:
        return False
