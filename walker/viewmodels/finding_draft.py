"""What reports and spaces have in common while they are filled in: a draft on disk, a place, photos, a voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import codec, times
from sync.protocol.ids import new_id
from sync.protocol.records import Position, Report
from walker.domain.findings import bring_back, complete, put_as_before, remove_taken
from walker.viewmodels.draft_photos import DraftPhotos
from walker.viewmodels.draft_place import PlacedDraft
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told
from walker.viewmodels.voice_notes import VoiceNotes

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

MARKED = "marked"  # in a draft: the place was marked on purpose, so it stays without a word
TYPING_MS = 400  # words are kept on disk at most this long after they were typed; every tap at once


@QmlElement
class FindingDraft(PlacedDraft):
    """`fields` are the record's, as plain JSON, kept in the store's drafts at every change."""

    changed = Signal()
    photosChanged = Signal()
    saved = Signal(str, str, str)  # kind, id, label
    left = Signal()
    offered = Signal(str, str, object, object)  # kind, label, how to take it back, what to do when nobody does
    reopened = Signal(str, str)  # kind, id: what was taken back is on screen again

    record: type[Any] = Report

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.walk_id: str | None = None
        self._photos = DraftPhotos(tablet, self)
        self._photos.changed.connect(self.photosChanged)
        self._voice = VoiceNotes(tablet, self)
        self._closing = False
        self._before: Any = None  # the record as it was when it was opened to be completed
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.keep)
        tablet.wordsChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def editing(self) -> bool:
        """Of a record that exists, rather than a new one."""
        return not self.is_new

    @Property(RowListModel, constant=True)
    def photos(self) -> RowListModel:
        return self._photos.rows

    @Property(str, notify=photosChanged)
    def recordId(self) -> str:
        """What its photos are about."""
        return self.id

    @Property(bool, notify=photosChanged)
    def photoKnowsPlace(self) -> bool:
        """Whether the last picture says where it was taken, and that is not the place of the finding."""
        written = self._photos.written
        return written is not None and written.position != self.position()

    @Property(VoiceNotes, constant=True)
    def voice(self) -> VoiceNotes:
        return self._voice

    @Property(str, notify=changed)
    def text(self) -> str:
        return str(self.fields.get("text", ""))

    @Slot(str)
    def write(self, text: str) -> None:
        """Words about the place."""
        self.fields["text"] = text
        self._typing.start()

    @Slot()
    @told
    def takePhotoPlace(self) -> None:
        """Where and when the picture says that it was taken."""
        written = self._photos.written
        if written is not None:
            self.set_position(written.position)
            self.fields["observed_at"] = written.taken_at or self.fields.get("observed_at")
            self.keep()
            self.photosChanged.emit()

    @Slot()
    def leave(self) -> None:
        """Back: a new finding stays as a draft, an empty one goes; what was changed in a saved one is saved."""
        self.close()
        self.left.emit()

    @Slot()
    def throwAway(self) -> None:
        """The person wants none of it; kept aside until something else is recorded; after a kill it is back."""
        self._voice.stop()
        self._throw_away()
        self._close()
        self.left.emit()

    @Slot()
    @told
    def remove(self) -> None:
        """The saved finding is not wanted: marked as deleted, so that a server learns it; it can be undone."""
        removed, label = self.id, self.title()
        self._typing.stop()
        self._voice.stop()
        with self.tablet.store.transaction():
            self.tablet.store.records.delete(removed)
            self.tablet.store.drafts.drop(removed)
        self._close()
        self.offered.emit("removed", label, lambda: self._restore(removed), lambda: self._drop(removed, True))
        self.left.emit()
        self.tablet.recordsChanged.emit()

    def close(self) -> None:
        """The same when the window closes: the words just typed are on disk when this returns."""
        if self.id:
            self._typing.stop()
            self._voice.stop()
            self._put_away()
            self._close()

    def open_new(self, walk_id: str | None, place: Position | None, fields: Mapping[str, Any]) -> None:
        """A new draft, on disk at once with its place and time."""
        self.id, self.walk_id, self.is_new = new_id(), walk_id, True
        self._before = None
        self.fields = {**fields, "observed_at": times.format_time(self.tablet.clock())}
        self.set_position(place)
        self._open()
        self.keep()

    def open_draft(self, draft_id: str) -> bool:
        """A draft that was left; false when it is gone."""
        draft = next((one for one in self.tablet.store.drafts.all(self.record) if one.id == draft_id), None)
        if draft is None:
            return False
        self.id, self.walk_id = draft.id, draft.walk_id
        self._before = self.tablet.store.records.find(draft_id)
        self.is_new = self._before is None
        self.fields = dict(draft.body)
        self._open()
        return True

    def open_record(self, record_id: str) -> bool:
        """A record of this tablet, to be completed."""
        record = self.tablet.store.records.find(record_id)
        if not isinstance(record, self.record) or record.deleted_at is not None:
            return False
        self.id, self.walk_id, self.is_new = record.id, record.walk_id, False
        self._before = record
        self.fields = {name: value for name, value in codec.to_json(record).items() if name in self.names}
        self._open()
        return True

    def photosTaken(self) -> None:
        """The camera's page took photos of this finding, or brought some from files."""
        self._photos.show()
        self._take_written_place()

    @Slot()
    @told
    def _take_written_place(self) -> None:
        """A finding that has no place yet lies where its photo was taken."""
        if self.is_new and self.position() is None:
            self.takePhotoPlace()

    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        raise NotImplementedError

    def save_record(self, kind: str, label: str, fields: Mapping[str, Any]) -> None:
        """The draft becomes a record, or the record gets what was changed."""
        self._typing.stop()
        self._voice.stop()
        before = self._before
        record = complete(
            self.tablet.store,
            self.tablet.clock,
            self.record,
            draft_id=self.id,
            walk_id=self.walk_id,
            fields=fields,
        )
        self._close()
        if before is None:
            self.saved.emit(kind, record.id, label)
        else:
            self.offered.emit("edited", label, lambda: self._as_before(before), _nothing)
            if not self._closing:
                self.left.emit()
        self.tablet.recordsChanged.emit()

    @Slot()
    def save(self) -> None:
        """The form is done: `save_record` with what it says."""
        raise NotImplementedError

    def choose(self, name: str, value: Any) -> None:
        """A tap: on disk when this returns. The same answer again takes it back."""
        self.fields[name] = None if self.fields.get(name) == value else value
        self.keep()
        self.changed.emit()

    def toggle(self, name: str, code: str) -> None:
        """One of several answers."""
        held = list(self.fields.get(name) or ())
        self.fields[name] = [one for one in held if one != code] if code in held else [*held, code]
        self.keep()
        self.changed.emit()

    def put(self, fields: Mapping[str, Any]) -> None:
        """What another page found out for this form: on disk when this returns."""
        self.fields.update(fields)
        self.keep()
        self.placed.emit()
        self.changed.emit()

    def opened(self) -> None:
        """Something else is shown now."""

    def _open(self) -> None:
        self.tablet.locator.watch(True)
        self.opened()
        self._photos.open(self.id)
        self._voice.open(self.id, self.walk_id)
        self.photosChanged.emit()
        self.look_around()
        self.changed.emit()

    def _close(self) -> None:
        if not self.id:
            return
        self.tablet.locator.watch(False)
        self._voice.close()
        self.id = ""

    @told
    def _put_away(self) -> None:
        with self.tablet.store.transaction():  # a photo that is being kept now comes before, or finds no form
            self._settle()
        self.tablet.recordsChanged.emit()

    def _settle(self) -> None:
        if not self.is_new:
            if self.has_changed():  # each tap was said to be kept
                self._closing = True
                self.save()
                self._closing = False
            else:
                self.tablet.store.drafts.drop(self.id)
        elif self._says_nothing():
            self.tablet.store.drafts.drop(self.id)
        else:
            self.keep()

    @told
    def _throw_away(self) -> None:
        self._typing.stop()
        if self._says_nothing() or not (self.is_new or self.has_changed()):
            self.tablet.store.drafts.drop(self.id)
        else:
            self.keep()
            thrown, is_new = self.id, self.is_new
            self.tablet.store.drafts.set_aside(thrown)
            self.offered.emit(
                "thrown", self.title(), lambda: self._bring_back(thrown), lambda: self._drop(thrown, is_new)
            )
        self.tablet.recordsChanged.emit()

    def _says_nothing(self) -> bool:
        if not self.is_new or not self.is_empty() or self.fields.get(MARKED):
            return False
        self._photos.show()  # one may be on disk that nobody was told of yet
        return self._photos.is_empty and self._voice.is_empty

    def has_changed(self) -> bool:
        """Whether something else is said than the record says."""
        if self._before is None:
            return True
        held = codec.to_json(self._before)
        return any(self.fields.get(name, held.get(name)) != held.get(name) for name in self.names)

    def title(self) -> str:
        """What it is, in a word."""
        return ""

    def page(self) -> str:
        """The kind under which App.complete opens it again."""
        return "report" if self.record is Report else "space"

    def _bring_back(self, draft_id: str) -> None:
        self.tablet.store.drafts.bring_back(draft_id)
        self.tablet.recordsChanged.emit()
        self.reopened.emit(self.page(), draft_id)

    def _drop(self, draft_id: str, with_what_was_taken: bool) -> None:
        """For good: with what was taken for it."""
        if with_what_was_taken:
            remove_taken(self.tablet.store, draft_id)
        self.tablet.store.drafts.drop(draft_id)

    def _restore(self, record_id: str) -> None:
        bring_back(self.tablet.store, record_id)
        self.tablet.recordsChanged.emit()

    def _as_before(self, before: Any) -> None:
        """The record says again what it said before it was opened."""
        put_as_before(self.tablet.store, before)
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def keep(self) -> None:
        if self.id:
            self.tablet.store.drafts.keep(self.id, self.record, self.walk_id, self.fields)


def _nothing() -> None:
    """Nobody took it back, and nothing is left to do."""
