"""The colours of the basemap, by theme: those of the screens, so that map and window are one picture."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Palette:
    block: Colour
    building: Colour
    street: Colour
    casing: Colour
    park: Colour
    rail: Colour
    label: Colour
    halo: Colour


def _colours(**hexes: str) -> Palette:
    return Palette(**{name: (int(h[:2], 16), int(h[2:4], 16), int(h[4:], 16)) for name, h in hexes.items()})


PALETTES = {
    "day": _colours(
        block="E9E4D9",
        building="DED7C9",
        street="FFFFFF",
        casing="CFC7B8",
        park="CFE3C4",
        rail="B9B3A8",
        label="4A4F55",
        halo="FFFFFF",
    ),
    "night": _colours(
        block="0D0806",
        building="120B08",
        street="2A1C14",
        casing="070403",
        park="15120A",
        rail="20150F",
        label="B58260",
        halo="0A0605",
    ),
    "contrast": _colours(
        block="FFFFFF",
        building="F0F0F0",
        street="FFFFFF",
        casing="000000",
        park="DDF0D0",
        rail="777777",
        label="000000",
        halo="FFFFFF",
    ),
}
DEFAULT_THEME = "day"
THEMES = tuple(PALETTES)
