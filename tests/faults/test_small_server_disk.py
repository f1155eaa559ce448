"""A server on a real filesystem that fills: what it acknowledged is there, and all arrives once there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol.errors import ErrorCode
from sync.protocol.records import Photo, Report
from tests.faults.small_disk import mounted
from tests.sync.client.field import HERE, Field, Gup, Tablet, picture
from tests.sync.client.folders import copy_of

ROOM = 6_000_000  # beyond what an empty server takes


@pytest.fixture
def on_a_small_disk(migrated_gup: Path, tmp_path: Path) -> Iterator[tuple[Field, Path]]:
    """A server with little room, and a file that takes half of it until it is deleted."""
    empty = sum(file.stat().st_size for file in migrated_gup.rglob("*") if file.is_file())
    with mounted(tmp_path / "disk", empty + 2 * ROOM) as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(ROOM))
        served = Gup(copy_of(migrated_gup, disk / "gup"))
        place = Field(served, tmp_path)
        yield place, ballast
        place.close()
        served.close()


def test_photos_stay_on_the_tablet_until_the_server_has_room_again(on_a_small_disk: tuple[Field, Path]) -> None:
    place, ballast = on_a_small_disk
    tablet = place.tablet(HERE)
    photos = [tablet.photo(picture(400_000)) for _ in range(24)]
    result = tablet.sync()
    assert result.fault is not None
    assert result.fault.error is ErrorCode.SERVER_FULL
    assert (result.backlog.refused, result.backlog.conflicts) == ((), ())
    told = _sent(tablet, photos)
    assert 0 < len(told) < len(photos)
    assert all(place.gup.has_whole(str(photo.sha256)) for photo in told)
    ballast.unlink()
    tablet.sync_whole()
    assert all(place.gup.has_whole(str(photo.sha256)) for photo in photos)


def test_records_stay_on_the_tablet_until_the_server_has_room_again(on_a_small_disk: tuple[Field, Path]) -> None:
    place, ballast = on_a_small_disk
    tablet = place.tablet(HERE)
    while True:
        for _ in range(300):
            tablet.report("Lampadaire éteint " * 100)
        if (result := tablet.sync()).fault is not None:
            break
    assert result.fault.error in (ErrorCode.SERVER_FULL, ErrorCode.SERVER_BUSY)
    assert (result.backlog.refused, result.backlog.conflicts) == ((), ())
    waiting = tablet.store.outbox.unsent()
    assert waiting
    ballast.unlink()
    tablet.sync_whole()
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert len(tablet.store.records.all(Report)) >= 300


def _sent(tablet: Tablet, photos: list[Photo]) -> list[Photo]:
    return [photo for photo in photos if tablet.store.photos.state(photo) == "sent"]
