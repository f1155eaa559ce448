"""Any order of edits, pushes, refusals, lost answers and restored servers: nothing entered is lost or called sent."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.outgoing import OutgoingRecord
from sync.protocol.records import Report
from walker.store import Store, open_store

MOMENT = "2026-10-15T17:00:00.000Z"


class Tablet(RuleBasedStateMachine):
    """`server` is what a server that answers as agreed holds; `texts` what the walker typed last."""

    reports = Bundle("reports")

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store: Store = open_store(Path(self.folder.name))
        self.server: dict[str, str] = {}
        self.texts: dict[str, str] = {}

    @rule(target=reports, text=st.text(max_size=5))
    def enter(self, text: str) -> str:
        report = Report(id=new_id(), writer="", created_at=MOMENT, updated_at=MOMENT, text=text)
        self.store.records.save(report)
        self.texts[report.id] = text
        return report.id

    @rule(report_id=reports, text=st.text(max_size=5))
    def edit(self, report_id: str, text: str) -> None:
        self.edit_now(report_id, text)

    def edit_now(self, report_id: str, text: str) -> None:
        self.store.records.change(report_id, lambda report: dataclasses.replace(report, text=text))
        self.texts[report_id] = text

    @rule(
        limit=st.integers(1, 3),
        edits=st.lists(st.tuples(reports, st.text(max_size=5)), max_size=2),
        fate=st.sampled_from(["lost", "unanswered", "answered", "refused"]),
    )
    def push(self, limit: int, edits: list[tuple[str, str]], fate: str) -> None:
        """A batch leaves, the walker goes on writing, then the batch arrives or not, and is answered or not."""
        batch = self.store.outbox.outgoing(limit)
        self.store.outbox.note_sending(batch)
        for report_id, text in edits:
            self.edit_now(report_id, text)
        for record in batch if fate != "lost" else ():
            if fate == "refused":
                self.store.outbox.refuse(record.id, record.revision, "bad_field", "text", "no")
            else:
                self.arrive(record, answered=fate == "answered")

    def arrive(self, record: OutgoingRecord, *, answered: bool) -> None:
        """What DESIGN §2 says of base and head."""
        head = self.server.get(record.id)
        if head is None or head in (record.base, record.hash):
            self.server[record.id] = record.hash
            if answered:
                self.store.outbox.acknowledge(record.id, record.revision, record.hash)
            return
        assert self.store.outbox.ever_sent(record.id, head)
        if answered:
            self.store.outbox.rebase(record.id, head)

    @rule(forgets=st.booleans())
    def restore_the_server(self, forgets: bool) -> None:
        if forgets:
            self.server.clear()
        self.store.outbox.begin_epoch(new_id())

    @rule()
    def switch_off_and_on(self) -> None:
        self.store.close()
        self.store = open_store(Path(self.folder.name))

    @invariant()
    def everything_typed_is_kept(self) -> None:
        held = {report.id: report.text for report in self.store.records.all(Report)}
        assert held == self.texts

    @invariant()
    def what_the_server_lacks_waits_or_is_in_the_tray(self) -> None:
        waiting = {record.id for record in self.store.outbox.outgoing(1000)}
        tray = {line.id for line in self.store.outbox.backlog().refused}
        assert not waiting & tray
        for report in self.store.records.all(Report):
            at_server = self.server.get(report.id) == codec.sha256(codec.encode(report))
            assert at_server or report.id in waiting | tray

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestTablet = Tablet.TestCase
TestTablet.settings = settings(deadline=None, derandomize=True, max_examples=40, stateful_step_count=20)
