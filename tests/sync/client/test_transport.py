"""Whatever answers at an address, the tablet says what it is; only a real answer counts as success."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sync.client.retry_after import retry_after
from sync.client.transport import Transport, check_address
from sync.protocol import ids, messages
from sync.protocol.errors import ErrorCode, LocalFault, Refused, SyncError, Unreachable

HELLO = messages.HelloRequest(
    protocol=1, app_version="test", device_id=ids.new_id(), sent_at="2026-11-22T21:14:05.120Z"
)
Answer = Callable[[BaseHTTPRequestHandler], None]


class Stub(ThreadingHTTPServer):
    """A real HTTP server that gives one scripted answer to everything."""

    answer: Answer

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.answer(self)

    do_HEAD = do_PATCH = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the test says what matters."""


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def answering(status: int, kind: str, body: bytes, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def cut_in_the_middle(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b'{"epoch":')
    request.connection.close()


PORTAL = b"<html>Bienvenue sur le Wi-Fi de la gare</html>"
EPOCH = ids.new_id()
GOOD = json.dumps({"epoch": EPOCH, "server_time": "2026-11-22T21:14:05.120Z", "protocol": 1, "waiting": False})


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (answering(200, "text/html", PORTAL), ErrorCode.NOT_A_SERVER),
        (answering(302, "text/html", PORTAL, Location="http://portal.example/login"), ErrorCode.NOT_A_SERVER),
        (answering(200, "application/json", b'{"status":"ok"}'), ErrorCode.NOT_A_SERVER),
        (answering(200, "application/json", b"not json"), ErrorCode.NOT_A_SERVER),
        (answering(502, "text/html", b"Bad gateway"), ErrorCode.SERVER_BUSY),
        (answering(404, "application/json", b'{"detail":"Not found"}'), ErrorCode.NOT_A_SERVER),
        (
            answering(403, "application/json", b'{"error":"revoked_device","message":"revoked"}'),
            ErrorCode.REVOKED_DEVICE,
        ),
        (answering(503, "application/json", b'{"error":"server_busy","message":"later"}'), ErrorCode.SERVER_BUSY),
        (answering(500, "application/json", b'{"error":"of_a_newer_server","message":"?"}'), ErrorCode.SERVER_FAULT),
        (cut_in_the_middle, ErrorCode.UNREACHABLE),
    ],
)
def test_whatever_answers_is_named_for_what_it_is(stub: Stub, answer: Answer, error: ErrorCode) -> None:
    stub.answer = answer
    with Transport(stub.url) as transport, pytest.raises(SyncError) as caught:
        transport.hello(HELLO)
    assert caught.value.error is error
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (answering(404, "text/html", b""), ErrorCode.NOT_A_SERVER),
        (answering(403, "text/html", b""), ErrorCode.NOT_A_SERVER),
        (answering(503, "text/html", b"", Gup_Error="of_a_newer_server"), ErrorCode.SERVER_BUSY),
        (answering(404, "application/json", b"", Gup_Error="unknown_medium"), ErrorCode.UNKNOWN_MEDIUM),
        (answering(403, "application/json", b"", Gup_Error="revoked_device"), ErrorCode.REVOKED_DEVICE),
    ],
)
def test_a_status_without_a_body_is_believed_only_with_our_own_code(
    stub: Stub, answer: Answer, error: ErrorCode
) -> None:
    stub.answer = answer
    with Transport(stub.url) as transport, pytest.raises(SyncError) as caught:
        transport.medium_offset("a" * 64)
    assert caught.value.error is error
    assert isinstance(
        caught.value, Unreachable if error in (ErrorCode.NOT_A_SERVER, ErrorCode.SERVER_BUSY) else Refused
    )


def test_a_real_answer_is_read(stub: Stub) -> None:
    stub.answer = answering(200, "application/json", GOOD.encode())
    with Transport(stub.url) as transport:
        assert transport.hello(HELLO).epoch == EPOCH


def test_nobody_at_the_address_is_unreachable() -> None:
    with Transport("http://127.0.0.1:9") as transport, pytest.raises(SyncError) as caught:
        transport.hello(HELLO)
    assert caught.value.error is ErrorCode.UNREACHABLE


