"""Enrolling, several tablets in one walk, what is carried without a network, and a lent tablet handed back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QUrl

from scripts.scenes.stage import HERE, Stage
from sync.formats.seal import public_of
from sync.protocol import codec
from sync.protocol.handover import Handover
from sync.protocol.ids import new_id
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import BundleNotice, Report
from walker.device.network import Link
from walker.store.outbox import SEAL_KEY

OFFICE = "https://gup.example.org/#enrol=K7QM-3RTX"
OFFICE_KEY = public_of(b"k" * 32)
CARRIER = Handover(
    addresses=("127.0.0.1",), port=9, certificate="0" * 64, secret="0" * 32, reader=OFFICE_KEY, carrier="K7QM"
)  # a port where nobody answers


class OnWifi:
    """A network of these addresses."""

    def __init__(self, *addresses: str) -> None:
        self._addresses = addresses

    def link(self) -> Link:
        return Link.FREE

    def reachable(self) -> bool:
        return True

    def addresses(self) -> tuple[str, ...]:
        return self._addresses

    def watch(self, changed: Callable[[], None]) -> None:
        """It never does."""


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    sharing = app.sharing
    _found(stage)
    app.open("sync")
    yield "sync, all"
    for row in list(app.sync.lines.rows)[:1]:
        app.sync.toggle(row["recordId"])
    app.sync.show("waiting")
    yield "sync, waiting"
    _copied(stage)
    app.open("sync")
    yield "sync, copied tablet, two versions"
    app.open("enrol")
    yield "enrol"
    sharing.squares.look()
    stage.wait(lambda: app.viewfinder.state not in ("off", "starting"))
    yield "enrol, camera"
    sharing.squares.leave()
    sharing.enrolment.scanned(OFFICE)
    yield "enrol, three words"
    sharing.enrolment.differs()
    app.open("join")
    sharing.joining.read("WIFI:S:Maison;;")
    yield "join"
    yield from _without_network(stage)
    stage.start_walk()
    app.open("join")
    yield "join, invite"
    app.open("handback")
    for digit in "2580":
        sharing.handBack.press(digit)
    yield "hand back"
    sharing.handBack.handBack()
    stage.wait(lambda: sharing.handBack.done)
    yield "handed back"
    app.open("home")
    app.open("handback")
    sharing.handBack.press("1")
    yield "hand back, again"


def _without_network(stage: Stage) -> Iterator[str]:
    """What waits is given to another tablet, carried for others, or written to a file."""
    app, store = stage.app, stage.app.tablet.store
    giving, carrying, by_file = app.sharing.giving, app.sharing.carrying, app.sharing.byFile
    app.open("handover")
    giving.read("WIFI:S:Maison;;")
    yield "hand over, another square"
    giving.read(CARRIER.text)
    yield "hand over, ready"
    giving.give()
    stage.wait(lambda: giving.step == "ready")
    yield "hand over, no answer"
    app.sync.network = OnWifi()
    app.open("carry")
    yield "carry, not enrolled"
    app.open("sync")
    store.settings.set(SEAL_KEY, OFFICE_KEY)
    app.open("carry")
    yield "carry, no network"
    app.sync.network = OnWifi("127.0.0.1")
    carrying.again()
    stage.wait(lambda: carrying.standing == "open")
    yield "carry"
    _give_to(carrying.square, store.folder)
    stage.wait(lambda: carrying.received == 1)
    yield "carry, received"
    app.open("bundle")
    by_file.write(QUrl.fromLocalFile(str(store.folder / by_file.proposed)))
    stage.wait(lambda: by_file.told == "write")
    yield "by file, written"
    by_file.readAnswer(QUrl.fromLocalFile(by_file.file))
    stage.wait(lambda: by_file.fault != "")
    yield "by file, not an answer"
    app.open("sync")
    app.sync.show("")
    yield "sync, carrying"


def _give_to(square: str, folder: Path) -> None:
    """Another tablet brings something."""
    from sync.client.hand_over import hand_over
    from sync.protocol.handover import read_handover

    sealed = folder / "of-another-tablet"
    sealed.write_bytes(b"sealed" * 40_000)
    hand_over(read_handover(square), sealed)


def _copied(stage: Stage) -> None:
    """This tablet was a copy of another one, which changed one of the findings too; its clock is slow. What it carried
    was set aside."""
    app, store = stage.app, stage.app.tablet.store
    report = store.records.latest(Report, 1)[0]
    other = dataclasses.replace(report, category="litter", text="Devant le 12", revision=2)
    body = codec.encode(other)
    store.outbox.try_again(report.id)
    store.outbox.conflict(report.id, report.revision, codec.sha256(body), body.decode())
    store.drafts.keep(new_id(), Report, None, {"category": "lamp_out"})
    store.settings.set("parted_at", store.servers.now())
    store.outbox.note_hello("0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01", 17 * 60_000)
    _set_aside(stage)
    app.tablet.recordsChanged.emit()
    app.sync.show("")
    app.sync.compare(report.id)


def _set_aside(stage: Stage) -> None:
    store = stage.app.tablet.store
    now = store.servers.now()
    common = {"writer": "server", "created_at": now, "updated_at": now, "received_at": now}
    notice = BundleNotice(
        id=new_id(), **common, carrier=store.identity.device_id(), size=700, reason="Le fichier est abîmé"
    )
    body = codec.encode(notice)
    row = PulledRecord(seq=1, scopes=("everyone",), hash=codec.sha256(body), body=body.decode())
    store.outbox.store_page(PullAnswer(epoch="0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01", records=(row,)))


def _found(stage: Stage) -> None:
    """Two findings to send, one of them refused, and a photo that somebody has to look at."""
    app, store = stage.app, stage.app.tablet.store
    for number, code in enumerate(("lamp_out", "bulky_items")):
        app.capture("report", HERE[0] + number * 1e-3, HERE[1])
        if number:
            stage.bring_photo(app.report.id)
        app.report.pickCategory(code)
        app.report.save()
    (report, _) = store.records.latest(Report, 2)
    store.outbox.refuse(report.id, report.revision, "bad_field", "category", "unknown")
    app.tablet.recordsChanged.emit()
