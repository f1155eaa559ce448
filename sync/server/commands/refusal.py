"""The end of a command that cannot be obeyed."""

from __future__ import annotations


class Refusal(Exception):
    """Exit code 4. `str()` is one line naming the file or thing, the place, and the mend."""
