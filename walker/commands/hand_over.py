"""Hands what waits over to the tablet that carries it: a bundle, sealed for the server, over the local network.

Used by the window; nothing counts as sent by it. The sealed file stays until the carrier has it, so that a cut goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from sync.client.hand_over import hand_over
from sync.formats.seal import seal
from sync.protocol.errors import ErrorCode, LocalFault
from sync.protocol.handover import Handover
from walker.domain.bundles import write_bundle
from walker.store import Store
from walker.store.files import disk_fault
from walker.store.handing import FOLDER, HOLDS, SEALED
from walker.store.outbox import SEAL_KEY


def hand_over_what_waits(
    store: Store,
    handover: Handover,
    *,
    app_version: str = "",
    progress: Callable[[int, int], None] = lambda done, size: None,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """All that no server has acknowledged, on the carrier's disk when this returns. Raises SyncError, StoreError.

    `progress(done, size)` in bytes. Called again after a cut it goes on; if something was saved since, all goes anew.
    """
    own = store.settings.get(SEAL_KEY)
    if own is not None and own != handover.reader:
        message = "that tablet works with another server than this one: nothing was handed over"
        raise LocalFault(ErrorCode.UNTRUSTED_SERVER, message)
    folder = store.folder / FOLDER
    sealed, note = folder / SEALED, folder / HOLDS
    try:
        folder.mkdir(exist_ok=True)
        holds = _waiting(store, handover)
        if not (sealed.exists() and note.exists() and note.read_text() == holds):
            _seal(store, handover, sealed, app_version)
            note.write_text(holds)
        hand_over(handover, sealed, progress=progress, stopping=stopping)
        sealed.unlink(missing_ok=True)
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def _seal(store: Store, handover: Handover, sealed: Path, app_version: str) -> None:
    plain = sealed.with_name("bundle.gupz")
    try:
        write_bundle(store, plain, app_version=app_version)
        seal(plain, sealed, handover.reader)
    finally:
        plain.unlink(missing_ok=True)


def _waiting(store: Store, handover: Handover) -> str:
    """Differs when something else waits, or for another server: a seal is never the same twice, so it is kept."""
    held = hashlib.sha256(handover.reader.encode())
    for record in store.outbox.outgoing():
        held.update(record.hash.encode())
    for medium in store.outbox.media_carried():
        held.update(medium.sha256.encode())
    return held.hexdigest()
