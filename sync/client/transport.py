"""HTTP to a GUP server: the only file that sees requests. Every failure becomes a SyncError.

Only a body that decodes to the message that was asked for counts as success: a captive portal answers 200 too.
Time-outs count idle seconds, not total time.
"""

from __future__ import annotations

import base64
import gzip
import ipaddress
import time
from collections.abc import Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

import requests

from sync.client.link import BARE, BLOCK, Link, is_cut, trust_fault
from sync.client.retry_after import retry_after
from sync.protocol import codec, endpoints, media_frames, messages
from sync.protocol.errors import ErrorCode, LocalFault, Refused, Unreachable

T = TypeVar("T")
_IDLE_SECONDS = (10, 30)
_MAX_ANSWER = 64 * 1024 * 1024
# A link that takes this little in _IDLE_SECONDS is dead.
_SMALLEST_BLOCK = 1024
# Statuses of something between us and the server, when they come without our own code: it cannot now, or too much came.
_LATER = (408, 425, 429, 500, 502, 503, 504)
_TOO_MUCH = 413


class Source(Protocol):
    """An open file, or one that is watched while it is read."""

    def read(self, size: int = -1, /) -> bytes: ...


class Seekable(Source, Protocol):
    """One that can be sent from any byte."""

    def seek(self, offset: int, /) -> int: ...


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
    """One server, one token. Safe to use from several threads. `authority`: a private one to trust too, in PEM."""

    def __init__(self, url: str, token: str = "", *, authority: str = "") -> None:
        self.url = check_address(url)
        self._token = token
        self._link = Link(self.url, authority)

    def __enter__(self) -> Transport:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._link.close()

    def cut(self) -> None:
        """From any thread: every request ends now with STOPPED, and none begins any more."""
        self._link.cut()

    def enrol(self, request: messages.EnrolRequest) -> messages.EnrolAnswer:
        """Turn a one-time code into a token."""
        return self._ask(endpoints.ENROL, request, messages.EnrolAnswer)

    def hello(self, request: messages.HelloRequest) -> messages.HelloAnswer:
        """Open a sync. All that an idle tablet says: as short as it can be, without a type that goes without saying."""
        return self._ask(endpoints.HELLO, request, messages.HelloAnswer, compress=True, headers=BARE)

    def split(self, request: messages.SplitRequest) -> messages.EnrolAnswer:
        """A copied tablet becomes one of its own."""
        return self._ask(endpoints.SPLIT, request, messages.EnrolAnswer)

    def push(self, request: messages.PushRequest) -> messages.PushAnswer:
        """Send records; compressed."""
        return self._ask(endpoints.PUSH, request, messages.PushAnswer, compress=True)

    def pull(self, request: messages.PullRequest) -> messages.PullAnswer:
        """One page of what the office and other tablets wrote."""
        return self._ask(endpoints.PULL, request, messages.PullAnswer)

    def previews(self, previews: list[bytes]) -> messages.MediaAnswer:
        """Send small pictures, many to a request."""
        headers = {"Content-Type": endpoints.FRAMES_TYPE}
        response = self._send("POST", endpoints.PREVIEWS, headers, media_frames.join(previews))
        return self._read(response, messages.MediaAnswer)

    def stream(self, frames: Source, size: int) -> messages.MediaAnswer:
        """Send many media in one request, `size` bytes with the heads of their frames."""
        return self._read(
            self._send("POST", endpoints.STREAM, {"Content-Type": endpoints.FRAMES_TYPE}, _Body(frames, size)),
            messages.MediaAnswer,
        )

    def create_medium(self, sha256: str, size: int, file: Source, *, length: int | None = None) -> int:
        """Announce a medium and send its first bytes at once (tus creation-with-upload). Gives the offset then held."""
        headers = {
            "Upload-Length": str(size),
            "Upload-Metadata": "sha256 " + base64.b64encode(sha256.encode()).decode(),
            "Content-Type": endpoints.TUS_TYPE,
        }
        return self._offset("POST", endpoints.MEDIA, headers, _Body(file, size if length is None else length))

    def medium_offset(self, sha256: str) -> int:
        """How many bytes of it the server holds on its disk."""
        return self._offset("HEAD", f"{endpoints.MEDIA}/{sha256}", {}, None)

    def continue_medium(
        self, sha256: str, offset: int, length: int, file: Source, *, checksum: bytes | None = None
    ) -> int:
        """Send the bytes at `offset`, where the file stands. Gives the offset then held. `checksum`: their sha256."""
        headers = {"Upload-Offset": str(offset), "Content-Type": endpoints.TUS_TYPE}
        if checksum is not None:
            headers["Upload-Checksum"] = "sha256 " + base64.b64encode(checksum).decode()
        return self._offset("PATCH", f"{endpoints.MEDIA}/{sha256}", headers, _Body(file, length))

    def bundle_offset(self, sha256: str) -> int:
        """How many bytes of a sealed bundle the server holds on its disk."""
        return self._offset("HEAD", f"{endpoints.BUNDLES}/{sha256}", {}, None)

    def continue_bundle(self, sha256: str, size: int, offset: int, file: Seekable, *, length: int) -> int:
        """Send `length` bytes from `offset` on, also none. Gives the offset then held; the whole size: it is kept."""
        file.seek(offset)
        headers = {
            "Upload-Offset": str(offset),
            "Upload-Length": str(size),
            "Content-Type": endpoints.TUS_TYPE,
        }
        body = _Body(file, length) if length else b""
        return self._offset("PATCH", f"{endpoints.BUNDLES}/{sha256}", headers, body)

    def _ask(
        self,
        path: str,
        message: Any,
        answer: type[T],
        *,
        compress: bool = False,
        headers: Mapping[str, str] = MappingProxyType({"Content-Type": endpoints.JSON_TYPE}),
    ) -> T:
        body = codec.canonical(codec.to_json(message))
        if compress:
            body = gzip.compress(body, 9, mtime=0)
            headers = {**headers, "Content-Encoding": "gzip"}
        return self._read(self._send("POST", path, headers, body), answer)

    def _offset(self, method: str, path: str, headers: dict[str, str], body: Any) -> int:
        tus = {"Tus-Resumable": endpoints.TUS_VERSION, **headers}
        with self._send(method, path, tus, body) as response:
            self._raise_for(response)
            self._read_to_the_end(response)
            offset = response.headers.get("Upload-Offset", "")
            if response.headers.get("Tus-Resumable") != endpoints.TUS_VERSION or not offset.isdecimal():
                raise self._no_server("no Upload-Offset")
            return int(offset)

    def _send(self, method: str, path: str, headers: Mapping[str, str], body: Any) -> requests.Response:
        if self._token:
            headers = {"Authorization": f"Bearer {self._token}", **headers}
        if self._link.is_cut:
            raise stopped()
        try:
            return self._link.session().request(
                method,
                f"{self.url}/{path}",
                data=body,
                headers=headers,
                timeout=_IDLE_SECONDS,
                allow_redirects=False,
                stream=True,
            )
        except requests.exceptions.SSLError as fault:
            if is_cut(fault):
                raise self._broken("no answer", fault) from fault
            error, why = trust_fault(fault)
            raise Unreachable(error, f"{self.url}: {_TRUST[error]} ({why or _short(fault)})") from fault
        except (requests.RequestException, OSError) as fault:
            raise self._broken("no answer", fault) from fault

    def _read(self, response: requests.Response, answer: type[T]) -> T:
        with response:
            self._raise_for(response)
            plain = self._json(response)
        try:
            return codec.from_json(answer, plain)
        except codec.CodecError as fault:
            raise self._no_server(str(fault)) from fault

    def _raise_for(self, response: requests.Response) -> None:
        if response.ok and not response.is_redirect:
            return
        wait = retry_after(response.headers.get("Retry-After"))
        if response.request.method == "HEAD":
            self._read_to_the_end(response)
            # Without a body only our own header tells our refusal from a proxy's.
            error = ErrorCode.of(response.headers.get(endpoints.ERROR_HEADER, ""))
            if error is None:
                raise self._foreign(response, "no error code")
            raise Refused(error, f"{self.url}: {error.code}", retry_after=wait)
        try:
            fault = codec.from_json(messages.Fault, self._json(response))
        except (codec.CodecError, Unreachable) as wrong:
            if isinstance(wrong, Unreachable) and wrong.error is not ErrorCode.NOT_A_SERVER:
                raise
            raise self._foreign(response, "not our answer") from wrong
        error = ErrorCode.of(fault.error) or ErrorCode.SERVER_FAULT
        raise Refused(error, f"{self.url}: {fault.message}", retry_after=wait)

    def _foreign(self, response: requests.Response, why: str) -> Unreachable:
        """A failure that is not in our words: something before the server speaks, or nothing of ours is there."""
        status = response.status_code
        if status in _LATER:
            message = f"{self.url}: the server, or what stands before it, cannot answer now (status {status})"
            wait = retry_after(response.headers.get("Retry-After"))
            return Unreachable(ErrorCode.SERVER_BUSY, message, retry_after=wait)
        if status == _TOO_MUCH:
            message = f"{self.url}: what stands before the server takes no request of this size (status {status})"
            return Unreachable(ErrorCode.TOO_LARGE, message)
        return self._no_server(f"status {status}, {why}")

    def _json(self, response: requests.Response) -> Any:
        if endpoints.JSON_TYPE not in response.headers.get("Content-Type", ""):
            raise self._no_server(f"status {response.status_code}, not JSON")
        body = bytearray()
        try:
            for block in response.iter_content(BLOCK):
                body += block
                if len(body) > _MAX_ANSWER:
                    raise self._no_server("an answer without end")
        except (requests.RequestException, OSError) as fault:
            raise self._broken("cut off", fault) from fault
        try:
            return codec.parse(bytes(body))
        except codec.CodecError as fault:
            raise self._no_server(str(fault)) from fault

    def _read_to_the_end(self, response: requests.Response) -> None:
        """An answer without a body too: a connection that was not read to its end is closed, not kept alive."""
        try:
            for _ in response.iter_content(BLOCK):
                pass
        except (requests.RequestException, OSError) as fault:
            raise self._broken("cut off", fault) from fault

    def _broken(self, what: str, fault: Exception) -> Unreachable | LocalFault:
        if self._link.is_cut:
            return stopped()
        return Unreachable(ErrorCode.UNREACHABLE, f"{self.url}: {what} ({_short(fault)})")

    def _no_server(self, why: str) -> Unreachable:
        return Unreachable(ErrorCode.NOT_A_SERVER, f"{self.url}: what answers there is not a GUP server ({why})")


