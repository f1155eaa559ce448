"""Tablets as the server sees them, and the two ways to carry what they say: through Django alone, or over HTTP."""

from __future__ import annotations

import base64
import gzip
import http.client
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import declared
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from sync.protocol import codec, endpoints, ids, messages, records, times, track, version

T = TypeVar("T")
Send = Callable[..., "Reply"]


@dataclass(frozen=True)
class Reply:
    """What came back, whoever carried it."""

    status: int
    headers: dict[str, str]
    body: bytes

    def message(self, kind: type[T]) -> T:
        """The message in a successful answer."""
        assert self.status == 200, self.body
        assert self.headers["content-type"] == endpoints.JSON_TYPE
        plain = gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body
        return codec.from_json(kind, codec.parse(plain))

    def fault(self) -> messages.Fault:
        """The fault in an answer that is none."""
        assert self.status >= 400, self.status
        assert self.headers["content-type"] == endpoints.JSON_TYPE
        return codec.from_json(messages.Fault, codec.parse(self.body))


def through_django(method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
    """Carry a request through the whole of Django, without a socket."""
    written = {name.replace("_", "-"): value for name, value in headers.items()}
    content_type = written.pop("Content-Type", endpoints.JSON_TYPE)
    response = Client(raise_request_exception=False).generic(
        method, f"/{path}", body, content_type=content_type, headers=written
    )
    return _declared(method, path, response.status_code, response.headers.items(), response.content)


def through_http(url: str) -> Send:
    """Carry requests to a server that runs, one connection each."""

    def send(method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=20)
        written = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, f"/{path}", body or None, written)
        response = connection.getresponse()
        reply = _declared(method, path, response.status, response.getheaders(), response.read())
        connection.close()
        return reply

    return send


def _declared(method: str, path: str, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> Reply:
    """The reply, once the OpenAPI document was found to foresee it."""
    lower = {name.lower(): value for name, value in headers}
    declared.require(method, path, status, lower, body)
    return Reply(status, lower, body)


@dataclass
class Tablet:
    """A tablet as the server sees one: an id, a key, a token; it remembers nothing that a test does not ask for."""

    send: Send
    id: str = field(default_factory=ids.new_id)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    token: str = ""
    seal_key: str = ""
    epoch: str | None = None

    def enrol_request(self, code: str) -> messages.EnrolRequest:
        """A signed request with that code."""
        public = base64.b64encode(self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
        signature = self.key.sign(messages.enrol_challenge(code, self.id, public))
        return messages.EnrolRequest(
            code=code,
            device_id=self.id,
            public_key=public,
            signature=base64.b64encode(signature).decode(),
            name="Tablette de la marche",
            app_version="0.1.0",
        )

    def enrol(self, code: str) -> messages.EnrolAnswer:
        """Enrol and keep the token."""
        answer = self.ask(endpoints.ENROL, self.enrol_request(code)).message(messages.EnrolAnswer)
        self.token, self.epoch, self.seal_key = answer.token, answer.epoch, answer.seal_key
        return answer

    def ask(self, path: str, message: Any, *, compress: bool = False) -> Reply:
        """Send a message."""
        body = codec.canonical(codec.to_json(message))
        if compress:
            return self.raw("POST", path, gzip.compress(body), Content_Encoding="gzip")
        return self.raw("POST", path, body)

    def raw(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        """Send bytes with the token."""
        given = {"Content_Type": endpoints.JSON_TYPE, **headers}
        if self.token:
            given["Authorization"] = f"Bearer {self.token}"
        return self.send(method, path, body, **given)

    def hello(self, **changes: Any) -> Reply:
        """Open a sync."""
        request = {
            "protocol": version.CURRENT,
            "app_version": "0.1.0",
            "device_id": self.id,
            "sent_at": times.now(),
            "epoch": self.epoch,
        }
        return self.ask(endpoints.HELLO, messages.HelloRequest(**(request | changes)))

    def push(self, *items: messages.PushItem | records.Record, compress: bool = True) -> messages.PushAnswer:
        """Push records as first revisions, or items as they are."""
        request = messages.PushRequest(
            records=tuple(each if isinstance(each, messages.PushItem) else item(each) for each in items)
        )
        return self.ask(endpoints.PUSH, request, compress=compress).message(messages.PushAnswer)

    def pull(self, **cursors: int) -> messages.PullAnswer:
        """One page from these cursors."""
        return self.ask(endpoints.PULL, messages.PullRequest(cursors=cursors)).message(messages.PullAnswer)

    def pull_all(self, cursors: dict[str, int] | None = None) -> Iterator[messages.PullAnswer]:
        """Every page to the last."""
        at = dict(cursors or {})
        while True:
            page = self.pull(**at)
            yield page
            if not page.more:
                return
            at = dict(page.cursors)

    def upload(self, content: bytes) -> Reply:
        """Send a whole medium at once."""
        named = base64.b64encode(codec.sha256(content).encode()).decode()
        return self.tus(
            "POST", endpoints.MEDIA, content, Upload_Length=str(len(content)), Upload_Metadata=f"sha256 {named}"
        )

    def tus(self, method: str, path: str, content: bytes = b"", **headers: str) -> Reply:
        """A request of the tus protocol."""
        kind = {"Content_Type": endpoints.TUS_TYPE} if content else {"Content_Type": ""}
        return self.raw(method, path, content, **(kind | {"Tus_Resumable": endpoints.TUS_VERSION} | headers))

    def report(self, **fields: Any) -> records.Report:
        """A report of this tablet."""
        now = times.now()
        common = {"id": ids.new_id(), "writer": self.id, "created_at": now, "updated_at": now}
        return records.Report(**(common | {"text": "Lampadaire éteint", "category": "litter"} | fields))

    def walk(self, **fields: Any) -> records.ExploratoryWalk:
        """A walk of this tablet."""
        now = times.now()
        common = {"id": ids.new_id(), "writer": self.id, "created_at": now, "updated_at": now}
        return records.ExploratoryWalk(**(common | {"state": "held"} | fields))

    def segment(self, **fields: Any) -> records.TrackSegment:
        """A track segment of one point, of this tablet."""
        now = times.now()
        point = track.TrackPoint(time_ms=1_795_381_200_000, lat_e7=488_867_310, lon_e7=23_553_120)
        packed = {"walk_id": ids.new_id(), "ordinal": 0, "count": 1, "points": track.pack([point])}
        common = {"id": ids.new_id(), "writer": self.id, "created_at": now, "updated_at": now}
        return records.TrackSegment(**(common | packed | fields))

    def photo(self, content: bytes, **fields: Any) -> records.Photo:
        """A checked photo with these bytes, of this tablet."""
        now = times.now()
        named = {"sha256": codec.sha256(content), "size": len(content), "checked_at": now}
        common = {"id": ids.new_id(), "writer": self.id, "created_at": now, "updated_at": now}
        return records.Photo(**(common | named | fields))


def item(record: records.Record, base: str | None = None) -> messages.PushItem:
    """A record as it is pushed."""
    body = codec.encode(record)
    return messages.PushItem(hash=codec.sha256(body), body=body.decode(), base=base)
