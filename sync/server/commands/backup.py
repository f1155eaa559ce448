"""`gup backup FILE`: one zip with the database and the list of media; with --with-media also their bytes."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

from sync.protocol import times
from sync.server import data_folder
from sync.server.commands.database import open_database
from sync.server.commands.refusal import Refusal

DATABASE = "gup.sqlite3"
ABOUT = "backup.json"
MEDIA_LIST = "media.txt"
MEDIA_FOLDER = "media"
FORMAT = 1


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("backup", parents=[common], help="write a backup while the server runs")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--with-media", action="store_true", help="photos and voice notes too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write it aside, then in place: FILE is whole or as it was."""
    folder = open_database()
    refuse_on_postgresql()
    target: Path = options.file
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    copy = folder / f"backup-{os.getpid()}.sqlite3"
    try:
        _copy_database(copy)
        with aside.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                _fill(archive, copy, with_media=options.with_media)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(target)
    except OSError as fault:
        raise Refusal(f"{target}: could not be written ({fault.strerror or fault}); give a place with room") from fault
    finally:
        copy.unlink(missing_ok=True)
        aside.unlink(missing_ok=True)
    if options.json:
        sys.stdout.write(json.dumps({"file": str(target), "bytes": target.stat().st_size}) + "\n")
    return 0


def refuse_on_postgresql() -> None:
    """A PostgreSQL database has its own tools, which know more than we do."""
    from django.db import connection

    if connection.vendor != "sqlite":
        raise Refusal("DATABASE_URL: back up PostgreSQL with pg_dump, restore it with pg_restore")


def _copy_database(copy: Path) -> None:
    from django.db import connection

    copy.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])


def _fill(archive: zipfile.ZipFile, copy: Path, *, with_media: bool) -> None:
    from sync.server.records import media_store
    from sync.server.records.feed import epoch
    from sync.server.records.models import Medium

    held = sorted(Medium.objects.filter(state=Medium.State.HELD).values_list("sha256", flat=True))
    about = {"format": FORMAT, "made_at": times.now(), "epoch": epoch(), "media": len(held), "with_media": with_media}
    archive.writestr(ABOUT, json.dumps(about))
    archive.write(copy, DATABASE)
    archive.writestr(MEDIA_LIST, "".join(f"{sha256}\n" for sha256 in held))
    for sha256 in held if with_media else ():
        try:
            content = media_store.open_medium(sha256)
        except FileNotFoundError:  # gup check names it
            continue
        entry = zipfile.ZipInfo(f"{MEDIA_FOLDER}/{sha256}")  # stored, not packed: photos are packed already
        with content, archive.open(entry, "w") as packed:
            shutil.copyfileobj(content, packed)


def read_about(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What a backup says of itself. Raises KeyError, ValueError when it is none of ours."""
    about = json.loads(archive.read(ABOUT))
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise ValueError("made by another version")
    archive.getinfo(data_folder.DATABASE)
    return about
