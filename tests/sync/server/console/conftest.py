"""The office of sync/server/office.py, for the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from office import office

__all__ = ["office"]
