"""The office of follow_up_office.py, for the tests of this folder."""

from __future__ import annotations

from follow_up_office import office

__all__ = ["office"]
