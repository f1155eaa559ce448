"""What the square of an enrolment says: `https://server/#enrol=K7QM-3RTX`, one address with the one-time code in it.

The code stands behind the `#`: a telephone that scans the square opens the server's first page and sends no code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_MARK = "enrol="
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z -]{2,38}[0-9A-Za-z]")
_MOST = 400


class NotAnEnrolment(ValueError):
    """Another square than the office's; `str()` is one sentence."""


@dataclass(frozen=True, kw_only=True)
class EnrolLink:
    """Where to enrol, and with which code."""

    url: str
    code: str

    @property
    def text(self) -> str:
        """As the square holds it."""
        return f"{self.url}/#{_MARK}{self.code}"


def read_enrol_link(text: str) -> EnrolLink:
    """The address and code in it. Raises NotAnEnrolment."""
    found = text.strip()
    if len(found) > _MOST:
        raise NotAnEnrolment("this square holds too much to be an enrolment of a GUP server")
    try:
        parts = urlsplit(found)
        known = parts.scheme in ("https", "http") and parts.hostname
    except ValueError:  # an unclosed bracket
        known = None
    if not known:
        raise NotAnEnrolment("this square holds no address of a GUP server")
    if not parts.fragment.startswith(_MARK) or parts.query:
        raise NotAnEnrolment("this is an address without an enrolment code")
    code = parts.fragment.removeprefix(_MARK)
    if _CODE.fullmatch(code) is None:
        raise NotAnEnrolment("the enrolment code in this square is not whole")
    return EnrolLink(url=found.partition("#")[0].rstrip("/"), code=code)
