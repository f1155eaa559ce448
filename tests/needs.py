"""What a test needs of the machine and does not find: a failure where all of it must be there, else a skip."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Names it, and how to get it."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {what}")
