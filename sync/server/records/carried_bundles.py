"""Sealed bundles that came whole: a row each, the file until it was taken in, and what became of it."""

from __future__ import annotations

import contextlib
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Q, QuerySet
from filelock import FileLock, Timeout

from sync.durable import replace_durably, sync_folder
from sync.formats.errors import InputError
from sync.protocol.errors import ErrorCode, Refused, SyncError
from sync.server.records.feed import writing
from sync.server.records.models import BundleDecision, CarriedBundle

_log = logging.getLogger(__name__)
_LOCK = "bundles.lock"
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=10), timedelta(hours=1)
_MOST_WORDS = 1000
_PATIENCE_SECONDS = 5.0
BY_COMMAND = "gup import"
# Of these nothing is wanted any more, whether their file is here or not.
_SETTLED = (CarriedBundle.State.TAKEN_IN, CarriedBundle.State.SET_ASIDE)


def folder() -> Path:
    """Where they lie."""
    return Path(settings.DATA) / "bundles"


def path_of(name: str) -> Path:
    return folder() / f"{name}.sealed"


def size_of(name: str) -> int | None:
    """Of one that came whole; None of any other, and of one that a restored database knows and that is not here."""
    row = CarriedBundle.objects.filter(pk=name).first()
    if row is None or (row.state not in _SETTLED and not path_of(name).exists()):
        return None
    return row.size


def keep(name: str, part: Path, *, carrier: str) -> None:
    """All bytes are there and right: put the file in its place, and have it taken in off the request path."""
    now = datetime.now(UTC)
    fresh = {"size": part.stat().st_size, "carrier": carrier, "received_at": now, "due_at": now}
    fresh |= {"state": CarriedBundle.State.RECEIVED, "tries": 0, "message": "", "code": ""}
    replace_durably(part, path_of(name))
    with writing():
        CarriedBundle.objects.update_or_create(sha256=name, defaults=fresh)


def take_in_waiting() -> None:
    """Take in each whose turn has come. One process at a time; another one finds nothing to do.

    Raises what the database does when it cannot even be noted that it failed: they all wait for the next call then.
    """
    due = CarriedBundle.objects.filter(state=CarriedBundle.State.RECEIVED, due_at__lte=datetime.now(UTC))
    if not due.exists():
        return
    with contextlib.suppress(Timeout), FileLock(settings.DATA / _LOCK, timeout=0):
        for name in due.order_by("due_at").values_list("pk", flat=True):
            take_in(name)


def take_in(name: str) -> None:
    """Open the seal and take in what the tablet inside brings.

    What is wrong with the bundle itself (nobody can open it, it is of no tablet of ours) stays: the row says why,
    `gup check` names it, and an officer decides. Where this server failed (a locked database, a full disk) it is tried
    again by itself, within seconds at first and every hour in the end.
    """
    from sync.formats.bundle import Bundle
    from sync.server.api import carried

    if CarriedBundle.objects.filter(pk=name, state=CarriedBundle.State.TAKEN_IN).exists():
        path_of(name).unlink(missing_ok=True)  # killed between the two, or told twice
        return
    opened, device = path_of(name).with_suffix(".gupz"), ""
    try:
        unsealed(path_of(name), opened)
        with Bundle(opened) as brought:
            writer = carried.writer_of(brought)
            device = writer.id
            if writer.revoked_at is not None:
                raise Refused(ErrorCode.REVOKED_DEVICE, f"its tablet {writer} was revoked")
            carried.take_in(brought, writer)
    except Exception as fault:
        if _is_of_the_bundle(fault, name):
            _log.warning("carried bundle %s: %s", name, fault)
            code = fault.code if isinstance(fault, InputError | SyncError) else "file_missing"
            _note(name, CarriedBundle.State.REFUSED, device=device, code=code, message=str(fault))
        else:  # its carrier has it no more, so it is not given up
            _log.exception("carried bundle %s", name)
            _note_failed(name, fault)
    else:
        _note(name, CarriedBundle.State.TAKEN_IN, device=device)
        path_of(name).unlink(missing_ok=True)
    finally:
        opened.unlink(missing_ok=True)


def _is_of_the_bundle(fault: Exception, name: str) -> bool:
    """Whether trying again cannot help, whatever becomes of this server."""
    if isinstance(fault, InputError):
        return not isinstance(fault.__cause__, OSError)  # else it was the disk that would not read it
    if isinstance(fault, SyncError):
        return not fault.error.retryable
    return isinstance(fault, FileNotFoundError) and not path_of(name).exists()


def unsealed(sealed: Path, target: Path) -> None:
    """Raises InputError when it was not sealed for this server."""
    from sync.formats.seal import unseal
    from sync.server.accounts import server_key

    unseal(sealed, target, server_key.seal_private())


