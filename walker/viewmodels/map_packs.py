"""The map pictures of this tablet, served from when a page first shows a map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walker.maps.tile_server import TileServer

PARIS = (48.8566, 2.3522)
_THEMES = {"jour": "day", "nuit": "night", "contraste": "contrast"}


class MapPacks:
    """Close it when the window is gone."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._server: TileServer | None = None

    def url(self, theme: str) -> str:
        """What the map asks for its pictures, in a theme of the window."""
        return self._started().url(_THEMES[theme])

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
        """Packs came or went: they are served anew, at another address."""
        self.close()
        self._server = None

    def close(self) -> None:
        if self._server is not None:
            self._server.stop()

    def _started(self) -> TileServer:
        if self._server is None:
            from walker.maps.packs import pack_paths
            from walker.maps.tile_server import TileServer

            self._server = TileServer(pack_paths(self._data_dir))
            self._server.start()
        return self._server
