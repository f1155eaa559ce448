"""docs/glossary.md names every record: one French term, one identifier."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.protocol.records import RECORD_TYPES, Record

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=lambda kind: kind.__name__)
def test_each_record_has_its_french_term(kind: type[Record]) -> None:
    assert f"`{kind.__name__}`" in PAGE