def note_taken_in(file: Path, device: str) -> None:
    """An officer took it in by hand: when it is one of ours it no longer waits, and its file goes."""
    from sync.server import publish

    if file.absolute().parent == folder().absolute() and size_of(file.stem) is not None:
        with writing() as feed:
            _note(file.stem, CarriedBundle.State.TAKEN_IN, device=device)
            _decide(file.stem, BundleDecision.Act.TAKEN_IN, by=BY_COMMAND)
            publish.publish_set_aside(CarriedBundle.objects.get(pk=file.stem), feed)
        file.unlink(missing_ok=True)


def set_aside(name: str, *, by: str, reason: str, erase_bytes: bool) -> bool:
    """A person gives it up, for a reason that the tablets concerned are told; its bytes are kept or erased.

    Called again on one that was set aside, it erases the bytes that were kept. False when there is nothing to decide:
    it was taken in meanwhile, or somebody else decided. Raises filelock.Timeout while it is being tried.
    """
    from sync.server import publish  # it reads through this app, so not at the top

    with FileLock(settings.DATA / _LOCK, timeout=_PATIENCE_SECONDS):
        row = to_decide().filter(pk=name).first()
        if row is None or not (erase_bytes or row.state != CarriedBundle.State.SET_ASIDE):
            return False
        if erase_bytes:  # first: what a person is told is gone is gone, wherever this ends
            _erase_bytes(name)
        with writing() as feed:
            if row.state != CarriedBundle.State.SET_ASIDE:
                _decide(name, BundleDecision.Act.SET_ASIDE, by=by, reason=reason)
            if erase_bytes:
                _decide(name, BundleDecision.Act.BYTES_ERASED, by=by, reason=reason)
            CarriedBundle.objects.filter(pk=name).update(state=CarriedBundle.State.SET_ASIDE)
            publish.publish_set_aside(row, feed)
    return True


def _erase_bytes(name: str) -> None:
    """The sealed file, and what a server that was killed while it opened the seal left of it."""
    files = list(folder().glob(f"*{name}*"))
    for file in files:
        file.unlink()
    if files:
        sync_folder(folder())


def _decide(name: str, act: str, *, by: str, reason: str = "") -> None:
    BundleDecision.objects.create(bundle_id=name, act=act, at=datetime.now(UTC), by=by[:150], reason=reason)


def parts() -> list[Path]:
    """Whatever is still arriving, from any tablet."""
    return list((folder() / "parts").glob("*/*"))


def part_of(name: str, carrier: str) -> Path:
    """Where bytes that are still arriving from that tablet are kept."""
    return folder() / "parts" / carrier / name


def weight_of(carrier: str, *, but: str) -> int:
    """Bytes that lie here from that tablet beside the bundle `but`: in part, or waiting for an officer."""
    own = (file for file in (folder() / "parts" / carrier).glob("*") if file.name != but)
    waiting = CarriedBundle.objects.filter(carrier=carrier).exclude(state__in=_SETTLED)
    return sum(file.stat().st_size for file in own) + sum(waiting.values_list("size", flat=True))


def in_trouble() -> QuerySet[CarriedBundle]:
    """What waits for an officer, and what this server failed on and tries again, the oldest first."""
    failing = Q(state=CarriedBundle.State.RECEIVED, tries__gt=0)
    return CarriedBundle.objects.filter(Q(state=CarriedBundle.State.REFUSED) | failing).order_by("received_at")


def to_decide() -> QuerySet[CarriedBundle]:
    """What is in trouble, and what was set aside whose bytes are still kept."""
    erased = BundleDecision.objects.filter(act=BundleDecision.Act.BYTES_ERASED).values("bundle")
    kept = CarriedBundle.objects.filter(state=CarriedBundle.State.SET_ASIDE).exclude(pk__in=erased)
    return (in_trouble() | kept).order_by("received_at")


def _note(name: str, state: str, *, device: str = "", code: str = "", message: str = "") -> None:
    with writing():
        rows = CarriedBundle.objects.filter(pk=name)
        if state == CarriedBundle.State.REFUSED:
            rows = rows.exclude(state__in=_SETTLED)  # another process, or an officer, was faster
        rows.update(state=state, device=device, code=code, message=message[:_MOST_WORDS])


def _note_failed(name: str, fault: Exception) -> None:
    now, message = datetime.now(UTC), f"this server failed on it ({fault})"[:_MOST_WORDS]
    with writing():
        for row in CarriedBundle.objects.filter(pk=name, state=CarriedBundle.State.RECEIVED):
            row.due_at = now + min(_FIRST_PAUSE * 2 ** min(row.tries, 10), _LONGEST_PAUSE)
            row.tries, row.message = row.tries + 1, message
            row.save(update_fields=["due_at", "tries", "message"])
