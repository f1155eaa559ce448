"""A note on unclear wording reaches a real server like any record, and is kept there byte for byte (S-214)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol import codec
from sync.protocol.records import WordingNote
from tests.sync.client.field import HERE, Field, Gup
from tests.sync.client.folders import migrated_folder


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    """A server of the test's own."""
    made = Field(Gup(migrated_folder(tmp_path / "gup")), tmp_path)
    yield made
    made.close()
    made.gup.close()


def test_a_note_on_unclear_words_is_kept_by_the_server(field: Field) -> None:
    tablet = field.tablet(HERE)
    moment = "2026-10-15T17:00:00.000Z"
    note = tablet.store.records.save(
        WordingNote(
            id="01a20000-0000-7000-8000-00000000aaaa",
            writer="",
            created_at=moment,
            updated_at=moment,
            place="grid",
            list="grid_items",
            code="light_ok",
            shown="On voit clair ?",
            text="Dire : assez de lumière ?",
        )
    )
    tablet.sync_whole()
    assert codec.decode(field.gup.office.body(record=note.id).encode()) == note
