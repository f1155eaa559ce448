"""HTTP to a GUP server: the only file that sees requests. Every failure becomes a SyncError.

Only a body that decodes to the message that was asked for counts as success: a captive portal answers 200 too.
Time-outs count idle seconds, not total time.
"""

from __future__ import annotations

import base64
import gzip
import ipaddress
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import urlsplit

import requests
from requests.structures import CaseInsensitiveDict

from sync.protocol import codec, endpoints, messages, preview_frames
from sync.protocol.errors import ErrorCode, Refused, Unreachable

T = TypeVar("T")
_IDLE_SECONDS = (10, 30)
_MAX_ANSWER = 64 * 1024 * 1024
_BLOCK = 64 * 1024


class Source(Protocol):
    """An open file, or one that is watched while it is read."""

    def seek(self, offset: int, /) -> int: ...

    def read(self, size: int = -1, /) -> bytes: ...


def check_address(url: str) -> str:
    """The address without its last slash. Raises Refused for anything but https, or http on this machine."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname if parts.port != 0 else None
    except ValueError:  # an unclosed bracket, a port beyond all ports
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise Refused(ErrorCode.NOT_A_SERVER, f"{url!r}: not an address; write it like https://gup.example.org")
    if parts.scheme == "http" and not _is_loopback(host):
        raise Refused(ErrorCode.INSECURE_ADDRESS, f"{url}: http:// is for this machine only; use https://")
    return url.strip().rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Transport:
    """One server, one token. Safe to use from several threads: each has its own kept-alive connection."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url = check_address(url)
        self._token = token
        self._local = threading.local()
        self._sessions: list[requests.Session] = []
        self._lock = threading.Lock()

    def __enter__(self) -> Transport:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for session in self._sessions:
                session.close()
            self._sessions.clear()
            self._local = threading.local()

    def enrol(self, request: messages.EnrolRequest) -> messages.EnrolAnswer:
        """Turn a one-time code into a token."""
        return self._ask(endpoints.ENROL, request, messages.EnrolAnswer)

    def hello(self, request: messages.HelloRequest) -> messages.HelloAnswer:
        """Open a sync."""
        return self._ask(endpoints.HELLO, request, messages.HelloAnswer)

    def split(self, request: messages.SplitRequest) -> messages.EnrolAnswer:
        """A copied tablet becomes one of its own."""
        return self._ask(endpoints.SPLIT, request, messages.EnrolAnswer)

    def push(self, request: messages.PushRequest) -> messages.PushAnswer:
        """Send records; compressed."""
        return self._ask(endpoints.PUSH, request, messages.PushAnswer, compress=True)

    def pull(self, request: messages.PullRequest) -> messages.PullAnswer:
        """One page of what the office and other tablets wrote."""
        return self._ask(endpoints.PULL, request, messages.PullAnswer)

    def previews(self, previews: list[bytes]) -> messages.PreviewsAnswer:
        """Send small pictures, many to a request."""
        headers = {"Content-Type": endpoints.PREVIEWS_TYPE}
        response = self._send("POST", endpoints.PREVIEWS, headers, preview_frames.join(previews))
        return self._read(response, messages.PreviewsAnswer)

    def create_medium(self, sha256: str, size: int, file: Source) -> int:
        """Announce a medium and send all of it at once (tus creation-with-upload). Gives the offset then held."""
        headers = {
            "Upload-Length": str(size),
            "Upload-Metadata": "sha256 " + base64.b64encode(sha256.encode()).decode(),
            "Content-Type": endpoints.TUS_TYPE,
        }
        return self._offset("POST", endpoints.MEDIA, headers, _Body(file, size))

    def medium_offset(self, sha256: str) -> int:
        """How many bytes of it the server holds on its disk."""
        return self._offset("HEAD", f"{endpoints.MEDIA}/{sha256}", {}, None)

    def continue_medium(self, sha256: str, size: int, offset: int, file: Source) -> int:
        """Send the bytes from `offset` on. Gives the offset then held."""
        file.seek(offset)
        headers = {"Upload-Offset": str(offset), "Content-Type": endpoints.TUS_TYPE}
        return self._offset("PATCH", f"{endpoints.MEDIA}/{sha256}", headers, _Body(file, size - offset))

    def _ask(self, path: str, message: Any, answer: type[T], *, compress: bool = False) -> T:
        body = codec.canonical(codec.to_json(message))
        headers = {"Content-Type": endpoints.JSON_TYPE}
        if compress:
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return self._read(self._send("POST", path, headers, body), answer)

    def _offset(self, method: str, path: str, headers: dict[str, str], body: Any) -> int:
        tus = {"Tus-Resumable": endpoints.TUS_VERSION, **headers}
        with self._send(method, path, tus, body) as response:
            self._raise_for(response)
            _read_to_the_end(response)
            try:
                return int(response.headers["Upload-Offset"])
            except (KeyError, ValueError) as fault:
                raise _no_server(self.url, "no Upload-Offset") from fault

    def _send(self, method: str, path: str, headers: Mapping[str, str], body: Any) -> requests.Response:
        if self._token:
            headers = {"Authorization": f"Bearer {self._token}", **headers}
        try:
            return self._session().request(
                method,
                f"{self.url}/{path}",
                data=body,
                headers=headers,
                timeout=_IDLE_SECONDS,
                allow_redirects=False,
                stream=True,
            )
        except requests.exceptions.SSLError as fault:
            message = f"{self.url}: its certificate is not valid ({_short(fault)})"
            raise Unreachable(ErrorCode.UNTRUSTED_SERVER, message) from fault
        except (requests.RequestException, OSError) as fault:
            raise Unreachable(ErrorCode.UNREACHABLE, f"{self.url}: no answer ({_short(fault)})") from fault

    def _read(self, response: requests.Response, answer: type[T]) -> T:
        with response:
            self._raise_for(response)
            plain = self._json(response)
        try:
            return codec.from_json(answer, plain)
        except codec.CodecError as fault:
            raise _no_server(self.url, str(fault)) from fault

    def _raise_for(self, response: requests.Response) -> None:
        if response.ok and not response.is_redirect:
            return
        if response.request.method == "HEAD":
            # Without a body only our own header tells our refusal from a proxy's.
            error = ErrorCode.of(response.headers.get(endpoints.ERROR_HEADER, ""))
            why = f"status {response.status_code}, no error code"
            raise (Refused(error, f"{self.url}: {error.code}") if error else _no_server(self.url, why))
        try:
            fault = codec.from_json(messages.Fault, self._json(response))
        except codec.CodecError as wrong:
            raise _no_server(self.url, f"status {response.status_code}") from wrong
        error = ErrorCode.of(fault.error) or ErrorCode.SERVER_FAULT
        raise Refused(error, f"{self.url}: {fault.message}")

    def _json(self, response: requests.Response) -> Any:
        if endpoints.JSON_TYPE not in response.headers.get("Content-Type", ""):
            raise _no_server(self.url, f"status {response.status_code}, not JSON")
        body = bytearray()
        try:
            for block in response.iter_content(_BLOCK):
                body += block
                if len(body) > _MAX_ANSWER:
                    raise _no_server(self.url, "an answer without end")
        except (requests.RequestException, OSError) as fault:
            raise Unreachable(ErrorCode.UNREACHABLE, f"{self.url}: cut off ({_short(fault)})") from fault
        try:
            return codec.parse(bytes(body))
        except codec.CodecError as fault:
            raise _no_server(self.url, str(fault)) from fault

    def _session(self) -> requests.Session:
        session = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            # What requests says of itself by default would be a fifth of an idle sync.
            session.headers = CaseInsensitiveDict({"User-Agent": "gup-walker", "Accept-Encoding": "gzip"})
            self._local.session = session
            with self._lock:
                self._sessions.append(session)
        return cast(requests.Session, session)


class _Body:
    """The rest of an open file as a request body of known length, read as it is sent."""

    def __init__(self, file: Source, size: int) -> None:
        self._file = file
        self._left = size
        self.len = size

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        block = self._file.read(wanted)
        self._left -= len(block)
        return block


def _read_to_the_end(response: requests.Response) -> None:
    """An answer without a body too: a connection that was not read to its end is closed, not kept alive."""
    for _ in response.iter_content(_BLOCK):
        pass


def _no_server(url: str, why: str) -> Unreachable:
    return Unreachable(ErrorCode.NOT_A_SERVER, f"{url}: what answers there is not a GUP server ({why})")


def _short(fault: Exception) -> str:
    return str(fault).split("(Caused by ")[-1].rstrip(")")[:160] or type(fault).__name__
