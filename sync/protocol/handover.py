"""What a tablet shows as a square while it takes in what others of the group recorded, for the way to the server.

The others find it on the local network by it, know it by its certificate, and prove that they saw the square. What they
hand over is sealed: the tablet that carries it cannot read it (docs/bundle.md).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from sync.protocol import codec, square_text
from sync.protocol.records import Sha256

PREFIX = "GUPHAND"
VERSION = 1
MOST_ADDRESSES = 8
_NAMES = {"addresses": "a", "port": "p", "certificate": "f", "secret": "s", "reader": "r", "carrier": "l"}
_KEY = 32  # bytes
_SECRET = re.compile(r"[0-9a-f]{32}")


class NotAHandover(ValueError):
    """`code`: not_a_handover, newer_handover or damaged_handover."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.code = {"other": "not_a_handover", "newer": "newer_handover"}.get(why, "damaged_handover")


@dataclass(frozen=True, kw_only=True)
class Handover:
    """Where to hand over: `certificate` is the sha256 of it, `reader` the server's key to seal for, in base64."""

    addresses: tuple[str, ...]
    port: int
    certificate: Sha256
    secret: str
    reader: str
    carrier: str = ""

    @property
    def text(self) -> str:
        """As the square holds it."""
        return square_text.write(f"{PREFIX}{VERSION}", codec.to_json(self), _NAMES)


def read_handover(text: str) -> Handover:
    """What the square says. Raises NotAHandover."""
    try:
        found = square_text.read(Handover, PREFIX, VERSION, text, _NAMES)
    except square_text.NotThatSquare as fault:
        raise NotAHandover(fault.why) from fault
    if not (found.addresses and 0 < found.port < 65536 and _SECRET.fullmatch(found.secret) and _is_key(found.reader)):
        raise NotAHandover("damaged")
    return found


def _is_key(text: str) -> bool:
    """Whether something can be sealed for it."""
    try:
        return len(base64.b64decode(text, validate=True)) == _KEY
    except ValueError:
        return False
