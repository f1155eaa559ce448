"""The square of a tablet that carries: what it says comes back, and anything else is named for what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync.protocol.handover import _NAMES, Handover, NotAHandover, read_handover
from sync.protocol.square_text import write
from sync.protocol.walk_invitation import WalkInvitation

SQUARE = Handover(
    addresses=("192.168.43.1", "10.0.0.7"),
    port=41873,
    certificate="ab" * 32,
    secret="0f" * 16,
    reader="IvbrGFOHTaJk2PUw2DqOR6n1uGJ5TD7pZk7mY0ZbE4M=",
    carrier="7C2A",
)


def test_a_square_says_where_and_to_whom() -> None:
    assert read_handover(SQUARE.text) == SQUARE
    assert read_handover(f" {SQUARE.text.lower()}\n") == SQUARE


def test_a_square_is_small_enough_to_be_scanned_from_a_tablet() -> None:
    """Alphanumeric, at most what a square of version 15 holds with its usual margin for dirt."""
    assert len(SQUARE.text) <= 520
    assert set(SQUARE.text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("https://example.org", "not_a_handover"),
        (WalkInvitation(walk_id="0193547c-1111-7b1e-8a52-3c1f5d2a9e01").text, "not_a_handover"),
        (SQUARE.text.replace("GUPHAND1", "GUPHAND2"), "newer_handover"),
        (SQUARE.text[:-4], "damaged_handover"),
        (write("GUPHAND1", {"addresses": ["10.0.0.1"]}, _NAMES), "damaged_handover"),
        (replace(SQUARE, addresses=()).text, "damaged_handover"),
        (replace(SQUARE, port=70000).text, "damaged_handover"),
        (replace(SQUARE, secret="\r\nX: y").text, "damaged_handover"),
    ],
)
def test_anything_else_is_named_for_what_it_is(text: str, code: str) -> None:
    with pytest.raises(NotAHandover) as refused:
        read_handover(text)
    assert refused.value.code == code
