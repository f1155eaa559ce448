"""How many faces and plates the finder covers on real photos, and what it covers beside them: docs/photo-privacy.md.

Run by hand, since it takes minutes: `python -m benchmarks.photo_privacy`. Parameters were chosen on every second car
(the dev half); what is printed is the other half, which was not looked at. Faces come from one crowd, whose 17 faces
that can be recognised were marked by hand: they were looked at while choosing, so they are no held-out measure.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from sync.formats.photo import Box

DATA = Path(os.environ.get("GUP_WALKER_DATA", Path(__file__).parents[2] / "shared" / "data")) / "photos"
PHOTO = (4032, 3024)  # 12 megapixels
WIDTHS = (160, 110, 80, 60, 40)  # of a plate, in pixels of a photo 1,280 pixels wide
SIZES = (2.0, 1.5, 1.0, 0.75)  # of the crowd's picture, pasted into a 12-megapixel photo
COVERED_PLATE, COVERED_FACE = 0.9, 0.6
Area = tuple[float, float, float, float]
FACES: tuple[Area, ...] = (
    *((58, 128, 98, 168), (102, 132, 118, 160), (182, 115, 210, 158), (222, 110, 258, 150), (310, 145, 328, 170)),
    *((325, 125, 360, 165), (370, 128, 392, 150), (425, 140, 443, 160), (475, 143, 492, 160), (478, 160, 508, 192)),
    *((530, 130, 552, 156), (585, 105, 605, 130), (604, 155, 640, 200), (640, 155, 660, 190), (655, 133, 672, 150)),
    *((676, 142, 690, 158), (768, 118, 795, 158)),
)


def covered(truth: Area, boxes: Sequence[Box]) -> float:
    """The share of `truth` (0 to 1) that lies under any box."""
    import numpy

    grid = numpy.zeros((1000, 1000), dtype=bool)
    for box in boxes:
        grid[box.top // 10 : -(-box.bottom // 10), box.left // 10 : -(-box.right // 10)] = True
    left, top, right, bottom = (round(side * 1000) for side in truth)
    return float(grid[top : max(bottom, top + 1), left : max(right, left + 1)].mean())


def pasted(picture: Image, areas: Sequence[Area], scale: float, street: Image) -> tuple[Image, list[Area]]:
    """The picture at that scale in a 12-megapixel photo of a street, and where its areas lie in it (0 to 1)."""
    from PIL.Image import Resampling

    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Resampling.LANCZOS)
    scene = street.resize(PHOTO)
    left, top = PHOTO[0] // 5, PHOTO[1] // 4
    scene.paste(small, (left, top))
    offsets, sides = (left, top, left, top), PHOTO * 2
    placed = [
        tuple((side * scale + offset) / whole for side, offset, whole in zip(area, offsets, sides, strict=True))
        for area in areas
    ]
    return scene, placed  # type: ignore[return-value]


def cars(half: int) -> list[tuple[Image, Area]]:
    """Every second car with the place of its plate in pixels; half 0 is the dev half."""
    from PIL import Image

    found = []
    for number, photo in enumerate(sorted((DATA / "privacy" / "plates-eu").glob("*.jpg"))):
        left, top, width, height = (int(part) for part in photo.with_suffix(".txt").read_text().split("\t")[1:5])
        if number % 2 == half:
            found.append((Image.open(photo).convert("RGB"), (left, top, left + width, top + height)))
    return found


def streets() -> list[Image]:
    from PIL import Image

    return [Image.open(photo).convert("RGB") for photo in sorted((DATA / "graffiti").glob("*.jp*g"))]


def run(half: int = 1) -> None:
    """Prints the table, line by line."""
    from PIL import Image

    from sync.formats.photo.blur import SEARCH_SIDE, find_faces, find_plates, find_private
    from sync.formats.photo.pixels import fitted

    backgrounds, seconds = streets(), []
    held_out = cars(half)
    for width in (None, *WIDTHS):
        hits = others = 0
        for number, (car, plate) in enumerate(held_out):
            if width is None:
                picture, (truth,) = car, [_parts(plate, car.size)]
            else:
                scale = width * PHOTO[0] / 1280 / (plate[2] - plate[0])
                picture, (truth,) = pasted(car, [plate], scale, backgrounds[number % len(backgrounds)])
            plates = find_plates(fitted(picture, SEARCH_SIDE))
            hits += covered(truth, plates) >= COVERED_PLATE
            others += sum(covered(truth, [box]) < 0.1 for box in plates)
        what = "close-up" if width is None else f"{width} px wide in a photo of 1,280"
        print(f"plates, {what}: {hits} of {len(held_out)}, {others} boxes on something else", flush=True)  # noqa: T201
    crowd = Image.open(DATA / "privacy" / "city_crowd_deface.jpg").convert("RGB")
    for size in SIZES:
        picture, truths = pasted(crowd, FACES, size, backgrounds[0])
        start = time.process_time()
        find_private(picture)
        seconds.append(time.process_time() - start)
        faces = find_faces(fitted(picture, SEARCH_SIDE))
        hits = sum(covered(truth, faces) >= COVERED_FACE for truth in truths)
        pixels = round(statistics.median(face[2] - face[0] for face in FACES) * size * 1280 / PHOTO[0])
        print(f"faces, {pixels} px wide in a photo of 1,280: {hits} of {len(FACES)}")  # noqa: T201
    nothing = [find_private(street) for street in backgrounds]
    false = [sum(box.kind == kind for boxes in nothing for box in boxes) for kind in ("face", "plate")]
    print(f"{len(backgrounds)} street photos: {false[0]} false faces, {false[1]} false plates")  # noqa: T201
    print(f"12 megapixels: {statistics.median(seconds):.1f} s of processor")  # noqa: T201


def _parts(area: Area, size: tuple[int, int]) -> Area:
    return area[0] / size[0], area[1] / size[1], area[2] / size[0], area[3] / size[1]


if __name__ == "__main__":
    run()
