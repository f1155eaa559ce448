"""Who this tablet is: an id and an Ed25519 key made at its first start, and the token of its server.

Key and token are secrets: in the system's keyring where there is one, else in a file of the data folder that only
its owner may read. A file, once there, is what counts: a keyring that comes and goes must not change who we are.
A copied tablet takes another id: its key and token bear that id in their names until the tablet has become it.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from sync.durable import sync_folder
from sync.protocol.ids import new_id, tablet_name
from walker.errors import StoreError
from walker.store.database import StoreDatabase
from walker.store.files import disk_fault, write_durably

if TYPE_CHECKING:
    from sync.protocol.messages import SplitRequest

_SERVICE = "gup-walker"
_KEY = "device_key"
_TOKEN = "server_token"  # the name of a secret, not one
_NEXT = "next_device_id"


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
        if self._settings.get("device_id") is None:
            self._settings.set("device_id", self._new_key(new_id()))
        self.settle()

    def device_id(self) -> str:
        held = self._settings.get("device_id")
        if held is None:
            raise StoreError("unknown_device", "this tablet has no id yet", mend="open the field app once")
        return held

    def public_key(self) -> bytes:
        """The raw Ed25519 key, 32 bytes."""
        return self._public_key(self.device_id())

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""
        return self._sign(self.device_id(), message)

    def next_id(self) -> str:
        """Who a copied tablet will be: made once, with its key, and the same until it has become it."""
        held = self._settings.get(_NEXT)
        if held is None:
            held = self._new_key(new_id())
            self._settings.set(_NEXT, held)
        return held

    def split_request(self, app_version: str) -> SplitRequest:
        """What a copied tablet asks, signed with its next key."""
        from sync.protocol.messages import SplitRequest, split_challenge

        device_id = self.next_id()
        public_key = base64.b64encode(self._public_key(device_id)).decode()
        signature = self._sign(device_id, split_challenge(self.device_id(), device_id, public_key))
        return SplitRequest(
            device_id=device_id,
            public_key=public_key,
            signature=base64.b64encode(signature).decode(),
            name=tablet_name(device_id),
            app_version=app_version,
        )

    def become(self, device_id: str) -> None:
        """From now on this tablet is that one; `settle` once it is on disk."""
        self._settings.set("device_id", device_id)
        self._settings.set(_NEXT, None)

    def settle(self) -> None:
        """Key and token of this tablet take their usual names; doing it again changes nothing."""
        device_id = self.device_id()
        for name in (_KEY, _TOKEN):
            own = self._folder / f"{name}.{device_id}"
            try:
                if own.exists():
                    own.replace(self._folder / name)
                    sync_folder(self._folder)
            except OSError as fault:
                raise disk_fault(fault, own) from fault

    def _new_key(self, device_id: str) -> str:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._keep(device_id, _KEY, Ed25519PrivateKey.generate().private_bytes_raw())
        return device_id

    def _public_key(self, device_id: str) -> bytes:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._key(device_id)).public_key().public_bytes_raw()

    def _sign(self, device_id: str, message: bytes) -> bytes:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._key(device_id)).sign(message)

    def token(self) -> str | None:
        """The server's token, None when not enrolled."""
        held = self._read(self.device_id(), _TOKEN)
        return None if held is None else held.decode()

    def keep_token(self, token: str, device_id: str | None = None) -> None:
        """Of this tablet, or of the one it is to become."""
        self._keep(device_id or self.device_id(), _TOKEN, token.encode())

    def _key(self, device_id: str) -> bytes:
        held = self._read(device_id, _KEY)
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
            write_durably(file if self._is_ours(device_id) else file.with_name(f"{name}.{device_id}"), secret)

    def _read(self, device_id: str, name: str) -> bytes | None:
        names = (f"{name}.{device_id}", name) if self._is_ours(device_id) else (f"{name}.{device_id}",)
        for file in (self._folder / each for each in names):
            try:
                return file.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as fault:
                raise disk_fault(fault, file) from fault
        return _read_from_keyring(device_id, name)

    def _is_ours(self, device_id: str) -> bool:
        """Or of the first start, when there is none yet."""
        return self._settings.get("device_id") in (None, device_id)


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
