"""What has not gone yet and what the server said: fits sync.client.outbox.Outbox without importing it.

A record waits while `revision > pushed_revision`. There is no "dirty" flag, so an edit made during a push is not lost:
the acknowledgement names the revision that was sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sync.protocol import times
from sync.protocol.errors import ErrorCode
from sync.protocol.outgoing import Backlog, Enrolment, OutgoingMedium, OutgoingRecord, TrayLine
from walker.store import handing, sent_hashes
from walker.store.backups import erase_from_backups
from walker.store.carried import CarriedFiles
from walker.store.copies import Copies
from walker.store.database import Row, StoreDatabase
from walker.store.identity import DeviceIdentity, Settings
from walker.store.integrity import Integrity
from walker.store.photos import Photos
from walker.store.records import is_intact
from walker.store.sending import Sending
from walker.store.servers import Servers
from walker.store.versions import Versions
from walker.store.voices import Voices

if TYPE_CHECKING:
    from sync.protocol.messages import EnrolAnswer, PullAnswer, PulledRecord, SplitRequest

# Names of settings: whose signature counts on what is carried by hand, for whom to seal what another tablet carries.
SERVER_KEY, SEAL_KEY = "server_key", "seal_key"

AUTHORITY = "server_authority"  # the setting: a private authority that signs the server's certificate, in PEM
_NO_LIMIT = -1  # to SQLite

# A refusal is of one revision; a conflict holds the record back whatever is saved meanwhile.
_WAITING = """
    FROM records NOT INDEXED LEFT JOIN tray ON tray.id = records.id AND tray.subject = ''
    WHERE records.revision > records.pushed_revision AND records.held IS NULL
      AND (tray.id IS NULL OR (tray.kind = 'refused' AND tray.revision < records.revision))
