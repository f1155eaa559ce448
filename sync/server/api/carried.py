"""Takes in what a tablet's bundle brings, as if it had been pushed and uploaded, and writes the answer to carry back.

Every step is one that the network's doors take too, so that a bundle may come twice, late, or beside a sync.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sync.formats import bundle
from sync.formats.errors import InputError
from sync.protocol import codec, endpoints, ids, messages, times
from sync.protocol.bundle import TO_TABLET, Manifest, Receipt
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts import server_key
from sync.server.accounts.models import Device
from sync.server.api import hello, judge, media_names, pull, push
from sync.server.records import actions, feed, media_parts, media_store
from sync.server.records.models import SERVER, Medium, Naming
from sync.server.records.models import Record as Row

_BLOCK = 256 * 1024


def writer_of(brought: bundle.Bundle) -> Device:
    """The tablet that signed it; a revoked one too. Raises Refused: UNKNOWN_DEVICE, DEVICE_MISMATCH."""
    manifest = brought.manifest
    device = Device.objects.filter(pk=manifest.device_id).first()
    if device is None:
        raise Refused(ErrorCode.UNKNOWN_DEVICE, f"its tablet {manifest.device_id} is unknown to this server")
    if base64.b64decode(device.public_key) != base64.b64decode(manifest.public_key):
        raise Refused(ErrorCode.DEVICE_MISMATCH, f"it is signed by another key than that of tablet {device}")
    return device


def take_in(brought: bundle.Bundle, device: Device) -> list[Receipt]:
    """Records in batches, each one durable transaction; then the media. One receipt for each of both.

    A medium damaged in the bundle is refused alone. Raises InputError when its records are damaged, Refused SERVER_BUSY
    while a request holds one of its media, OSError and Django's DatabaseError as disk and database do: what was taken
    in stays, and again is harmless.
    """
    told, number = brought.manifest, feed.epoch_and_number()[1]
    if 0 <= told.highest_seq <= number + hello.MOST_AHEAD:  # as at its hello: it may prove that we were set back
        actions.epoch_after(told.epoch, told.highest_seq)
    receipts: list[Receipt] = []
    for batch in _batches(brought.items()):
        answer = push.take_in(messages.PushRequest(records=tuple(batch)), device)
        receipts += [_receipt(item, outcome) for item, outcome in zip(batch, answer.outcomes, strict=True)]
    for sha256, size, stream in brought.media():
        receipts.append(Receipt(id=sha256, revision=0, outcome=_keep(sha256, size, stream, device)))
    return receipts


def write_answer(path: Path, device: Device, receipts: Iterable[Receipt], asked: Manifest) -> Path:
    """The receipts, and all that this tablet may pull after the cursors it told. Raises OSError."""
    epoch, seq = feed.epoch_and_number()
    cursors = asked.cursors if asked.epoch == epoch else {}
    manifest = Manifest(
        direction=TO_TABLET,
        id=ids.new_id(),
        device_id=device.id,
        public_key=server_key.public(),
        written_at=times.now(),
        epoch=epoch,
        asked_epoch=asked.epoch,
        highest_seq=seq,
        cursors=cursors,
    )
    with bundle.BundleWriter(path) as writer:
        writer.lines(bundle.RECEIPTS, (codec.to_json(receipt) for receipt in receipts))
        pages = _pages(device, cursors) if device.revoked_at is None else ()  # it gives, and is given nothing more
        writer.lines(bundle.PAGES, (codec.to_json(page) for page in pages))
        writer.finish(manifest, server_key.sign)
    return path


def receipts_of(device: Device) -> Iterator[Receipt]:
    """What is held of that tablet now, for an answer that no bundle asked for."""
    rows = (
        Row.objects.filter(device=device.id)
        .exclude(writer=SERVER)
        .order_by("seq")
        .values_list("id", "revision", "hash")
    )
    for record_id, revision, record_hash in rows.iterator():
        outcome = messages.Outcome(hash=record_hash, outcome=messages.SAME, head=record_hash)
        yield Receipt(id=record_id, revision=revision, outcome=outcome)
    named = Naming.objects.filter(device=device.id).values("sha256")
    held = Medium.objects.filter(sha256__in=named, state=Medium.State.HELD).values_list("sha256", flat=True)
    for sha256 in held.iterator():
        yield Receipt(id=sha256, revision=0, outcome=messages.Outcome(hash=sha256, outcome=messages.SAME))


def _batches(items: Iterable[messages.PushItem]) -> Iterator[list[messages.PushItem]]:
    batch: list[messages.PushItem] = []
    size = 0
    for item in items:
        weight = len(item.body.encode()) + endpoints.PUSH_ITEM_OVERHEAD
        if batch and (len(batch) == endpoints.MAX_PUSH_RECORDS or size + weight > endpoints.MAX_PUSH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += weight
    if batch:
        yield batch


def _receipt(item: messages.PushItem, outcome: messages.Outcome) -> Receipt:
    plain = codec.parse(item.body.encode())
    record_id, revision = plain.get("id"), plain.get("revision")
    return Receipt(
        id=record_id if isinstance(record_id, str) else "",
        revision=revision if isinstance(revision, int) else 0,
        outcome=outcome,
    )


def _keep(sha256: str, size: int, stream: bundle.Member, device: Device) -> messages.Outcome:
    try:
        if size != media_names.allowed_size(sha256, device):
            raise Refused(ErrorCode.BAD_FIELD, f"{size} bytes: its record says another size")
        if media_store.holds(sha256, size):
            actions.media_held({sha256: size})
            return messages.Outcome(hash=sha256, outcome=messages.SAME)
        _write(sha256, size, stream, device)
    except Refused as refusal:
        if refusal.error.retryable:  # another request is at it just now: the whole bundle comes again
            raise
        return judge.rejected(sha256, refusal.error, "", str(refusal))
    except media_store.WrongHash:
        return judge.rejected(sha256, ErrorCode.WRONG_HASH, "", "the bytes are not those of this hash")
    except InputError as damage:
        return judge.rejected(sha256, ErrorCode.WRONG_HASH, "", str(damage))
    actions.media_held({sha256: size})
    return messages.Outcome(hash=sha256, outcome=messages.ACCEPTED)


def _write(sha256: str, size: int, stream: bundle.Member, device: Device) -> None:
    """From the start: what the network brought of it before is of no use to a file that has all."""
    media_parts.discard(sha256, device.id)
    with media_parts.open_part(sha256, device.id, size) as part:
        while block := stream.read(_BLOCK):
            if part.offset + len(block) > size:
                raise media_store.WrongHash(sha256)
            part.append(block)
        part.sync()
        part.finish(sha256)


def _pages(device: Device, cursors: Mapping[str, int]) -> Iterator[messages.PullAnswer]:
    more = True
    while more:
        page = pull.page(device, cursors)
        yield page
        cursors, more = page.cursors, page.more
