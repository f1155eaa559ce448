"""The life of a picture: private, checked, sent; its bytes are never missing and its original never forgotten."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.records import Photo
from walker.errors import StoreError
from walker.store import Store, open_store, photos


def _files(store: Store) -> dict[str, bytes]:
    folders = ("media", "private")
    return {file.name: file.read_bytes() for file in store.folder.rglob("*") if file.parent.name in folders}


def test_a_shot_is_private_without_hash_and_held(store: Store, make: Any) -> None:
    """DESIGN §4: under private/ by uuid, without hash, its record not in the outbox."""
    photo = store.photos.add(make(Photo), b"original", original_name="IMG_1.JPG", boxes=[(1, 2, 3, 4)])
    shot = store.photos.shot(photo.id)
    assert shot.file is not None
    assert shot.file.parent.name == "private"
    assert shot.file.stem != photo.id
    assert (shot.file.suffix, shot.original_name, shot.boxes) == (".jpg", "IMG_1.JPG", ((1, 2, 3, 4),))
    assert store.photos.original(photo.id) == b"original"
    assert (photo.sha256, store.photos.state(photo)) == (None, "held")
    assert store.outbox.outgoing(10) == []


def test_a_check_gives_final_bytes_and_removes_the_original(store: Store, make: Any) -> None:
    photo = store.photos.add(make(Photo), b"original")
    checked = store.photos.check(photo.id, make.picture())
    assert checked.sha256 == hashlib.sha256(b"final bytes").hexdigest()
    assert (checked.size, checked.preview_size, checked.width, checked.height) == (11, 11, 1600, 1200)
    assert checked.checked_at is not None
    assert store.photos.state(checked) == "checked"
    assert _files(store) == {str(checked.sha256): b"final bytes", str(checked.preview_sha256): b"small bytes"}
    assert [item.id for item in store.outbox.outgoing(10)] == [photo.id]
    with pytest.raises(StoreError, match="original is removed"):
        store.photos.original(photo.id)


def test_a_later_blur_is_a_new_revision_and_the_superseded_bytes_go(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    again = store.photos.check(photo.id, make.picture(b" blurred"))
    assert again.revision == photo.revision + 1
    assert sorted(_files(store)) == sorted([str(again.sha256), str(again.preview_sha256)])


def test_bytes_that_another_photo_names_stay(store: Store, make: Any) -> None:
    """Two identical files are two photos and one medium."""
    first, second = (store.photos.add_checked(make(Photo), make.picture()) for _ in range(2))
    store.photos.check(first.id, make.picture(b" blurred"))
    assert store.media.path(str(second.sha256)).exists()
    store.photos.delete(second.id)
    assert not store.media.path(str(second.sha256)).exists()


def test_a_deleted_photo_leaves_no_bytes(store: Store, make: Any) -> None:
    photo = store.photos.add(make(Photo), b"original")
    deleted = store.photos.delete(photo.id)
    assert deleted.deleted_at is not None
    assert _files(store) == {}
    assert store.outbox.backlog().held == ()


def test_a_photo_whose_bytes_cannot_be_written_makes_no_record(store: Store, make: Any) -> None:
    (store.folder / "private").write_text("in the way")
    with pytest.raises(StoreError) as refusal:
        store.photos.add(make(Photo), b"original")
    assert "private" in str(refusal.value)
    assert store.records.all(Photo) == []


def test_a_crash_just_after_a_check_does_not_leave_the_original_behind(
    store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A face would stay on the tablet for ever, known to nobody."""
    photo = store.photos.add(make(Photo), b"original with a face")
    monkeypatch.setattr(photos.Photos, "_remove_originals", lambda self: None)
    checked = store.photos.check(photo.id, make.picture())
    assert b"original with a face" in _files(store).values()
    monkeypatch.undo()
    store.close()
    with open_store(store.folder) as again:
        assert sorted(_files(again)) == sorted([str(checked.sha256), str(checked.preview_sha256)])


def test_what_a_crash_left_half_done_is_swept_and_originals_nobody_knows_are_kept(store: Store, make: Any) -> None:
    photo = store.photos.add(make(Photo), b"original")
    store.media.write(b"made, but not yet named")
    stray = store.folder / "private" / "unknown.jpg"
    stray.write_bytes(b"taken, but not yet recorded")
    Path(f"{stray}.part").write_bytes(b"half")
    store.close()
    with open_store(store.folder) as again:
        assert again.photos.strays() == [stray]
        assert sorted(_files(again).values()) == [b"original", b"taken, but not yet recorded"]
        assert again.photos.original(photo.id) == b"original"


def test_a_picture_missing_on_disk_is_named(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    assert store.photos.missing() == []
    store.media.path(str(photo.sha256)).unlink()
    assert store.photos.missing() == [photo.id]
    shown = store.photos.check(photo.id, make.picture())
    assert store.photos.missing() == []
    assert shown.sha256 == photo.sha256


def test_a_photo_is_sent_once_the_server_holds_its_full_size(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    store.outbox.media_acknowledged(str(photo.preview_sha256))
    assert store.photos.state(photo) == "checked"
    store.outbox.media_acknowledged(str(photo.sha256))
    assert store.photos.state(photo) == "sent"


def test_what_is_drawn_while_a_photo_is_being_kept_is_never_dropped_unseen(store: Store, make: Any) -> None:
    """The bytes were made before that blur: they do not leave, and the blur is still there to be seen."""
    photo = store.photos.add(make(Photo), b"original")
    accepted = store.photos.shot(photo.id).drawn
    store.photos.draw(photo.id, "[1]")
    with pytest.raises(StoreError, match="drawn on while"):
        store.photos.check(photo.id, make.picture(), drawn=accepted)
    assert store.photos.shot(photo.id).drawn == "[1]"
    assert store.photos.original(photo.id) == b"original"
    assert store.outbox.outgoing(10) == []


def test_a_photo_thrown_away_while_it_waits_to_be_kept_stays_away(store: Store, make: Any) -> None:
    photo = store.photos.add(make(Photo), b"original")
    store.photos.delete(photo.id)
    with pytest.raises(StoreError, match="thrown away"):
        store.photos.check(photo.id, make.picture())
    assert _files(store) == {}
