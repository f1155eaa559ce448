"""What a server would have sent, put into a tablet's copies."""

from __future__ import annotations

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Record
from walker.store import Store

EPOCH = "01a20000-0000-7000-8000-000000000001"


def pulled(store: Store, *records: Record) -> None:
    """These records, as one page of the feed."""
    sent = []
    for record in records:
        body = codec.encode(record)
        seq = store.copies.highest_seq() + len(sent) + 1
        sent.append(PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body), body=body.decode()))
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=tuple(sent), more=True))
