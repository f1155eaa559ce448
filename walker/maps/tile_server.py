"""Serves the map packs to QtLocation's osm plugin on a loopback port that no other machine can reach.

Addresses: /<token>/<theme>/<zoom>/<column>/<row>.png, or without a theme for the one of the moment: QtLocation asks the
same address as long as a map lives. The map always gets a picture: the tile itself, the part of a coarser one enlarged,
or bare ground. The secret token keeps other programs of this machine from reading along.
"""

from __future__ import annotations

import hmac
import logging
import math
import re
import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from sync.formats.errors import InputError
from walker.maps.mbtiles import HIGHEST_ZOOM, MBTiles, picture_format
from walker.maps.palette import DEFAULT_THEME, THEMES
from walker.maps.pictures import NotATile, blank, dim, enlarge

_log = logging.getLogger(__name__)

LEVELS_UP = 6  # how many zooms a coarser tile is enlarged: beyond, it is only mud
IDLE_SECONDS = 2
CONTENT_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
_ADDRESS = re.compile(r"/(?P<token>[\w-]+)(?:/(?P<theme>[a-z]+))?/(?P<z>\d{1,2})/(?P<x>\d{1,8})/(?P<y>\d{1,8})\.png")


class TileServer:
    """Start it, give `url()` to the map, set `theme`, stop it. A pack that cannot be opened is left out and told."""

    def __init__(self, pack_paths: Sequence[Path], token: str | None = None) -> None:
        self.token = token or secrets.token_urlsafe(16)
        self.theme = DEFAULT_THEME
        self.answered_at = -math.inf  # the last time a picture went out, in seconds of time.monotonic()
        self.problems: list[InputError] = []
        self._packs: list[MBTiles] = []
        self.serve(pack_paths)
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        if self._server is None:
            raise RuntimeError("the tile server is not started")
        return int(self._server.server_address[1])

    def url(self, theme: str | None = None) -> str:
        """What to give as `osm.mapping.custom.host`."""
        if theme is not None and theme not in THEMES:
            raise ValueError(f"unknown theme {theme!r}")
        return f"http://127.0.0.1:{self.port}/{self.token}/" + (f"{theme}/" if theme else "")

    def serve(self, pack_paths: Sequence[Path]) -> None:
        """These packs from now on, at the same address."""
        before, packs, problems = self._packs, list[MBTiles](), list[InputError]()
        for path in pack_paths:
            try:
                packs.append(MBTiles(path))
            except InputError as error:
                _log.warning("%s", error)
                problems.append(error)
        self._packs, self.problems = packs, problems
        for pack in before:
            pack.close()

    def covers(self, lat: float, lon: float) -> bool:
        """Whether some pack has a map of that place; one that does not say where it is may have."""
        return any(
            (bounds := pack.bounds) is None or (bounds[0] <= lon <= bounds[2] and bounds[1] <= lat <= bounds[3])
            for pack in self._packs
        )

    def attributions(self) -> list[str]:
        """What the makers of the packs ask to be shown on the map."""
        return list(dict.fromkeys(pack.attribution for pack in self._packs if pack.attribution))

    def start(self) -> None:
        if self._server is not None:
            return
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="tile-server")
        self._thread.start()

    def stop(self) -> None:
        """Every thread has ended and every pack is closed when this returns."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._server = self._thread = None
        for pack in self._packs:
            pack.close()
        self._packs = []

    def __enter__(self) -> TileServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def picture(self, theme: str, zoom: int, column: int, row: int) -> bytes:
        """The best picture there is for that place."""
        for levels in range(min(LEVELS_UP, zoom) + 1):
            for pack, foreign in self._by_preference(theme):
                data = pack.tile(zoom - levels, column >> levels, row >> levels)
                if data is None:
                    continue
                try:
                    shown = enlarge(data, levels, column, row) if levels else data
                    return dim(shown) if foreign and theme == "night" else shown
                except NotATile as error:
                    _log.debug("%s: tile %d/%d/%d is no picture: %s", pack.path, zoom, column, row, error)
        return blank(theme)

    def _by_preference(self, theme: str) -> Iterator[tuple[MBTiles, bool]]:
        """Packs drawn in this theme, then those of daylight or that do not say (True)."""
        yield from ((pack, False) for pack in self._packs if pack.theme == theme)
        yield from ((pack, True) for pack in self._packs if pack.theme != theme and pack.theme in (None, "day"))


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close() then waits for every answer under way: no thread is left behind

    def __init__(self, tiles: TileServer) -> None:
        self.tiles = tiles
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        _log.debug("a map request from %s broke off", client_address, exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    """One request, one connection: loopback makes a new one at no cost, and stopping has none to wait for."""

    server: _Server
    timeout = IDLE_SECONDS
    server_version = "tiles"
    sys_version = ""

    def do_GET(self) -> None:
        found = _ADDRESS.fullmatch(self.path)
        if found is None or not hmac.compare_digest(found["token"], self.server.tiles.token):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        theme, zoom = found["theme"] or self.server.tiles.theme, int(found["z"])
        column, row = int(found["x"]), int(found["y"])
        if theme not in THEMES or zoom > HIGHEST_ZOOM or max(column, row) >= 1 << zoom:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        picture = self.server.tiles.picture(theme, zoom, column, row)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", CONTENT_TYPES[picture_format(picture) or "png"])
        self.send_header("Content-Length", str(len(picture)))
        self.send_header("Cache-Control", "no-store")  # the pack may be another tomorrow
        self.end_headers()
        self.server.tiles.answered_at = time.monotonic()
        self.wfile.write(picture)

    def log_message(self, format: str, *args: Any) -> None:
        _log.debug("tile server: " + format, *args)
