"""The loop through its actions on a real database: who may do what, what is written, what tablets then read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from follow_up_office import Office, corrected, fresh, moment

from sync.protocol import records
from sync.server.records import access as records_access
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.errors import Incomplete, NotAllowed, Stale
from sync.server.reports.models import Notice, ReportHandling, StatusChange

pytestmark = pytest.mark.database


def test_a_report_that_arrives_gets_a_number_of_the_year_and_its_authors_see_it(office: Office) -> None:
    first, second = office.reported(), office.reported()
    year = f"{timezone.localtime().year % 100:02d}"
    assert (first.number, second.number) == (f"{year}-0001", f"{year}-0002")
    view = office.view(first)
    assert (view.number, view.group, view.territory) == (first.number, "open", "goutte-dor")
    assert [line.status for line in view.history] == ["new"]


def test_the_whole_loop_from_triage_to_the_visit_that_closes_it(office: Office) -> None:
    report = office.reported()
    asked = office.assigned(report)
    actions.accept(office.agent, asked.pk, seen=seen_by(report))
    day = date.today() + timedelta(days=3)
    actions.plan(office.agent, asked.pk, seen=seen_by(report), planned_on=day, public_words="Mardi matin.")
    assert (fresh(report).group, fresh(report).planned_on) == ("planned", day)
    actions.declare_done(office.agent, asked.pk, seen=seen_by(report), proof=None, words="Pas de téléphone")
    assert fresh(report).group == "done"
    office.arrive(office.visit(report, "resolved"))
    assert (fresh(report).status, fresh(report).group) == ("treated", "treated")
    view = office.view(report)
    assert [line.status for line in view.history] == ["new", "assigned", "accepted", "planned", "done", "treated"]
    assert (view.organisation, view.group) == ("Bailleur Les Tilleuls", "treated")
    assert not any("téléphone" in line.words for line in view.history), "internal words never travel"


def test_nobody_of_the_organisation_that_did_the_work_may_verify_it(office: Office) -> None:
    report = office.reported()
    office.done(report)
    with pytest.raises(NotAllowed):
        actions.verify(office.agent, report.pk, seen=seen_by(report))
    membership = office.cell.memberships.get()
    membership.organisation = office.landlord
    membership.save()
    with pytest.raises(NotAllowed):
        actions.verify(office.cell, report.pk, seen=seen_by(report))
    assert fresh(report).group == "done"
    actions.verify(office.coordinator, report.pk, seen=seen_by(report), words="Vu sur place.")
    assert fresh(report).group == "treated"


def test_a_refusal_by_the_organisation_comes_back_to_the_cell_by_mail_and_authors_see_no_refusal(
    office: Office,
) -> None:
    report = office.reported()
    asked = office.assigned(report)
    with pytest.raises(Incomplete) as missing:
        actions.send_back(office.agent, asked.pk, seen=seen_by(report), reason="", words="Non")
    assert missing.value.field == "reason"
    actions.send_back(
        office.agent, asked.pk, seen=seen_by(report), reason="not_ours", words="Ce n’est pas notre terrain."
    )
    assert (fresh(report).status, fresh(report).group, fresh(report).lead) == ("returned", "open", None)
    assert Notice.objects.get(kind="returned").to == "cellule@example.org"
    view = office.view(report)
    assert "returned" not in [line.status for line in view.history]
    assert not list(records_access.about(records.Answer, report.pk))


def test_a_final_refusal_needs_a_reason_and_a_sentence_that_every_author_gets(office: Office) -> None:
    report = office.reported()
    with pytest.raises(Incomplete):
        actions.decide(office.cell, report.pk, seen=seen_by(report), to="refused", reason="no_funding")
    actions.decide(
        office.cell, report.pk, seen=seen_by(report), to="refused", reason="no_funding", words="Pas cette année."
    )
    (answer,) = records_access.about(records.Answer, report.pk)
    assert (answer.words, answer.reason, answer.status) == ("Pas cette année.", "no_funding", "refused")


def test_a_visit_later_than_done_reopens_and_an_earlier_one_is_only_shown(office: Office) -> None:
    report = office.reported()
    office.done(report)
    office.arrive(office.visit(report, "persists", minutes=-30))
    assert (fresh(report).group, fresh(report).persists) == ("done", 1)
    office.arrive(office.visit(report, "persists"))
    assert (fresh(report).status, fresh(report).group) == ("reopened", "open")


def test_the_skew_of_the_tablets_clock_is_taken_off_before_judging(office: Office) -> None:
    """DESIGN §4: a clock two hours ahead makes no early visit late."""
    office.tablet.clock_skew_ms = -2 * 3_600_000
    office.tablet.save()
    report = office.reported()
    office.done(report)
    office.arrive(office.visit(report, "persists", minutes=60))
    assert fresh(report).group == "done"


def test_a_visit_that_arrives_before_its_report_is_not_lost(office: Office) -> None:
    report = office.report()
    visit = office.visit(report, "persists")
    office.arrive(visit, report, visit)
    handling = ReportHandling.objects.get(pk=report.id)
    assert handling.persists == 1
    assert handling.lines.filter(act="revisit").count() == 1


def test_a_visit_corrected_or_taken_back_counts_as_it_now_is(office: Office) -> None:
    report = office.reported()
    office.done(report)
    visit = office.visit(report, "persists")
    office.arrive(visit)
    assert fresh(report).group == "open"
    second = corrected(visit, verdict="resolved")
    office.arrive(second)
    assert fresh(report).group == "treated"
    office.arrive(corrected(second, deleted_at=moment()))
    assert fresh(report).group == "done"


def test_a_report_sent_again_changes_nothing_and_a_later_revision_does(office: Office) -> None:
    report = office.report()
    office.arrive(report, report)
    handling = ReportHandling.objects.get(pk=report.id)
    assert [line.act for line in handling.lines.all()] == ["received"]
    second = corrected(report, category="graffiti")
    office.arrive(second)
    assert fresh(handling).category == "graffiti"
    office.arrive(corrected(second, deleted_at=moment()))
    assert fresh(handling).withdrawn
    assert [line.act for line in handling.lines.all()] == ["received", "revised", "withdrawn"]


def test_the_offices_category_and_territory_survive_a_later_revision_of_the_tablet(office: Office) -> None:
    report = office.report()
    office.arrive(report)
    actions.set_category(office.cell, report.id, seen=1, category="graffiti")
    actions.set_territory(office.administrator, report.id, seen=2, territory="")
    office.arrive(corrected(report, category="litter", text="Encore là"))
    handling = ReportHandling.objects.get(pk=report.id)
    assert (handling.category, handling.territory) == ("graffiti", "")
    row = records_access.row(report.id)
    assert row is not None and row.territory == ""


def test_a_duplicate_follows_its_lead_and_its_author_gets_the_answer_until_they_are_separated(
    office: Office,
) -> None:
    lead, double = office.reported(), office.reported()
    actions.join(office.cell, double.pk, seen=seen_by(double), number=lead.number)
    office.done(lead)
    actions.answer(office.cell, lead.pk, seen=seen_by(lead), words="C’est enlevé.")
    assert fresh(double).group == "done"
    view = office.view(double)
    assert (view.duplicate_of, view.group) == (lead.number, "done")
    assert [answer.words for answer in records_access.about(records.Answer, double.pk)] == ["C’est enlevé."]
    with pytest.raises(Incomplete):
        actions.decide(office.cell, double.pk, seen=seen_by(double), to="watched")
    actions.separate(office.cell, double.pk, seen=seen_by(double))
    assert (fresh(double).group, fresh(double).duplicate_of) == ("open", None)
    assert [line.status for line in office.view(double).history] == ["new"]
    assert not list(records_access.about(records.Answer, double.pk))
    assert fresh(lead).group == "done"


def test_a_visit_to_a_duplicate_speaks_of_the_same_place_and_moves_its_lead(office: Office) -> None:
    lead, double = office.reported(), office.reported()
    actions.join(office.cell, double.pk, seen=seen_by(double), number=lead.number)
    office.done(lead)
    office.arrive(office.visit(double, "resolved"))
    assert (fresh(lead).group, fresh(double).group) == ("treated", "treated")


def test_joins_of_joins_follow_the_last_lead_and_never_make_a_ring(office: Office) -> None:
    a, b, c = office.reported(), office.reported(), office.reported()
    actions.join(office.cell, c.pk, seen=seen_by(c), number=b.number)
    actions.join(office.cell, b.pk, seen=seen_by(b), number=a.number)
    office.assigned(a)
    assert [fresh(each).group for each in (a, b, c)] == ["assigned"] * 3
    with pytest.raises(Incomplete):
        actions.join(office.cell, a.pk, seen=seen_by(a), number=c.number)
    actions.separate(office.cell, b.pk, seen=seen_by(b))
    assert [fresh(each).group for each in (a, b, c)] == ["assigned", "open", "open"]


def test_a_decision_on_an_older_page_is_refused_and_writes_nothing(office: Office) -> None:
    report = office.reported()
    seen = seen_by(report)
    actions.assign(office.cell, report.pk, seen=seen, lead=office.landlord.pk)
    before = StatusChange.objects.count()
    with pytest.raises(Stale):
        actions.assign(office.cell, report.pk, seen=seen, lead=office.roads.pk)
    assert StatusChange.objects.count() == before
    assert report.assignments.count() == 1


def test_a_cell_decides_in_its_own_territory_only(office: Office) -> None:
    report = office.reported()
    with pytest.raises(NotAllowed):
        actions.assign(office.other_cell, report.pk, seen=seen_by(report), lead=office.landlord.pk)
    with pytest.raises(NotAllowed):
        actions.comment(office.nobody, report.pk, words="Bonjour")
    with pytest.raises(NotAllowed):
        actions.decide(office.coordinator, report.pk, seen=seen_by(report), to="watched")


def test_an_organisation_acts_only_on_what_it_was_asked(office: Office) -> None:
    report = office.reported()
    asked = office.assigned(report)
    with pytest.raises(NotAllowed):
        actions.accept(office.road_agent, asked.pk, seen=seen_by(report))
    actions.assign(office.cell, report.pk, seen=seen_by(report), lead=office.roads.pk)
    with pytest.raises(NotAllowed):
        actions.accept(office.agent, asked.pk, seen=seen_by(report))


def test_one_leads_and_several_are_told(office: Office) -> None:
    report = office.reported()
    actions.assign(
        office.cell,
        report.pk,
        seen=seen_by(report),
        lead=office.landlord.pk,
        informed=[office.roads.pk, office.cleaning.pk, office.landlord.pk],
    )
    assert [(each.organisation.code, each.lead) for each in report.assignments.all()] == [
        ("tilleuls", True),
        ("dpe", False),
        ("dvd", False),
    ]
    assert fresh(report).group == "assigned"


def test_who_is_told_in_one_act_stands_in_the_order_of_organisations(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids made in one millisecond are in no order: here the later ones are the lower."""
    from sync.server.reports.models import Assignment

    falling = (f"{number:036d}" for number in range(9, 0, -1))
    monkeypatch.setattr(Assignment._meta.get_field("id"), "_get_default", lambda: next(falling))
    report = office.reported()
    told = [office.roads.pk, office.cleaning.pk]
    actions.assign(office.cell, report.pk, seen=seen_by(report), lead=office.landlord.pk, informed=told)
    assert [each.organisation.code for each in report.assignments.all()] == ["tilleuls", "dpe", "dvd"]


