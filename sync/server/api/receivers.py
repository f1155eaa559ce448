"""What happens in the office when a tablet's record arrives: one line a kind, parents first.

A receiver takes all records of its kind that one push brought (the last revision of each). It runs in the same
transaction, after they were accepted; again for each later revision, deletions too; and before their parents when
those arrive later.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sync.protocol import codec
from sync.protocol.records import ExploratoryWalk, Photo, Record, Report, Revisit, TrackSegment, WalkClosureRequest
from sync.server.records import access, actions
from sync.server.records.feed import Feed, writing
from sync.server.records.models import Unreceived
from sync.server.reports import actions as reports
from sync.server.walks import actions as walks

_log = logging.getLogger(__name__)

RECEIVERS: dict[type[Record], Callable[[Sequence[Any], Feed], None]] = {
    ExploratoryWalk: walks.receive_walks,
    TrackSegment: walks.receive_segments,
    WalkClosureRequest: walks.receive_closure_requests,
    Report: reports.receive_reports,
    Revisit: reports.receive_revisits,
    Photo: reports.receive_photos,
}


def receive(records: Iterable[Record], feed: Feed) -> None:
    """Run the receivers. One that fails undoes only its own writes; its record is kept and noted."""
    concerned = [record for record in records if type(record) in RECEIVERS]
    if not concerned:
        return
    try:
        with feed.savepoint():
            _take_in(concerned, feed)
    except Exception:
        _log.exception("a receiver failed; trying the records of this batch one by one")
        _one_by_one(concerned, feed)


def _take_in(records: Sequence[Record], feed: Feed) -> None:
    for kind, receiver in RECEIVERS.items():
        batch = [record for record in records if type(record) is kind]
        if batch:
            receiver(batch, feed)


def _one_by_one(records: Iterable[Record], feed: Feed) -> None:
    for record in records:
        try:
            with feed.savepoint():
                _take_in([record], feed)
        except Exception as fault:
            _log.exception("%s %s was accepted but not taken in", record.RECORD, record.id)
            actions.note_unreceived(record.id, fault)


def receive_again() -> int:
    """Try once more what could not be taken in (after an upgrade, say); gives how many still cannot."""
    waiting = list(Unreceived.objects.order_by("at").values_list("record_id", flat=True))
    for record_id in waiting:
        with writing() as feed:
            row = access.row(record_id)
            actions.forget_unreceived(record_id)
            if row is not None:
                receive([codec.decode(bytes(row.body))], feed)
    return Unreceived.objects.count() if waiting else 0
