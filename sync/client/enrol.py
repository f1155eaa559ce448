"""Turns a one-time code into a token; the tablet keeps its id, its key and its data, also when enrolled again."""

from __future__ import annotations

import base64
from typing import Protocol

from sync.client.transport import Transport
from sync.protocol import messages
from sync.protocol.ids import tablet_name


class Identity(Protocol):
    """Who this tablet is: made at its first start, kept for ever."""

    def device_id(self) -> str: ...

    def public_key(self) -> bytes:
        """The raw Ed25519 key, 32 bytes."""

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""


def enrol(
    url: str, code: str, identity: Identity, *, app_version: str = "", authority: str = ""
) -> messages.EnrolAnswer:
    """Ask that server for a token. Raises SyncError: no server, a wrong or used code, another tablet's id.

    The tablet is named after its own id: a machine's name often says a person's.
    """
    public_key = base64.b64encode(identity.public_key()).decode()
    device_id = identity.device_id()
    typed = code.strip()
    signature = identity.sign(messages.enrol_challenge(typed, device_id, public_key))
    with Transport(url, authority=authority) as transport:
        return transport.enrol(
            messages.EnrolRequest(
                code=typed,
                device_id=device_id,
                public_key=public_key,
                signature=base64.b64encode(signature).decode(),
                name=tablet_name(device_id),
                app_version=app_version,
            )
        )
