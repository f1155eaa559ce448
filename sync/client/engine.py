"""One sync: hello, push, media, pull, over an Outbox. Nothing is called sent before the server said so.

A fault ends the sync, never the data: what was acknowledged is kept, the rest waits, and the result tells both.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sync.client.bring_carried import bring_carried
from sync.client.media import MediaSender
from sync.client.outbox import Outbox
from sync.client.outcomes import Outcomes
from sync.client.transport import Transport, stopped
from sync.client.upload import PAUSES
from sync.protocol import codec, endpoints, messages, times, version
from sync.protocol.errors import FOR_A_PERSON, ErrorCode, LocalFault, Refused, SyncError, Unreachable
from sync.protocol.outgoing import Backlog, Enrolment, OutgoingRecord, TrayLine

Progress = Callable[[str, int, int], None]
UnderWay = Callable[[frozenset[str]], None]


@dataclass(kw_only=True)
class SyncResult:
    """What one sync did, and what is left. `fault` is what ended it early.

    `parted`: this tablet was found to be a copy of another one, and has had an id of its own since.
    """

    sent: int = 0
    same: int = 0
    media_bytes: int = 0
    pulled: int = 0
    erased: list[str] = field(default_factory=list)
    parted: bool = False
    backlog: Backlog = field(default_factory=lambda: Backlog(held=(), refused=(), conflicts=(), left=0))
    fault: SyncError | None = None

    @property
    def kept(self) -> int:
        """Refused or in conflict: in the tray, waiting for a person."""
        return len(self.backlog.refused) + len(self.backlog.conflicts)

    @property
    def exit_code(self) -> int:
        """4 when something needs a person, else 3 when work is left, else 0."""
        if self.kept or (self.fault and self.fault.error in FOR_A_PERSON):
            return 4
        return 3 if self.backlog.left or self.fault else 0

    def as_json(self) -> dict[str, object]:
        """The shape that `walker sync` prints."""
        return {
            "sent": self.sent,
            "same": self.same,
            "refused": [_line(line) for line in self.backlog.refused],
            "conflicts": len(self.backlog.conflicts),
            "media_bytes": self.media_bytes,
            "held": list(self.backlog.held),
            "kept": self.kept,
            "left": self.backlog.left,
            "states": dict(self.backlog.states),
            "parted": self.parted,
            "fault": {"code": self.fault.code, "message": str(self.fault)} if self.fault else None,
        }


def _line(line: TrayLine) -> dict[str, str]:
    return {"id": line.id, "code": line.code, "message": line.message}


def _skew_ms(sent_at: str, server_time: str) -> int:
    """How far the server's clock is ahead of ours; it was read about half way between asking and hearing."""
    sent, heard = times.parse_time(sent_at), times.parse_time(times.now())
    return round((times.parse_time(server_time) - sent - (heard - sent) / 2).total_seconds() * 1000)


