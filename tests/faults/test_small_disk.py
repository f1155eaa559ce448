"""A real filesystem that is full: it is told in a sentence, nothing saved is lost, and room is enough to go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol import ids, times
from sync.protocol.records import Photo, Report
from tests.faults.small_disk import mounted
from walker.errors import StoreError
from walker.store import Store, open_store

ORIGINAL = b"private original " * 2000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Three megabytes."""
    with mounted(tmp_path / "disk", 3 * 1024 * 1024) as folder:
        yield folder


def _common() -> dict[str, str]:
    return {"id": ids.new_id(), "writer": "", "created_at": times.now(), "updated_at": times.now()}


def _fill(store: Store) -> tuple[list[Report], list[Photo]]:
    """Reports and photos until there is no room any more."""
    reports: list[Report] = []
    photos: list[Photo] = []
    with pytest.raises(StoreError) as told:
        while True:
            reports.append(store.records.save(Report(**_common(), text="Lampadaire éteint " * 20)))
            photos.append(store.photos.add(Photo(**_common()), ORIGINAL))
    assert told.value.code == "disk_full"
    return reports, photos


def test_a_full_disk_loses_nothing_and_goes_on_once_there_is_room(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(400_000))
    with open_store(small_disk / "data") as store:
        reports, photos = _fill(store)
        assert len(photos) > 10
        ballast.unlink()
        more = store.records.save(Report(**_common(), text="Encore"))
    with open_store(small_disk / "data") as store:
        assert [*store.database.integrity(), *store.records.damaged(), *store.photos.missing()] == []
        assert {each.id for each in store.records.all(Report)} == {each.id for each in (*reports, more)}
        assert {each.id for each in store.records.all(Photo)} == {each.id for each in photos}
        assert all(store.photos.original(each.id) == ORIGINAL for each in photos)
