"""nginx with the proxy block of docs/operations.md, word for word but for its ports and certificate."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

import trustme
from wire import Reply

from tests.needs import missing

PAGE = (Path(__file__).parents[3] / "docs" / "operations.md").read_text(encoding="utf-8")
NAME = "gup.example.org"
UNBUFFERED = "        proxy_request_buffering off;\n"


class Line:
    """TLS to the proxy, whose certificate is believed because its authority was given."""

    def __init__(self, port: int, authority: trustme.CA) -> None:
        self.port = port
        self.authority = authority.cert_pem.bytes().decode()
        self._context = ssl.create_default_context()
        authority.configure_trust(self._context)

    def forget_authority(self) -> None:
        """As a stranger's machine, which knows the usual ones only."""
        self._context = ssl.create_default_context()

    def connect(self) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
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


class Nginx:
    """`nginx(block)`: a Line to it with that server block, in front of the server at `url`; `stop` ends all of them."""

    def __init__(self, url: str, folder: Path) -> None:
        self._program = _program()
        self._url = url
        self._folder = folder
        self._authority = trustme.CA()
        self._started: list[subprocess.Popen[bytes]] = []

    def __call__(self, block: str) -> Line:
        folder = self._folder
        certificate, key = folder / "certificate.pem", folder / "key.pem"
        issued = self._authority.issue_cert(NAME, "127.0.0.1")
        certificate.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
        key.write_bytes(issued.private_key_pem.bytes())
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        tls = f"listen 127.0.0.1:{port} ssl;\n    ssl_certificate {certificate};\n    ssl_certificate_key {key};"
        block = block.replace("listen 443 ssl;", tls).replace("http://127.0.0.1:8000", self._url.rstrip("/"))
        temporary = "".join(
            f"    {name}_temp_path {folder / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        file = folder / "nginx.conf"
        file.write_text(
            f"daemon off;\nmaster_process off;\npid {folder / 'nginx.pid'};\nevents {{}}\n"
            f"http {{\n    access_log off;\n{temporary}{block}\n}}\n"
        )
        command = [self._program, "-c", str(file), "-p", str(folder), "-e", str(folder / "nginx.log")]
        self._started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        _until_it_listens(port, self._started[-1], folder / "nginx.log")
        return Line(port, self._authority)

    def stop(self) -> None:
        for process in self._started:
            process.terminate()
            process.wait(timeout=10)


def documented() -> str:
    """The block of the page."""
    found = re.search(r"```\n(server \{\n.*?\n\})\n```", PAGE, re.DOTALL)
    assert found is not None
    assert UNBUFFERED.strip() in found[1]
    return found[1]


def gathering() -> str:
    """The same block without the line: the proxy keeps a request until it has all of it."""
    return re.sub(r"#.*", "", documented().replace(UNBUFFERED, ""))


def _program() -> str:
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        missing("nginx (apt: nginx-light)")
    return found


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
