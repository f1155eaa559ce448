"""Ids, made where the record is made: UUID version 7 (RFC 9562). Never used as an order: clocks lie."""

from __future__ import annotations

import os
import re
import time

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def new_id(now_ms: int | None = None) -> str:
    """A new UUIDv7 in its 36-character form. `now_ms`: milliseconds since 1970, the clock's when None."""
    moment = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    value = (moment & ((1 << 48) - 1)) << 80 | 0x7 << 76
    chance = int.from_bytes(os.urandom(10), "big")  # the system's own, for 74 bits of it
    value |= (chance >> 68) << 64 | 0b10 << 62 | chance & ((1 << 62) - 1)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def is_id(text: str) -> bool:
    """Whether the text is a UUID in lower-case canonical form."""
    return _UUID.fullmatch(text) is not None


def short_name(device_id: str) -> str:
    """Four signs of a tablet's id, as people call it: a machine's own name often says a person's."""
    return device_id[-4:].upper()


def tablet_name(device_id: str) -> str:
    """How a tablet is shown to the office."""
    return f"Tablette {short_name(device_id)}"
