"""Map and window must be one picture: the drawn colours are those of the window's tokens (DESIGN-UI §2.1, §9)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from walker.maps.palette import PALETTES

TOKENS = {
    "mapBlock": "block", "mapBuild": "building", "mapStreet": "street", "mapCase": "casing", "mapPark": "park",
    "mapRail": "rail", "mapLabel": "label", "mapHalo": "halo",
}  # fmt: skip


@pytest.mark.parametrize("theme", PALETTES)
def test_the_map_is_drawn_in_the_colours_of_the_window(theme: str) -> None:
    qml = files("walker").joinpath("qml", "Walker", f"{theme.capitalize()}Tokens.qml").read_text(encoding="utf-8")
    said = dict(re.findall(r'(map\w+): "#(\w{6})"', qml))
    for token, name in TOKENS.items():
        assert bytes.fromhex(said[token]) == bytes(getattr(PALETTES[theme], name)), token
