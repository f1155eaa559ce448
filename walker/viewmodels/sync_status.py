"""Sending and receiving: one sync at a time on the worker, how far it is, and where every record stands.

The rows are read only while the page is open, and only those that are shown.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from sync.protocol.records import Answer, HandlingView
from walker.device.network import Link, Network, QtNetwork
from walker.domain.joining import short_name
from walker.domain.pace import Pace
from walker.domain.two_versions import can_keep_both, keep_both
from walker.installed import app_version
from walker.store.outbox import SEAL_KEY
from walker.store.sending import Totals
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.set_aside import SET_ASIDE_NAMES, read_set_aside, set_aside_rows
from walker.viewmodels.sync_lines import LINE_NAMES, SyncLines
from walker.viewmodels.sync_versions import VERSION_NAMES, versions
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from sync.client.engine import Engine, SyncResult
    from sync.protocol.outgoing import OutgoingMedium

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

FULL_SIZES = "full_sizes"  # the setting: always, or (without it) not over a link that costs money
ALWAYS = "always"
PARTED_READ = "parted_read"
FELT_MINUTES = 2
PAUSED = "sync_paused"  # the setting: a person stopped a sync, so none begins by itself until one sends again
CHECK_AFTER_MS = 60_000  # once the window stands
CHECK_EVERY_MS = 3_600_000


@QmlElement
class SyncStatus(QObject):
    """`state_` of a line: refused, conflict, held, draft, waiting, sending or sent."""

    changed = Signal()
    synced = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None, *, network: Network | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.network = network or QtNetwork()
        self.ended_by = ""  # the code of what ended the last sync early
        self.asked_to_wait: float | None = None  # seconds, by the server, then
        self.ended_at = -float("inf")
        self._link = Link.UNKNOWN
        self._busy = self._stopping = self._quiet = self._asked_meanwhile = False
        self._engine: Engine | None = None
        self._phase = ""
        self._done = self._to_do = 0
        self._bytes_done = self._bytes_to_do = 0
        self._pace = Pace()
        self._clock = QTimer(self, interval=5_000)  # a time that is left grows old while nothing moves
        self._clock.timeout.connect(self.changed)
        self._fault = self._fault_words = ""
        self._received = -1
        self._news = Counter[str]()
        self._open = False
        self._shown = SyncLines(tablet)
        self._lines = RowListModel(LINE_NAMES, self)
        self._versions = RowListModel(VERSION_NAMES, self)
        self._set_aside = RowListModel(SET_ASIDE_NAMES, self)
        self._comparing = ""
        self._totals = Totals(counts={}, record_bytes=0, media_bytes=0)
        self._carried: Sequence[OutgoingMedium] = ()
        self._stale = True  # counted when a page first asks
        self._later = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._later.timeout.connect(self._check)
        self._later.start()
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

    @Property(str, notify=changed)
    def tabletName(self) -> str:
        """Four signs, as the office names it."""
        return short_name(self.tablet.store)

    @Property(float, notify=changed)
    def lastSyncMs(self) -> float:
        """0 before the first one."""
        last = self.tablet.store.settings.get("last_sync")
        return times.parse_time(last).timestamp() * 1000 if last else 0.0

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def stopping(self) -> bool:
        """A person asked to stop; the link has not let go yet."""
        return self._stopping

    @Property(str, notify=changed)
    def phase(self) -> str:
        """records, previews, media, pulled or carried, as the client names them; empty while the server is called."""
        return self._phase

    @Property(int, notify=changed)
    def phaseDone(self) -> int:
        return self._done

    @Property(int, notify=changed)
    def phaseTotal(self) -> int:
        return self._to_do

    @Property(float, notify=changed)
    def bytesDone(self) -> float:
        return float(self._bytes_done)

    @Property(float, notify=changed)
    def bytesTotal(self) -> float:
        """Of the pictures and voices of this sync; 0 before they are counted."""
        return float(self._bytes_to_do)

    @Property(float, notify=changed)
    def progress(self) -> float:
        """0…1; −1 while there is nothing to measure."""
        if self._bytes_to_do:
            return self._bytes_done / self._bytes_to_do
        return self._done / self._to_do if self._to_do else -1.0

    @Property(int, notify=changed)
    def minutesLeft(self) -> int:
        """At the speed of the last half minute; 0 while that is a guess, or nothing moves."""
        left = self._pace.seconds_left(time.monotonic(), self._bytes_to_do)
        return 0 if left is None else max(1, round(left / 60))

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
    def answers(self) -> int:
        """Findings of this tablet on which the office said something new in the last sync."""
        return self._news.total()

    @Property(int, notify=changed)
    def answersDone(self) -> int:
        return self._news["done"]

    @Property(int, notify=changed)
    def answersPlanned(self) -> int:
        return self._news["planned"]

    @Property(int, notify=changed)
    def answersRefused(self) -> int:
        return self._news["refused"]

    @Property(str, notify=changed)
    def link(self) -> str:
        """free, paid or unknown."""
        return str(self._link.value)

    @Property(bool, notify=changed)
    def alwaysFull(self) -> bool:
        """Whether full sizes go by themselves over any link."""
        return self._sends_always()

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._count("waiting")

    @Property(int, notify=changed)
    def held(self) -> int:
        return self._count("held")

    @Property(int, notify=changed)
    def drafts(self) -> int:
        """Forms being written."""
        return self._count("draft")

    @Property(int, notify=changed)
    def refused(self) -> int:
        return self._count("refused")

    @Property(int, notify=changed)
    def conflicts(self) -> int:
        return self._count("conflict")

    @Property(int, notify=changed)
    def receivedBefore(self) -> int:
        """Records that the server holds."""
        return self._count("sent")

    @Property(float, notify=changed)
    def waitingBytes(self) -> float:
        """About: records travel smaller than they lie here."""
        self._refresh()
        return float(self._totals.bytes)

    @Property(float, notify=changed)
    def mediaBytes(self) -> float:
        self._refresh()
        return float(self._totals.media_bytes)

    @Property(int, notify=changed)
    def carried(self) -> int:
        """Files of other tablets that this one carries to the server."""
        self._refresh()
        return len(self._carried)

    @Property(float, notify=changed)
    def carriedBytes(self) -> float:
        self._refresh()
        return float(sum(each.size for each in self._carried))

    @Property(bool, notify=changed)
    def canCarry(self) -> bool:
        """Whether this tablet knows for whom others seal what they give it: since its enrolment."""
        return self.tablet.store.settings.get(SEAL_KEY) is not None

    @Property(int, notify=changed)
    def lockedLeft(self) -> int:
        """Of groups that handed the tablet back: sent too, never shown."""
        return self.tablet.store.locks.unsent()

    @Property(str, notify=changed)
    def filter(self) -> str:
        """A state, or empty for all."""
        return self._shown.state

    @Property(RowListModel, constant=True)
    def lines(self) -> RowListModel:
        return self._lines

    @Property(int, notify=changed)
    def moreLines(self) -> int:
        return self._shown.more

    @Property(str, notify=changed)
    def comparing(self) -> str:
        """The record whose two versions are side by side."""
        return self._comparing

    @Property(bool, notify=changed)
    def canTakeTheirs(self) -> bool:
        """Of the record that is compared."""
        return bool(self._comparing) and self.tablet.store.versions.can_take_over(self._comparing)

    @Property(bool, notify=changed)
    def canKeepBoth(self) -> bool:
        return bool(self._comparing) and can_keep_both(self.tablet.store, self._comparing)

    @Property(bool, notify=changed)
    def parted(self) -> bool:
        """This tablet was found to be a copy, has a name of its own since, and nobody has read so yet."""
        settings = self.tablet.store.settings
        return settings.get("parted_at") != settings.get(PARTED_READ)

    @Property(float, notify=changed)
    def partedMs(self) -> float:
        at = self.tablet.store.settings.get("parted_at")
        return times.parse_time(at).timestamp() * 1000 if at else 0.0

    @Property(int, notify=changed)
    def clockMinutes(self) -> int:
        """How far this tablet's clock is behind the server's (ahead of it: negative), once it can be felt."""
        minutes = round(self.tablet.store.servers.skew_ms() / 60_000)
        return minutes if abs(minutes) >= FELT_MINUTES else 0

    @Property(RowListModel, constant=True)
    def versions(self) -> RowListModel:
        return self._versions

    @Property(RowListModel, constant=True)
    def setAside(self) -> RowListModel:
        """What was carried and the office set aside, and nobody has read so yet; looked at while the page is open."""
        return self._set_aside

    @Slot()
    def open(self) -> None:
        """The page is shown."""
        self._open = True
        self._link = self.network.link()
        self._shown.reset()
        self._look()

    @Slot()
    def leave(self) -> None:
        self._open = False
        self._comparing = ""

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """A person stopped a sync: nothing is sent by itself until somebody sends."""
        return self.tablet.store.settings.get(PAUSED) is not None

    @Slot()
    @told
    def sendNow(self) -> None:
        """All of it over any link, as a person asked; the window stays free meanwhile."""
        if self.paused:
            self.tablet.store.settings.set(PAUSED, None)
        if not self._busy:
            self._send(full_sizes=True)
        elif self._quiet:  # what goes by itself may hold back full sizes: all goes next
            self._quiet, self._asked_meanwhile = False, True
            self.changed.emit()

    def send_quietly(self, *, full_sizes: bool) -> None:
        """By itself: a trouble that passes by itself is not shown."""
        if not self._busy:
            self._send(full_sizes=full_sizes, quiet=True)

    def holds_back_full_sizes(self) -> bool:
        """Whether this link costs money and large photos wait for another; as it is now."""
        self._link = self.network.link()
        return self._link is Link.PAID and not self._sends_always()

    def _send(self, *, full_sizes: bool, quiet: bool = False) -> None:
        from sync.client.engine import Engine

        worker = self.tablet.worker
        self._link = self.network.link()
        seen = self.tablet.store.copies.highest_seq()
        self._quiet = quiet
        self._begin()

        def progress(phase: str, done: int, total: int) -> None:
            worker.post(lambda: self._show_progress(phase, done, total))

        def under_way(names: frozenset[str]) -> None:
            worker.post(lambda: self._show_sending(names))

        self._engine = engine = Engine(
            self.tablet.store.outbox,
            app_version=app_version(),
            progress=progress,
            under_way=under_way,
            stopping=worker.is_closed,
            full_sizes=full_sizes,
        )
        worker.run(engine.sync, lambda result: self._synced(result, seen), self._failed)

    @Slot()
    @told
    def stop(self) -> None:
        """What was sent is kept; the rest waits until somebody sends."""
        if self._busy and not self._stopping:
            self._stopping, self._asked_meanwhile = True, False
            if self._engine is not None:
                self._engine.stop()
            self.tablet.store.settings.set(PAUSED, "yes")
            self.changed.emit()

    @Slot(bool)
    @told
    def sendFullAlways(self, always: bool) -> None:
        self.tablet.store.settings.set(FULL_SIZES, ALWAYS if always else None)
        self.changed.emit()

    @Slot(str)
    def show(self, state: str) -> None:
        """Only these, or all."""
        self._shown.show(state)
        self._look()

    @Slot(str)
    def toggle(self, walk_id: str) -> None:
        """Open or close the lines of one walk."""
        self._shown.toggle(walk_id)
        self._look()

    @Slot()
    def showMore(self) -> None:
        self._shown.show_more()
        self._look()

    @Slot(str)
    @told
    def tryAgain(self, record_id: str) -> None:
        """What made the server refuse was mended."""
        self.tablet.store.outbox.try_again(record_id)
        self.tablet.recordsChanged.emit()

    @Slot(str)
    def compare(self, record_id: str) -> None:
        """Both versions side by side; again closes them."""
        self._comparing = "" if record_id == self._comparing else record_id
        self._versions.show(versions(self.tablet, self._comparing))
        self.changed.emit()

    @Slot(str)
    @told
    def keepMine(self, record_id: str) -> None:
        """Of two versions, this tablet's is sent; the other stays in the history."""
        self.tablet.store.versions.keep_mine(record_id)
        self._decided()

    @Slot(str)
    @told
    def keepTheirs(self, record_id: str) -> None:
        """The server's version is the one; this tablet's stays in the history."""
        self.tablet.store.versions.keep_theirs(record_id)
        self._decided()

    @Slot(str)
    @told
    def keepBoth(self, record_id: str) -> None:
        """Two findings from now on."""
        keep_both(self.tablet.store, record_id)
        self._decided()

    def _decided(self) -> None:
        self._comparing = ""
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def understand(self) -> None:
        """The person has read that this tablet was copied."""
        self.tablet.store.settings.set(PARTED_READ, self.tablet.store.settings.get("parted_at"))
        self.changed.emit()

    @Slot()
    @told
    def understandSetAside(self) -> None:
        """The person has read what was set aside, and why."""
        read_set_aside(self.tablet)
        self._look()

    def _begin(self) -> None:
        self._busy, self._stopping = True, False
        self._clock.start()
        self._phase, self._fault, self._fault_words, self._received = "", "", "", -1
        self._done = self._bytes_done = self._bytes_to_do = 0
        self._pace = Pace()
        self._to_do = self._count("waiting")
        self.changed.emit()

    def _synced(self, result: SyncResult, seen: int) -> None:
        self._received = result.pulled
        self._news = self._said_since(seen) if result.pulled else Counter()
        if result.fault is not None:
            self._show_fault(result.fault)
        else:
            self.tablet.store.settings.set("last_sync", times.format_time(self.tablet.clock()))
        if result.pulled:
            self.tablet.forget_words()
        self._end(result.fault)

    def _said_since(self, seq: int) -> Counter[str]:
        """How many findings stand where, of those the office spoke of after that number of its feed."""
        copies, records = self.tablet.store.copies, self.tablet.store.records
        standing = {view.report_id: view.group for view in copies.after(HandlingView, seq)}
        for answer in copies.after(Answer, seq):
            status = self.tablet.catalogue.get("statuses", answer.status)
            standing[answer.report_id] = str(status.data.get("group", "")) if status else ""
        ours = {report: group for report, group in standing.items() if group != "open" and records.find(report)}
        return Counter("done" if group == "treated" else group for group in ours.values())

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, SyncError):
            self._show_fault(fault)
            self._end(fault)
        else:
            self._end(LocalFault(ErrorCode.STOPPED, str(fault)))
            self.tablet.tell(fault)

    def _end(self, fault: SyncError | None) -> None:
        self.ended_by = fault.error.code if fault else ""
        self.asked_to_wait = fault.retry_after if fault else None
        self.ended_at = time.monotonic()
        self._clock.stop()
        self._busy = self._stopping = self._quiet = False
        self._engine = None
        self._shown.sending = frozenset()
        self.tablet.recordsChanged.emit()
        self.synced.emit()
        if self._asked_meanwhile:
            self._asked_meanwhile = False
            self._send(full_sizes=True)

    def _show_fault(self, fault: SyncError) -> None:
        if self._quiet and fault.error.retryable:
            return
        stopped = fault.error is ErrorCode.STOPPED  # by this person: no trouble
        self._fault, self._fault_words = fault.error.code, "" if stopped else str(fault)

    def _show_progress(self, phase: str, done: int, total: int) -> None:
        if phase == "carried" != self._phase:
            self._phase, self._pace = phase, Pace()
        if phase in ("bytes", "carried"):
            self._pace.note(time.monotonic(), done)
            self._bytes_done, self._bytes_to_do = done, total
        else:
            self._phase, self._done = phase, done
            if total:
                self._to_do = total
        self.changed.emit()

    def _show_sending(self, names: frozenset[str]) -> None:
        self._shown.sending = names
        self._look()

    def _sends_always(self) -> bool:
        return self.tablet.store.settings.get(FULL_SIZES) == ALWAYS

    def _count(self, state: str) -> int:
        self._refresh()
        return self._totals.counts.get(state, 0)

    def _refresh(self) -> None:
        if self._stale:
            self._stale = False
            self._totals = self.tablet.store.sending.totals()
            self._carried = self.tablet.store.outbox.carried()

    @Slot()
    def _check(self) -> None:
        """Whether the disk still holds what was saved: beside the window, and again after a while."""
        worker = self.tablet.worker
        check = self.tablet.store.integrity.check_when_due
        worker.run(lambda: check(lambda: not worker.is_closed()), self._checked, self.tablet.tell)

    def _checked(self, damaged: list[str]) -> None:
        self._later.start(CHECK_EVERY_MS)
        if damaged:
            self.tablet.recordsChanged.emit()

    @Slot()
    def _look(self) -> None:
        self._stale = True
        if self._open:
            self._lines.show(self._shown.rows())
            self._set_aside.show(set_aside_rows(self.tablet))
        self.changed.emit()
