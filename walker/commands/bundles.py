"""`walker export --to FILE.gupz` and `walker import ANSWER.gupz`: to and from a server that no network reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sync.client.carried import take_answer
from sync.formats.bundle import Bundle
from sync.formats.errors import InputError
from sync.protocol.bundle import TO_TABLET
from walker.commands.export import known_walks
from walker.domain.bundles import write_bundle
from walker.store import Store
from walker.store.outbox import SERVER_KEY


def export_bundle(store: Store, walk_id: str | None, target: Path, *, app_version: str) -> dict[str, Any]:
    """What waits, in one file. Raises WalkerError, StoreError."""
    known_walks(store, walk_id)
    written = write_bundle(store, target, walk_id=walk_id, app_version=app_version)
    return {
        "file": str(written.file),
        "records": written.records,
        "media": written.media,
        "missing": list(written.missing),
    }


def import_answer(store: Store, file: Path) -> dict[str, Any]:
    """The server's answer: receipts, and what the office and other tablets wrote. Raises InputError, SyncError.

    The key of the server is believed from the enrolment on, or from the first answer that a person brings.
    """
    with Bundle(file) as answer:
        manifest = answer.manifest
        if manifest.direction != TO_TABLET or manifest.device_id != store.identity.device_id():
            own = manifest.direction != TO_TABLET
            raise InputError(
                "bundle_not_ours",
                "it is what a tablet brings to the server" if own else "it is for another tablet",
                file=file,
                mend="choose the answer that gup import gupz wrote for this tablet",
            )
        known = store.settings.get(SERVER_KEY)
        if known is not None and known != manifest.public_key:
            raise InputError(
                "bundle_untrusted", "it is signed by another server", file=file, mend="ask this tablet's own office"
            )
        done = take_answer(store.outbox, manifest, answer.receipts(), answer.pages())
        store.settings.set(SERVER_KEY, manifest.public_key)
    left = store.outbox.backlog()
    return {
        "sent": done.sent,
        "media": done.media,
        "pulled": done.pulled,
        "erased": done.erased,
        "kept": len(left.refused) + len(left.conflicts),
        "left": left.left,
    }
