"""Full sizes over links that carry little, proxies that keep everything until they have it, and harm on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sync.client.engine import Engine
from sync.client.upload import Chunks, Patience
from sync.protocol.errors import ErrorCode, LocalFault, Unreachable
from tests.sync.client.field import Field, Tablet, picture
from tests.sync.client.gathering import GatheringProxy
from tests.sync.client.proxy import Fault

SIZE = 1_500_000
Through = Callable[..., GatheringProxy]


@pytest.fixture
def through(place: Field) -> Iterator[Through]:
    """`through(tablet, …)`: from now on that tablet's requests go through a proxy that gathers them."""
    made: list[GatheringProxy] = []

    def go(tablet: Tablet, **limits: int) -> GatheringProxy:
        proxy = GatheringProxy(place.gup.url, **limits)
        made.append(proxy)
        tablet.store.settings.set("server_url", proxy.url)
        return proxy

    yield go
    for proxy in made:
        proxy.close()


def sent_media(proxy: GatheringProxy) -> list[int]:
    return [size for line, size in proxy.bodies if "/media" in line and size]


def test_a_photo_passes_a_proxy_that_takes_small_requests_only(place: Field, through: Through) -> None:
    """nginx says 413 above 1 MB by default: the photo goes in chunks instead of to the tray."""
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    proxy = through(tablet, limit=1_000_000)
    result = tablet.sync()
    assert (result.fault, result.backlog.refused, result.backlog.left) == (None, (), 0)
    assert place.gup.has_whole(str(photo.sha256))
    assert len(sent_media(proxy)) <= 4


def test_a_photo_gets_through_a_proxy_that_gathers_over_a_link_of_short_lives(place: Field, through: Through) -> None:
    """Each life of the link carries 300 kB, and the server sees nothing of a request that was cut: without chunks
    this goes on for ever."""
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    proxy = through(tablet, life=300_000)
    for _ in range(4):
        if not tablet.sync().backlog.left:
            break
    assert place.gup.has_whole(str(photo.sha256))
    assert sum(sent_media(proxy)) < 4 * SIZE


def test_bytes_harmed_on_their_way_cost_one_chunk_where_chunks_are_sent(place: Field, through: Through) -> None:
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    proxy = through(tablet, limit=200_000)
    patches: list[str] = []

    def third(line: str) -> bool:
        patches.extend([line] if line.startswith("PATCH") else [])
        return line.startswith("PATCH") and len(patches) == 3

    proxy.harm = third
    assert tablet.sync().fault is None
    assert place.gup.has_whole(str(photo.sha256))
    arrived = sum(size for size in sent_media(proxy) if size <= 200_000)
    assert arrived <= SIZE + 200_000


def test_full_sizes_go_walk_by_walk_the_one_with_least_left_first(place: Field) -> None:
    """A walk whose photos are all there can be worked on; half of every walk helps nobody."""
    tablet = place.tablet()
    large, small = tablet.walk(), tablet.walk()
    order = [(large, 40_000), (small, 30_000), (large, 40_001), (small, 30_001), (large, 40_002)]
    made = {str(tablet.photo(picture(size), walk_id=walk.id).sha256): size for walk, size in order}
    Engine(tablet.store.outbox, full_sizes=False).sync()
    waiting = [medium for medium in tablet.store.outbox.media_outgoing() if not medium.preview]
    assert [made[medium.sha256] < 40_000 for medium in waiting] == [True, True, False, False, False]


def test_a_link_that_is_gone_for_a_moment_does_not_end_the_sync(place: Field) -> None:
    tablet = place.tablet()
    photo = tablet.photo(picture(SIZE))
    place.proxy.pace = 0.001
    place.proxy.plan(Fault(to="/media", cut_request=SIZE // 2), *(Fault(to="HEAD", cut_request=1) for _ in range(3)))
    result = Engine(tablet.store.outbox, pauses=(0.05, 0.05, 0.05, 0.05)).sync()
    assert (result.fault, result.backlog.left) == (None, 0)
    assert place.gup.has_whole(str(photo.sha256))


def test_patience_has_an_end_obeys_the_server_and_lets_a_person_stop() -> None:
    fault = Unreachable(ErrorCode.UNREACHABLE, "no answer")
    patience = Patience((0.01, 0.01), lambda: None)
    patience.wait(fault)
    patience.wait(fault)
    with pytest.raises(Unreachable):
        patience.wait(fault)
    patience.reward()
    patience.wait(fault)
    with pytest.raises(Unreachable):
        Patience((1.0,), lambda: None).wait(Unreachable(ErrorCode.SERVER_BUSY, "later", retry_after=60))

    def stop() -> None:
        raise LocalFault(ErrorCode.STOPPED, "stopped")

    with pytest.raises(LocalFault):
        Patience((60.0,), stop).wait(fault)


def test_chunks_follow_the_link() -> None:
    chunks = Chunks()
    assert chunks.of(5_000_000) == 5_000_000
    chunks.too_much(5_000_000)
    assert chunks.of(5_000_000) == 2_500_000
    for _ in range(9):
        chunks.too_much(100_000)
    assert chunks.of(5_000_000) == 64 * 1024
    for _ in range(20):
        chunks.went()
    assert chunks.of(50_000_000) == 50_000_000


def test_a_size_that_was_refused_is_not_asked_for_again() -> None:
    """The refusal may come before all of it went: what grows again stays below the whole of that request."""
    chunks = Chunks()
    refused = Unreachable(ErrorCode.TOO_LARGE, "too large")
    chunks.learn(refused, size=4_000_000, brought=200_000, arrived=0)
    for _ in range(20):
        chunks.went()
    assert 1_000_000 < chunks.of(50_000_000) < 4_000_000
