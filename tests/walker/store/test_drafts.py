"""A form being filled survives a flat battery, and becomes one record."""

from __future__ import annotations

from typing import Any

from sync.protocol.ids import new_id
from sync.protocol.records import Report
from walker.store import Store


def test_a_draft_is_kept_at_every_change_and_goes_when_its_record_is_saved(store: Store, make: Any) -> None:
    draft_id = new_id()
    store.drafts.keep(draft_id, Report, None, {"text": "lamp"})
    store.drafts.keep(draft_id, Report, None, {"text": "lampadaire éteint"})
    (draft,) = store.drafts.all(Report)
    assert (draft.id, draft.body) == (draft_id, {"text": "lampadaire éteint"})
    report = store.drafts.finish(make(Report, id=draft_id, text="lampadaire éteint"))
    assert store.drafts.all() == []
    assert store.records.all(Report) == [report]


def test_a_draft_thrown_away_is_gone(store: Store) -> None:
    draft = store.drafts.keep(new_id(), Report, None, {})
    store.drafts.drop(draft.id)
    assert store.drafts.all() == []
