"""« Already reported 12 m from here? »: the one report that may be the same, with what one needs to judge."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import CatalogueEntry, Photo
from sync.rules.geodesy import distance_m
from sync.rules.matching import DEFAULT_RADIUS_M, Earlier, Match, same_nearby
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MOVED_M = 5.0  # further than this, other reports may be near


@QmlElement
class Duplicate(QObject):
    """`asked` False: nothing like it is known here."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._match: Match | None = None
        self._photo = QUrl()
        self._earlier: list[Earlier] | None = None
        self._from: tuple[float, float] | None = None
        self._turn = 0  # what was read ahead of an older one no longer counts
        tablet.recordsChanged.connect(self._forget)

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self._match is not None

    @Property(int, notify=changed)
    def metres(self) -> int:
        return 0 if self._match is None else max(1, round(self._match.distance_m))

    @Property(float, notify=changed)
    def atMs(self) -> float:
        return 0.0 if self._match is None else times.parse_time(self._match.observed_at).timestamp() * 1000

    @Property(QUrl, notify=changed)
    def photo(self) -> QUrl:
        """Its picture, when this tablet holds it."""
        return self._photo

    @property
    def report_id(self) -> str:
        return "" if self._match is None else self._match.report_id

    def look(
        self, entry: CatalogueEntry | None, place: tuple[float, float] | None, other_than: Collection[str]
    ) -> None:
        """For this category at this place; the reports around are read once for a place, not at every tap."""
        before = self._match
        self._match = None
        if entry is None and place is not None:
            self._read_ahead(place)
        if entry is not None and place is not None:
            self._match = same_nearby(
                self._around(place),
                category=entry.code,
                lat=place[0],
                lon=place[1],
                radius_m=entry.data.get("duplicate_radius_m", DEFAULT_RADIUS_M),
                other_than=other_than,
            )
        if self._match != before:
            self._photo = self._picture()
            self.changed.emit()

    def _read_ahead(self, place: tuple[float, float]) -> None:
        """While the pictures are looked at, so that the tap on one need not wait for the disk."""
        if not self._is_read(place):
            from walker.domain.duplicates import earlier_reports

            store = self.tablet.store
            turn = self._turn

            def keep(found: list[Earlier]) -> None:
                if self._turn == turn:
                    self._earlier, self._from = found, place

            self.tablet.pictures.run(lambda: earlier_reports(store, *place), keep, self.tablet.tell)

    def _is_read(self, place: tuple[float, float]) -> bool:
        return self._earlier is not None and self._from is not None and distance_m(*self._from, *place) <= _MOVED_M

    def _around(self, place: tuple[float, float]) -> list[Earlier]:
        if not self._is_read(place) or self._earlier is None:
            from walker.domain.duplicates import earlier_reports

            self._earlier, self._from = earlier_reports(self.tablet.store, *place), place
            self._turn += 1
        return self._earlier

    @Slot()
    def _forget(self) -> None:
        self._earlier = None
        self._turn += 1

    def _picture(self) -> QUrl:
        if self._match is None:
            return QUrl()
        store = self.tablet.store
        for photo in store.records.all(Photo):
            if photo.about == self._match.report_id:
                file = store.media.picture(photo) if photo.sha256 else store.photos.shot(photo.id).file
                if file is not None and file.exists():
                    return QUrl.fromLocalFile(str(file))
        return QUrl()
