"""The return visit: what earlier walks found, what was promised, and what the group sees now."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TypeVar

from scripts.scenes.stage import DEMO, HERE, Stage
from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Answer, HandlingView, Photo, Record, Report
from walker.domain.units import position
from walker.store import Store

R = TypeVar("R", bound=Record)

EPOCH = "01a20000-0000-7000-8000-000000000001"
SEEN = "2026-03-12T17:00:00.000Z"


def scenes(stage: Stage) -> Iterator[str]:
    app = stage.app
    app.openRevisit("")
    stage.wait(lambda: not app.revisit.reading)
    if app.revisit.total == 0:
        yield "revisit, nothing due"
    app.back()
    earlier = findings_of_march(app.tablet.store)
    stage.start_walk()
    app.openRevisit(earlier[0])
    stage.wait(lambda: app.revisit.reportId == earlier[0])
    yield "revisit"
    app.revisit.say("resolved")
    yield "revisit, resolved"
    app.revisit.pick(earlier[1])
    yield "revisit, refused"
    app.revisit.pick(earlier[2])
    app.revisit.say("worse")
    yield "revisit, worse"
    app.openRevisit(earlier[3])
    stage.wait(lambda: app.revisit.reportId == earlier[3])
    yield "revisit, promise broken"


def findings_of_march(store: Store) -> list[str]:
    """Four reports of an earlier walk near here: declared done with a photo, refused, silent, and promised in vain."""
    places = ("18 rue Cavé", "passage Richomme", "", "rue Myrha")
    codes = ("bulky_items", "footpath_narrow", "graffiti", "lamp_out")
    reports = store.records.save_all(
        _new(
            Report,
            category=code,
            address=place,
            position=position(HERE[0] + number * 4e-4, HERE[1]),
            observed_at=SEEN,
            text="" if number else "Un canapé et des planches contre le mur.",
            provisional_number=f"KT-{number:04d}",
        )
        for number, (code, place) in enumerate(zip(codes, places, strict=True))
    )
    photo = _new(Photo, about=reports[0].id)
    store.photos.add(photo, (DEMO / "photos" / "03-encombrants.jpg").read_bytes(), original_name="a.jpg")
    _pull(
        store,
        _view(reports[0], "26-0427", "done", organisation="Propreté de Paris", proof_sha256=("0" * 64,)),
        _answer(reports[0], "done", "Enlevés le 28 septembre.", "Propreté de Paris"),
        _view(reports[1], "26-0428", "refused", organisation="Mairie"),
        _answer(reports[1], "refused", "Le trottoir ne peut pas être élargi ici.", "Mairie", reason="other"),
        _view(reports[3], "26-0430", "planned", organisation="Paris Habitat", planned_on="2026-04-12"),
    )
    return [report.id for report in reports]


def _new(kind: type[R], /, **fields: object) -> R:
    return kind(id=new_id(), writer="", created_at=SEEN, updated_at=SEEN, **fields)  # type: ignore[arg-type]


def _view(report: Report, number: str, status: str, **fields: object) -> HandlingView:
    return _new(HandlingView, report_id=report.id, number=number, status=status, group=status, **fields)


def _answer(report: Report, status: str, words: str, organisation: str, reason: str | None = None) -> Answer:
    return _new(
        Answer,
        report_id=report.id,
        status=status,
        words=words,
        organisation=organisation,
        reason=reason,
        published_at=SEEN,
    )


def _pull(store: Store, *records: Record) -> None:
    pulled = []
    for seq, record in enumerate(records, store.copies.highest_seq() + 1):
        body = codec.encode(dataclasses.replace(record, writer="server")).decode()
        pulled.append(PulledRecord(seq=seq, scopes=("everyone",), hash=codec.sha256(body.encode()), body=body))
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=tuple(pulled), more=False))
