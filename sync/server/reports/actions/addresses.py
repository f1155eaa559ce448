"""An approximate address from the point, asked of a BAN-compatible service off the request path; failure is shown."""

from __future__ import annotations

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


def want_address(handling: ReportHandling) -> None:
    """Ask for it, in the transaction that made or moved the point."""
    handling.address_state = "pending"
    handling.save(update_fields=["address_state"])
    tasks.find_address.enqueue(handling.report_id)


def look_up(report_id: str) -> None:
    """Ask the service, outside any transaction, then write what it said; ask again later when it fails."""
    handling = ReportHandling.objects.filter(pk=report_id, address_state__in=("pending", "failed")).first()
    if handling is None or handling.lat is None or handling.lon is None:
        return
    try:
        found = nearest_address(handling.lat, handling.lon)
    except OSError as fault:
        _failed(report_id, str(fault))
        return
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


def _failed(report_id: str, why: str) -> None:
    with writing() as feed:
        from sync.server.reports.actions.history import Actor, add_line

        handling = ReportHandling.objects.select_for_update(of=("self",)).get(pk=report_id)
        tries = handling.lines.filter(act="address").count()
        handling.address_state = "failed"
        handling.save(update_fields=["address_state"])
        add_line(feed, handling, "address", Actor(user=None, words=""), words=why[:300])
        if tries < len(RETRY_MINUTES):
            later = timezone.now() + timedelta(minutes=RETRY_MINUTES[tries])
            tasks.find_address.using(run_after=later).enqueue(report_id)
