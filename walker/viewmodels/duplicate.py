"""« Already reported 12 m from here? »: the one report that may be the same, with what one needs to judge.

The reports around a place are read beside the window's thread, while the pictures of categories are looked at: a touch
waits for none of them, and the question stands there once they are known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import CatalogueEntry, Photo
from sync.rules.geodesy import distance_m
from sync.rules.matching import DEFAULT_RADIUS_M, Earlier, Match, same_nearby
from walker.viewmodels.reading import Reading
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MOVED_M = 5.0  # further than this, other reports may be near


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """What may have been reported already."""

    entry: CatalogueEntry
    place: tuple[float, float]
    other_than: Collection[str]


@QmlElement
class Duplicate(QObject):
    """`asked` False: nothing like it is known here."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._match: Match | None = None
        self._photo = QUrl()
        self._wanted: _Wanted | None = None
        self._earlier: list[Earlier] | None = None
        self._from: tuple[float, float] | None = None  # where that was read, or is being read
        self._reading = Reading(tablet)
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
        self._wanted = None
        if entry is not None and place is not None:
            self._wanted = _Wanted(entry=entry, place=place, other_than=other_than)
        if place is not None and not self._is_near(place):
            self._earlier = None
            self._read(place)
        self._compare()

    def _compare(self) -> None:
        before, wanted = self._match, self._wanted
        self._match = None
        if wanted is not None and self._earlier is not None:
            self._match = same_nearby(
                self._earlier,
                category=wanted.entry.code,
                lat=wanted.place[0],
                lon=wanted.place[1],
                radius_m=wanted.entry.data.get("duplicate_radius_m", DEFAULT_RADIUS_M),
                other_than=wanted.other_than,
            )
        if self._match != before:
            self._photo = self._picture()
            self.changed.emit()

    def _read(self, place: tuple[float, float]) -> None:
        from walker.domain.duplicates import earlier_reports

        store = self.tablet.store
        self._from = place
        self._reading.ask(lambda: earlier_reports(store, *place), self._take)

    def _take(self, found: list[Earlier]) -> None:
        self._earlier = found
        self._compare()

    def _is_near(self, place: tuple[float, float]) -> bool:
        """Whether what is known, or being read, is of this place."""
        return self._from is not None and distance_m(*self._from, *place) <= _MOVED_M

    @Slot()
    def _forget(self) -> None:
        """Something was saved or received: read again for the next finding, and for one whose answer was on its way."""
        waiting = self._from if self._wanted is not None and self._earlier is None else None
        self._earlier = self._from = None
        if waiting is not None:
            self._read(waiting)
        else:
            self._reading.drop()

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
