"""The command `gup`: what an operator types. Exit codes: 0 done, 2 usage, 4 refused (one line on stderr), 1 a bug."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sync.server import data_folder
from sync.server.commands import backup, check, demo, enrol_code, export, import_files, person, restore, serve
from sync.server.commands.environment import check_environment
from sync.server.commands.refusal import Refusal

Command = Callable[[argparse.Namespace], int]
REFUSED = 4
# These read what is there: on a mistyped folder they say so instead of making a new server.
_OF_WHAT_IS_THERE = (export, backup, check)
COMMANDS = (serve, demo, person, enrol_code, import_files, export, backup, restore, check)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    parsed = _parser().parse_args(arguments)
    if parsed.data is not None:
        os.environ["GUP_DATA"] = str(parsed.data.expanduser().absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.server.settings")
    run: Command = parsed.run
    try:
        check_environment()
        if any(run is module.run for module in _OF_WHAT_IS_THERE):
            _refuse_nothing()
        is_new = _is_nothing_there()
        _prepare()
        code = run(parsed)
        if is_new and not code and run in (enrol_code.run, person.run):  # else a mistyped folder gives a useless code
            sys.stderr.write(f"gup: {data_folder.default()}: nothing was there, so this is a new server's data\n")
        return code
    except Refusal as refusal:
        sys.stderr.write(f"gup: {refusal}\n")
        if parsed.json:
            error = {"code": "refused", "message": str(refusal)}
            sys.stdout.write(json.dumps({"error": error}, ensure_ascii=False) + "\n")
        return REFUSED


def _is_nothing_there() -> bool:
    return not os.environ.get("DATABASE_URL") and not (data_folder.default() / data_folder.DATABASE).exists()


def _refuse_nothing() -> None:
    folder = data_folder.default()
    if _is_nothing_there():
        raise Refusal(f"{folder}: no server keeps its data there; give the --data of gup serve")


def _prepare() -> None:
    folder = data_folder.default()
    try:
        data_folder.prepare(folder)
    except OSError as fault:
        raise Refusal(f"{folder}: cannot be made or written ({fault.strerror}); give another --data") from fault


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gup", description="The GUP server.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", help="folder of the server (default: GUP_DATA)")
    common.add_argument("--json", action="store_true", help="one line of JSON on stdout where the command prints")
    for module in COMMANDS:
        module.add_to(commands, common)
    return parser


if __name__ == "__main__":
    sys.exit(main())
