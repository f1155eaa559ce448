"""What every page can show: scenes that tests look at in every arrangement, and that docs/screens is taken of.

A part is a module with `scenes(stage)`: it brings the app to one state after another, from home with no walk running,
and yields the name of each. A new page adds its module here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.scenes import (
    camera,
    end,
    grid,
    hands,
    home,
    night,
    photos,
    prepare,
    report,
    revisit,
    rooms,
    sharing,
    space,
    walk,
)
from scripts.scenes.stage import Stage

Scenes = Callable[[Stage], Iterator[str]]

PARTS: dict[str, Scenes] = {
    "home": home.scenes,
    "prepare": prepare.scenes,
    "walk": walk.scenes,
    "camera": camera.scenes,
    "photos": photos.scenes,
    "night": night.scenes,
    "report": report.scenes,
    "space": space.scenes,
    "revisit": revisit.scenes,
    "grid": grid.scenes,
    "end": end.scenes,
    "hands": hands.scenes,
    "rooms": rooms.scenes,
    "sharing": sharing.scenes,
}

__all__ = ["PARTS", "Scenes", "Stage"]
