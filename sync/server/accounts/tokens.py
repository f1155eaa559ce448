"""Which tablet a bearer token belongs to."""

from __future__ import annotations

from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts import actions
from sync.server.accounts.actions import hash_of
from sync.server.accounts.models import Device

_SCHEME = "Bearer "


def device_of(authorization: str) -> Device:
    """The tablet. Raises Refused: UNKNOWN_DEVICE, REVOKED_DEVICE.

    Found by the hash of the token, so the time the search takes tells nothing of the token itself.
    """
    token = authorization.removeprefix(_SCHEME)
    device = None
    if token and authorization.startswith(_SCHEME):
        device = Device.objects.filter(token_hash=hash_of(token)).first() or actions.take_up(token)
    if device is None:
        raise Refused(ErrorCode.UNKNOWN_DEVICE, "this tablet is not enrolled here: enrol it with a new code")
    if device.revoked_at is not None:
        raise Refused(ErrorCode.REVOKED_DEVICE, "this tablet was revoked: ask the office; its data stays on it")
    return device
