"""Bytes are decoded once, the memory for it is bounded, and damaged bytes never come from memory."""

from __future__ import annotations

from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.records import Report
from walker.errors import StoreError
from walker.store import Store
from walker.store.decoded import Decoded


def _row(report: Report) -> dict[str, Any]:
    body = codec.encode(report)
    return {"hash": codec.sha256(body), "body": body}


def test_the_same_bytes_give_the_same_record(make: Any) -> None:
    decoded, row = Decoded(), _row(make(Report, category="litter"))
    assert decoded.of(row) is decoded.of(dict(row))


def test_the_one_decoded_first_goes_when_there_are_too_many(make: Any) -> None:
    decoded, rows = Decoded(most=2), [_row(make(Report, text=str(number))) for number in range(3)]
    first, _, last = [decoded.of(row) for row in rows]
    assert decoded.of(rows[2]) is last
    assert decoded.of(rows[0]) is not first
    assert decoded.of(rows[0]) == first


def test_a_record_that_was_read_and_then_damaged_is_said_to_be_damaged(store: Store, make: Any) -> None:
    kept = store.records.save(make(Report, text="Sacs"))
    assert store.records.find(kept.id) == kept
    with store.database.write():
        store.database.execute("UPDATE records SET body = ? WHERE id = ?", (b"{}", kept.id))
    with pytest.raises(StoreError, match="damaged"):
        store.records.find(kept.id)
    assert store.records.all(Report) == []
