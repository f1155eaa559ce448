"""Writes about the feed itself: epochs, erasures, media that came or are no longer wanted."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from sync.durable import sync_folder
from sync.protocol import ids, times
from sync.server import data_folder
from sync.server.records import media_parts, media_store
from sync.server.records.feed import writing
from sync.server.records.models import Conflict, Erasure, Feed, Medium, Naming, Participation, Unreceived

_log = logging.getLogger(__name__)
_MOST_MINUTES = 60


def epoch_after(known: str | None, highest_seq: int) -> str:
    """The epoch. A tablet of this epoch that saw a higher number than we gave proves that we were set back."""
    row = Feed.objects.filter(pk=Feed.ONLY).first() or Feed.objects.get_or_create(pk=Feed.ONLY)[0]
    if known == row.epoch and highest_seq > row.seq:
        _log.warning("a tablet saw number %s and this feed is at %s: a new epoch begins", highest_seq, row.seq)
        return new_epoch(at_least=highest_seq)
    return row.epoch


def new_epoch(*, at_least: int = 0) -> str:
    """Begin a new epoch, so that every tablet sends all again; numbers go on above any that was ever seen."""
    with writing():
        row, _made = Feed.objects.select_for_update().get_or_create(pk=Feed.ONLY)
        row.epoch = ids.new_id()
        row.seq = max(row.seq, at_least)
        row.save()
        return row.epoch


def media_held(sizes: Mapping[str, int]) -> None:
    """The bytes of these media (sha256 -> size) are in the store, and safe there from now on.

    What was erased or is named no more goes again.
    """
    media_store.settle(sizes)
    now = datetime.now(UTC)
    with writing():
        sizes = {sha256: size for sha256, size in sizes.items() if not _wanted_held(sha256, size, now)}
        if not sizes:
            return
        named = set(Naming.objects.filter(sha256__in=list(sizes)).values_list("sha256", flat=True))
        erased = Medium.objects.filter(sha256__in=list(sizes), state=Medium.State.ERASED)
        allowed = named - set(erased.values_list("sha256", flat=True))
        for sha256 in sizes.keys() - allowed:
            _remove_bytes(sha256)
        Medium.objects.bulk_create(
            (
                Medium(sha256=sha256, state=Medium.State.HELD, size=size, received_at=now)
                for sha256, size in sizes.items()
                if sha256 in allowed
            ),
            update_conflicts=True,
            unique_fields=["sha256"],
            update_fields=["state", "size", "received_at"],
        )


def _wanted_held(sha256: str, size: int, now: datetime) -> bool:
    """The common case of `media_held`, a photo that is wanted, in one statement; false when it is another one."""
    with connection.cursor() as cursor:
        adapted = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(_WANTED_HELD, [Medium.State.HELD, size, adapted, sha256, Medium.State.WANTED])
        return bool(cursor.rowcount == 1)


_WANTED_HELD = """
    UPDATE records_medium SET state = %s, size = %s, received_at = %s
    WHERE sha256 = %s AND state = %s
      AND EXISTS (SELECT 1 FROM records_naming WHERE records_naming.sha256 = records_medium.sha256)
