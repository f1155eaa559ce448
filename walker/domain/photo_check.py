"""A person has looked at a photo: its final bytes are made and kept, its original goes. Slow: call it on a worker."""

from __future__ import annotations

from sync.protocol.records import Photo
from walker.domain.photo_marks import Marks
from walker.store import Store
from walker.store.photos import HELD


def source_of(store: Store, photo_id: str) -> bytes:
    """What a picture is made from: the private original, or the final bytes once that is gone."""
    if store.photos.shot(photo_id).state == HELD:
        return store.photos.original(photo_id)
    return store.photos.final(photo_id)


def accept(store: Store, photo_id: str) -> Photo:
    """As it was shown: what was found and drawn is in the bytes. Raises PhotoRefused or StoreError, keeping all."""
    from sync.formats.photo import prepare

    shot = store.photos.shot(photo_id)
    marks = Marks.of(shot)
    prepared = prepare(source_of(store, photo_id), blur_boxes=marks.boxes(), arrows=marks.arrows())
    return store.photos.check(photo_id, prepared, drawn=shot.drawn)


def look(store: Store, photo_id: str) -> None:
    """Let the finder look at a shot and keep what it says, also that the picture cannot be read."""
    from sync.formats.photo import PhotoRefused, blur_available, find_private
    from walker.domain.photo_marks import KINDS
    from walker.store.photos import ABSENT, FOUND

    if not blur_available():
        store.photos.looked(photo_id, [], ABSENT)
        return
    try:
        found = find_private(store.photos.original(photo_id))
    except PhotoRefused as refusal:
        store.photos.looked(photo_id, [], str(refusal.code.value))
        return
    boxes = [(box.left, box.top, box.right, box.bottom, KINDS.index(box.kind), box.score) for box in found]
    store.photos.looked(photo_id, boxes, FOUND)
