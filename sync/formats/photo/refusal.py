"""Why a photo is refused: one code and one line that names the file and the mend.

A refused photo never stops the others: the caller lists it and goes on.
"""

from __future__ import annotations

from enum import StrEnum


class RefusalCode(StrEnum):
    """Everything that can be wrong with a file given as a photo."""

    EMPTY = "empty"
    NOT_A_PICTURE = "not_a_picture"
    HEIC_UNREADABLE = "heic_unreadable"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    UNREADABLE = "unreadable"


class PhotoRefused(Exception):
    """`code` for programs and translations, `message` for people: file, what is wrong, what to do."""

    def __init__(self, code: RefusalCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
