"""docs/errors.md lists every error code with its HTTP status and whether it is tried again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.protocol.errors import ErrorCode

PAGE = (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("error", ErrorCode, ids=lambda error: error.code)
def test_each_code_has_its_line(error: ErrorCode) -> None:
    status = str(error.http_status) if error.http_status else "–"
    again = "yes" if error.retryable else "no"
    assert f"| `{error.code}` | {status} | {again} | " in PAGE


def test_no_line_names_a_code_that_is_gone() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(lines) == len(ErrorCode)
