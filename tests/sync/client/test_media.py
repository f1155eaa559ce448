"""The unit of resumption is bytes: what the server has is not sent again, what it lacks is never called sent."""

from __future__ import annotations

import random
import signal
import socket
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.client import upload
from sync.protocol import codec, endpoints
from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.media_frames import HEAD_BYTES
from sync.protocol.outgoing import OutgoingMedium
from sync.protocol.records import Photo, VoiceNote
from tests.sync.client.field import HERE, Field, Tablet, picture
from tests.sync.client.proxy import Fault

CHUNK = 64 * 1024
SIZE = 3_000_000
# What a request says before its bytes.
HEADERS = 600
# 16 kB in 2 ms: a link of 65 Mbit/s.
PACE = 0.002


def sizes(photo: Photo) -> int:
    return (photo.size or 0) + (photo.preview_size or 0)


@pytest.mark.database
def test_a_checked_photo_arrives_whole_and_its_original_never_leaves(place: Field) -> None:
    tablet = place.tablet()
    final = picture()
    held = tablet.store.photos.add(Photo(**shot()), b"\xff\xd8\xffPRIVATE")
    result = tablet.sync()
    assert (result.media_bytes, result.backlog.held) == (0, (held.id,))
    photo = tablet.store.photos.check(held.id, final)
    result = tablet.sync_whole()
    assert result.media_bytes == len(final.jpeg) + len(final.preview) == sizes(photo)
    for sha256, content in ((photo.sha256, final.jpeg), (photo.preview_sha256, final.preview)):
        assert place.gup.file_of(str(sha256)).read_bytes() == content
    assert tablet.store.photos.state(photo) == "sent"


@pytest.mark.database
def test_a_voice_note_leaves_only_once_listened_to_and_arrives_whole(place: Field) -> None:
    tablet = place.tablet()
    recording = tablet.store.voices.begin(VoiceNote(**shot()), 16_000)
    recording.append(b"\x01\x02" * 40_000)
    note = tablet.store.voices.finish(recording)
    assert note is not None
    content = tablet.store.voices.sound(note).read_bytes()
    result = tablet.sync()
    assert (result.media_bytes, result.backlog.held) == (0, (note.id,))
    kept = tablet.store.voices.check(note.id)
    result = tablet.sync_whole()
    assert result.media_bytes == len(content) == kept.size
    assert place.gup.file_of(str(kept.sha256)).read_bytes() == content


@pytest.mark.database
def test_neither_preview_nor_full_size_leaves_before_a_person_accepted(place: Field) -> None:
    """A camera's real file, looked at by the finder and drawn on: every sync before the acceptance sends none of it."""
    from walker.domain.photo_check import accept
    from walker.domain.photo_marks import Marks
    from walker.domain.shots import keep_file, new_report

    tablet = place.tablet()
    store = tablet.store
    file = Path(__file__).parents[3] / "resources" / "demo" / "photos" / "03-encombrants.jpg"
    moment = datetime.now(UTC)
    photo = keep_file(store, lambda: moment, file, new_report(None, None, moment))
    store.photos.looked(photo.id, [(1000, 1000, 2000, 2000, 0, 90)], "found")
    store.photos.draw(photo.id, Marks().stroked([(5000, 5000)], (500, 500)).kept())
    for _ in range(2):
        result = tablet.sync()
        assert (result.media_bytes, result.backlog.held) == (0, (photo.id,))
        assert photo.id not in tablet.heads()
    accepted = accept(store, photo.id)
    result = tablet.sync_whole()
    assert result.media_bytes == sizes(accepted)
    sent = place.gup.file_of(str(accepted.sha256)).read_bytes()
    assert sent == store.media.path(str(accepted.sha256)).read_bytes() != file.read_bytes()


