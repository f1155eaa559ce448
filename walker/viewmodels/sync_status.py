"""Sending and receiving: enrolment, one sync at a time on the worker, and where every walk and finding stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.errors import SyncError
from sync.protocol.records import ExploratoryWalk, Photo, Record, Report, SpaceCandidate, Stop
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from sync.client.engine import SyncResult
    from sync.protocol.messages import EnrolAnswer

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LINES_SHOWN = 60
_NAMES = ("recordId", "kind", "label", "atMs", "count", "state_", "code", "message")


@QmlElement
class SyncStatus(QObject):
    """`state_` of a line: waiting, held, refused, conflict or sent."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._busy = ""
        self._phase = ""
        self._done = 0
        self._fault = ""
        self._fault_words = ""
        self._received = -1
        self._left = self._held = 0
        self._lines = RowListModel(_NAMES, self)
        self._more = 0
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)

    @Property(bool, notify=changed)
    def enrolled(self) -> bool:
        return self.tablet.store.settings.get("server_url") is not None

    @Property(str, notify=changed)
    def serverUrl(self) -> str:
        return self.tablet.store.settings.get("server_url") or ""

    @Property(str, notify=changed)
    def serverName(self) -> str:
        return self.tablet.store.settings.get("server_name") or ""

    @Property(float, notify=changed)
    def lastSyncMs(self) -> float:
        """0 before the first one."""
        last = self.tablet.store.settings.get("last_sync")
        return times.parse_time(last).timestamp() * 1000 if last else 0.0

    @Property(str, notify=changed)
    def busy(self) -> str:
        """sync, enrol, or nothing."""
        return self._busy

    @Property(str, notify=changed)
    def phase(self) -> str:
        """records, media or pulled, as the client names them."""
        return self._phase

    @Property(int, notify=changed)
    def phaseDone(self) -> int:
        return self._done

    @Property(str, notify=changed)
    def fault(self) -> str:
        """The code of what ended the last try; empty when it went well."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Property(int, notify=changed)
    def received(self) -> int:
        """How many records the last sync brought; −1 before one."""
        return self._received

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._left

    @Property(int, notify=changed)
    def held(self) -> int:
        return self._held

    @Property(RowListModel, constant=True)
    def lines(self) -> RowListModel:
        return self._lines

    @Property(int, notify=changed)
    def moreLines(self) -> int:
        """Lines beyond those shown: older ones, all sent."""
        return self._more

    @Slot(str, str)
    def enrol(self, url: str, code: str) -> None:
        """Join a server with the code it gave; the answer comes later."""
        from sync.client.enrol import enrol

        address = url.strip() if "://" in url else f"https://{url.strip()}"
        identity = self.tablet.store.identity

        def ask() -> EnrolAnswer:

            return enrol(address, code, identity, app_version=_version())

        def joined(answer: EnrolAnswer) -> None:
            from walker.domain.words import TERRITORIES_SETTING

            store = self.tablet.store
            with store.transaction():
                store.outbox.set_enrolment(address, answer.token, answer.epoch)
                store.settings.set(TERRITORIES_SETTING, json.dumps(list(answer.territories)))
                store.settings.set("server_name", answer.server_name)

        self._try("enrol", ask, joined)

    @Slot()
    def sendNow(self) -> None:
        """One whole sync; the window stays free meanwhile."""
        from sync.client.engine import Engine

        worker = self.tablet.worker

        def progress(phase: str, done: int, _total: int) -> None:
            worker.post(lambda: self._show_progress(phase, done))

        def ask() -> SyncResult:
            outbox = self.tablet.store.outbox
            return Engine(outbox, app_version=_version(), progress=progress, stopping=worker.is_closed).sync()

        def synced(result: SyncResult) -> None:
            self._received = result.pulled
            if result.fault is not None:
                self._show_fault(result.fault)
            else:
                self.tablet.store.settings.set("last_sync", times.format_time(self.tablet.clock()))
            if result.pulled:
                self.tablet.forget_words()

        self._received = -1
        self._try("sync", ask, synced)

    @Slot(str)
    @told
    def tryAgain(self, record_id: str) -> None:
        """What made the server refuse was mended."""
        self.tablet.store.outbox.try_again(record_id)
        self.tablet.recordsChanged.emit()

    @Slot(str)
    @told
    def keepMine(self, record_id: str) -> None:
        """Of two versions, this tablet's is sent; the other stays in the history."""
        self.tablet.store.outbox.keep_mine(record_id)
        self.tablet.recordsChanged.emit()

    def _try(self, name: str, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy, self._phase, self._done, self._fault, self._fault_words = name, "", 0, "", ""
        self.changed.emit()

        def done(result: Any) -> None:
            self._busy = ""
            try:
                then(result)
            except Exception as fault:
                self._failed(fault)
            self.tablet.recordsChanged.emit()

        self.tablet.worker.run(job, done, self._failed)

    def _failed(self, fault: Exception) -> None:
        self._busy = ""
        if isinstance(fault, SyncError):
            self._show_fault(fault)
            self.changed.emit()
        else:
            self.changed.emit()
            self.tablet.tell(fault)

    def _show_fault(self, fault: SyncError) -> None:
        self._fault, self._fault_words = fault.error.code, str(fault)

    def _show_progress(self, phase: str, done: int) -> None:
        self._phase, self._done = phase, done
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        store = self.tablet.store
        backlog = store.outbox.backlog()
        self._left, self._held = backlog.left, len(backlog.held)
        unsent = set(store.outbox.unsent())
        lines = [self._tray(line.id, "refused", line.code, line.message) for line in backlog.refused]
        lines += [self._tray(line.id, "conflict", line.code, line.message) for line in backlog.conflicts]
        in_walks: dict[str | None, list[Record]] = {}
        for kind in (Report, SpaceCandidate, Stop, Photo):
            for record in store.records.all(kind):
                in_walks.setdefault(getattr(record, "walk_id", None), []).append(record)
        settled: list[Row] = []
        for walk in store.records.all(ExploratoryWalk):
            members = in_walks.pop(walk.id, [])
            waits = walk.id in unsent or any(record.id in unsent for record in members)
            count = sum(isinstance(record, Report | SpaceCandidate) for record in members)
            line = _line(
                walk.id, "walk", walk.title, walk.started_at or walk.created_at, "waiting" if waits else "sent"
            )
            settled.append({**line, "count": count})
        for members in in_walks.values():
            settled += [self._finding(record, unsent) for record in members if not isinstance(record, Stop | Photo)]
        settled.sort(key=lambda row: (row["state_"] == "sent", -row["atMs"]))
        lines += settled
        self._more = max(0, len(lines) - LINES_SHOWN)
        self._lines.show(lines[:LINES_SHOWN])
        self.changed.emit()

    def _finding(self, record: Record, unsent: set[str]) -> Row:
        state = "waiting" if record.id in unsent else "sent"
        return _line(record.id, record.RECORD, self._label(record), record.created_at, state)

    def _tray(self, record_id: str, state: str, code: str, message: str) -> Row:
        record = self.tablet.store.records.find(record_id)
        kind, label, at = "", "", times.format_time(self.tablet.clock())
        if record is not None:
            kind, label, at = record.RECORD, self._label(record), record.updated_at
        return {**_line(record_id, kind, label, at, state), "code": code, "message": message}

    def _label(self, record: Record) -> str:
        if isinstance(record, Report):
            words = self.tablet.label("categories", record.category)
            return " · ".join(part for part in (words, record.provisional_number) if part)
        if isinstance(record, SpaceCandidate):
            words = self.tablet.label("space_kinds", record.kind)
            return " · ".join(part for part in (words, record.provisional_number) if part)
        return record.title if isinstance(record, ExploratoryWalk) else ""


def _version() -> str:
    from importlib.metadata import version

    return version("gup-walker")


def _line(record_id: str, kind: str, label: str, at: str, state: str) -> dict[str, Any]:
    moment = times.parse_time(at).timestamp() * 1000
    return {
        "recordId": record_id,
        "kind": kind,
        "label": label,
        "atMs": moment,
        "count": 0,
        "state_": state,
        "code": "",
        "message": "",
    }
