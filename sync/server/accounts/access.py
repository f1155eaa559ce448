"""What a person may see and do, from their memberships: each role for its own territories and organisation only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sync.server.accounts.models import Membership, Role, User

# Who decides for the cell, and who reads what happens in a territory.
OFFICE = frozenset({Role.GUP_CELL.value, Role.ADMINISTRATOR.value})
READERS = OFFICE | {Role.WALK_COORDINATOR.value}


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A person's roles, each with its territories: the cell of one district coordinates walks in another, perhaps.

    `organisations` are those the person belongs to in any role, `acts_for` those in whose name they answer.
    """

    territories: Mapping[str, frozenset[str]]
    organisations: frozenset[int]
    acts_for: frozenset[int]

    def holds(self, roles: Collection[str]) -> bool:
        """Whether the person has one of these roles, wherever."""
        return any(role in self.territories for role in roles)

    def territories_of(self, roles: Collection[str]) -> frozenset[str] | None:
        """Where the person has one of these roles; None means everywhere, as administrators have theirs."""
        held = [role for role in roles if role in self.territories]
        if Role.ADMINISTRATOR in held:
            return None
        return frozenset(code for role in held for code in self.territories[role])

    def covers(self, territory: str, roles: Collection[str]) -> bool:
        """Whether the person has one of these roles in that territory."""
        within = self.territories_of(roles)
        return within is None or territory in within


def scope_of(user: User) -> Scope:
    """What this person's memberships give. A role without territories reaches none, an administrator's all."""
    memberships = list(Membership.objects.filter(user=user).prefetch_related("territories"))
    territories: dict[str, frozenset[str]] = {}
    for each in memberships:
        codes = frozenset(place.code for place in each.territories.all())
        territories[each.role] = territories.get(each.role, frozenset()) | codes
    return Scope(
        territories=territories,
        organisations=_organisations(memberships),
        acts_for=_organisations(each for each in memberships if each.role == Role.ASSIGNEE),
    )


def _organisations(memberships: Iterable[Membership]) -> frozenset[int]:
    return frozenset(each.organisation_id for each in memberships if each.organisation_id is not None)
