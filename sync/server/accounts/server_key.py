"""The key with which this server signs what is carried to a tablet, and opens what was sealed for it.

Made when first asked for, and kept in the database, so that a backup brings it along: tablets keep the public half and
believe no other.
"""

from __future__ import annotations

import base64

from sync.server.accounts.models import ServerKey
from sync.server.records.feed import writing


def public() -> str:
    """The raw Ed25519 public key in standard base64, as tablets keep it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    raw = Ed25519PrivateKey.from_private_bytes(_private()).public_key().public_bytes_raw()
    return base64.b64encode(raw).decode()


def sign(message: bytes) -> bytes:
    """An Ed25519 signature, 64 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(_private()).sign(message)


def seal_private() -> bytes:
    """The raw X25519 key that opens seals; another use of the same secret, so it is derived from it."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=None, info=b"gup-walker seal key v1").derive(_private())


def seal_public() -> str:
    """The key to seal for, in standard base64."""
    from sync.formats.seal import public_of

    return public_of(seal_private())


def _private() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    held = ServerKey.objects.filter(pk=ServerKey.ONLY).first()
    if held is None:
        with writing():
            fresh = Ed25519PrivateKey.generate().private_bytes_raw()
            held, _made = ServerKey.objects.get_or_create(pk=ServerKey.ONLY, defaults={"private": fresh})
    return bytes(held.private)
