"""How a walk is called where it has no title: by its public and its time of day."""

from __future__ import annotations

from sync.protocol.records import ExploratoryWalk, WalkPlan
from walker.viewmodels.tablet import Tablet


def name_of(tablet: Tablet, walk: ExploratoryWalk | WalkPlan) -> str:
    """Its title, else such as « Femmes, de nuit »; empty when nothing is said."""
    if walk.title:
        return walk.title
    held = walk.period_held if isinstance(walk, ExploratoryWalk) else None
    period = tablet.label("day_night", walk.period_planned or (held if held != "unknown" else None))
    parts = [*(tablet.label("publics", code) for code in walk.publics), period[:1].lower() + period[1:]]
    return ", ".join(part for part in parts if part)
