"""A person in the office, for tests: one process beside the server, told what to do by lines of JSON on its input.

Run as a program with GUP_DATA (and DATABASE_URL, where there is one) set as for the server it belongs to. With the
argument `serve` it also keeps a server that answers tablets, in turn with the deeds, and that may die at any write.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "sync.server.settings"
    import django

    django.setup()
    if sys.argv[1:] == ["serve"]:
        from tests.sync.client import mortal_server

        mortal_server.run(do)
    for line in sys.stdin:
        sys.stdout.write(f"{do(line)}\n")
        sys.stdout.flush()


def do(line: str) -> str:
    """What was asked for, and its answer."""
    from django.db import connections

    asked = json.loads(line)
    answer = DEEDS[asked.pop("do")](**asked)
    connections.close_all()
    return json.dumps(answer)


def enrol_code(territories: list[str], minutes: int) -> str:
    from sync.server.accounts.actions import make_enrol_code
    from sync.server.territories.models import Territory

    found = Territory.objects.filter(code__in=territories)
    assert len(found) == len(territories), territories
    return make_enrol_code(found, life=timedelta(minutes=minutes))


def revoke(device: str) -> None:
    from sync.server.accounts.actions import revoke
    from sync.server.accounts.models import Device

    revoke(Device.objects.get(pk=device))


def grant(device: str, territories: list[str]) -> None:
    from sync.server.accounts.models import Device
    from sync.server.territories.models import Territory

    Device.objects.get(pk=device).territories.set(Territory.objects.filter(code__in=territories))


def age_token(device: str, days: int) -> None:
    from datetime import UTC, datetime

    from sync.server.accounts.models import Device

    Device.objects.filter(pk=device).update(token_since=datetime.now(UTC) - timedelta(days=days))


def device(device: str) -> dict[str, Any]:
    from sync.server.accounts.models import Device

    row = Device.objects.get(pk=device)
    return {"name": row.name, "skew_ms": row.clock_skew_ms, "territories": _codes(row), "revoked": bool(row.revoked_at)}


def _codes(row: Any) -> list[str]:
    return sorted(row.territories.values_list("code", flat=True))


def erase(record: str) -> None:
    from sync.server.records.actions import erase

    erase(record, reason="test")


def answer(report: str, device: str, words: str, walk: str | None) -> str:
    """Publish public words on a report, as the office does for the tablet that wrote it."""
    from sync.protocol import ids, records, times
    from sync.server.records.feed import writing

    now = times.now()
    said = records.Answer(
        id=ids.new_id(), writer="server", created_at=now, updated_at=now,
        report_id=report, walk_id=walk, words=words, status="answered", published_at=now,
    )  # fmt: skip
    with writing() as feed:
        feed.publish(said, device=device, walk_id=walk)
    return said.id


def move(record: str, territory: str) -> None:
    from sync.server.records.feed import writing

    with writing() as feed:
        feed.move(record, territory)


def new_epoch() -> str:
    from sync.server.records.actions import new_epoch

    return new_epoch()


def state(writer: str | None = None) -> dict[str, Any]:
    """What the server holds of one tablet, or of all: heads, earlier hashes, versions beside a head."""
    from sync.server.records.models import Conflict, Feed, KnownHash, Record

    rows = Record.objects.exclude(writer="server")
    if writer is not None:
        rows = rows.filter(writer=writer)
    heads = {row.id: row.hash for row in rows.only("id", "hash")}
    feed = Feed.objects.first()
    return {
        "heads": heads,
        "known": sorted(KnownHash.objects.filter(record_id__in=list(heads)).values_list("hash", flat=True)),
        "taken_in": _taken_in(rows.filter(kind="report")),
        "conflicts": sorted(Conflict.objects.filter(record_id__in=list(heads)).values_list("record_id", "hash")),
        "seq": feed.seq if feed else 0,
        "epoch": feed.epoch if feed else "",
    }


def _taken_in(reports: Any) -> dict[str, int]:
    """How often the office took in the head of each report: a line of history each time."""
    from sync.server.reports.models import StatusChange

    heads = dict(reports.values_list("id", "hash"))
    lines = StatusChange.objects.filter(handling_id__in=list(heads)).values_list("handling_id", "record_hash")
    return {report: sum(line == (report, head) for line in lines) for report, head in heads.items()}


def of_tablets(kind: str) -> list[dict[str, Any]]:
    """What tablets sent of that kind, in the order of ids."""
    from sync.server.records.models import Record

    rows = Record.objects.filter(kind=kind).order_by("id")
    return list(rows.values("id", "writer", "walk_id"))


def readable(device: str, but_about: list[str]) -> dict[str, str]:
    """What a tablet must hold once it pulled all: id and hash. Said again here, apart from what answers pulls."""
    from sync.server.accounts.models import Device
    from sync.server.records.models import Participation, Record

    granted = set(_codes(Device.objects.get(pk=device)))
    rows = list(Record.objects.exclude(writer=device).exclude(about__in=but_about).defer("body"))
    walks = set(Participation.objects.filter(device=device).values_list("walk_id", flat=True))
    return {
        row.id: row.hash
        for row in rows
        if row.kind in ("catalogue_entry", "territory_view")
        or (row.device == device and row.writer == "server")
        or (not row.restricted and (row.territory in granted or (row.walk_id and row.walk_id in walks)))
    }


def body(record: str) -> str:
    from sync.server.records.models import Record

    return bytes(Record.objects.get(pk=record).body).decode()


def versions(record: str) -> list[str]:
    """The bytes of every version of a record that the server can show: the head, and those beside it."""
    from sync.server.records.models import Conflict, Record

    beside = Conflict.objects.filter(record_id=record).values_list("body", flat=True)
    return [bytes(each).decode() for each in (Record.objects.get(pk=record).body, *beside)]


def media() -> dict[str, str]:
    from sync.server.records.models import Medium

    return dict(Medium.objects.values_list("sha256", "state"))


def restricted_category() -> str:
    from sync.server.catalogue.access import restricted_categories
    from sync.server.catalogue.models import Entry

    codes = Entry.objects.filter(list_code="categories").values_list("code", flat=True)
    return sorted(restricted_categories(codes))[0]


def snapshot(file: str) -> None:
    from django.db import connection

    Path(file).unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [file])


def set_back(file: str, media_lost: bool = False, new_epoch: bool = True) -> None:
    """As `gup restore` does, once it has checked the file."""
    from django.conf import settings

    from sync.server.commands import restore

    fresh = Path(settings.DATA) / "fresh.sqlite3"
    shutil.copy(file, fresh)
    restore._swap(Path(settings.DATA), fresh)
    if media_lost:
        shutil.rmtree(settings.MEDIA_FOLDER)
        settings.MEDIA_FOLDER.mkdir()
    if new_epoch:
        restore.begin_again()


DEEDS: dict[str, Callable[..., Any]] = {
    deed.__name__: deed
    for deed in (
        enrol_code, revoke, grant, age_token, device, erase, answer, move, new_epoch, state, of_tablets, readable,
        body, versions, media, restricted_category, snapshot, set_back,
    )
}  # fmt: skip

if __name__ == "__main__":
    main()
