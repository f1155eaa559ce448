"""Enrolling, several tablets in one walk, and a lent tablet handed back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from scripts.scenes.stage import HERE, Stage
from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.records import Report

OFFICE = "https://gup.example.org/#enrol=K7QM-3RTX"


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


def _copied(stage: Stage) -> None:
    """This tablet was a copy of another one, which changed one of the findings too; its clock is slow."""
    app, store = stage.app, stage.app.tablet.store
    report = store.records.latest(Report, 1)[0]
    other = dataclasses.replace(report, category="litter", text="Devant le 12", revision=2)
    body = codec.encode(other)
    store.outbox.try_again(report.id)
    store.outbox.conflict(report.id, report.revision, codec.sha256(body), body.decode())
    store.drafts.keep(new_id(), Report, None, {"category": "lamp_out"})
    store.settings.set("parted_at", store.servers.now())
    store.outbox.note_hello("0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01", 17 * 60_000)
    app.tablet.recordsChanged.emit()
    app.sync.show("")
    app.sync.compare(report.id)


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
