"""A space that could become something better: its kind, three qualities that do not exclude one another, its owners."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Position, SpaceCandidate
from walker.viewmodels.finding_draft import FindingDraft
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

QUALITIES = ("degraded", "dysfunctional", "potential")
_TILE = ("code", "label", "iconName")


@QmlElement
class SpaceForm(FindingDraft):
    """Placed as a point; outlines come with the console."""

    answered = Signal()  # a notify signal of the base class would not be found by Qt

    record = SpaceCandidate
    names = frozenset({"kind", *QUALITIES, "owners", "position", "shape", "points", "observed_at", "text"})

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(tablet, parent)
        self.changed.connect(self.answered)
        self._kinds = RowListModel(_TILE, self)
        self._qualities = RowListModel(_TILE, self)
        self._owners = RowListModel(_TILE, self)
        tablet.wordsChanged.connect(self._show_words)

    @Property(RowListModel, constant=True)
    def kinds(self) -> RowListModel:
        return self._kinds

    @Property(RowListModel, constant=True)
    def qualityChoices(self) -> RowListModel:
        return self._qualities

    @Property(RowListModel, constant=True)
    def ownerKinds(self) -> RowListModel:
        return self._owners

    @Property(str, notify=answered)
    def kind(self) -> str:
        return self.fields.get("kind") or ""

    @Property(str, notify=answered)
    def kindLabel(self) -> str:
        return self.tablet.label("space_kinds", self.fields.get("kind"))

    @Property(str, notify=answered)
    def qualities(self) -> str:
        """Codes, one a line: a list would be written past its place by the binding of Qt."""
        return "\n".join(name for name in QUALITIES if self.fields.get(name))

    @Property(str, notify=answered)
    def owners(self) -> str:
        """Codes, one a line: a list would be written past its place by the binding of Qt."""
        return "\n".join(self.fields.get("owners") or ())

    @Slot(str)
    def pickKind(self, code: str) -> None:
        self.choose("kind", code)

    @Slot(str)
    def toggleQuality(self, code: str) -> None:
        self.choose(code, True)

    @Slot(str)
    def toggleOwner(self, code: str) -> None:
        self.toggle("owners", code)

    @Slot()
    @told
    def save(self) -> None:
        """The draft becomes a space."""
        fields = {name: self.fields.get(name) for name in self.names if name in self.fields}
        place = self.fields.get("position")
        if place is not None and not fields.get("points"):
            fields["points"] = [{"lat_e7": place["lat_e7"], "lon_e7": place["lon_e7"]}]
        self.save_record("space", self.tablet.label("space_kinds", self.fields.get("kind")), fields)

    def begin(self, walk_id: str | None, place: Position | None) -> None:
        """A new one, here."""
        self.open_new(walk_id, place, {})

    def is_empty(self) -> bool:
        said = ("kind", "owners", *QUALITIES)
        return not self.fields.get("text", "").strip() and not any(self.fields.get(name) for name in said)

    def opened(self) -> None:
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        if not self.id:
            return
        self._kinds.show(self.tablet.choices("space_kinds"))
        self._qualities.show(self.tablet.choices("qualities"))
        self._owners.show(self.tablet.choices("owner_kinds"))
