"""The only writer of what the office keeps of walks."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from sync.protocol import records, times
from sync.server.accounts.access import scope_of
from sync.server.accounts.models import User
from sync.server.records.feed import Feed, writing
from sync.server.reports.access import is_office
from sync.server.reports.actions import walk_arrived
from sync.server.reports.errors import Incomplete, NotAllowed
from sync.server.walks import access
from sync.server.walks.models import WalkFile


def set_next_visit(user: User, walk_id: str, day: date | None) -> None:
    """The office dates the return visit: without one a walk stays open (S-03)."""
    if day is None:
        raise Incomplete(_("Choose a day."), field="next_visit_on")
    with writing():
        scope = scope_of(user)
        file = access.visible(user, scope).filter(pk=walk_id).first()
        if file is None or not is_office(scope):
            raise NotAllowed(_("Only the GUP cell of this territory decides that."))
        file.next_visit_on, file.next_visit_chosen = day, True
        file.save(update_fields=["next_visit_on", "next_visit_chosen"])


def receive_walk(walk: records.Record, feed: Feed) -> None:
    """Make or refresh the file of a walk; findings that came before it learn its territory."""
    assert isinstance(walk, records.ExploratoryWalk)
    values: dict[str, object] = {
        "writer": walk.writer,
        "title": walk.title,
        "state": walk.state,
        "territory": walk.territory or "",
        "period": walk.period_held or walk.period_planned or "",
        "started_at": times.parse_time(walk.started_at) if walk.started_at else None,
        "length_cm": walk.length_cm,
        "follows_walk_id": walk.follows_walk_id or "",
        "withdrawn": walk.deleted_at is not None,
    }
    if not WalkFile.objects.filter(pk=walk.id, next_visit_chosen=True).exists():
        values["next_visit_on"] = walk.next_visit_on
    WalkFile.objects.update_or_create(
        walk_id=walk.id, defaults=values, create_defaults={**values, "received_at": feed.at}
    )
    walk_arrived(walk, feed)
