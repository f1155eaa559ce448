"""Bytes that the tablet's disk changed come again from the server; nobody gets so what they may not read."""

from __future__ import annotations

import pytest

from sync.protocol import codec, messages
from sync.protocol.records import Report
from tests.sync.client.field import HERE, Field, Tablet

pytestmark = pytest.mark.database


def flip(tablet: Tablet, table: str, record_id: str) -> None:
    with tablet.store.database.write():
        body = bytearray(tablet.store.database.value(f"SELECT body FROM {table} WHERE id = ?", (record_id,)))
        body[len(body) // 2] ^= 4
        tablet.store.database.execute(f"UPDATE {table} SET body = ? WHERE id = ?", (bytes(body), record_id))
    tablet.close()  # the check is made once after each start
    tablet.open()


def test_a_record_that_the_server_holds_is_mended_by_the_next_sync(place: Field) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Entier")
    tablet.sync_whole()
    flip(tablet, "records", report.id)
    assert tablet.store.records.all(Report) == []
    tablet.sync_whole()
    assert tablet.store.records.all(Report) == [report]
    place.proxy.forget()
    tablet.sync_whole()
    assert place.proxy.requests == ["POST /api/v1/hello"]


def test_a_copy_that_changed_on_the_disk_comes_again(place: Field) -> None:
    writer, reader = place.tablet(HERE), place.tablet(HERE)
    report = writer.report("Entier")
    writer.sync_whole()
    reader.sync_whole()
    flip(reader, "copies", report.id)
    reader.sync_whole()
    assert codec.sha256(reader.copies()[report.id]) == writer.hash_of(report.id)


def test_what_only_this_tablet_had_stays_named_and_costs_no_further_request(place: Field) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Jamais envoyé")
    flip(tablet, "records", report.id)
    result = tablet.sync()
    assert [(line.id, line.code) for line in result.backlog.refused] == [(report.id, "damaged_record")]
    place.proxy.forget()
    tablet.sync()
    assert place.proxy.requests == ["POST /api/v1/hello"]


def test_an_edit_that_never_left_is_not_replaced_by_what_the_server_holds(place: Field) -> None:
    tablet = place.tablet(HERE)
    report = tablet.report("Un")
    tablet.sync_whole()
    tablet.edit(report.id, text="Deux")
    flip(tablet, "records", report.id)
    result = tablet.sync()
    assert [line.code for line in result.backlog.refused] == ["damaged_record"]
    assert '"text":"Un"' in place.gup.office.body(record=report.id)
    assert tablet.store.records.all(Report) == []


def test_nobody_is_given_what_they_may_not_read(place: Field) -> None:
    writer, other = place.tablet(HERE), place.tablet()
    report = writer.report("D’un autre")
    writer.sync_whole()
    with other.transport() as link:
        answer = link.pull(messages.PullRequest(cursors=dict(other.store.copies.cursors()), again=(report.id,)))
    assert answer.again == ()
    with writer.transport() as link:
        answer = link.pull(messages.PullRequest(cursors=dict(writer.store.copies.cursors()), again=(report.id,)))
    assert [row.hash for row in answer.again] == [writer.hash_of(report.id)]
