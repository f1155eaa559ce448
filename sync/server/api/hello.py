"""`hello`: opens a sync; an idle one ends here."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest

from sync.protocol import endpoints, messages, times, version
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts import actions as accounts
from sync.server.accounts.models import Device
from sync.server.api import pull
from sync.server.api.bodies import read_message
from sync.server.records import actions as records
from sync.server.records import feed

# More than any feed grew since a backup: a tablet that claims more is wrong, and would use the numbers up.
MOST_AHEAD = 10**9
_MARK = 16  # signs


def answer(request: HttpRequest, device: Device) -> messages.HelloAnswer:
    """Raises Refused: UNSUPPORTED_PROTOCOL, DEVICE_MISMATCH, COPIED_TABLET, BAD_FIELD."""
    message = read_message(request, messages.HelloRequest)
    if not version.is_supported(message.protocol):
        spoken = f"{version.OLDEST} to {version.CURRENT}"
        raise Refused(ErrorCode.UNSUPPORTED_PROTOCOL, f"protocol {message.protocol}: this server speaks {spoken}")
    if message.device_id != device.id:
        raise Refused(ErrorCode.DEVICE_MISMATCH, "this token belongs to another tablet: enrol again")
    if not 0 <= message.highest_seq <= feed.epoch_and_number()[1] + MOST_AHEAD:
        raise Refused(ErrorCode.BAD_FIELD, "highest_seq: not a number of this feed")
    if len(message.marks) > endpoints.MAX_MARKS or any(not 0 < len(mark) <= _MARK for mark in message.marks):
        raise Refused(ErrorCode.BAD_FIELD, f"marks: at most {endpoints.MAX_MARKS} of {_MARK} signs")
    now = datetime.now(UTC)
    skew = now - times.parse_time(message.sent_at)
    epoch = records.epoch_after(message.epoch, message.highest_seq)
    accounts.note_hello(
        device,
        app_version=message.app_version,
        skew_ms=round(skew.total_seconds() * 1000),
        # A hello of before a restore may come late: its mark is not the last one.
        marks=message.marks if message.epoch == epoch else (),
        epoch=epoch,
    )
    scopes = pull.scopes_of(device)
    return messages.HelloAnswer(
        epoch=epoch,
        server_time=times.format_time(now),
        protocol=min(message.protocol, version.CURRENT),
        waiting=epoch != message.epoch or pull.anything_after(device, scopes, message.cursors),
        token=accounts.fresh_token(device) if message.marks else None,
        # Said only when it is news to a tablet that can read its absence.
        scopes=None if message.marks and set(scopes.names) == set(message.cursors) else scopes.names,
    )
