"""The loopback server between the packs and the map of the window (DESIGN §7)."""

from __future__ import annotations

import io
import logging
import socket
import threading
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PIL import Image

from walker.maps.build import build_pack
from walker.maps.features import Basemap
from walker.maps.mbtiles import MBTiles
from walker.maps.palette import PALETTES
from walker.maps.pictures import blank
from walker.maps.projection import tile_range
from walker.maps.tile_server import TileServer


def _get(url: str) -> tuple[str, bytes]:
    with urlopen(url, timeout=10) as answer:
        return answer.headers["Content-Type"], answer.read()


def _image(url: str) -> Image.Image:
    return Image.open(io.BytesIO(_get(url)[1])).convert("RGB")


def _status(url: str) -> int:
    with pytest.raises(HTTPError) as caught:
        urlopen(url, timeout=10)
    with caught.value:
        return caught.value.code


def _plain(image: Image.Image) -> tuple[int, ...] | None:
    """The colour of an image that has only one."""
    colours = image.getcolors()
    return colours[0][1] if colours is not None and len(colours) == 1 else None  # type: ignore[return-value]


@pytest.fixture
def plain_pack(shared_data: Path) -> Path:
    return shared_data / "tiles" / "node-mbtiles" / "plain_1.mbtiles"


def test_a_tile_comes_byte_for_byte_as_the_pack_holds_it(plain_pack: Path) -> None:
    pack = MBTiles(plain_pack)
    with TileServer([plain_pack]) as server:
        assert _get(f"{server.url()}3/4/2.png") == ("image/png", pack.tile(3, 4, 2))
        assert _get(f"http://127.0.0.1:{server.port}/{server.token}/3/4/2.png")[1] == pack.tile(3, 4, 2)
    pack.close()


def test_a_jpeg_pack_says_that_it_is_jpeg(shared_data: Path) -> None:
    with TileServer([shared_data / "tiles" / "mbtileserver" / "geography-class-jpg.mbtiles"]) as server:
        assert _get(f"{server.url()}1/0/0.png")[0] == "image/jpeg"


@pytest.mark.parametrize("theme", ["day", "night", "contrast"])
def test_where_there_is_no_map_the_ground_has_the_colour_of_the_theme(theme: str) -> None:
    with TileServer([]) as server:
        tile = _image(f"{server.url(theme)}15/16600/11270.png")
    assert tile.size == (256, 256) and _plain(tile) == PALETTES[theme].block


def test_bare_ground_takes_little_memory_on_the_map() -> None:
    """Six hours of walking off the pack pass a thousand of them."""
    from PySide6.QtGui import QImage

    drawn = QImage.fromData(blank("day"))
    assert (drawn.width(), drawn.height()) == (256, 256) and drawn.sizeInBytes() <= 8192


def test_null_corrupt_and_empty_tiles_are_drawn_blank_or_from_the_parent_never_refused(shared_data: Path) -> None:
    folder = shared_data / "tiles"
    packs = [
        folder / "node-mbtiles/corrupt_null_tile.mbtiles",
        folder / "mbtileserver/invalid-tile-format.mbtiles",
    ]
    with TileServer(packs) as server:
        for column in range(2):
            for row in range(2):
                assert _image(f"{server.url()}1/{column}/{row}.png").size == (256, 256)
    with TileServer(packs[1:]) as server:
        assert _plain(_image(f"{server.url()}0/0/0.png")) == PALETTES["day"].block


def test_beyond_the_last_zoom_the_right_part_of_the_parent_is_enlarged(shared_data: Path) -> None:
    path = shared_data / "tiles" / "mbtileserver" / "geography-class-png.mbtiles"
    with TileServer([path]) as server:
        parent = _image(f"{server.url()}1/1/0.png")
        child = _image(f"{server.url()}2/3/1.png")
    expected = parent.crop((128, 128, 256, 256)).resize((256, 256), Image.Resampling.BICUBIC)
    assert child.size == (256, 256)
    off = [abs(a - b) for a, b in zip(child.reduce(8).tobytes(), expected.reduce(8).tobytes(), strict=True)]
    assert max(off) <= 12, "south-east quarter of the parent"


def test_day_and_night_packs_are_kept_apart(crossing: Basemap, tmp_path: Path) -> None:
    paths = [tmp_path / f"{theme}.mbtiles" for theme in ("day", "night")]
    for path in paths:
        build_pack(crossing, path, title="T", theme=path.stem, zooms=range(16, 17))
    column, row, _, _ = tile_range(crossing.bounds, 16)
    with TileServer(paths) as server:
        day, night = (_image(f"{server.url(theme)}16/{column}/{row}.png") for theme in ("day", "night"))
    assert day.getpixel((2, 2)) == PALETTES["day"].block and night.getpixel((2, 2)) == PALETTES["night"].block


def test_a_foreign_daylight_pack_never_glares_at_night(shared_data: Path) -> None:
    with TileServer([shared_data / "tiles" / "mbtileserver" / "geography-class-png.mbtiles"]) as server:
        day, night = (_image(f"{server.url(theme)}0/0/0.png") for theme in ("day", "night"))
    assert max(day.tobytes()) > 200
    for band, limit in enumerate(PALETTES["night"].label):
        assert max(night.tobytes()[band::3]) <= limit


def test_a_pack_that_cannot_be_opened_is_told_and_the_others_still_serve(shared_data: Path, plain_pack: Path) -> None:
    with TileServer([shared_data / "tiles" / "node-mbtiles" / "corrupt.mbtiles", plain_pack]) as server:
        assert [problem.code for problem in server.problems] == ["pack_unreadable"]
        assert len(_get(f"{server.url()}0/0/0.png")[1]) == 7072


def test_without_the_token_nothing_is_told_and_odd_addresses_are_not_found(plain_pack: Path) -> None:
    with TileServer([plain_pack]) as server:
        root = f"http://127.0.0.1:{server.port}"
        for path in (
            "/", "/3/4/2.png", "/wrong/day/3/4/2.png",
            f"/{server.token}/day/3/8/2.png", f"/{server.token}/day/30/0/0.png",
            f"/{server.token}/dusk/3/4/2.png", f"/{server.token}/day/3/4/2.jpg", f"/{server.token}/../../etc/passwd",
        ):  # fmt: skip
            assert _status(root + path) == 404, path
        with pytest.raises(ValueError, match="dusk"):
            server.url("dusk")


def test_it_listens_on_loopback_only(plain_pack: Path) -> None:
    with TileServer([plain_pack]) as server:
        assert server._server is not None and server._server.server_address[0] == "127.0.0.1"


def test_stopping_leaves_no_thread_and_no_open_port_even_with_a_silent_client(plain_pack: Path) -> None:
    before = set(threading.enumerate())
    server = TileServer([plain_pack])
    server.start()
    server.start()  # a second start changes nothing
    port = server.port
    with socket.create_connection(("127.0.0.1", port)):
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 5
    assert set(threading.enumerate()) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
    server.stop()  # a second stop changes nothing
    with pytest.raises(RuntimeError):
        server.url()


def test_many_tiles_at_once_are_all_right_and_nothing_is_printed(
    plain_pack: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    pack = MBTiles(plain_pack)
    answers: list[bool] = []
    with TileServer([plain_pack]) as server:
        url = server.url()

        def fetch(column: int) -> None:
            answers.extend(_get(f"{url}4/{column}/{row}.png")[1] == pack.tile(4, column, row) for row in range(13))

        threads = [threading.Thread(target=fetch, args=(column,)) for column in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    pack.close()
    assert answers == [True] * (8 * 13)
    assert capfd.readouterr() == ("", "") and not caplog.records
