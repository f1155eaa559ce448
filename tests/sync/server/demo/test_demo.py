"""`gup demo`: an invented district and people, labelled as such, made once; passwords shown only when made."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate

from sync.server.accounts.access import scope_of
from sync.server.accounts.models import Role, User
from sync.server.demo.actions import make
from sync.server.organisations.models import Organisation
from sync.server.territories.models import Territory

pytestmark = pytest.mark.database


def test_everybody_made_can_sign_in_with_the_password_shown_and_all_four_roles_are_there(db: None) -> None:
    people = make()
    for person in people:
        assert authenticate(username=person.username, password=person.password) is not None
    roles = {role for person in people for role in scope_of(User.objects.get(username=person.username)).territories}
    assert roles == {role.value for role in Role}


def test_a_second_time_nothing_changes_and_no_password_is_shown(db: None) -> None:
    first = make()
    counts = (User.objects.count(), Organisation.objects.count(), Territory.objects.count())
    assert [person.password for person in make()] == [None] * len(first)
    assert counts == (User.objects.count(), Organisation.objects.count(), Territory.objects.count())
    assert authenticate(username=first[0].username, password=first[0].password) is not None


def test_new_passwords_are_given_when_asked_for(db: None) -> None:
    old, new = make()[0], make(new_passwords=True)[0]
    assert authenticate(username=old.username, password=old.password) is None
    assert authenticate(username=new.username, password=new.password) is not None


def test_everything_says_that_it_is_a_demonstration(db: None) -> None:
    before = set(Organisation.objects.values_list("pk", flat=True))
    make()
    for organisation in Organisation.objects.exclude(pk__in=before):
        assert "démonstration" in organisation.name_fr
        assert organisation.email.endswith(".example")
    territory = Territory.objects.get(code="demo_quartier")
    assert "démonstration" in territory.name and territory.official_code == ""
