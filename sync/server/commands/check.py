"""`gup check`: is everything whole? Names each difference; exit 4 when there is one."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from sync import sqlite_driver
from sync.server.commands.database import open_database

_DIFFERENCES = 4


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", parents=[common], help="verify database, records, states and media")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run every check."""
    open_database()
    from sync.server.checks import CHECKS
    from sync.server.records.models import Medium, Record

    found = [line for check in CHECKS for line in check()]
    counts = {
        "sqlite": sqlite_driver.linked_version(),
        "records": Record.objects.count(),
        "media": Medium.objects.filter(state=Medium.State.HELD).count(),
    }
    if options.json:
        sys.stdout.write(json.dumps(counts | {"differences": found}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("SQLite {sqlite}, {records} records, {media} media\n".format(**counts))
    if found:
        sys.stderr.writelines(f"{line}\n" for line in found)
        return _DIFFERENCES
    return 0
