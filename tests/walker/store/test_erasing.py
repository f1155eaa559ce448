"""A tablet is erased only when all of it is somewhere else; a whole copy can be opened again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.records import ExploratoryWalk, Photo, Report
from walker.errors import StoreError
from walker.store import Store, open_store


def _filled(store: Store, make: Any) -> Report:
    store.records.save(make(ExploratoryWalk, title="Marche"))
    report: Report = store.records.save(make(Report, text="Lampadaire éteint"))
    store.photos.add(make(Photo, about=report.id), b"original")
    store.drafts.keep(make(Report).id, Report, None, {"text": "à moitié"})
    return report


def test_what_is_on_no_server_is_not_erased(store: Store, make: Any) -> None:
    """S-215: never by accident, and never what is unsent."""
    report = _filled(store, make)
    unsent = store.erasing.unsent()
    assert (unsent.records, unsent.drafts) == (3, 1)
    with pytest.raises(StoreError, match="no server and in no copy"):
        store.erasing.everything()
    assert store.records.find(report.id) == report


def test_a_whole_copy_opens_as_a_tablet_and_then_this_one_may_be_erased(
    store: Store, make: Any, tmp_path: Path
) -> None:
    report = _filled(store, make)
    copy = store.erasing.copy_whole(tmp_path / "stick")
    assert store.erasing.is_copied()
    store.settings.set("language", "en")
    store.erasing.everything()
    assert store.records.all(Report) == [] and store.drafts.all() == []
    assert [file for name in ("media", "private") for file in (store.folder / name).glob("*")] == []
    assert b"Lampadaire" not in store.database.path.read_bytes()
    assert store.settings.get("language") == "en"
    assert store.identity.device_id()
    assert not (copy / "device_key").exists()
    with open_store(copy, writable=False) as copied:
        assert copied.records.find(report.id) == report
        assert len(copied.drafts.all()) == 1
        (photo,) = copied.records.all(Photo)
        assert copied.photos.original(photo.id) == b"original"


def test_a_copy_no_longer_counts_once_something_was_saved_after_it(store: Store, make: Any, tmp_path: Path) -> None:
    _filled(store, make)
    store.erasing.copy_whole(tmp_path / "stick")
    store.drafts.keep(make(Report).id, Report, None, {"text": "après"})
    assert not store.erasing.is_copied()
    with pytest.raises(StoreError, match="no server"):
        store.erasing.everything()


def test_a_copy_never_overwrites_an_earlier_one(store: Store, make: Any, tmp_path: Path) -> None:
    _filled(store, make)
    first, second = (store.erasing.copy_whole(tmp_path / "stick") for _ in range(2))
    assert first != second
    assert first.exists()


def test_a_tablet_that_sent_everything_may_be_erased_and_records_again(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    (item,) = store.outbox.outgoing(10)
    store.outbox.acknowledge(item.id, item.revision, item.hash)
    assert not store.erasing.unsent()
    store.erasing.everything()
    assert store.records.find(report.id) is None
    again = store.records.save(make(Report))
    assert store.outbox.unsent() == [again.id]
    assert store.database.integrity() == []


def test_what_another_group_locked_is_neither_copied_nor_erased_before_it_was_sent(
    store: Store, make: Any, tmp_path: Path
) -> None:
    _filled(store, make)
    store.locks.hand_back("2468")
    assert store.erasing.unsent().locked == 3
    with pytest.raises(StoreError, match="another group"):
        store.erasing.copy_whole(tmp_path / "stick")
    with pytest.raises(StoreError, match="no server"):
        store.erasing.everything()


def test_a_ballot_after_the_copy_is_not_lost_with_it(store: Store, make: Any, tmp_path: Path) -> None:
    """A tally is added to in place, with the revision it had: the copy lacks it all the same."""
    walk = store.records.save(make(ExploratoryWalk))
    report = store.records.save(make(Report))
    store.votes.begin(walk.id, [report.id], ["women"])
    store.erasing.copy_whole(tmp_path / "stick")
    store.votes.hand_in(walk.id, "women", {report.id: 2})
    assert not store.erasing.is_copied()
    with pytest.raises(StoreError, match="no server"):
        store.erasing.everything()


def test_a_copy_inside_the_data_folder_is_refused_since_it_would_be_erased_too(store: Store, make: Any) -> None:
    _filled(store, make)
    for folder in (store.folder, store.folder / "private", store.folder / "media" / ".." / "copies"):
        with pytest.raises(StoreError, match="inside the data folder"):
            store.erasing.copy_whole(folder)
    assert not store.erasing.is_copied()


def test_whom_to_call_and_the_votes_go_with_the_walks(store: Store, make: Any, tmp_path: Path) -> None:
    walk = store.records.save(make(ExploratoryWalk))
    store.votes.begin(walk.id, [make(Report).id], ["women"])
    store.settings.set("leader_contact_name", "Samia Benali")
    store.settings.set("pause", "{}")
    store.settings.set("theme", "night")
    store.erasing.copy_whole(tmp_path / "stick")
    store.erasing.everything()
    kept = {row["name"] for row in store.database.query("SELECT name FROM settings")}
    assert "theme" in kept
    assert not [name for name in kept if name.startswith(("poll", "leader", "pause"))]
    assert b"Samia" not in store.database.path.read_bytes()


def test_whom_a_locked_group_called_goes_too_once_all_of_it_was_sent(store: Store, make: Any) -> None:
    """Its code has nothing left to protect; the number of its leader is no setting of the tablet."""
    store.records.save(make(Report))
    store.settings.set("leader_contact_number", "06 11 22 33 44")
    store.locks.hand_back("2468")
    (item,) = store.outbox.outgoing(10)
    store.outbox.acknowledge(item.id, item.revision, item.hash)
    store.erasing.everything()
    assert store.locks.closed() == []
    assert b"06 11 22 33 44" not in store.database.path.read_bytes()


def test_a_copy_is_on_the_stick_before_it_counts(
    store: Store, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick is pulled out right after « Copié »; then the tablet is erased."""
    _filled(store, make)
    synced: set[int] = set()
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        assert not store.erasing.is_copied()
        synced.add(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    copy = store.erasing.copy_whole(tmp_path / "stick")
    copied = [copy, *copy.rglob("*")]
    assert len(copied) > 3
    assert [path.name for path in copied if path.stat().st_ino not in synced] == []
