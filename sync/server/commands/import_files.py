"""`gup import`: what the office gets as files."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from sync.formats.errors import InputError
from sync.server.commands import bundles
from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command and what it imports."""
    parser = commands.add_parser("import", help="read a file into the server")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    territories = kinds.add_parser("territories", parents=[common], help="perimeters in GeoJSON")
    territories.add_argument("file", type=Path, metavar="FILE")
    territories.set_defaults(run=run_territories)
    contacts = kinds.add_parser("contacts", parents=[common], help="organisations and their addresses in CSV")
    contacts.add_argument("file", type=Path, metavar="FILE")
    contacts.set_defaults(run=run_contacts)
    bundles.add_import(kinds, common)


def run_territories(options: argparse.Namespace) -> int:
    """Read every perimeter of the file, or none. What was repaired is said on stderr."""
    from sync.formats.territory_file import read_territory_file

    try:
        read = read_territory_file(options.file)
    except InputError as fault:
        raise Refusal(str(fault)) from fault
    open_database()
    from sync.server.territories.imports import save_shapes

    saved = save_shapes(read.shapes)
    sys.stderr.writelines(f"{refusal.fault}\n" for refusal in read.refused)
    for shape, row in saved:
        if shape.repaired:
            sys.stderr.write(f"{options.file}, feature {shape.feature}: {row.name} was repaired ({shape.repaired})\n")
    if options.json:
        lines = [{"code": row.code, "name": row.name, "repaired": shape.repaired} for shape, row in saved]
        refused = [
            {"feature": each.feature, "code": each.fault.code, "message": str(each.fault)} for each in read.refused
        ]
        sys.stdout.write(json.dumps({"read": lines, "refused": refused}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{row.code}\t{row.name}\n" for _, row in saved)
    return 0


def run_contacts(options: argparse.Namespace) -> int:
    """Make or change every organisation of the file; bad rows are named and the others count."""
    from sync.formats.contact_table import read_contacts

    try:
        rows, refused = read_contacts(options.file)
    except InputError as fault:
        raise Refusal(str(fault)) from fault
    open_database()
    from sync.server.organisations.actions import save_contacts

    wrong = save_contacts(rows)
    read = len(rows) - len(wrong)
    refused = sorted([*refused, *wrong], key=lambda each: each.row)
    named = [f"{options.file}, row {each.row}: {each.message}" for each in refused]
    if not read:
        raise Refusal(f"{named[0]} (no row of this file can be used)")
    sys.stderr.writelines(f"{line}\n" for line in named)
    if options.json:
        lines = [{"row": each.row, "code": each.code, "message": each.message} for each in refused]
        sys.stdout.write(json.dumps({"read": read, "refused": lines}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{read} organisations read, {len(refused)} rows refused\n")
    return 0
