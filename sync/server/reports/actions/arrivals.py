"""What happens when tablets' records arrive, as many as one push brings.

Safe to run again, in any order: a visit may come before its report.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from django.db.models import F, Max
from django.utils import timezone

from sync.protocol import records, times
from sync.rules.status import Verdict
from sync.server import publish
from sync.server.accounts.models import Device
from sync.server.records import access as records_access
from sync.server.records import bulk
from sync.server.records.feed import Feed
from sync.server.reports import vocabulary
from sync.server.reports.actions.addresses import find_addresses
from sync.server.reports.actions.attached import place_attached
from sync.server.reports.actions.history import Actor, add_line, refold
from sync.server.reports.models import NumberSeries, ReportHandling, StatusChange

_E7 = 10_000_000


def receive_reports(reports: Sequence[records.Report], feed: Feed) -> None:
    """Make or refresh the handlings of reports: number, what lists filter by, one line of history each."""
    held = _handlings(report.id for report in reports)
    _first_time([report for report in reports if report.id not in held], feed)
    for report in reports:
        if report.id in held:
            _again(held[report.id], report, feed)


def _first_time(reports: Sequence[records.Report], feed: Feed) -> None:
    """The usual case, and hundreds of them in one push: no fold is needed unless a visit came first."""
    if not reports:
        return
    tablets = _tablets(report.writer for report in reports)
    made = {}
    for report, number in zip(reports, _numbers(len(reports), feed), strict=True):
        made[report.id] = handling = ReportHandling(
            report_id=report.id, number=number, writer=report.writer, received_at=feed.at
        )
        _take_values(handling, report)
        _place(handling, report, feed)
    bulk.insert(ReportHandling, made.values())
    hashes = _hashes(reports)
    bulk.insert(
        StatusChange,
        (
            _line_of(
                report,
                "withdrawn" if report.deleted_at else "received",
                made[report.id],
                tablets,
                feed,
                record_hash=hashes[report.id],
                revision=report.revision,
            )
            for report in reports
        ),
    )
    early = records_access.with_something_about(made)  # came before their report; nobody can work on it yet
    place_attached((made[report_id] for report_id in early), feed)
    find_addresses(handling for handling in made.values() if handling.address_state == "pending")
    visited = _note_visits(list(records_access.about(records.Revisit, *early, deleted=True)), made, feed)
    for handling in made.values():
        if handling.pk in visited:
            refold(handling, feed)
        else:
            publish.publish_first(handling, feed)


def _again(handling: ReportHandling, report: records.Report, feed: Feed) -> None:
    """A later revision, or one that was taken in before."""
    record_hash = _hashes([report])[report.id]
    taken = handling.lines.filter(source=report.id)
    if taken.filter(record_hash=record_hash).exists():
        return
    # Not the tablet's own number alone: two clones of it may both be at their second revision.
    revision = max(report.revision, 1 + (taken.aggregate(last=Max("revision"))["last"] or 0))
    act = _change(handling, report)
    _take_values(handling, report)
    if _place(handling, report, feed):
        find_addresses([handling])
    handling.save()
    tablets = _tablets([report.writer])
    _line_of(report, act, handling, tablets, feed, record_hash=record_hash, revision=revision).save(force_insert=True)
    place_attached([handling], feed)
    refold(handling, feed)


def receive_revisits(visits: Sequence[records.Revisit], feed: Feed) -> None:
    """Return visits: lines of history that the fold weighs. They wait in the records while their report is unknown."""
    held = _handlings(visit.report_id for visit in visits)
    place_attached(held.values(), feed)
    visited = _note_visits([visit for visit in visits if visit.report_id in held], held, feed)
    for report_id in visited:
        refold(held[report_id], feed)


def receive_photos(photos: Sequence[records.Photo], feed: Feed) -> None:
    """A picture of a report, or of a visit to it, is as restricted as the report, whichever came first."""
    about = {photo.about for photo in photos if photo.about}
    visits = [row.about for row in records_access.rows(about) if row.kind == records.Revisit.RECORD]
    place_attached(ReportHandling.objects.in_bulk([*about, *visits]).values(), feed)


def walk_placed(walk_id: str, feed: Feed) -> None:
    """Findings without a place of their own lie where their walk does; their records were moved there already."""
    files = ReportHandling.objects.filter(walk_id=walk_id, territory_chosen=False).in_bulk()
    for row in records_access.rows(files):
        handling = files[row.id]
        if handling.territory != row.territory:
            handling.territory = row.territory
            handling.save(update_fields=["territory"])
            place_attached([handling], feed)
            refold(handling, feed)


def plain(text: str) -> str:
    """Lower case without accents: what searches compare."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def search_text_of(handling: ReportHandling, report: records.Report) -> str:
    """Everything a person may type to find this report."""
    detail = report.place_detail
    parts = [
        handling.number,
        report.provisional_number,
        report.external_reference,
        report.text,
        report.category_words,
        report.address,
        handling.address,
        *(() if detail is None else (getattr(detail, name) or "" for name in detail.__slots__)),
    ]
    return plain(" ".join(part for part in parts if part))


def _numbers(count: int, feed: Feed) -> list[str]:
    """The next so many numbers of the year; the update locks the row, so no other transaction takes the same."""
    year = timezone.localtime(feed.at).year
    series = NumberSeries.objects.filter(year=year)
    if not series.update(last=F("last") + count):
        NumberSeries.objects.get_or_create(year=year)
        series.update(last=F("last") + count)
    last = series.values_list("last", flat=True).get()
    return [f"{year % 100:02d}-{number:04d}" for number in range(last - count + 1, last + 1)]


