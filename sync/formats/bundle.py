"""A bundle (.gupz): what a sync would carry, as one signed file, for where no network reaches. docs/bundle.md.

A zip that a person can open: records and photos as they are, a manifest that names the sha256 of every member, and the
manifest's Ed25519 signature. A bundle comes on somebody's memory stick: no name, size or content is believed before
the signature and the hash were checked, and nothing is ever unpacked under a name that the file gives.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NoReturn

from sync.durable import replace_durably
from sync.formats.errors import InputError, unopened
from sync.protocol import codec, endpoints, messages
from sync.protocol.bundle import FORMAT, SIGNED, VERSION, Manifest, Receipt

MANIFEST, SIGNATURE, README = "bundle.json", "bundle.sig", "LISEZMOI.txt"
RECORDS, RECEIPTS, PAGES, MEDIA = "records.jsonl", "receipts.jsonl", "pages.jsonl", "media/"

_MAX_MANIFEST = 32 * 1024 * 1024
_MAX_LINE = 4 * endpoints.MAX_PULL_BYTES
_BLOCK = 256 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError)
_MEDIUM = re.compile(r"media/([0-9a-f]{64})(\.[a-z0-9]{3,4})?")
_ENDINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"OggS": ".ogg", b"fLaC": ".flac", b"RIFF": ".wav"}
_WORDS = """GUP Walker : données d'une tablette, pour le serveur GUP (ou la réponse du serveur).
Apportez ce fichier tel quel au bureau GUP. Une modification, même petite, le rend inutilisable.
Il contient des photos et des textes de marches exploratoires : ne le laissez à personne d'autre.

GUP Walker: a tablet's data for the GUP server, or the server's answer. Take it to the GUP office as it is: any change
makes it useless. It holds photos and words of exploratory walks: leave it with nobody else.
docs/bundle.md of the project describes it.
"""

Sign = Callable[[bytes], bytes]


class Member:
    """What one member holds, opened when it is first read. Raises InputError where it is damaged."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, damaged: Callable[[str], InputError]) -> None:
        self._zip = archive
        self._info = info
        self._damaged = damaged
        self._stream: IO[bytes] | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            if self._stream is None:
                self._stream = self._zip.open(self._info)
            return self._stream.read(size)
        except _DAMAGE as fault:
            raise self._damaged(self._info.filename) from fault

    def __enter__(self) -> Member:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._stream is not None:
            self._stream.close()


