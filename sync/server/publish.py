"""What tablets may see of the office's work: the one file that makes HandlingView, Answer and BundleNotice.

Public words only: no internal comment, no agent's name, no referent. Called inside the transaction of the change.
"""

from __future__ import annotations

import uuid
from dataclasses import replace

from sync.protocol import records, times
from sync.rules import status
from sync.server.records import access as records_access
from sync.server.records.feed import Feed
from sync.server.records.models import BundleDecision, CarriedBundle
from sync.server.reports.models import PublicAnswer, ReportHandling, StatusChange


def publish_handling(handling: ReportHandling, state: status.State, feed: Feed) -> None:
    """The report's public state and every answer given to it (or to the report it is joined with)."""
    root = handling.root()
    lead = None if root.pk == handling.pk else root
    _publish(handling, _view(handling, state, lead, feed), feed)
    wanted = {answer.id: answer for source in (handling, lead) if source is not None for answer in source.answers.all()}
    records_of = {_answer_id(answer, handling): answer for answer in wanted.values()}
    for record_id, answer in records_of.items():
        _publish(handling, _answer(record_id, answer, handling), feed)
    # After a report leaves the one it was joined with, the other's answers are no longer its own.
    for published in list(records_access.about(records.Answer, handling.report_id)):
        if published.id not in records_of:
            _publish(handling, _removed(published, feed), feed)


def publish_first(handling: ReportHandling, feed: Feed) -> None:
    """A report that has just arrived: it waits, and that is all there is to say."""
    arrived = records.PublicLine(at=times.format_time(feed.at), status=status.INITIAL)
    _publish(handling, _bare_view(handling, feed, history=(arrived,)), feed, new=True)


def show_photo(photo: records.Photo, handling: ReportHandling, feed: Feed) -> None:
    """A proof that the cell has checked may now travel."""
    _publish(handling, photo, feed)


def publish_set_aside(bundle: CarriedBundle, feed: Feed) -> None:
    """To the tablet that carried it, and to the one that signed it; withdrawn when it was taken in after all."""
    acts = {decision.act: decision for decision in bundle.decisions.order_by("id")}
    said = acts.get(BundleDecision.Act.SET_ASIDE)
    if said is None:
        return
    for device in {bundle.carrier, bundle.device} - {""}:
        notice = records.BundleNotice(
            id=str(uuid.uuid5(uuid.UUID(int=0), f"{bundle.sha256} {device}")),
            writer="server",
            created_at=times.format_time(feed.at),
            updated_at=times.format_time(feed.at),
            deleted_at=times.format_time(feed.at) if BundleDecision.Act.TAKEN_IN in acts else None,
            carrier=bundle.carrier,
            received_at=times.format_time(bundle.received_at),
            size=bundle.size,
            reason=said.reason,
            bytes_erased=BundleDecision.Act.BYTES_ERASED in acts,
        )
        feed.publish(notice, device=device, restricted=True)


def _publish(handling: ReportHandling, record: records.Record, feed: Feed, *, new: bool = False) -> None:
    feed.publish(
        record,
        device=handling.writer,
        territory=handling.territory,
        walk_id=handling.walk_id or None,
        # The words and the number of the report it is joined with are in it.
        restricted=handling.withdrawn or not {handling.readers, handling.root().readers} <= {"all"},
        new=new,
    )


def _view(
    handling: ReportHandling, state: status.State, lead: ReportHandling | None, feed: Feed
) -> records.HandlingView:
    work = handling.lead
    return replace(
        _bare_view(handling, feed, history=_history(handling, state, lead)),
        organisation=str(work.organisation) if work is not None else "",
        duplicate_of=lead.number if lead is not None else None,
        proof_sha256=_proofs(lead or handling),
    )


def _bare_view(
    handling: ReportHandling, feed: Feed, *, history: tuple[records.PublicLine, ...]
) -> records.HandlingView:
    now = times.format_time(feed.at)
    return records.HandlingView(
        id=handling.view_id,
        writer="server",
        created_at=now,
        updated_at=now,
        deleted_at=now if handling.withdrawn else None,
        report_id=handling.report_id,
        walk_id=handling.walk_id or None,
        number=handling.number,
        status=handling.status,
        group=handling.group,
        category=handling.category or None,
        address=handling.address,
        territory=handling.territory or None,
        planned_on=handling.planned_on.isoformat() if handling.planned_on else None,
        due_on=handling.due_on.isoformat() if handling.due_on else None,
        history=history,
    )


def _history(
    handling: ReportHandling, state: status.State, lead: ReportHandling | None
) -> tuple[records.PublicLine, ...]:
    lines = [line for line in handling.lines.filter(public=True) if _counts(line, state, lead)]
    if lead is not None:
        lines += [line for line in lead.lines.filter(public=True) if line.act != "received" and _status(line)]
    lines.sort(key=lambda line: (line.at, line.id))
    return tuple(
        records.PublicLine(at=times.format_time(line.at), status=_status(line), words=line.public_words)
        for line in lines
    )


def _counts(line: StatusChange, state: status.State, lead: ReportHandling | None) -> bool:
    """Whether the authors read that line: not a join that was undone, nor what moved nothing."""
    if line.linked is not None:
        return lead is not None and line.linked == state.linked_to
    return line.id not in state.set_aside and bool(_status(line))


def _status(line: StatusChange) -> str:
    if line.act == "received":
        return status.INITIAL
    if line.linked:
        return "merged"
    if line.verdict == status.Verdict.RESOLVED.value:
        return status.SEEN_SETTLED
    if line.verdict in (status.Verdict.PERSISTS.value, status.Verdict.WORSE.value):
        return status.REOPENED
    return line.to_status


def _proofs(handling: ReportHandling) -> tuple[str, ...]:
    checked = handling.lines.filter(act="proof_checked").values_list("confirms", flat=True)
    photos = (records_access.get(records.Photo, photo_id) for photo_id in checked)
    return tuple(photo.sha256 for photo in photos if photo is not None and photo.sha256)


def _answer_id(answer: PublicAnswer, handling: ReportHandling) -> str:
    """The answer's own id for the report it was given to; for a duplicate always the same other one."""
    if answer.handling_id == handling.pk:
        return answer.id
    return str(uuid.uuid5(uuid.UUID(answer.id), handling.report_id))


def _answer(record_id: str, answer: PublicAnswer, handling: ReportHandling) -> records.Answer:
    at = times.format_time(answer.published_at)
    return records.Answer(
        id=record_id,
        writer="server",
        created_at=at,
        updated_at=at,
        report_id=handling.report_id,
        walk_id=handling.walk_id or None,
        organisation=answer.organisation,
        words=answer.words,
        status=answer.status,
        reason=answer.reason or None,
        published_at=at,
    )


def _removed(answer: records.Answer, feed: Feed) -> records.Answer:
    return replace(answer, deleted_at=times.format_time(feed.at))
