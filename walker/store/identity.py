"""Who this tablet is: an id and an Ed25519 key made at its first start, and the token of its server.

Key and token are secrets: in the system's keyring where there is one, else in a file of the data folder that only
its owner may read. A file, once there, is what counts: a keyring that comes and goes must not change who we are.
"""

from __future__ import annotations

import base64
from pathlib import Path

from sync.protocol.ids import new_id
from walker.errors import StoreError
from walker.store.database import StoreDatabase
from walker.store.files import disk_fault, write_durably

_SERVICE = "gup-walker"
_KEY = "device_key"
_TOKEN = "server_token"  # the name of a secret, not one


class Settings:
    """Small named texts, each durable at once."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        value = self._database.value("SELECT value FROM settings WHERE name = ?", (name,))
        return None if value is None else str(value)

    def set(self, name: str, value: str | None) -> None:
        """None forgets it."""
        with self._database.write():
            if value is None:
                self._database.execute("DELETE FROM settings WHERE name = ?", (name,))
            else:
                self._database.execute(
                    "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value)
                )


class DeviceIdentity:
    """Fits sync.client.enrol.Identity."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder

    def ensure(self) -> None:
        """Make id and key at the first start. The key comes first: an id without its key could never enrol."""
        if self._settings.get("device_id") is not None:
            return
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        device_id = new_id()
        self._keep(device_id, _KEY, Ed25519PrivateKey.generate().private_bytes_raw())
        self._settings.set("device_id", device_id)

    def device_id(self) -> str:
        held = self._settings.get("device_id")
        if held is None:
            raise StoreError("unknown_device", "this tablet has no id yet", mend="open the field app once")
        return held

    def public_key(self) -> bytes:
        """The raw Ed25519 key, 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._key()).public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._key()).sign(message)

    def token(self) -> str | None:
        """The server's token, None when not enrolled."""
        held = self._read(self.device_id(), _TOKEN)
        return None if held is None else held.decode()

    def keep_token(self, token: str) -> None:
        self._keep(self.device_id(), _TOKEN, token.encode())

    def _key(self) -> bytes:
        held = self._read(self.device_id(), _KEY)
        if held is None:
            raise StoreError(
                "device_key_missing",
                "this tablet's key is not where it was kept",
                file=self._folder,
                mend="unlock the system's keyring, or put back the file device_key of this folder",
            )
        return held

    def _keep(self, device_id: str, name: str, secret: bytes) -> None:
        file = self._folder / name
        if file.exists() or not _keep_in_keyring(device_id, name, secret):
            write_durably(file, secret)

    def _read(self, device_id: str, name: str) -> bytes | None:
        file = self._folder / name
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return _read_from_keyring(device_id, name)
        except OSError as fault:
            raise disk_fault(fault, file) from fault


def _keep_in_keyring(device_id: str, name: str, secret: bytes) -> bool:
    """False where there is no keyring, or a locked one."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, f"{device_id}/{name}", base64.b64encode(secret).decode())
    except KeyringError:
        return False
    return True


def _read_from_keyring(device_id: str, name: str) -> bytes | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        held = keyring.get_password(_SERVICE, f"{device_id}/{name}")
    except KeyringError:
        return None
    return None if held is None else base64.b64decode(held)