"""


class StoredOutbox:
    """Every method that changes something is on disk when it returns."""

    def __init__(
        self,
        *,
        database: StoreDatabase,
        settings: Settings,
        identity: DeviceIdentity,
        sending: Sending,
        copies: Copies,
        servers: Servers,
        versions: Versions,
        integrity: Integrity,
        photos: Photos,
        voices: Voices,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._settings = settings
        self._identity = identity
        self._sending = sending
        self._copies = copies
        self._servers = servers
        self._versions = versions
        self._integrity = integrity
        self._photos = photos
        self._voices = voices
        self._media = photos.media
        self._carried = CarriedFiles(database.folder)
        self._clock = clock

    def transaction(self) -> AbstractContextManager[None]:
        return self._database.write()

    def device_id(self) -> str:
        return self._identity.device_id()

    def enrolment(self) -> Enrolment | None:
        """None before the first enrolment."""
        url = self._settings.get("server_url")
        token = self._identity.token() if url else None
        if not url or token is None:
            return None
        return Enrolment(
            url=url,
            token=token,
            epoch=self._servers.epoch(),
            highest_seq=self._copies.highest_seq(),
            authority=self._settings.get(AUTHORITY) or "",
        )

    def set_enrolment(self, url: str, token: str, epoch: str, server_key: str = "", seal_key: str = "") -> None:
        """Keep a new token, and the keys for what is carried: whose signature counts, for whom to seal.

        An epoch other than the stored one resets what that server acknowledged.
        """
        self._identity.keep_token(token)
        with self._database.write():
            self._settings.set("server_url", url)
            self._settings.set(SERVER_KEY, server_key or None)
            self._settings.set(SEAL_KEY, seal_key or None)
            if self._servers.epoch() != epoch:
                self.begin_epoch(epoch)

    def keep_token(self, token: str) -> None:
        """The server gave a newer one: used from the next sync on."""
        self._identity.keep_token(token)

    def epoch(self) -> str | None:
        """The life of the server that this tablet knows, enrolled or not."""
        return self._servers.epoch()

    def begin_epoch(self, epoch: str) -> None:
        """The server was restored: it may lack anything, so that all is pushed again (harmlessly)."""
        with self._database.write():
            self._servers.begin(epoch)
            self._push_all_again()
            self._copies.begin_generation()

    def _push_all_again(self) -> None:
        """What made room here cannot be sent: its receipt stays until the server says that it wants it."""
        # A base may stand without a receipt: the answer named a head that we sent, then the link went.
        self._database.execute(
            "UPDATE records SET pushed_revision = 0, base = NULL WHERE pushed_revision > 0"
            " OR EXISTS (SELECT 1 FROM sent_hashes WHERE sent_hashes.id = records.id AND hash = base)"
        )
        for row in self._database.query("SELECT sha256 FROM media_receipts"):
            if self._media.path(row["sha256"]).exists():
                self._database.execute("DELETE FROM media_receipts WHERE sha256 = ?", (row["sha256"],))
        self._database.execute("DELETE FROM tray WHERE code != ?", (ErrorCode.DAMAGED_RECORD.code,))

    def begin_hello(self) -> Sequence[str]:
        """A new mark, kept before it leaves, after all that the server may have had last."""
        return self._servers.begin_hello()

    def note_hello(self, epoch: str, skew_ms: int) -> None:
        """The server heard the last mark, in this life of it; its clock is that much ahead of ours."""
        self._servers.note_hello(epoch, skew_ms)

    def split_request(self, app_version: str) -> SplitRequest:
        """Who this tablet will be once it has parted from the other one; the same until `part`."""
        return self._identity.split_request(app_version)

    def part(self, answer: EnrolAnswer) -> None:
        """This tablet is a copy no more: another id, another token, and all is pushed again, its bytes as they were.

        What it and the other one have alike is answered `same`; what differs becomes two versions.
        """
        former = self._identity.device_id()
        device_id = self._identity.next_id()
        self._identity.keep_token(answer.token, device_id)
        with self._database.write():
            self._identity.become(device_id)
            self._settings.set("parted_at", self._servers.now())
            self._settings.set("parted_from", former)
            self._copies.rename_device(former, device_id)
            self._servers.forget_marks()
            if self._servers.epoch() == answer.epoch:
                self._push_all_again()
            else:
                self.begin_epoch(answer.epoch)
        self._identity.settle()

    def outgoing(self, limit: int | None = None, *, walk_id: str | None = None) -> Sequence[OutgoingRecord]:
        """Records to push, oldest first; one whose bytes changed on disk goes to the tray instead."""
        sql = (
            f"SELECT ordinal, records.id, records.revision, hash, base, body {_WAITING}"
            " AND records.walk_id IS ifnull(:walk, records.walk_id) ORDER BY ordinal LIMIT :limit"
        )
        rows = self._database.query(sql, {"walk": walk_id, "limit": _NO_LIMIT if limit is None else limit})
        if not all(map(_is_itself, rows)):
            self._integrity.check()
            rows = self._database.query(sql, {"walk": walk_id, "limit": _NO_LIMIT if limit is None else limit})
        return [_outgoing(row) for row in rows if _is_itself(row)]

    def note_sending(self, sent: Iterable[OutgoingRecord]) -> None:
        sent_hashes.note(self._database, sent)

    def ever_sent(self, record_id: str, record_hash: str) -> bool:
        return sent_hashes.holds(self._database, record_id, record_hash)

    def rebase(self, record_id: str, head: str) -> None:
        """The server's head is a hash that we sent: push again with it as base."""
        with self._database.write():
            self._database.execute("UPDATE records SET base = ? WHERE id = ?", (head, record_id))

    def note_number(self, seq: int) -> None:
        """The server's feed has reached this number; told at each hello, so that it knows when it was set back."""
        self._copies.note_number(seq)

    def acknowledge(self, record_id: str, revision: int, record_hash: str) -> None:
        """The server holds this revision. A newer revision made meanwhile stays in the outbox."""
        with self._database.write():
            self._database.execute(
                "UPDATE records SET pushed_revision = :revision, base = :hash,"
                " received_at = :at, received_hash = :hash, received_epoch = :epoch"
                " WHERE id = :id AND pushed_revision < :revision AND revision >= :revision",
                {
                    "id": record_id,
                    "revision": revision,
                    "hash": record_hash,
                    "at": self._servers.now(),
                    "epoch": self._servers.epoch(),
                },
            )
            self._database.execute(
                "DELETE FROM tray WHERE id = ? AND subject = '' AND revision <= ?", (record_id, revision)
            )

    def refuse(self, record_id: str, revision: int, code: str, field: str, message: str) -> None:
        """To the tray until the record gets a new revision; one made meanwhile has not been judged."""
        if self._database.value("SELECT revision FROM records WHERE id = ?", (record_id,)) == revision:
            self._to_tray(record_id, "refused", revision, code, field=field, message=message)

    def conflict(self, record_id: str, revision: int, head: str | None, body: str | None = None) -> None:
        """Another head under our id: kept, shown beside ours when its bytes came, not pushed until a person decides."""
        message = "another tablet sent another version of this; both are kept"
        if head is not None and body is not None:
            self._versions.keep_other(record_id, head, body)
        self._to_tray(record_id, "conflict", revision, "conflict", message=message, head=head)

    def try_again(self, record_id: str) -> None:
        """A person mended what made the server refuse (a right, a file put back): send as it is."""
        with self._database.write():
            self._database.execute("DELETE FROM tray WHERE id = ? AND kind = 'refused'", (record_id,))

    def remove_erased(self, record_id: str) -> None:
        """Erased by request of a person: remove it, its files too, and keep a line that says so."""
        self._erase([record_id])

    def media_outgoing(self) -> Sequence[OutgoingMedium]:
        """Media named by acknowledged records and not yet held by the server; previews first.

        A file may be gone (it made room, then another server asks): whoever sends it puts it in the tray.
        """
        return [_medium(row, self._media.path(row["sha256"])) for row in self._media.waiting()]

    def media_carried(self, *, walk_id: str | None = None) -> Sequence[OutgoingMedium]:
        """Media that the server is not known to hold, of records that it may not know yet either."""
        return [_medium(row, self._media.path(row["sha256"])) for row in self._media.unreceived(walk_id)]

    def carried(self) -> Sequence[OutgoingMedium]:
        """Sealed bundles of other tablets, on their way to the server."""
        return self._carried.waiting()

    def carried_arrived(self, sha256: str) -> None:
        """The server has it whole: it goes here."""
        self._carried.remove(sha256)

    def media_acknowledged(self, *media: str) -> None:
        with self._database.write():
            for sha256 in media:
                self._database.execute(
                    "INSERT OR IGNORE INTO media_receipts (sha256, at, epoch) VALUES (?, ?, ?)",
                    (sha256, self._servers.now(), self._servers.epoch()),
                )
                self._database.execute("DELETE FROM tray WHERE subject = ?", (sha256,))

    def media_wanted(self, media: Iterable[str]) -> None:
        """The server says that it does not hold these: bytes that were superseded once may be named again."""
        with self._database.write():
            for sha256 in media:
                self._database.execute("DELETE FROM media_receipts WHERE sha256 = ?", (sha256,))

    def media_refused(self, sha256: str, code: str, message: str) -> None:
        """To the tray, under the id of the record that names it; the rest goes on."""
        for row in self._media.naming(sha256):
            self._to_tray(row["id"], "refused", row["revision"], code, message=message, subject=sha256)

    def cursors(self) -> Mapping[str, int]:
        return self._copies.cursors()

    def highest_seq(self) -> int:
        """The highest number of the feed ever seen."""
        return self._copies.highest_seq()

    def pull_anew(self) -> None:
        """All that is pulled comes again from the start; the old copies stay readable until it is complete."""
        number = self._copies.highest_seq()
        with self._database.write():
            self._copies.begin_generation()
            self._copies.note_number(number)  # it is the same life of the server

    def keep_scopes(self, scopes: Iterable[str]) -> None:
        """Drop cursors and pulled copies of scopes that this tablet may no longer pull."""
        self._copies.keep_scopes(scopes)

    def store_page(self, page: PullAnswer) -> None:
        """Pulled records, departures, erasures and cursors in one transaction; then the files of what was erased."""
        with self._database.write():
            self._copies.store_page(page)
            orphans = self._forget(page.erased)
        self._remove(page.erased, orphans)

    def check(self, go_on: Callable[[], bool]) -> None:
        """Look at the bytes of everything that is kept here, when that was not done for a while."""
        self._integrity.check_when_due(go_on)

    def wanted_again(self) -> Sequence[str]:
        """Ids of records and copies whose bytes changed on this disk, and that the server may hold."""
        return self._integrity.wanted()

    def mend(self, sent_again: Iterable[PulledRecord]) -> None:
        """The bytes of those, as the server holds them."""
        self._integrity.mend(sent_again)

    def unsent(self) -> list[str]:
        """Ids of records with a revision that the server has not acknowledged, whatever they wait for."""
        rows = self._database.query("SELECT id FROM records WHERE revision > pushed_revision AND held IS NOT 'joined'")
        return [str(row["id"]) for row in rows]

    def backlog(self) -> Backlog:
        """What has not gone."""
        held = self._database.query(
            "SELECT id FROM records WHERE held IS NOT NULL AND held != 'joined' AND deleted_at IS NULL"
            " AND revision > pushed_revision ORDER BY ordinal"
        )
        tray = self._database.query("SELECT * FROM tray ORDER BY at, id, subject")
        lines = {
            kind: tuple(
                TrayLine(id=row["id"], code=row["code"], field=row["field"], message=row["message"])
                for row in tray
                if row["kind"] == kind
            )
            for kind in ("refused", "conflict")
        }
        return Backlog(
            held=tuple(row["id"] for row in held),
            refused=lines["refused"],
            conflicts=lines["conflict"],
            left=int(self._database.value(f"SELECT count(*) {_WAITING}")) + len(self._media.waiting()),
            states=self._sending.totals().counts,
        )

    def _to_tray(
        self,
        record_id: str,
        kind: str,
        revision: int,
        code: str,
        *,
        field: str = "",
        message: str = "",
        head: str | None = None,
        subject: str = "",
    ) -> None:
        at = times.format_time(self._clock())
        with self._database.write():
            self._database.execute(
                "INSERT OR REPLACE INTO tray (id, subject, kind, revision, code, field, message, head, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (record_id, subject, kind, revision, code, field, message, head, at),
            )

    def _erase(self, ids: Sequence[str]) -> None:
        with self._database.write():
            orphans = self._forget(ids)
        self._remove(ids, orphans)

    def _remove(self, ids: Sequence[str], files: Sequence[Path]) -> None:
        """What no transaction reaches: the files of what was erased, and what backups hold of it."""
        self._photos.remove_forgotten(files)
        erase_from_backups(self._database.folder, ids)
        if ids:
            handing.forget(self._database.folder)

    def _forget(self, ids: Iterable[str]) -> list[Path]:
        """Inside a transaction; the files to remove once it is on disk."""
        files: list[Path] = []
        at = times.format_time(self._clock())
        for record_id in ids:
            kind = self._database.value("SELECT kind FROM records WHERE id = ?", (record_id,))
            if kind is not None:
                self._database.execute("INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", (record_id, kind, at))
            files += self._photos.forget(record_id) + self._voices.private_files(record_id)
            for table in ("records", "sent_hashes", "tray", "drafts", "other_versions", "past_versions", "damaged"):
                self._database.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))
            self._copies.forget(record_id)
        return files


def _is_itself(row: Row) -> bool:
    """Whether these are the bytes that were saved under this id."""
    return is_intact(row) and b'"%b"' % row["id"].encode() in row["body"]


def _outgoing(row: Row) -> OutgoingRecord:
    return OutgoingRecord(
        id=row["id"], revision=row["revision"], hash=row["hash"], base=row["base"], body=bytes(row["body"])
    )


def _medium(row: Row, path: Path) -> OutgoingMedium:
    return OutgoingMedium(sha256=row["sha256"], size=row["size"], path=path, preview=bool(row["preview"]))
