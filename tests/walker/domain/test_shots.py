"""From a camera's file to what may leave: turned, blurred where the finger was, without place, and nothing before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sync.protocol.records import Photo, Report
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, opened, rationals, short, text
from walker.domain.photo_check import accept, look
from walker.domain.photo_marks import Marks
from walker.domain.shots import Subject, keep_file, new_report
from walker.store import Store

# How the camera lay: what undoes each turn of the eight that EXIF knows.
LYING = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
SECRET = [text(1, "N"), rationals(2, (48, 1), (53, 1), (0, 1)), text(3, "E"), rationals(4, (2, 1), (21, 1), (0, 1))]


@pytest.mark.parametrize("orientation", LYING)
def test_each_of_the_eight_ways_to_hold_a_camera_ends_upright_without_its_place(
    store: Store, clock: Any, tmp_path: Path, orientation: int
) -> None:
    """S-217: place and time go into the record, never into the bytes; a finger's blur lies where it was drawn."""
    turn = LYING[orientation]
    upright = asymmetric(320, 200)
    lying = upright if turn is None else upright.transpose(turn)
    block = exif_block(main=[short(0x0112, orientation)], gps=SECRET)
    file = tmp_path / "IMG.jpg"
    file.write_bytes(encoded(lying, exif=b"Exif\x00\x00" + block))
    photo = keep_file(store, clock, file, new_report(None, None, clock()))
    assert (photo.width, photo.height) == (320, 200)
    assert photo.position is not None and photo.position.source == "exif"
    store.photos.looked(photo.id, [], "found")
    marks = Marks.of(store.photos.shot(photo.id)).stroked([(2500, 2500)], (800, 800))  # in the red quarter
    store.photos.draw(photo.id, marks.kept())
    kept = accept(store, photo.id)
    final = store.media.path(str(kept.sha256)).read_bytes()
    assert b"Exif" not in final and b"GPS" not in final
    with opened(final) as picture:
        assert picture.size == (320, 200)
        corners = [picture.getpixel(at) for at in ((10, 10), (310, 10), (10, 190), (310, 190))]
    for seen, wanted in zip(corners, [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)], strict=True):
        assert isinstance(seen, tuple)
        assert all(abs(a - b) < 40 for a, b in zip(seen, wanted, strict=True)), (orientation, corners)


def test_the_finder_says_of_a_damaged_shot_that_it_cannot_be_read(store: Store, clock: Any, tmp_path: Path) -> None:
    file = tmp_path / "half.jpg"
    file.write_bytes(encoded(asymmetric(320, 200))[:-400])
    photo = keep_file(store, clock, file, new_report(None, None, clock()))
    look(store, photo.id)
    assert store.photos.shot(photo.id).looked == "truncated"
    assert store.photos.original(photo.id) == file.read_bytes()


def test_without_a_finder_every_photo_waits_for_the_finger_and_says_so(
    store: Store, clock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sync.formats.photo

    monkeypatch.setattr(sync.formats.photo, "blur_available", lambda: False)
    file = tmp_path / "a.jpg"
    file.write_bytes(encoded(asymmetric()))
    photo = keep_file(store, clock, file, new_report(None, None, clock()))
    look(store, photo.id)
    assert store.photos.shot(photo.id).looked == "absent"


def test_a_photo_of_what_exists_makes_no_draft(store: Store, clock: Any, tmp_path: Path, make: Any) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(encoded(asymmetric()))
    about = store.records.save(make(Report)).id
    photo = keep_file(store, clock, file, Subject(about=about, walk_id=None, place=None, purpose="before_after"))
    assert (photo.about, photo.purpose, store.drafts.all()) == (about, "before_after", [])
    assert len(store.records.all(Photo)) == 1
