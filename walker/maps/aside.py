"""A pack that is no longer wanted is set aside, not deleted: one touch brings it back, another one deletes it."""

from __future__ import annotations

from pathlib import Path

from walker.maps.addresses import ENDING as ADDRESS_ENDING
from walker.maps.packs import ENDING, FOLDER, Pack, describe, describe_addresses

ASIDE = "aside"


def files_here(data_dir: Path) -> list[Path]:
    """Packs and address lists in use."""
    return _packs(data_dir / FOLDER)


def files_aside(data_dir: Path) -> list[Path]:
    return _packs(data_dir / FOLDER / ASIDE)


def set_aside(data_dir: Path, name: str) -> None:
    """`name` is that of its file. One of the same name that was aside is replaced: it is the older one."""
    _move(data_dir / FOLDER / name, data_dir / FOLDER / ASIDE / name)


def bring_back(data_dir: Path, name: str) -> None:
    _move(data_dir / FOLDER / ASIDE / name, data_dir / FOLDER / name)


def delete_aside(data_dir: Path, name: str) -> None:
    """For good."""
    (data_dir / FOLDER / ASIDE / Path(name).name).unlink(missing_ok=True)


def describe_file(path: Path) -> Pack:
    return describe_addresses(path) if path.suffix == ADDRESS_ENDING else describe(path)


def _packs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in (ENDING, ADDRESS_ENDING))


def _move(source: Path, target: Path) -> None:
    if source.name != Path(source.name).name or not source.is_file():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
