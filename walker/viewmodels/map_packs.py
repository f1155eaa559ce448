"""The map pictures of this tablet, served from when a page first shows a map."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walker.maps.tile_server import TileServer

PARIS = (48.8566, 2.3522)
ON_THE_WAY_S = 0.5  # a picture that went out may take so long until it is on a map, of a loaded tablet
_THEMES = {"jour": "day", "nuit": "night", "contraste": "contrast"}


class MapPacks:
    """Close it when the window is gone."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._theme = "jour"
        self._server: TileServer | None = None

    def url(self) -> str:
        """What the map asks for its pictures; the same in every theme, for a map cannot be given another."""
        return self._started().url()

    def show(self, theme: str) -> None:
        """Pictures are those of this theme of the window from now on."""
        self._theme = theme
        if self._server is not None:
            self._server.theme = _THEMES[theme]

    def has_some_on_the_way(self) -> bool:
        """Pictures went out just now: a map may take them in after it threw away what it had."""
        return self._server is not None and time.monotonic() - self._server.answered_at < ON_THE_WAY_S

    def credits(self) -> str:
        """What the makers of the packs ask to be shown."""
        return " · ".join(self._started().attributions())

    def covers(self, lat: float, lon: float) -> bool:
        """Whether there is a map of that place; otherwise the ground is plain."""
        return self._started().covers(lat, lon)

    def centre(self) -> tuple[float, float]:
        """Where a map opens when nothing is known of where we are: the middle of the first pack that says."""
        from walker.maps.packs import list_packs

        for pack in list_packs(self._data_dir):
            if pack.bounds is not None:
                west, south, east, north = pack.bounds
                return (south + north) / 2, (west + east) / 2
        return PARIS

    def reload(self) -> None:
        """Packs came or went."""
        from walker.maps.packs import pack_paths

        if self._server is not None:
            self._server.serve(pack_paths(self._data_dir))

    def close(self) -> None:
        if self._server is not None:
            self._server.stop()

    def _started(self) -> TileServer:
        if self._server is None:
            from walker.maps.packs import pack_paths
            from walker.maps.tile_server import TileServer

            self._server = TileServer(pack_paths(self._data_dir))
            self._server.theme = _THEMES[self._theme]
            self._server.start()
        return self._server
