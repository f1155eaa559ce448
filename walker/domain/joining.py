"""Several tablets in one walk: the lead shows an invitation, the others join it without a network.

Each tablet writes its own records; only the lead writes the walk. The server shows one walk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sync.protocol import ids, times
from sync.protocol.records import ExploratoryWalk
from sync.protocol.walk_invitation import WalkInvitation, read_invitation
from walker.errors import WalkerError
from walker.store import Store

HELD = "held"


def invitation_of(store: Store, walk: ExploratoryWalk) -> str:
    """What this tablet shows: its own walk, or (passed on) the one it joined."""
    passed_on = store.joined.invitation(walk.id)
    if passed_on is not None:
        return passed_on
    return WalkInvitation(
        walk_id=walk.id,
        title=walk.title,
        territory=walk.territory,
        grid_code=walk.grid_code,
        grid_version=walk.grid_version,
        period_planned=walk.period_planned,
        publics=walk.publics,
        themes=walk.themes,
        started_at=walk.started_at,
        lead=short_name(store),
    ).text


def short_name(store: Store) -> str:
    """Of this tablet, as the office names it: the last four signs of its id."""
    return ids.short_name(store.identity.device_id())


def join(store: Store, clock: Callable[[], datetime], text: str) -> ExploratoryWalk:
    """Take part in that walk, on disk when this returns; again for one that was joined before.

    Raises NotAnInvitation, or WalkerError `own_walk`: this tablet leads it.
    """
    invitation = read_invitation(text)
    known = store.records.find(invitation.walk_id)
    if known is not None:
        if isinstance(known, ExploratoryWalk) and store.joined.includes(known.id):
            return known
        raise WalkerError("own_walk", "this tablet leads that walk", mend="show its square to the others")
    now = times.format_time(clock())
    return store.joined.join(
        ExploratoryWalk(
            id=invitation.walk_id,
            writer="",
            created_at=now,
            updated_at=now,
            state=HELD,
            title=invitation.title,
            territory=invitation.territory,
            grid_code=invitation.grid_code,
            grid_version=invitation.grid_version,
            period_planned=invitation.period_planned,
            publics=invitation.publics,
            themes=invitation.themes,
            started_at=invitation.started_at or now,
        ),
        text,
    )
