"""A form that is being filled in when the tablet dies: what was tapped, photographed and said is there again.

Every few write points here; GUP_KILL_EVERY=1 makes it all of them.
"""

from __future__ import annotations

import subprocess
import sys
import wave
from io import BytesIO
from pathlib import Path

import pytest

from sync.protocol.records import Photo, Report, VoiceNote
from tests.walker.store.form_filler import SHOT
from tests.walker.store.test_kill import CALLS, EVERY, _write_points
from walker.store import open_store

FILLER = Path(__file__).parent / "form_filler.py"


def _run(strace: str, folder: Path, log: Path, *inject: str) -> list[str]:
    """What the filler promised before it ended."""
    traced = [strace, "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *inject]
    done = subprocess.run(
        [*traced, sys.executable, str(FILLER), str(folder)], capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def _lost(folder: Path, promised: list[str]) -> list[str]:
    """Promises that the folder does not hold."""
    said = dict(line.partition(" ")[::2] for line in promised)
    if "draft" not in said:
        return []
    with open_store(folder) as store:
        found = [*store.database.integrity(), *store.records.damaged(), *store.photos.missing()]
        drafts = store.drafts.all(Report)
        if not [draft for draft in drafts if draft.id == said["draft"]]:
            return [*found, "the draft"]
        body = drafts[0].body
        found += [
            way for word, _, way in (line.partition(" ") for line in promised) if word == "said" and way not in body
        ]
        if "photo" in said and store.photos.original(said["photo"]) != SHOT:
            found.append("the photo")
        notes = store.records.all(VoiceNote)
        if "spoken" in said:
            seconds = int(said["spoken"])
            with wave.open(BytesIO(store.voices.sound(notes[0]).read_bytes())) as sound:
                if sound.getnframes() < seconds * 16_000 or notes[0].seconds < seconds:
                    found.append(f"words of second {seconds}")
        if "accepted" in said and notes[0].sha256 is None:
            found.append("that the note was accepted")
        found += [f"{photo.id} without its draft" for photo in store.records.all(Photo) if photo.about != said["draft"]]
    return found


@pytest.mark.timeout(300)
def test_a_form_being_filled_in_survives_a_kill_at_any_write(strace: str, disk_path: Path) -> None:
    whole = _run(strace, disk_path / "whole", disk_path / "log")
    assert [line.partition(" ")[0] for line in whole] == [
        *("open", "draft", "photo", "said", "said", "said", "spoken", "spoken", "spoken", "voice", "accepted"),
    ]
    assert _lost(disk_path / "whole", whole) == []
    points = _write_points(disk_path / "log")
    found = []
    for call in CALLS:
        for number in range(1 + points[call] % EVERY // 2, points[call] + 1, EVERY):
            folder = disk_path / f"{call}-{number}"
            promised = _run(strace, folder, disk_path / "log", "-e", f"inject={call}:signal=SIGKILL:when={number}")
            found += [f"{call} {number}: {line}" for line in _lost(folder, promised)]
    assert found == []
