"""What one tablet may ask, hold and send: more is told so, and the others are still answered."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

import pytest
from running import Server
from wire import Tablet

from sync.protocol import codec, endpoints, messages
from sync.server import slow_requests
from sync.server.api import pace
from sync.server.api.bodies import SMALL
from sync.server.commands.serve import THREADS

database = pytest.mark.database
Enrol = Callable[..., Tablet]


@database
def test_a_tablet_that_asks_too_much_is_told_how_long_to_wait_and_then_answered(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(pace.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(pace, "BURST", 3)
    monkeypatch.setattr(pace, "PER_SECOND", 0.5)
    hasty, calm = enrol_tablet(), enrol_tablet()
    assert [hasty.hello().status for _ in range(4)] == [200, 200, 200, 429]
    refused = hasty.hello()
    assert refused.fault().error == "too_many_requests"
    assert calm.hello().status == 200, "another tablet waits for nobody"
    clock[0] += int(refused.headers["retry-after"])
    assert hasty.hello().status == 200
    assert hasty.hello().status == 429


def test_an_honest_sync_of_a_thousand_photos_is_never_slowed_down() -> None:
    assert pace.BURST >= 3 * 1_500 + 100


@database
@pytest.mark.parametrize(
    ("path", "most"),
    [
        (endpoints.ENROL, SMALL),
        (endpoints.HELLO, SMALL),
        (endpoints.PULL, SMALL),
        (endpoints.PUSH, endpoints.MAX_PUSH_BYTES),
        (endpoints.PREVIEWS, endpoints.MAX_PREVIEWS_BYTES),
    ],
)
def test_a_body_above_the_limit_of_its_address_is_refused(enrol_tablet: Enrol, path: str, most: int) -> None:
    tablet = enrol_tablet()
    for body, headers in ((b"x" * (most + 1), {}), (_bomb(most + 1), {"Content_Encoding": "gzip"})):
        reply = tablet.raw("POST", path, body, **headers)
        assert (reply.status, reply.fault().error) == (413, "too_large")


def test_a_body_far_above_the_limit_is_refused_over_a_real_connection_and_the_server_goes_on(server: Server) -> None:
    tablet = server.tablet()
    reply = tablet.raw("POST", endpoints.PUSH, b"x" * (3 * endpoints.MAX_PUSH_BYTES))
    assert (reply.status, reply.fault().error) == (413, "too_large")
    assert tablet.hello().status == 200


def test_one_tablet_cannot_hold_every_thread_with_requests_that_never_end(server: Server) -> None:
    holder, other = server.tablet(), server.tablet()
    host = urlsplit(server.url)
    with ExitStack() as kept:
        held = []
        for _ in range(THREADS + 4):
            connection = kept.enter_context(closing(socket.create_connection((host.hostname, host.port))))
            connection.sendall(
                b"POST /api/v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                b"Authorization: Bearer " + holder.token.encode() + b"\r\n\r\n{"
            )
            held.append(connection)
            time.sleep(0.05)
        began = time.monotonic()
        assert other.hello().message(messages.HelloAnswer).epoch == other.epoch
        assert time.monotonic() - began < 15
        for connection in held[: -slow_requests.AT_ONCE]:
            connection.settimeout(15)
            assert b"cut off" in connection.recv(4096), "the oldest are ended, and told why"


def test_what_ended_a_medium_too_early_keeps_what_came(server: Server) -> None:
    tablet = server.tablet()
    content = b"\xff\xd8\xff" + bytes(50_000)
    tablet.push(tablet.photo(content))
    host = urlsplit(server.url)
    name = codec.sha256(content)
    with ExitStack() as kept:
        for number in range(slow_requests.AT_ONCE + 1):
            connection = kept.enter_context(closing(socket.create_connection((host.hostname, host.port))))
            head = (
                f"PATCH /{endpoints.MEDIA}/{name} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(content)}\r\n"
                f"Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: {endpoints.TUS_TYPE}\r\n"
                f"Authorization: Bearer {tablet.token}\r\n\r\n"
            )
            connection.sendall(head.encode() + (content[:40_000] if number == 0 else b""))
            time.sleep(0.3)
    reply = tablet.tus("HEAD", f"{endpoints.MEDIA}/{name}")
    assert int(reply.headers["upload-offset"]) >= 32 * 1024


def _bomb(size: int) -> bytes:
    import gzip

    return gzip.compress(b"x" * size)
