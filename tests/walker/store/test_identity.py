"""Who this tablet is: made once, kept for ever, its secrets in files that only their owner may read."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.protocol.ids import is_id
from walker.errors import StoreError
from walker.store import open_store


def test_id_and_key_are_made_at_the_first_start_and_stay(tmp_path: Path) -> None:
    """DESIGN §5.1: made on the tablet at first start, enrolled or not."""
    with open_store(tmp_path) as store:
        device_id, public_key = store.identity.device_id(), store.identity.public_key()
        assert is_id(device_id)
        signature = store.identity.sign(b"hello")
    with open_store(tmp_path) as store:
        assert (store.identity.device_id(), store.identity.public_key()) == (device_id, public_key)
    Ed25519PublicKey.from_public_bytes(public_key).verify(signature, b"hello")


def test_secrets_without_a_keyring_are_files_for_their_owner_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.outbox.set_enrolment("http://127.0.0.1:8000", "a token", "01a20000-0000-7000-8000-000000000001")
        assert store.identity.token() == "a token"
        assert b"a token" not in store.database.path.read_bytes()
    for name in ("device_key", "server_token"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_secrets_go_to_the_keyring_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backend import KeyringBackend

    class Memory(KeyringBackend):
        priority = 1.0

        def __init__(self) -> None:
            super().__init__()
            self.held: dict[tuple[str, str], str] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.held.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.held[service, username] = password

    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    try:
        with open_store(tmp_path) as store:
            store.identity.keep_token("a token")
            assert store.identity.token() == "a token"
            assert len(store.identity.public_key()) == 32
    finally:
        keyring.set_keyring(before)
    assert len(memory.held) == 2
    assert not (tmp_path / "device_key").exists()
    with open_store(tmp_path) as store, pytest.raises(StoreError) as refusal:
        store.identity.sign(b"hello")
    assert refusal.value.code == "device_key_missing"


def test_a_tablet_that_was_never_enrolled_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert store.outbox.enrolment() is None
