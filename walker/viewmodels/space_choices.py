"""The lists of the space form: kinds, owners, uses… Of the long ones the usual words first, the rest on a touch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from sync.protocol.records import CatalogueEntry, SpaceCandidate
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet

# Wishes are mostly uses, what is there mostly furniture: the usual words are those of the first list.
LONG = {"owners": ("owner_kinds",), "existing_uses": ("furniture", "reuses"), "wanted_uses": ("reuses", "furniture")}
LISTS = {
    "kinds": "space_kinds",
    "qualities": "qualities",
    "ground": "mineral_scale",
    "seasons": "seasons",
}
MOST_CARRIERS = 6
_TILE = ("code", "label", "iconName")


class SpaceChoices:
    """Models by name: those of LISTS, of LONG (the record's fields), and `carrier`."""

    def __init__(self, tablet: Tablet, owner: QObject) -> None:
        self._tablet = tablet
        self.models = {name: RowListModel(_TILE, owner) for name in (*LISTS, *LONG, "carrier")}
        self.open: set[str] = set()  # lists that show all their words

    def show(self, fields: Mapping[str, Any]) -> None:
        """In the language chosen, for what the form says now."""
        for name, source in LISTS.items():
            self.models[name].show(self._tablet.choices(source))
        for name in LONG:
            self.show_long(name, fields)
        spaces = self._tablet.store.records.all(SpaceCandidate)
        known = dict.fromkeys(space.carrier for space in reversed(spaces) if space.carrier)
        rows = [{"code": name, "label": name, "iconName": "users"} for name in list(known)[:MOST_CARRIERS]]
        self.models["carrier"].show(rows)

    def show_long(self, name: str, fields: Mapping[str, Any]) -> None:
        """The usual ones and those chosen, or all of them."""
        chosen = fields.get(name) or ()
        entries: dict[str, CatalogueEntry] = {}
        for source in LONG[name]:
            for entry in self._tablet.catalogue.entries(source):
                entries.setdefault(entry.code, entry)
        shown = [
            entry
            for entry in entries.values()
            if name in self.open or entry.code in chosen or (entry.data.get("common") and entry.list == LONG[name][0])
        ]
        # Words of a newer catalogue are shown as they came.
        unknown: list[Row] = [
            {"code": code, "label": code, "iconName": "circle-question-mark"} for code in chosen if code not in entries
        ]
        self.models[name].show([*self._tablet.as_choices(shown), *unknown])


def share_of(step: CatalogueEntry) -> int:
    """Percent of the ground that is mineral, at that step of the scale."""
    return int(step.data.get("share", 100 - 25 * int(step.data.get("level", 0))))
