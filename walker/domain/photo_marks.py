"""What is blurred and drawn on a photo: what the finder found, and what a person did since, step by step.

Kept as JSON beside the shot at every touch, so that nothing drawn is lost before the photo is accepted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from walker.store.photos import HELD, Shot

if TYPE_CHECKING:
    from sync.formats.photo import Arrow, Box

WHOLE = 10_000  # places are in ten-thousandths of the picture's width and height
FACE, PLATE, FINGER = range(3)
KINDS = ("face", "plate", "finger")
Area = tuple[int, int, int, int]  # left, top, right, bottom
Step = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Marks:
    """`found` by the finder; `steps` of a person, in their order: blur, spare or arrow."""

    found: tuple[tuple[int, ...], ...] = ()
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, shot: Shot) -> Marks:
        """Those of a shot as it is kept. What was found in an original that is gone is in the picture already."""
        found = shot.boxes if shot.state == HELD else ()
        return cls(found=found, steps=tuple(json.loads(shot.drawn)))

    def kept(self) -> str:
        """The steps as the store keeps them."""
        return json.dumps(self.steps, separators=(",", ":"))

    def areas(self) -> list[tuple[int, Area]]:
        """What is blurred now: kind and place."""
        held = [(box[4] if len(box) > 4 else FACE, _area(box)) for box in self.found]
        for step in self.steps:
            if "blur" in step:
                held += [(FINGER, _area(area)) for area in step["blur"]]
            elif "spare" in step:
                gone = {_area(area) for area in step["spare"]}
                held = [(kind, area) for kind, area in held if area not in gone]
        return held

    def boxes(self) -> tuple[Box, ...]:
        """The same for the preparation of the picture."""
        from sync.formats.photo import Box

        return tuple(
            Box(left=area[0], top=area[1], right=area[2], bottom=area[3], kind=KINDS[kind])  # type: ignore[arg-type]
            for kind, area in self.areas()
        )

    def arrows(self) -> tuple[Arrow, ...]:
        from sync.formats.photo import Arrow

        drawn = [step["arrow"] for step in self.steps if "arrow" in step]
        return tuple(Arrow(tail_x=one[0], tail_y=one[1], tip_x=one[2], tip_y=one[3]) for one in drawn)

    def touched(self, x: int, y: int, half: tuple[int, int]) -> Marks:
        """A touch: the box under the finger is shown again; where there is none, that place is blurred."""
        under = [area for _, area in self.areas() if area[0] <= x <= area[2] and area[1] <= y <= area[3]]
        if under:
            return self._with({"spare": [list(area) for area in self._together(under[-1])]})
        return self.stroked([(x, y)], half)

    def stroked(self, points: Sequence[tuple[int, int]], half: tuple[int, int]) -> Marks:
        """A finger went over these places; `half` is half the brush in width and height."""
        areas: list[list[int]] = []
        for x, y in points:
            area = [_inside(x - half[0]), _inside(y - half[1]), _inside(x + half[0]), _inside(y + half[1])]
            if area not in areas:
                areas.append(area)
        return self._with({"blur": areas}) if areas else self

    def pointed(self, tail: tuple[int, int], tip: tuple[int, int]) -> Marks:
        """An arrow from one place to another."""
        return self._with({"arrow": [*map(_inside, tail), *map(_inside, tip)]})

    def undone(self) -> Marks:
        """Without the last step."""
        return Marks(found=self.found, steps=self.steps[:-1])

    def _with(self, step: Step) -> Marks:
        return Marks(found=self.found, steps=(*self.steps, step))

    def _together(self, area: Area) -> list[Area]:
        """A stroke is one thing, however many places it covers."""
        for step in self.steps:
            places = [_area(one) for one in step.get("blur", ())]
            if area in places:
                return places
        return [area]


def _area(box: Sequence[int]) -> Area:
    return box[0], box[1], box[2], box[3]


def _inside(place: int) -> int:
    return min(WHOLE, max(0, place))
