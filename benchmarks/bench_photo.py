"""A 12-megapixel photo on the tablet: from the shutter to the disk, made ready to send, and looked at by the finder.

Beside each the least that any program must do, taking turns so that a busy machine slows both alike.
"""

from __future__ import annotations

import io
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

TARGET = 1.4
SAVED_TARGET = 1.5
READY_TARGET = 1.3
ROUNDS = 9
SHOTS = 40
LOOKS = 3  # each takes seconds


def run() -> list[dict[str, str | float]]:
    """Three rows."""
    source = _twelve_megapixels()
    return [_prepared(source), _saved(source), _ready(source)]


def _prepared(source: bytes) -> dict[str, str | float]:
    from sync.formats.photo import prepare

    limit_s, ours_s = _medians(lambda: _decode_and_encode(source), lambda: prepare(source))
    return {
        "goal": "12 MP JPEG to stored picture, preview and hashes / libjpeg-turbo decode at half + encode",
        "limit_s": limit_s,
        "ours_s": ours_s,
        "ratio": ours_s / limit_s,
        "target": TARGET,
    }


def _saved(source: bytes) -> dict[str, str | float]:
    """File, photo record, shot and draft of a report: what is on disk before the report's page opens."""
    from walker.domain.shots import keep_shot, new_report
    from walker.store import open_store

    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, open_store(Path(folder) / "tablet") as store:
        bare = sqlite3.connect(Path(folder) / "bare.sqlite3", isolation_level=None)
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB) STRICT")
        beside = Path(folder) / "beside"
        beside.mkdir()

        def limit() -> None:
            _write_and_commit(beside, bare, source)

        def ours() -> None:
            keep_shot(store, _now, source, new_report(None, None, _now()))

        limit_s, ours_s = _medians(limit, ours, rounds=SHOTS)
        bare.close()
    return {
        "goal": "shutter to saved: 3 MB shot, its record and draft / the same bytes written, fsynced and committed",
        "limit_s": limit_s,
        "ours_s": ours_s,
        "ratio": ours_s / limit_s,
        "target": SAVED_TARGET,
        "note": "three fsyncs on both sides: the file, its folder, a bare WAL FULL commit",
    }


def _ready(source: bytes) -> dict[str, str | float]:
    """Found, shown to a person, blurred, kept, original erased; the person's own time is not in it."""
    from sync.formats.photo import find_private
    from sync.formats.photo.preview import upright
    from walker.domain.photo_check import accept, look
    from walker.domain.shots import keep_shot, new_report
    from walker.store import open_store

    picture = upright(source, side=2048)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, open_store(Path(folder) / "tablet") as store:
        photos = [keep_shot(store, _now, source, new_report(None, None, _now())).id for _ in range(LOOKS)]

        def limit() -> None:
            find_private(picture)
            _decode_and_encode(source)

        def ours() -> None:
            photo_id = photos.pop()
            look(store, photo_id)
            accept(store, photo_id)

        limit_s, ours_s = _medians(limit, ours, rounds=LOOKS)
    return {
        "goal": "saved to blurred and ready to send, 12 MP / the finder alone on the decoded picture + decode + encode",
        "limit_s": limit_s,
        "ours_s": ours_s,
        "ratio": ours_s / limit_s,
        "target": READY_TARGET,
        "note": "in the background, on two threads: sixty photos are found while the group walks, and take ten touches",
    }


def _decode_and_encode(source: bytes) -> None:
    import simplejpeg  # type: ignore[import-untyped]

    from sync.formats.photo.prepare import QUALITY

    half = simplejpeg.decode_jpeg(source, min_width=2016, min_height=1512)
    simplejpeg.encode_jpeg(half, quality=QUALITY, colorsubsampling="420")


def _write_and_commit(folder: Path, bare: sqlite3.Connection, content: bytes) -> None:
    """The least for a file that must be there after a power cut, and a row that names it."""
    path = folder / f"{time.monotonic_ns()}.jpg"
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO rows (body) VALUES (?)", (b"x" * 600,))
    bare.execute("COMMIT")


def _now() -> datetime:
    return datetime.now(UTC)


def _medians(*functions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    seconds: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
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
