"""Writes docs/schema.md from a freshly migrated database; --check only says whether it is up to date."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from walker.store.database import SCHEMA_VERSION, StoreDatabase

PAGE = Path(__file__).parent.parent / "docs" / "schema.md"
INTRODUCTION = f"""\
# The tablet's database

`walker.db` in the data folder, version {SCHEMA_VERSION} (`PRAGMA user_version`). Written by `python -m scripts.schema`
from a freshly migrated database; the words are comments of `walker/store/migrations.py`. Beside it lie `private/`
(originals of unchecked photos), `media/` (final bytes by sha256), `packs/` (maps), `kits/` (posters), `backups/` (made
before each migration), `walker.lock` (held by the one process that writes) and, without a keyring, `device_key` and
`server_token`.
"""


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder:
        database = StoreDatabase(Path(folder))
        rows = database.query(
            "SELECT name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT GLOB ?"
            " ORDER BY rowid",
            ["*sqlite_*"],
        )
        database.close()
    parts = [INTRODUCTION]
    for table in (row for row in rows if row["name"] == row["tbl_name"]):
        indexes = [row["sql"] for row in rows if row["tbl_name"] == table["name"] and row["name"] != table["name"]]
        lines = "\n".join(f"{statement};" for statement in [table["sql"], *indexes]).splitlines()
        sql = "\n".join(line.removeprefix("    ") for line in lines)
        parts.append(f"## {table['name']}\n\n```sql\n{sql}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        if PAGE.read_text(encoding="utf-8") != page():
            sys.exit("docs/schema.md is not that of the migrations: python -m scripts.schema")
    else:
        PAGE.write_text(page(), encoding="utf-8")
