"""Writing goes through actions and reading through access: nothing else touches the tables (DESIGN §3)."""

from __future__ import annotations

import re
from pathlib import Path

import sync.server

SERVER = Path(sync.server.__file__).parent
OURS = ("reports", "walks", "console", "demo", "publish.py")
_WRITES = re.compile(
    r"\.(save|create|get_or_create|update_or_create|bulk_create|bulk_update|delete)\(|objects\S*\.update\("
)
_TABLES = re.compile(r"(ReportHandling|Assignment|WalkFile|Notice|PublicAnswer|StatusChange)\.objects")


def modules() -> list[Path]:
    found = [
        path for name in OURS for path in ([SERVER / name] if name.endswith(".py") else (SERVER / name).rglob("*.py"))
    ]
    return [path for path in found if "migrations" not in path.parts]


def is_action(path: Path) -> bool:
    return path.name == "actions.py" or path.parent.name == "actions"


def test_only_actions_write() -> None:
    writers = {path.name for path in modules() if not is_action(path) and _WRITES.search(path.read_text())}
    assert writers == set()
    assert any(is_action(path) and _WRITES.search(path.read_text()) for path in modules())


def test_pages_fetch_only_through_access() -> None:
    pages = [path for path in modules() if path.parent.name == "console"]
    assert len(pages) > 8
    assert {path.name for path in pages if _TABLES.search(path.read_text())} == set()
