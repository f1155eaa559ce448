"""Sealed bundles at the server's door and after it: nothing is let go unsaid, nothing fills the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from sealing import bundle_of, carried_here, sealed_for
from wire import Reply, Tablet

from sync.formats.bundle import Bundle
from sync.protocol import codec, endpoints, messages, records
from sync.server import checks
from sync.server.accounts import actions as accounts
from sync.server.accounts import server_key
from sync.server.accounts.models import Device
from sync.server.api import bundles, carried
from sync.server.commands.restore import begin_again
from sync.server.records import actions, carried_bundles, feed, media_parts, media_store
from sync.server.records.models import CarriedBundle, Conflict, Erasure, Feed, Medium, Naming, Record

pytestmark = [pytest.mark.database, pytest.mark.django_db]
Enrol = Callable[..., Tablet]
JPEG = b"\xff\xd8\xff\xe0"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    monkeypatch.setattr(settings, "MEDIA_FOLDER", tmp_path / "media")


def received(tablet: Tablet, folder: Path, *brought: records.Record, media: Iterable[Path] = ()) -> str:
    """Its bundle, sealed, whole on the server; the name."""
    bundle = bundle_of(tablet, folder, *brought, media=media)
    return carried_here(sealed_for(server_key.seal_public(), bundle), folder)


def bring(tablet: Tablet, content: bytes, *, offset: int = 0, size: int | None = None) -> Reply:
    told = {"Upload_Offset": str(offset), "Upload_Length": str(size or offset + len(content))}
    return tablet.tus("PATCH", f"{endpoints.BUNDLES}/{codec.sha256(content)}", content, **told)


def test_where_this_server_failed_it_tries_again_by_itself_and_says_so_meanwhile(
    enrol_tablet: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its carrier has it no more: silence would leave it lying here for ever."""
    name = received(enrol_tablet(), tmp_path)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(carried, "take_in", full)
        carried_bundles.take_in_waiting()
    (row,) = carried_bundles.in_trouble()
    assert (row.state, row.tries) == (CarriedBundle.State.RECEIVED, 1)
    (line,) = checks.bundles()
    assert "No space left" in line and "again by itself" in line
    carried_bundles.take_in_waiting()
    assert Record.objects.count() == 0, "its turn has not come: a full disk is not tried all the time"
    passed(row)
    carried_bundles.take_in_waiting()
    assert not carried_bundles.in_trouble().exists()
    assert Record.objects.count() == 1
    assert CarriedBundle.objects.get(pk=name).state == CarriedBundle.State.TAKEN_IN


def test_the_pauses_grow_to_an_hour(enrol_tablet: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_given: object) -> None:
        raise TypeError("a bug of this version")

    received(enrol_tablet(), tmp_path)
    monkeypatch.setattr(carried, "take_in", bug)
    pauses = []
    for _ in range(12):
        begun = datetime.now(UTC)
        carried_bundles.take_in_waiting()
        (row,) = carried_bundles.in_trouble()
        pauses.append(round((row.due_at - begun).total_seconds()))
        passed(row)
    assert pauses[:3] == [10, 20, 40]
    assert pauses[-1] == 3600


