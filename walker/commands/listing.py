"""`walker list`: what this tablet recorded, where each of it stands, what it was told about it, and what can be chosen.

`standing` is what the page that sends says, word for word: both ask `store.sending`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from sync.protocol.codec import to_json
from sync.protocol.records import ExploratoryWalk, Photo, Report, SpaceCandidate, TerritoryView
from walker.commands.words import mend
from walker.domain.words import catalogue_of
from walker.store import Store
from walker.store.sending import Item, MediumStanding

_ALL = -1


def listing(store: Store, what: str, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Records as they are kept, each with its standing; reports with the answers this tablet was given.

    `receipts`: everything that was made here, drafts included, each in one state with what the server said of it.
    """
    for record_id in store.records.damaged():
        say(f"record {record_id} is damaged on this disk and is not listed; walker doctor says more")
    makers: dict[str, Callable[[Store], list[dict[str, Any]]]] = {
        "walks": lambda store: _standing(store, [to_json(walk) for walk in store.records.all(ExploratoryWalk)]),
        "reports": lambda store: _standing(store, [_report(store, each) for each in store.records.all(Report)]),
        "spaces": lambda store: _standing(store, [to_json(space) for space in store.records.all(SpaceCandidate)]),
        "photos": lambda store: _standing(store, [_photo(store, photo) for photo in store.records.all(Photo)]),
        "receipts": _receipts,
        "territories": _territories,
        "categories": lambda store: [_entry(entry) for entry in catalogue_of(store).entries("categories")],
    }
    return makers[what](store)


def _receipts(store: Store) -> list[dict[str, Any]]:
    media = store.sending.media()
    return [
        {"id": item.id, "kind": item.kind, "walk": item.walk, **_told(item, media.get(item.id, []))}
        for item in store.sending.items(limit=_ALL)
    ]


def _standing(store: Store, plain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    items = {item.id: item for item in store.sending.items(limit=_ALL)}
    media = store.sending.media()
    for record in plain:
        item = items.get(record["id"])  # none: the walk of another tablet, which alone sends it
        record["standing"] = None if item is None else _told(item, media.get(item.id, []))
        if past := store.sending.past_versions(record["id"]):
            record["past_versions"] = [to_json(version) for version in past]
    return plain


def _told(item: Item, media: list[MediumStanding]) -> dict[str, Any]:
    told: dict[str, Any] = {"state": item.state, "receipt": None}
    if item.receipt is not None:
        told["receipt"] = dataclasses.asdict(item.receipt)
    if item.code:
        told |= {"code": item.code, "message": item.message, "mend": mend(item.code)}
    if media:
        told["media"] = [dataclasses.asdict(medium) for medium in media]
    return told


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
