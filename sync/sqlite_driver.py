"""Puts SQLCipher's SQLite (3.51.3 or later) in place of Python's, before anything imports sqlite3.

Versions before 3.51.3 can corrupt a WAL database that has two or more connections, and Python often links an older
one. Without a key SQLCipher is plain SQLite, and with one it gives encryption at rest.
"""

from __future__ import annotations

import sys

import sqlcipher3
import sqlcipher3.dbapi2

SAFE_VERSION = (3, 51, 3)


def install() -> None:
    """Make `import sqlite3` (Django) and `import pysqlite3` (sqlite-utils) give SQLCipher's driver."""
    for name in ("sqlite3", "pysqlite3"):
        sys.modules[name] = sqlcipher3
        sys.modules[f"{name}.dbapi2"] = sqlcipher3.dbapi2


def linked_version() -> str:
    """The SQLite version that is really linked, such as '3.53.4'."""
    return str(sqlcipher3.dbapi2.sqlite_version)


def is_safe() -> bool:
    """Whether the linked version is past the WAL-reset race."""
    return tuple(int(part) for part in linked_version().split(".")) >= SAFE_VERSION
