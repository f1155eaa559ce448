"""Our own basemap: drawn in the colours of the screens, the same each time (S-178; DESIGN-UI §9)."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from sync.formats.errors import InputError
from walker.maps.build import build_pack
from walker.maps.draw import Sheet, draw_sheet
from walker.maps.features import Basemap, read_basemap
from walker.maps.labels import place_labels
from walker.maps.mbtiles import MBTiles
from walker.maps.palette import PALETTES, THEMES
from walker.maps.projection import tile_range, to_square, world_pixels

LON, LAT = 2.4475, 48.829


def _pixel(pack: MBTiles, zoom: int, lon: float, lat: float) -> tuple[int, ...]:
    x, y = (part * world_pixels(zoom) for part in to_square(lon, lat))
    data = pack.tile(zoom, int(x) // 256, int(y) // 256)
    assert data is not None
    colour = Image.open(io.BytesIO(data)).convert("RGB").getpixel((int(x) % 256, int(y) % 256))
    assert isinstance(colour, tuple)
    return colour


@pytest.mark.parametrize("theme", THEMES)
def test_streets_parks_and_ground_have_the_colours_of_the_theme(crossing: Basemap, tmp_path: Path, theme: str) -> None:
    out = tmp_path / "crossing.mbtiles"
    build_pack(crossing, out, title="Croisement", theme=theme, zooms=range(17, 19))
    pack, palette = MBTiles(out), PALETTES[theme]
    for zoom in (17, 18):
        assert _pixel(pack, zoom, LON, LAT + 0.0006) == palette.street
        assert _pixel(pack, zoom, LON + 0.0012, LAT + 0.0006) == palette.park
        assert _pixel(pack, zoom, LON - 0.0012, LAT + 0.0006) == palette.block
    assert pack.theme == theme and pack.title == "Croisement"
    pack.close()


def test_nothing_of_the_night_map_is_brighter_than_its_names(crossing: Basemap, tmp_path: Path) -> None:
    out = tmp_path / "night.mbtiles"
    build_pack(crossing, out, title="Nuit", theme="night", zooms=range(16, 19))
    pack = MBTiles(out)
    left, top, right, bottom = tile_range(crossing.bounds, 18)
    tiles = [pack.tile(18, x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
    pixels = b"".join(Image.open(io.BytesIO(tile)).convert("RGB").tobytes() for tile in tiles if tile)
    assert len(pixels) == len(tiles) * 256 * 256 * 3
    for band, limit in enumerate(PALETTES["night"].label):
        assert max(pixels[band::3]) <= limit
    assert max(pixels) > max(PALETTES["night"].street), "the street's name is written"
    pack.close()


def test_every_tile_of_the_bounds_is_there_and_the_same_drawing_gives_the_same_tiles(
    crossing: Basemap, tmp_path: Path
) -> None:
    counts = [build_pack(crossing, tmp_path / name, title="T", zooms=range(15, 18)) for name in ("a", "b")]
    first, second = MBTiles(tmp_path / "a"), MBTiles(tmp_path / "b")
    seen = 0
    for zoom in range(15, 18):
        left, top, right, bottom = tile_range(crossing.bounds, zoom)
        for x in range(left, right + 1):
            for y in range(top, bottom + 1):
                assert first.tile(zoom, x, y) == second.tile(zoom, x, y) is not None
                seen += 1
    assert counts == [seen, seen]
    first.close()
    second.close()


def test_a_sheet_cut_elsewhere_shows_the_same_map_so_names_meet_at_the_edges(crossing: Basemap) -> None:
    zoom = 18
    x, y = (int(part * world_pixels(zoom)) for part in to_square(LON, LAT))
    labels = place_labels(crossing, zoom)
    assert labels, "there is a name to cut"
    sheet = Sheet(zoom=zoom, left=x - 512, top=y - 256, side=512)
    moved = Sheet(zoom=zoom, left=x - 256, top=y - 256, side=512)
    one = draw_sheet(crossing, labels, sheet, PALETTES["day"]).crop((256, 0, 512, 512))
    other = draw_sheet(crossing, labels, moved, PALETTES["day"]).crop((0, 0, 256, 512))
    assert one.tobytes() == other.tobytes()


def test_names_stand_upright_and_apart(crossing_file: Path) -> None:
    """One street drawn in both directions: its name never hangs upside down, never lies over itself."""
    collection = json.loads(crossing_file.read_text(encoding="utf-8"))
    street = collection["features"][0]
    street["geometry"]["coordinates"].reverse()
    crossing_file.write_text(json.dumps(collection), encoding="utf-8")
    labels = place_labels(read_basemap(crossing_file), 18)
    assert [label.text for label in labels] == ["Rue Longue"] * len(labels)
    assert len(labels) >= 2 and all(abs(label.degrees) < 1 for label in labels)
    centres = sorted(label.centre[0] for label in labels)
    assert all(b - a > 150 for a, b in pairwise(centres))


def test_a_build_that_fails_leaves_the_old_pack_and_no_rest(
    crossing: Basemap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "pack.mbtiles"
    out.write_bytes(b"old")

    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("walker.maps.build.replace_durably", full_disk)
    with pytest.raises(OSError, match="No space"):
        build_pack(crossing, out, title="T", zooms=range(15, 16))
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("pack*")] == ["pack.mbtiles"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("not json", "basemap_unreadable", None),
        ('{"type": "FeatureCollection"}', "basemap_unreadable", None),
        ('{"features": []}', "basemap_empty", None),
        ('{"features": [{"properties": {"layer": "street"}, "geometry": null}]}', "basemap_feature", "feature 1"),
        (
            '{"features": [{"properties": {"layer": "lake"}, "geometry": {"type": "Point", "coordinates": [2, 48]}}]}',
            "basemap_feature",
            "feature 1",
        ),
        (
            '{"features": [{"properties": {"layer": "place"}, "geometry":'
            ' {"type": "Point", "coordinates": [2, 200]}}]}',
            "basemap_feature",
            "feature 1",
        ),
        (
            '{"map_bounds": [3, 48, 2, 49], "features": [{"properties": {"layer": "place"},'
            ' "geometry": {"type": "Point", "coordinates": [2, 48]}}]}',
            "basemap_bounds",
            None,
        ),
    ],
)
def test_a_drawing_that_cannot_be_drawn_is_refused_by_file_and_feature(
    tmp_path: Path, text: str, code: str, place: str | None
) -> None:
    path = tmp_path / "drawing.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_basemap(path)
    assert (caught.value.code, caught.value.place) == (code, place)
    assert str(caught.value).startswith(str(path)) and caught.value.mend


def test_a_drawing_that_is_not_there_is_said_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_basemap(tmp_path / "none.geojson")
