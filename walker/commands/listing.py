"""`walker list`: what this tablet recorded, with what it was told about it, and what can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sync.protocol.codec import to_json
from sync.protocol.records import ExploratoryWalk, Photo, Report, SpaceCandidate, TerritoryView
from walker.domain.words import catalogue_of
from walker.store import Store


def listing(store: Store, what: str, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Records as they are kept; reports with the answers this tablet was given, photos with their state."""
    for record_id in store.records.damaged():
        say(f"record {record_id} is damaged on this disk and is not listed; walker doctor says more")
    makers: dict[str, Callable[[Store], list[dict[str, Any]]]] = {
        "walks": lambda store: [to_json(walk) for walk in store.records.all(ExploratoryWalk)],
        "reports": lambda store: [_report(store, report) for report in store.records.all(Report)],
        "spaces": lambda store: [to_json(space) for space in store.records.all(SpaceCandidate)],
        "photos": lambda store: [_photo(store, photo) for photo in store.records.all(Photo)],
        "territories": _territories,
        "categories": lambda store: [_entry(entry) for entry in catalogue_of(store).entries("categories")],
    }
    return makers[what](store)


def _report(store: Store, report: Report) -> dict[str, Any]:
    plain: dict[str, Any] = to_json(report)
    handling = store.handling_of(report.id)
    plain["handling"] = None if handling is None else to_json(handling)
    plain["office_answers"] = [to_json(answer) for answer in store.answers_of(report.id)]
    return plain


def _photo(store: Store, photo: Photo) -> dict[str, Any]:
    plain: dict[str, Any] = to_json(photo)
    return {**plain, "sha256": photo.sha256, "size": photo.size, "state": store.photos.state(photo)}


def _territories(store: Store) -> list[dict[str, Any]]:
    """The perimeters that the server sent, then the words shipped for those it did not."""
    views = store.copies.all(TerritoryView)
    sent = [{"code": view.code, "kind": view.kind, "name": view.name, "outline": bool(view.rings)} for view in views]
    known = {view.code for view in views}
    words = catalogue_of(store).entries("territories")
    return sent + [
        {"code": entry.code, "kind": entry.data.get("kind"), "name": entry.fr, "outline": False}
        for entry in words
        if entry.code not in known
    ]


def _entry(entry: Any) -> dict[str, Any]:
    return {"code": entry.code, "fr": entry.fr, "en": entry.en, "icon": entry.icon, "parent": entry.data.get("parent")}
