"""What memberships add up to."""

from __future__ import annotations

import pytest

from sync.server.accounts.access import scope_of
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
    assert (scope.roles, scope.territories, scope.organisations) == (frozenset(), frozenset(), frozenset())


def test_no_territory_means_none_and_not_all() -> None:
    assert not scope_of(person(Role.GUP_CELL)).covers("goutte_dor")


def test_territories_of_all_memberships_add_up() -> None:
    scope = scope_of(person(Role.GUP_CELL, Role.WALK_COORDINATOR, territories=("a", "b")))
    assert scope.territories == {"a", "b"}
    assert scope.covers("a")


def test_an_administrator_reaches_every_territory() -> None:
    scope = scope_of(person(Role.ADMINISTRATOR))
    assert scope.is_administrator
    assert scope.covers("anything")


def test_an_assignee_acts_in_the_name_of_an_organisation() -> None:
    user = User.objects.create_user("karim")
    landlord = Organisation.objects.create(code="bailleur", kind="landlord", name_fr="Bailleur")
    Membership.objects.create(user=user, role=Role.ASSIGNEE, organisation=landlord)
    assert scope_of(user).organisations == {landlord.pk}
