"""`gup person`: gives a person a role; the first one on a new server is made this way."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal

if TYPE_CHECKING:
    from sync.server.organisations.models import Organisation
    from sync.server.territories.models import Territory

_ROLES = ("walk_coordinator", "gup_cell", "assignee", "administrator")


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("person", parents=[common], help="give a person a role; prints a new password once")
    parser.add_argument("username", metavar="NAME", help="what the person types to sign in")
    parser.add_argument("--role", choices=_ROLES, required=True)
    parser.add_argument("--organisation", metavar="CODE", help="for whom an assignee answers")
    parser.add_argument("--territory", action="append", default=[], metavar="CODE", help="again for more")
    parser.add_argument("--first-name", default="")
    parser.add_argument("--last-name", default="")
    parser.add_argument("--email", default="")
    parser.add_argument("--new-password", action="store_true", help="also when the person is known")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Refused when a code is unknown, or when an assignee has no organisation."""
    if (options.role == "assignee") != (options.organisation is not None):
        raise Refusal("--organisation: an assignee answers for one organisation, and nobody else does; name it, or not")
    open_database()
    from sync.server.accounts.actions import give_role
    from sync.server.accounts.models import Role

    user, password = give_role(
        options.username,
        Role(options.role),
        organisation=_organisation(options.organisation),
        territories=territories_of(options.territory),
        new_password=options.new_password,
        first_name=options.first_name,
        last_name=options.last_name,
        email=options.email,
    )
    if options.json:
        sys.stdout.write(json.dumps({"username": user.username, "role": options.role, "password": password}) + "\n")
    elif password is not None:
        sys.stdout.write(f"{user.username}: the password is {password} ; it is shown only now\n")
    return 0


def territories_of(codes: list[str]) -> list[Territory]:
    """The territories with these codes. Raises Refusal naming the first unknown one."""
    from sync.server.territories.models import Territory

    found = {row.code: row for row in Territory.objects.filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise Refusal(f"--territory {code}: no such territory; import its outline, or use a code of the catalogue")
    return list(found.values())


def _organisation(code: str | None) -> Organisation | None:
    from sync.server.organisations.models import Organisation

    if code is None:
        return None
    found = Organisation.objects.filter(code=code).first()
    if found is None:
        known = ", ".join(Organisation.objects.order_by("code").values_list("code", flat=True))
        raise Refusal(f"--organisation {code}: no such organisation; use one of {known}")
    return found