def test_a_medium_that_its_tablet_sends_at_that_very_moment_is_not_refused_for_that(
    enrol_tablet: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request may be cut later: the bundle comes again and still brings it."""
    tablet, file = enrol_tablet(), tmp_path / "photo"
    file.write_bytes(JPEG + os.urandom(3000))
    photo = tablet.photo(file.read_bytes())
    sha256, size = photo.sha256, photo.size
    assert sha256 is not None and size is not None
    received(tablet, tmp_path, photo, media=[file])
    append = media_parts.Part.append

    def overtaken(part: media_parts.Part, block: bytes) -> None:
        media_parts.open_part(sha256, tablet.id, size)
        append(part, block)

    with monkeypatch.context() as patched:
        patched.setattr(media_parts.Part, "append", overtaken)
        carried_bundles.take_in_waiting()
    (row,) = carried_bundles.in_trouble()
    assert row.state == CarriedBundle.State.RECEIVED
    passed(row)
    carried_bundles.take_in_waiting()
    assert Medium.objects.get(pk=sha256).state == Medium.State.HELD


def test_a_bundle_that_nobody_can_open_is_tried_once_and_waits_for_an_officer(enrol_tablet: Enrol) -> None:
    assert bring(enrol_tablet(), os.urandom(600)).status == 204
    carried_bundles.take_in_waiting()
    (row,) = carried_bundles.in_trouble()
    assert (row.state, row.tries) == (CarriedBundle.State.REFUSED, 0)
    (line,) = checks.bundles()
    assert "the console sets it aside" in line


def passed(row: CarriedBundle) -> None:
    """Its turn has come."""
    CarriedBundle.objects.filter(pk=row.pk).update(due_at=datetime.now(UTC))


def test_a_second_taking_in_undoes_nothing(enrol_tablet: Enrol, tmp_path: Path) -> None:
    """Killed after the file went and before the task was noted, it is done again at the next start."""
    name = received(enrol_tablet(), tmp_path)
    carried_bundles.take_in(name)
    carried_bundles.take_in(name)
    assert CarriedBundle.objects.get().state == CarriedBundle.State.TAKEN_IN
    assert list(carried_bundles.folder().glob("*")) == []


def test_what_a_killed_server_had_not_taken_in_is_taken_in_at_its_next_start(
    enrol_tablet: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(enrol_tablet(), tmp_path)

    def killed(*_given: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(carried, "take_in", killed)
        carried_bundles.take_in_waiting()
    carried_bundles.take_in_waiting()
    assert CarriedBundle.objects.get().state == CarriedBundle.State.TAKEN_IN


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


def test_a_tablet_reads_at_its_next_pull_that_what_it_carried_was_set_aside(enrol_tablet: Enrol) -> None:
    tablet, stranger, content = enrol_tablet("S4"), enrol_tablet("S4"), os.urandom(600)
    tablet_at = tablet.pull().cursors
    assert bring(tablet, content).status == 204
    carried_bundles.take_in_waiting()
    carried_bundles.set_aside(codec.sha256(content), by="cellule", reason="Abîmé", erase_bytes=False)
    assert tablet.hello(cursors=dict(tablet_at)).message(messages.HelloAnswer).waiting
    (row,) = tablet.pull(**tablet_at).records
    notice = codec.decode(row.body.encode())
    assert isinstance(notice, records.BundleNotice)
    assert (notice.reason, notice.carrier) == ("Abîmé", tablet.id)
    assert "bundle_notice" not in str(stranger.pull().records)


def test_bytes_that_are_erased_are_gone_also_where_a_killed_server_had_opened_them(enrol_tablet: Enrol) -> None:
    content = os.urandom(600)
    name = codec.sha256(content)
    assert bring(enrol_tablet(), content).status == 204
    carried_bundles.take_in_waiting()
    for left in (f"{name}.gupz", f".{name}.gupz.part"):
        (carried_bundles.folder() / left).write_bytes(b"words of a walk")
    carried_bundles.set_aside(name, by="cellule", reason="Abîmé", erase_bytes=True)
    assert list(carried_bundles.folder().glob("*.*")) == []


@pytest.mark.parametrize("was_known", [True, False])
def test_what_was_erased_while_its_bundle_lay_here_sealed_is_not_taken_in(
    enrol_tablet: Enrol, tmp_path: Path, was_known: bool
) -> None:
    """Nobody could look into it when the person asked: the erasure is remembered by id, whether it had ever come."""
    tablet, file = enrol_tablet("S4"), tmp_path / "photo"
    file.write_bytes(JPEG + os.urandom(3000))
    report, photo, other = tablet.report(), tablet.photo(file.read_bytes()), tablet.report()
    newer = replace(report, revision=2, text="Des mots à oublier")
    beside = replace(report, revision=2, text="D’une autre branche")
    received(tablet, tmp_path, newer, beside, photo, other, media=[file])
    if was_known:
        tablet.push(report)
    for each in (report, photo):
        actions.erase(each.id, reason="person_asked")
    carried_bundles.take_in_waiting()
    assert CarriedBundle.objects.get().state == CarriedBundle.State.TAKEN_IN
    assert set(Record.objects.filter(id__in=[report.id, photo.id, other.id]).values_list("id", flat=True)) == {other.id}
    assert not Conflict.objects.exists()
    assert photo.sha256 is not None
    assert not media_store.is_there(photo.sha256)
    assert not Naming.objects.exists()
    assert list(carried_bundles.folder().glob("*")) == []


def test_a_restored_server_erases_it_from_a_bundle_that_it_opens_afterwards(
    enrol_tablet: Enrol, tmp_path: Path
) -> None:
    """The backup is older than the erasure; the file of erasures lies beside it."""
    tablet = enrol_tablet()
    report = tablet.report()
    received(tablet, tmp_path, report)
    actions.erase(report.id, reason="person_asked")
    Erasure.objects.all().delete()
    begin_again()
    carried_bundles.take_in_waiting()
    assert not Record.objects.filter(pk=report.id).exists()


def test_an_officer_who_takes_it_in_by_hand_brings_nothing_erased_back(enrol_tablet: Enrol, tmp_path: Path) -> None:
    tablet = enrol_tablet()
    report = tablet.report()
    bundle = bundle_of(tablet, tmp_path, report)
    actions.erase(report.id, reason="person_asked")
    with Bundle(bundle) as brought:
        (receipt,) = carried.take_in(brought, Device.objects.get(pk=tablet.id))
    assert receipt.outcome.outcome == messages.GONE
