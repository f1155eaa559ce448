"""Several full sizes in one request: cut anywhere, harmed, gathered or refused, each ends as it would alone."""

from __future__ import annotations

import io
import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.client.engine import Engine
from sync.client.stream import Batch, Frames
from sync.protocol import endpoints
from sync.protocol.media_frames import HEAD_BYTES, head
from sync.protocol.outgoing import OutgoingMedium
from sync.protocol.records import Photo
from tests.sync.client.field import Field, Tablet, picture
from tests.sync.client.gathering import GatheringProxy
from tests.sync.client.proxy import Fault, page

CHUNK = 64 * 1024
HEADERS = 700
PHOTOS, SIZE = 5, 150_000
PACE = 0.002
NO = page("400 Bad Request", "application/json", b'{"error":"malformed","message":"no"}')


def several(tablet: Tablet, count: int = PHOTOS, size: int = SIZE) -> list[Photo]:
    return [tablet.photo(picture(size, preview=2_000)) for _ in range(count)]


def weight(photos: list[Photo]) -> int:
    return sum((photo.size or 0) + (photo.preview_size or 0) for photo in photos)


def streams(place: Field) -> int:
    return sum("/media/stream" in line for line in place.proxy.requests)


def all_there(place: Field, photos: list[Photo]) -> bool:
    return all(place.gup.has_whole(str(photo.sha256)) for photo in photos)


