"""Writes a bundle, to be carried by hand: all on this tablet that no server has acknowledged (docs/bundle.md)."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from sync.formats import bundle
from sync.protocol import ids, times
from sync.protocol.bundle import TO_SERVER, Manifest
from walker.store import Store
from walker.store.files import disk_fault


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the file holds; `missing`: photos and voice notes whose file is gone, so that they are not in it."""

    file: Path
    records: int
    media: int
    missing: tuple[str, ...]


def write_bundle(store: Store, target: Path, *, walk_id: str | None = None, app_version: str = "") -> Written:
    """One file of what waits, of one walk or of all. Nothing counts as sent by it. Raises StoreError."""
    outbox = store.outbox
    records = outbox.outgoing(walk_id=walk_id)
    media = outbox.media_carried(walk_id=walk_id)
    missing = tuple(medium.sha256 for medium in media if not medium.path.exists())
    manifest = Manifest(
        direction=TO_SERVER,
        id=ids.new_id(),
        device_id=outbox.device_id(),
        public_key=base64.b64encode(store.identity.public_key()).decode(),
        written_at=times.now(),
        epoch=outbox.epoch(),
        highest_seq=outbox.highest_seq(),
        cursors=dict(outbox.cursors()),
        app_version=app_version,
    )
    outbox.note_sending(records)  # before a byte leaves: the answer counts only for what we know to have left
    try:
        with bundle.BundleWriter(target) as writer:
            writer.lines(bundle.RECORDS, (bundle.line_of(record.body, record.base) for record in records))
            for medium in media:
                if medium.sha256 not in missing:
                    writer.medium(medium.sha256, medium.path)
            writer.finish(manifest, store.identity.sign)
    except OSError as fault:
        raise disk_fault(fault, target) from fault
    return Written(file=target, records=len(records), media=len(media) - len(missing), missing=missing)
