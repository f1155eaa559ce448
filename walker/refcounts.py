"""Keeps True, False and None alive against a fault of PySide6 6.12 on Python 3.11.

Each signal emitted from Python gives back a reference to True that it never took; after some three thousand of them
CPython ends the process ("deallocating True or False"): an hour of walking. From Python 3.12 they are immortal.
"""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40


def hold_singletons() -> None:
    """As if someone held each of them a million million times."""
    if sys.version_info >= (3, 12):
        return
    for one in (True, False, None):
        # The count is the first word of an object of CPython.
        ctypes.c_ssize_t.from_address(id(one)).value += _MANY
