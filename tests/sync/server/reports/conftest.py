"""The office of gup_office.py, for the tests of this folder."""

from __future__ import annotations

from gup_office import office

__all__ = ["office"]
