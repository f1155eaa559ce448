"""Nothing is called sent before the server said so, and nothing saved is lost, whatever the link does."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import textwrap
import threading
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from sync.client import transport as transport_of
from sync.client.engine import Engine
from sync.client.outbox import Outbox
from sync.protocol import codec, endpoints, messages, times, version
from sync.protocol.errors import ErrorCode
from sync.protocol.records import Report
from tests.sync.client.field import ELSEWHERE, HERE, Field, Tablet, picture
from tests.sync.client.proxy import BAD_GATEWAY, PORTAL, UNAVAILABLE, Fault

# --- hello


@pytest.mark.database
def test_an_idle_sync_is_one_request_of_seven_hundred_bytes(place: Field) -> None:
    """Nothing to do costs one request, 700 bytes both ways with three scopes; each further one costs about 90."""
    tablet = place.tablet(HERE)
    tablet.report()
    tablet.sync_whole()
    place.proxy.forget()
    tablet.sync_whole()
    assert place.proxy.requests == ["POST /api/v1/hello"]
    assert place.proxy.up + place.proxy.back <= 700, (place.proxy.up, place.proxy.back)


@pytest.mark.database
def test_a_wrong_clock_is_noted_and_loses_nothing(place: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    tablet = place.new_tablet()
    tablet.enrol(place.code())
    wrong = datetime.now(UTC) - timedelta(days=3650)
    tablet.now = lambda: wrong
    monkeypatch.setattr(times, "now", lambda: times.format_time(wrong))
    report = tablet.report()
    tablet.sync_whole()
    skew = timedelta(milliseconds=place.gup.office.device(device=tablet.id)["skew_ms"])
    assert abs(skew - timedelta(days=3650)) < timedelta(minutes=1)
    assert place.state_of(tablet)["heads"] == {report.id: tablet.hash_of(report.id)}


@pytest.mark.parametrize("at", ["hello", "push", "previews", "media", "pull"])
@pytest.mark.parametrize("page", [PORTAL, BAD_GATEWAY, UNAVAILABLE])
def test_a_page_of_something_else_is_never_taken_for_an_answer(place: Field, at: str, page: bytes) -> None:
    tablet = place.tablet()
    photo = tablet.photo()
    place.proxy.plan(Fault(to=at, page=page))
    result = tablet.sync()
    expected = ErrorCode.NOT_A_SERVER if page is PORTAL else ErrorCode.SERVER_BUSY
    assert result.fault is not None and result.fault.error is expected
    assert result.fault.retry_after == (5 if page is UNAVAILABLE else None)
    assert result.exit_code == 3
    assert place.proxy.planned == 0
    result = tablet.sync_whole()
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert place.gup.has_whole(str(photo.sha256))


def test_behind_a_login_page_everything_stays(place: Field) -> None:
    tablet = place.tablet()
    place.proxy.always = PORTAL
    tablet.report()
    for _ in range(3):
        result = tablet.sync()
        assert result.fault is not None and result.fault.error is ErrorCode.NOT_A_SERVER
        assert result.backlog.left == 1
    place.proxy.heal()
    assert tablet.sync_whole().sent == 1


def test_a_protocol_the_server_cannot_speak_is_said_and_nothing_is_sent(
    place: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = place.tablet()
    tablet.report()
    monkeypatch.setattr(version, "CURRENT", 99)
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.UNSUPPORTED_PROTOCOL
    assert (result.exit_code, result.backlog.left) == (4, 1)
    assert place.proxy.requests == ["POST /api/v1/hello"]


# --- push


@pytest.mark.database
def test_what_is_saved_is_on_the_server_byte_for_byte_after_one_sync(place: Field) -> None:
    tablet = place.tablet()
    walk = tablet.walk()
    reports = [tablet.report(f"Constat {n}", walk_id=walk.id) for n in range(3)]
    result = tablet.sync_whole()
    assert (result.sent, result.same, result.exit_code) == (4, 0, 0)
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert place.gup.office.body(record=reports[0].id).encode() == codec.encode(reports[0])


@pytest.mark.database
def test_an_answer_lost_after_the_server_committed_doubles_nothing(place: Field) -> None:
    tablet = place.tablet()
    report = tablet.report()
    place.proxy.plan(Fault(to="push", drop_answer=True))
    cut = tablet.sync()
    assert cut.fault is not None and cut.fault.error is ErrorCode.UNREACHABLE
    assert (cut.sent, cut.backlog.left) == (0, 1)
    assert place.state_of(tablet)["heads"] == {report.id: tablet.hash_of(report.id)}
    again = tablet.sync_whole()
    assert (again.sent, again.same) == (0, 1)
    assert place.state_of(tablet)["known"] == []


@pytest.mark.database
def test_an_edit_after_a_lost_answer_goes_on_top_of_what_the_server_took(place: Field) -> None:
    tablet = place.tablet()
    report = tablet.report("Un")
    for words in ("Deux", "Trois"):
        place.proxy.plan(Fault(to="push", drop_answer=True))
        tablet.sync()
        tablet.edit(report.id, text=words)
    assert tablet.sync_whole().sent == 1
    held = place.state_of(tablet)
    assert held["heads"] == {report.id: tablet.hash_of(report.id)}
    # « Deux », whose answer was lost too, stays readable beside the head; it asks nothing of anybody.
    assert [key for key, _ in held["conflicts"]] == [report.id]
    assert len(held["known"]) == 1


@pytest.mark.database
def test_an_edit_made_while_its_record_is_being_pushed_is_sent_next(place: Field) -> None:
    tablet = place.tablet()
    report = tablet.report("Avant")
    place.proxy.plan(Fault(to="push", meanwhile=lambda: tablet.edit(report.id, text="Pendant")))
    assert tablet.sync_whole().sent == 2
    assert '"text":"Pendant"' in place.gup.office.body(record=report.id)
    assert place.state_of(tablet)["heads"] == tablet.heads()


@pytest.mark.database
def test_a_request_that_arrives_twice_is_taken_once(place: Field) -> None:
    tablet = place.tablet()
    tablet.report()
    place.proxy.plan(Fault(to="push", repeat=True))
    tablet.sync_whole()
    held = place.state_of(tablet)
    assert held["heads"] == tablet.heads()
    assert (held["known"], held["conflicts"]) == ([], [])


@pytest.mark.database
def test_a_deletion_travels_like_any_edit(place: Field) -> None:
    tablet, other = place.tablet(HERE), place.tablet(HERE)
    report = tablet.report()
    tablet.sync_whole()
    other.sync_whole()
    tablet.store.records.delete(report.id)
    tablet.sync_whole()
    other.sync_whole()
    assert '"deleted_at"' in place.gup.office.body(record=report.id)
    assert report.id not in [each.id for each in other.store.copies.all(Report)]


@pytest.mark.database
def test_two_copies_of_one_tablet_both_keep_their_version_and_a_person_decides(place: Field) -> None:
    """A cloned data folder: one id, two writers. Both versions are on the server and shown on the tablet."""
    tablet = place.tablet()
    report = tablet.report("Au départ")
    tablet.sync_whole()
    clone = place.clone(tablet)
    tablet.edit(report.id, text="Version A")
    clone.edit(report.id, text="Version B")
    tablet.sync_whole()
    result = clone.sync()
    assert (result.kept, result.exit_code, result.backlog.left) == (1, 4, 0)
    assert [line.id for line in result.backlog.conflicts] == [report.id]
    versions = place.gup.office.versions(record=report.id)
    assert [text for text in ("Version A", "Version B") if any(text in body for body in versions)] == [
        "Version A",
        "Version B",
    ]
    assert clone.store.records.get(report.id).text == "Version B"  # type: ignore[attr-defined]
    theirs = clone.store.sending.other_version(report.id)
    assert isinstance(theirs, Report) and theirs.text == "Version A", "to be read beside ours"
    assert clone.sync().exit_code == 4
    clone.store.versions.keep_mine(report.id)
    clone.sync_whole()
    assert "Version B" in place.gup.office.body(record=report.id)
    assert place.state_of(clone)["conflicts"] == []


@pytest.mark.database
def test_one_refused_record_goes_to_the_tray_and_the_rest_goes_on(place: Field) -> None:
    tablet = place.tablet()
    good = [tablet.report(f"Bon {n}") for n in range(5)]
    bad = good[2]
    # A record as an older version of the app could have saved it.
    body = codec.encode(bad).replace(b'"litter"', b'""')
    with tablet.store.database.write():
        tablet.store.database.execute(
            "UPDATE records SET body = ?, hash = ? WHERE id = ?", (body, codec.sha256(body), bad.id)
        )
    result = tablet.sync()
    assert (result.sent, result.kept, result.exit_code, result.backlog.left) == (4, 1, 4, 0)
    (line,) = result.backlog.refused
    assert (line.id, line.code, line.field) == (bad.id, "bad_field", "category")
    place.proxy.forget()
    tablet.sync()
    assert place.proxy.requests == ["POST /api/v1/hello"]


@pytest.mark.database
def test_a_record_whose_bytes_changed_on_the_disk_is_kept_aside_and_never_sent(place: Field) -> None:
    tablet = place.tablet()
    damaged, good = tablet.report("Abîmé"), tablet.report("Bon")
    body = codec.encode(damaged).replace(b"litter", b"li\x00ter")
    with tablet.store.database.write():
        tablet.store.database.execute("UPDATE records SET body = ? WHERE id = ?", (body, damaged.id))
    result = tablet.sync()
    assert (result.sent, [line.code for line in result.backlog.refused]) == (1, ["damaged_record"])
    assert set(place.state_of(tablet)["heads"]) == {good.id}


@pytest.mark.database
def test_a_record_too_large_for_any_push_goes_to_the_tray(place: Field) -> None:
    tablet = place.tablet()
    large, small = tablet.report("x" * endpoints.MAX_PUSH_BYTES), tablet.report()
    result = tablet.sync()
    assert [(line.id, line.code) for line in result.backlog.refused] == [(large.id, "too_large")]
    assert set(place.state_of(tablet)["heads"]) == {small.id}


@pytest.mark.database
def test_1200_records_go_in_batches_that_fit(place: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 500 records and 1 MiB of JSON a request, and a long text never breaks that."""
    tablet = place.tablet()
    made = tablet.answers(1199, tablet.walk().id)
    tablet.store.records.save_all(dataclasses.replace(each, text='"é\\\n' * 300) for each in made[::3])
    sizes: list[tuple[int, int]] = []
    push = transport_of.Transport.push

    def weighed(self: transport_of.Transport, request: messages.PushRequest) -> messages.PushAnswer:
        sizes.append((len(request.records), len(codec.canonical(codec.to_json(request)))))
        return push(self, request)

    monkeypatch.setattr(transport_of.Transport, "push", weighed)
    assert tablet.sync_whole().sent == 1200
    assert sum(count for count, _ in sizes) == 1200
    assert all(count <= 500 and size <= endpoints.MAX_PUSH_BYTES for count, size in sizes), sizes
    assert len(sizes) <= 5
    assert place.state_of(tablet)["heads"] == tablet.heads()


