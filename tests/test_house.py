"""Rules of the house that no linter knows: the protocol's imports, and what the project never says."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROTOCOL = sorted((ROOT / "sync" / "protocol").glob("*.py"))


@pytest.mark.parametrize("file", PROTOCOL, ids=lambda file: file.stem)
def test_the_protocol_imports_the_standard_library_alone(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or name.startswith("sync.protocol"), f"{file.name} imports {name}"


def test_no_file_names_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    registries = [f"{host}.org" for host in ("pypi", "pythonhosted", "npmjs")] + ["index" + "-url", "extra-" + "index"]
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in {".jpg", ".png", ".db", ".mo", ".qm"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [registry for registry in registries if registry in text], name