@pytest.mark.database
def test_all_photos_of_a_walk_go_in_one_request(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    result = tablet.sync_whole()
    assert result.media_bytes == weight(photos)
    assert [line for line in place.proxy.requests if "/media" in line] == ["POST /api/v1/media/stream"]
    assert all_there(place, photos)


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_after_cuts_at_any_byte_at_most_one_chunk_a_cut_is_sent_again(place: Field, seed: int) -> None:
    """performance.md section 3: re-sent after a cut at any byte, at most 64 kB a live connection."""
    dice = random.Random(seed)
    cuts = [dice.randrange(1, PHOTOS * SIZE * 2 // 3) for _ in range(dice.randrange(1, 4))]
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.forget()
    place.proxy.pace = PACE
    place.proxy.plan(*(Fault(to="/media", cut_request=cut) for cut in cuts))
    tablet.sync()
    place.proxy.heal()
    tablet.sync_whole()
    assert all_there(place, photos)
    lives = sum("/media" in line for line in place.proxy.requests)
    again = place.proxy.media_up - PHOTOS * SIZE - lives * HEADERS
    assert again <= CHUNK * len(cuts), f"{again} bytes again after cuts at {cuts}"


@pytest.mark.database
def test_what_arrived_though_its_answer_was_lost_is_found_by_one_question(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.plan(Fault(to="/media", drop_answer=True), Fault(to="/media", drop_answer=True))
    assert tablet.sync().fault is not None
    assert all_there(place, photos)
    place.proxy.forget()
    result = tablet.sync_whole()
    assert (result.media_bytes, streams(place)) == (0, 1)
    assert place.proxy.media_up < HEADERS + PHOTOS * HEAD_BYTES


@pytest.mark.database
def test_what_an_earlier_sync_left_half_sent_goes_on_with_one_question_for_all(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.pace = PACE
    place.proxy.plan(Fault(to="/media", cut_request=400_000), Fault(to="/media", cut_request=1))
    assert tablet.sync().fault is not None
    place.proxy.heal()
    place.proxy.forget()
    tablet.sync_whole()
    assert all_there(place, photos)
    asked = [line.split()[0] for line in place.proxy.requests if "/media" in line]
    assert (asked[0], sorted(asked)) == ("POST", ["PATCH", "POST", "POST"]), "a question, the one begun, the others"
    assert place.proxy.media_up <= PHOTOS * SIZE - 400_000 + CHUNK + 4 * HEADERS


@pytest.mark.database
def test_all_bytes_that_the_server_took_are_counted_also_those_before_a_cut(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.pace = PACE
    place.proxy.plan(Fault(to="/media", cut_request=400_000))
    assert tablet.sync_whole().media_bytes == weight(photos)


@pytest.mark.database
@pytest.mark.parametrize(
    "at",
    [
        pytest.param(SIZE + 5_000, id="amid the bytes of the second"),
        pytest.param(HEAD_BYTES, id="the first byte of a picture"),
        pytest.param(0, id="a hash"),
    ],
)
def test_one_that_was_harmed_on_its_way_goes_again_in_the_same_sync(place: Field, at: int) -> None:
    """No person has anything to decide, wherever it was harmed."""
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.plan(Fault(to="/media", flip=at))
    result = tablet.sync()
    assert (result.fault, result.kept, result.backlog.left) == (None, 0, 0)
    assert all_there(place, photos)


@pytest.mark.database
@pytest.mark.parametrize("byte", [1, 2, 3, 4])
def test_a_length_that_was_harmed_on_its_way_puts_nothing_in_the_tray(place: Field, byte: int) -> None:
    """The rest of that request cannot be read: it ends the sync, or what is left goes alone."""
    tablet = place.tablet()
    photos = several(tablet)
    place.proxy.plan(Fault(to="/media", flip=HEAD_BYTES - 5 + byte))
    assert tablet.sync().kept == 0
    result = tablet.sync()
    assert (result.fault, result.kept, result.backlog.left) == (None, 0, 0)
    assert all_there(place, photos)


@pytest.mark.database
def test_one_whose_file_is_lost_does_not_hold_the_others_up(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    path = tablet.store.media.path(str(photos[2].sha256))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    result = tablet.sync()
    assert [(line.id, line.code) for line in result.backlog.refused] == [(photos[2].id, "missing_file")]
    assert result.backlog.left == 0
    assert all_there(place, photos[:2] + photos[3:])


@pytest.mark.database
@pytest.mark.parametrize("harm", ["gone", "shorter"])
def test_a_file_that_is_lost_while_the_request_goes_costs_the_others_nothing(place: Field, harm: str) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    path = tablet.store.media.path(str(photos[3].sha256))

    def lose(phase: str, done: int, total: int) -> None:
        if phase == "bytes" and done > PHOTOS * 2_000 and path.exists():
            path.unlink() if harm == "gone" else os.truncate(path, 10)

    result = Engine(tablet.store.outbox, progress=lose).sync()
    assert [(line.id, line.code) for line in result.backlog.refused] == [(photos[3].id, "missing_file")]
    assert result.backlog.left == 0
    assert all_there(place, photos[:3] + photos[4:])


@pytest.mark.database
def test_one_that_the_server_does_not_want_goes_to_the_tray_and_the_others_arrive(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    Engine(tablet.store.outbox, full_sizes=False).sync()
    place.gup.office.erase(record=photos[1].id)
    result = tablet.sync()
    assert result.fault is None
    assert all_there(place, photos[:1] + photos[2:])
    assert not place.gup.file_of(str(photos[1].sha256)).exists()


@pytest.mark.database
@pytest.mark.parametrize("path", ["/media/stream", "/media"], ids=["many", "one"])
def test_a_request_that_the_server_ended_costs_no_photo_its_place(place: Field, path: str) -> None:
    """It took a quarter of an hour, or the server heard nothing for half a minute: that says nothing of the photos."""
    tablet = place.tablet()
    photos = several(tablet, PHOTOS if path == "/media/stream" else 1)
    place.proxy.plan(Fault(to=path, end_request=100_000))
    tablet.sync()
    assert tablet.store.outbox.backlog().refused == ()
    tablet.sync_whole()
    assert all_there(place, photos)


@pytest.mark.database
@pytest.mark.parametrize("code", ["malformed", "too_large"])
def test_a_refusal_of_the_whole_request_is_none_of_its_photos(place: Field, code: str) -> None:
    """A server that knows no stream says `malformed`: each photo goes alone, and hears what is wrong with itself."""
    tablet = place.tablet()
    photos = several(tablet)
    refusal = page("400 Bad Request", "application/json", f'{{"error":"{code}","message":"no"}}'.encode())
    place.proxy.plan(*(Fault(to="/media/stream", page=refusal) for _ in range(9)))
    tablet.sync_whole()
    assert all_there(place, photos)


@pytest.mark.database
def test_a_server_that_knows_no_question_is_asked_for_each_photo(place: Field) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    Engine(tablet.store.outbox, full_sizes=False).sync()  # so that the next sync has to ask
    refusal = page("404 Not Found", "application/json", b'{"error":"malformed","message":"no such address"}')
    place.proxy.plan(*(Fault(to="/media/stream", page=refusal) for _ in range(9)))
    tablet.sync_whole()
    assert all_there(place, photos)


@pytest.mark.parametrize(("limit", "life"), [(500_000, None), (None, 250_000)], ids=["takes little", "short lives"])
def test_photos_pass_a_proxy_that_gathers_what_it_is_sent(place: Field, limit: int | None, life: int | None) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    proxy = GatheringProxy(
        place.gup.url, **{name: value for name, value in (("limit", limit), ("life", life)) if value}
    )
    tablet.store.settings.set("server_url", proxy.url)
    try:
        for _ in range(4):
            if not tablet.sync().backlog.left:
                break
    finally:
        proxy.close()
    assert all_there(place, photos)


@pytest.mark.database
@pytest.mark.parametrize(
    "fault",
    [
        Fault(to="/media", cut_request=400_000),
        Fault(to="/media", end_request=400_000),
        Fault(to="/media", drop_answer=True),
        Fault(to="/media", flip=SIZE + 5_000),
        Fault(to="/media", page=NO),
    ],
    ids=["cut", "ended", "answer lost", "harmed", "refused"],
)
def test_bytes_told_as_sent_never_go_back_nor_beyond_all_of_them(place: Field, fault: Fault) -> None:
    tablet = place.tablet()
    photos = several(tablet)
    told: list[tuple[int, int]] = []

    def progress(phase: str, done: int, total: int) -> None:
        told.extend([(done, total)] if phase == "bytes" else [])

    place.proxy.pace = PACE
    place.proxy.plan(fault)
    assert Engine(tablet.store.outbox, progress=progress).sync().fault is None
    total = weight(photos)
    assert told == sorted(told)
    assert told[-1] == (total, total)


def test_a_batch_is_what_the_link_carries_in_ten_seconds(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("none")
    media = [OutgoingMedium(sha256=f"{n:064x}", size=200_000, path=path, preview=False) for n in range(100)]
    batch = Batch()
    assert len(batch.cut_from(media)) == 5
    batch.took(100_000, 10)
    assert len(batch.cut_from(media)) == 1
    batch.took(4_000_000, 10)
    assert len(batch.cut_from(media)) == 20
    batch.took(40_000_000, 1)
    assert 50 <= len(batch.cut_from(media)) <= 65
    huge = OutgoingMedium(sha256="0" * 64, size=endpoints.MAX_MEDIUM_BYTES, path=path, preview=False)
    assert batch.cut_from([huge, *media]) == [huge]
    assert batch.cut_from([*media[:2], huge]) == media[:2]
    assert batch.cut_from([]) == []
    small = [OutgoingMedium(sha256=f"{n:064x}", size=10, path=path, preview=False) for n in range(1_001)]
    assert len(batch.cut_from(small)) <= endpoints.MAX_STREAM_FRAMES


@settings(deadline=None, derandomize=True)
@given(
    st.dictionaries(st.integers(0, 9).map("{:064x}".format), st.binary(max_size=90), max_size=4),
    st.lists(st.integers(1, 50), min_size=1),
)
def test_the_body_is_the_frames_however_it_is_read(media: dict[str, bytes], steps: list[int]) -> None:
    counted: list[int] = []
    sizes = {sha256: len(content) for sha256, content in media.items()}
    frames = Frames(sizes, lambda sha256: io.BytesIO(media[sha256]), note=counted.append)
    body = b""
    while block := frames.read(steps[len(body) % len(steps)]):
        body += block
    assert body == b"".join(head(sha256, len(content)) + content for sha256, content in media.items())
    assert len(body) == frames.size
    assert sum(counted) == frames.brought == sum(map(len, media.values()))