@pytest.mark.database
def test_a_cut_in_the_middle_of_many_batches_loses_none(place: Field) -> None:
    tablet = place.tablet()
    tablet.answers(1099, tablet.walk().id)
    place.proxy.plan(Fault(to="push"), Fault(to="push", cut_request=20_000))
    cut = tablet.sync()
    assert cut.fault is not None and (cut.sent, cut.backlog.left) == (500, 600)
    assert tablet.sync_whole().sent == 600
    assert place.state_of(tablet)["heads"] == tablet.heads()


@pytest.mark.database
def test_what_was_erased_leaves_every_tablet_and_a_line_says_so(place: Field) -> None:
    tablet, other = place.tablet(HERE), place.tablet(HERE)
    report = tablet.report("À effacer")
    tablet.sync_whole()
    other.sync_whole()
    assert report.id in other.copies()
    tablet.edit(report.id, text="Modifié hors ligne")
    place.gup.office.erase(record=report.id)
    result = tablet.sync()
    assert (result.erased, result.exit_code) == ([report.id], 0)
    assert tablet.store.records.find(report.id) is None
    assert tablet.store.database.value("SELECT kind FROM erased WHERE id = ?", (report.id,)) == "report"
    other.sync_whole()
    assert report.id not in other.copies()
    assert report.id not in place.state_of(tablet)["heads"]


