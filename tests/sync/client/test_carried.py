"""By hand: a tablet that no network reaches, its bundle taken in by `gup import`, the answer brought back.

The real commands of both sides on their real folders, while the server runs (DESIGN sections 5.6 and 6).
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sync.client.carried import take_answer
from sync.protocol import ids, times
from sync.protocol.bundle import TO_TABLET, Manifest
from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from tests.sync.client.field import HERE, Field, Tablet, gup
from walker.cli import main
from walker.store import open_store


class Courier:
    """Carries files between the tablets of a field and its server."""

    def __init__(self, place: Field, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._place = place
        self._folder = folder
        self._capsys = capsys
        self._count = 0

    def file(self, name: str) -> Path:
        self._count += 1
        return self._folder / f"{self._count}-{name}.gupz"

    def walker(self, tablet: Tablet, *typed: str) -> tuple[int, Any]:
        """`walker` on that tablet's folder; its exit code and its JSON."""
        tablet.close()
        try:
            code = main([*typed, "--data", str(tablet.folder), "--json"])
        finally:
            tablet.open()
        return code, json.loads(self._capsys.readouterr().out)

    def leave(self, tablet: Tablet, *walk: str) -> Path:
        """The tablet's bundle."""
        file = self.file("bundle")
        code, told = self.walker(tablet, "export", *walk, "--to", str(file))
        assert code == 0, told
        return file

    def hand_over(self, file: Path, *options: str) -> tuple[Any, Path]:
        """`gup import gupz`; what it says, and the answer to carry back."""
        answer = self.file("answer")
        done = gup(
            "import",
            "gupz",
            str(file),
            "--answer",
            str(answer),
            *options,
            "--json",
            "--data",
            str(self._place.gup.data),
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout), answer

    def refused(self, *arguments: str) -> str:
        """The one line of a `gup` that must refuse."""
        done = gup(*arguments, "--data", str(self._place.gup.data))
        assert done.returncode == 4, (done.returncode, done.stderr)
        assert len(done.stderr.splitlines()) == 1, done.stderr
        return done.stderr

    def bring(self, tablet: Tablet, answer: Path) -> tuple[int, Any]:
        return self.walker(tablet, "import", str(answer))


