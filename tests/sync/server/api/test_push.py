"""Push: each record is answered, none is lost, none is overwritten, pushing again changes nothing."""

from __future__ import annotations

import dataclasses
import gzip
import json
from collections.abc import Callable

import pytest
from wire import Tablet, item

from sync.protocol import codec, endpoints, ids, messages, records, times, track
from sync.server.api import push, receivers
from sync.server.api.placing import Placing
from sync.server.records import access, actions
from sync.server.records.feed import Head
from sync.server.records.models import Conflict, Feed, Record, Unreceived

pytestmark = [pytest.mark.database, pytest.mark.django_db]
Enrol = Callable[..., Tablet]


def outcomes(answer: messages.PushAnswer) -> list[str]:
    return [each.outcome for each in answer.outcomes]


def changed(record: records.Record, **fields: object) -> records.Record:
    return dataclasses.replace(record, revision=record.revision + 1, **fields)


def test_a_record_is_kept_as_the_very_bytes_that_were_sent(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    sent = item(tablet.report(text="Poubelle renversée — côté nº 12"))
    assert outcomes(tablet.push(sent)) == ["accepted"]
    row = Record.objects.get()
    assert bytes(row.body) == sent.body.encode()
    assert (row.hash, row.writer, row.device) == (sent.hash, tablet.id, tablet.id)


def test_unknown_fields_of_a_newer_tablet_are_kept(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    plain = codec.to_json(tablet.report()) | {"smell": "strong", "more": {"a": [1, 2]}}
    body = codec.canonical(plain)
    pushed = messages.PushItem(hash=codec.sha256(body), body=body.decode())
    assert outcomes(tablet.push(pushed)) == ["accepted"]
    assert bytes(Record.objects.get().body) == body


def test_pushing_again_is_answered_same_and_writes_nothing(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    sent = item(tablet.report())
    tablet.push(sent)
    before = Feed.objects.get().seq
    assert outcomes(tablet.push(sent, sent)) == ["same", "same"]
    assert Feed.objects.get().seq == before


def test_a_revision_on_the_head_is_accepted_and_the_older_hash_stays_known(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    first = tablet.report()
    old = item(first)
    tablet.push(old)
    new = item(changed(first, text="Toujours éteint"), base=old.hash)
    assert outcomes(tablet.push(new)) == ["accepted"]
    assert outcomes(tablet.push(old)) == ["same"]
    assert access.get(records.Report, first.id).text == "Toujours éteint"  # type: ignore[union-attr]


def test_two_revisions_of_one_record_in_one_push_are_both_taken(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    first = tablet.report()
    old = item(first)
    new = item(changed(first), base=old.hash)
    assert outcomes(tablet.push(old, new)) == ["accepted", "accepted"]
    assert Record.objects.get().hash == new.hash
    assert outcomes(tablet.push(old)) == ["same"]


def test_a_lost_answer_is_mended_by_pushing_on_the_head_it_names(enrol_tablet: Enrol) -> None:
    """The tablet edits after a push whose answer it never got: stale names the head it once sent."""
    tablet = enrol_tablet()
    first = tablet.report()
    second = changed(first, text="deux")
    third = changed(second, text="trois")
    one, two = item(first), item(second, base=item(first).hash)
    tablet.push(one)
    tablet.push(two)
    answer = tablet.push(item(third, base=one.hash))
    assert outcomes(answer) == ["stale"]
    assert answer.outcomes[0].head == two.hash
    assert outcomes(tablet.push(item(third, base=answer.outcomes[0].head))) == ["accepted"]
    assert not Conflict.objects.exists()


def test_a_cloned_tablet_overwrites_nothing_and_both_versions_are_kept(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    first = tablet.report()
    base = item(first).hash
    tablet.push(item(first))
    mine, clones = item(changed(first, text="l’une"), base), item(changed(first, text="l’autre"), base)
    assert outcomes(tablet.push(mine)) == ["accepted"]
    assert outcomes(tablet.push(clones)) == ["stale"]
    assert Record.objects.get().hash == mine.hash
    assert tablet.push(clones).outcomes[0].head_body == mine.body, "so that a person reads both"
    kept = Conflict.objects.get()
    assert (bytes(kept.body), kept.head) == (clones.body.encode(), mine.hash)


def test_an_id_that_another_tablet_took_is_a_conflict_and_both_are_kept(enrol_tablet: Enrol) -> None:
    first, second = enrol_tablet(), enrol_tablet()
    mine = first.report()
    theirs = second.report(id=mine.id, text="autre chose")
    first.push(mine)
    answer = second.push(theirs)
    assert outcomes(answer) == ["conflict"]
    assert answer.outcomes[0].head_body is None, "another tablet's words are not told"
    assert access.get(records.Report, mine.id) == mine
    assert bytes(Conflict.objects.get().body) == codec.encode(theirs)


def test_a_base_without_a_head_is_stale(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    answer = tablet.push(item(tablet.report(), base="0" * 64))
    assert outcomes(answer) == ["stale"]
    assert answer.outcomes[0].head is None


def test_one_bad_record_never_blocks_the_others(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    good = [item(tablet.report()) for _ in range(3)]
    spaced = json.dumps(codec.to_json(tablet.report()))
    plain = codec.to_json(tablet.report())
    now = times.now()
    office = records.Answer(
        id=ids.new_id(), writer=tablet.id, created_at=now, updated_at=now,
        report_id=ids.new_id(), words="", status="done", published_at=now,
    )  # fmt: skip

    def raw(body: str) -> messages.PushItem:
        return messages.PushItem(hash=codec.sha256(body.encode()), body=body)

    bad = {
        "hash_mismatch": messages.PushItem(hash="0" * 64, body=good[0].body),
        "malformed": raw("{"),
        "not_canonical": raw(spaced),
        "unknown_record": raw(codec.canonical(plain | {"record": "dream"}).decode()),
        "bad_field": raw(codec.canonical(plain | {"felt_safety": "high"}).decode()),
        "not_yours": item(tablet.report(writer=ids.new_id())),
        "not_allowed_here": item(office),
    }
    answer = tablet.push(good[0], *bad.values(), *good[1:])
    assert outcomes(answer) == ["accepted"] + ["rejected"] * len(bad) + ["accepted"] * 2
    assert [each.code for each in answer.outcomes[1:-2]] == list(bad)
    assert answer.outcomes[5].field == "felt_safety"
    assert Record.objects.count() == 3


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("revision", {"revision": 0}),
        ("revision", {"revision": 2**31}),
        ("", {"text": "a\0b"}),
    ],
)
def test_what_a_database_could_not_hold_is_refused_alone(
    enrol_tablet: Enrol, field: str, fields: dict[str, object]
) -> None:
    tablet = enrol_tablet()
    answer = tablet.push(tablet.report(**fields), tablet.report())
    assert outcomes(answer) == ["rejected", "accepted"]
    assert (answer.outcomes[0].code, answer.outcomes[0].field or "") == ("bad_field", field)


def test_a_lone_surrogate_is_refused_and_not_a_crash(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    body = codec.encode(tablet.report()).decode().replace("Lampadaire", "\\ud800")
    answer = tablet.push(messages.PushItem(hash=codec.sha256(body.encode()), body=body))
    assert answer.outcomes[0].code == "not_canonical"


def test_a_photo_that_no_person_checked_stays_on_its_tablet(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    answer = tablet.push(tablet.photo(b"\xff\xd8\xff", checked_at=None))
    assert (answer.outcomes[0].code, answer.outcomes[0].field) == ("bad_field", "checked_at")


def test_an_erased_record_is_gone_and_does_not_come_back(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    report = tablet.report()
    tablet.push(report)
    actions.erase(report.id, reason="person_asked")
    assert outcomes(tablet.push(report, changed(report))) == ["gone", "gone"]
    assert not Record.objects.exists()


def test_too_many_records_are_refused_whole(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    same = item(tablet.report())
    request = messages.PushRequest(records=(same,) * (endpoints.MAX_PUSH_RECORDS + 1))
    assert tablet.ask(endpoints.PUSH, request, compress=True).fault().error == "too_many_records"


def test_a_bomb_is_not_inflated(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    bomb = gzip.compress(b" " * 200_000_000, 9)
    assert len(bomb) < endpoints.MAX_PUSH_BYTES
    assert tablet.raw("POST", endpoints.PUSH, bomb, Content_Encoding="gzip").fault().error == "too_large"


@pytest.mark.parametrize("body", [b"", b"\x1f\x8b\x08\x00", b"not gzip", gzip.compress(b"{}", mtime=0)[:-4]])
def test_what_is_cut_or_not_gzip_is_malformed(enrol_tablet: Enrol, body: bytes) -> None:
    reply = enrol_tablet().raw("POST", endpoints.PUSH, body, Content_Encoding="gzip")
    assert (reply.status, reply.fault().error) == (400, "malformed")


def test_the_answer_names_the_media_that_are_wanted(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    photo = tablet.photo(b"\xff\xd8\xff full", preview_sha256="a" * 64, preview_size=100)
    assert set(tablet.push(photo).wanted) == {photo.sha256, "a" * 64}


def test_a_receiver_that_fails_loses_neither_its_record_nor_the_others(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def fail_on_some(reports: list[records.Report], feed: object) -> None:
        if any(report.text == "poison" for report in reports):
            raise RuntimeError("a bug")
        seen.extend(report.id for report in reports)

    monkeypatch.setitem(receivers.RECEIVERS, records.Report, fail_on_some)
    tablet = enrol_tablet()
    poison, good = tablet.report(text="poison"), tablet.report()
    assert outcomes(tablet.push(poison, good)) == ["accepted", "accepted"]
    assert seen == [good.id]
    assert Unreceived.objects.get().record_id == poison.id
    assert Record.objects.count() == 2
    assert receivers.receive_again() == 1
    monkeypatch.setitem(
        receivers.RECEIVERS, records.Report, lambda reports, feed: seen.extend(each.id for each in reports)
    )
    assert receivers.receive_again() == 0
    assert seen == [good.id, poison.id]


def test_numbers_of_the_feed_follow_one_another_without_holes(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    before = Feed.objects.get().seq
    tablet.push(*(tablet.report() for _ in range(20)))
    assert sorted(Record.objects.values_list("seq", flat=True)) == list(range(before + 1, before + 21))


def with_field(record: records.Record, **fields: object) -> messages.PushItem:
    """A record as a faulty tablet writes it: canonical, and not what was agreed."""
    body = codec.canonical(codec.to_json(record) | fields)
    return messages.PushItem(hash=codec.sha256(body), body=body.decode())


POINT = records.Position(lat_e7=488_867_310, lon_e7=23_553_120)
FAR = track.pack([track.TrackPoint(time_ms=10**17, lat_e7=0, lon_e7=0)])


@pytest.mark.parametrize(
    ("make", "fields", "named"),
    [
        (lambda t: t.report(position=POINT), {"observed_at": "2026-02-31T21:14:05.120Z"}, "observed_at"),
        (lambda t: t.walk(), {"started_at": "2026-11-22T25:61:05.120Z"}, "started_at"),
        (lambda t: t.walk(), {"next_visit_on": "2026-13-01"}, "next_visit_on"),
        (lambda t: t.segment(), {"points": "garbage"}, "points"),
        (lambda t: t.segment(), {"points": FAR}, "points"),
    ],
)
def test_a_record_that_cannot_be_is_refused_by_its_field_and_blocks_no_other(
    enrol_tablet: Enrol, make: Callable[[Tablet], records.Record], fields: dict[str, object], named: str
) -> None:
    tablet = enrol_tablet()
    answer = tablet.push(item(tablet.walk()), with_field(make(tablet), **fields), item(tablet.report()))
    assert outcomes(answer) == ["accepted", "rejected", "accepted"]
    assert (answer.outcomes[1].code, answer.outcomes[1].field) == ("bad_field", named)


def test_a_segment_of_before_that_cannot_be_read_does_not_block_its_walk(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    walk = tablet.walk()
    segment = tablet.segment(walk_id=walk.id)
    tablet.push(segment)
    for fields in ({"points": "garbage"}, {"created_at": "2026-02-31T21:14:05.120Z"}):
        Record.objects.filter(pk=segment.id).update(body=with_field(segment, **fields).body.encode())
        assert outcomes(tablet.push(tablet.walk(id=ids.new_id()), walk))[0] == "accepted"
        Record.objects.filter(pk=walk.id).delete()


def test_a_fault_of_ours_on_one_record_keeps_the_others(enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch) -> None:
    tablet = enrol_tablet()
    before, faulty, after = tablet.report(), tablet.report(text="the one we fail on"), tablet.report()
    territory_of = Placing.territory_of

    def fail(self: Placing, record: records.Record) -> str:
        if record.id == faulty.id:
            raise RuntimeError("a bug")
        return territory_of(self, record)

    monkeypatch.setattr(Placing, "territory_of", fail)
    answer = tablet.push(before, faulty, after)
    assert outcomes(answer) == ["accepted", "rejected", "accepted"]
    assert answer.outcomes[1].code == "server_fault"
    assert set(Record.objects.values_list("id", flat=True)) == {before.id, after.id}


def test_a_record_that_another_transaction_made_meanwhile_is_judged_again_and_never_overwritten(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = enrol_tablet()
    first = tablet.report(text="La première")
    tablet.push(first)
    looked = push._heads
    seen: list[int] = []

    def blind_at_first(ids: set[str]) -> dict[str, Head]:
        seen.append(len(ids))
        return {} if len(seen) == 1 else looked(ids)

    monkeypatch.setattr(push, "_heads", blind_at_first)
    second = dataclasses.replace(first, text="La seconde")
    [outcome] = tablet.push(second).outcomes
    assert (outcome.outcome, len(seen)) == ("stale", 2)
    held = access.get(records.Report, first.id)
    assert held is not None and held.text == "La première"
