"""What the map of a walk shows: track, gaps, way planned, stops, findings of this walk and of others, perimeter.

Moves of the map cost little: marks are indexed, lines are redrawn only near the screen, and what may be ten thousand
records is read in the background.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Point, Report, Revisit, SpaceCandidate, Stop
from walker.domain.recording import Recording
from walker.domain.route import made_stops, next_stop
from walker.domain.units import DEGREES
from walker.errors import StoreError
from walker.store import Store
from walker.viewmodels.address_search import AddressSearch
from walker.viewmodels.due_here import DueHere
from walker.viewmodels.map_lines import Strokes, TrackLines, coordinates
from walker.viewmodels.map_list import MapList
from walker.viewmodels.map_marks import Degrees, Drawn, Earlier, Words, degrees, drawn, earlier, still_due
from walker.viewmodels.markers import NAMES, Cluster, MapView, Mark, MarkIndex, alone, squares_of, visible
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LAYERS = ("others", "due", "route", "perimeter", "outlines")
HIDDEN_SETTING = "map_hidden"
MOST_OUTLINES = 100
AT_ONCE = 10  # new marks in one turn of the window's loop
FEW = 8  # records that are read one by one
Marked = Report | SpaceCandidate | Stop
_KINDS: tuple[type[Marked], ...] = (Report, SpaceCandidate, Stop)


@QmlElement
class LiveMap(QObject):
    """One walk's map. Models are filled in place; `looked` tells that counts or layers changed."""

    looked = Signal()

    def __init__(self, tablet: Tablet, covers: Callable[[float, float], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._covers = covers
        self._lines = RowListModel(("path",), self)
        self._strokes = RowListModel(("path", "tone"), self)
        self._areas = RowListModel(("path",), self)
        self._outlines = RowListModel(("path",), self)
        self._markers = RowListModel(NAMES, self)
        self._list = MapList(self)
        self._here = DueHere(self)
        self._search = AddressSearch(tablet, self)
        self._track = TrackLines(self._lines)
        self._dotted = Strokes(self._strokes)
        self._hidden = set((tablet.store.settings.get(HIDDEN_SETTING) or "").split())
        self._view = MapView()
        self._bearing = 0.0
        self._looked_at: object = None  # the squares of the last look
        self._rows: dict[str, Row] = {}
        self._marking = QTimer(self, interval=0, singleShot=True)
        self._marking.timeout.connect(self._show_marks)
        self._placing = QTimer(self, interval=0, singleShot=True)
        self._placing.timeout.connect(self._place_marks)
        self._coming = QTimer(self, interval=0, singleShot=True)  # in a turn of its own
        self._coming.timeout.connect(self._show_earlier)
        self._panel = ""
        self._walk: ExploratoryWalk | None = None
        self._recording: Recording | None = None  # whose track is drawn
        self._own: dict[str, tuple[int, Drawn]] = {}
        self._earlier = Earlier()
        self._others = MarkIndex()  # of `earlier`, made with it in the background
        self._due = self._seen = MarkIndex()
        self._looks: dict[str, int] = {}  # this tablet's verdicts, which say what of it is still due
        self._looking = Reading(tablet)
        self._earlier_of: object = None  # of which state of the store
        self._indexes: list[MarkIndex] = []
        self._stops: list[Mark] = []
        self._shown: dict[str, Cluster] = {}
        self._gaps: list[tuple[Degrees, ...]] = []
        self._next = 0
        self._next_place = ""
        self._covered = True
        tablet.wordsChanged.connect(self._say_again)

    @Property(RowListModel, constant=True)
    def lines(self) -> RowListModel:
        """The track."""
        return self._lines

    @Property(RowListModel, constant=True)
    def strokes(self) -> RowListModel:
        """In dots or dashes: `tone` is route, gap, detour or perimeter."""
        return self._strokes

    @Property(RowListModel, constant=True)
    def areas(self) -> RowListModel:
        """Spaces drawn as a surface."""
        return self._areas

    @Property(RowListModel, constant=True)
    def outlines(self) -> RowListModel:
        """Spaces drawn as a line."""
        return self._outlines

    @Property(RowListModel, constant=True)
    def markers(self) -> RowListModel:
        return self._markers

    @Property(MapList, constant=True)
    def listed(self) -> MapList:
        """The same in words."""
        return self._list

    @Property(AddressSearch, constant=True)
    def search(self) -> AddressSearch:
        """A place by its address."""
        return self._search

    @Property(DueHere, constant=True)
    def here(self) -> DueHere:
        """What is to be looked at again where we stand."""
        return self._here

    @Property(str, notify=looked)
    def hidden(self) -> str:
        """Layers that are not shown, one a line."""
        return "\n".join(sorted(self._hidden))

    @Property(bool, notify=looked)
    def covered(self) -> bool:
        """Whether a map of this tablet shows this place; otherwise it is a plain ground."""
        return self._covered

    @Property(int, notify=looked)
    def nextStop(self) -> int:
        """The number of the planned stop that comes next; 0: none."""
        return self._next

    @Property(str, notify=looked)
    def nextStopPlace(self) -> str:
        """The street or place it lies at, where the tablet knows it."""
        return self._next_place

    @Slot(float)
    def turn(self, bearing: float) -> None:
        """The map is turned by so many degrees; `look` follows."""
        self._bearing = bearing

    @Slot(float, float, float, float, float)
    def look(self, lat: float, lon: float, zoom: float, width: float, height: float) -> None:
        """What of the map is on screen now."""
        self._view = MapView(lat=lat, lon=lon, zoom=zoom, width=width, height=height, bearing=self._bearing)
        squares = squares_of(self._view)
        if squares != self._looked_at or self._marking.isActive():
            self._looked_at = squares
            self._show_marks()
        self._dotted.look(self._view)
        covered = self._covers(lat, lon)
        if covered != self._covered:
            self._covered = covered
            self.looked.emit()

    @Slot(str)
    @told
    def toggleLayer(self, layer: str) -> None:
        """Show or hide it; kept for the next walk."""
        self._hidden ^= {layer}
        self.tablet.store.settings.set(HIDDEN_SETTING, " ".join(sorted(self._hidden)) or None)
        self._index()
        self._draw_strokes()
        self._draw_outlines()
        self.looked.emit()

    @Property(str, notify=looked)
    def panel(self) -> str:
        """What is open over the map: layers, brightness, list or address."""
        return self._panel

    @Slot(str)
    def toggle(self, panel: str) -> None:
        """Open it, or close it; one at a time."""
        self._list.close()
        self._panel = "" if panel == self._panel else panel
        if self._panel == "address":
            self._search.open(self._place())
        if self._panel == "list":
            self._list.show_nearby([MarkIndex([*self._stops, *self._planned()]), *self._indexes], *self._place())
        self.looked.emit()

    @Slot(float, float)
    def standAt(self, lat: float, lon: float) -> None:
        """The map is put on an address: what is captured there has it for its source."""
        self.tablet.addressed = (lat, lon)
        self.toggle("address")

    @Slot(str)
    def touch(self, key: str) -> None:
        """A cluster opens as a list, somebody else's finding as a card; nothing closes both."""
        self._list.close()
        cluster = self._shown.get(key)
        if cluster is None:
            return
        if len(cluster.marks) > 1:
            self._list.show_members(cluster.marks, *self._place())
        else:
            self._list.pick(cluster.marks[0])

    @Slot(str)
    def pick(self, record_id: str) -> None:
        """A line of the list was touched."""
        marks = (mark for index in self._indexes for mark in index.marks)
        mark = next((mark for mark in marks if mark.record_id == record_id), None)
        self._list.close()
        self._list.pick(mark)

    @property
    def middle(self) -> Degrees:
        """Of what is on screen; NaN while nothing is."""
        return (self._view.lat, self._view.lon) if self._view.width > 0 else (math.nan, math.nan)

    def open(self, walk: ExploratoryWalk, recording: Recording) -> None:
        """The map of this walk from now on; of one that goes on, what is drawn stays."""
        if recording is self._recording:
            self._list.close()
            self._panel = ""
            self.draw(recording)
            self.read(walk)
            return
        self._walk, self._recording = walk, recording
        self._own, self._gaps = {}, []
        self._forget_earlier()
        self._list.close()
        self._panel = ""
        self._here.restart()
        self._track.restart()
        self.draw(recording)
        self.read(walk)

    def forget(self) -> None:
        """Nothing of any walk is shown any more."""
        self._walk = self._recording = None
        self._own, self._gaps, self._stops, self._shown = {}, [], [], {}
        self._forget_earlier()
        self._indexes = []
        self._next, self._next_place, self._panel = 0, "", ""
        self._list.close()
        self._here.restart()
        self._track.restart()
        self._rows = {}
        self._markers.place({})
        for model in (self._areas, self._outlines):
            model.show(())
        self._dotted.take((), self._view)
        self.looked.emit()

    def draw(self, recording: Recording) -> None:
        """A fix came."""
        self._track.draw(recording)
        gaps = [((gap.before.lat, gap.before.lon), (gap.after.lat, gap.after.lon)) for gap in recording.gaps]
        if gaps != self._gaps:
            self._gaps = list(gaps)
            self._draw_strokes()

    def read(self, walk: ExploratoryWalk) -> list[int]:
        """What the walk holds may have changed: only what did is read again. How many reports, spaces and stops."""
        way_changed = self._walk is None or (self._walk.route, self._walk.planned_stops) != (
            walk.route,
            walk.planned_stops,
        )
        self._walk = walk
        before, self._own = self._own, {}
        store, words = self.tablet.store, self._words()
        revisions = [store.records.revisions(kind, walk.id) for kind in _KINDS]
        for kind, of_kind in zip(_KINDS, revisions, strict=True):
            same = {one for one, revision in of_kind.items() if one in before and before[one][0] == revision}
            fresh = self._read_fresh(kind, walk.id, [one for one in of_kind if one not in same])
            for record_id, revision in of_kind.items():
                if record_id in same:
                    self._own[record_id] = before[record_id]
                elif record_id in fresh:  # damaged on this disk: the others are shown, and doctor names it
                    self._own[record_id] = (revision, drawn(fresh[record_id], words))
        if self._own != before or way_changed:
            self._index()
            self._draw_outlines()
            self._draw_strokes()
        self._read_earlier(walk)
        self.looked.emit()
        return [len(of_kind) for of_kind in revisions]

    def _read_fresh(self, kind: type[Marked], walk_id: str, wanted: Sequence[str]) -> dict[str, Marked]:
        """What was changed since: the one or two after a tap, or all of a walk in one go."""
        records = self.tablet.store.records
        if len(wanted) > FEW:
            return {record.id: record for record in records.all(kind, walk_id=walk_id)}
        found: dict[str, Marked] = {}
        for record_id in wanted:
            with contextlib.suppress(StoreError):
                record = records.find(record_id)
                assert isinstance(record, kind)
                found[record_id] = record
        return found

    def moved(self) -> None:
        """We are somewhere else: is there something to look at again?"""
        self._here.moved(*self._place())

    def _place(self) -> Degrees:
        fix = self.tablet.locator.fix
        return (fix.lat, fix.lon) if fix is not None else (self._view.lat, self._view.lon)

    def _words(self) -> Words:
        return Words(catalogue=self.tablet.catalogue, language=self.tablet.language)

    def _forget_earlier(self) -> None:
        self._looking.drop()
        self._earlier, self._earlier_of, self._looks = Earlier(), None, {}
        self._others = self._due = self._seen = MarkIndex()

    def _read_earlier(self, walk: ExploratoryWalk) -> None:
        """All of it when something was received; a verdict only moves what is known from due to seen."""
        store = self.tablet.store
        state = (walk.id, walk.territory, walk.route, self.tablet.language, store.copies.state())
        if state == self._earlier_of:
            if store.records.revisions(Revisit, walk.id) != self._looks:
                self._read_looks(walk)
            return
        self._earlier_of = state
        words = self._words()

        def done(found: tuple[Earlier, MarkIndex, _Looks]) -> None:
            if state == self._earlier_of:
                self._looking.drop()
                self._earlier, self._others, looks = found
                self._take_looks(looks)
                if store.records.revisions(Revisit, walk.id) != looks.revisions:  # a verdict came meanwhile
                    self._read_looks(walk)
                self.tablet.muchRead.emit()

        def read() -> tuple[Earlier, MarkIndex, _Looks]:
            found = earlier(store, words, walk)
            return found, MarkIndex(found.marks).prepare(), _looks_at(store, walk, found)

        self.tablet.reads.run(read, done, self.tablet.tell)

    def _read_looks(self, walk: ExploratoryWalk) -> None:
        """What a verdict leaves to be looked at, of thousands: beside the window's thread."""
        store, found = self.tablet.store, self._earlier
        self._looking.ask(lambda: _looks_at(store, walk, found), self._take_looks)

    def _take_looks(self, looks: _Looks) -> None:
        self._looks, self._due, self._seen = looks
        self._here.take(self._due)
        self._coming.start()

    @Slot()
    def _show_earlier(self) -> None:
        self._index()
        self._draw_outlines()
        self._draw_strokes()
        self.moved()
        self.looked.emit()

    @Slot()
    def _say_again(self) -> None:
        """Other words: every label is made anew."""
        self._own, self._earlier_of = {}, None
        if self._walk is not None:
            self.read(self._walk)

    def _planned(self) -> list[Mark]:
        """The planned stops that were not made yet."""
        walk = self._walk
        if walk is None or "route" in self._hidden:
            return []
        made = made_stops(walk.planned_stops, self._made())
        return [
            Mark(
                record_id=f"planned/{at}",
                kind="planned",
                label="",
                icon="hand",
                lat=point.lat_e7 / DEGREES,
                lon=point.lon_e7 / DEGREES,
                number=at + 1,
            )
            for at, point in enumerate(walk.planned_stops)
            if at not in made
        ]

    def _made(self) -> list[Degrees]:
        return [(mark.lat, mark.lon) for mark in self._stops]

    def _index(self) -> None:
        own = [held.mark for _, held in self._own.values() if held.mark is not None]
        self._stops = [mark for mark in own if mark.kind == "stop"]
        self._indexes = [MarkIndex(mark for mark in own if mark.kind != "stop")]
        self._indexes += [self._due] if "due" not in self._hidden else []
        self._indexes += [self._seen, self._others] if "others" not in self._hidden else []
        planned = self._walk.planned_stops if self._walk else ()
        coming = next_stop(planned, self._made())
        number = 0 if coming is None else coming + 1
        if number != self._next:
            self._next = number
            self._next_place = "" if coming is None else self._place_words(planned[coming])
        self._marking.start()  # whoever saved something does not wait until it stands on the map

    def _place_words(self, point: Point) -> str:
        at = (point.lat_e7 / DEGREES, point.lon_e7 / DEGREES)
        found = self.tablet.addresses.nearest(*at) or self.tablet.addresses.landmark(*at)
        return found.words if found else ""

    @Slot()
    def _show_marks(self) -> None:
        self._marking.stop()
        self._shown = {**visible(self._indexes, self._view), **alone([*self._planned(), *self._stops], self._view)}
        before, self._rows = self._rows, {key: cluster.row() for key, cluster in self._shown.items()}
        if len(self._rows.keys() - before.keys()) > AT_ONCE or self._placing.isActive():
            self._placing.start()
        else:
            self._place_marks()

    @Slot()
    def _place_marks(self) -> None:
        """A few at a time: another zoom brings two hundred new ones, and the window must not wait for all."""
        if not self._markers.place(self._rows, AT_ONCE):
            self._placing.start()

    def _draw_strokes(self) -> None:
        walk, found = self._walk, self._earlier
        lines: list[tuple[str, Sequence[Degrees]]] = []
        if "perimeter" not in self._hidden:
            lines += [("perimeter", (*ring, ring[0])) for ring in found.rings]
        if walk is not None and "route" not in self._hidden and len(walk.route) > 1:
            lines.append(("route", degrees(walk.route)))
        lines += [("detour", held.detour) for _, held in self._own.values() if held.detour]
        if "others" not in self._hidden:
            lines += [("detour", detour) for detour in found.detours]
        lines += [("gap", gap) for gap in self._gaps]
        self._dotted.take(lines, self._view)

    def _draw_outlines(self) -> None:
        outlines = [held.outline for _, held in self._own.values() if held.outline is not None]
        if "outlines" in self._hidden:
            outlines = []
        elif "others" not in self._hidden:
            outlines += self._earlier.outlines
        for model, closed in ((self._areas, True), (self._outlines, False)):
            kept = [one for one in outlines if one.closed is closed][-MOST_OUTLINES:]
            model.show([{"path": coordinates(one.points)} for one in kept])


class _Looks(NamedTuple):
    """This tablet's verdicts on a walk, and what they leave to be looked at."""

    revisions: dict[str, int]
    due: MarkIndex
    seen: MarkIndex


def _looks_at(store: Store, walk: ExploratoryWalk, found: Earlier) -> _Looks:
    visits = store.records.all(Revisit, walk_id=walk.id)
    todo, seen = still_due(found, {visit.report_id for visit in visits})
    return _Looks({visit.id: visit.revision for visit in visits}, MarkIndex(todo).prepare(), MarkIndex(seen).prepare())
