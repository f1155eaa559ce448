"""Why an action was not carried out, in words for the person who asked. Nothing was written.

ActionRefused
├── NotAllowed    this person may not do that here
├── Stale         the page was older than the report: somebody (or a tablet) changed it in between
└── Incomplete    something is missing or wrong in the form; `field` names it
"""

from __future__ import annotations


class ActionRefused(Exception):
    """An action that did nothing; `str()` is one sentence for a person, already translated."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotAllowed(ActionRefused):
    """Not for this person."""


class Stale(ActionRefused):
    """Decided on an older page."""


class Incomplete(ActionRefused):
    """Something is missing."""
