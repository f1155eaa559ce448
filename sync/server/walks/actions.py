"""The only writer of what the office keeps of walks."""

from __future__ import annotations

from sync.protocol import records, times
from sync.server.records.feed import Feed
from sync.server.reports.actions import walk_arrived
from sync.server.walks.models import WalkFile


def receive_walk(walk: records.Record, feed: Feed) -> None:
    """Make or refresh the file of a walk; findings that came before it learn its territory."""
    assert isinstance(walk, records.ExploratoryWalk)
    values = {
        "writer": walk.writer,
        "title": walk.title,
        "state": walk.state,
        "territory": walk.territory or "",
        "period": walk.period_held or walk.period_planned or "",
        "started_at": times.parse_time(walk.started_at) if walk.started_at else None,
        "length_cm": walk.length_cm,
        "follows_walk_id": walk.follows_walk_id or "",
        "next_visit_on": walk.next_visit_on,
        "withdrawn": walk.deleted_at is not None,
    }
    WalkFile.objects.update_or_create(
        walk_id=walk.id, defaults=values, create_defaults={**values, "received_at": feed.at}
    )
    walk_arrived(walk, feed)
