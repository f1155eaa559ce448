"""Flipped bits: named or mended, never shown, never sent, never in a backup; SQLite's own check sees few of them."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Photo, Record, Report, TerritoryView
from walker.errors import StoreError
from walker.store import Store, open_store
from walker.store.database import FILE_NAME

EPOCH = "01a20000-0000-7000-8000-000000000001"
FLIPS = 150


def column(store: Store, record_id: str, name: str, value: object) -> None:
    with store.database.write():
        store.database.execute(f"UPDATE records SET {name} = ? WHERE id = ?", (value, record_id))


def acknowledged(store: Store, make: Any, **fields: Any) -> Report:
    report: Report = store.records.save(make(Report, **fields))
    (sent,) = store.outbox.outgoing(1)
    store.outbox.note_sending([sent])
    store.outbox.acknowledge(sent.id, sent.revision, sent.hash)
    return report


def pulled(record: Record, seq: int = 1) -> PulledRecord:
    body = codec.encode(record)
    return PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body), body=body.decode())


def test_a_sound_store_has_nothing_to_mend(store: Store, make: Any) -> None:
    acknowledged(store, make)
    store.photos.add(make(Photo), b"a face")
    before = store.database.query("SELECT * FROM records")
    assert store.integrity.check() == []
    assert store.database.query("SELECT * FROM records") == before
    assert store.outbox.backlog().refused == ()


def test_bytes_that_changed_are_kept_aside_and_come_again_from_the_server(store: Store, make: Any) -> None:
    report = acknowledged(store, make, text="lampadaire")
    body = codec.encode(report)
    column(store, report.id, "body", body.replace(b"lampadaire", b"lampadairf"))
    assert store.integrity.check() == [report.id]
    assert [line.code for line in store.outbox.backlog().refused] == ["damaged_record"]
    assert store.integrity.wanted() == [report.id]
    other = make(Report, id=report.id, text="autre")
    assert store.integrity.mend([pulled(other)]) == 0, "another version never takes its place"
    assert store.integrity.mend([pulled(report)]) == 1
    assert store.records.get(report.id) == report
    assert (store.outbox.backlog().refused, store.integrity.wanted(), store.integrity.check()) == ((), [], [])


def test_what_no_server_ever_had_is_not_asked_for(store: Store, make: Any) -> None:
    report = store.records.save(make(Report, text="lampadaire"))
    column(store, report.id, "body", b"{}")
    assert store.integrity.check() == [report.id]
    assert store.integrity.wanted() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("hash", "0" * 64), ("kind", "stop"), ("walk_id", "x"), ("writer", "x"), ("revision", 7)),
        *(("held", "unchecked_photo"), ("deleted_at", "2026-10-15T17:00:00.000Z"), ("created_at", "x"), ("id", "x")),
    ],
)
def test_what_stands_beside_the_bytes_is_put_right_from_them(store: Store, make: Any, name: str, value: object) -> None:
    report = acknowledged(store, make)
    right = store.database.query(f"SELECT {name} FROM records")
    column(store, report.id, name, value)
    store.integrity.check()
    assert store.database.query(f"SELECT {name} FROM records") == right
    assert store.records.all(Report) == [report]


def test_a_receipt_that_is_of_no_bytes_here_is_none(store: Store, make: Any) -> None:
    """A flipped count must not make a record look sent."""
    report = store.records.save(make(Report))
    column(store, report.id, "pushed_revision", 1)
    assert store.outbox.outgoing(10) == []
    store.integrity.check()
    assert [record.id for record in store.outbox.outgoing(10)] == [report.id]


def test_a_damaged_copy_comes_again(store: Store, make: Any) -> None:
    view = make(TerritoryView, code="x", kind="qpv", name="X")
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=(pulled(view),)))
    with store.database.write():
        store.database.execute("UPDATE copies SET body = x'7b7d'")
    assert store.integrity.check() == store.integrity.wanted() == [view.id]
    store.integrity.mend([pulled(view)])
    assert store.copies.all(TerritoryView) == [view]
    assert store.integrity.wanted() == []


def test_a_damaged_row_is_never_called_a_backup(store: Store, make: Any) -> None:
    """Issue 4, performance §4: a bad page never reaches a backup."""
    report = store.records.save(make(Report, text="lampadaire"))
    assert store.database.backup(store.folder / "backups" / "walker-v6-a.db").name == "walker-v6-a.db"
    column(store, report.id, "body", codec.encode(report).replace(b"lampadaire", b"lampadairf"))
    assert store.database.backup(store.folder / "backups" / "walker-v6-b.db").name == "walker-v6-b.db.damaged"
    assert not (store.folder / "backups" / "walker-v6-b.db").exists()
    with pytest.raises(StoreError, match="not whole"):
        store.erasing.copy_whole(store.folder.parent / "stick")
    assert not store.erasing.is_copied()


def seen(folder: Path) -> dict[str, Record] | None:
    """What a tablet shows of this folder after its check; None when it refuses the file."""
    try:
        with open_store(folder) as store:
            store.integrity.check()
            shown = {record.id: record for record in store.records.all(Report, with_deleted=True)}
            sent = {record.id: record.hash for record in store.outbox.outgoing(500)}
            named = {line.id for line in store.outbox.backlog().refused}
            # What waited still waits, or is named: nothing is quietly taken for sent.
            assert set(shown) == set(sent), "shown and not to be sent"
            assert len(shown) + len(named) >= 40, "neither shown nor named"
            return shown  # type: ignore[return-value]
    except StoreError as fault:
        assert fault.code in ("database_damaged", "foreign_database", "not_a_database", "database_too_new"), fault
        return None


def test_flipped_bits_of_the_file_are_noticed_and_never_shown_as_what_was_saved(tmp_path: Path, make: Any) -> None:
    """One bit in turn. The control: without a hash for each row some change what is read, unseen by SQLite's check."""
    with open_store(tmp_path / "data") as store:
        saved = {
            report.id: report
            for report in store.records.save_all([make(Report, text=f"Constat {n}") for n in range(40)])
        }
        (tmp_path / "folder").mkdir()
        store.database.empty_journal()
        whole = (tmp_path / "data" / FILE_NAME).read_bytes()
    dice = random.Random(20261124)
    refused = unnoticed_by_sqlite = 0
    begin = whole.index(b'"text":"Constat')  # where the records lie
    for _ in range(FLIPS):
        at = dice.randrange(begin - 20_000, min(len(whole), begin + 40_000))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << dice.randrange(8)
        path = tmp_path / "folder" / FILE_NAME
        for old in (tmp_path / "folder").glob("*"):
            old.unlink() if old.is_file() else None
        path.write_bytes(flipped)
        if _sqlite_alone_reads_other_values(path, whole, tmp_path):
            unnoticed_by_sqlite += 1
        for old in (tmp_path / "folder").glob("*-*"):
            old.unlink()
        path.write_bytes(flipped)
        shown = seen(tmp_path / "folder")
        if shown is None:
            refused += 1
            continue
        assert all(record == saved[record_id] for record_id, record in shown.items()), at
    assert unnoticed_by_sqlite > 10, "the control must fail"


def _sqlite_alone_reads_other_values(path: Path, whole: bytes, tmp_path: Path) -> bool:
    """Whether SQLite finds the file sound and reads from it what was never saved."""
    original = tmp_path / "original.db"
    if not original.exists():
        original.write_bytes(whole)
    rows = []
    for file in (original, path):
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.text_factory = bytes  # a flipped text may be no UTF-8 any more
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != b"ok":
                return False
            rows.append(connection.execute("SELECT * FROM records ORDER BY ordinal").fetchall())
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # the damaged text may stand in its own words
            return False
        finally:
            connection.close()
    return rows[0] != rows[1]