def shot() -> dict[str, str]:
    from sync.protocol import ids, times

    now = times.now()
    return {"id": ids.new_id(), "writer": "", "created_at": now, "updated_at": now}


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_after_a_cut_at_any_byte_at_most_one_chunk_is_sent_again(place: Field, seed: int) -> None:
    """performance.md section 3: re-sent after a cut at any byte, at most 64 kB a live connection."""
    dice = random.Random(seed)
    cuts = [dice.randrange(1, SIZE // 2) for _ in range(dice.randrange(1, 4))]
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    place.proxy.pace = PACE
    place.proxy.plan(*(Fault(to="/media", cut_request=cut) for cut in cuts))
    tablet.sync()
    place.proxy.heal()
    tablet.sync_whole()
    assert place.gup.has_whole(str(photo.sha256))
    lives = sum("/media" in line for line in place.proxy.requests)
    again = place.proxy.media_up - SIZE - lives * HEADERS
    assert again <= CHUNK * len(cuts), f"{again} bytes again after cuts at {cuts}"


def test_a_link_that_carries_little_at_a_time_gets_a_photo_there(place: Field) -> None:
    """Each connection dies after 128 kB, and costs at most one chunk."""
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    place.proxy.life, place.proxy.pace = (lambda: 128 * 1024), PACE
    for _ in range(3):
        if not tablet.sync().backlog.left:
            break
    assert place.gup.has_whole(str(photo.sha256))
    lives = place.proxy.connections
    assert place.proxy.media_up <= SIZE + lives * CHUNK, place.proxy.media_up


def test_a_photo_the_server_already_has_is_not_sent_again(place: Field) -> None:
    """The answer to the last byte was lost: the next sync asks, and sends nothing."""
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    place.proxy.plan(Fault(to="/media", drop_answer=True), Fault(to="/media", drop_answer=True))
    cut = tablet.sync()
    assert cut.fault is not None and cut.backlog.left == 1
    assert place.gup.has_whole(str(photo.sha256))
    place.proxy.forget()
    assert tablet.sync_whole().media_bytes == 0
    assert place.proxy.media_up < 2 * HEADERS
    assert [line.split()[0] for line in place.proxy.requests if "/media" in line] == ["HEAD"]


def test_after_a_new_epoch_the_photos_the_server_still_has_are_not_sent_again(fresh_place: Field) -> None:
    tablet = fresh_place.tablet()
    tablet.photo(picture(SIZE))
    tablet.sync_whole()
    fresh_place.gup.office.new_epoch()
    fresh_place.proxy.forget()
    tablet.sync_whole()
    assert fresh_place.proxy.media_up < 2 * HEADERS


@pytest.mark.database
def test_previews_of_all_come_before_any_full_size(place: Field) -> None:
    tablet = place.tablet()
    for _ in range(40):
        tablet.photo(picture(20_000, preview=39_000))
    tablet.sync_whole()
    sent = [line for line in place.proxy.requests if "previews" in line or "/media" in line]
    first_full = next(place for place, line in enumerate(sent) if "/media" in line)
    assert 2 <= first_full <= 4
    assert len(sent) < first_full + 40, "full sizes go together too"
    assert not any("previews" in line for line in sent[first_full:])


@pytest.mark.database
def test_a_single_photo_that_was_damaged_at_its_first_byte_goes_again(place: Field) -> None:
    tablet = place.tablet()
    photo = tablet.photo()
    place.proxy.plan(Fault(to="/media", flip=0))
    result = tablet.sync()
    assert (result.kept, result.backlog.left) == (0, 0)
    assert place.gup.has_whole(str(photo.sha256))


@pytest.mark.database
@pytest.mark.parametrize("at", [2_000, HEAD_BYTES])
def test_a_preview_that_was_damaged_on_its_way_goes_again(place: Field, at: int) -> None:
    """It is whole on the tablet: no person has anything to decide."""
    tablet = place.tablet()
    photo = tablet.photo()
    place.proxy.plan(Fault(to="previews", flip=at))
    result = tablet.sync()
    assert (result.kept, result.backlog.left) == (0, 1)
    tablet.sync_whole()
    assert place.gup.has_whole(str(photo.preview_sha256))


@pytest.mark.database
@pytest.mark.parametrize("harm", ["gone", "changed", "cut short"])
def test_a_file_that_is_lost_goes_to_the_tray_and_the_rest_goes_on(place: Field, harm: str) -> None:
    tablet = place.tablet()
    photos = [tablet.photo() for _ in range(3)]
    path = tablet.store.media.path(str(photos[1].sha256))
    content = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(content[:50_000] if harm == "cut short" else content.replace(content[5000:5004], b"0000"))
    result = tablet.sync()
    assert [(line.id, line.code) for line in result.backlog.refused] == [(photos[1].id, "missing_file")]
    assert (result.exit_code, result.backlog.left) == (4, 0)
    assert [place.gup.has_whole(str(photo.sha256)) for photo in photos] == [True, False, True]
    path.write_bytes(content)
    tablet.store.outbox.try_again(photos[1].id)
    tablet.sync_whole()
    assert place.gup.has_whole(str(photos[1].sha256))


@pytest.mark.database
def test_bytes_changed_on_their_way_are_never_kept_under_the_name_of_others(place: Field) -> None:
    """A wrong sha256 at the last byte: the server throws the part away, and the true bytes can come after."""
    tablet = place.tablet()
    photo = tablet.photo()
    tablet.store.outbox.outgoing(1)
    place.proxy.plan(Fault(to="/media", cut_request=1), Fault(to="HEAD", cut_request=1))
    tablet.sync()
    path = tablet.store.media.path(str(photo.sha256))
    wrong = tablet.folder / "wrong"
    wrong.write_bytes(path.read_bytes()[:-1] + b"?")
    with tablet.transport() as transport, wrong.open("rb") as file, pytest.raises(Refused) as refused:
        transport.create_medium(str(photo.sha256), photo.size or 0, file)
    assert refused.value.error is ErrorCode.WRONG_HASH
    assert not place.gup.file_of(str(photo.sha256)).exists()
    tablet.sync_whole()
    assert place.gup.has_whole(str(photo.sha256))


def test_a_file_that_changes_while_it_is_sent_is_sent_again_or_kept_back(
    place: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checked before, changed during: the server's own check stands between that and a wrong picture."""
    tablet = place.tablet()
    photo = tablet.photo()
    monkeypatch.setattr(upload, "_is_itself", lambda file, medium: True)
    path = tablet.store.media.path(str(photo.sha256))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.WRONG_HASH
    assert result.backlog.left == 1
    assert not place.gup.file_of(str(photo.sha256)).exists()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_restarted_between_two_chunks_goes_on_where_it_was(fresh_place: Field, how: signal.Signals) -> None:
    tablet = fresh_place.tablet()
    photo = tablet.photo(picture(SIZE))
    fresh_place.proxy.pace = PACE
    fresh_place.proxy.plan(
        Fault(to="/media", cut_request=SIZE // 2), Fault(to="HEAD", first=lambda: fresh_place.restart(how))
    )
    tablet.sync()
    tablet.sync_whole()
    assert fresh_place.gup.has_whole(str(photo.sha256))
    assert fresh_place.proxy.media_up <= SIZE + CHUNK + 5 * HEADERS


@pytest.mark.database
def test_the_same_picture_twice_goes_once_and_belongs_to_both(place: Field) -> None:
    tablet = place.tablet()
    final = picture()
    one, two = tablet.photo(final), tablet.photo(final)
    assert tablet.sync_whole().media_bytes == sizes(one)
    tablet.store.photos.delete(one.id)
    tablet.sync_whole()
    assert place.gup.has_whole(str(two.sha256))
    tablet.store.photos.delete(two.id)
    tablet.sync_whole()
    assert not place.gup.file_of(str(two.sha256)).exists()


@pytest.mark.database
def test_a_later_blur_replaces_the_bytes_on_the_server(place: Field) -> None:
    tablet = place.tablet()
    before, after = picture(), picture()
    photo = tablet.photo(before)
    tablet.sync_whole()
    again = tablet.store.photos.check(photo.id, after)
    tablet.sync_whole()
    assert not place.gup.file_of(str(photo.sha256)).exists()
    assert not place.gup.file_of(str(photo.preview_sha256)).exists()
    assert place.gup.has_whole(str(again.sha256)) and place.gup.has_whole(str(again.preview_sha256))


@pytest.mark.database
def test_bytes_superseded_once_and_named_again_are_sent_again(place: Field) -> None:
    """An arrow put on a photo and taken away: the server deleted the first bytes, so their receipt is worthless."""
    tablet = place.tablet()
    plain, with_arrow = picture(), picture()
    photo = tablet.photo(plain)
    tablet.sync_whole()
    tablet.store.photos.check(photo.id, with_arrow)
    tablet.sync_whole()
    assert not place.gup.file_of(str(photo.sha256)).exists()
    tablet.store.photos.check(photo.id, plain)
    tablet.sync_whole()
    assert place.gup.has_whole(str(photo.sha256)) and place.gup.has_whole(str(photo.preview_sha256))


@pytest.mark.database
def test_a_photo_erased_by_the_office_is_not_sent_and_leaves_the_tablet(place: Field) -> None:
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    place.proxy.plan(Fault(to="/media", cut_request=SIZE // 2), Fault(to="HEAD", cut_request=1))
    tablet.sync()
    place.gup.office.erase(record=photo.id)
    tablet.sync()
    tablet.sync_whole()
    assert tablet.store.records.find(photo.id) is None
    assert not tablet.store.media.path(str(photo.sha256)).exists()
    assert not place.gup.file_of(str(photo.sha256)).exists()


@pytest.mark.database
def test_a_medium_that_no_accepted_record_names_is_refused(place: Field) -> None:
    tablet = place.tablet()
    path = tablet.folder / "stray"
    path.write_bytes(picture(5000).jpeg)
    stray = OutgoingMedium(sha256=codec.sha256(path.read_bytes()), size=5000, path=path, preview=False)
    with tablet.transport() as transport, pytest.raises(Refused) as refused:
        upload.send_medium(transport, stray, offset=0)
    assert refused.value.error is ErrorCode.UNKNOWN_MEDIUM


def test_a_newer_request_takes_over_from_one_whose_link_died_in_silence(place: Field) -> None:
    """No reset, no farewell: of what the dead request carried at most a chunk is lost, and it blocks nobody."""
    tablet = place.tablet(HERE)
    photo = tablet.photo(picture(SIZE))
    place.proxy.plan(Fault(to="/media", cut_request=1), Fault(to="HEAD", cut_request=1))
    tablet.sync()
    carried = 1_000_000
    with open_half(place, tablet, photo, carried) as silent, tablet.transport() as transport:
        deadline = time.monotonic() + 10
        part = place.gup.data / "media" / "parts" / tablet.id / str(photo.sha256)
        while part_size(part) < carried - CHUNK and time.monotonic() < deadline:
            time.sleep(0.01)
        assert carried - CHUNK <= transport.medium_offset(str(photo.sha256)) <= carried
        tablet.sync_whole()
        assert place.gup.has_whole(str(photo.sha256))
        assert silent.fileno() >= 0


def part_size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def open_half(place: Field, tablet: Tablet, photo: Photo, carried: int) -> socket.socket:
    """A request that announces all its bytes, brings some of them, and falls silent."""
    enrolment = tablet.store.outbox.enrolment()
    assert enrolment is not None
    host, port = place.gup.url.removeprefix("http://").split(":")
    silent = socket.create_connection((host, int(port)))
    head = (
        f"PATCH /api/v1/media/{photo.sha256} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {enrolment.token}\r\n"
        f"Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: {endpoints.TUS_TYPE}\r\n"
        f"Content-Length: {SIZE}\r\n\r\n"
    )
    silent.sendall(head.encode() + tablet.store.media.path(str(photo.sha256)).read_bytes()[:carried])
    return silent


def test_a_preview_is_within_what_one_request_may_hold() -> None:
    """The limits fit together: 25 previews of the greatest size and their frames go in one request."""
    assert 25 * (endpoints.MAX_PREVIEW_BYTES + 36) <= endpoints.MAX_PREVIEWS_BYTES
