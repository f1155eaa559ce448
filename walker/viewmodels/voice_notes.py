"""Spoken words beside a finding: recorded, played back, and kept for the office once their author has listened.

The sound is on disk as it comes; nothing of it leaves the tablet before it was heard to its end, or its author says
« I know what it says ».
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import Report, SpaceCandidate, VoiceNote
from walker.device.microphone import LOST, Microphone, Player
from walker.errors import StoreError
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.store.voices import Recording

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SECONDS = 60
SYNC_MS = 1000  # a flat battery costs at most this much of what was said
BARS = 12
_LOUD = 12_000  # a voice near the tablet; 32767 is the loudest there is


@QmlElement
class VoiceNotes(QObject):
    """Of one finding, or (about "") all that nobody has listened to yet."""

    changed = Signal()
    heard = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.microphone: Microphone | None = None
        self.player: Player | None = None
        self._about: str | None = ""  # of nothing
        self._walk_id: str | None = None
        self._recording: Recording | None = None
        self._starting = False
        self._playing = self._fault = ""
        self._heard: set[str] = set()  # to their end, on this page
        self._levels: list[int] = []
        self._notes = RowListModel(("noteId", "seconds", "standing", "what", "heard"), self)
        self._bars = RowListModel(("level",), self)
        self._syncing = QTimer(self, interval=SYNC_MS)
        self._syncing.timeout.connect(self._sync)

    @Property(RowListModel, constant=True)
    def notes(self) -> RowListModel:
        """`standing`: held (nobody listened yet) or checked."""
        return self._notes

    @Property(RowListModel, constant=True)
    def bars(self) -> RowListModel:
        """How loud it was lately, in percent."""
        return self._bars

    @Property(bool, notify=changed)
    def recording(self) -> bool:
        return self._recording is not None or self._starting

    @Property(int, notify=heard)
    def seconds(self) -> int:
        return int(self._recording.seconds) if self._recording is not None else 0

    @Property(int, constant=True)
    def mostSeconds(self) -> int:
        return MOST_SECONDS

    @Property(str, notify=changed)
    def playing(self) -> str:
        """The note that is heard now; empty: none."""
        return self._playing

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why nothing was recorded; a code."""
        return self._fault

    def open(self, about: str | None, walk_id: str | None) -> None:
        """Of this finding from now on; None: every note that waits."""
        self._about, self._walk_id, self._fault = about, walk_id, ""
        self._show()

    def hush(self) -> None:
        """Neither listens nor sounds; what was said so far stays."""
        self.stop()
        self._hush()

    def close(self) -> None:
        """The page goes."""
        if self._about == "":
            return
        self.hush()
        self._about = ""
        self._notes.show([])
        self.changed.emit()

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """Notes that nobody has listened to."""
        return sum(1 for row in self._notes.rows if row["standing"] == "held")

    @property
    def is_empty(self) -> bool:
        return not self._notes.rows

    @Slot()
    def record(self) -> None:
        """Speak now; said again, it stops."""
        if self._starting or self._recording is not None:
            self.stop()
            return
        self._hush()
        self._fault, self._starting = "", True
        if self.microphone is None:
            from walker.device.qt_microphone import QtMicrophone

            self.microphone = QtMicrophone(self)
        self.changed.emit()
        self.microphone.start(self._begin, self._hear, self._fail)

    @Slot()
    @told
    def stop(self) -> None:
        """That is all; on disk when this returns."""
        if self.microphone is not None:
            self.microphone.stop()  # it may still give the last word
        recording, self._recording = self._recording, None
        self._starting = False
        self._syncing.stop()
        if recording is not None:
            self.tablet.store.voices.finish(recording)
            self._show()
            self.tablet.recordsChanged.emit()
        self.changed.emit()
        self.heard.emit()

    @Slot(str)
    @told
    def play(self, note_id: str) -> None:
        """Listen to it; said again, it is silent."""
        if self._playing == note_id:
            self._hush()
            return
        note = self.tablet.store.records.find(note_id)
        if not isinstance(note, VoiceNote):
            return
        self._hush()
        if self.player is None:
            from walker.device.qt_microphone import QtPlayer

            self.player = QtPlayer(self)
        self._playing = note_id
        self.changed.emit()
        self.player.play(str(self.tablet.store.voices.sound(note)), self._silent)

    @Slot(str)
    def accept(self, note_id: str) -> None:
        """It was heard to its end, and may be sent; otherwise only on its author's word."""
        if note_id in self._heard:
            self.vouch(note_id)

    @Slot(str)
    @told
    def vouch(self, note_id: str) -> None:
        """« I know what it says »: it may be sent unheard."""
        self._hush()
        self.tablet.store.voices.check(note_id)
        self._show()
        self.tablet.recordsChanged.emit()

    @Slot(str)
    @told
    def remove(self, note_id: str) -> None:
        self._hush()
        self.tablet.store.voices.delete(note_id)
        self._show()
        self.tablet.recordsChanged.emit()

    @told
    def _begin(self) -> None:
        """The microphone runs: from its first sound on everything is kept."""
        assert self.microphone is not None
        self._starting = False
        now = times.format_time(self.tablet.clock())
        note = VoiceNote(
            id=new_id(), writer="", created_at=now, updated_at=now, walk_id=self._walk_id, about=self._about or None
        )
        try:
            self._recording = self.tablet.store.voices.begin(note, self.microphone.rate)
        except StoreError:
            self.microphone.stop()
            self.changed.emit()
            raise
        self._levels = [0] * BARS
        self._syncing.start()
        self.changed.emit()

    def _hear(self, sound: bytes) -> None:
        recording = self._recording
        if recording is None:
            return
        left = (MOST_SECONDS * recording.rate - recording.size // 2) * 2
        try:
            recording.append(sound[:left])
        except StoreError as fault:
            self.tablet.tell(fault)
            self.stop()
            return
        self._levels = [*self._levels[1:], _level(sound)]
        self._bars.show([{"level": level} for level in self._levels])
        self.heard.emit()
        if len(sound) >= left:
            self.stop()

    def _fail(self, code: str) -> None:
        """What was said before a microphone was lost stays."""
        self._fault = "" if code == LOST and self._recording is not None else code
        self.stop()

    @Slot()
    def _sync(self) -> None:
        if self._recording is not None:
            self.tablet.pictures.run(self._recording.sync, _nothing, self.tablet.tell)

    def _hush(self) -> None:
        if self._playing and self.player is not None:
            self.player.stop()

    def _silent(self, whole: bool) -> None:
        if whole:
            self._heard.add(self._playing)
        self._playing = ""
        self._show()

    def _show(self) -> None:
        if self._about == "":
            return
        notes = self.tablet.store.records.all(VoiceNote)
        if self._about is None:
            shown = [note for note in notes if note.sha256 is None]
        else:
            shown = [note for note in notes if note.about == self._about]
        self._notes.show([self._row(note) for note in shown])
        self.changed.emit()

    def _row(self, note: VoiceNote) -> Row:
        return {
            "noteId": note.id,
            "seconds": note.seconds,
            "standing": "held" if note.sha256 is None else "checked",
            "what": self._what(note) if self._about is None else "",
            "heard": note.id in self._heard,
        }

    def _what(self, note: VoiceNote) -> str:
        about = self.tablet.store.records.find(note.about) if note.about else None
        if isinstance(about, Report):
            return self.tablet.label("categories", about.category)
        return self.tablet.label("space_kinds", about.kind) if isinstance(about, SpaceCandidate) else ""


def _nothing(_: object) -> None:
    """Nobody waits for it."""


def _level(sound: bytes) -> int:
    """The loudest of a few samples, in percent of a voice near the tablet."""
    step = max(2, len(sound) // 64 // 2 * 2)
    peaks = [abs(struct.unpack_from("<h", sound, at)[0]) for at in range(0, len(sound) - 1, step)]
    return min(100, max(peaks, default=0) * 100 // _LOUD)
