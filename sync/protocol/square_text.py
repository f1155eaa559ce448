"""What a square between two tablets holds: `PREFIX` and a version, a colon, then base 32 of a check and a packed JSON.

Capitals and digits only, so that a square is small and that the text can be typed; small letters, spaces and dashes are
accepted.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Mapping
from typing import Any, TypeVar

from sync.protocol import codec

T = TypeVar("T")
_CHECK = 4  # bytes of a sha256
_MOST_TEXT = 4000
_MOST_JSON = 8000


class NotThatSquare(ValueError):
    """`why`: other, newer or damaged."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def write(head: str, plain: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The text of these values under their short names; empty ones are left out. `head`: prefix and version."""
    plain = {names[name]: value for name, value in plain.items() if value not in ("", [])}
    packed = zlib.compress(codec.canonical(plain), 9)
    return f"{head}:" + base64.b32encode(_check(packed) + packed).decode().rstrip("=")


def read(kind: type[T], prefix: str, version: int, text: str, names: Mapping[str, str]) -> T:
    """What the square says, as that dataclass. Raises NotThatSquare."""
    head, colon, rest = "".join(text.upper().split()).partition(":")
    if not colon or not head.startswith(prefix) or len(text) > _MOST_TEXT:
        raise NotThatSquare("other")
    if head != f"{prefix}{version}":
        raise NotThatSquare("newer")
    letters = rest.replace("-", "")
    try:
        held = base64.b32decode(letters + "=" * (-len(letters) % 8))
        check, packed = held[:_CHECK], held[_CHECK:]
        if check != _check(packed):
            raise NotThatSquare("damaged")
        plain = codec.parse(zlib.decompressobj().decompress(packed, _MOST_JSON))
        if not isinstance(plain, dict):
            raise NotThatSquare("damaged")
        return codec.from_json(kind, {name: plain[short] for name, short in names.items() if short in plain})
    except (ValueError, zlib.error) as fault:  # no base 32, letters of another alphabet, no JSON
        raise NotThatSquare("damaged") from fault


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:_CHECK]