def _handlings(report_ids: Iterable[str]) -> dict[str, ReportHandling]:
    return ReportHandling.objects.select_for_update(of=("self",)).in_bulk(list(report_ids))


def _tablets(writers: Iterable[str]) -> dict[str, Device]:
    return Device.objects.in_bulk(set(writers))


def _change(handling: ReportHandling, report: records.Report) -> str:
    if report.deleted_at is not None:
        return "withdrawn"
    return "restored" if handling.withdrawn else "revised"


def _take_values(handling: ReportHandling, report: records.Report) -> None:
    handling.withdrawn = report.deleted_at is not None
    handling.provisional_number = report.provisional_number
    handling.kind = report.kind
    handling.place_kind = report.place_kind or ""
    handling.urgency = report.urgency or ""
    handling.danger = report.danger or vocabulary.is_dangerous(report.urgency or "")
    handling.walk_id = report.walk_id or ""
    handling.observed_at = times.parse_time(report.observed_at) if report.observed_at else None
    if not handling.category_chosen:
        handling.category = report.category or ""
    handling.family = vocabulary.family_of(handling.category)
    handling.readers = vocabulary.readers_of(handling.category)
    if report.address:
        handling.address, handling.address_state = report.address, "found"
    handling.search_text = search_text_of(handling, report)


def _place(handling: ReportHandling, report: records.Report, feed: Feed) -> bool:
    """Point and territory; the territory was resolved when the record was accepted. True when an address is wanted."""
    before = (handling.lat, handling.lon)
    position = report.position
    handling.lat = position.lat_e7 / _E7 if position else None
    handling.lon = position.lon_e7 / _E7 if position else None
    row = records_access.row(report.id)
    if row is not None and not handling.territory_chosen:
        handling.territory = row.territory
    if row is not None:
        feed.move(report.id, handling.territory, restricted=handling.readers != "all")
    wanted = position is not None and (handling.lat, handling.lon) != before and not handling.address
    if wanted:
        handling.address_state = "pending"
    return wanted


def _hashes(arrived: Iterable[records.Record]) -> dict[str, str]:
    """The hash of what was accepted of each of these records: by it we know what was taken in already."""
    ids = [record.id for record in arrived]
    return dict.fromkeys(ids, "") | {row.id: row.hash for row in records_access.rows(ids)}


def _line_of(
    report: records.Report,
    act: str,
    handling: ReportHandling,
    tablets: Mapping[str, Device],
    feed: Feed,
    *,
    record_hash: str,
    revision: int,
) -> StatusChange:
    """The line, not yet saved, that this revision of the report came."""
    return add_line(
        feed,
        handling,
        act,
        _tablet(report.writer, tablets),
        at=feed.at,
        public=True,
        source=report.id,
        revision=revision,
        record_hash=record_hash,
        save=False,
    )


def _note_visits(
    visits: Sequence[records.Revisit], handlings: Mapping[str, ReportHandling], feed: Feed
) -> dict[str, None]:
    """One line for each revision of a visit that has none yet; gives the reports they concern, in order."""
    if not visits:
        return {}
    ids = [visit.id for visit in visits]
    hashes = _hashes(visits)
    noted = set()
    last: dict[str | None, int] = {}
    lines = StatusChange.objects.filter(source__in=ids)
    for handling_id, source, record_hash, revision in lines.values_list(
        "handling_id", "source", "record_hash", "revision"
    ):
        noted.add((handling_id, source, record_hash))
        last[source] = max(revision, last.get(source, 0))
    fresh = [visit for visit in visits if (visit.report_id, visit.id, hashes[visit.id]) not in noted]
    tablets = _tablets(visit.writer for visit in fresh)
    StatusChange.objects.bulk_create(
        add_line(
            feed,
            handlings[visit.report_id],
            "revisit",
            _tablet(visit.writer, tablets),
            at=_seen_at(visit, tablets, feed),
            verdict=visit.verdict,
            words=visit.text,
            public=visit.verdict != Verdict.NOT_SEEN.value and visit.deleted_at is None,
            source=visit.id,
            revision=max(visit.revision, 1 + last.get(visit.id, 0)),
            record_hash=hashes[visit.id],
            void=visit.deleted_at is not None,
            save=False,
        )
        for visit in fresh
    )
    return dict.fromkeys(visit.report_id for visit in fresh)


def _seen_at(visit: records.Revisit, tablets: Mapping[str, Device], feed: Feed) -> datetime:
    """When it was seen, by the server's clock (its skew is how far the tablet lags); never after it arrived."""
    row = records_access.row(visit.id)
    received_at = row.received_at if row is not None else feed.at
    tablet = tablets.get(visit.writer)
    skew = (tablet.clock_skew_ms if tablet else None) or 0
    seen_at = times.parse_time(visit.observed_at) + timedelta(milliseconds=skew)
    return min(seen_at, received_at.astimezone(UTC))


def _tablet(writer: str, tablets: Mapping[str, Device]) -> Actor:
    return Actor(user=None, words=str(tablets[writer]) if writer in tablets else "")


def forget(record_id: str, feed: Feed) -> None:
    """A record erased at a person's request: nothing its author wrote stays in the office's columns or views."""
    StatusChange.objects.filter(source=record_id).update(words="")
    handling = ReportHandling.objects.select_for_update(of=("self",)).filter(pk=record_id).first()
    if handling is None:
        return
    handling.lines.filter(act="address").update(words="")
    handling.withdrawn, handling.address_state = True, "none"
    handling.search_text = handling.address = handling.provisional_number = ""
    handling.lat = handling.lon = None
    handling.save()
    refold(handling, feed)