@pytest.fixture
def courier(place: Field, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Courier:
    return Courier(place, tmp_path, capsys)


def held(place: Field, tablet: Tablet) -> Any:
    return place.state_of(tablet)["heads"]


def test_a_tablet_without_network_sends_all_by_hand_and_gets_its_receipts(place: Field, courier: Courier) -> None:
    """Issue 4, item 6: records and media there, whole; nothing counts as sent before the answer says so."""
    tablet = place.tablet(HERE)
    walk = tablet.walk(territory=HERE)
    report = tablet.report("Banc cassé", walk_id=walk.id)
    photo = tablet.photo(about=report.id, walk_id=walk.id)
    bundle = courier.leave(tablet)
    assert tablet.store.outbox.backlog().left >= 3
    told, answer = courier.hand_over(bundle)
    assert (told["accepted"], told["media"], told["refused"]) == (3, 2, [])
    assert photo.sha256 is not None and place.gup.has_whole(photo.sha256)
    assert held(place, tablet) == tablet.heads()
    code, came = courier.bring(tablet, answer)
    assert (code, came["sent"], came["media"], came["left"]) == (0, 3, 2, 0)
    assert tablet.store.outbox.backlog().left == 0
    place.proxy.forget()
    result = tablet.sync_whole()
    assert (result.sent, result.same, result.media_bytes) == (0, 0, 0)


def test_what_the_office_wrote_comes_back_with_the_answer(place: Field, courier: Courier) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Fontaine à sec")
    tablet.sync_whole()
    place.gup.office.answer(report=report.id, device=tablet.id, words="Réparée lundi.", walk=None)
    _told, answer = courier.hand_over(courier.leave(tablet))
    code, came = courier.bring(tablet, answer)
    assert (code, came["pulled"]) == (0, 1)
    assert [said.words for said in tablet.store.answers_of(report.id)] == ["Réparée lundi."]


def test_a_bundle_and_its_answer_may_come_twice_late_and_beside_a_sync(place: Field, courier: Courier) -> None:
    """Idempotent: whatever comes again changes nothing, and an old answer takes nothing back."""
    tablet = place.tablet(HERE)
    report = tablet.report("Première version")
    bundle = courier.leave(tablet)
    _told, answer = courier.hand_over(bundle)
    again, _ = courier.hand_over(bundle)
    assert (again["accepted"], again["same"]) == (0, 1)
    tablet.edit(report.id, text="Seconde version")
    courier.bring(tablet, answer)
    assert tablet.store.outbox.backlog().left == 1
    tablet.sync_whole()
    heads = tablet.heads()
    place.gup.office.answer(report=report.id, device=tablet.id, words="Vu.", walk=None)
    tablet.sync_whole()
    for _ in range(2):
        assert courier.bring(tablet, answer)[0] == 0
    courier.hand_over(bundle)
    tablet.sync_whole()
    assert held(place, tablet) == tablet.heads() == heads
    assert [said.words for said in tablet.store.answers_of(report.id)] == ["Vu."]
    assert place.state_of(tablet)["conflicts"] == []


def test_an_edit_carried_before_the_first_answer_came_goes_on_top_with_the_next_trip(
    place: Field, courier: Courier
) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Premier jet")
    courier.hand_over(courier.leave(tablet))
    tablet.edit(report.id, text="Mieux dit")
    told, answer = courier.hand_over(courier.leave(tablet))
    assert told["beside"] == 1
    code, came = courier.bring(tablet, answer)
    assert (code, came["left"]) == (3, 1)
    told, answer = courier.hand_over(courier.leave(tablet))
    assert (told["accepted"], told["beside"]) == (1, 0)
    assert courier.bring(tablet, answer)[0] == 0
    assert held(place, tablet) == tablet.heads()


def test_a_tablet_that_was_never_here_is_taken_on_by_an_officer(place: Field, courier: Courier) -> None:
    """Refused first, with the mend; then its later enrolment over the network finds everything as it is."""
    tablet = place.new_tablet()
    report = tablet.report("Sans réseau, jamais")
    bundle = courier.leave(tablet)
    assert "--enrol" in courier.refused("import", "gupz", str(bundle))
    told, answer = courier.hand_over(bundle, "--enrol", "--territory", HERE)
    assert told["accepted"] == 1
    code, came = courier.bring(tablet, answer)
    assert (code, came["sent"]) == (0, 1)
    assert came["pulled"] > 0  # the words
    tablet.enrol(place.code(HERE))
    result = tablet.sync_whole()
    assert (result.sent, result.same) == (0, 0)
    assert list(held(place, tablet)) == [report.id]


def test_a_revoked_tablet_still_hands_over_what_it_holds(place: Field, courier: Courier) -> None:
    """Issue 4, item 7: told plainly by the network, heard by an officer."""
    tablet = place.tablet(HERE)
    place.gup.office.revoke(device=tablet.id)
    report = tablet.report("Écrit après la révocation")
    fault = tablet.sync().fault
    assert isinstance(fault, SyncError) and fault.error is ErrorCode.REVOKED_DEVICE
    told, answer = courier.hand_over(courier.leave(tablet))
    assert told["accepted"] == 1
    assert courier.bring(tablet, answer)[0] == 0
    assert report.id in held(place, tablet)
    assert place.gup.office.device(device=tablet.id)["revoked"]


def test_one_walk_is_carried_alone(place: Field, courier: Courier) -> None:
    tablet = place.tablet(HERE)
    walk, other = tablet.walk(territory=HERE), tablet.walk(territory=HERE)
    inside = tablet.report("De cette marche", walk_id=walk.id)
    tablet.report("D’une autre", walk_id=other.id)
    courier.hand_over(courier.leave(tablet, walk.id))
    assert set(held(place, tablet)) == {walk.id, inside.id}


def test_a_bad_record_is_named_and_the_others_count(place: Field, courier: Courier) -> None:
    tablet = place.tablet(HERE)
    good, bad = tablet.report("Bien"), tablet.report("Un signe \0 que personne ne tape")
    told, answer = courier.hand_over(courier.leave(tablet))
    assert (told["accepted"], [line["id"] for line in told["refused"]]) == (1, [bad.id])
    assert list(held(place, tablet)) == [good.id]
    code, came = courier.bring(tablet, answer)
    assert (code, came["kept"], came["left"]) == (4, 1, 0)
    assert [line.id for line in tablet.store.outbox.backlog().refused] == [bad.id]


def test_what_was_changed_on_its_way_is_refused_and_nothing_is_taken_in(place: Field, courier: Courier) -> None:
    tablet = place.tablet(HERE)
    tablet.report("Lampadaire éteint")
    bundle = courier.leave(tablet)
    with zipfile.ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content.replace("éteint".encode(), "allumé".encode()))
    line = courier.refused("import", "gupz", str(bundle))
    assert "records.jsonl" in line and "export it again" in line
    assert held(place, tablet) == {}


