"""The store as the rest of the tablet knows it: one object with a part for each thing that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sync.protocol.records import Answer, HandlingView
from walker.store import handing
from walker.store.copies import Copies
from walker.store.database import FILE_NAME, StoreDatabase, is_outdated
from walker.store.decoded import Decoded
from walker.store.drafts import Drafts
from walker.store.erasing import Erasing
from walker.store.footprint import Footprint
from walker.store.identity import DeviceIdentity, Settings
from walker.store.integrity import Integrity
from walker.store.joined import JoinedWalks
from walker.store.kits import Kits
from walker.store.locks import Locks
from walker.store.media import Media
from walker.store.nearby import Nearby
from walker.store.outbox import StoredOutbox
from walker.store.photos import Photos
from walker.store.records import Records
from walker.store.sending import Sending
from walker.store.servers import Servers
from walker.store.space import Space
from walker.store.versions import Versions
from walker.store.voices import Voices
from walker.store.votes import Votes

# What a group sets for itself on a lent tablet; locked with its walks.
PERSONAL_SETTINGS = ("leader_contact_name", "leader_contact_number", "answers_seen")
WALK_SETTINGS = ("pause", "headcount_of")  # of the walk under way


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(data_dir: Path, *, writable: bool = True, clock: Callable[[], datetime] = _now) -> Store:
    """The store of a data folder, made, backed up and migrated as needed. Raises StoreError with a sentence.

    Writable: one process at a time (`data_in_use`). Otherwise nothing is changed (but an old database is brought up to
    date first), and an absent folder reads as empty.
    """
    if not writable and is_outdated(data_dir / FILE_NAME):
        StoreDatabase(data_dir).close()
    return Store(StoreDatabase(data_dir, writable=writable), clock)


class Store:
    """Usable from any thread. Close it, or use it as a context manager."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.folder = database.folder
        self.space = Space(database.folder)
        self.settings = Settings(database)
        self.identity = DeviceIdentity(self.settings, database.folder)
        try:
            if database.writable:
                self.identity.ensure()
            decoded = Decoded()
            self.records = Records(database, lambda: self.settings.get("device_id") or "", clock, decoded)
            self.media = Media(database)
            self.footprint = Footprint(database, self.media)
            self.erasing = Erasing(database, self.settings, self.media, (*PERSONAL_SETTINGS, *WALK_SETTINGS))
            self.photos = Photos(database, self.records, self.media, clock)
            self.voices = Voices(database, self.records, self.media, clock)
            self.drafts = Drafts(database, self.records, clock)
            self.votes = Votes(database, self.records, self.settings, clock)
            self.servers = Servers(database, self.settings, clock)
            self.versions = Versions(database, self.servers)
            self.copies = Copies(database, self.settings, decoded, self.versions)
            self.kits = Kits(database)
            self.joined = JoinedWalks(database, self.records, clock)
            self.locks = Locks(database, self.settings, clock, PERSONAL_SETTINGS)
            self.sending = Sending(database)
            self.nearby = Nearby(database, self.records, self.copies)
            self.integrity = Integrity(database, clock)
            self.outbox = StoredOutbox(
                database=database,
                settings=self.settings,
                identity=self.identity,
                sending=self.sending,
                copies=self.copies,
                servers=self.servers,
                versions=self.versions,
                integrity=self.integrity,
                photos=self.photos,
                voices=self.voices,
                clock=clock,
            )
            if database.writable:
                self.photos.sweep()
                self.voices.sweep()
                handing.sweep(database.folder)
        except BaseException:
            database.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several saves, all or none, on disk when it ends. Never wait for a person, a network or a file inside."""
        with self.database.write():
            yield

    def handling_of(self, report_id: str) -> HandlingView | None:
        """What became of a report."""
        return self.copies.handling_of(report_id)

    def answers_of(self, report_id: str) -> list[Answer]:
        """The office's public words on a report, oldest first."""
        return self.copies.answers_of(report_id)

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
