"""Looks at the environment variables before Django does: one that cannot be used is refused by its name."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from sync.server.commands.refusal import Refusal

MOST_WORKERS = 64


def check_environment(environment: Mapping[str, str] = os.environ) -> None:
    """Raises Refusal: the variable, what it says (never what may hold a password), and the mend."""
    for name, check in _CHECKS.items():
        if (value := environment.get(name, "")) and (fault := check(value)):
            raise Refusal(f"{name}: {fault}")


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        named = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        named = False
    return "" if named else f"{value} is no address of a server; write https://HOST"


def _workers(value: str) -> str:
    if value.isascii() and value.isdecimal() and 1 <= int(value) <= MOST_WORKERS:
        return ""
    return f"{value} is no number of processes; write one from 1 to {MOST_WORKERS}"


def _database(value: str) -> str:
    from environ import Env

    told = _read(Env.db_url_config, value)
    if "postgresql" in str(told.get("ENGINE")) and told.get("NAME"):
        return ""
    return "it is no address of a PostgreSQL database; write postgres://USER:PASSWORD@HOST/NAME, or nothing for SQLite"


def _email(value: str) -> str:
    from environ import Env

    if _read(Env.email_url_config, value):
        return ""
    return "it is no address of a mail server; write smtp+tls://USER:PASSWORD@HOST:587"


def _read(reader: Callable[[str], Mapping[str, Any]], value: str) -> Mapping[str, Any]:
    """Nothing for what it cannot read: it raises as it comes, or warns in words of its own that repeat a password."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return reader(value)
        except Exception:
            return {}


_CHECKS: dict[str, Callable[[str], str]] = {
    "GUP_URL": _address,
    "GUP_WORKERS": _workers,
    "DATABASE_URL": _database,
    "EMAIL_URL": _email,
}
