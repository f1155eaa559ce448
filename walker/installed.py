"""What is installed here: our version, and where a package lies without loading it (of some only files are wanted)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder_of(package: str) -> Path:
    """The folder of an installed package. Raises ModuleNotFoundError naming it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"no package is called {package!r}", name=package)
    return Path(spec.submodule_search_locations[0])


def app_version() -> str:
    """Of this app, as it is told to a server."""
    from importlib.metadata import version

    return version("gup-walker")
