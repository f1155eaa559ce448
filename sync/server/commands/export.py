"""`gup export`: what the office gives as files; the ending chooses the format."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from sync.formats.export import UnknownEnding, write_layers
from sync.server.commands import bundles
from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal

_KINDS = ("reports", "walks", "spaces")
_BUNDLE = "gupz"


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("export", parents=[common], help="write reports, walks or spaces to a file")
    parser.add_argument("what", choices=(*_KINDS, _BUNDLE), help="restricted categories are never in layers")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help=".geojson, .csv, .xlsx, .gpkg, .gpx; .gupz for gupz"
    )
    parser.add_argument("--device", metavar="ID", help="with gupz: for which tablet")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file whole, or not at all."""
    if options.what == _BUNDLE:
        return bundles.export(options.device, options.to, as_json=options.json)
    open_database()
    from sync.server.layers import LAYERS

    layer = LAYERS[options.what]()
    try:
        write_layers(options.to, [layer])
    except UnknownEnding as fault:
        raise Refusal(str(fault)) from fault
    except OSError as fault:
        raise Refusal(f"{options.to}: cannot be written ({fault.strerror}); choose another folder") from fault
    count = len(layer.features)
    sys.stderr.write(f"{options.to}: {count} {options.what}\n")
    if options.json:
        sys.stdout.write(json.dumps({"file": str(options.to), options.what: count}) + "\n")
    return 0
