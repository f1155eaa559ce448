"""What a tablet carries for another, as the server gets it: a bundle, sealed with the key that enrolment gave."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from wire import Tablet

from sync.formats.bundle import RECORDS, BundleWriter, line_of
from sync.formats.seal import seal
from sync.protocol import codec, ids, records, times
from sync.protocol.bundle import TO_SERVER, Manifest
from sync.server.records import carried_bundles


def bundle_of(
    tablet: Tablet, folder: Path, *brought: records.Record, media: Iterable[Path] = (), highest_seq: int = 0
) -> Path:
    """A bundle that this tablet wrote and signed: these records (else one report), these files under their sha256."""
    public = tablet.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    manifest = Manifest(
        direction=TO_SERVER,
        id=ids.new_id(),
        device_id=tablet.id,
        public_key=base64.b64encode(public).decode(),
        written_at=times.now(),
        epoch=tablet.epoch,
        highest_seq=highest_seq,
        cursors={"everyone": highest_seq},
    )
    with BundleWriter(folder / "bundle.gupz") as writer:
        writer.lines(RECORDS, [line_of(codec.encode(record), None) for record in brought or (tablet.report(),)])
        for file in media:
            writer.medium(codec.sha256(file.read_bytes()), file)
        writer.finish(manifest, tablet.key.sign)
    return folder / "bundle.gupz"


def carried_here(content: bytes, folder: Path, *, carrier: str = "x") -> str:
    """These bytes came whole and wait on the server, as a bundle that this tablet carried; its name."""
    name, part = codec.sha256(content), folder / "part"
    part.write_bytes(content)
    carried_bundles.folder().mkdir(exist_ok=True)
    carried_bundles.keep(name, part, carrier=carrier)
    return name


def sealed_for(reader: str, bundle: Path) -> bytes:
    """The bytes of that bundle, for the owner of the key `reader` alone."""
    sealed = bundle.with_name("sealed")
    seal(bundle, sealed, reader)
    return sealed.read_bytes()
