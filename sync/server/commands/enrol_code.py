"""`gup enrol-code`: prints a one-time code, alone."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("enrol-code", parents=[common], help="print a one-time code that enrols a tablet")
    parser.add_argument(
        "--territory",
        action="append",
        default=[],
        metavar="CODE",
        help="the tablet may pull this territory (again for more); without one it pulls only its own walks",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the code. Refused when a territory is unknown."""
    open_database()
    from sync.server.accounts.actions import make_enrol_code
    from sync.server.territories.models import Territory

    found = {row.code: row for row in Territory.objects.filter(code__in=options.territory)}
    for code in options.territory:
        if code not in found:
            raise Refusal(f"--territory {code}: no such territory; import its outline, or use a code of the catalogue")
    sys.stdout.write(make_enrol_code(found.values()) + "\n")
    return 0