def test_a_restricted_report_reaches_no_other_tablet_and_only_those_who_may_read(office: Office) -> None:
    """S-205: a racist inscription is urgent, with restricted readers."""
    from sync.server.reports import access, vocabulary

    category = next(c for c, _ in vocabulary.choices("categories") if vocabulary.readers_of(c) == "cell_assignee")
    report = office.reported(category=category)
    row = records_access.row(report.view_id)
    assert row is not None and row.restricted and row.device == office.tablet.pk
    office.assigned(report)
    assert access.visible(office.agent).filter(pk=report.pk).exists()
    assert access.visible(office.cell).filter(pk=report.pk).exists()
    assert not access.visible(office.coordinator).filter(pk=report.pk).exists()


def test_a_mail_without_address_is_shown_as_failed(office: Office) -> None:
    report = office.reported()
    office.assigned(report, office.cleaning)
    notice = Notice.objects.get()
    assert (notice.state, notice.error) == ("failed", "no_address")
    with pytest.raises(Incomplete):
        actions.send_again(office.cell, notice.pk)
    office.cleaning.email = "dpe@example.org"
    office.cleaning.save()
    actions.send_again(office.cell, notice.pk)
    notice.refresh_from_db()
    assert (notice.state, notice.to) == ("pending", "dpe@example.org")


