"""Locks a file for one reader, so that whoever carries it cannot read it: X25519, HKDF-SHA256, ChaCha20-Poly1305.

`GUPSEAL1`, a fresh public key of 32 bytes, then the content in blocks of 64 KiB, each with its tag of 16 bytes. The
nonce of a block is its number and whether it is the last one: blocks cannot be swapped, repeated or left off.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sync.durable import replace_durably
from sync.formats.errors import InputError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_MAGIC = b"GUPSEAL1"
_KEY = 32
_BLOCK = 64 * 1024
_TAG = 16
_INFO = b"gup-walker seal v1"


def public_of(private: bytes) -> str:
    """The key to seal for, in standard base64, of a raw private key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return base64.b64encode(X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()).decode()


def is_sealed(file: Path) -> bool:
    """Whether the file begins like one."""
    try:
        with file.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def seal(source: Path, target: Path, reader: str) -> None:
    """Write `target` so that only the owner of the key `reader` (base64) can open it. Raises OSError, ValueError."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    known = base64.b64decode(reader, validate=True)
    fresh = X25519PrivateKey.generate()
    own = fresh.public_key().public_bytes_raw()
    cipher = _cipher(fresh.exchange(X25519PublicKey.from_public_bytes(known)), own, known)
    part = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as plain, part.open("wb") as sealed:
            sealed.write(_MAGIC + own)
            for number, block, is_last in _blocks(plain, _BLOCK):
                sealed.write(cipher.encrypt(_nonce(number, is_last), block, None))
        replace_durably(part, target)
    finally:
        part.unlink(missing_ok=True)


def unseal(source: Path, target: Path, private: bytes) -> None:
    """Write what was sealed for that raw key. Raises InputError when it was not, or was changed or cut; OSError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    key = X25519PrivateKey.from_private_bytes(private)
    known = key.public_key().public_bytes_raw()
    part = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as sealed, part.open("wb") as plain:
            if sealed.read(len(_MAGIC)) != _MAGIC:
                raise InputError("seal_unknown", "it is no sealed file", file=source, mend="hand it over again")
            own = sealed.read(_KEY)
            cipher = _cipher(key.exchange(X25519PublicKey.from_public_bytes(own)), own, known)
            for number, block, is_last in _blocks(sealed, _BLOCK + _TAG):
                plain.write(cipher.decrypt(_nonce(number, is_last), block, None))
        replace_durably(part, target)
    except (InvalidTag, ValueError) as fault:
        message = "it was sealed for another server, changed or cut"
        raise InputError("seal_broken", message, file=source, mend="hand it over again") from fault
    finally:
        part.unlink(missing_ok=True)


def _cipher(shared: bytes, own: bytes, known: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return ChaCha20Poly1305(HKDF(SHA256(), 32, salt=own + known, info=_INFO).derive(shared))


def _blocks(stream: IO[bytes], size: int) -> Iterator[tuple[int, bytes, bool]]:
    """(number, block, whether it is the last); one block at least, which may be empty."""
    number, block = 0, stream.read(size)
    while True:
        following = stream.read(size)
        yield number, block, not following
        if not following:
            return
        number, block = number + 1, following


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
