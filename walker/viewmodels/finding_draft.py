"""What reports and spaces have in common while they are filled in: a draft on disk, a place, photos."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import codec, times
from sync.protocol.ids import new_id
from sync.protocol.records import Photo, Position, Report
from walker.domain.findings import complete
from walker.domain.units import DEGREES, position
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

TYPING_MS = 400  # words are kept on disk at most this long after they were typed; every tap at once


@QmlElement
class FindingDraft(QObject):
    """`fields` are the record's, as plain JSON, kept in the store's drafts at every change."""

    changed = Signal()
    placed = Signal()
    photosChanged = Signal()
    saved = Signal(str, str, str)  # kind, id, label
    left = Signal()

    record: type[Any] = Report
    names: frozenset[str] = frozenset()  # the fields of the record that this form holds

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.id = ""
        self.walk_id: str | None = None
        self.fields: dict[str, Any] = {}
        self.is_new = True
        self._photos = RowListModel(("photoId", "source", "standing"), self)
        self._photo_fault = ""
        self._arriving = 0  # pictures that are not on disk yet
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._keep)
        tablet.locator.moved.connect(self._on_moved)
        tablet.wordsChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def editing(self) -> bool:
        """Of a record that exists, rather than a new one."""
        return not self.is_new

    @Property(bool, notify=placed)
    def hasPlace(self) -> bool:
        return self._position() is not None

    @Property(float, notify=placed)
    def latitude(self) -> float:
        place = self._position()
        return math.nan if place is None else place.lat_e7 / DEGREES

    @Property(float, notify=placed)
    def longitude(self) -> float:
        place = self._position()
        return math.nan if place is None else place.lon_e7 / DEGREES

    @Property(float, notify=placed)
    def accuracyM(self) -> float:
        """NaN when it is not known."""
        place = self._position()
        return math.nan if place is None or place.accuracy_cm is None else place.accuracy_cm / 100

    @Property(str, notify=placed)
    def placeSource(self) -> str:
        place = self._position()
        return place.source if place else ""

    @Property(RowListModel, constant=True)
    def photos(self) -> RowListModel:
        return self._photos

    @Property(str, notify=photosChanged)
    def photoFault(self) -> str:
        """Why the last picture could not be taken; a code, empty when it was."""
        return self._photo_fault

    @Property(str, notify=changed)
    def text(self) -> str:
        return str(self.fields.get("text", ""))

    @Slot(str)
    def write(self, text: str) -> None:
        """Words about the place."""
        self.fields["text"] = text
        self._typing.start()

    @Slot(float, float)
    @told
    def moveTo(self, lat: float, lon: float) -> None:
        """The place, as a finger put it on the map."""
        self._set_position(position(lat, lon, source="map"))
        self._keep()

    @Slot(QUrl)
    @told
    def addPhoto(self, file: QUrl) -> None:
        """A picture from a file: its private copy is on disk before anything looks into it."""
        self.take_photo(Path(file.toLocalFile()))

    @Slot(str)
    @told
    def removePhoto(self, photo_id: str) -> None:
        self.tablet.store.photos.delete(photo_id)
        self._show_photos()
        self.tablet.recordsChanged.emit()

    @Slot()
    def leave(self) -> None:
        """Back without saving: what was filled in stays as a draft, an empty one goes."""
        self.close()
        self.left.emit()

    @Slot()
    def throwAway(self) -> None:
        """The person wants none of it."""
        self._throw_away()
        self._close()
        self.left.emit()

    def close(self) -> None:
        """The same when the window closes: the words just typed are on disk when this returns."""
        if self.id:
            self._typing.stop()
            self._put_away()
            self._close()

    def open_new(self, walk_id: str | None, place: Position | None, fields: Mapping[str, Any]) -> None:
        """A new draft, on disk at once with its place and time."""
        self.id, self.walk_id, self.is_new = new_id(), walk_id, True
        self.fields = {**fields, "observed_at": times.format_time(self.tablet.clock())}
        self._set_position(place)
        self._open()
        self._keep()

    def open_draft(self, draft_id: str) -> bool:
        """A draft that was left; false when it is gone."""
        draft = next((one for one in self.tablet.store.drafts.all(self.record) if one.id == draft_id), None)
        if draft is None:
            return False
        self.id, self.walk_id = draft.id, draft.walk_id
        self.is_new = self.tablet.store.records.find(draft_id) is None
        self.fields = dict(draft.body)
        self._open()
        return True

    def open_record(self, record_id: str) -> bool:
        """A record of this tablet, to be completed."""
        record = self.tablet.store.records.find(record_id)
        if not isinstance(record, self.record) or record.deleted_at is not None:
            return False
        self.id, self.walk_id, self.is_new = record.id, record.walk_id, False
        self.fields = {name: value for name, value in codec.to_json(record).items() if name in self.names}
        self._open()
        return True

    def photosTaken(self) -> None:
        """The camera's page took photos of this finding."""
        self._show_photos()

    def take_photo(self, file: Path) -> None:
        """Keep the picture of a file, held until a person has looked at it; shown once it is on disk."""
        from walker.domain.shots import Subject, keep_file

        store, clock = self.tablet.store, self.tablet.clock
        subject = Subject(about=self.id, walk_id=self.walk_id, place=self._position())
        self._arriving += 1

        def kept(_photo: Photo) -> None:
            self._arriving -= 1
            if self.id == subject.about:
                self._show_photos()
            self.tablet.recordsChanged.emit()

        def failed(fault: Exception) -> None:
            from sync.formats.photo import PhotoRefused

            self._arriving -= 1
            if isinstance(fault, PhotoRefused):
                self._refuse_photo(str(fault.code.value))
                return
            self.tablet.tell(fault)

        self.tablet.shots.run(lambda: keep_file(store, clock, file, subject), kept, failed)

    def _refuse_photo(self, code: str) -> None:
        self._photo_fault = code
        self.photosChanged.emit()

    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        raise NotImplementedError

    def place(self) -> tuple[float, float] | None:
        """Its point in degrees."""
        held = self._position()
        return None if held is None else (held.lat_e7 / DEGREES, held.lon_e7 / DEGREES)

    def save_record(self, kind: str, label: str, fields: Mapping[str, Any]) -> None:
        """The draft becomes a record."""
        self._typing.stop()
        record = complete(
            self.tablet.store,
            self.tablet.clock,
            self.record,
            draft_id=self.id,
            walk_id=self.walk_id,
            fields=fields,
        )
        self._close()
        self.saved.emit(kind, record.id, label)
        self.tablet.recordsChanged.emit()

    def choose(self, name: str, value: Any) -> None:
        """A tap: on disk when this returns. The same answer again takes it back."""
        self.fields[name] = None if self.fields.get(name) == value else value
        self._keep()
        self.changed.emit()

    def toggle(self, name: str, code: str) -> None:
        """One of several answers."""
        held = list(self.fields.get(name) or ())
        self.fields[name] = [one for one in held if one != code] if code in held else [*held, code]
        self._keep()
        self.changed.emit()

    def put(self, fields: Mapping[str, Any]) -> None:
        """What another page found out for this form: on disk when this returns."""
        self.fields.update(fields)
        self._keep()
        self.placed.emit()
        self.changed.emit()

    def opened(self) -> None:
        """Something else is shown now."""

    def _open(self) -> None:
        self.tablet.locator.watch(True)
        self.opened()
        self._show_photos()
        self.placed.emit()
        self.changed.emit()

    def _close(self) -> None:
        if not self.id:
            return
        self.tablet.locator.watch(False)
        self.id = ""

    @told
    def _put_away(self) -> None:
        if self.is_new and self.is_empty() and not self._photos.rows and not self._arriving:
            self.tablet.store.drafts.drop(self.id)
        elif self.id:
            self._keep()
        self.tablet.recordsChanged.emit()

    @told
    def _throw_away(self) -> None:
        self._typing.stop()
        if self.is_new:
            for row in list(self._photos.rows):
                self.tablet.store.photos.delete(row["photoId"])
        self.tablet.store.drafts.drop(self.id)
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def _keep(self) -> None:
        if self.id:
            self.tablet.store.drafts.keep(self.id, self.record, self.walk_id, self.fields)

    @Slot()
    def _on_moved(self) -> None:
        """A draft that has no place yet takes the first one the receiver gives."""
        if self.id and self.is_new and self._position() is None:
            self._set_position(self.tablet.place_now(math.nan, math.nan))
            self._keep()

    def _position(self) -> Position | None:
        held = self.fields.get("position")
        return None if held is None else Position(**held)

    def _set_position(self, place: Position | None) -> None:
        self.fields["position"] = (
            None
            if place is None
            else {
                "lat_e7": place.lat_e7,
                "lon_e7": place.lon_e7,
                "accuracy_cm": place.accuracy_cm,
                "source": place.source,
            }
        )
        self.placed.emit()

    def _show_photos(self) -> None:
        self._photo_fault = ""
        photos = [photo for photo in self.tablet.store.records.all(Photo, walk_id=None) if photo.about == self.id]
        self._photos.show([self._photo_row(photo) for photo in photos])
        self.photosChanged.emit()

    def _photo_row(self, photo: Photo) -> Row:
        store = self.tablet.store
        held = photo.sha256 is None
        path = store.photos.shot(photo.id).file if held else store.media.path(photo.sha256 or "")
        source = QUrl.fromLocalFile(str(path)) if path else QUrl()
        return {"photoId": photo.id, "source": source, "standing": "held" if held else "checked"}
