"""An approximate address from the point, asked of a BAN-compatible service off the request path; failure is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from sync.protocol import records
from sync.server.records import access as records_access
from sync.server.records.feed import writing
from sync.server.reports import tasks
from sync.server.reports.models import ReportHandling

TIMEOUT_SECONDS = 10
# Minutes before each further try: a service that is down for a day is still asked again.
RETRY_MINUTES = (1, 10, 60, 360, 1440)
# Of one task, so that a mail does not wait for the addresses of a whole push.
_AT_ONCE = 20


def find_addresses(handlings: Iterable[ReportHandling]) -> None:
    """Have them asked for, in the transaction that made or moved the points: one task for all of a push."""
    wanted = [handling.report_id for handling in handlings]
    if wanted:
        tasks.find_addresses.enqueue(wanted)


def look_up(report_ids: Sequence[str]) -> None:
    """Some of them now, the rest after whatever else waits. When the service fails, the rest waits as well."""
    left = list(report_ids)
    for report_id in report_ids[:_AT_ONCE]:
        left.remove(report_id)
        try:
            _look_up_one(report_id)
        except OSError as fault:
            _failed(report_id, str(fault), left)
            return
    if left:
        with writing():
            tasks.find_addresses.enqueue(left)


def _look_up_one(report_id: str) -> None:
    """Ask the service, outside any transaction, then write what it said. Raises OSError when it cannot be asked."""
    handling = ReportHandling.objects.filter(pk=report_id, address_state__in=("pending", "failed")).first()
    if handling is None or handling.lat is None or handling.lon is None:
        return
    found = nearest_address(handling.lat, handling.lon)
    with writing() as feed:
        from sync.server.reports.actions.arrivals import search_text_of
        from sync.server.reports.actions.history import Actor, add_line, refold

        handling = ReportHandling.objects.select_for_update(of=("self",)).get(pk=report_id)
        if handling.address_state == "found":
            return
        handling.address, handling.address_state = found, "found"
        report = records_access.get(records.Report, report_id)
        if report is not None:
            handling.search_text = search_text_of(handling, report)
        handling.save()
        add_line(feed, handling, "address", Actor(user=None, words=""), words=found)
        refold(handling, feed)


def nearest_address(lat: float, lon: float) -> str:
    """What the service calls this point, '' when it knows nothing near. Raises OSError when it cannot be asked."""
    from geopy.exc import GeopyError
    from geopy.geocoders import BANFrance

    address = settings.GEOCODER_URL
    parts = urlsplit(address if "//" in address else f"https://{address}")
    service = BANFrance(domain=f"{parts.netloc}{parts.path}".rstrip("/"), scheme=parts.scheme, timeout=TIMEOUT_SECONDS)
    try:
        found = service.reverse((lat, lon), exactly_one=True)
    except GeopyError as fault:
        raise OSError(f"{type(fault).__name__}: {fault}") from fault
    return found.address if found is not None else ""


def _failed(report_id: str, why: str, left: list[str]) -> None:
    """Say so, and try again later: another one first, in case the service refuses only this point."""
    with writing() as feed:
        from sync.server.reports.actions.history import Actor, add_line

        handling = ReportHandling.objects.select_for_update(of=("self",)).get(pk=report_id)
        tries = handling.lines.filter(act="address").count()
        handling.address_state = "failed"
        handling.save(update_fields=["address_state"])
        add_line(feed, handling, "address", Actor(user=None, words=""), words=why[:300])
        if tries < len(RETRY_MINUTES):
            left = [*left, report_id]
        if left:
            later = timezone.now() + timedelta(minutes=RETRY_MINUTES[min(tries, len(RETRY_MINUTES) - 1)])
            tasks.find_addresses.using(run_after=later).enqueue(left)
