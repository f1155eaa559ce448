"""The return visit: what is due on the way, one finding at a time, and what the group says of it standing there.

The list is read beside the window's thread (it may hold hundreds); a verdict is on disk when its slot returns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Photo, Revisit
from sync.rules.geodesy import distance_m
from sync.rules.return_visit import VERDICTS
from walker.viewmodels.due_card import DueCard, address_of, category_of, icon_of, moment, standing_of
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.revisits import At, DueReport

    _Line = tuple[DueReport, Row, At | None]

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

FINE_M = 30  # so near, metres count; farther, tens of metres do
NORTH_M, EAST_M = 111_132.0, 111_320.0  # a degree, the second at the equator
_ROW = ("reportId", "label", "place", "iconName", "distanceM", "standing", "verdict", "verdictLabel", "seenMs")


@QmlElement
class ReturnVisit(QObject):
    """`reportId` is the one on the card; empty when nothing is due."""

    changed = Signal()
    recorded = Signal(str, str, str)  # kind, id, label: what the undo bar offers to take back

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._walk: ExploratoryWalk | None = None
        self._due: list[DueReport] = []
        self._at = -1
        self._wanted = ""
        self._open = self._telling = False
        self._words = 0  # how often they changed
        self._reading = Reading(tablet)
        self._before: dict[str, str] = {}  # what each verdict of this page was before it was thought over
        self._said: list[Row] = []  # the rows of those due, but for how far they are
        self._places: list[At | None] = []
        self._card = DueCard(tablet, self)
        self._rows = RowListModel(_ROW, self)
        self._verdicts = RowListModel(("code", "label", "iconName", "hint"), self)
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._say_words)
        tablet.locator.moved.connect(self._on_moved)

    @Property(RowListModel, constant=True)
    def rows(self) -> RowListModel:
        return self._rows

    @Property(RowListModel, constant=True)
    def verdicts(self) -> RowListModel:
        return self._verdicts

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._reading.under_way and not self._due

    @Property(bool, notify=changed)
    def onTheWay(self) -> bool:
        """Whether the order is that of the walk's way; else the nearest comes first."""
        return any(one.along_m is not None for one in self._due)

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._due)

    @Property(int, notify=changed)
    def seen(self) -> int:
        """Those with a verdict of this walk; « could not look » is none."""
        return sum(1 for one in self._due if _is_seen(one))

    @Property(int, notify=changed)
    def at(self) -> int:
        """Which row the card shows; -1: none."""
        return self._at

    @Property(str, notify=changed)
    def reportId(self) -> str:
        one = self._shown()
        return one.report.id if one else ""

    @Property(DueCard, constant=True)
    def card(self) -> DueCard:
        """The finding that is being looked at."""
        return self._card

    def open(self, walk: ExploratoryWalk | None, report_id: str) -> None:
        """The page opens on that finding; on the nearest one to look at when none is named."""
        self.leave()
        self._walk, self._wanted, self._open = walk, report_id, True
        self._due, self._said, self._at = [], [], -1
        self._say_words()
        self.tablet.locator.watch(True)
        self._read()

    def leave(self) -> None:
        """The page is gone: nothing is read for it any more."""
        if self._open:
            self._open = False
            self._reading.drop()
            self.tablet.locator.watch(False)

    @Slot(str)
    def pick(self, report_id: str) -> None:
        """Another one on the card."""
        at = next((index for index, one in enumerate(self._due) if one.report.id == report_id), -1)
        if at >= 0:
            self._show(at)

    @Slot(str)
    @told
    def say(self, verdict: str) -> None:
        """What the group sees, standing there: on disk when this returns; thought over, it is revised."""
        from walker.domain.revisits import look

        one = self._shown()
        if one is None or (one.looked is not None and verdict == one.looked.verdict):
            return
        place = self.tablet.place_now(math.nan, math.nan)
        before = self._own(one)
        kept = look(
            self.tablet.store,
            self.tablet.clock,
            one.report.id,
            verdict,
            walk_id=self._walk.id if self._walk else None,
            place=place,
        )
        if before is not None and before.id == kept.id:
            self._before[kept.id] = before.verdict
        else:
            self._before.pop(kept.id, None)
        self._take(kept)
        self.recorded.emit("revisit", kept.id, self._say(kept))
        self._tell()

    @Slot(str)
    @told
    def takeBack(self, revisit_id: str) -> None:
        """The undo bar: the verdict before this one again, or none, with its photos."""
        store = self.tablet.store
        before = self._before.pop(revisit_id, None)
        if before is not None:
            self._take(store.records.change(revisit_id, lambda visit: replace(visit, verdict=before)))
        else:
            for photo in store.records.all(Photo):
                if photo.about == revisit_id:
                    store.photos.delete(photo.id)
            gone = store.records.delete(revisit_id)
            assert isinstance(gone, Revisit)
            self._take(gone)
        self._tell()

    @Slot(result=bool)
    def next(self) -> bool:
        """The next one to look at, from here on and round again; false when all are seen."""
        count = len(self._due)
        for step in range(1, count + 1):
            at = (self._at + step) % count
            if self._due[at].looked is None:
                self._show(at)
                return True
        for step in range(1, count):
            at = (self._at + step) % count
            if not _is_seen(self._due[at]):
                self._show(at)
                return True
        return False

    @Property(bool, notify=changed)
    def hasNext(self) -> bool:
        return any(not _is_seen(one) for index, one in enumerate(self._due) if index != self._at)

    def _shown(self) -> DueReport | None:
        return self._due[self._at] if 0 <= self._at < len(self._due) else None

    def _own(self, one: DueReport) -> Revisit | None:
        held = self.tablet.store.records.find(one.looked.id) if one.looked else None
        return held if isinstance(held, Revisit) and held.deleted_at is None else None

    def _take(self, visit: Revisit) -> None:
        """What was just said, in the list: nothing is read again for it."""
        looked = None if visit.deleted_at is not None else visit
        for at, one in enumerate(self._due):
            if one.report.id == visit.report_id:
                self._due[at] = replace(one, looked=looked)
                self._said[at] = self._row(self._due[at])
        self._tell_distances()

    def _tell(self) -> None:
        self._show(self._at)
        self._telling = True  # what was just written is shown already
        self.tablet.recordsChanged.emit()
        self._telling = False

    @Slot()
    def _look(self) -> None:
        if self._open and not self._telling:
            self._read()

    def _read(self) -> None:
        from walker.domain.revisits import due

        store, walk, here, words = self.tablet.store, self._walk, self._here(), self._words
        self._reading.ask(
            lambda: self._lines(due(store, walk, here), here),
            lambda found: self._fill(found, words),
        )
        self.changed.emit()

    def _fill(self, found: list[_Line], words: int) -> None:
        """The unseen in their order, then what was seen; the card stays on the finding it shows."""
        shown = self._wanted or self.reportId
        known = [one.report.id for one in self._due]
        fresh = {line[0].report.id: line for line in found}
        if known and fresh.keys() <= set(known):  # nothing jumps under the finger
            lines = [fresh[report_id] for report_id in known if report_id in fresh]
        else:
            lines = sorted(found, key=lambda line: _is_seen(line[0]))
        self._due = [one for one, _, _ in lines]
        self._said = [row for _, row, _ in lines]
        self._places = [place for _, _, place in lines]
        at = next((index for index, one in enumerate(self._due) if one.report.id == shown), -1)
        self._wanted = ""
        if words == self._words:
            self._rows.show(self._said)
        else:  # other words since it was asked
            self._list()
        self._show(at if at >= 0 else self._first())

    def _first(self) -> int:
        """The nearest one that nobody looked at, else the first."""
        waiting = [index for index, one in enumerate(self._due) if not _is_seen(one)]
        here = self._here()
        return min(waiting, key=lambda index: _away(self._due[index], here), default=0 if self._due else -1)

    def _show(self, at: int) -> None:
        """On the card; the list knows by itself which row that is."""
        self._at = at
        self._card.show(self._shown())
        self.changed.emit()

    def _list(self) -> None:
        """The rows again: what they say, and how far they are."""
        self._said = [self._row(one) for one in self._due]
        self._places = [one.place for one in self._due]
        self._tell_distances()

    def _tell_distances(self) -> None:
        """The rows again, each with how far it is."""
        aways = _distances(self._places, self._here())
        self._rows.show([{**row, "distanceM": away} for row, away in zip(self._said, aways, strict=True)])

    @Slot()
    def _on_moved(self) -> None:
        """A step of the group: only what lies at another distance is told."""
        if self._open and self._due:
            rows = self._rows.rows
            aways = _distances(self._places, self._here())
            self._rows.change(
                {at: {**rows[at], "distanceM": away} for at, away in enumerate(aways) if rows[at]["distanceM"] != away}
            )

    @Slot()
    def _say_words(self) -> None:
        self._words += 1
        if not self._open:
            return
        entries = self.tablet.catalogue.entries("revisit_verdicts")
        hint = f"hint_{self.tablet.language}"
        self._verdicts.show(
            [
                {**row, "hint": str(entry.data.get(hint, ""))}
                for row, entry in zip(self.tablet.as_choices(entries), entries, strict=True)
            ]
        )
        if self._due:  # else the rows stay for the reading that is under way
            self._list()
        self._show(self._at)

    def _lines(self, found: list[DueReport], here: tuple[float, float] | None) -> list[_Line]:
        """In a job: nothing of the window is asked."""
        places = [one.place for one in found]
        aways = _distances(places, here)
        return [
            (one, {**self._row(one), "distanceM": away}, place)
            for one, away, place in zip(found, aways, places, strict=True)
        ]

    def _row(self, one: DueReport) -> Row:
        looked = one.looked
        return {
            "reportId": one.report.id,
            "label": self.tablet.label("categories", category_of(one)),
            "place": address_of(one),
            "iconName": icon_of(self.tablet, one),
            "standing": standing_of(one),
            "verdict": looked.verdict if looked else "",
            "verdictLabel": self.tablet.label("revisit_verdicts", looked.verdict) if looked else "",
            "seenMs": moment(looked.observed_at) if looked else 0.0,
        }

    def _say(self, visit: Revisit) -> str:
        """Which finding and which verdict: the undo bar may still be there when another one is on the card."""
        what = next((category_of(one) for one in self._due if one.report.id == visit.report_id), None)
        words = (self.tablet.label("categories", what), self.tablet.label("revisit_verdicts", visit.verdict))
        return " · ".join(word for word in words if word)

    def _here(self) -> tuple[float, float] | None:
        fix = self.tablet.locator.fix
        return (fix.lat, fix.lon) if fix is not None and self.tablet.locator.is_fresh else None


def _is_seen(one: DueReport) -> bool:
    return one.looked is not None and one.looked.verdict in VERDICTS


def _away(one: DueReport, here: tuple[float, float] | None) -> float:
    """Metres from here; infinite when one of the two is not known."""
    place = one.place
    return math.inf if here is None or place is None else distance_m(*here, place.lat, place.lon)


def _distances(places: Sequence[At | None], here: tuple[float, float] | None) -> list[int]:
    """Metres, -1 where it is not known: on the plane of the place, true to a metre where it matters."""
    if here is None:
        return [-1] * len(places)
    lat, lon = here
    east = EAST_M * math.cos(math.radians(lat))
    aways = []
    for place in places:
        if place is None:
            aways.append(-1)
        else:
            away = math.hypot((place.lat - lat) * NORTH_M, (place.lon - lon) * east)
            aways.append(round(away) if away < FINE_M else round(away / 10) * 10)
    return aways
