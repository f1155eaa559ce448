"""The life of a voice note: private from its first second, whole after a kill, final once its author has listened.

The sound lies in voices/ under the id of its record, as plain WAV, so that no table can disagree with it and a
recording that was cut off by a flat battery is mended from its length alone.
"""

from __future__ import annotations

import dataclasses
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sync.durable import sync_folder
from sync.protocol import times
from sync.protocol.records import VoiceNote
from walker.errors import StoreError
from walker.store.database import StoreDatabase
from walker.store.files import disk_fault
from walker.store.media import Media
from walker.store.records import Records

VOICES = "voices"
HEADER = 44
BYTES_A_SAMPLE = 2


class Recording:
    """A note being spoken. `append` is cheap; what `sync` returned from survives a power cut."""

    def __init__(self, note_id: str, path: Path, rate: int) -> None:
        self.note_id = note_id
        self.path = path
        self.rate = rate
        self.size = 0
        self._file = path.open("r+b", buffering=0)
        self._file.seek(HEADER)

    @property
    def seconds(self) -> float:
        return self.size / BYTES_A_SAMPLE / self.rate

    def append(self, sound: bytes) -> None:
        """Mono samples of 16 bits. Raises StoreError; what came before stays."""
        try:
            self._file.write(sound)
        except OSError as fault:
            raise disk_fault(fault, self.path) from fault
        self.size += len(sound)

    def sync(self) -> None:
        """On disk when this returns. From any thread; nothing once it was closed."""
        if self._file.closed:
            return
        try:
            os.fsync(self._file.fileno())
        except ValueError:  # closed in between, and on disk by that
            return
        except OSError as fault:
            raise disk_fault(fault, self.path) from fault

    def close(self) -> None:
        """The header says how long it is; on disk when this returns."""
        if self._file.closed:
            return
        with self._file:
            try:
                self._file.seek(0)
                self._file.write(_header(self.rate, self.size))
            except OSError as fault:
                raise disk_fault(fault, self.path) from fault
            self.sync()


class Voices:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, records: Records, media: Media, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._records = records
        self._media = media
        self._clock = clock
        self.folder = database.folder / VOICES

    def begin(self, note: VoiceNote, rate: int) -> Recording:
        """The first sound may come: its file and its record, held, are on disk."""
        path = self._private(note.id)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, opened with its mode
                file.write(_header(rate, 0))
                file.flush()
                os.fsync(file.fileno())
            sync_folder(path.parent)
        except OSError as fault:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise disk_fault(fault, path) from fault
        self._records.save(note)
        return Recording(note.id, path, rate)

    def finish(self, recording: Recording) -> VoiceNote | None:
        """It was stopped: held until its author has listened. None when nothing was said: nothing stays."""
        recording.close()
        if recording.size == 0:
            self.delete(recording.note_id)
            return None
        seconds = max(1, round(recording.seconds))
        return self._records.change(recording.note_id, lambda note: dataclasses.replace(note, seconds=seconds))

    def check(self, note_id: str) -> VoiceNote:
        """Its author listened and wants it sent: final bytes get their name, the private file goes."""
        private = self._private(note_id)
        note = self._note(note_id)
        if note.sha256 is not None:
            return note
        try:
            content = private.read_bytes()
        except OSError as fault:
            raise disk_fault(fault, private) from fault
        sha256 = self._media.write(content)
        checked = dataclasses.replace(
            note, sha256=sha256, size=len(content), checked_at=times.format_time(self._clock())
        )
        with self._database.write():
            kept = self._records.save(checked)
            self._media.name(kept.id, kept.revision, [(sha256, len(content), False)])
        self._media.remove_files([private])
        return kept

    def delete(self, note_id: str) -> None:
        """Nobody wants it: the record is marked deleted, its sound is removed."""
        with self._database.write():
            self._records.delete(note_id)
            files = self._media.forget(note_id)
        self._media.remove_files([*files, *self.private_files(note_id)])

    def private_files(self, note_id: str) -> list[Path]:
        """The sound that has not been listened to, if there is one."""
        path = self._private(note_id)
        return [path] if path.exists() else []

    def sound(self, note: VoiceNote) -> Path:
        """The file to play."""
        return self._private(note.id) if note.sha256 is None else self._media.path(note.sha256)

    def held(self) -> list[VoiceNote]:
        """Those that wait until their author has listened."""
        return [note for note in self._records.all(VoiceNote) if note.sha256 is None]

    def sweep(self) -> None:
        """At the start: mend what a kill cut short, remove what it left over."""
        if not self.folder.is_dir():
            return
        for path in sorted(self.folder.iterdir()):
            note = self._records.find(path.stem)
            if not isinstance(note, VoiceNote):
                if path.stat().st_size <= HEADER:
                    self._media.remove_files([path])  # killed before its record: nothing was said yet
            elif note.deleted_at is not None or note.sha256 is not None:
                self._media.remove_files([path])
            elif note.seconds == 0:
                self.finish(_mended(path))

    def _note(self, note_id: str) -> VoiceNote:
        record = self._records.get(note_id)
        if not isinstance(record, VoiceNote):
            raise StoreError("unknown_record", f"record {note_id} is no voice note")
        return record

    def _private(self, note_id: str) -> Path:
        return self.folder / f"{note_id}.wav"


def _mended(path: Path) -> Recording:
    """A recording without its end: as long as its file is."""
    content = path.read_bytes()
    rate = struct.unpack_from("<I", content, 24)[0] if len(content) >= HEADER else 0
    recording = Recording(path.stem, path, rate or 16_000)
    recording.size = max(0, len(content) - HEADER) // BYTES_A_SAMPLE * BYTES_A_SAMPLE
    return recording


def _header(rate: int, size: int) -> bytes:
    """Of a WAV file of one channel."""
    per_second = rate * BYTES_A_SAMPLE
    return (
        struct.pack("<4sI4s", b"RIFF", HEADER - 8 + size, b"WAVE")
        + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, per_second, BYTES_A_SAMPLE, 8 * BYTES_A_SAMPLE)
        + struct.pack("<4sI", b"data", size)
    )
