"""The proxy of docs/operations.md, word for word: TLS by a private authority in front of a real server, and a cut.

With `proxy_request_buffering off` the server has what came before a cut; the control, without that line, has nothing.
"""

from __future__ import annotations

import base64
import ssl
import time

import pytest
from behind_nginx import NAME, Line, Nginx, documented, gathering
from running import Server, run_gup
from wire import Tablet

from sync.protocol import codec, endpoints, messages

CONTENT = b"\xff\xd8\xff" + bytes(400_000)


def enrolled(office: Server, line: Line) -> Tablet:
    code = run_gup("enrol-code", "--data", str(office.data))
    tablet = Tablet(line.send)
    tablet.enrol(code.stdout.strip())
    return tablet


def test_a_whole_sync_passes_the_documented_proxy(public_office: Server, nginx: Nginx) -> None:
    tablet = enrolled(public_office, nginx(documented()))
    assert tablet.hello().message(messages.HelloAnswer).epoch == tablet.epoch
    assert tablet.push(tablet.photo(CONTENT)).outcomes[0].outcome == "accepted"
    assert tablet.upload(CONTENT).headers["upload-offset"] == str(len(CONTENT))


def test_a_stranger_to_its_authority_refuses_the_certificate(nginx: Nginx) -> None:
    line = nginx(documented())
    line.forget_authority()
    with pytest.raises(ssl.SSLCertVerificationError):
        line.connect()


@pytest.mark.parametrize("unbuffered", [True, False], ids=["as documented", "control: without the line"])
def test_a_cut_costs_little_of_a_photo(public_office: Server, nginx: Nginx, unbuffered: bool) -> None:
    line = nginx(documented() if unbuffered else gathering())
    tablet = enrolled(public_office, line)
    tablet.push(tablet.photo(CONTENT))
    sent = 300_000
    named = base64.b64encode(codec.sha256(CONTENT).encode()).decode()
    head = (
        f"POST /{endpoints.MEDIA} HTTP/1.1\r\nHost: {NAME}\r\nAuthorization: Bearer {tablet.token}\r\n"
        f"Tus-Resumable: 1.0.0\r\nUpload-Length: {len(CONTENT)}\r\nUpload-Metadata: sha256 {named}\r\n"
        f"Content-Type: {endpoints.TUS_TYPE}\r\nContent-Length: {len(CONTENT)}\r\n\r\n"
    )
    with line.connect() as connection:
        connection.sendall(head.encode() + CONTENT[:sent])
        time.sleep(1)  # the bytes are on their way; then the link dies
    path = f"{endpoints.MEDIA}/{codec.sha256(CONTENT)}"
    offset = int(tablet.tus("HEAD", path).headers["upload-offset"])
    assert offset >= sent - 64 * 1024 if unbuffered else offset == 0
