"""Whom the tablet believes: a certificate that is right for that name, that day, signed by somebody known here."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

from sync.client.transport import Transport
from sync.protocol.errors import ErrorCode, Refused, SyncError
from tests.sync.client.test_transport import EPOCH, GOOD, HELLO, Handler, answering

Serve = Callable[[trustme.LeafCert], str]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(certificate)`: a server that shows it and answers a good hello."""
    running = []

    def start(certificate: trustme.LeafCert) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.answer = answering(200, "application/json", GOOD.encode())  # type: ignore[attr-defined]
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        running.append(server)
        return f"https://localhost:{server.server_port}"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def pem(authority: trustme.CA) -> str:
    return authority.cert_pem.bytes().decode()


def asked(url: str, authority: str = "") -> SyncError:
    with Transport(url, authority=authority) as transport, pytest.raises(SyncError) as caught:
        transport.hello(HELLO)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_private_authority_that_was_given_is_trusted(authority: trustme.CA, serve: Serve) -> None:
    url = serve(authority.issue_cert("localhost"))
    with Transport(url, authority=pem(authority)) as transport:
        assert transport.hello(HELLO).epoch == EPOCH


def test_an_authority_that_the_machine_names_is_trusted(
    authority: trustme.CA, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an administrator installs it: for the whole machine, or in the environment."""
    file = tmp_path / "city.pem"
    authority.cert_pem.write_to_path(str(file))
    url = serve(authority.issue_cert("localhost"))
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        with monkeypatch.context() as patched:
            patched.setenv(name, str(file))
            with Transport(url) as transport:
                assert transport.hello(HELLO).epoch == EPOCH


def test_an_unknown_authority_is_not_trusted_and_said(authority: trustme.CA, serve: Serve) -> None:
    url = serve(authority.issue_cert("localhost"))
    assert asked(url).error is ErrorCode.CERTIFICATE_SIGNER
    assert asked(url, pem(trustme.CA())).error is ErrorCode.CERTIFICATE_SIGNER


def test_a_certificate_of_another_name_is_not_trusted_and_said(authority: trustme.CA, serve: Serve) -> None:
    """A Wi-Fi's login page, mostly: it shows its own."""
    fault = asked(serve(authority.issue_cert("portail.gare.example")), pem(authority))
    assert fault.error is ErrorCode.CERTIFICATE_NAME


@pytest.mark.parametrize("days", [-400, +400])
def test_a_certificate_that_is_over_or_not_yet_begun_is_not_trusted_and_said(
    authority: trustme.CA, serve: Serve, days: int
) -> None:
    """The other side of a tablet whose clock is a year off."""
    day = datetime.now(UTC) + timedelta(days=days)
    certificate = authority.issue_cert("localhost", not_before=day, not_after=day + timedelta(days=30))
    assert asked(serve(certificate), pem(authority)).error is ErrorCode.CERTIFICATE_DATE


def test_a_server_that_speaks_no_tls_is_not_trusted() -> None:
    fault = asked_where_all_hear(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    assert fault.error is ErrorCode.UNTRUSTED_SERVER


def test_a_link_cut_amid_the_handshake_is_a_cut_and_no_mistrust() -> None:
    """It is tried again, and nobody is told that the server cannot be trusted."""
    assert asked_where_all_hear(b"").error is ErrorCode.UNREACHABLE


def asked_where_all_hear(words: bytes) -> SyncError:
    """Of a port where each that speaks TLS is told that, and hung up on."""

    def answer(listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client:
                client.recv(1000)
                client.sendall(words)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer, args=(listener,), daemon=True).start()
        return asked(f"https://localhost:{listener.getsockname()[1]}")


def test_what_is_no_certificate_is_refused_in_one_line() -> None:
    with pytest.raises(Refused) as refused:
        Transport("https://localhost", authority="Bonjour")
    assert refused.value.error is ErrorCode.BAD_AUTHORITY
