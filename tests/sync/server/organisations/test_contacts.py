"""A directory of organisations changes what the office knows of them, and mails without an address can go at last."""

from __future__ import annotations

import pytest
from follow_up_office import Office

from sync.formats.contact_table import ContactRow
from sync.server.organisations.actions import save_contacts
from sync.server.organisations.models import Organisation
from sync.server.reports import actions
from sync.server.reports.models import Notice

pytestmark = pytest.mark.database


def row(number: int, code: str, **values: str) -> ContactRow:
    return ContactRow(row=number, code=code, values=values)


def test_a_known_code_is_changed_where_its_row_says_something_and_a_new_one_is_made(office: Office) -> None:
    refused = save_contacts(
        [
            row(2, "tilleuls", email="nouvelle@tilleuls.example"),
            row(3, "acacias", kind="landlord", name_fr="Bailleur Les Acacias", catalogue_code="landlord"),
        ]
    )
    assert refused == []
    known, made = Organisation.objects.get(code="tilleuls"), Organisation.objects.get(code="acacias")
    assert (known.email, known.name_fr) == ("nouvelle@tilleuls.example", "Bailleur Les Tilleuls")
    assert (made.name_fr, made.email, made.catalogue_code) == ("Bailleur Les Acacias", "", "landlord")


def test_a_row_that_cannot_be_kept_is_named_by_its_column_and_changes_nothing(office: Office) -> None:
    refused = save_contacts(
        [
            row(2, "tilleuls", email="gup chez tilleuls", short_name="SdT"),
            row(3, "acacias", kind="landlord"),
            row(4, "cedres", kind="landlord", name_fr="Cèdres", short_name="C" * 61),
            row(5, "dpe", email="dpe@paris.example"),
        ]
    )
    assert [(each.row, each.code) for each in refused] == [(2, "bad_email"), (3, "bad_name_fr"), (4, "bad_short_name")]
    assert "gup chez tilleuls" in refused[0].message
    assert Organisation.objects.get(code="tilleuls").short_name == ""
    assert not Organisation.objects.filter(code__in=("acacias", "cedres")).exists()
    assert Organisation.objects.get(code="dpe").email == "dpe@paris.example"


def test_a_mail_that_had_no_address_is_sent_again_once_the_directory_brought_one(office: Office) -> None:
    report = office.reported()
    office.assigned(report, office.cleaning)
    notice = Notice.objects.get()
    assert (notice.state, notice.error) == ("failed", "no_address")
    save_contacts([row(2, "dpe", email="dpe@paris.example")])
    actions.send_again(office.cell, notice.pk)
    notice.refresh_from_db()
    assert (notice.state, notice.to) == ("pending", "dpe@paris.example")
