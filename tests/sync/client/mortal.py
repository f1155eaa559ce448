"""Death at the n-th write of a process: SIGKILL just before a statement that changes a database, an fsync, a rename.

For processes made by fork, tablet and server alike; tests/faults does the same from outside, to the whole program.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import sync.sqlite_driver

sync.sqlite_driver.install()

import sqlcipher3.dbapi2 as sqlite  # noqa: E402 - the driver comes first

_CALLS = ("fsync", "replace", "unlink")
_STATEMENTS = ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE")
_left: int | None = None


def watch() -> None:
    """From now on every write of this process is counted; of connections opened later."""
    for name in _CALLS:
        setattr(os, name, _counted(getattr(os, name)))
    plain = sqlite.connect

    def connect(*args: Any, **options: Any) -> Any:
        connection = plain(*args, **options)
        connection.set_trace_callback(_statement)
        return connection

    sqlite.connect = connect


def die_at(number: int | None) -> None:
    """At that write, counted from here; None: not any more."""
    global _left  # noqa: PLW0603 - one life, one countdown
    _left = number


def _counted(call: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*args: Any, **options: Any) -> Any:
        _write()
        return call(*args, **options)

    return counted


def _statement(sql: str) -> None:
    if sql.lstrip().upper().startswith(_STATEMENTS):
        _write()


def _write() -> None:
    global _left  # noqa: PLW0603
    if _left is None:
        return
    _left -= 1
    if _left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
