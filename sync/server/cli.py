"""The command `gup`: what an operator types. Exit codes: 0 done, 2 usage, 4 refused (one line on stderr), 1 a bug."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sync.server import data_folder
from sync.server.commands import serve
from sync.server.commands.refusal import Refusal

Command = Callable[[argparse.Namespace], int]
REFUSED = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    parsed = _parser().parse_args(arguments)
    if parsed.data is not None:
        os.environ["GUP_DATA"] = str(parsed.data.expanduser().absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.server.settings")
    run: Command = parsed.run
    try:
        data_folder.prepare(data_folder.default())
        return run(parsed)
    except Refusal as refusal:
        sys.stderr.write(f"gup: {refusal}\n")
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gup", description="The GUP server.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", help="folder of the server (default: GUP_DATA)")
    for module in (serve,):
        module.add_to(commands, common)
    return parser


if __name__ == "__main__":
    sys.exit(main())
