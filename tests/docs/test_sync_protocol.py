"""docs/sync-protocol.md tells the truth: its examples decode, and it names every message, outcome and path."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from sync.protocol import codec, endpoints, messages

PAGE = (Path(__file__).parents[2] / "docs" / "sync-protocol.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json (\w+)\n(.+?)\n```", PAGE, re.DOTALL)
MESSAGES = {
    name: kind
    for name, kind in vars(messages).items()
    if dataclasses.is_dataclass(kind) and name.endswith(("Request", "Answer", "Fault"))
}


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_each_example_decodes_and_encodes_to_the_same_values(name: str, text: str) -> None:
    if name == "record":
        body = text.encode()
        assert codec.canonical(codec.parse(body)) == body
        written = codec.parse(codec.encode(codec.decode(body)))
        assert {key: written[key] for key in codec.parse(body)} == codec.parse(body)
    else:
        plain = codec.parse(text.encode())
        decoded = codec.from_json(MESSAGES[name], plain)
        again = codec.to_json(decoded)
        assert {key: again[key] for key in plain} == plain


def test_every_message_has_an_example() -> None:
    assert set(MESSAGES) <= {name for name, _ in EXAMPLES}


def test_every_outcome_path_and_limit_is_named() -> None:
    for outcome in messages.OUTCOMES:
        assert f"| `{outcome}` |" in PAGE
    for path in ("ENROL", "HELLO", "PUSH", "PREVIEWS", "STREAM", "MEDIA", "PULL", "SPLIT"):
        assert f"/{getattr(endpoints, path)}" in PAGE
    assert f"At most {endpoints.MAX_PUSH_RECORDS} records" in PAGE
