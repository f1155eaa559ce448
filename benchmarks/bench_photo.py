"""A 12-megapixel JPEG made ready to send, beside the least any pipeline must do: decode at half size and encode."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable

TARGET = 1.4
ROUNDS = 9


def run() -> list[dict[str, str | float]]:
    """One row; both sides take turns so that a busy machine slows both alike."""
    import simplejpeg  # type: ignore[import-untyped]

    from sync.formats.photo import prepare
    from sync.formats.photo.prepare import QUALITY

    source = _twelve_megapixels()

    def limit() -> None:
        half = simplejpeg.decode_jpeg(source, min_width=2016, min_height=1512)
        simplejpeg.encode_jpeg(half, quality=QUALITY, colorsubsampling="420")

    def ours() -> None:
        prepare(source)

    limit_s, ours_s = _medians(limit, ours)
    return [
        {
            "goal": "12 MP JPEG to stored picture, preview and hashes / libjpeg-turbo decode at half + encode",
            "limit_s": limit_s,
            "ours_s": ours_s,
            "ratio": ours_s / limit_s,
            "target": TARGET,
        }
    ]


def _medians(*functions: Callable[[], None]) -> list[float]:
    seconds: list[list[float]] = [[] for _ in functions]
    for _ in range(ROUNDS):
        for function, taken in zip(functions, seconds, strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


def _twelve_megapixels() -> bytes:
    """A street-like picture of 4032 × 3024: flat areas, edges and sensor noise, about 3 MB like a phone's."""
    import numpy
    from PIL import Image

    chance = numpy.random.default_rng(2026)
    blocks = Image.fromarray(chance.integers(0, 255, (48, 64, 3), dtype=numpy.uint8))
    scene = numpy.asarray(blocks.resize((4032, 3024), Image.Resampling.BICUBIC), dtype=numpy.float32)
    noisy = scene + chance.normal(0, 5, (3024, 4032, 1)).astype(numpy.float32)
    buffer = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(numpy.uint8)).save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
