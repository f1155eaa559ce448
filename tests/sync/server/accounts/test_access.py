"""What memberships add up to."""

from __future__ import annotations

import pytest

from sync.server.accounts.access import OFFICE, READERS, scope_of
from sync.server.accounts.models import Membership, Role, User
from sync.server.organisations.models import Organisation
from sync.server.territories.models import Territory

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def person(*roles: str, territories: tuple[str, ...] = ()) -> User:
    user = User.objects.create_user("sabine")
    for role in roles:
        membership = Membership.objects.create(user=user, role=role)
        membership.territories.set(
            Territory.objects.get_or_create(code=code, defaults={"kind": "zsp", "name": code})[0]
            for code in territories
        )
    return user


def test_without_a_membership_nothing_is_within_reach() -> None:
    scope = scope_of(person())
    assert (dict(scope.territories), scope.organisations, scope.acts_for) == ({}, frozenset(), frozenset())
    assert scope.territories_of(READERS) == frozenset()


def test_no_territory_means_none_and_not_all() -> None:
    assert not scope_of(person(Role.GUP_CELL)).covers("goutte_dor", READERS)


def test_territories_add_up_within_a_role_and_never_across_roles() -> None:
    user = person(Role.GUP_CELL, territories=("a",))
    for role, code in ((Role.GUP_CELL, "b"), (Role.WALK_COORDINATOR, "c")):
        membership = Membership.objects.create(user=user, role=role)
        membership.territories.add(Territory.objects.get_or_create(code=code, kind="zsp", name=code)[0])
    scope = scope_of(user)
    assert scope.territories_of(OFFICE) == {"a", "b"}
    assert scope.territories_of(READERS) == {"a", "b", "c"}
    assert scope.covers("c", READERS) and not scope.covers("c", OFFICE)


def test_an_administrator_reaches_every_territory() -> None:
    scope = scope_of(person(Role.ADMINISTRATOR))
    assert scope.territories_of(OFFICE) is None
    assert scope.covers("anything", OFFICE)


def test_an_assignee_acts_in_the_name_of_an_organisation() -> None:
    user = User.objects.create_user("karim")
    landlord = Organisation.objects.create(code="bailleur", kind="landlord", name_fr="Bailleur")
    Membership.objects.create(user=user, role=Role.ASSIGNEE, organisation=landlord)
    assert scope_of(user).acts_for == {landlord.pk}


def test_who_works_for_an_organisation_in_another_role_does_not_act_in_its_name() -> None:
    user = User.objects.create_user("sabine")
    city = Organisation.objects.create(code="ville", kind="directorate", name_fr="Ville")
    Membership.objects.create(user=user, role=Role.GUP_CELL, organisation=city)
    scope = scope_of(user)
    assert (scope.organisations, scope.acts_for) == ({city.pk}, frozenset())
