"""Keeps the tablet's database as this release makes it, for tests of later releases; a kept one never changes."""

from __future__ import annotations

import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from sync.protocol.errors import ErrorCode
from sync.protocol.ids import new_id
from sync.protocol.records import Report
from walker.cli import main
from walker.store import open_store
from walker.store.database import SCHEMA_VERSION

KEPT = Path(__file__).parent.parent / "tests" / "data" / "databases"


def make(target: Path) -> None:
    """The demonstration walk, its reports, and one row of every other kind that a person may leave."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("resources") / "demo") as demo:
        data = Path(folder)
        if main(["replay", str(demo / "walk.gpx"), "--reports", str(demo / "reports.csv"), "--data", folder]) != 0:
            sys.exit("the demonstration walk could not be replayed")
        with open_store(data) as store:
            first, second, third = store.records.all(Report)[:3]
            store.outbox.acknowledge(first.id, 1, "0" * 64)
            store.outbox.refuse(second.id, 1, ErrorCode.BAD_FIELD.code, "text", "too long")
            store.records.delete(third.id)
            store.drafts.keep(new_id(), Report, first.walk_id, {"text": "lampadaire"})
            store.database.backup(target)


if __name__ == "__main__":
    kept = KEPT / f"walker-v{SCHEMA_VERSION}.db"
    if kept.exists():
        sys.exit(f"{kept}: kept already; a new schema has a new version")
    make(kept)