def test_what_an_erased_record_said_stays_in_no_column_of_the_office_and_in_no_view(office: Office) -> None:
    from sync.server.records.actions import apply_erasure

    position = records.Position(lat_e7=488871000, lon_e7=23525000)
    report = office.reported(text="Chez Madame X", position=position)
    visit = office.visit(report, "persists", text="Madame X encore")
    office.arrive(visit)
    apply_erasure(visit.id, [], "privacy")
    assert not any("Madame" in line.words for line in report.lines.all())
    apply_erasure(report.pk, [], "privacy")
    handling = fresh(report)
    assert (handling.search_text, handling.address, handling.lat, handling.withdrawn) == ("", "", None, True)
    view = office.view(report)
    assert (view.address, view.deleted_at is not None) == ("", True)
    apply_erasure(report.pk, [], "privacy")


def test_a_restricted_report_leaves_the_organisation_that_sent_it_back(office: Office) -> None:
    from sync.server.reports import access, vocabulary

    category = next(c for c, _ in vocabulary.choices("categories") if vocabulary.readers_of(c) == "cell_assignee")
    report = office.reported(category=category)
    asked = office.assigned(report)
    actions.send_back(office.agent, asked.pk, seen=seen_by(report), reason="not_ours", words="Pas chez nous.")
    assert not access.visible(office.agent).filter(pk=report.pk).exists()
