"""The only writer of what the office keeps of walks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from sync.protocol import records, times
from sync.server.accounts.access import scope_of
from sync.server.accounts.models import User
from sync.server.records import access as records_access
from sync.server.records.feed import Feed, writing
from sync.server.reports.actions import walk_placed
from sync.server.reports.errors import Incomplete, NotAllowed
from sync.server.walks import access
from sync.server.walks.district import district_of
from sync.server.walks.models import WalkFile


def receive_closure_requests(requests: Sequence[records.WalkClosureRequest], feed: Feed) -> None:
    """The group asks to close the walk and may date the return; the rule decides whether it is closed."""
    _refresh_known({request.walk_id for request in requests}, feed)


def _request_of(walk_id: str) -> records.WalkClosureRequest | None:
    """The group's newest request, None when it made none or took it back."""
    requests = records_access.of_walk(records.WalkClosureRequest, walk_id)
    return max(requests, key=lambda each: (each.updated_at, each.id), default=None)


def set_next_visit(user: User, walk_id: str, day: date | None) -> None:
    """The office dates the return visit: without one a walk stays open (S-03)."""
    if day is None:
        raise Incomplete(_("Choose a day."), field="next_visit_on")
    with writing():
        scope = scope_of(user)
        file = access.visible(user, scope).filter(pk=walk_id).first()
        if file is None or not access.office_may(scope, file):
            raise NotAllowed(_("Only the GUP cell of this territory decides that."))
        file.next_visit_on, file.next_visit_chosen = day, True
        file.save(update_fields=["next_visit_on", "next_visit_chosen"])


def receive_walks(walks: Sequence[records.ExploratoryWalk], feed: Feed) -> None:
    """Make or refresh the files of walks; findings without a place of their own follow them."""
    for walk in walks:
        _refresh(walk, feed)


def receive_segments(segments: Sequence[records.TrackSegment], feed: Feed) -> None:
    """A track that came after its walk may lie in another district than the one declared."""
    _refresh_known({segment.walk_id for segment in segments}, feed)


def _refresh_known(walk_ids: Iterable[str], feed: Feed) -> None:
    found = (records_access.get(records.ExploratoryWalk, walk_id) for walk_id in sorted(walk_ids))
    receive_walks([walk for walk in found if walk is not None], feed)


def _refresh(walk: records.ExploratoryWalk, feed: Feed) -> None:
    district = district_of(walk, records_access.of_walk(records.TrackSegment, walk.id))
    values: dict[str, object] = {
        "writer": walk.writer,
        "title": walk.title,
        "state": walk.state,
        "territory": district.code,
        "territory_declared": district.declared,
        "period": walk.period_held or walk.period_planned or "",
        "started_at": times.parse_time(walk.started_at) if walk.started_at else None,
        "length_cm": walk.length_cm,
        "follows_walk_id": walk.follows_walk_id or "",
        "withdrawn": walk.deleted_at is not None,
    }
    asked = _request_of(walk.id)
    values["closure_requested_at"] = times.parse_time(asked.created_at) if asked else None
    if not WalkFile.objects.filter(pk=walk.id, next_visit_chosen=True).exists():
        values["next_visit_on"] = (asked.next_visit_on if asked else None) or walk.next_visit_on
    WalkFile.objects.update_or_create(
        walk_id=walk.id, defaults=values, create_defaults={**values, "received_at": feed.at}
    )
    walk_placed(walk.id, feed)
