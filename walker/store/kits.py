"""What a kit file brought beside its walk: instructions, grids of its own, and posters as files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sync.protocol import codec
from sync.protocol.frozen import frozen
from sync.protocol.records import CatalogueEntry
from walker.store.database import StoreDatabase
from walker.store.files import write_durably

FOLDER = "kits"


@frozen()
class KeptKit:
    """Of one walk. `posters`: files of this tablet."""

    instructions: str
    posters: tuple[Path, ...]


class Kits:
    """Every method that writes is on disk when it returns."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def write_posters(self, walk_id: str, posters: Mapping[str, bytes]) -> list[str]:
        """Under numbers, never under the names a stranger gave; the names are kept to be shown."""
        names = []
        for at, (name, content) in enumerate(posters.items(), start=1):
            file = f"{at:02d}{Path(name).suffix.lower()}"
            write_durably(self._folder(walk_id) / file, content)
            names.append(file)
        return names

    def keep(
        self, walk_id: str, *, instructions: str, entries: Sequence[CatalogueEntry], posters: Sequence[str]
    ) -> None:
        """For a walk that a kit brought."""
        bodies = [codec.encode(entry).decode() for entry in entries]
        with self._database.write():
            self._database.execute(
                "INSERT OR REPLACE INTO kits (walk_id, instructions, entries, posters) VALUES (?, ?, ?, ?)",
                (walk_id, instructions, json.dumps(bodies, ensure_ascii=False), json.dumps(list(posters))),
            )

    def of(self, walk_id: str) -> KeptKit | None:
        """None when no kit brought that walk."""
        rows = self._database.query("SELECT * FROM kits WHERE walk_id = ?", (walk_id,))
        if not rows:
            return None
        files = [self._folder(walk_id) / name for name in json.loads(rows[0]["posters"])]
        return KeptKit(instructions=rows[0]["instructions"], posters=tuple(file for file in files if file.exists()))

    def entries(self) -> list[CatalogueEntry]:
        """Grids that came with kits, the oldest kit first."""
        found = []
        for row in self._database.query("SELECT entries FROM kits ORDER BY ordinal"):
            for body in json.loads(row["entries"]):
                record = codec.decode(body.encode())
                if isinstance(record, CatalogueEntry):
                    found.append(record)
        return found

    def _folder(self, walk_id: str) -> Path:
        return self._database.folder / FOLDER / walk_id