# --- pull


@pytest.mark.database
def test_fields_of_a_newer_tablet_reach_another_one_byte_for_byte(place: Field) -> None:
    newer, older = place.tablet(HERE), place.tablet(HERE)
    report = newer.report("D’une version plus récente")
    plain = codec.parse(codec.encode(report)) | {"light_lux": 12, "zz_new": {"kept": ["as", "is"]}}
    body = codec.canonical(plain)
    with newer.store.database.write():
        newer.store.database.execute(
            "UPDATE records SET body = ?, hash = ? WHERE id = ?", (body, codec.sha256(body), report.id)
        )
    newer.sync_whole()
    older.sync_whole()
    assert older.copies()[report.id] == body
    assert next(each.text for each in older.store.copies.all(Report) if each.id == report.id) == report.text


@pytest.mark.database
def test_a_tablet_reads_what_others_found_in_its_territory_and_never_what_is_restricted(place: Field) -> None:
    hidden = place.gup.office.restricted_category()
    here, reader, elsewhere = place.tablet(), place.tablet(HERE), place.tablet(ELSEWHERE)
    shown = here.report("Pour tous")
    secret = here.report("Réservé", category=hidden)
    unknown = here.report("Code inconnu", category="of_a_newer_catalogue")
    here.photo(about=secret.id)
    picture = here.photo(about=shown.id)
    here.sync_whole()
    for tablet in (reader, elsewhere):
        tablet.sync_whole()
    assert {shown.id, picture.id} <= set(reader.copies())
    assert not {secret.id, unknown.id} & set(reader.copies())
    assert b"R\xc3\xa9serv\xc3\xa9" not in b"".join(reader.copies().values())
    assert not set(here.heads()) & set(elsewhere.copies())


