"""A server set back to an older day: every tablet brings again what is missing, and everything is there once."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.protocol import codec
from tests.sync.client.field import HERE, Field, gup, picture
from tests.sync.client.proxy import Fault


def run(field: Field, *arguments: str) -> None:
    """`gup`, which must succeed."""
    done = gup(*arguments, "--data", str(field.gup.data))
    assert done.returncode == 0, done.stderr


def restore(field: Field, file: Path) -> Callable[[], None]:
    return lambda: run(field, "restore", str(file))


def test_after_an_old_backup_every_tablet_brings_again_what_is_missing(field: Field, tmp_path: Path) -> None:
    """DESIGN sections 5 and 6: refused while the server runs; then a new epoch, all is pushed again, harmlessly."""
    backup = tmp_path / "night.zip"
    one, two = field.tablet(HERE), field.tablet(HERE)
    walk = one.walk(territory=HERE)
    old = one.report("Avant la sauvegarde", walk_id=walk.id)
    gone = one.report("Effacé après la sauvegarde")
    one.photo(about=old.id)
    for tablet in (one, two):
        tablet.sync_whole()
    run(field, "backup", str(backup))
    one.edit(old.id, text="Changé après la sauvegarde")
    late = two.photo(picture(300_000), about=two.report("Après la sauvegarde").id)
    for tablet in (one, two, one):
        tablet.sync_whole()
    field.gup.office.erase(record=gone.id)
    one.sync_whole()
    before = field.gup.office.state()["epoch"]

    refused = gup("restore", str(backup), "--data", str(field.gup.data))
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (4, "", 1)
    one.sync_whole()
    field.restart(signal.SIGTERM, between=restore(field, backup))

    state = field.gup.office.state()
    assert state["epoch"] != before
    assert state["heads"][old.id] != one.hash_of(old.id)
    assert gone.id not in state["heads"]
    field.proxy.forget()
    for tablet in (one, two):
        result = tablet.sync_whole()
        assert result.exit_code == 0
    state = field.gup.office.state()
    assert state["heads"] == one.heads() | two.heads()
    assert state["conflicts"] == []
    assert field.gup.has_whole(str(late.sha256))
    assert field.gup.office.media()[str(late.sha256)] == "held"
    # The media folder was left as it is, so that only what was asked for went over the link again.
    assert field.proxy.media_up < 10_000
    one.sync_whole()
    for mine, other in ((one, two), (two, one)):
        assert {key: codec.sha256(body) for key, body in mine.copies().items()} == other.heads()
    run(field, "check")


def test_copies_stay_readable_until_the_new_pull_is_complete(field: Field, tmp_path: Path) -> None:
    """What the restored server no longer knows goes, but only once the whole new pull is stored."""
    reader, writer = field.tablet(HERE), field.tablet()
    kept = writer.report("Connu de la sauvegarde")
    writer.sync_whole()
    run(field, "backup", str(tmp_path / "night.zip"))
    lost = writer.report("Perdu avec sa tablette")
    writer.sync_whole()
    reader.sync_whole()
    assert set(reader.copies()) == {kept.id, lost.id}
    field.restart(between=restore(field, tmp_path / "night.zip"))
    field.proxy.plan(Fault(to="pull", cut_answer=2000))
    assert reader.sync().fault is not None
    assert set(reader.copies()) == {kept.id, lost.id}
    reader.sync_whole()
    assert set(reader.copies()) == {kept.id}


@pytest.mark.parametrize("pulled", [True, False])
def test_a_database_file_copied_back_by_hand_is_noticed_too(field: Field, pulled: bool) -> None:
    """No `gup restore`, so the same epoch: the counter is lower than a tablet saw, even if cut before its pull."""
    tablet = field.tablet()
    tablet.report("Avant la copie")
    tablet.sync_whole()
    copy = field.folder / "copy.sqlite3"
    with sqlite3.connect(field.gup.data / "gup.sqlite3") as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    connection.close()
    before = field.gup.office.state()["epoch"]
    tablet.report("Après la copie")
    if not pulled:
        field.proxy.plan(Fault(to="pull", drop_answer=True))
    tablet.sync()
    field.proxy.heal()

    def copy_back() -> None:
        for rest in field.gup.data.glob("gup.sqlite3*"):
            rest.unlink()
        shutil.copy(copy, field.gup.data / "gup.sqlite3")

    field.restart(signal.SIGKILL, between=copy_back)
    tablet.sync_whole()
    state = field.gup.office.state()
    assert state["epoch"] != before
    assert state["heads"] == tablet.heads()


def test_a_server_killed_in_the_middle_of_everything_has_all_it_acknowledged(field: Field) -> None:
    tablet = field.tablet()
    for n in range(6):
        tablet.report(f"Constat {n}")
        tablet.photo(picture(50_000))
        result = tablet.sync()
        assert result.fault is None
        if n % 3 == 0:
            field.restart(signal.SIGKILL)
            assert field.gup.office.state()["heads"] == tablet.heads()
    tablet.sync_whole()
    assert all(field.gup.has_whole(sha256) for sha256, state in field.gup.office.media().items() if state == "held")
    run(field, "check")


def test_what_is_no_backup_is_refused_and_the_data_is_as_before(field: Field, tmp_path: Path) -> None:
    tablet = field.tablet()
    tablet.report()
    tablet.sync_whole()
    field.gup.stop(signal.SIGKILL)
    for content in (b"", b"not a backup", b"PK\x03\x04 cut short"):
        wrong = tmp_path / "wrong.zip"
        wrong.write_bytes(content)
        refused = gup("restore", str(wrong), "--data", str(field.gup.data))
        assert refused.returncode == 4
        assert refused.stderr.startswith("gup: ") and "wrong.zip" in refused.stderr and refused.stderr.count("\n") == 1
    field.restart()
    assert tablet.sync_whole().sent == 0
    assert field.gup.office.state()["heads"] == tablet.heads()


def test_a_lost_media_folder_is_filled_again_by_the_tablets(field: Field, tmp_path: Path) -> None:
    """The backup holds only the list: after a restore the photos that are missing are asked for again."""
    tablet = field.tablet()
    photo = tablet.photo()
    tablet.sync_whole()
    run(field, "backup", str(tmp_path / "list.zip"))

    def lose_and_restore() -> None:
        shutil.rmtree(field.gup.data / "media")
        run(field, "restore", str(tmp_path / "list.zip"))

    field.restart(between=lose_and_restore)
    tablet.sync_whole()
    assert field.gup.has_whole(str(photo.sha256)) and field.gup.has_whole(str(photo.preview_sha256))