def test_a_medium_without_an_offset_in_the_answer_is_not_taken_for_sent(stub: Stub) -> None:
    stub.answer = answering(200, "text/html", PORTAL)
    with Transport(stub.url) as transport, pytest.raises(SyncError) as caught:
        transport.create_medium("a" * 64, 3, io.BufferedReader(io.BytesIO(b"abc")))  # type: ignore[arg-type]
    assert caught.value.error is ErrorCode.NOT_A_SERVER


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("gup.example.org", ErrorCode.NOT_A_SERVER),
        ("ftp://gup.example.org", ErrorCode.NOT_A_SERVER),
        ("http://gup.example.org", ErrorCode.INSECURE_ADDRESS),
        ("http://192.168.1.4:8000", ErrorCode.INSECURE_ADDRESS),
    ],
)
def test_an_address_is_https_or_this_machine(url: str, error: ErrorCode) -> None:
    with pytest.raises(SyncError) as caught:
        check_address(url)
    assert caught.value.error is error


def test_loopback_addresses_are_taken_as_they_are() -> None:
    assert check_address(" http://127.0.0.1:8000/ ") == "http://127.0.0.1:8000"
    assert check_address("http://[::1]:8000") == "http://[::1]:8000"
    assert check_address("https://gup.example.org/paris/") == "https://gup.example.org/paris"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_proxy_that_cannot_now_is_asked_again_when_it_says(stub: Stub, status: int) -> None:
    """Its own words, not ours: later, and never "not a GUP server", though nothing of ours answered."""
    stub.answer = answering(status, "text/html", b"<h1>later</h1>", Retry_After="17")
    for ask in (lambda link: link.hello(HELLO), lambda link: link.medium_offset("a" * 64)):
        with Transport(stub.url) as transport, pytest.raises(Unreachable) as caught:
            ask(transport)
        assert (caught.value.error, caught.value.retry_after) == (ErrorCode.SERVER_BUSY, 17)


def test_a_proxy_that_takes_no_large_request_is_told_from_the_server_that_refuses_a_record(stub: Stub) -> None:
    stub.answer = answering(413, "text/html", b"<h1>413 Request Entity Too Large</h1>")
    with Transport(stub.url) as transport, pytest.raises(Unreachable) as caught:
        transport.hello(HELLO)
    assert caught.value.error is ErrorCode.TOO_LARGE


def test_an_answer_without_a_body_that_is_cut_is_no_answer(stub: Stub) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.send_response(201)
        for name, value in {"Content-Length": "10", "Tus-Resumable": "1.0.0", "Upload-Offset": "3"}.items():
            request.send_header(name, value)
        request.end_headers()

    stub.answer = cut
    with Transport(stub.url) as transport, pytest.raises(SyncError) as caught:
        transport.create_medium("a" * 64, 3, io.BufferedReader(io.BytesIO(b"abc")))  # type: ignore[arg-type]
    assert caught.value.error is ErrorCode.UNREACHABLE


def test_who_waits_for_an_answer_is_let_go_at_once(stub: Stub) -> None:
    """A person stopped the sync: a server that says nothing for half a minute holds nobody."""
    asked, over = threading.Event(), threading.Event()

    def say_nothing(request: BaseHTTPRequestHandler) -> None:
        asked.set()
        over.wait(20)

    stub.answer = say_nothing
    with Transport(stub.url) as transport:
        threading.Thread(target=lambda: asked.wait(10) and transport.cut(), daemon=True).start()
        before = time.monotonic()
        with pytest.raises(LocalFault) as caught:
            transport.hello(HELLO)
        over.set()
        assert time.monotonic() - before < 10
        assert caught.value.error is ErrorCode.STOPPED
        with pytest.raises(LocalFault):
            transport.hello(HELLO)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("5", 5),
        ("0", 0),
        ("Tue, 24 Nov 2026 21:00:30 GMT", 30),
        ("Tue, 24 Nov 2026 20:00:00 GMT", 0),
        ("999999999", 3600),
        ("Fri, 31 Dec 2038 23:59:59 GMT", 3600),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_when_to_come_back_is_a_number_or_a_date_and_never_next_year(said: str, seconds: float | None) -> None:
    assert retry_after(said, datetime(2026, 11, 24, 21, 0, 0, tzinfo=UTC)) == seconds