@pytest.mark.database
def test_a_report_that_becomes_restricted_leaves_the_other_tablets(place: Field) -> None:
    writer, reader = place.tablet(), place.tablet(HERE)
    report = writer.report()
    writer.sync_whole()
    reader.sync_whole()
    assert report.id in reader.copies()
    writer.edit(report.id, category=place.gup.office.restricted_category())
    writer.sync_whole()
    reader.sync_whole()
    assert report.id not in reader.copies()


@pytest.mark.database
def test_copies_of_a_territory_go_when_it_is_taken_back_and_come_again(place: Field) -> None:
    writer, reader = place.tablet(), place.tablet(HERE)
    report, own = writer.report(), reader.report("À moi")
    writer.sync_whole()
    reader.sync_whole()
    assert report.id in reader.copies()
    place.gup.office.grant(device=reader.id, territories=[])
    reader.sync_whole()
    assert reader.copies() == {}
    assert reader.store.records.get(own.id) == own
    assert f"territory:{HERE}" not in reader.store.copies.cursors()
    place.gup.office.grant(device=reader.id, territories=[HERE])
    reader.sync_whole()
    assert report.id in reader.copies()


@pytest.mark.database
def test_a_report_that_moves_leaves_one_territory_and_comes_to_the_other(place: Field) -> None:
    writer, here, there = place.tablet(), place.tablet(HERE), place.tablet(ELSEWHERE)
    report = writer.report()
    writer.sync_whole()
    here.sync_whole()
    there.sync_whole()
    assert (report.id in here.copies(), report.id in there.copies()) == (True, False)
    place.gup.office.move(record=report.id, territory=ELSEWHERE)
    here.sync_whole()
    there.sync_whole()
    assert (report.id in here.copies(), report.id in there.copies()) == (False, True)


@pytest.mark.database
def test_a_tablet_without_territory_pulls_only_its_own_walks(place: Field) -> None:
    lead, joined, other = place.tablet(), place.tablet(), place.tablet()
    walk = lead.walk(territory=HERE)
    mine = lead.report(walk_id=walk.id)
    theirs = joined.report("De la même marche", walk_id=walk.id)
    for tablet in (lead, joined, lead):
        tablet.sync_whole()
    place.gup.office.answer(report=mine.id, device=lead.id, words="Réparé mardi", walk=walk.id)
    for tablet in (lead, joined, other):
        tablet.sync_whole()
    assert set(lead.copies()) == {theirs.id}
    assert set(joined.copies()) == {walk.id, mine.id}
    assert other.copies() == {}
    for tablet, told in ((lead, ["Réparé mardi"]), (joined, ["Réparé mardi"]), (other, [])):
        assert [each.words for each in tablet.store.answers_of(mine.id)] == told


@pytest.mark.database
def test_many_pages_cut_anywhere_arrive_whole(place: Field) -> None:
    writer, reader = place.tablet(), place.tablet()
    walk = writer.walk()
    writer.answers(1099, walk.id)
    reader.report(walk_id=walk.id)
    reader.sync_whole()
    writer.sync_whole()
    place.proxy.plan(
        Fault(to="pull", cut_answer=30_000), Fault(to="pull"), Fault(to="pull", drop_answer=True), Fault(to="pull")
    )
    faults = 0
    while place.proxy.planned:
        faults += reader.sync().fault is not None
    assert faults == 2
    reader.sync_whole()
    copied = reader.copies()
    assert {key: codec.sha256(copied[key]) for key in writer.heads()} == writer.heads()


def test_a_page_that_was_not_stored_is_asked_for_again(place: Field) -> None:
    """The process dies between a page and its storing: the cursors are those of before."""
    writer, reader = place.tablet(), place.tablet(HERE)
    report = writer.report()
    writer.sync_whole()
    before = reader.store.copies.cursors()
    reader.close()
    program = textwrap.dedent(
        f"""
        import os, pathlib
        from sync.client.engine import Engine
        from walker.store import open_store
        store = open_store(pathlib.Path({str(reader.folder)!r}))
        keep = store.copies._store
        def die(pulled, generation):
            keep(pulled, generation)
            os._exit(9)
        store.copies._store = die
        Engine(store.outbox).sync()
        """
    )
    died = subprocess.run([sys.executable, "-c", program], check=False, timeout=50)
    assert died.returncode == 9
    reader.open()
    assert (reader.store.copies.cursors(), report.id in reader.copies()) == (before, False)
    reader.sync_whole()
    assert report.id in reader.copies()


