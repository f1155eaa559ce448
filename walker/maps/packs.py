"""The map packs of a data folder: which there are, and how one more is taken in or drawn.

What draws and what reads lists of addresses is loaded when it does: home asks which packs there are at each start.
"""

from __future__ import annotations

import errno
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sync.durable import replace_durably
from sync.formats.errors import InputError
from walker.maps.mbtiles import MBTiles
from walker.maps.palette import THEMES
from walker.maps.projection import Bounds

FOLDER = "packs"
ENDING = ".mbtiles"
ADDRESS_FILES = (".csv", ".tsv", ".txt", ".json", ".geojson")  # what a list of addresses comes as
SPACE_LEFT = 50 * 1024 * 1024  # bytes a map must leave free for the walk itself


@dataclass(frozen=True, kw_only=True)
class Pack:
    """One file of the folder; `problem` says why it cannot be shown, if it cannot."""

    name: str
    title: str = ""
    theme: str | None = None
    format: str | None = None
    minzoom: int = 0
    maxzoom: int = 0
    bounds: Bounds | None = None
    attribution: str = ""
    size: int = 0
    problem: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def pack_paths(data_dir: Path) -> list[Path]:
    """The files of the folder, in the order the tile server asks them."""
    return sorted((data_dir / FOLDER).glob(f"*{ENDING}"))


def list_packs(data_dir: Path) -> list[Pack]:
    return [describe(path) for path in pack_paths(data_dir)]


def describe(path: Path) -> Pack:
    size = path.stat().st_size
    try:
        tiles = MBTiles(path)
    except InputError as error:
        return Pack(name=path.stem, size=size, problem=str(error))
    try:
        return Pack(
            name=path.stem,
            title=tiles.title,
            theme=tiles.theme,
            format=tiles.format,
            minzoom=tiles.minzoom,
            maxzoom=tiles.maxzoom,
            bounds=tiles.bounds,
            attribution=tiles.attribution,
            size=size,
        )
    finally:
        tiles.close()


def import_addresses(data_dir: Path, file: Path) -> Pack:
    """Index a list of addresses for use without network; one of the same name is replaced."""
    from walker.maps.address_file import read_addresses
    from walker.maps.addresses import ENDING as ADDRESS_ENDING
    from walker.maps.addresses import index_addresses

    addresses = read_addresses(file)
    final = _place_for(data_dir, file.stem, ADDRESS_ENDING)
    try:
        index_addresses(addresses, final, title=file.stem)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _no_room(file, "the disk filled up") from error
        raise
    return describe_addresses(final)


def list_addresses(data_dir: Path) -> list[Pack]:
    """The address lists of the folder."""
    from walker.maps.addresses import ENDING as ADDRESS_ENDING

    return [describe_addresses(path) for path in sorted((data_dir / FOLDER).glob(f"*{ADDRESS_ENDING}"))]


def describe_addresses(path: Path) -> Pack:
    return Pack(name=path.stem, title=path.stem, format="addresses", size=path.stat().st_size)


def import_pack(data_dir: Path, file: Path) -> Pack:
    """Check a pack and copy it whole into the data folder; a pack of the same name is replaced."""
    _check(file)
    final = _place_for(data_dir, file.stem)
    needed, free = file.stat().st_size, shutil.disk_usage(final.parent).free
    if needed + SPACE_LEFT > free:
        raise _no_room(file, f"{needed // 1_000_000} MB needed, {free // 1_000_000} MB free")
    part = final.with_name(final.name + ".part")
    try:
        shutil.copyfile(file, part)
        _check(part)
        replace_durably(part, final)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _no_room(file, "the disk filled up") from error
        raise InputError(
            "pack_not_copied",
            f"the pack could not be copied ({error.strerror})",
            file=file,
            mend=f"check that {final.parent} can be written",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return describe(final)


def build_packs(
    data_dir: Path, drawing: Path, *, title: str, name: str, themes: tuple[str, ...] = THEMES[:2]
) -> list[Pack]:
    """Draw a GeoJSON basemap into one pack for each theme, named `name-theme`."""
    from walker.maps.addresses import ENDING as ADDRESS_ENDING
    from walker.maps.addresses import addresses_of, index_addresses
    from walker.maps.build import build_pack
    from walker.maps.features import read_basemap

    basemap = read_basemap(drawing)
    built = []
    for theme in themes:
        final = _place_for(data_dir, f"{name}-{theme}")
        build_pack(basemap, final, title=title, theme=theme)
        built.append(describe(final))
    index_addresses(addresses_of(basemap), _place_for(data_dir, name, ADDRESS_ENDING), title=title)
    return built


def build_demonstration(data_dir: Path) -> list[Pack]:
    """The map of the bundled demonstration district, by day and by night."""
    from importlib.resources import as_file, files

    with as_file(files("resources").joinpath("demo", "basemap.geojson")) as drawing:
        return build_packs(data_dir, drawing, title="Quartier de démonstration", name="demo_quartier")


def _place_for(data_dir: Path, name: str, ending: str = ENDING) -> Path:
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}{ending}"


def _check(file: Path) -> None:
    tiles = MBTiles(file)
    try:
        tiles.check()
    finally:
        tiles.close()


def _no_room(file: Path, figures: str) -> InputError:
    return InputError(
        "pack_no_room",
        f"not enough room on the disk ({figures})",
        file=file,
        mend="free some space, or choose a smaller pack",
    )
