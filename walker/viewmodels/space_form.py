"""A space that could become something better: what and how it is, its outline, whose it is, what it is used for and
could be, by whom and when. Everything but its kind is optional, and even that.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Point, Position, SpaceCandidate
from sync.rules.shapes import LINE, POINT, POLYGON, area_m2, length_m, settled
from walker.domain.grid_questions import group_sizes
from walker.domain.units import DEGREES
from walker.viewmodels.finding_draft import FindingDraft
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.space_choices import LONG, SpaceChoices, share_of
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

QUALITIES = ("degraded", "dysfunctional", "potential")
AIMS = ("greening_aim", "appropriation_aim")
WORDS = ("hours", "carrier", *AIMS)
SEVERAL = ("owners", "existing_uses", "wanted_uses", "seasons")
UNKNOWN = "unknown"  # nobody knows whose it is; « to clarify » and several owners are other answers
GREENING = "greening"


@QmlElement
class SpaceForm(FindingDraft):
    """`field` in its slots is the record's: owners, existing_uses, wanted_uses, seasons, hours, carrier…"""

    answered = Signal()  # a notify signal of the base class would not be found by Qt

    record = SpaceCandidate
    names = frozenset(
        {
            *("kind", *QUALITIES, *SEVERAL, *WORDS, "mineral_share", "interim"),
            *("position", "address", "shape", "points", "observed_at", "text"),
        }
    )

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.changed.connect(self.answered)
        self._choices = SpaceChoices(tablet, self)
        self._corners = RowListModel(("latitude", "longitude"), self)
        self.changed.connect(self._show_outline)
        tablet.wordsChanged.connect(self._show_words)

    @Property(RowListModel, constant=True)
    def kinds(self) -> RowListModel:
        return self._choices.models["kinds"]

    @Property(RowListModel, constant=True)
    def qualityChoices(self) -> RowListModel:
        return self._choices.models["qualities"]

    @Property(RowListModel, constant=True)
    def ownerKinds(self) -> RowListModel:
        return self._choices.models["owners"]

    @Property(RowListModel, constant=True)
    def groundChoices(self) -> RowListModel:
        """From all mineral to mostly planted."""
        return self._choices.models["ground"]

    @Property(RowListModel, constant=True)
    def seasonChoices(self) -> RowListModel:
        return self._choices.models["seasons"]

    @Property(RowListModel, constant=True)
    def existingUses(self) -> RowListModel:
        """The usual ones and those chosen; all of them once asked for."""
        return self._choices.models["existing_uses"]

    @Property(RowListModel, constant=True)
    def wantedUses(self) -> RowListModel:
        return self._choices.models["wanted_uses"]

    @Property(RowListModel, constant=True)
    def carriers(self) -> RowListModel:
        """Groups that were named for other spaces (S-218)."""
        return self._choices.models["carrier"]

    @Property(RowListModel, constant=True)
    def corners(self) -> RowListModel:
        """Of what was drawn."""
        return self._corners

    @Property(str, notify=answered)
    def shape(self) -> str:
        return str(self.fields.get("shape") or POINT)

    @Property(float, notify=answered)
    def areaM2(self) -> float:
        return area_m2(self._points()) if self.fields.get("shape") == POLYGON else 0.0

    @Property(float, notify=answered)
    def lengthM(self) -> float:
        return length_m(str(self.fields.get("shape") or POINT), self._points())

    @Property(str, notify=answered)
    def kind(self) -> str:
        return self.fields.get("kind") or ""

    @Property(int, notify=answered)
    def kindAt(self) -> int:
        """Its place among the kinds; -1 without one."""
        return next((at for at, row in enumerate(self._choices.models["kinds"].rows) if row["code"] == self.kind), -1)

    @Property(str, notify=answered)
    def kindLabel(self) -> str:
        return self.title()

    @Property(str, notify=answered)
    def qualities(self) -> str:
        """Codes, one a line: a list would be written past its place by the binding of Qt."""
        return "\n".join(name for name in QUALITIES if self.fields.get(name))

    @Property(str, notify=answered)
    def owners(self) -> str:
        return self._codes("owners")

    @Property(str, notify=answered)
    def existing(self) -> str:
        return self._codes("existing_uses")

    @Property(str, notify=answered)
    def wanted(self) -> str:
        return self._codes("wanted_uses")

    @Property(str, notify=answered)
    def seasons(self) -> str:
        return self._codes("seasons")

    @Property(str, notify=answered)
    def ground(self) -> str:
        """The step of the scale that is nearest to the share; empty: not said."""
        return self._step()

    @Property(str, notify=answered)
    def interim(self) -> str:
        """yes, no, or empty."""
        said = self.fields.get("interim")
        return "" if said is None else "yes" if said else "no"

    @Property(bool, notify=answered)
    def oneAimMissing(self) -> bool:
        """Nature + wants both: planting, and that residents make it theirs (S-57)."""
        said = [bool(str(self.fields.get(name) or "").strip()) for name in AIMS]
        return any(said) and not all(said)

    @Property(bool, notify=answered)
    def greening(self) -> bool:
        """Something planted is wished for."""
        wanted = self.fields.get("wanted_uses") or ()
        entries = (self.tablet.catalogue.get("reuses", code) for code in wanted)
        return any(entry is not None and entry.data.get("group") == GREENING for entry in entries)

    @Property(int, notify=answered)
    def women(self) -> int:
        """Of the group whose view this is (S-67); -1: not collected."""
        return self._size("women")

    @Property(int, notify=answered)
    def men(self) -> int:
        return self._size("men")

    @Property(int, notify=answered)
    def others(self) -> int:
        return self._size("other_or_unsaid")

    @Slot(str, result=str)
    def words(self, field: str) -> str:
        """hours, carrier, greening_aim or appropriation_aim."""
        return str(self.fields.get(field) or "")

    @Slot(str, result=bool)
    def allShown(self, field: str) -> bool:
        return field in self._choices.open

    @Slot(str)
    @told
    def pickKind(self, code: str) -> None:
        self.choose("kind", code)

    @Slot(str)
    @told
    def toggleQuality(self, code: str) -> None:
        self.choose(code, True)

    @Slot(str)
    @told
    def toggleOwner(self, code: str) -> None:
        """Several may own it; « we do not know » stands alone."""
        held = list(self.fields.get("owners") or ())
        alone = code == UNKNOWN or UNKNOWN in held
        self.fields["owners"] = [one for one in held if one == code] if alone else held
        self.toggle("owners", code)
        self._choices.show_long("owners", self.fields)

    @Slot(str, str)
    @told
    def toggleOf(self, field: str, code: str) -> None:
        """One of several uses or seasons."""
        self.toggle(field, code)
        if field in LONG:
            self._choices.show_long(field, self.fields)

    @Slot(str)
    def showAll(self, field: str) -> None:
        """The rarer words too, or only the usual ones again."""
        self._choices.open ^= {field}
        self._choices.show_long(field, self.fields)
        self.changed.emit()

    @Slot(str)
    @told
    def pickGround(self, code: str) -> None:
        entry = self.tablet.catalogue.get("mineral_scale", code)
        if entry is not None:
            self.choose("mineral_share", None if self._step() == code else share_of(entry))

    @Slot(str)
    @told
    def pickInterim(self, code: str) -> None:
        self.choose("interim", code == "yes")

    @Slot(str, str)
    def writeWords(self, field: str, text: str) -> None:
        self.fields[field] = text
        self._typing.start()
        if field in AIMS:
            self.answered.emit()

    @Slot(str)
    @told
    def pickCarrier(self, name: str) -> None:
        """A group that was named before."""
        self.choose("carrier", name)

    @Slot()
    @told
    def save(self) -> None:
        """The draft becomes a space; what was drawn becomes the shape it is enough for."""
        fields = {name: self.fields.get(name) for name in self.names if name in self.fields}
        shape, points = settled(str(fields.get("shape") or POINT), self._points())
        place = fields.get("position")
        if shape == POINT and place is not None:
            points = (Point(lat_e7=place["lat_e7"], lon_e7=place["lon_e7"]),)
        fields["shape"], fields["points"] = shape, [_plain(point) for point in points]
        for name in WORDS:
            fields[name] = str(fields.get(name) or "").strip()
        self.save_record("space", self.title(), fields)

    def begin(self, walk_id: str | None, place: Position | None, **said: Any) -> None:
        """A new one, here."""
        self.open_new(walk_id, place, said)

    def is_empty(self) -> bool:
        said = ("kind", "points", *SEVERAL, *QUALITIES)
        typed = ("text", *WORDS)
        return (
            not any(str(self.fields.get(name) or "").strip() for name in typed)
            and not any(self.fields.get(name) for name in said)
            and self.fields.get("mineral_share") is None
            and self.fields.get("interim") is None
        )

    def title(self) -> str:
        return self.tablet.label("space_kinds", self.fields.get("kind"))

    def usual_shape(self) -> str:
        """What a space of its kind mostly is."""
        entry = self.tablet.catalogue.get("space_kinds", self.fields.get("kind") or "")
        shapes = entry.data.get("geometry", ()) if entry else (POLYGON,)
        return POLYGON if POLYGON in shapes else LINE if LINE in shapes else POINT

    def opened(self) -> None:
        self._choices.open = set()
        self._show_words()
        self._show_outline()

    def _codes(self, field: str) -> str:
        return "\n".join(self.fields.get(field) or ())

    def _points(self) -> list[Point]:
        return [Point(**point) for point in self.fields.get("points") or ()]

    def _size(self, gender: str) -> int:
        walk = self.tablet.store.records.find(self.walk_id) if self.walk_id else None
        return group_sizes(walk.attendance).get(gender, -1) if isinstance(walk, ExploratoryWalk) else -1

    @Slot()
    def _show_outline(self) -> None:
        self._corners.show(
            [{"latitude": point.lat_e7 / DEGREES, "longitude": point.lon_e7 / DEGREES} for point in self._points()]
        )

    @Slot()
    def _show_words(self) -> None:
        if self.id:
            self._choices.show(self.fields)

    def _step(self) -> str:
        share = self.fields.get("mineral_share")
        steps = self.tablet.catalogue.entries("mineral_scale")
        return "" if share is None else min(steps, key=lambda step: abs(share_of(step) - share)).code


def _plain(point: Point) -> dict[str, int]:
    return {"lat_e7": point.lat_e7, "lon_e7": point.lon_e7}
