"""Publishes versions of words: the seed and an edit go through the same door."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sync.protocol.catalogue import OFFICE_ONLY_LISTS, entry_id
from sync.protocol.records import CatalogueEntry
from sync.server.catalogue import access
from sync.server.catalogue.models import Entry
from sync.server.records.feed import writing

_log = logging.getLogger(__name__)


def publish_entries(entries: Iterable[CatalogueEntry]) -> int:
    """Publish those not yet published; gives how many. A published version is never changed: that is logged."""
    with writing() as feed:
        known = {(row.list_code, row.code, row.version): row for row in Entry.objects.all()}
        fresh = []
        for place, entry in enumerate(entries):
            row = _row(entry, place)
            held = known.get((entry.list, entry.code, entry.version))
            if held is None:
                fresh.append(row)
                if entry.list not in OFFICE_ONLY_LISTS:
                    feed.publish(replace(entry, id=entry_id(entry.list, entry.code, entry.version)))
            elif _content(held) != _content(row):
                _log.warning(
                    "%s version %s is published and stays as it is; give the change a new version", row, row.version
                )
        Entry.objects.bulk_create(fresh)
        feed.memo.pop(access.MEMO, None)
    return len(fresh)


def _row(entry: CatalogueEntry, place: int) -> Entry:
    return Entry(
        list_code=entry.list,
        code=entry.code,
        version=entry.version,
        valid_from=date.fromisoformat(entry.valid_from),
        valid_to=date.fromisoformat(entry.valid_to) if entry.valid_to else None,
        fr=entry.fr,
        en=entry.en,
        icon=entry.icon,
        aliases=list(entry.aliases),
        data=dict(entry.data),
        place=place,
    )


def _content(row: Entry) -> tuple[object, ...]:
    return (row.valid_from, row.valid_to, row.fr, row.en, row.icon, row.aliases, row.data)