@pytest.mark.parametrize("where", ["its first byte", "its middle", "its head in the zip"])
def test_a_photo_harmed_on_its_way_is_named_and_the_rest_counts(place: Field, courier: Courier, where: str) -> None:
    """One bit of a memory stick: the answer is written all the same, and that photo alone still waits."""
    tablet = place.tablet(HERE)
    report = tablet.report("Banc cassé")
    whole, harmed = [tablet.photo(about=report.id).sha256 or "" for _ in range(2)]
    bundle = courier.leave(tablet)
    _flip_a_bit(bundle, harmed, where)
    told, answer = courier.hand_over(bundle)
    assert (told["accepted"], [line["id"] for line in told["refused"]]) == (3, [harmed])
    assert (place.gup.has_whole(whole), place.gup.file_of(harmed).exists()) == (True, False)
    code, came = courier.bring(tablet, answer)
    assert (code, came["sent"], came["kept"], came["left"]) == (3, 3, 0, 1)
    told, answer = courier.hand_over(courier.leave(tablet))
    assert (told["media"], told["refused"], place.gup.has_whole(harmed)) == (1, [], True)
    assert courier.bring(tablet, answer)[1]["left"] == 0


def _flip_a_bit(bundle: Path, sha256: str, where: str) -> None:
    with zipfile.ZipFile(bundle) as archive:
        (member,) = (info for info in archive.infolist() if sha256 in info.filename)
    data = bytearray(bundle.read_bytes())
    content = member.header_offset + 30 + len(member.filename.encode()) + 20  # its head: name, sizes of 64 bits
    at = {
        "its first byte": content,
        "its middle": content + member.file_size // 2,
        "its head in the zip": member.header_offset,
    }
    data[at[where]] ^= 1
    bundle.write_bytes(data)


def test_an_answer_is_for_its_own_tablet_and_of_its_own_server(place: Field, courier: Courier) -> None:
    one, two = place.tablet(HERE), place.tablet(HERE)
    one.report()
    bundle = courier.leave(one)
    _told, answer = courier.hand_over(bundle)
    assert courier.bring(two, answer)[1]["error"]["code"] == "bundle_not_ours"
    assert courier.bring(one, bundle)[1]["error"]["code"] == "bundle_not_ours"
    one.store.settings.set("server_key", "another server's")
    assert courier.bring(one, answer)[1]["error"]["code"] == "bundle_untrusted"
    assert one.store.outbox.backlog().left == 1


def test_an_answer_of_before_the_server_began_anew_is_refused(place: Field, courier: Courier) -> None:
    """Receipts of a former life of the server prove nothing: the bytes may be gone with it."""
    tablet = place.tablet(HERE)
    tablet.report()
    _told, answer = courier.hand_over(courier.leave(tablet))
    place.gup.office.new_epoch()
    tablet.sync_whole()
    code, came = courier.bring(tablet, answer)
    assert (code, came["error"]["code"]) == (4, "outdated_answer")


def test_an_answer_brings_the_news_that_the_server_began_anew(place: Field, courier: Courier) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Avant")
    tablet.sync_whole()
    place.gup.office.new_epoch()
    _told, answer = courier.hand_over(courier.leave(tablet))
    code, came = courier.bring(tablet, answer)
    assert (code, came["left"]) == (3, 1)  # all is sent again, harmlessly
    told, answer = courier.hand_over(courier.leave(tablet))
    assert told["same"] == 1
    assert courier.bring(tablet, answer)[0] == 0
    assert report.id in held(place, tablet)


def test_the_office_writes_for_a_tablet_unasked(place: Field, courier: Courier) -> None:
    """`gup export gupz --device ID`: receipts of all that is held of it, and all that it may read."""
    tablet = place.tablet(HERE)
    report = tablet.report("Porté, jamais confirmé")
    courier.hand_over(courier.leave(tablet))
    place.gup.office.answer(report=report.id, device=tablet.id, words="Merci.", walk=None)
    target = courier.file("unasked")
    done = gup("export", "gupz", "--device", tablet.id, "--to", str(target), "--data", str(place.gup.data))
    assert done.returncode == 0, done.stderr
    code, came = courier.bring(tablet, target)
    assert (code, came["sent"]) == (0, 1)
    assert [said.words for said in tablet.store.answers_of(report.id)] == ["Merci."]
    assert "--device" in courier.refused("export", "gupz", "--to", str(target))


def test_the_servers_number_is_kept_with_the_receipts_that_came_with_it(tmp_path: Path) -> None:
    """The page after them is damaged: were the number lost, a server set back to before them could not be told."""

    def damaged() -> Any:
        raise LocalFault(ErrorCode.HASH_MISMATCH, "damaged")
        yield

    with open_store(tmp_path / "tablet") as store:
        manifest = Manifest(
            direction=TO_TABLET,
            id=ids.new_id(),
            device_id=store.identity.device_id(),
            public_key="",
            written_at=times.now(),
            epoch=ids.new_id(),
            highest_seq=812,
        )
        with pytest.raises(LocalFault):
            take_answer(store.outbox, manifest, (), damaged())
        assert store.outbox.highest_seq() == 812
