"""The finding on the card of a return visit: seen, promised, answered, so that the group can contradict it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import Photo
from sync.rules.status import ASSIGNED, CLARIFY, DONE, PLANNED, REFUSED, WATCHED
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.domain.revisits import DueReport

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# What the office's last word is for those who reported; nothing while it is new.
_STANDING = {
    ASSIGNED: "waiting",
    CLARIFY: "waiting",
    WATCHED: "waiting",
    PLANNED: "planned",
    DONE: "done",
    REFUSED: "refused",
}


@QmlElement
class DueCard(QObject):
    """Empty words while nothing is due."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._one: DueReport | None = None
        self._after: Photo | None = None

    def show(self, one: DueReport | None) -> None:
        """This one from now on."""
        self._one = one
        self._after = self._photo_of_now()
        self.changed.emit()

    def _photo_of_now(self) -> Photo | None:
        """The last picture taken about this walk's verdict."""
        looked = self._one.looked if self._one else None
        if looked is None:
            return None
        photos = self.tablet.store.records.all(Photo, walk_id=looked.walk_id)
        return next((photo for photo in reversed(photos) if photo.about == looked.id), None)

    @Property(str, notify=changed)
    def revisitId(self) -> str:
        """What a photo of now is about; empty before the verdict."""
        one = self._one
        return one.looked.id if one and one.looked else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        one = self._one
        return self.tablet.label("categories", category_of(one)) if one else ""

    @Property(str, notify=changed)
    def iconName(self) -> str:
        one = self._one
        return icon_of(self.tablet, one) if one else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """Short enough to be said on the phone."""
        one = self._one
        return (one.handling.number if one.handling else one.report.provisional_number) if one else ""

    @Property(str, notify=changed)
    def address(self) -> str:
        one = self._one
        return address_of(one) if one else ""

    @Property(str, notify=changed)
    def placeDetail(self) -> str:
        """Building, staircase, floor, number and landmark, one a line; empty lines for what was not said."""
        one = self._one
        detail = one.report.place_detail if one else None
        if detail is None:
            return ""
        return "\n".join(getattr(detail, name) or "" for name in detail.__slots__)

    @Property(str, notify=changed)
    def text(self) -> str:
        one = self._one
        return one.report.text if one else ""

    @Property(float, notify=changed)
    def beforeMs(self) -> float:
        one = self._one
        return moment(one.report.observed_at or one.report.created_at) if one else 0.0

    @Property(QUrl, notify=changed)
    def beforePhoto(self) -> QUrl:
        """Empty when the picture is not on this tablet."""
        one = self._one
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
        one = self._one
        return standing_of(one) if one else ""

    @Property(str, notify=changed)
    def organisation(self) -> str:
        """Who was asked, or who answered."""
        one = self._one
        if one is None:
            return ""
        return (one.answer.organisation if one.answer else "") or (one.handling.organisation if one.handling else "")

    @Property(str, notify=changed)
    def plannedOn(self) -> str:
        """As YYYY-MM-DD."""
        one = self._one
        return (one.handling.planned_on or "") if one and one.handling else ""

    @Property(bool, notify=changed)
    def promiseBroken(self) -> bool:
        """The day that was promised has passed and it is not declared done."""
        one = self._one
        if one is None or one.handling is None or one.handling.planned_on is None:
            return False
        today = self.tablet.clock().date().isoformat()
        return one.handling.planned_on < today and standing_of(one) in ("planned", "waiting")

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it was not retained."""
        one = self._one
        return self.tablet.label("refusal_reasons", one.answer.reason) if one and one.answer else ""

    @Property(str, notify=changed)
    def answerWords(self) -> str:
        one = self._one
        if one is None:
            return ""
        if one.answer is not None:
            return one.answer.words
        lines = one.handling.history if one.handling else ()
        return next((line.words for line in sorted(lines, key=lambda line: line.at, reverse=True) if line.words), "")

    @Property(float, notify=changed)
    def answerMs(self) -> float:
        one = self._one
        return moment(one.answer.published_at) if one and one.answer else 0.0

    @Property(int, notify=changed)
    def proofs(self) -> int:
        """How many photos of the work the office has checked."""
        one = self._one
        return len(one.handling.proof_sha256) if one and one.handling else 0

    @Property(str, notify=changed)
    def lastVerdict(self) -> str:
        """What the walk before this one found, in its word."""
        one = self._one
        return self.tablet.label("revisit_verdicts", one.last.verdict) if one and one.last else ""

    @Property(float, notify=changed)
    def lastMs(self) -> float:
        one = self._one
        return moment(one.last.observed_at) if one and one.last else 0.0

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """The code of what this walk said."""
        one = self._one
        return one.looked.verdict if one and one.looked else ""


def category_of(one: DueReport) -> str | None:
    """As the office corrected it, else as it was reported."""
    return (one.handling.category if one.handling else None) or one.report.category


def icon_of(tablet: Tablet, one: DueReport) -> str:
    entry = tablet.catalogue.get("categories", category_of(one) or "")
    return entry.icon if entry else "flag"


def standing_of(one: DueReport) -> str:
    """done, planned, waiting or refused; empty when the office said nothing."""
    return _STANDING.get(one.handling.group, "") if one.handling else ""


def address_of(one: DueReport) -> str:
    return (one.handling.address if one.handling else "") or one.report.address


def moment(at: str) -> float:
    """Milliseconds, for the page to write as a date."""
    return times.parse_time(at).timestamp() * 1000
