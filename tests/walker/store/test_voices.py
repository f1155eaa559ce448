"""A voice note on disk: whole after a kill, gone when nobody wants it."""

from __future__ import annotations

import wave
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.records import VoiceNote
from walker.errors import StoreError
from walker.store import Store, open_store

SECOND = b"\x10\x20" * 16_000


def frames(path: Path) -> int:
    with wave.open(BytesIO(path.read_bytes())) as sound:
        return sound.getnframes()


def test_a_recording_cut_off_is_mended_at_the_next_start(tmp_path: Path, make: Any) -> None:
    with open_store(tmp_path / "data") as store:
        recording = store.voices.begin(make(VoiceNote, about=None), 16_000)
        recording.append(SECOND)
        recording.append(SECOND[:16_001])  # the battery went off in the middle of a sample
        recording._file.close()
    with open_store(tmp_path / "data") as store:
        (note,) = store.records.all(VoiceNote)
        assert note.seconds == 2
        assert frames(store.voices.sound(note)) == 24_000
        assert [one.id for one in store.voices.held()] == [note.id]


def test_a_recording_without_a_sound_goes_at_the_next_start(tmp_path: Path, make: Any) -> None:
    with open_store(tmp_path / "data") as store:
        store.voices.begin(make(VoiceNote), 16_000)._file.close()
    with open_store(tmp_path / "data") as store:
        assert store.records.all(VoiceNote) == []
        assert list(store.voices.folder.iterdir()) == []


def test_a_kill_between_the_final_bytes_and_the_private_file_s_end_leaves_one_of_them(store: Store, make: Any) -> None:
    recording = store.voices.begin(make(VoiceNote), 16_000)
    recording.append(SECOND)
    note = store.voices.finish(recording)
    assert note is not None
    private = store.voices.sound(note)
    content = private.read_bytes()
    kept = store.voices.check(note.id)
    private.write_bytes(content)  # as a kill just before its removal leaves it
    store.voices.sweep()
    assert not private.exists()
    assert store.voices.sound(kept).read_bytes() == content
    assert store.voices.check(note.id) == kept


def test_an_erased_note_leaves_no_sound(store: Store, make: Any) -> None:
    recording = store.voices.begin(make(VoiceNote), 16_000)
    recording.append(SECOND)
    note = store.voices.finish(recording)
    assert note is not None
    store.outbox.remove_erased(note.id)
    assert list(store.voices.folder.iterdir()) == []


def test_a_disk_that_refuses_is_told_and_leaves_no_record(store: Store, make: Any) -> None:
    store.voices.folder.write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreError):
        store.voices.begin(make(VoiceNote), 16_000)
    assert store.records.all(VoiceNote) == []