def silent(phase: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def unseen(names: frozenset[str]) -> None:
    """Sending that nobody watches."""


class Engine:
    """Runs syncs for one tablet. `stopping` is asked before every batch, block of a medium and page.

    `progress(phase, done, total)`: records, previews, media, bytes (of media), carried (bytes) or pulled. `under_way`
    is told the ids of records, or the sha256 of media, that are being sent now. Without `full_sizes` only records and
    previews go: the link costs money. `pauses`: seconds that media wait for a link that is down. `connect` makes the
    link.
    """

    def __init__(
        self,
        outbox: Outbox,
        *,
        app_version: str = "",
        progress: Progress = silent,
        under_way: UnderWay = unseen,
        stopping: Callable[[], bool] = lambda: False,
        full_sizes: bool = True,
        pauses: Sequence[float] = PAUSES,
        connect: Callable[[Enrolment], Transport] = lambda enrolment: Transport(
            enrolment.url, enrolment.token, authority=enrolment.authority
        ),
    ) -> None:
        self._outbox = outbox
        self._app_version = app_version
        self._progress = progress
        self._under_way = under_way
        self._stopping = stopping
        self._full_sizes = full_sizes
        self._pauses = pauses
        self._connect = connect
        self._guard = threading.Lock()
        self._transport: Transport | None = None
        self._stopped = False

    def stop(self) -> None:
        """From any thread: the sync ends now, with STOPPED, also when it waits for a dead link."""
        with self._guard:
            self._stopped = True
            if self._transport is not None:
                self._transport.cut()

    def sync(self) -> SyncResult:
        """One whole sync. Raises LocalFault when the tablet is not enrolled; other faults are in the result."""
        enrolment = self._outbox.enrolment()
        if enrolment is None:
            raise LocalFault(ErrorCode.NOT_ENROLLED, "this tablet is not enrolled: walker enrol URL CODE")
        result = SyncResult()
        try:
            self._run_as(enrolment, result)
        except SyncError as fault:
            result.fault = fault
        result.backlog = self._outbox.backlog()
        return result

    def _run_as(self, enrolment: Enrolment, result: SyncResult) -> None:
        with self._connect(enrolment) as transport:
            with self._guard:
                self._transport = transport
            self._go_on()
            try:
                waiting = self._hello(transport, enrolment)
            except Refused as refusal:
                if refusal.error is not ErrorCode.COPIED_TABLET or result.parted:
                    raise
                self._outbox.part(transport.split(self._outbox.split_request(self._app_version)))
                result.parted = True
            else:
                self._run(transport, waiting, result)
                return
        parted = self._outbox.enrolment()
        assert parted is not None
        self._run_as(parted, result)

    def _run(self, transport: Transport, waiting: bool, result: SyncResult) -> None:
        self._outbox.check(lambda: not self._stopping())
        maybe_begun = {medium.sha256 for medium in self._outbox.media_outgoing()}
        wanted = self._push(transport, result)
        # A restored server may still have the bytes of what it forgot.
        never_begun = set() if self._is_new_epoch else wanted - maybe_begun
        media = MediaSender(
            self._outbox,
            transport,
            self._progress,
            self._go_on,
            under_way=self._under_way,
            never_begun=never_begun,
            pauses=self._pauses,
        )
        try:
            media.send_all(full_sizes=self._full_sizes)
        finally:
            result.media_bytes = media.bytes_sent
            self._under_way(frozenset())
        # What was just pushed may have been answered already (a report number, a handling).
        if waiting or result.sent or self._outbox.wanted_again():
            self._pull(transport, result)
        if self._full_sizes:
            bring_carried(self._outbox, transport, self._progress, self._go_on, self._pauses)

    def _hello(self, transport: Transport, enrolment: Enrolment) -> bool:
        sent_at = times.now()
        answer = transport.hello(
            messages.HelloRequest(
                protocol=version.CURRENT,
                app_version=self._app_version,
                device_id=self._outbox.device_id(),
                sent_at=sent_at,
                epoch=enrolment.epoch,
                highest_seq=enrolment.highest_seq,
                cursors=dict(self._outbox.cursors()),
                marks=tuple(self._outbox.begin_hello()),
            )
        )
        self._epoch = answer.epoch
        self._is_new_epoch = answer.epoch != enrolment.epoch
        if answer.token is not None:
            self._outbox.keep_token(answer.token)
        with self._outbox.transaction():
            if self._is_new_epoch:
                self._outbox.begin_epoch(answer.epoch)
            self._outbox.note_hello(answer.epoch, _skew_ms(sent_at, answer.server_time))
            if answer.scopes is not None:
                self._outbox.keep_scopes(answer.scopes)
        return answer.waiting or self._is_new_epoch

    def _push(self, transport: Transport, result: SyncResult) -> set[str]:
        """Push all that waits; gives the media that the server wants for it."""
        outcomes = Outcomes(self._outbox)
        wanted: set[str] = set()
        while batch := self._batch():
            self._go_on()
            self._outbox.note_sending(batch)
            items = tuple(
                messages.PushItem(hash=record.hash, base=record.base, body=record.body.decode()) for record in batch
            )
            self._under_way(frozenset(record.id for record in batch))
            answer = transport.push(messages.PushRequest(records=items))
            self._check_epoch(answer.epoch)
            if [outcome.hash for outcome in answer.outcomes] != [record.hash for record in batch]:
                raise Unreachable(ErrorCode.NOT_A_SERVER, "the server answered other records than were sent")
            with self._outbox.transaction():
                # Together with what it acknowledges: it proves a server that is set back later.
                self._outbox.note_number(answer.seq)
                for record, outcome in zip(batch, answer.outcomes, strict=True):
                    outcomes.take(record.id, record.revision, outcome)
                self._outbox.media_wanted(answer.wanted)
            result.erased += outcomes.remove_gone()
            result.sent, result.same = outcomes.accepted, outcomes.same
            wanted.update(answer.wanted)
            self._progress("records", result.sent + result.same, 0)
        return wanted

    def _batch(self) -> Sequence[OutgoingRecord]:
        batch: list[OutgoingRecord] = []
        size = 0
        for record in self._outbox.outgoing(endpoints.MAX_PUSH_RECORDS):
            escaped = record.body.count(b'"') + record.body.count(b"\\")  # one more byte each, on the wire
            weight = len(record.body) + escaped + endpoints.PUSH_ITEM_OVERHEAD
            if weight > endpoints.MAX_PUSH_BYTES:
                error = ErrorCode.TOO_LARGE
                self._outbox.refuse(record.id, record.revision, error.code, "", f"{len(record.body)} bytes: too large")
                continue
            if size + weight > endpoints.MAX_PUSH_BYTES:
                break
            batch.append(record)
            size += weight
        return batch

    def _pull(self, transport: Transport, result: SyncResult) -> None:
        more = True
        again = tuple(self._outbox.wanted_again())
        while more:
            self._go_on()
            at = dict(self._outbox.cursors())
            page = transport.pull(messages.PullRequest(cursors=at, again=again))
            self._check_epoch(page.epoch)
            # A page may hold nothing (who left a territory is back in it), but each brings the cursors on.
            if page.more and not any(cursor > at.get(scope, 0) for scope, cursor in page.cursors.items()):
                raise Unreachable(ErrorCode.NOT_A_SERVER, "the server promises more and sends nothing")
            if any(codec.sha256(row.body.encode()) != row.hash for row in (*page.records, *page.again)):
                raise Unreachable(ErrorCode.UNREACHABLE, "what the server sent was damaged on its way; sync again")
            self._outbox.store_page(page)
            if again:
                self._outbox.mend(page.again)
                again = ()
            result.pulled += len(page.records)
            more = page.more
            self._progress("pulled", result.pulled, 0)

    def _go_on(self) -> None:
        if self._stopped or self._stopping():
            raise stopped()

    def _check_epoch(self, epoch: str) -> None:
        if epoch != self._epoch:
            raise Unreachable(ErrorCode.SERVER_BUSY, "the server was restored during this sync; sync again")