def test_a_page_damaged_on_its_way_is_not_stored(place: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    writer, reader = place.tablet(), place.tablet(HERE)
    report = writer.report("Intact")
    writer.sync_whole()
    pull = transport_of.Transport.pull

    def damaged(self: transport_of.Transport, request: messages.PullRequest) -> messages.PullAnswer:
        answer = pull(self, request)
        plain = codec.to_json(answer)
        for row in plain["records"]:
            row["body"] = row["body"].replace("Intact", "Infect")
        return codec.from_json(messages.PullAnswer, plain)

    with monkeypatch.context() as patched:
        patched.setattr(transport_of.Transport, "pull", damaged)
        assert reader.sync().fault is not None
    reader.sync_whole()
    assert b"Intact" in reader.copies()[report.id]


# --- the link


@pytest.mark.parametrize("cut", [1, 200, 700])
@pytest.mark.parametrize("to", ["hello", "push", "pull"])
def test_a_cut_at_any_place_of_a_request_loses_nothing(place: Field, to: str, cut: int) -> None:
    tablet = place.tablet(HERE)
    for n in range(20):
        tablet.report(f"Constat {n}")
    place.proxy.plan(Fault(to=to, cut_request=cut), Fault(to=to, cut_answer=cut))
    for _ in range(3):
        tablet.sync()
    tablet.sync_whole()
    held = place.state_of(tablet)
    assert held["heads"] == tablet.heads()
    assert held["conflicts"] == []


def test_no_link_at_all_is_said_and_nothing_else_happens(place: Field) -> None:
    tablet = place.tablet()
    report = tablet.report()
    place.proxy.down = True
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.UNREACHABLE
    assert (result.exit_code, result.backlog.left) == (3, 1)
    place.proxy.heal()
    assert tablet.sync_whole().sent == 1
    assert tablet.heads() == {report.id: tablet.hash_of(report.id)}


def test_a_link_kept_alive_serves_a_whole_sync(place: Field) -> None:
    """At most one connection for messages and one for each of the media threads."""
    tablet = place.tablet()
    for _ in range(8):
        tablet.photo()
    tablet.sync_whole()
    assert place.proxy.connections <= 4, place.proxy.requests


def heads_of(*tablets: Tablet) -> dict[str, str]:
    return {key: value for tablet in tablets for key, value in tablet.heads().items()}


@pytest.mark.database
def test_two_tablets_that_write_at_once_end_with_the_same_findings(place: Field) -> None:
    one, two = place.tablet(HERE), place.tablet(HERE)
    for n in range(10):
        one.report(f"A{n}")
        two.report(f"B{n}")
        (one if n % 2 else two).sync()
    for tablet in (one, two, one):
        tablet.sync_whole()
    for mine, other in ((one, two), (two, one)):
        copied = mine.copies()
        assert {key: codec.sha256(copied[key]) for key in other.heads()} == other.heads()


@pytest.mark.database
@pytest.mark.parametrize("at", ["push", "previews", "media", "pull"])
def test_a_sync_that_is_stopped_ends_soon_keeps_what_was_acknowledged_and_loses_nothing(place: Field, at: str) -> None:
    other, tablet = place.tablet(HERE), place.tablet(HERE)
    walk = other.walk(territory=HERE)
    other.answers(1099, walk.id)
    other.sync_whole()
    tablet.report(walk_id=walk.id)  # its writer reads the walk
    tablet.answers(1098, tablet.walk().id)
    for _ in range(16):
        tablet.photo(picture(8_000))
    stop = threading.Event()
    place.proxy.forget()
    place.proxy.plan(Fault(to=at, meanwhile=stop.set))
    result = Engine(cast(Outbox, tablet.store.outbox), stopping=stop.is_set).sync()
    assert result.fault is not None and result.fault.error is ErrorCode.STOPPED
    assert stop.is_set()
    after = place.proxy.requests[[at in line for line in place.proxy.requests].index(True) + 1 :]
    assert len(after) <= 6, after  # of 15: what the other connections began before this answer came
    assert result.sent == (500 if at == "push" else 1116)
    tablet.sync_whole()
    assert place.state_of(tablet)["heads"].keys() >= tablet.heads().keys()
    assert set(other.heads()) <= set(tablet.copies())
