"""Sealed bundles at the server's door and after it: nothing is let go unsaid, nothing fills the disk."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django_tasks_db.models import DBTaskResult
from wire import Reply, Tablet

from sync.formats.bundle import RECORDS, Bundle, BundleWriter, line_of
from sync.formats.seal import seal
from sync.protocol import codec, endpoints, ids, times
from sync.protocol.bundle import TO_SERVER, Manifest
from sync.server.accounts import actions as accounts
from sync.server.accounts import server_key
from sync.server.accounts.models import Device
from sync.server.api import bundles, carried
from sync.server.records import carried_bundles, feed, media_parts
from sync.server.records.models import CarriedBundle, Feed, Record

pytestmark = [pytest.mark.database, pytest.mark.django_db]
Enrol = Callable[..., Tablet]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    monkeypatch.setattr(settings, "MEDIA_FOLDER", tmp_path / "media")


def bundle_of(tablet: Tablet, folder: Path, *, highest_seq: int = 0) -> Path:
    """What that tablet would carry: one report."""
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
        writer.lines(RECORDS, [line_of(codec.encode(tablet.report()), None)])
        writer.finish(manifest, tablet.key.sign)
    return folder / "bundle.gupz"


def received(tablet: Tablet, folder: Path) -> str:
    """Its bundle, sealed, whole on the server; the name."""
    sealed = folder / "sealed"
    seal(bundle_of(tablet, folder), sealed, server_key.seal_public())
    name = codec.sha256(sealed.read_bytes())
    carried_bundles.folder().mkdir(exist_ok=True)
    sealed.replace(carried_bundles.path_of(name))
    CarriedBundle.objects.create(
        sha256=name, size=carried_bundles.path_of(name).stat().st_size, carrier="x", received_at=datetime.now(UTC)
    )
    return name


def bring(tablet: Tablet, content: bytes, *, offset: int = 0, size: int | None = None) -> Reply:
    told = {"Upload_Offset": str(offset), "Upload_Length": str(size or offset + len(content))}
    return tablet.tus("PATCH", f"{endpoints.BUNDLES}/{codec.sha256(content)}", content, **told)


def test_a_fault_of_this_server_is_named_to_an_officer_and_not_forgotten(
    enrol_tablet: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its carrier has it no more: silence would leave it lying here for ever."""
    name = received(enrol_tablet(), tmp_path)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(carried, "take_in", full)
        carried_bundles.take_in(name)
    assert [row.sha256 for row in carried_bundles.refused()] == [name]
    assert "No space left" in carried_bundles.refused()[0].message
    carried_bundles.take_in(name)
    assert carried_bundles.refused() == []
    assert Record.objects.count() == 1


def test_a_second_taking_in_undoes_nothing(enrol_tablet: Enrol, tmp_path: Path) -> None:
    """Killed after the file went and before the task was noted, it is done again at the next start."""
    name = received(enrol_tablet(), tmp_path)
    carried_bundles.take_in(name)
    carried_bundles.take_in(name)
    assert CarriedBundle.objects.get().state == CarriedBundle.State.TAKEN_IN
    assert list(carried_bundles.folder().glob("*")) == []


def test_what_a_killed_server_had_not_taken_in_is_taken_in_at_its_next_start(
    enrol_tablet: Enrol, tmp_path: Path
) -> None:
    name = received(enrol_tablet(), tmp_path)
    carried_bundles.resume()
    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.ready()] == [[name]]
    carried_bundles.take_in(name)
    carried_bundles.resume()
    assert DBTaskResult.objects.ready().count() == 1


def test_a_bundle_proves_a_server_that_was_set_back_as_a_hello_does(enrol_tablet: Enrol, tmp_path: Path) -> None:
    """Else the server would grow past that number by what is carried, and what was lost with it never come back."""
    tablet = enrol_tablet()
    Feed.objects.update(seq=700)
    with Bundle(bundle_of(tablet, tmp_path, highest_seq=812)) as brought:
        carried.take_in(brought, Device.objects.get(pk=tablet.id))
    epoch, number = feed.epoch_and_number()
    assert epoch != tablet.epoch
    assert number > 812


def test_a_revoked_tablet_is_told_its_receipts_and_nothing_more(enrol_tablet: Enrol, tmp_path: Path) -> None:
    tablet, other = enrol_tablet("S4"), enrol_tablet("S4")
    other.push(other.report(territory="S4"))
    device = Device.objects.get(pk=tablet.id)
    accounts.revoke(device)
    device.refresh_from_db()
    with Bundle(bundle_of(tablet, tmp_path)) as brought:
        receipts = carried.take_in(brought, device)
        answer = carried.write_answer(tmp_path / "answer.gupz", device, receipts, brought.manifest)
    with Bundle(answer) as told:
        assert len(list(told.receipts())) == 1
        assert list(told.pages()) == []


def test_a_carrier_may_fill_no_more_than_its_share_of_the_disk(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "MOST_BYTES", 1000)
    tablet = enrol_tablet()
    assert bring(tablet, os.urandom(600)).status == 204  # whole: nobody can open it, it waits for an officer
    assert bring(tablet, os.urandom(600)).status == 507
    first = os.urandom(300)
    assert bring(tablet, first, size=390).status == 204  # the start of another
    assert bring(tablet, os.urandom(200)).status == 507
    assert bring(enrol_tablet(), os.urandom(600)).status == 204


def test_parts_of_bundles_are_forgotten_as_those_of_media_are(enrol_tablet: Enrol) -> None:
    content = os.urandom(300)
    assert bring(enrol_tablet(), content, size=500).status == 204
    (part,) = carried_bundles.parts()
    media_parts.sweep(part.stat().st_mtime - 1)
    assert part.exists()
    media_parts.sweep(part.stat().st_mtime + 1)
    assert not part.exists()


def test_what_a_restored_server_knows_of_and_does_not_have_is_taken_again(enrol_tablet: Enrol) -> None:
    """The row came back with the database; the file that it waits for did not."""
    tablet, content = enrol_tablet(), os.urandom(600)
    assert bring(tablet, content).headers["upload-offset"] == "600"
    carried_bundles.path_of(codec.sha256(content)).unlink()
    held = tablet.tus("HEAD", f"{endpoints.BUNDLES}/{codec.sha256(content)}")
    assert held.headers["upload-offset"] == "0"
    assert bring(tablet, content).status == 204
    assert carried_bundles.path_of(codec.sha256(content)).exists()
