"""`gup demo`: makes the demonstration and shows its passwords once."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from sync.server.commands.database import open_database


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("demo", parents=[common], help="an invented district and people, to try the product")
    parser.add_argument("--new-passwords", action="store_true", help="give its people new passwords")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Safe to run again: what is there stays, and a password is shown only when it is made."""
    open_database()
    from sync.server.demo.actions import make

    people = make(new_passwords=options.new_passwords)
    if options.json:
        lines = [{"username": each.username, "what": each.what, "password": each.password} for each in people]
        sys.stdout.write(json.dumps(lines, ensure_ascii=False) + "\n")
        return 0
    if not any(each.password for each in people):
        sys.stdout.write("DEMONSTRATION: already there. Its passwords were shown when it was made.\n")
        return 0
    sys.stdout.write("DEMONSTRATION, invented people of an invented district. These passwords are shown only now:\n")
    for each in people:
        shown = each.password or "(as shown before)"
        sys.stdout.write(f"  {each.username:<16} {shown:<22} {each.what}\n")
    return 0
