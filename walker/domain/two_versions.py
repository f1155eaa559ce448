"""A person decides between two versions of one record. Whatever they choose, the other stays readable."""

from __future__ import annotations

import dataclasses

from sync.protocol.ids import new_id
from sync.protocol.records import Report, SpaceCandidate
from walker.domain.numbers import next_number
from walker.store import Store


def can_keep_both(store: Store, record_id: str) -> bool:
    """Two findings may stand side by side; of a walk, a stop or an answer there is one."""
    return store.versions.can_take_over(record_id) and isinstance(
        store.records.find(record_id), Report | SpaceCandidate
    )


def keep_both(store: Store, record_id: str) -> Report | SpaceCandidate | None:
    """The server's version keeps its id, and what was taken for it; this tablet's becomes a finding of its own."""
    with store.transaction():
        mine = store.records.find(record_id)
        if not isinstance(mine, Report | SpaceCandidate) or not store.versions.keep_theirs(record_id):
            return None
        return store.records.save(dataclasses.replace(mine, id=new_id(), provisional_number=next_number(store)))
