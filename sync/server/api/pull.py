"""`pull`: what the office and other tablets wrote, by cursor; all cursors advance together over one numbered feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.http import HttpRequest

from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.records import CatalogueEntry, TerritoryView
from sync.server.accounts.kin import Writers
from sync.server.accounts.models import Device
from sync.server.api.bodies import read_message
from sync.server.records.models import SERVER, Departure, Erasure, Feed, Participation
from sync.server.records.models import Record as Row

EVERYONE = "everyone"
_MOST_CURSOR = 2**63 - 1  # what the number of a row may be
_EVERYONE_KINDS = (CatalogueEntry.RECORD, TerritoryView.RECORD)
_ROW = ("seq", "id", "kind", "writer", "device", "walk_id", "territory", "restricted")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scopes:
    """What one tablet may pull."""

    device: str
    territories: frozenset[str]
    walks: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """As they are written on the wire."""
        return (
            EVERYONE,
            f"device:{self.device}",
            *(f"territory:{code}" for code in sorted(self.territories)),
            *(f"walk:{walk_id}" for walk_id in sorted(self.walks)),
        )

    def of(self, row: Mapping[str, object]) -> tuple[str, ...]:
        """The scopes in which this tablet reads that row."""
        found = []
        if row["kind"] in _EVERYONE_KINDS:
            found.append(EVERYONE)
        if row["device"] == self.device and row["writer"] == SERVER:
            found.append(f"device:{self.device}")
        if not row["restricted"]:
            if row["territory"] in self.territories:
                found.append(f"territory:{row['territory']}")
            if row["walk_id"] in self.walks:
                found.append(f"walk:{row['walk_id']}")
        return tuple(found)


def scopes_of(device: Device) -> Scopes:
    """Granted territories, and the walks this tablet has written a record of."""
    return Scopes(
        device=device.id,
        territories=frozenset(device.territories.values_list("code", flat=True)),
        walks=frozenset(Participation.objects.filter(device=device.id).values_list("walk_id", flat=True)),
    )


def anything_after(device: Device, scopes: Scopes, cursors: Mapping[str, int]) -> bool:
    """Whether a pull with these cursors would bring anything."""
    last = _last_number()
    at = _cursors(scopes, cursors)
    if min(at.values()) >= last:
        return False
    return bool(_rows(scopes, at, last, 1)) or bool(_departures(scopes, at, last)) or bool(_erased(at, last))


def answer(request: HttpRequest, device: Device) -> messages.PullAnswer:
    """One page. Its cursors cover every granted scope, so a page is never asked for twice once it is stored."""
    message = read_message(request, messages.PullRequest)
    return page(device, message.cursors, message.again)


def page(device: Device, cursors: Mapping[str, int], again: Sequence[str] = ()) -> messages.PullAnswer:
    """What comes next for that tablet after these cursors. Raises Refused: BAD_FIELD."""
    if len(again) > endpoints.MAX_AGAIN:
        raise Refused(ErrorCode.BAD_FIELD, f"again: at most {endpoints.MAX_AGAIN}")
    scopes = scopes_of(device)
    at = _cursors(scopes, cursors)
    feed = Feed.objects.filter(pk=Feed.ONLY).first() or Feed.objects.get_or_create(pk=Feed.ONLY)[0]
    found = _rows(scopes, at, feed.seq, endpoints.MAX_PULL_RECORDS + 1)
    rows, more = _page(found)
    end = rows[-1].seq if more else feed.seq
    left, erased = _departures(scopes, at, end), _erased(at, end)
    # A territory drawn anew sends thousands away at once: these come in pages, too.
    most = endpoints.MAX_PULL_RECORDS
    full = [told[most - 1].seq for told in (left, erased) if len(told) > most]
    if full:
        end, more = min(full), True
    return messages.PullAnswer(
        epoch=feed.epoch,
        records=tuple(row for row in rows if row.seq <= end),
        departures=tuple(_still_out(scopes, [row for row in left if row.seq <= end])),
        erased=tuple(row.record_id for row in erased if row.seq <= end),
        cursors={scope: max(cursor, end) for scope, cursor in at.items()},
        more=more,
        again=tuple(_again(scopes, device, again)),
    )


def _again(scopes: Scopes, device: Device, ids: Sequence[str]) -> Iterable[messages.PulledRecord]:
    """What a tablet lost to its disk: records that it or its kin wrote, and those that it may read anyway."""
    writers = Writers(device)
    size = 0
    for row in Row.objects.filter(pk__in=ids).values(*_ROW, "hash", "body") if ids else ():
        readable = scopes.of(row)
        size += len(row["body"])
        if (readable or row["writer"] in writers) and size <= endpoints.MAX_PULL_BYTES:
            body = bytes(row["body"]).decode()
            yield messages.PulledRecord(seq=row["seq"], scopes=readable, hash=row["hash"], body=body)


def _last_number() -> int:
    return Feed.objects.filter(pk=Feed.ONLY).values_list("seq", flat=True).first() or 0


def _cursors(scopes: Scopes, asked: Mapping[str, int]) -> dict[str, int]:
    if any(cursor < 0 or cursor > _MOST_CURSOR for cursor in asked.values()):
        raise Refused(ErrorCode.BAD_FIELD, "cursors: not numbers of this feed")
    return {scope: asked.get(scope, 0) for scope in scopes.names}


def _rows(
    scopes: Scopes, at: Mapping[str, int], last: int, limit: int
) -> list[tuple[dict[str, object], tuple[str, ...]]]:
    """The first rows after their cursors, each once, with all its scopes; every query walks one index."""
    found: dict[object, dict[str, object]] = {}
    for condition, cursor in _conditions(scopes, at):
        rows = (
            Row.objects.filter(condition, seq__gt=cursor, seq__lte=last)
            .exclude(~Q(writer=SERVER), device=scopes.device)  # what it sent itself; its kin may write under its name
            .order_by("seq")
            .values(*_ROW)[:limit]
        )
        found.update((row["id"], row) for row in rows)
    first = sorted(found.values(), key=lambda row: row["seq"])[:limit]  # type: ignore[arg-type, return-value]
    return [(row, scopes.of(row)) for row in first]


def _conditions(scopes: Scopes, at: Mapping[str, int]) -> Iterable[tuple[Q, int]]:
    yield Q(kind__in=_EVERYONE_KINDS), at[EVERYONE]
    yield Q(device=scopes.device, writer=SERVER), at[f"device:{scopes.device}"]
    for code in scopes.territories:
        yield Q(territory=code, restricted=False), at[f"territory:{code}"]
    # Walks advance together, so there is one query for nearly all of them.
    by_cursor = sorted((at[f"walk:{walk_id}"], walk_id) for walk_id in scopes.walks)
    for cursor, group in groupby(by_cursor, key=lambda pair: pair[0]):
        yield Q(walk_id__in=[walk_id for _, walk_id in group], restricted=False), cursor


def _page(
    found: list[tuple[dict[str, object], tuple[str, ...]]],
) -> tuple[list[messages.PulledRecord], bool]:
    """As many rows as fit, and whether some are left."""
    wanted = found[: endpoints.MAX_PULL_RECORDS]
    bodies = {
        record_id: (record_hash, bytes(body).decode())
        for record_id, record_hash, body in Row.objects.filter(pk__in=[row["id"] for row, _ in wanted]).values_list(
            "id", "hash", "body"
        )
    }
    page: list[messages.PulledRecord] = []
    size = 0
    for row, scopes in wanted:
        if row["id"] not in bodies:
            continue
        record_hash, body = bodies[str(row["id"])]
        size += len(body)
        if page and size > endpoints.MAX_PULL_BYTES:
            return page, True
        page.append(messages.PulledRecord(seq=int(str(row["seq"])), scopes=scopes, hash=record_hash, body=body))
    return page, len(found) > len(wanted)


def _departures(scopes: Scopes, at: Mapping[str, int], end: int) -> list[Departure]:
    """Who left a scope of which this tablet has read a part; at most a page, and one more when there are others."""
    found: list[Departure] = []
    read = sorted((cursor, scope) for scope, cursor in at.items() if cursor)
    for cursor, group in groupby(read, key=lambda pair: pair[0]):
        rows = Departure.objects.filter(scope__in=[scope for _, scope in group], seq__gt=cursor, seq__lte=end)
        found += rows.order_by("seq")[: endpoints.MAX_PULL_RECORDS + 1]
    return sorted(found, key=lambda row: row.seq)[: endpoints.MAX_PULL_RECORDS + 1]


def _still_out(scopes: Scopes, left: Sequence[Departure]) -> Iterable[messages.Departure]:
    """Without those that are back in the scope."""
    now = {row["id"]: row for row in Row.objects.filter(pk__in={row.record_id for row in left}).values(*_ROW)}
    return [
        messages.Departure(seq=row.seq, scope=row.scope, id=row.record_id)
        for row in left
        if row.record_id not in now or row.scope not in scopes.of(now[row.record_id])
    ]


def _erased(at: Mapping[str, int], end: int) -> list[Erasure]:
    """Erasures are told to all, with the scope that everybody has; a page at most, and one more."""
    found = Erasure.objects.filter(seq__gt=at[EVERYONE], seq__lte=end).order_by("seq")
    return list(found[: endpoints.MAX_PULL_RECORDS + 1])
