"""Bundles: what is written is read back, and nothing that was changed, cut or made up is believed. docs/bundle.md."""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.formats.bundle import MANIFEST, RECEIPTS, RECORDS, SIGNATURE, Bundle, BundleWriter, is_bundle, line_of
from sync.formats.errors import InputError
from sync.protocol import codec, ids, messages
from sync.protocol.bundle import TO_SERVER, Manifest, Receipt

KEY = Ed25519PrivateKey.generate()
PUBLIC = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()
PAGE = (Path(__file__).parents[3] / "docs" / "bundle.md").read_text(encoding="utf-8")
JPEG = b"\xff\xd8\xff\xe0 a picture"


def manifest(**changed: Any) -> Manifest:
    given: dict[str, Any] = {
        "direction": TO_SERVER,
        "id": ids.new_id(),
        "device_id": ids.new_id(),
        "public_key": PUBLIC,
        "written_at": "2026-11-22T21:14:05.120Z",
    }
    return Manifest(**(given | changed))


def body(text: str = "Lampadaire éteint") -> bytes:
    return codec.canonical({"record": "report", "id": "r", "revision": 1, "text": text})


def write(path: Path, *, bodies: tuple[bytes, ...] = (body(),), media: tuple[bytes, ...] = (JPEG,)) -> Path:
    with BundleWriter(path) as writer:
        writer.lines(RECORDS, (line_of(each, None) for each in bodies))
        for content in media:
            source = path.with_suffix(".jpg")
            source.write_bytes(content)
            writer.medium(codec.sha256(content), source)
        writer.finish(manifest(), KEY.sign)
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same members, each as `change(name, content)` gives it; None leaves it out."""
    with zipfile.ZipFile(path) as archive:
        members = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught, Bundle(path) as bundle:
        list(bundle.items())
        list(bundle.receipts())
    assert str(path) in str(caught.value)
    assert caught.value.mend
    return caught.value


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=5))
def test_records_come_back_with_the_bytes_that_were_hashed(tmp_path_factory: Any, texts: list[str]) -> None:
    """Issue 4, item 6: the same batches; whatever was typed."""
    bodies = tuple(body(text) for text in texts)
    path = write(tmp_path_factory.mktemp("b") / "f.gupz", bodies=bodies)
    with Bundle(path) as bundle:
        items = list(bundle.items())
    assert [item.body.encode() for item in items] == list(bodies)
    assert [item.hash for item in items] == [codec.sha256(each) for each in bodies]


def test_media_come_back_under_their_hash_with_an_ending_for_people(tmp_path: Path) -> None:
    path = write(tmp_path / "f.gupz")
    with Bundle(path) as bundle:
        assert [(name, size, stream.read()) for name, size, stream in bundle.media()] == [
            (codec.sha256(JPEG), len(JPEG), JPEG)
        ]
    with zipfile.ZipFile(path) as archive:
        assert f"media/{codec.sha256(JPEG)}.jpg" in archive.namelist()


def test_a_person_can_read_it_with_any_zip_tool(tmp_path: Path) -> None:
    with zipfile.ZipFile(write(tmp_path / "f.gupz")) as archive:
        assert "Lampadaire éteint" in archive.read(RECORDS).decode()
        assert "bureau GUP" in archive.read("LISEZMOI.txt").decode()


def test_a_bundle_is_known_by_its_content(tmp_path: Path) -> None:
    path = write(tmp_path / "anything.bin")
    assert is_bundle(path)
    assert not is_bundle(tmp_path / "anything.jpg")
    assert not is_bundle(tmp_path / "nothing")


@pytest.mark.parametrize("member", [RECORDS, MANIFEST])
def test_what_was_changed_after_the_signature_is_refused(tmp_path: Path, member: str) -> None:
    path = write(tmp_path / "f.gupz")
    rewritten(path, lambda name, held: held.replace(b"1", b"2", 1) if name == member else held)
    assert refusal(path).code == "bundle_changed"


def test_a_medium_that_the_manifest_does_not_name_is_never_given_out(tmp_path: Path) -> None:
    path = write(tmp_path / "f.gupz", media=())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"media/{codec.sha256(JPEG)}.jpg", JPEG)
        archive.writestr("../../escape", b"x")
    with Bundle(path) as bundle:
        assert list(bundle.media()) == []


def test_another_key_than_the_one_named_cannot_sign(tmp_path: Path) -> None:
    path = tmp_path / "f.gupz"
    with BundleWriter(path) as writer:
        writer.lines(RECORDS, [])
        writer.finish(manifest(), Ed25519PrivateKey.generate().sign)
    assert refusal(path).code == "bundle_changed"


@pytest.mark.parametrize(
    ("member", "content", "code"),
    [
        (MANIFEST, None, "bundle_malformed"),
        (SIGNATURE, None, "bundle_malformed"),
        (SIGNATURE, b"not base64!", "bundle_changed"),
        (MANIFEST, b"[]", "bundle_malformed"),
        (MANIFEST, b'{"format":"gupz","version":9}', "bundle_too_new"),
        (MANIFEST, b'{"format":"gupz","version":1}', "bundle_malformed"),
        (RECORDS, None, "bundle_damaged"),
    ],
)
def test_a_member_that_is_missing_or_not_as_agreed_is_named(
    tmp_path: Path, member: str, content: bytes | None, code: str
) -> None:
    path = rewritten(write(tmp_path / "f.gupz"), lambda name, held: content if name == member else held)
    fault = refusal(path)
    assert (fault.code, member in str(fault)) == (code, True) or code == "bundle_too_new"


def test_a_cut_bundle_is_refused_at_every_length(tmp_path: Path) -> None:
    whole = write(tmp_path / "f.gupz").read_bytes()
    for length in range(1, len(whole), 97):
        cut = tmp_path / "cut.gupz"
        cut.write_bytes(whole[:length])
        assert refusal(cut).code in ("bundle_damaged", "bundle_malformed")


def test_a_writer_that_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = write(tmp_path / "f.gupz")
    before = path.read_bytes()
    with pytest.raises(FileNotFoundError), BundleWriter(path) as writer:
        writer.medium("0" * 64, tmp_path / "gone.jpg")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


def test_receipts_are_read_line_by_line_and_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "f.gupz"
    receipt = Receipt(id="r", revision=1, outcome=messages.Outcome(hash="0" * 64, outcome=messages.SAME))
    with BundleWriter(path) as writer:
        writer.lines(RECEIPTS, [codec.to_json(receipt), {"id": "r"}])
        writer.finish(manifest(), KEY.sign)
    with Bundle(path) as bundle:
        found = bundle.receipts()
        assert next(found) == receipt
        with pytest.raises(InputError, match=re.escape("receipts.jsonl, line 2")):
            next(found)


def test_the_examples_of_the_description_decode() -> None:
    for kind, name in ((Manifest, "Manifest"), (Receipt, "Receipt")):
        text = re.search(rf"```json {name}\n(.+?)\n```", PAGE, re.DOTALL)
        assert text is not None
        plain = codec.parse(text[1].encode())
        assert codec.to_json(codec.from_json(kind, plain)) == plain


def test_every_refusal_is_described() -> None:
    source = (Path(__file__).parents[3] / "sync" / "formats" / "bundle.py").read_text(encoding="utf-8")
    for code in set(re.findall(r'"(bundle_[a-z]+)"', source)):
        assert f"`{code}`" in PAGE
