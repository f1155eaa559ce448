"""`gup enrol-code`: prints a one-time code, alone."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sync.server.commands.database import open_database
from sync.server.commands.person import territories_of


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

    sys.stdout.write(make_enrol_code(territories_of(options.territory)) + "\n")
    return 0
