"""`gup import gupz` and `gup export gupz`: what is carried between tablets and this server where no network reaches."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.formats.errors import InputError
from sync.server.commands.database import open_database
from sync.server.commands.person import territories_of
from sync.server.commands.refusal import Refusal

if TYPE_CHECKING:
    from sync.formats.bundle import Bundle
    from sync.server.accounts.models import Device


def add_import(kinds: Any, common: argparse.ArgumentParser) -> None:
    """Declare `gup import gupz`."""
    parser = kinds.add_parser("gupz", parents=[common], help="a tablet's bundle, brought by hand")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--answer", type=Path, metavar="FILE", help="write what to carry back to the tablet")
    parser.add_argument("--enrol", action="store_true", help="of a tablet that never reached this server: take it on")
    parser.add_argument(
        "--territory",
        action="append",
        default=[],
        metavar="CODE",
        help="with --enrol: what it may read (again for more)",
    )
    parser.set_defaults(run=run_import)


def run_import(options: argparse.Namespace) -> int:
    """Take in all of the bundle; one bad record or photo is named and the others count. Again is harmless."""
    from sync.formats.bundle import Bundle
    from sync.protocol.bundle import TO_SERVER

    if options.territory and not options.enrol:
        raise Refusal(f"{options.file}: --territory is for --enrol; a known tablet keeps its territories")
    try:
        with _opened(options.file) as file, Bundle(file) as brought:
            if brought.manifest.direction != TO_SERVER:
                raise Refusal(f"{options.file}: it is an answer to a tablet; give it to `walker import` there")
            open_database()
            told = _taken_in(brought, options)
    except InputError as fault:
        raise Refusal(str(fault)) from fault
    except OSError as fault:
        mend = "make room and import it again: nothing is doubled"
        raise Refusal(f"{options.file}: this server cannot write ({fault.strerror}); {mend}") from fault
    if options.json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


@contextmanager
def _opened(file: Path) -> Iterator[Path]:
    """The bundle in it, also when it was sealed for this server (of `bundles/`, named by `gup check`)."""
    from sync.formats.seal import is_sealed

    if not is_sealed(file):
        yield file
        return
    open_database()
    from sync.server.records.carried_bundles import unsealed

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "opened.gupz"
        unsealed(file, target)
        yield target


def _taken_in(brought: Bundle, options: argparse.Namespace) -> dict[str, Any]:
    from django.db import DatabaseError, InterfaceError

    from sync.protocol.errors import SyncError

    try:
        return _take_in(brought, options)
    except (DatabaseError, InterfaceError, SyncError) as fault:
        mend = "import it again: what was taken in stays, nothing is doubled"
        raise Refusal(f"{options.file}: this server is held up ({fault}); {mend}") from fault


def _take_in(brought: Bundle, options: argparse.Namespace) -> dict[str, Any]:
    from sync.protocol import messages
    from sync.server.api import carried
    from sync.server.records import carried_bundles

    device = _device(brought, options)
    receipts = carried.take_in(brought, device)
    carried_bundles.note_taken_in(options.file, device.id)
    counts = Counter((receipt.revision > 0, receipt.outcome.outcome) for receipt in receipts)
    refused = [
        {"id": receipt.id, "code": receipt.outcome.code or "", "message": receipt.outcome.message}
        for receipt in receipts
        if receipt.outcome.outcome == messages.REJECTED
    ]
    sys.stderr.writelines(f"{options.file}, {line['id']}: {line['message']}\n" for line in refused)
    told = {
        "device_id": device.id,
        "accepted": counts[True, messages.ACCEPTED],
        "same": counts[True, messages.SAME],
        "beside": counts[True, messages.STALE] + counts[True, messages.CONFLICT],
        "gone": counts[True, messages.GONE],
        "media": counts[False, messages.ACCEPTED] + counts[False, messages.SAME],
        "refused": refused,
    }
    if options.answer is not None:
        carried.write_answer(options.answer, device, receipts, brought.manifest)
        told["answer"] = str(options.answer)
    sys.stderr.write(
        f"{options.file}: {told['accepted']} new, {told['same']} known, {told['media']} photos and voice notes,"
        f" {len(refused)} refused\n"
    )
    return told


def _device(brought: Bundle, options: argparse.Namespace) -> Device:
    """The tablet that signed it. A revoked one may still hand over what it holds: the officer's hand is the consent."""
    from sync.protocol.errors import ErrorCode, Refused
    from sync.server.accounts import actions
    from sync.server.api import carried

    try:
        device = carried.writer_of(brought)
    except Refused as refusal:
        if refusal.error is not ErrorCode.UNKNOWN_DEVICE:
            raise Refusal(f"{options.file}: {refusal}; do not use it") from refusal
        if not options.enrol:
            mend = "if the tablet is one of yours, import it again with --enrol"
            raise Refusal(f"{options.file}: {refusal}; {mend}") from refusal
        manifest = brought.manifest
        return actions.take_on(manifest.device_id, manifest.public_key, territories_of(options.territory))
    if device.revoked_at is not None:
        sys.stderr.write(f"{options.file}: tablet {device} was revoked; what it holds is taken in all the same\n")
    return device


def export(device_id: str | None, target: Path, *, as_json: bool) -> int:
    """Everything for one tablet: receipts of all that is held of it, and all that it may read."""
    open_database()
    from sync.protocol import ids, times
    from sync.protocol.bundle import TO_TABLET, Manifest
    from sync.server.accounts.models import Device
    from sync.server.api import carried

    device = Device.objects.filter(pk=device_id or "").first()
    if device is None:
        raise Refusal(f"{target}: for which tablet? give --device ID, as the console's page of tablets shows it")
    asked = Manifest(
        direction=TO_TABLET, id=ids.new_id(), device_id=device.id, public_key=device.public_key, written_at=times.now()
    )
    try:
        carried.write_answer(target, device, carried.receipts_of(device), asked)
    except OSError as fault:
        raise Refusal(f"{target}: cannot be written ({fault.strerror}); choose another folder") from fault
    if as_json:
        sys.stdout.write(json.dumps({"file": str(target), "device_id": device.id}) + "\n")
    return 0
