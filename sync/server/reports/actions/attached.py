"""What is attached to a report (photos, voice notes, return visits and theirs, proofs) goes where the report goes.

And is as restricted: the one place that says what "attached" means, used whenever a report moves, closes or opens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sync.protocol import records
from sync.server.records.feed import Feed, Row
from sync.server.records.models import SERVER, Record
from sync.server.reports.models import Assignment, ReportHandling, StatusChange

_KINDS = frozenset(kind.RECORD for kind in (records.Photo, records.VoiceNote, records.Revisit))


def place_attached(handlings: Iterable[ReportHandling], feed: Feed) -> None:
    """Move everything attached to these reports with them. A proof stays hidden until the cell has checked it."""
    owners = {handling.pk: handling for handling in handlings}
    if not owners:
        return
    work = Assignment.objects.filter(handling__in=list(owners)).values_list("pk", "handling_id")
    above = {pk: owners[report_id] for pk, report_id in work} | owners
    checked = set(
        StatusChange.objects.filter(handling__in=list(owners), act="proof_checked").values_list("confirms", flat=True)
    )
    while above:
        below = {}
        for row in _attached_to(above, feed):
            handling = above[row.about]
            if row.kind == records.Revisit.RECORD:
                below[row.id] = handling
            if row.writer != SERVER or row.id in checked:
                hidden = handling.readers != "all"
                if (row.territory, row.restricted) != (handling.territory, hidden):
                    feed.move(row.id, handling.territory, restricted=hidden)
        above = below


def _attached_to(ids: Collection[str], feed: Feed) -> list[Record | Row]:
    """Rows not yet written included, and those taken back: their words are still in the bytes."""
    written = Record.objects.filter(about__in=list(ids), kind__in=_KINDS).defer("body")
    rows: list[Record | Row] = [row for row in written if row.id not in feed.pending]
    return [*rows, *(row for row in feed.pending.values() if row.kind in _KINDS and row.about in ids)]
