"""sqlite-utils without numpy and pandas: it takes them in for column types we never use, a fifth of a cold start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sync import sqlite_driver

sqlite_driver.install()


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """An import of these fails inside, unless they are loaded already."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # None: "there is no such module"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _absent("numpy", "pandas"):
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
