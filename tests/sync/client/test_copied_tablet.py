"""Two folders with one identity: noticed at the second one's first hello, split, nothing lost or overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.protocol.errors import ErrorCode
from sync.protocol.records import Photo, Report
from tests.sync.client.field import HERE, Field, Tablet
from tests.sync.client.proxy import Fault

pytestmark = pytest.mark.database


def put_back(place: Field, tablet: Tablet, backup: Path) -> None:
    """The folder as it was on the day of the backup, in the place of what it became."""
    tablet.close()
    shutil.rmtree(tablet.folder)
    shutil.copytree(backup, tablet.folder)
    tablet.open()


def back_up(tablet: Tablet, backup: Path) -> Path:
    tablet.close()
    shutil.copytree(tablet.folder, backup)
    tablet.open()
    return backup


def texts(place: Field, *tablets: Tablet) -> set[str]:
    """What every version of every report says that the server can show."""
    said = set()
    for tablet in tablets:
        for report in tablet.store.records.all(Report):
            for body in place.gup.office.versions(record=report.id):
                said.add(body.partition('"text":"')[2].partition('"')[0])
    return said


def test_a_hello_that_comes_late_after_a_restore_parts_nobody(fresh_place: Field) -> None:
    tablet = fresh_place.tablet(HERE)
    fresh_place.proxy.plan(Fault(to="hello", late=True))
    tablet.sync()
    tablet.sync_whole()
    fresh_place.gup.office.new_epoch()
    fresh_place.proxy.deliver_late(0)
    assert not tablet.sync_whole().parted


@pytest.mark.parametrize("second", ["copy", "original"])
def test_a_copied_folder_is_noticed_at_the_first_hello_of_the_second(place: Field, second: str) -> None:
    tablet = place.tablet(HERE)
    both = tablet.report("De tous les deux")
    unsent = tablet.report("Pas encore envoyé")
    clone = place.clone(tablet)
    one, other = (tablet, clone) if second == "copy" else (clone, tablet)
    shared = one.id
    one.report("De l’une")
    late = other.report("De l’autre")
    photo = other.photo(about=late.id)
    assert not one.sync_whole().parted
    result = other.sync_whole()
    assert result.parted
    assert (one.id, other.id != shared) == (shared, True)
    assert other.store.settings.get("parted_from") == shared
    # Nothing twice, nothing lost: what both had is one record.
    state = place.gup.office.state()
    mine = {record_id: state["heads"].get(record_id) for record_id in one.heads() | other.heads()}
    assert mine == one.heads() | other.heads()
    assert {both.id, unsent.id, late.id, photo.id} <= set(mine)
    assert state["conflicts"] == [] or not set(mine) & {record for record, _ in state["conflicts"]}
    assert place.gup.has_whole(str(photo.sha256))
    # From now on they are two tablets, and neither is told again.
    for each in (one, other, one, other):
        assert not each.sync_whole().parted
    assert late.id in one.copies()


def test_a_tablet_put_back_from_an_older_copy_is_noticed_and_overwrites_nothing(place: Field, tmp_path: Path) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Un")
    walk = tablet.walk(territory=HERE)
    tablet.sync_whole()
    backup = back_up(tablet, tmp_path / "backup")
    tablet.edit(report.id, text="Deux")
    later = tablet.report("Après la sauvegarde", walk_id=walk.id)
    tablet.sync_whole()
    former = tablet.id
    put_back(place, tablet, backup)
    again = tablet.report("Après la remise", walk_id=walk.id)
    result = tablet.sync_whole()
    assert result.parted and tablet.id != former
    assert tablet.store.records.get(report.id).text == "Deux", "the later version came back"  # type: ignore[attr-defined]
    assert [each.text for each in tablet.store.sending.past_versions(report.id)] == ["Un"]  # type: ignore[attr-defined]
    assert later.id in tablet.copies()
    heads = place.gup.office.state()["heads"]
    assert {report.id, later.id, again.id} <= set(heads)
    # The walk goes on under the new name: its own record too.
    tablet.edit(walk.id, title="Suite")
    tablet.sync_whole()
    assert "Suite" in place.gup.office.body(record=walk.id)


def test_an_edit_on_each_side_becomes_two_versions_and_all_stay_readable(place: Field, tmp_path: Path) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Au départ")
    tablet.sync_whole()
    clone = place.clone(tablet)
    tablet.edit(report.id, text="Version A")
    clone.edit(report.id, text="Version B")
    tablet.sync_whole()
    result = clone.sync()
    assert (result.parted, [line.id for line in result.backlog.conflicts]) == (True, [report.id])
    theirs = clone.store.sending.other_version(report.id)
    assert isinstance(theirs, Report) and theirs.text == "Version A"
    clone.store.versions.keep_mine(report.id)
    clone.sync_whole()
    assert "Version B" in place.gup.office.body(record=report.id)
    assert {"Version A", "Version B"} <= texts(place, clone), "the losing version stays in the history"
    tablet.sync_whole()
    assert tablet.store.records.get(report.id).text == "Version B"  # type: ignore[attr-defined]
    assert [each.text for each in tablet.store.sending.past_versions(report.id)] == ["Version A"]  # type: ignore[attr-defined]


def test_of_two_versions_the_other_may_be_taken_and_mine_stays_readable(place: Field) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Au départ")
    tablet.sync_whole()
    clone = place.clone(tablet)
    tablet.edit(report.id, text="Version A")
    clone.edit(report.id, text="Version B")
    tablet.sync_whole()
    clone.sync()
    assert clone.store.versions.keep_theirs(report.id)
    clone.sync_whole()
    assert clone.store.records.get(report.id).text == "Version A"  # type: ignore[attr-defined]
    assert [each.text for each in clone.store.sending.past_versions(report.id)] == ["Version B"]  # type: ignore[attr-defined]
    assert {"Version A", "Version B"} <= texts(place, clone)


@pytest.mark.parametrize("answers_lost", [1, 3])
def test_lost_answers_of_hello_are_no_copy(place: Field, answers_lost: int) -> None:
    tablet = place.tablet(HERE)
    former = tablet.id
    place.proxy.plan(*[Fault(to="hello", drop_answer=True) for _ in range(answers_lost)])
    for _ in range(answers_lost):
        assert tablet.sync().fault is not None
    assert not tablet.sync_whole().parted
    place.proxy.plan(Fault(to="hello", repeat=True))
    assert not tablet.sync_whole().parted
    assert tablet.id == former


def test_a_copy_made_while_an_answer_was_lost_is_noticed_too(place: Field) -> None:
    tablet = place.tablet(HERE)
    place.proxy.plan(Fault(to="hello", drop_answer=True))
    tablet.sync()
    clone = place.clone(tablet)
    assert not tablet.sync_whole().parted
    assert clone.sync_whole().parted


def test_a_lost_answer_of_the_split_makes_no_third_tablet(place: Field) -> None:
    tablet = place.tablet(HERE)
    clone = place.clone(tablet)
    report = clone.report("Gardé")
    tablet.sync_whole()
    place.proxy.plan(Fault(to="split", drop_answer=True))
    cut = clone.sync()
    assert cut.fault is not None and clone.id == tablet.id
    promised = clone.store.identity.next_id()
    clone.close()
    clone.open()
    assert clone.sync_whole().parted
    assert clone.id == promised
    assert place.state_of(tablet)["heads"].get(report.id) == clone.hash_of(report.id), "its bytes as they were saved"


def test_a_restored_server_takes_nobody_for_a_copy(fresh_place: Field, tmp_path: Path) -> None:
    place = fresh_place
    one, two = place.tablet(HERE), place.tablet(HERE)
    place.gup.office.snapshot(file=str(tmp_path / "gup.sqlite3"))
    for tablet in (one, two):
        tablet.report()
        tablet.sync_whole()
    place.restart(between=lambda: place.gup.office.set_back(file=str(tmp_path / "gup.sqlite3")))
    for tablet in (one, two, one):
        assert not tablet.sync_whole().parted
    clone = place.clone(two)
    two.sync_whole()
    assert clone.sync_whole().parted


def test_a_revoked_tablet_takes_along_what_parted_from_it(place: Field) -> None:
    tablet = place.tablet(HERE)
    clone = place.clone(tablet)
    tablet.sync_whole()
    clone.sync_whole()
    place.gup.office.revoke(device=tablet.id)
    for each in (tablet, clone):
        fault = each.sync().fault
        assert fault is not None and fault.error is ErrorCode.REVOKED_DEVICE
    clone.enrol(place.code(HERE))
    assert not clone.sync_whole().parted
    place.gup.office.revoke(device=tablet.id)
    clone.sync_whole()


def test_bytes_of_a_photo_that_the_other_half_had_only_announced_are_brought_by_the_copy(place: Field) -> None:
    tablet = place.tablet(HERE)
    photo = tablet.photo(about=tablet.report().id)
    clone = place.clone(tablet)
    place.proxy.plan(Fault(to="previews", drop_answer=True, cut_request=1))
    tablet.sync()
    tablet.close()  # and is never seen again
    assert clone.sync_whole().parted
    assert place.gup.has_whole(str(photo.sha256)) and place.gup.has_whole(str(photo.preview_sha256))
    assert [each.id for each in clone.store.records.all(Photo)] == [photo.id]


def test_a_tablet_that_was_erased_is_no_copy_of_itself(place: Field) -> None:
    """« Effacer cette tablette »: the enrolment stays, and with it who this tablet is."""
    tablet = place.tablet(HERE)
    tablet.report()
    tablet.sync_whole()
    before = tablet.id
    tablet.store.erasing.everything()
    assert not tablet.sync_whole().parted
    assert tablet.id == before
