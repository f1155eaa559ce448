"""Sealed bundles that came whole: a row each, the file until it was taken in, and what became of it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from sync.durable import replace_durably
from sync.formats.errors import InputError
from sync.protocol.errors import ErrorCode, Refused, SyncError
from sync.server.records.feed import writing
from sync.server.records.models import CarriedBundle

_log = logging.getLogger(__name__)


def folder() -> Path:
    """Where they lie."""
    return Path(settings.DATA) / "bundles"


def path_of(name: str) -> Path:
    return folder() / f"{name}.sealed"


def size_of(name: str) -> int | None:
    """Of one that came whole; None of any other, and of one that a restored database knows and that is not here."""
    row = CarriedBundle.objects.filter(pk=name).first()
    if row is None or (row.state != CarriedBundle.State.TAKEN_IN and not path_of(name).exists()):
        return None
    return row.size


def keep(name: str, part: Path, *, carrier: str) -> None:
    """All bytes are there and right: put the file in its place, say so, and have it taken in off the request path."""
    from sync.server.records.tasks import take_in_bundle

    size = part.stat().st_size
    replace_durably(part, path_of(name))
    with writing():
        CarriedBundle.objects.get_or_create(
            sha256=name, defaults={"size": size, "carrier": carrier, "received_at": datetime.now(UTC)}
        )
        take_in_bundle.enqueue(name)


def take_in(name: str) -> None:
    """Open the seal and take in what the tablet inside brings. What cannot be opened or is of no tablet of ours stays.

    The row says why, `gup check` names it, and an officer decides (`gup import gupz`).
    """
    from sync.formats.bundle import Bundle
    from sync.server.api import carried

    if CarriedBundle.objects.filter(pk=name, state=CarriedBundle.State.TAKEN_IN).exists():
        path_of(name).unlink(missing_ok=True)  # killed between the two, or told twice
        return
    opened = path_of(name).with_suffix(".gupz")
    try:
        unsealed(path_of(name), opened)
        with Bundle(opened) as brought:
            device = carried.writer_of(brought)
            if device.revoked_at is not None:
                raise Refused(ErrorCode.REVOKED_DEVICE, f"its tablet {device} was revoked")
            carried.take_in(brought, device)
    except (InputError, SyncError) as fault:
        _log.warning("carried bundle %s: %s", name, fault)
        _note(name, CarriedBundle.State.REFUSED, message=str(fault))
    except Exception as fault:  # the disk, the database, a bug: its carrier has it no more, so somebody must know
        _log.exception("carried bundle %s", name)
        _note(name, CarriedBundle.State.REFUSED, message=f"this server failed on it ({fault})")
    else:
        _note(name, CarriedBundle.State.TAKEN_IN, device=device.id)
        path_of(name).unlink(missing_ok=True)
    finally:
        opened.unlink(missing_ok=True)


def unsealed(sealed: Path, target: Path) -> None:
    """Raises InputError when it was not sealed for this server."""
    from sync.formats.seal import unseal
    from sync.server.accounts import server_key

    unseal(sealed, target, server_key.seal_private())


def note_taken_in(file: Path, device: str) -> None:
    """An officer took it in by hand: when it is one of ours it no longer waits, and its file goes."""
    if file.absolute().parent == folder().absolute() and size_of(file.stem) is not None:
        _note(file.stem, CarriedBundle.State.TAKEN_IN, device=device)
        file.unlink(missing_ok=True)


def resume() -> None:
    """What came whole and was not taken in when the server ended, or failed to note why, is taken in again."""
    from sync.server.records.tasks import take_in_bundle

    for name in CarriedBundle.objects.filter(state=CarriedBundle.State.RECEIVED).values_list("pk", flat=True):
        take_in_bundle.enqueue(name)


def parts() -> list[Path]:
    """Whatever is still arriving, from any tablet."""
    return list((folder() / "parts").glob("*/*"))


def part_of(name: str, carrier: str) -> Path:
    """Where bytes that are still arriving from that tablet are kept."""
    return folder() / "parts" / carrier / name


def weight_of(carrier: str, *, but: str) -> int:
    """Bytes that lie here from that tablet beside the bundle `but`: in part, or waiting for an officer."""
    own = (file for file in (folder() / "parts" / carrier).glob("*") if file.name != but)
    waiting = CarriedBundle.objects.filter(carrier=carrier).exclude(state=CarriedBundle.State.TAKEN_IN)
    return sum(file.stat().st_size for file in own) + sum(waiting.values_list("size", flat=True))


def refused() -> list[CarriedBundle]:
    """What waits for an officer."""
    return list(CarriedBundle.objects.filter(state=CarriedBundle.State.REFUSED).order_by("received_at"))


def _note(name: str, state: str, *, device: str = "", message: str = "") -> None:
    with writing():
        rows = CarriedBundle.objects.filter(pk=name)
        if state == CarriedBundle.State.REFUSED:
            rows = rows.exclude(state=CarriedBundle.State.TAKEN_IN)  # another process, or an officer, was faster
        rows.update(state=state, device=device, message=message[:1000])
