"""What happens when a tablet's record arrives. Safe to run again, in any order: a visit may come before its report."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

from django.db.models import F
from django.utils import timezone

from sync.protocol import records, times
from sync.rules.status import Verdict
from sync.server import publish
from sync.server.accounts.models import Device
from sync.server.records import access as records_access
from sync.server.records.feed import Feed
from sync.server.reports import vocabulary
from sync.server.reports.actions.addresses import want_address
from sync.server.reports.actions.history import Actor, add_line, refold
from sync.server.reports.models import NumberSeries, ReportHandling, StatusChange

_E7 = 10_000_000


def receive_report(report: records.Record, feed: Feed) -> None:
    """Make or refresh the handling of a report: its number, what lists filter by, and one line of history."""
    assert isinstance(report, records.Report)
    handling = ReportHandling.objects.select_for_update(of=("self",)).filter(pk=report.id).first()
    if handling is None:
        _first_time(report, feed)
        return
    if StatusChange.objects.filter(handling=handling, source=report.id, revision__gte=report.revision).exists():
        return
    act = _change(handling, report)
    _take_values(handling, report)
    wants_address = _place(handling, report, feed)
    handling.save()
    _note_report(act, handling, report, feed)
    if wants_address:
        want_address(handling)
    refold(handling, feed)


def _first_time(report: records.Report, feed: Feed) -> None:
    """The usual case, and a thousand of them in one sync: no fold is needed, nothing happened yet."""
    handling = ReportHandling(report_id=report.id, number=_next_number(feed), writer=report.writer, received_at=feed.at)
    _take_values(handling, report)
    wants_address = _place(handling, report, feed)
    handling.save(force_insert=True)
    _note_report("withdrawn" if handling.withdrawn else "received", handling, report, feed)
    if wants_address:
        want_address(handling)
    visits = list(records_access.about(records.Revisit, report.id, deleted=True))
    for visit in visits:
        _note_visit(visit, handling, feed)
    if visits:
        refold(handling, feed)
    else:
        publish.publish_first(handling, feed)


def _note_report(act: str, handling: ReportHandling, report: records.Report, feed: Feed) -> None:
    tablet = _tablet(report.writer)
    add_line(feed, handling, act, tablet, at=feed.at, public=True, source=report.id, revision=report.revision)


def receive_revisit(visit: records.Record, feed: Feed) -> None:
    """A return visit: a line of history that the fold weighs. Waits in the records when its report is unknown."""
    assert isinstance(visit, records.Revisit)
    handling = ReportHandling.objects.select_for_update(of=("self",)).filter(pk=visit.report_id).first()
    if handling is not None and _note_visit(visit, handling, feed):
        refold(handling, feed)


def receive_photo(photo: records.Record, feed: Feed) -> None:
    """A picture of a restricted report is as restricted as the report, whichever came first."""
    assert isinstance(photo, records.Photo)
    handling = ReportHandling.objects.filter(pk=photo.about or "").first()
    if handling is not None and handling.readers != "all":
        feed.move(photo.id, handling.territory, restricted=True)


def walk_arrived(walk: records.ExploratoryWalk, feed: Feed) -> None:
    """Findings that came before their walk, without a place of their own, take the walk's declared territory."""
    waiting = ReportHandling.objects.filter(walk_id=walk.id, territory="", territory_chosen=False, lat=None)
    for handling in waiting if walk.territory else ():
        handling.territory = walk.territory or ""
        handling.save(update_fields=["territory"])
        feed.move(handling.report_id, handling.territory, restricted=handling.readers != "all")
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


def _next_number(feed: Feed) -> str:
    year = timezone.localtime(feed.at).year
    if not NumberSeries.objects.filter(year=year).update(last=F("last") + 1):
        NumberSeries.objects.get_or_create(year=year)
        NumberSeries.objects.filter(year=year).update(last=F("last") + 1)
    # The update locked the row: no other transaction takes the same number.
    last = NumberSeries.objects.values_list("last", flat=True).get(year=year)
    return f"{year % 100:02d}-{last:04d}"


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
    """Point and territory; the territory was resolved when the record was accepted. True when the point is new."""
    before = (handling.lat, handling.lon)
    position = report.position
    handling.lat = position.lat_e7 / _E7 if position else None
    handling.lon = position.lon_e7 / _E7 if position else None
    row = records_access.row(report.id)
    if row is not None and not handling.territory_chosen:
        handling.territory = row.territory
    if not handling.territory and not handling.territory_chosen and position is None and report.walk_id:
        walk = records_access.get(records.ExploratoryWalk, report.walk_id)
        handling.territory = (walk.territory if walk else None) or ""
    if row is not None:
        feed.move(report.id, handling.territory, restricted=handling.readers != "all")
    if handling.readers != "all":
        for photo in list(records_access.about(records.Photo, report.id)):
            feed.move(photo.id, handling.territory, restricted=True)
    return position is not None and (handling.lat, handling.lon) != before and not handling.address


def _note_visit(visit: records.Revisit, handling: ReportHandling, feed: Feed) -> bool:
    """Whether this revision of the visit was not yet a line."""
    if StatusChange.objects.filter(handling=handling, source=visit.id, revision=visit.revision).exists():
        return False
    row = records_access.row(visit.id)
    received_at = row.received_at if row is not None else feed.at
    add_line(
        feed,
        handling,
        "revisit",
        _tablet(visit.writer),
        at=_corrected(visit, received_at),
        verdict=visit.verdict,
        words=visit.text,
        public=visit.verdict != Verdict.NOT_SEEN.value and visit.deleted_at is None,
        source=visit.id,
        revision=visit.revision,
        void=visit.deleted_at is not None,
    )
    return True


def _corrected(visit: records.Revisit, received_at: datetime) -> datetime:
    """When it was seen, by the server's clock (its skew is how far the tablet lags); never after it arrived."""
    skew = Device.objects.filter(pk=visit.writer).values_list("clock_skew_ms", flat=True).first() or 0
    seen_at = times.parse_time(visit.observed_at) + timedelta(milliseconds=skew)
    return min(seen_at, received_at.astimezone(UTC))


def _tablet(writer: str) -> Actor:
    device = Device.objects.filter(pk=writer).first()
    return Actor(user=None, words=str(device) if device is not None else "")


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
