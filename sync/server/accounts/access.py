"""What a person may see and do, from their memberships."""

from __future__ import annotations

from dataclasses import dataclass

from sync.server.accounts.models import Membership, Role, User


@dataclass(frozen=True, kw_only=True)
class Scope:
    """`territories` None means all of them; organisations are those in whose name the person acts."""

    roles: frozenset[str]
    territories: frozenset[str] | None
    organisations: frozenset[int]

    @property
    def is_administrator(self) -> bool:
        """Whether one of the roles is administrator."""
        return Role.ADMINISTRATOR in self.roles

    def covers(self, territory: str) -> bool:
        """Whether that territory is within reach."""
        return self.territories is None or territory in self.territories


def scope_of(user: User) -> Scope:
    """Everything this person's memberships add up to. Only an administrator reaches all territories."""
    memberships = list(Membership.objects.filter(user=user).prefetch_related("territories"))
    roles = frozenset(membership.role for membership in memberships)
    if Role.ADMINISTRATOR in roles:
        territories = None
    else:
        territories = frozenset(place.code for each in memberships for place in each.territories.all())
    return Scope(
        roles=roles,
        territories=territories,
        organisations=frozenset(each.organisation_id for each in memberships if each.organisation_id is not None),
    )
