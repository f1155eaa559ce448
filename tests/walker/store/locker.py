"""A process to be killed while it hands a tablet back: says when it begins, locks, and says when that is promised."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from walker.store import open_store

if __name__ == "__main__":
    with open_store(Path(sys.argv[1])) as store:
        os.write(1, b"begins\n")
        store.locks.hand_back("2580")
        os.write(1, b"locked\n")