class _Body:
    """The rest of an open file as a request body of known length, read as it is sent.

    A block is as much as the link takes at once: the time-out is one of idle seconds, and a block that is large for
    the link would make it one of a whole block.
    """

    def __init__(self, file: Source, size: int) -> None:
        self._file = file
        self._left = size
        self._block = BLOCK // 4
        self._given_at = 0.0
        self.len = size

    def read(self, size: int = -1) -> bytes:
        now = time.monotonic()
        took = now - self._given_at if self._given_at else 0.5
        if took > 1:
            self._block = max(_SMALLEST_BLOCK, self._block // 2)
        elif took < 0.1:
            self._block = min(BLOCK, self._block * 2)
        block = self._file.read(min(self._left, self._block, size if size > 0 else self._left))
        self._left -= len(block)
        self._given_at = time.monotonic()
        return block


_TRUST = {
    ErrorCode.CERTIFICATE_DATE: "its certificate is not valid today: expired, or this tablet's date is wrong",
    ErrorCode.CERTIFICATE_NAME: "its certificate is of another address: a wrong address, or a Wi-Fi's login page",
    ErrorCode.CERTIFICATE_SIGNER: "nobody known here signed its certificate; a private authority is given by --ca",
    ErrorCode.UNTRUSTED_SERVER: "no safe connection with it",
}


def stopped() -> LocalFault:
    """A person ended the sync."""
    return LocalFault(ErrorCode.STOPPED, "this sync was stopped; what was sent is kept, the rest waits")


def _short(fault: Exception) -> str:
    return str(fault).split("(Caused by ")[-1].rstrip(")")[:160] or type(fault).__name__
