"""A code makes a tablet known; losing that knowledge never costs its data."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sync.client.enrol import enrol
from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from tests.sync.client.field import HERE, Field, Gup


@pytest.mark.database
def test_a_code_works_once_and_gives_its_territories(place: Field) -> None:
    tablet, code = place.new_tablet(), place.code(HERE)
    assert tablet.enrol(code).territories == (HERE,)
    known = place.gup.office.device(device=tablet.id)
    assert (known["name"], known["territories"], known["revoked"]) == (
        f"Tablette {tablet.id[-4:].upper()}",
        [HERE],
        False,
    )
    with pytest.raises(SyncError) as used:
        place.new_tablet().enrol(code)
    assert used.value.error is ErrorCode.BAD_ENROL_CODE


@pytest.mark.database
def test_a_code_typed_in_small_letters_with_spaces_works(place: Field) -> None:
    tablet = place.new_tablet()
    tablet.enrol(f" {place.code().lower().replace('-', ' ')} ")
    tablet.sync_whole()


@pytest.mark.database
def test_a_wrong_or_expired_code_leaves_the_tablet_as_it_was(place: Field) -> None:
    tablet = place.new_tablet()
    report = tablet.report()
    for code in ("WRNG-CODE", place.code(minutes=-1)):
        with pytest.raises(SyncError) as refused:
            tablet.enrol(code)
        assert refused.value.error is ErrorCode.BAD_ENROL_CODE
        assert "\n" not in str(refused.value)
    assert tablet.store.outbox.enrolment() is None
    assert tablet.store.records.get(report.id) == report


def test_a_sync_before_enrolment_says_what_to_type(place: Field) -> None:
    with pytest.raises(LocalFault) as fault:
        place.new_tablet().sync()
    assert fault.value.error is ErrorCode.NOT_ENROLLED
    assert "walker enrol" in str(fault.value)


class _Shop(BaseHTTPRequestHandler):
    """A web server that is none of ours."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = b'{"cart": []}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


def test_a_server_that_is_none_of_ours_is_named(place: Field) -> None:
    shop = ThreadingHTTPServer(("127.0.0.1", 0), _Shop)
    serving = threading.Thread(target=shop.serve_forever)
    serving.start()
    try:
        with pytest.raises(SyncError) as refused:
            enrol(f"http://127.0.0.1:{shop.server_port}", "K7QP-2M9X", place.new_tablet().store.identity)
    finally:
        shop.shutdown()
        shop.server_close()
        serving.join()
    assert refused.value.error is ErrorCode.NOT_A_SERVER


@pytest.mark.database
def test_enrolling_again_keeps_id_data_and_what_was_acknowledged(place: Field) -> None:
    tablet = place.tablet()
    device, report = tablet.id, tablet.report()
    tablet.sync_whole()
    tablet.enrol(place.code(HERE))
    assert tablet.id == device
    assert place.gup.office.device(device=device)["territories"] == [HERE]
    again = tablet.sync_whole()
    assert (again.sent, again.same) == (0, 0)
    assert place.state_of(tablet)["heads"] == {report.id: tablet.hash_of(report.id)}


@pytest.mark.database
def test_the_token_of_before_is_worth_nothing_once_a_tablet_enrolled_again(place: Field) -> None:
    tablet = place.tablet()
    clone = place.clone(tablet)
    tablet.enrol(place.code())
    clone.report("Banc cassé")
    fault = clone.sync()
    assert fault.fault is not None and fault.fault.error is ErrorCode.UNKNOWN_DEVICE
    assert fault.backlog.left == 1


@pytest.mark.database
def test_another_key_for_the_same_id_is_refused(place: Field) -> None:
    tablet, other = place.tablet(), place.new_tablet()
    other.store.settings.set("device_id", tablet.id)
    (other.folder / "device_key").write_bytes(bytes(range(32)))
    with pytest.raises(SyncError) as refused:
        other.enrol(place.code())
    assert refused.value.error is ErrorCode.DEVICE_MISMATCH
    tablet.sync_whole()


@pytest.mark.database
def test_a_revoked_tablet_is_told_so_and_keeps_everything(place: Field) -> None:
    tablet = place.tablet()
    sent = tablet.report("Avant")
    tablet.sync_whole()
    place.gup.office.revoke(device=tablet.id)
    kept = tablet.report("Après")
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.REVOKED_DEVICE
    assert (result.exit_code, result.backlog.left) == (4, 1)
    assert [each.text for each in tablet.store.records.all(type(kept))] == ["Avant", "Après"]
    tablet.enrol(place.code())
    assert tablet.sync_whole().sent == 1
    assert set(place.state_of(tablet)["heads"]) == {sent.id, kept.id}


def test_a_tablet_revoked_between_two_requests_keeps_what_was_not_acknowledged(place: Field) -> None:
    """S-sync: told at its next request, whichever that is."""
    from tests.sync.client.proxy import Fault

    tablet = place.tablet()
    tablet.photo()
    place.proxy.plan(Fault(to="previews", first=lambda: place.gup.office.revoke(device=tablet.id)))
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.REVOKED_DEVICE
    assert (result.sent, result.backlog.left, result.kept) == (1, 2, 0)
    tablet.enrol(place.code())
    assert tablet.sync_whole().media_bytes > 100_000


def test_a_server_whose_data_was_replaced_gets_everything_after_enrolling_again(
    fresh_gup: Callable[[], Gup], fresh_place: Field
) -> None:
    tablet = fresh_place.tablet()
    tablet.report("Un")
    photo = tablet.photo()
    tablet.sync_whole()
    replaced = fresh_gup()
    fresh_place.proxy.to = replaced.url
    unknown = tablet.sync()
    assert unknown.fault is not None and unknown.fault.error is ErrorCode.UNKNOWN_DEVICE
    assert len(tablet.heads()) == 2
    tablet.enrol(str(replaced.office.enrol_code(territories=[], minutes=5)))
    assert tablet.sync_whole().sent == 2
    assert replaced.office.state(writer=tablet.id)["heads"] == tablet.heads()
    assert replaced.has_whole(str(photo.sha256))


def test_a_tablet_takes_up_its_renewed_token_by_itself(place: Field) -> None:
    """Issue 4, item 7: the whole of it over HTTP; the tablet that was away for a month goes on without a person."""
    tablet = place.tablet(HERE)
    before = tablet.store.identity.token()
    place.gup.office.age_token(device=tablet.id, days=31)
    tablet.sync_whole()
    given = tablet.store.identity.token()
    assert given != before
    report = tablet.report()
    tablet.sync_whole()
    assert tablet.store.identity.token() == given
    assert report.id in place.state_of(tablet)["heads"]
