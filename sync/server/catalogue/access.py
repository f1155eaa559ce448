"""The catalogue in force, as both sides know it; read again only when an entry was published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import Count, Max

from sync.protocol import times
from sync.protocol.catalogue import Catalogue, entry_id
from sync.protocol.records import CatalogueEntry
from sync.server.catalogue.models import Entry
from sync.server.records import feed
from sync.server.records.models import SERVER

READABLE_BY_ALL = "all"

MEMO = "catalogue"
_cached: dict[tuple[int, int | None], Catalogue] = {}


def catalogue() -> Catalogue:
    """Every published entry, office-only lists included."""
    return feed.once(MEMO, _current)


def _current() -> Catalogue:
    found = Entry.objects.aggregate(count=Count("id"), last=Max("id"))
    version = (found["count"], found["last"])
    words = _cached.get(version)
    if words is None:
        words = Catalogue(map(_record, Entry.objects.order_by("place", "id")))
        _cached.clear()
        _cached[version] = words
    return words


def restricted_categories(codes: Iterable[str]) -> frozenset[str]:
    """Those that not everyone may read. An unknown code counts as such: it is shown once the office knows it."""
    wanted = set(codes)
    if not wanted:
        return frozenset()
    words = catalogue()
    open_to_all = {
        code
        for code in wanted
        if (entry := words.get("categories", code)) is not None
        and entry.data.get("readers", READABLE_BY_ALL) == READABLE_BY_ALL
    }
    return frozenset(wanted - open_to_all)


def _record(row: Entry) -> CatalogueEntry:
    written = times.format_time(datetime(row.valid_from.year, row.valid_from.month, row.valid_from.day, tzinfo=UTC))
    return CatalogueEntry(
        id=entry_id(row.list_code, row.code, row.version),
        writer=SERVER,
        created_at=written,
        updated_at=written,
        list=row.list_code,
        code=row.code,
        version=row.version,
        valid_from=row.valid_from.isoformat(),
        valid_to=row.valid_to.isoformat() if row.valid_to else None,
        fr=row.fr,
        en=row.en,
        icon=row.icon,
        aliases=tuple(row.aliases),
        data=row.data,
    )
