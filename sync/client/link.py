"""The connections of one sync: kept alive, trusting what this machine trusts, and cut at once when a person stops.

With transport.py the only file that sees requests and what lies under it.
"""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from typing import Any, cast

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_environ_proxies
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import SKIP_HEADER

from sync.protocol.errors import ErrorCode, Refused

# What a body gives at a time when the link takes it without waiting.
BLOCK = 64 * 1024
# A request that says nothing of itself, and whose answer is too short to be packed.
BARE = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
# What the kernel keeps before the link has taken it: progress would run ahead of the truth by that much.
_UNSENT = 64 * 1024
_NOT_SENT_LOWAT = 25 if sys.platform == "linux" else None  # named in Python since 3.12 only
# OpenSSL's numbers: not yet valid, expired; another name, another address; nobody we know signed it.
_DATES = {9, 10}
_NAMES = {62, 64}
_SIGNERS = {2, 18, 19, 20, 21}


class Link:
    """Safe to use from several threads: each has its own kept-alive connection. `authority`: one more, in PEM."""

    def __init__(self, url: str, authority: str = "") -> None:
        self._guard = threading.Lock()
        self._local = threading.local()
        self._sessions: list[requests.Session] = []
        self._sockets: set[socket.socket] = set()
        self._trust = _trust(authority) if url.startswith("https:") else None
        # Asked once: requests would read the whole environment again for each photo.
        self._proxies = get_environ_proxies(url)
        self.is_cut = False

    def session(self) -> requests.Session:
        """The calling thread's own."""
        session = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False
            session.proxies = dict(self._proxies)
            # What requests says of itself by default would be a fifth of an idle sync.
            session.headers = CaseInsensitiveDict({"User-Agent": "gup-walker", "Accept-Encoding": "gzip"})
            adapter = _Adapter(self._trust, self._note)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            self._local.session = session
            with self._guard:
                self._sessions.append(session)
        return cast(requests.Session, session)

    def cut(self) -> None:
        """From any thread: whoever sends or waits for an answer is let go now, and nothing begins any more."""
        with self._guard:
            self.is_cut = True
            for each in self._sockets:
                _shut(each)

    def close(self) -> None:
        """Close every connection."""
        with self._guard:
            for session in self._sessions:
                session.close()
            self._sessions.clear()
            self._sockets.clear()
            self._local = threading.local()

    def _note(self, connected: socket.socket) -> None:
        with self._guard:
            self._sockets = {each for each in self._sockets if each.fileno() >= 0} | {connected}
            if self.is_cut:
                _shut(connected)


class _Adapter(HTTPAdapter):
    """Hands its trust and its options to every pool, also to one that goes through a proxy."""

    def __init__(self, trust: ssl.SSLContext | None, note: Any) -> None:
        self._more: dict[str, Any] = {"blocksize": BLOCK, "socket_options": _socket_options()}
        if trust is not None:
            self._more["ssl_context"] = trust
        self._pools = _pools(note)
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **settings: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, **settings, **self._more)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **settings: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **settings, **self._more)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(note: Any) -> dict[str, type]:
    """Pools whose connections are noted once they stand."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            note(self.sock)

    class Safe(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            note(self.sock)

    return {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain}),
        "https": type("SafePool", (HTTPSConnectionPool,), {"ConnectionCls": Safe}),
    }


def _socket_options() -> list[tuple[int, int, int]]:
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    if _NOT_SENT_LOWAT is not None:
        options.append((socket.IPPROTO_TCP, _NOT_SENT_LOWAT, _UNSENT))
    return options


def _trust(authority: str) -> ssl.SSLContext:
    """Whom the system trusts (a city's own authority may be installed there), and the one given; requests adds its own.

    Raises Refused when `authority` is no certificate.
    """
    context = ssl.create_default_context()
    more = os.environ.get("REQUESTS_CA_BUNDLE", "")
    with contextlib.suppress(OSError):
        if more:
            context.load_verify_locations(cafile=more)
    if authority:
        check_authority(authority, context)
    return context


def check_authority(authority: str, context: ssl.SSLContext | None = None) -> None:
    """Raises Refused when this text is not one or several certificates in PEM."""
    try:
        (context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)).load_verify_locations(cadata=authority)
    except (ssl.SSLError, ValueError) as fault:
        message = "what was given as --ca is not a certificate in PEM (BEGIN CERTIFICATE)"
        raise Refused(ErrorCode.BAD_AUTHORITY, message) from fault


def trust_fault(fault: BaseException) -> tuple[ErrorCode, str]:
    """What exactly is wrong with the certificate that was shown, and OpenSSL's words for it."""
    for cause in _causes(fault):
        if isinstance(cause, ssl.SSLCertVerificationError):
            number, words = cause.verify_code, cause.verify_message
            if number in _DATES:
                return ErrorCode.CERTIFICATE_DATE, words
            if number in _NAMES:
                return ErrorCode.CERTIFICATE_NAME, words
            if number in _SIGNERS:
                return ErrorCode.CERTIFICATE_SIGNER, words
    return ErrorCode.UNTRUSTED_SERVER, ""


def is_cut(fault: BaseException) -> bool:
    """Whether the link ended amid a handshake or a message of TLS: nothing was shown that one could mistrust."""
    return any(isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError)) for cause in _causes(fault))


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """The fault and all it wraps, however the libraries between wrap it."""
    seen: set[int] = set()
    waiting: list[object] = [fault]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


def _shut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)
