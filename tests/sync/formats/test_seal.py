"""A sealed file opens for its reader alone, whole and unchanged, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.formats.errors import InputError
from sync.formats.seal import public_of, seal, unseal

READER = X25519PrivateKey.generate().private_bytes_raw()
BLOCK = 64 * 1024


def sealed(folder: Path, content: bytes) -> Path:
    plain = folder / "plain"
    plain.write_bytes(content)
    seal(plain, folder / "sealed", public_of(READER))
    return folder / "sealed"


@given(st.sampled_from([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 7]), st.binary(max_size=40))
@settings(max_examples=25)
def test_what_was_sealed_comes_back_at_every_size(tmp_path_factory: Any, size: int, start: bytes) -> None:
    folder, content = tmp_path_factory.mktemp("seal"), start + bytes(size)
    unseal(sealed(folder, content), folder / "again", READER)
    assert (folder / "again").read_bytes() == content


def test_the_carrier_reads_nothing_of_it(tmp_path: Path) -> None:
    words = "racisme à la cage 4".encode() * 50
    assert words[:20] not in sealed(tmp_path, words).read_bytes()


def test_another_reader_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        unseal(sealed(tmp_path, b"x"), tmp_path / "again", X25519PrivateKey.generate().private_bytes_raw())
    assert refused.value.code == "seal_broken"
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("change", ["flip", "cut", "cut at a block", "swap", "repeat", "follow"])
def test_a_changed_cut_or_reordered_file_is_refused(tmp_path: Path, change: str) -> None:
    file = sealed(tmp_path, bytes(range(256)) * (3 * BLOCK // 256))
    whole = file.read_bytes()
    head, size = 40, BLOCK + 16
    blocks = [whole[at : at + size] for at in range(head, len(whole), size)]
    made = {
        "flip": whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        "cut": whole[:-5],
        "cut at a block": whole[:head] + b"".join(blocks[:-1]),
        "swap": whole[:head] + blocks[1] + blocks[0] + blocks[2],
        "repeat": whole[:head] + blocks[0] + blocks[0] + blocks[2],
        "follow": whole + b"more",
    }[change]
    assert made != whole
    file.write_bytes(made)
    with pytest.raises(InputError):
        unseal(file, tmp_path / "again", READER)
    assert not (tmp_path / "again").exists()


def test_any_other_file_is_no_sealed_one(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(InputError) as refused:
        unseal(tmp_path / "photo.jpg", tmp_path / "again", READER)
    assert refused.value.code == "seal_unknown"
