"""A process to be killed while a form is filled in: each tap, the photo and every second spoken, said once on disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sync.protocol.ids import new_id
from sync.protocol.records import Photo, Report, VoiceNote
from walker.store import open_store

MOMENT = "2026-10-15T17:00:00.000Z"
SHOT = b"private original " * 4000
SECOND = b"\x01\x02" * 16_000
WAYS = ("category", "urgency", "text")


def promise(words: str) -> None:
    """One write for each line: what was said before the kill was said whole."""
    os.write(1, f"{words}\n".encode())


def fill(folder: Path) -> None:
    with open_store(folder) as store:
        promise("open")
        draft_id = new_id()
        body: dict[str, str] = {"kind": "dysfunction"}
        store.drafts.keep(draft_id, Report, None, body)
        promise(f"draft {draft_id}")
        stamps = {"writer": "", "created_at": MOMENT, "updated_at": MOMENT}
        photo = store.photos.add(Photo(id=new_id(), about=draft_id, **stamps), SHOT, original_name="a.jpg")
        promise(f"photo {photo.id}")
        for way in WAYS:
            body[way] = way
            store.drafts.keep(draft_id, Report, None, body)
            promise(f"said {way}")
        recording = store.voices.begin(VoiceNote(id=new_id(), about=draft_id, **stamps), 16_000)
        for number in range(1, 4):
            recording.append(SECOND)
            recording.sync()
            promise(f"spoken {number}")
        note = store.voices.finish(recording)
        assert note is not None
        promise(f"voice {note.id}")
        store.voices.check(note.id)
        promise("accepted")


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
