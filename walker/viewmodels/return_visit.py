"""The return visit: what is due on the way, one finding at a time, and what the group says of it standing there.

The list is read beside the window's thread (it may hold hundreds); a verdict is on disk when its slot returns.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk, Photo, Report, Revisit
from sync.rules.geodesy import distance_m
from sync.rules.return_visit import VERDICTS
from sync.rules.status import ASSIGNED, CLARIFY, DONE, PLANNED, REFUSED, WATCHED
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.revisits import DueReport

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# What the office's last word is for those who reported; nothing while it is new.
STANDING = {
    ASSIGNED: "waiting",
    CLARIFY: "waiting",
    WATCHED: "waiting",
    PLANNED: "planned",
    DONE: "done",
    REFUSED: "refused",
}
FINE_M = 30  # so near, metres count; farther, tens of metres do
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
        self._reading = Reading(tablet)
        self._before: dict[str, str] = {}  # what each verdict of this page was before it was thought over
        self._after: Photo | None = None
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

    @Property(str, notify=changed)
    def revisitId(self) -> str:
        """What a photo of now is about; empty before the verdict."""
        one = self._shown()
        return one.looked.id if one and one.looked else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        one = self._shown()
        return self.tablet.label("categories", self._category(one)) if one else ""

    @Property(str, notify=changed)
    def iconName(self) -> str:
        one = self._shown()
        return self._icon(one) if one else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """Short enough to be said on the phone."""
        one = self._shown()
        return (one.handling.number if one.handling else one.report.provisional_number) if one else ""

    @Property(str, notify=changed)
    def address(self) -> str:
        one = self._shown()
        return _address(one) if one else ""

    @Property(str, notify=changed)
    def placeDetail(self) -> str:
        """Building, staircase, floor, number and landmark, one a line; empty lines for what was not said."""
        one = self._shown()
        detail = one.report.place_detail if one else None
        if detail is None:
            return ""
        return "\n".join(getattr(detail, name) or "" for name in detail.__slots__)

    @Property(str, notify=changed)
    def text(self) -> str:
        one = self._shown()
        return one.report.text if one else ""

    @Property(float, notify=changed)
    def beforeMs(self) -> float:
        one = self._shown()
        return _ms(one.report.observed_at or one.report.created_at) if one else 0.0

    @Property(QUrl, notify=changed)
    def beforePhoto(self) -> QUrl:
        """Empty when the picture is not on this tablet."""
        one = self._shown()
        return QUrl.fromLocalFile(str(one.before)) if one and one.before else QUrl()

    @Property(QUrl, notify=changed)
    def afterPhoto(self) -> QUrl:
        photo = self._after
        if photo is None:
            return QUrl()
        store = self.tablet.store
        file = store.media.picture(photo) if photo.sha256 else store.photos.shot(photo.id).file
        return QUrl.fromLocalFile(str(file)) if file else QUrl()

    @Property(bool, notify=changed)
    def afterHeld(self) -> bool:
        """Whether the photo of now waits for a check."""
        return self._after is not None and self._after.checked_at is None

    @Property(str, notify=changed)
    def standing(self) -> str:
        """done, planned, waiting or refused as the office last said; empty when it said nothing."""
        one = self._shown()
        return _standing(one) if one else ""

    @Property(str, notify=changed)
    def organisation(self) -> str:
        """Who was asked, or who answered."""
        one = self._shown()
        if one is None:
            return ""
        return (one.answer.organisation if one.answer else "") or (one.handling.organisation if one.handling else "")

    @Property(str, notify=changed)
    def plannedOn(self) -> str:
        """As YYYY-MM-DD."""
        one = self._shown()
        return (one.handling.planned_on or "") if one and one.handling else ""

    @Property(bool, notify=changed)
    def promiseBroken(self) -> bool:
        """The day that was promised has passed and it is not declared done."""
        one = self._shown()
        if one is None or one.handling is None or one.handling.planned_on is None:
            return False
        today = self.tablet.clock().date().isoformat()
        return one.handling.planned_on < today and _standing(one) in ("planned", "waiting")

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it was not retained."""
        one = self._shown()
        return self.tablet.label("refusal_reasons", one.answer.reason) if one and one.answer else ""

    @Property(str, notify=changed)
    def answerWords(self) -> str:
        one = self._shown()
        if one is None:
            return ""
        if one.answer is not None:
            return one.answer.words
        lines = one.handling.history if one.handling else ()
        return next((line.words for line in sorted(lines, key=lambda line: line.at, reverse=True) if line.words), "")

    @Property(float, notify=changed)
    def answerMs(self) -> float:
        one = self._shown()
        return _ms(one.answer.published_at) if one and one.answer else 0.0

    @Property(int, notify=changed)
    def proofs(self) -> int:
        """How many photos of the work the office has checked."""
        one = self._shown()
        return len(one.handling.proof_sha256) if one and one.handling else 0

    @Property(str, notify=changed)
    def lastVerdict(self) -> str:
        """What the walk before this one found, in its word."""
        one = self._shown()
        return self.tablet.label("revisit_verdicts", one.last.verdict) if one and one.last else ""

    @Property(float, notify=changed)
    def lastMs(self) -> float:
        one = self._shown()
        return _ms(one.last.observed_at) if one and one.last else 0.0

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """The code of what this walk said."""
        one = self._shown()
        return one.looked.verdict if one and one.looked else ""

    def open(self, walk: ExploratoryWalk | None, report_id: str) -> None:
        """The page opens on that finding; on the nearest one to look at when none is named."""
        self.leave()
        self._walk, self._wanted, self._open = walk, report_id, True
        self._due, self._at = [], -1
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
        self._due = [replace(one, looked=looked) if one.report.id == visit.report_id else one for one in self._due]

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

        store, walk, here = self.tablet.store, self._walk, self._here()
        self._reading.ask(lambda: due(store, walk, here), self._fill)
        self.changed.emit()

    def _fill(self, found: list[DueReport]) -> None:
        """The unseen in their order, then what was seen; the card stays on the finding it shows."""
        shown = self._wanted or self.reportId
        known = [one.report.id for one in self._due]
        if known and {one.report.id for one in found} <= set(known):  # nothing jumps under the finger
            fresh = {one.report.id: one for one in found}
            self._due = [fresh[report_id] for report_id in known if report_id in fresh]
        else:
            self._due = sorted(found, key=_is_seen)
        at = next((index for index, one in enumerate(self._due) if one.report.id == shown), -1)
        self._wanted = ""
        self._show(at if at >= 0 else self._first())

    def _first(self) -> int:
        """The nearest one that nobody looked at, else the first."""
        waiting = [index for index, one in enumerate(self._due) if not _is_seen(one)]
        return min(waiting, key=lambda index: self._away(self._due[index]), default=0 if self._due else -1)

    def _show(self, at: int) -> None:
        self._at = at
        self._after = self._photo_of_now()
        self._rows.show([self._row(one) for one in self._due])
        self.changed.emit()

    def _photo_of_now(self) -> Photo | None:
        """The last picture taken about this walk's verdict."""
        one = self._shown()
        if one is None or one.looked is None:
            return None
        about = one.looked.id
        return next((photo for photo in reversed(self.tablet.store.records.all(Photo)) if photo.about == about), None)

    @Slot()
    def _on_moved(self) -> None:
        if self._open and self._due:
            self._rows.show([self._row(one) for one in self._due])

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
        if self._due:
            self._show(self._at)
        else:
            self.changed.emit()  # the rows stay for the reading that is under way

    def _row(self, one: DueReport) -> Row:
        away = self._away(one)
        step = 1 if away < FINE_M else 10
        return {
            "reportId": one.report.id,
            "label": self.tablet.label("categories", self._category(one)),
            "place": _address(one),
            "iconName": self._icon(one),
            "distanceM": -1 if math.isinf(away) else round(away / step) * step,
            "standing": _standing(one),
            "verdict": one.looked.verdict if one.looked else "",
            "verdictLabel": self.tablet.label("revisit_verdicts", one.looked.verdict) if one.looked else "",
            "seenMs": _ms(one.looked.observed_at) if one.looked else 0.0,
        }

    def _category(self, one: DueReport) -> str | None:
        return (one.handling.category if one.handling else None) or one.report.category

    def _icon(self, one: DueReport) -> str:
        entry = self.tablet.catalogue.get("categories", self._category(one) or "")
        return entry.icon if entry else "flag"

    def _say(self, visit: Revisit) -> str:
        """Which finding and which verdict: the undo bar may still be there when another one is on the card."""
        what = next((self._category(one) for one in self._due if one.report.id == visit.report_id), None)
        words = (self.tablet.label("categories", what), self.tablet.label("revisit_verdicts", visit.verdict))
        return " · ".join(word for word in words if word)

    def _here(self) -> tuple[float, float] | None:
        fix = self.tablet.locator.fix
        return (fix.lat, fix.lon) if fix is not None and self.tablet.locator.is_fresh else None

    def _away(self, one: DueReport) -> float:
        """Metres from here; infinite when one of the two is not known."""
        here, place = self._here(), one.place
        return math.inf if here is None or place is None else distance_m(*here, place.lat, place.lon)


def _is_seen(one: DueReport) -> bool:
    return one.looked is not None and one.looked.verdict in VERDICTS


def _standing(one: DueReport) -> str:
    return STANDING.get(one.handling.group, "") if one.handling else ""


def _address(one: DueReport) -> str:
    report: Report = one.report
    return (one.handling.address if one.handling else "") or report.address


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000