"""


def media_found(sha256: str, size: int) -> None:
    """The bytes are in the store: say so where they were still wanted."""
    if Medium.objects.filter(pk=sha256, state=Medium.State.WANTED).exists():
        media_held({sha256: size})


def note_media_found() -> None:
    """Make the table say what the media folder holds (after a restore): held when the file is there, else wanted."""
    with writing():
        for medium in Medium.objects.filter(state__in=[Medium.State.WANTED, Medium.State.HELD]):
            there = media_store.holds(medium.sha256, medium.size)
            state = Medium.State.HELD if there else Medium.State.WANTED
            if medium.state != state:
                medium.state = state
                medium.save(update_fields=["state"])


def drop_superseded(media: Iterable[str]) -> None:
    """Media that no record names any more: marked so, their bytes deleted once that is committed."""
    with writing():
        for sha256 in media:
            if Naming.objects.filter(sha256=sha256).exists():
                continue
            Medium.objects.filter(pk=sha256).exclude(state=Medium.State.ERASED).update(state=Medium.State.SUPERSEDED)
            _remove_bytes(sha256)


def erase(record_id: str, *, reason: str) -> None:
    """Erase a record at a person's request, with the media that only it names.

    The line in the erasure file comes first: a restored backup must not bring back what was erased after it was made.
    """
    named = list(Naming.objects.filter(record_id=record_id).values_list("sha256", flat=True))
    shared = set(Naming.objects.filter(sha256__in=named).exclude(record_id=record_id).values_list("sha256", flat=True))
    only_here = [sha256 for sha256 in named if sha256 not in shared]
    _append_erasure(record_id, only_here, reason)
    apply_erasure(record_id, only_here, reason)


def apply_erasure(record_id: str, sha256: list[str], reason: str) -> None:
    """Make one erasure true in this database and in the media folder; doing it again changes nothing."""
    from sync.server.reports import actions as reports  # it writes through this app, so not at the top

    with writing() as feed:
        if not Erasure.objects.filter(pk=record_id).exists():
            feed.erase(record_id, sha256=sha256, reason=reason)
        reports.forget(record_id, feed)
        Naming.objects.filter(record_id=record_id).delete()
        for each in sha256:
            Medium.objects.update_or_create(
                sha256=each,
                defaults={"state": Medium.State.ERASED},
                create_defaults={"state": Medium.State.ERASED, "size": 0},
            )
            _remove_bytes(each)


def apply_erasure_file() -> int:
    """Apply every erasure ever asked for (after a restore); gives how many lines there are."""
    asked = _erasures_asked()
    for erasure in asked:
        apply_erasure(erasure["id"], erasure["sha256"], erasure["reason"])
    return len(asked)


def erasures_undone() -> list[str]:
    """Ids of records that were erased and of which this database knows nothing: it is older than the erasure file."""
    asked = {str(erasure["id"]) for erasure in _erasures_asked()}
    return sorted(asked - set(Erasure.objects.filter(pk__in=asked).values_list("pk", flat=True)))


def _erasures_asked() -> list[dict[str, Any]]:
    path = settings.DATA / data_folder.ERASURES
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def name_media(named: Mapping[str, Mapping[str, tuple[str, int]]], device_id: str) -> None:
    """What records now name (record id -> kind -> sha256 and size); bytes that no record names any more go."""
    with writing():
        old = Naming.objects.filter(record_id__in=list(named))
        before = set(old.values_list("sha256", flat=True))
        old.delete()
        namings = [
            Naming(record_id=record_id, kind=kind, sha256=sha256, size=size, device=device_id)
            for record_id, media in named.items()
            for kind, (sha256, size) in media.items()
        ]
        now = [naming.sha256 for naming in namings]
        Naming.objects.bulk_create(namings)
        fresh = (Medium(sha256=naming.sha256, size=naming.size) for naming in namings)
        Medium.objects.bulk_create(fresh, ignore_conflicts=True)
        Medium.objects.filter(sha256__in=now, state=Medium.State.SUPERSEDED).update(state=Medium.State.WANTED)
        drop_superseded(before - set(now))


def keep_beside(versions: Iterable[Conflict]) -> None:
    """Versions that did not follow the head: a person may see both."""
    with writing():
        Conflict.objects.bulk_create(versions, ignore_conflicts=True)


def took_the_head(hashes: Mapping[str, str]) -> None:
    """These revisions (record id -> hash) came again on top of the head: no longer versions beside it."""
    with writing():
        Conflict.objects.filter(record_id__in=list(hashes), hash__in=list(hashes.values())).delete()


def note_participation(device_id: str, walks: Iterable[str]) -> None:
    """This tablet wrote records of these walks, so it may pull them whole."""
    with writing():
        rows = (Participation(device=device_id, walk_id=walk) for walk in walks)
        Participation.objects.bulk_create(rows, ignore_conflicts=True)


def share_walks(one: str, other: str) -> None:
    """The other tablet may pull the same walks."""
    with writing():
        walks = Participation.objects.filter(device=one).values_list("walk_id", flat=True)
        Participation.objects.bulk_create(
            (Participation(device=other, walk_id=walk) for walk in walks), ignore_conflicts=True
        )


def forget_unreceived(record_id: str) -> None:
    """It is about to be tried again."""
    with writing():
        Unreceived.objects.filter(pk=record_id).delete()


def note_unreceived(record_id: str, fault: Exception) -> None:
    """An accepted record whose receiver failed: kept, to be tried again."""
    with writing():
        Unreceived.objects.update_or_create(
            record_id=record_id, defaults={"at": datetime.now(UTC), "error": f"{type(fault).__name__}: {fault}"[:1000]}
        )


def _remove_bytes(sha256: str) -> None:
    """Once this is committed: the whole medium, and what any tablet has sent of it so far."""

    def remove() -> None:
        media_parts.discard_all(sha256)
        remove_bytes(sha256)

    with writing() as feed:
        feed.afterwards.append(remove)


def remove_bytes(sha256: str, tries: int = 0) -> None:
    """Bytes that nobody may have any more. While their place does not answer it is tried again, until it does."""
    from sync.server.records import tasks

    if Medium.objects.filter(pk=sha256, state=Medium.State.HELD).exists():
        return  # named again meanwhile, and sent again
    try:
        media_store.remove(sha256)
    except OSError as fault:
        _log.error("medium %s could not be removed (%s); tried again later", sha256, fault)
        later = datetime.now(UTC) + timedelta(minutes=min(2**tries, _MOST_MINUTES))
        with writing():
            tasks.remove_bytes.using(run_after=later).enqueue(sha256, tries + 1)


def _append_erasure(record_id: str, sha256: list[str], reason: str) -> None:
    line = json.dumps({"id": record_id, "sha256": sha256, "reason": reason, "at": times.now()}) + "\n"
    path = settings.DATA / data_folder.ERASURES
    with path.open("a") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)  # the first line makes the file
