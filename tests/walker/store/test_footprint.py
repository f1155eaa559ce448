"""Room: what takes it, and what may go. Only full sizes that the server said it holds, and their previews stay."""

from __future__ import annotations

from typing import Any

from sync.protocol.records import Photo, Report
from walker.store import Store


def _sent(store: Store, photo: Photo, *, media: bool = True) -> None:
    """As after a sync."""
    store.outbox.acknowledge(photo.id, photo.revision, store.outbox.outgoing(10)[-1].hash)
    if media:
        for sha256 in (photo.sha256, photo.preview_sha256):
            assert sha256 is not None
            store.outbox.media_acknowledged(sha256)


def test_only_full_sizes_that_the_server_confirmed_make_room(store: Store, make: Any) -> None:
    sent = store.photos.add_checked(make(Photo), make.picture(b" sent"))
    _sent(store, sent)
    waiting = store.photos.add_checked(make(Photo), make.picture(b" waiting"))
    shot = store.photos.add(make(Photo), b"an original that nobody has checked")
    before = store.footprint.measure()
    assert (before.freeable, before.freeable_count) == (len(b"final bytes sent"), 1)
    assert before.waiting == len(b"final bytes waiting") + len(b"an original that nobody has checked")
    assert store.footprint.free_up() == before.freeable
    assert not store.media.path(str(sent.sha256)).exists()
    assert store.media.path(str(sent.preview_sha256)).exists()
    assert store.media.path(str(waiting.sha256)).exists()
    assert store.photos.original(shot.id) == b"an original that nobody has checked"
    after = store.footprint.measure()
    assert (after.freeable, after.previews, after.waiting) == (0, before.previews, before.waiting)


def test_what_made_room_is_no_damage_and_is_shown_by_its_preview(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    _sent(store, photo)
    store.footprint.free_up()
    assert store.photos.missing() == []
    assert store.media.picture(photo).read_bytes() == b"small bytes"
    store.media.path(str(photo.preview_sha256)).unlink()
    assert store.photos.missing() == [photo.id]


def test_a_photo_whose_record_changed_since_stays_whole(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    _sent(store, photo)
    store.photos.check(photo.id, make.picture(b" blurred"))
    assert store.footprint.measure().freeable == 0
    assert store.footprint.free_up() == 0


def test_what_made_room_is_asked_for_again_by_a_server_that_lost_it(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    _sent(store, photo)
    store.footprint.free_up()
    store.outbox.media_wanted([str(photo.sha256)])
    (medium,) = store.outbox.media_outgoing()
    assert (medium.sha256, medium.path.exists()) == (photo.sha256, False)
    store.outbox.media_refused(medium.sha256, "missing_file", "the file is gone")  # as the client does
    (line,) = store.outbox.backlog().refused
    assert (line.id, line.code) == (photo.id, "missing_file")
    assert store.outbox.backlog().left == 0


def test_nothing_is_counted_twice(store: Store, make: Any) -> None:
    store.records.save(make(Report))
    store.photos.add_checked(make(Photo), make.picture())
    room = store.footprint.measure()
    total = sum(file.stat().st_size for file in store.folder.rglob("*") if file.is_file() and file.suffix != ".lock")
    counted = room.waiting + room.freeable + room.previews + room.records + room.backups + room.packs
    keys = sum((store.folder / name).stat().st_size for name in ("device_key",) if (store.folder / name).exists())
    assert counted == total - keys


def test_posters_of_a_kit_are_no_photos_that_wait(store: Store) -> None:
    before = store.footprint.measure()
    store.kits.write_posters("01a20000-0000-7000-8000-000000000009", {"poster.pdf": b"x" * 1000})
    after = store.footprint.measure()
    assert (after.waiting, after.records) == (before.waiting, before.records + 1000)
