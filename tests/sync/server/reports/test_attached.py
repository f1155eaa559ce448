"""What hangs on a report is as restricted as the report: visits, voice notes, their photos, the proofs of the work."""

from __future__ import annotations

import pytest
from django.test import Client
from follow_up_office import Office, corrected, fresh, moment

from sync.protocol import codec, ids, messages, records
from sync.server.accounts.models import Device
from sync.server.api.judge import Pushed
from sync.server.api.push import _Batch
from sync.server.records import access as records_access
from sync.server.records.feed import writing
from sync.server.reports import actions, vocabulary
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import ReportHandling

pytestmark = pytest.mark.database


def closed_category(readers: str = "cell_assignee") -> str:
    return next(code for code, _ in vocabulary.choices("categories") if vocabulary.readers_of(code) == readers)


def push(device: Device, *arriving: records.Record, base: records.Record | None = None) -> list[messages.Outcome]:
    """As the door does it, placing included."""
    items = []
    for record in arriving:
        body = codec.encode(record)
        head = None if base is None else codec.sha256(codec.encode(base))
        items.append(Pushed(record=record, body=body, hash=codec.sha256(body), base=head))
    with writing() as feed:
        return _Batch(device, items, feed).take_in()


def photo(office: Office, about: str) -> records.Photo:
    return records.Photo(
        id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), about=about
    )


def note(office: Office, about: str) -> records.VoiceNote:
    return records.VoiceNote(
        id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), about=about
    )


def places(*attached: records.Record) -> set[tuple[str, bool]]:
    rows = records_access.rows(each.id for each in attached)
    assert len(rows) == len(attached)
    return {(row.territory, row.restricted) for row in rows}


def test_a_report_that_is_closed_moved_or_opened_takes_everything_attached_along(office: Office) -> None:
    report = office.report(territory="goutte-dor")
    visit = office.visit(report, "persists", text="Madame X encore")
    hanging = [visit, photo(office, report.id), note(office, report.id), photo(office, visit.id)]
    push(office.tablet, report, *hanging)
    handling = ReportHandling.objects.get(pk=report.id)
    assert places(*hanging) == {("goutte-dor", False)}
    actions.set_category(office.cell, report.id, seen=seen_by(handling), category=closed_category())
    assert places(report, *hanging) == {("goutte-dor", True)}
    push(office.tablet, corrected(report, text="Toujours là"), base=report)
    assert places(report, *hanging) == {("goutte-dor", True)}, "a later revision opens nothing"
    late = [office.visit(report, "persists"), note(office, report.id), photo(office, visit.id)]
    push(office.tablet, *late)
    assert places(*late) == {("goutte-dor", True)}
    actions.set_territory(office.administrator, report.id, seen=seen_by(handling), territory="amiraux")
    assert places(report, *hanging, *late) == {("amiraux", True)}
    actions.set_category(office.administrator, report.id, seen=seen_by(handling), category="litter")
    assert places(report, *hanging, *late) == {("amiraux", False)}


def test_photos_of_a_visit_follow_a_restricted_report_in_any_order(office: Office) -> None:
    report = office.report(territory="goutte-dor", category=closed_category())
    visit = office.visit(report, "persists")
    shot, said = photo(office, visit.id), note(office, visit.id)
    for each in (shot, said, visit, report):
        push(office.tablet, each)
    assert places(report, visit, shot, said) == {("goutte-dor", True)}


def test_a_checked_proof_is_hidden_with_its_report_and_an_unchecked_one_stays_hidden(office: Office) -> None:
    handling = office.reported()
    asked = office.assigned(handling)
    actions.accept(office.agent, asked.pk, seen=seen_by(handling))
    content = b"\xff\xd8\xff"
    proof = actions.Proof(
        content=content,
        sha256=codec.sha256(content),
        width=1,
        height=1,
        preview=content,
        preview_sha256=codec.sha256(content),
    )
    actions.declare_done(office.agent, asked.pk, seen=seen_by(handling), proof=proof)
    (shot,) = records_access.about(records.Photo, asked.pk)
    actions.set_category(office.cell, handling.pk, seen=seen_by(handling), category="graffiti")
    assert [restricted for _, restricted in places(shot)] == [True]
    actions.check_proof(office.cell, handling.pk, seen=seen_by(handling), photo_id=shot.id)
    assert places(shot) == {("goutte-dor", False)}
    actions.set_category(office.cell, handling.pk, seen=seen_by(handling), category=closed_category())
    assert fresh(handling).readers != "all"
    assert places(shot) == {("goutte-dor", True)}


def test_a_report_joined_with_a_restricted_one_shows_its_number_and_its_answers_to_no_other_tablet(
    office: Office,
) -> None:
    lead, double = office.reported(category=closed_category("cell")), office.reported()
    actions.join(office.cell, double.pk, seen=seen_by(double), number=lead.number)
    actions.answer(office.cell, lead.pk, seen=seen_by(lead), words="Votre plainte est transmise.")
    (answer,) = records_access.about(records.Answer, double.pk)
    assert places(answer, office.view(double)) == {("goutte-dor", True)}
    page = Client()
    page.force_login(office.coordinator, backend="django.contrib.auth.backends.ModelBackend")
    text = page.get(f"/reports/{double.number}").content.decode()
    assert double.number in text and lead.number not in text and "plainte" not in text
    actions.separate(office.cell, double.pk, seen=seen_by(double))
    assert places(office.view(double)) == {("goutte-dor", False)}


def test_a_territory_chosen_by_hand_stands_when_the_walk_turns_out_to_be_elsewhere(office: Office) -> None:
    walk = records.ExploratoryWalk(
        id=ids.new_id(),
        writer=office.tablet.pk,
        created_at=moment(),
        updated_at=moment(),
        state="held",
        territory="goutte-dor",
    )
    chosen, other = office.report(walk_id=walk.id), office.report(walk_id=walk.id)
    shot, plain = photo(office, chosen.id), photo(office, other.id)
    push(office.tablet, walk, chosen, other, shot, plain)
    handling = ReportHandling.objects.get(pk=chosen.id)
    actions.set_territory(office.administrator, chosen.id, seen=seen_by(handling), territory="amiraux")
    push(office.tablet, corrected(walk, territory="ailleurs"), base=walk)
    assert places(chosen, shot) == {("amiraux", False)}
    assert places(other, plain) == {("ailleurs", False)}
    assert fresh(handling).territory == "amiraux"
