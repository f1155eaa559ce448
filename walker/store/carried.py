"""What this tablet carries for others: sealed files under carried/, named by their sha256, until the server has them.

The folder is the truth: a file with its whole name is whole, `.part` is on its way. Nobody here can read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sync.durable import sync_folder
from sync.protocol.outgoing import OutgoingMedium
from walker.store.files import disk_fault

_NAME_LENGTH = 64


class CarriedFiles:
    """Usable from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "carried"

    def waiting(self) -> Sequence[OutgoingMedium]:
        """Those that came whole, the smallest first."""
        if not self.folder.is_dir():
            return []
        found = [
            OutgoingMedium(sha256=file.name, size=file.stat().st_size, path=file, preview=False)
            for file in self.folder.iterdir()
            if len(file.name) == _NAME_LENGTH
        ]
        return sorted(found, key=lambda each: (each.size, each.sha256))

    def remove(self, sha256: str) -> None:
        """The server has it whole."""
        file = self.folder / sha256
        try:
            file.unlink(missing_ok=True)
            sync_folder(self.folder)
        except OSError as fault:
            raise disk_fault(fault, file) from fault
