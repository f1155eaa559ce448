"""The proxy of docs/operations.md, word for word: TLS by a private authority in front of a real server, and a cut.

With `proxy_request_buffering off` the server has what came before a cut; the control, without that line, has nothing.
"""

from __future__ import annotations

import base64
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from running import Server, run_gup, start_gup
from wire import Reply, Tablet

from sync.protocol import codec, endpoints, messages

PAGE = (Path(__file__).parents[4] / "docs" / "operations.md").read_text(encoding="utf-8")
NAME = "gup.example.org"
UNBUFFERED = "        proxy_request_buffering off;\n"
CONTENT = b"\xff\xd8\xff" + bytes(400_000)
Proxy = Callable[[str], "Line"]

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


class Line:
    """TLS to the proxy, whose certificate is believed because its authority was given."""

    def __init__(self, port: int, authority: trustme.CA) -> None:
        self._port = port
        self._context = ssl.create_default_context()
        authority.configure_trust(self._context)

    def connect(self) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", self._port), timeout=20)
        return self._context.wrap_socket(plain, server_hostname=NAME)

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        """As `wire` carries requests."""
        connection = http.client.HTTPSConnection(NAME, timeout=20)
        connection.sock = self.connect()
        connection.request(method, f"/{path}", body or None, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        reply = Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        connection.close()
        return reply


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Server]:
    """A server that people reach by its public address only."""
    running = start_gup(tmp_path / "gup", {"GUP_URL": f"https://{NAME}"})
    yield running
    running.stop()


@pytest.fixture
def proxy(office: Server, tmp_path: Path) -> Iterator[Proxy]:
    """`proxy(block)`: nginx with that server block in front of the server."""
    authority = trustme.CA()
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    issued = authority.issue_cert(NAME)
    certificate.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    key.write_bytes(issued.private_key_pem.bytes())
    started: list[subprocess.Popen[bytes]] = []

    def start(block: str) -> Line:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        tls = f"listen 127.0.0.1:{port} ssl;\n    ssl_certificate {certificate};\n    ssl_certificate_key {key};"
        block = block.replace("listen 443 ssl;", tls).replace("http://127.0.0.1:8000", office.url.rstrip("/"))
        temporary = "".join(
            f"    {name}_temp_path {tmp_path / name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        file = tmp_path / "nginx.conf"
        file.write_text(
            f"daemon off;\nmaster_process off;\npid {tmp_path / 'nginx.pid'};\nevents {{}}\n"
            f"http {{\n    access_log off;\n{temporary}{block}\n}}\n"
        )
        command = [str(NGINX), "-c", str(file), "-p", str(tmp_path), "-e", str(tmp_path / "nginx.log")]
        started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        _until_it_listens(port, started[-1], tmp_path / "nginx.log")
        return Line(port, authority)

    yield start
    for process in started:
        process.terminate()
        process.wait(timeout=10)


def documented() -> str:
    found = re.search(r"```\n(server \{\n.*?\n\})\n```", PAGE, re.DOTALL)
    assert found is not None
    assert UNBUFFERED.strip() in found[1]
    return found[1]


def enrolled(office: Server, line: Line) -> Tablet:
    code = run_gup("enrol-code", "--data", str(office.data))
    tablet = Tablet(line.send)
    tablet.enrol(code.stdout.strip())
    return tablet


def test_a_whole_sync_passes_the_documented_proxy(office: Server, proxy: Proxy) -> None:
    tablet = enrolled(office, proxy(documented()))
    assert tablet.hello().message(messages.HelloAnswer).epoch == tablet.epoch
    assert tablet.push(tablet.photo(CONTENT)).outcomes[0].outcome == "accepted"
    assert tablet.upload(CONTENT).headers["upload-offset"] == str(len(CONTENT))


def test_a_stranger_to_its_authority_refuses_the_certificate(office: Server, proxy: Proxy) -> None:
    line = proxy(documented())
    line._context = ssl.create_default_context()
    with pytest.raises(ssl.SSLCertVerificationError):
        line.connect()


@pytest.mark.parametrize("unbuffered", [True, False], ids=["as documented", "control: without the line"])
def test_a_cut_costs_little_of_a_photo(office: Server, proxy: Proxy, unbuffered: bool) -> None:
    block = documented() if unbuffered else documented().replace(UNBUFFERED, "")
    line = proxy(re.sub(r"#.*", "", block))
    tablet = enrolled(office, line)
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


def _until_it_listens(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, "nginx does not listen"
            time.sleep(0.05)