class BundleWriter:
    """Writes beside `path` and puts the whole file in its place at `finish`; use with `with`.

    Raises OSError as the disk does; a file that was there before stays until the new one is whole.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")
        self._members: dict[str, str] = {}
        self._zip = zipfile.ZipFile(self._part, "w", zipfile.ZIP_DEFLATED)

    def lines(self, name: str, values: Iterable[Any]) -> int:
        """A member with one canonical JSON value a line; how many there were."""
        digest, count = hashlib.sha256(), 0
        with self._zip.open(_member(name, zipfile.ZIP_DEFLATED), "w", force_zip64=True) as stream:
            for value in values:
                line = codec.canonical(value) + b"\n"
                digest.update(line)
                stream.write(line)
                count += 1
        self._members[name] = digest.hexdigest()
        return count

    def medium(self, sha256: str, source: Path) -> None:
        """The bytes of that file under their name, not compressed again."""
        with source.open("rb") as held:
            start = held.read(_BLOCK)
            ending = next((ending for magic, ending in _ENDINGS.items() if start.startswith(magic)), "")
            name = f"{MEDIA}{sha256}{ending}"
            with self._zip.open(_member(name, zipfile.ZIP_STORED), "w", force_zip64=True) as stream:
                while start:
                    stream.write(start)
                    start = held.read(_BLOCK)
        self._members[name] = sha256

    def finish(self, manifest: Manifest, sign: Sign) -> None:
        """Manifest and signature last; the file is on the disk under its name when this returns."""
        words = _WORDS.encode()
        self._zip.writestr(zipfile.ZipInfo(README), words)
        plain = codec.to_json(manifest) | {"members": {**self._members, README: hashlib.sha256(words).hexdigest()}}
        body = codec.canonical(plain)
        self._zip.writestr(_member(MANIFEST, zipfile.ZIP_DEFLATED), body)
        self._zip.writestr(zipfile.ZipInfo(SIGNATURE), base64.b64encode(sign(SIGNED + body)))
        self._zip.close()
        replace_durably(self._part, self._path)

    def __enter__(self) -> BundleWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()
        self._part.unlink(missing_ok=True)


class Bundle:
    """An opened bundle whose signature holds for the key it names; use with `with`. Raises InputError.

    Whether that key is the right one is for the caller to say. A member is given out only when its bytes are those
    that the manifest names.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as fault:
            raise unopened(fault, path) from fault
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as fault:
            raise InputError(
                "bundle_damaged", "it is cut short, or no bundle", file=path, mend="export it again and copy it whole"
            ) from fault
        try:
            self._infos = self._named()
            self.manifest = self._manifest()
        except BaseException:
            self._zip.close()
            raise

    def items(self) -> Iterator[messages.PushItem]:
        """The records that a tablet brings, in the order of its outbox."""
        for number, plain in self._lines(RECORDS):
            record = plain.get("record")
            if not isinstance(record, dict):
                self._refuse("bundle_malformed", "a line wants a record", f"{RECORDS}, line {number}")
            body = codec.canonical(record)
            item = {"hash": codec.sha256(body), "body": body.decode(), "base": plain.get("base")}
            yield self._decoded(messages.PushItem, item, f"{RECORDS}, line {number}")

    def receipts(self) -> Iterator[Receipt]:
        """What the server says of each record and medium that was brought to it."""
        for number, plain in self._lines(RECEIPTS):
            yield self._decoded(Receipt, plain, f"{RECEIPTS}, line {number}")

    def pages(self) -> Iterator[messages.PullAnswer]:
        """What the office and other tablets wrote."""
        for number, plain in self._lines(PAGES):
            yield self._decoded(messages.PullAnswer, plain, f"{PAGES}, line {number}")

    def media(self) -> Iterator[tuple[str, int, Member]]:
        """(sha256 that its bytes should have, size, stream) of each medium; whoever keeps it checks the bytes.

        Only reading from a damaged one raises InputError: the others are as good as without it.
        """
        for name, info in self._infos.items():
            found = _MEDIUM.fullmatch(name)
            if found is None or self.manifest.members.get(name) != found[1]:
                continue
            with Member(self._zip, info, self._damaged) as stream:
                yield found[1], info.file_size, stream

    def __enter__(self) -> Bundle:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def _named(self) -> dict[str, zipfile.ZipInfo]:
        found: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            if info.filename in found:
                self._refuse("bundle_malformed", "it is there twice", info.filename[:80])
            if info.flag_bits & 1:
                self._refuse("bundle_malformed", "it is locked with a password", info.filename[:80])
            found[info.filename] = info
        return found

    def _manifest(self) -> Manifest:
        body, signature = self._small(MANIFEST), self._small(SIGNATURE)
        plain = self._parsed(body, MANIFEST)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            self._refuse("bundle_malformed", f'it does not say "format": "{FORMAT}"', MANIFEST)
        version = plain.get("version")
        if isinstance(version, int) and version > VERSION:
            mend = "install the newer version of the software"
            raise InputError("bundle_too_new", f"it is of version {version}", file=self.path, mend=mend)
        manifest: Manifest = self._decoded(Manifest, plain, MANIFEST)
        if not _is_signed(manifest.public_key, signature, SIGNED + body):
            self._refuse("bundle_changed", "it was changed after it was signed, or badly copied", SIGNATURE)
        return manifest

    def _small(self, name: str) -> bytes:
        if name not in self._infos:
            mend = "choose a .gupz file that a tablet or the server wrote"
            raise InputError("bundle_malformed", f"it holds no {name}", file=self.path, mend=mend)
        try:
            with self._zip.open(self._infos[name]) as stream:
                data = stream.read(_MAX_MANIFEST + 1)
        except (*_DAMAGE, OSError) as fault:
            raise self._damaged(name) from fault
        if len(data) > _MAX_MANIFEST:
            self._refuse("bundle_malformed", "it is too large", name)
        return data

    def _lines(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each line of a member, counted from 1, after the whole member was seen to be what was signed."""
        if name not in self.manifest.members:
            return
        if name not in self._infos:
            self._refuse("bundle_damaged", "it is missing", name)
        try:
            with self._zip.open(self._infos[name]) as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != self.manifest.members[name]:  # type: ignore[arg-type]
                    self._refuse("bundle_changed", "it is not what was signed", name)
            with self._zip.open(self._infos[name]) as stream:
                number = 0
                while line := stream.readline(_MAX_LINE + 1):
                    number += 1
                    if len(line) > _MAX_LINE:
                        self._refuse("bundle_malformed", "the line is too long", f"{name}, line {number}")
                    plain = self._parsed(line, f"{name}, line {number}")
                    if not isinstance(plain, dict):
                        self._refuse("bundle_malformed", "wants an object", f"{name}, line {number}")
                    yield number, plain
        except _DAMAGE as fault:
            raise self._damaged(name) from fault

    def _parsed(self, data: bytes, place: str) -> Any:
        try:
            return codec.parse(data)
        except codec.CodecError as fault:
            self._refuse("bundle_malformed", str(fault), place)

    def _decoded(self, kind: type[Any], plain: Any, place: str) -> Any:
        try:
            return codec.from_json(kind, {key: value for key, value in plain.items() if value is not None})
        except codec.CodecError as fault:
            self._refuse("bundle_malformed", str(fault), place)

    def _damaged(self, place: str) -> InputError:
        return InputError(
            "bundle_damaged", "it is damaged", file=self.path, place=place, mend="export it again and copy it whole"
        )

    def _refuse(self, code: str, message: str, place: str) -> NoReturn:
        mend = "export it again and copy it whole"
        raise InputError(code, message, file=self.path, place=place or None, mend=mend)


def is_bundle(path: Path) -> bool:
    """Whether the file looks like one, judged by its content."""
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist() and SIGNATURE in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def line_of(body: bytes, base: str | None) -> dict[str, Any]:
    """A record as it stands in `records.jsonl`: its own JSON, and the hash it builds on."""
    plain = json.loads(body)
    return {"record": plain} if base is None else {"base": base, "record": plain}


def _is_signed(public_key: str, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(signature, validate=True), message)
    except (ValueError, InvalidSignature):
        return False
    return True


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = compression
    return info
