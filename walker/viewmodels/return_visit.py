"""The return visit: what is due on the way, one finding at a time, and what the group says of it standing there.

The list is read beside the window's thread (it may hold hundreds); a verdict is on disk when its slot returns.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Photo, Revisit
from walker.viewmodels.due_card import DueCard, category_of
from walker.viewmodels.due_lines import ROW, DueLines, is_seen, lines_of
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.revisits import DueReport

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReturnVisit(QObject):
    """`reportId` is the one on the card; empty when nothing is due."""

    changed = Signal()
    recorded = Signal(str, str, str)  # kind, id, label: what the undo bar offers to take back

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._walk: ExploratoryWalk | None = None
        self._lines = DueLines()
        self._at = -1
        self._wanted = ""
        self._open = self._telling = False
        self._reading = Reading(tablet)
        self._before: dict[str, str] = {}  # what each verdict of this page was before it was thought over
        self._card = DueCard(tablet, self)
        self._rows = RowListModel(ROW, self)
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
        return self._reading.under_way and not self._lines.due

    @Property(bool, notify=changed)
    def onTheWay(self) -> bool:
        """Whether the order is that of the walk's way; else the nearest comes first."""
        return self._lines.on_the_way

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._lines.due)

    @Property(int, notify=changed)
    def seen(self) -> int:
        """Those with a verdict of this walk; « could not look » is none."""
        return self._lines.seen

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
        self._lines, self._at = DueLines(), -1
        self.tablet.locator.watch(True)
        self._say_words()

    def leave(self) -> None:
        """The page is gone: nothing is read for it any more."""
        if self._open:
            self._open = False
            self._reading.drop()
            self.tablet.locator.watch(False)

    @Slot(str)
    def pick(self, report_id: str) -> None:
        """Another one on the card."""
        at = self._lines.at.get(report_id)
        if at is not None:
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
        count = len(self._lines.due)
        for step in range(1, count + 1):
            at = (self._at + step) % count
            if self._lines.due[at].looked is None:
                self._show(at)
                return True
        for step in range(1, count):
            at = (self._at + step) % count
            if not is_seen(self._lines.due[at]):
                self._show(at)
                return True
        return False

    @Property(bool, notify=changed)
    def hasNext(self) -> bool:
        shown = self._shown()
        shown_waits = shown is not None and not is_seen(shown)
        return len(self._lines.due) - self._lines.seen > shown_waits

    def _shown(self) -> DueReport | None:
        return self._lines.due[self._at] if 0 <= self._at < len(self._lines.due) else None

    def _own(self, one: DueReport) -> Revisit | None:
        held = self.tablet.store.records.find(one.looked.id) if one.looked else None
        return held if isinstance(held, Revisit) and held.deleted_at is None else None

    def _take(self, visit: Revisit) -> None:
        """What was just said, in the list: nothing is read again for it."""
        row = self._lines.look(self.tablet, visit)
        if row is not None:
            self._rows.change({self._lines.at[visit.report_id]: row})

    def _tell(self) -> None:
        self._show(self._at)
        self._telling = not self._reading.under_way  # shown already, unless what comes was read before it
        self.tablet.recordsChanged.emit()
        self._telling = False

    @Slot()
    def _look(self) -> None:
        if self._open and not self._telling:
            self._read()

    def _read(self) -> None:
        from walker.domain.revisits import due

        store, walk, here = self.tablet.store, self._walk, self._here()
        known = list(self._lines.at)
        self._reading.ask(lambda: lines_of(self.tablet, due(store, walk, here), known, here), self._fill)
        self.changed.emit()

    def _fill(self, lines: DueLines) -> None:
        """The card stays on the finding it shows."""
        shown, self._wanted = self._wanted or str(self.reportId), ""
        self._lines = lines
        self._rows.show(lines.rows)
        self._show(lines.at.get(shown, lines.first))

    def _show(self, at: int) -> None:
        """On the card; the list knows by itself which row that is."""
        self._at = at
        self._card.show(self._shown())
        self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        """A step of the group: only what lies at another distance is told."""
        if not self._open:
            return
        lines = self._lines
        aways = lines.distances(self._here())
        moved = [at for at, row in enumerate(lines.rows) if row["distanceM"] != aways[at]]
        for at in moved:
            lines.rows[at] = {**lines.rows[at], "distanceM": aways[at]}
        self._rows.change({at: lines.rows[at] for at in moved})

    @Slot()
    def _say_words(self) -> None:
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
        self._show(self._at)
        self._read()

    def _say(self, visit: Revisit) -> str:
        """Which finding and which verdict: the undo bar may still be there when another one is on the card."""
        at = self._lines.at.get(visit.report_id)
        what = None if at is None else category_of(self._lines.due[at])
        words = (self.tablet.label("categories", what), self.tablet.label("revisit_verdicts", visit.verdict))
        return " · ".join(word for word in words if word)

    def _here(self) -> tuple[float, float] | None:
        fix = self.tablet.locator.fix
        return (fix.lat, fix.lon) if fix is not None and self.tablet.locator.is_fresh else None
