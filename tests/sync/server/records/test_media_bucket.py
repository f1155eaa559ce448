"""Media in a bucket, spoken to over HTTP: moto's S3 server stands for the service (S3 itself is not tried here)."""

from __future__ import annotations

import socket
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import boto3
import pytest
import requests
from moto.server import ThreadedMotoServer
from running import run_gup
from wire import Tablet

from sync.protocol import codec, endpoints, media_frames, messages
from sync.server import checks
from sync.server.commands import backup, restore, serve
from sync.server.records import access, actions, media_bucket, media_parts, media_store
from sync.server.records.models import Medium

CONTENT = b"\xff\xd8\xff" + b"photo" * 40_000
SHA256 = codec.sha256(CONTENT)
Enrol = Callable[..., Tablet]


@pytest.fixture
def moto(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadedMotoServer]:
    """The service, with the keys that a client gives."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "gup")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "only for the test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    service = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    service.start()
    yield service
    service.stop()


@pytest.fixture
def client(moto: ThreadedMotoServer) -> Iterator[Any]:
    """Somebody else at the same service, which begins empty."""
    host, port = moto.get_host_and_port()
    requests.post(f"http://{host}:{port}/moto-api/reset", timeout=10)
    made = boto3.client("s3", endpoint_url=f"http://{host}:{port}")
    yield made
    made.close()


@pytest.fixture
def address(client: Any) -> str:
    """A bucket, and a place in it."""
    client.create_bucket(Bucket="gup")
    return f"{client.meta.endpoint_url}/gup/media"


@pytest.fixture
def keys(client: Any, address: str) -> Callable[[], list[str]]:
    """`keys()`: what the bucket holds."""
    return lambda: [each["Key"] for each in client.list_objects_v2(Bucket="gup").get("Contents", ())]


@pytest.fixture
def in_bucket(address: str, settings: Any, tmp_path: Path) -> Iterator[str]:
    """This process's server keeps its media there."""
    settings.MEDIA_FOLDER = tmp_path / "media"
    settings.MEDIA_FOLDER.mkdir()
    settings.MEDIA_BUCKET = address
    yield address
    media_store._bucket(address).close()  # type: ignore[attr-defined]
    media_store._bucket.cache_clear()


@pytest.mark.database
def test_a_medium_goes_to_the_bucket_once_it_is_whole_and_leaves_nothing_on_the_disk(
    enrol_tablet: Enrol, in_bucket: str, keys: Callable[[], list[str]], settings: Any
) -> None:
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    half = len(CONTENT) // 2
    named = {"Upload_Length": str(len(CONTENT)), "Upload_Metadata": f"sha256 {_base64(SHA256)}"}
    assert tablet.tus("POST", endpoints.MEDIA, CONTENT[:half], **named).status == 201
    assert keys() == [], "a part is the server's own affair"
    path = f"{endpoints.MEDIA}/{SHA256}"
    assert tablet.tus("HEAD", path).headers["upload-offset"] == str(half)
    assert tablet.tus("PATCH", path, CONTENT[half:], Upload_Offset=str(half)).status == 204
    assert keys() == [f"media/{SHA256[:2]}/{SHA256[2:4]}/{SHA256}"]
    assert not [each for each in settings.MEDIA_FOLDER.rglob("*") if each.is_file()]
    assert tablet.upload(CONTENT).headers["upload-offset"] == str(len(CONTENT)), "what is held is not sent again"
    with access.open_held(SHA256) as held:
        assert held.read() == CONTENT


def slow_bucket(monkeypatch: pytest.MonkeyPatch, seconds: float) -> threading.Event:
    """Set once something is on its way into it."""
    put, begun = media_bucket.Bucket.put, threading.Event()

    def slowly(self: media_bucket.Bucket, file: Path, sha256: str) -> None:
        begun.set()
        time.sleep(seconds)
        put(self, file, sha256)

    monkeypatch.setattr(media_bucket.Bucket, "put", slowly)
    return begun


def test_whoever_waits_for_a_medium_on_its_way_into_a_slow_bucket_holds_nobody_else_up(
    in_bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = slow_bucket(monkeypatch, 2)
    with media_parts.open_part(SHA256, "one", len(CONTENT)) as part:
        part.append(CONTENT)
        under_way = media_store.DISK.submit(part.finish, SHA256)
        begun.wait()
        asked = media_store.DISK.submit(media_parts.offset_on_disk, SHA256, "one")
        time.sleep(0.1)
        with media_parts.open_part(SHA256, "another", len(CONTENT)):
            assert not asked.done()
            assert not under_way.done()
        assert (asked.result(), under_way.result()) == (0, None)


@pytest.mark.database
def test_a_question_about_a_medium_on_its_way_into_the_bucket_finds_it_there(
    enrol_tablet: Enrol, in_bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its link died once all had come, and the bucket is slow: what is told as not there would be sent again."""
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    begun = slow_bucket(monkeypatch, 0.5)
    with media_parts.open_part(SHA256, tablet.id, len(CONTENT)) as part:
        part.append(CONTENT)
        under_way = media_store.DISK.submit(part.finish, SHA256)
        begun.wait()
        question = media_frames.head(SHA256, 0)
        reply = tablet.raw("POST", endpoints.STREAM, question, Content_Type=endpoints.FRAMES_TYPE)
        under_way.result()
    assert reply.message(messages.MediaAnswer).held == (SHA256,)


class _EmptyBucket(BaseHTTPRequestHandler):
    """It keeps its connections alive, as S3 does and moto does not."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[list[socket.socket]] = []

    def do_HEAD(self) -> None:
        self.connections.append(self.connection)
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


def test_what_was_opened_to_look_at_the_bucket_is_closed_before_the_server_forks(
    moto: ThreadedMotoServer, settings: Any
) -> None:
    """Two processes on one connection would read one another's answers: what is not there would be told as held."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _EmptyBucket) as service:
        threading.Thread(target=service.serve_forever, args=(0.05,), daemon=True).start()
        settings.MEDIA_BUCKET = f"http://127.0.0.1:{service.server_port}/gup"
        serve._look_at_the_bucket()
        [connection] = _EmptyBucket.connections
        until = time.monotonic() + 2
        while connection.fileno() >= 0 and time.monotonic() < until:
            time.sleep(0.01)
        service.shutdown()
        assert connection.fileno() < 0, "still open"


@pytest.mark.database
def test_while_the_bucket_is_away_tablets_are_told_to_try_again_and_nothing_is_sent_twice(
    enrol_tablet: Enrol, in_bucket: str, keys: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))

    def away(self: media_bucket.Bucket, file: Path, sha256: str) -> None:
        raise OSError("the bucket does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(media_bucket.Bucket, "put", away)
        reply = tablet.upload(CONTENT)
        assert (reply.status, reply.fault().error) == (503, "server_busy")
    assert not Medium.objects.filter(state=Medium.State.HELD).exists()
    reply = tablet.tus("HEAD", f"{endpoints.MEDIA}/{SHA256}")
    assert reply.headers["upload-offset"] == str(len(CONTENT))
    assert len(keys()) == 1, "the bytes that had come went up, none was asked for again"
    assert Medium.objects.get(pk=SHA256).state == Medium.State.HELD


@pytest.mark.database
def test_a_bucket_that_does_not_answer_is_a_reason_to_try_again(
    enrol_tablet: Enrol, in_bucket: str, moto: ThreadedMotoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_bucket, "_TRIES", 1)
    media_store._bucket.cache_clear()
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    moto.stop()
    assert tablet.upload(CONTENT).status == 503
    Medium.objects.filter(pk=SHA256).update(state=Medium.State.HELD)
    [line] = checks.media()
    assert "does not answer" in line
    moto.start()


@pytest.mark.database
def test_bytes_that_are_not_those_of_the_hash_never_reach_the_bucket(
    enrol_tablet: Enrol, in_bucket: str, keys: Callable[[], list[str]]
) -> None:
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    named = {"Upload_Length": str(len(CONTENT)), "Upload_Metadata": f"sha256 {_base64(SHA256)}"}
    wrong = CONTENT[:-1] + b"!"
    assert tablet.tus("POST", endpoints.MEDIA, wrong, **named).status == 460
    assert keys() == []


@pytest.mark.database
def test_erased_bytes_leave_the_bucket_even_when_it_was_away_at_that_moment(
    enrol_tablet: Enrol, in_bucket: str, keys: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from django_tasks_db.models import DBTaskResult

    from sync.server.records import tasks

    tablet = enrol_tablet()
    photo = tablet.photo(CONTENT)
    tablet.push(photo)
    tablet.upload(CONTENT)

    def away(self: media_bucket.Bucket, sha256: str) -> None:
        raise OSError("the bucket does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(media_bucket.Bucket, "remove", away)
        actions.erase(photo.id, reason="asked")
        assert len(keys()) == 1
    owed = DBTaskResult.objects.get(task_path="sync.server.records.tasks.remove_bytes")
    tasks.remove_bytes.func(*owed.args_kwargs["args"])
    assert keys() == []


@pytest.mark.database
def test_check_reads_the_bucket(enrol_tablet: Enrol, in_bucket: str, client: Any) -> None:
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    tablet.upload(CONTENT)
    assert list(checks.media()) == []
    key = f"media/{SHA256[:2]}/{SHA256[2:4]}/{SHA256}"
    client.put_object(Bucket="gup", Key=key, Body=b"something else")
    assert [line for line in checks.media() if "have changed" in line]
    client.delete_object(Bucket="gup", Key=key)
    assert [line for line in checks.media() if "missing" in line]


@pytest.mark.database
def test_a_backup_with_media_reads_the_bucket_and_a_restore_fills_it_again(
    enrol_tablet: Enrol, in_bucket: str, client: Any, keys: Callable[[], list[str]], tmp_path: Path
) -> None:
    tablet = enrol_tablet()
    tablet.push(tablet.photo(CONTENT))
    tablet.upload(CONTENT)
    [key] = keys()
    saved, database = tmp_path / "backup.zip", tmp_path / "copy"
    database.write_bytes(b"the database is of no matter here")
    with zipfile.ZipFile(saved, "w") as archive:
        backup._fill(archive, database, with_media=True)
    with zipfile.ZipFile(saved) as archive:
        assert archive.read(f"media/{SHA256}") == CONTENT
    client.delete_object(Bucket="gup", Key=key)
    restore._extract_media(saved)
    assert keys() == [key]
    assert list(checks.media()) == []


def test_a_bucket_that_is_none_is_refused_before_the_server_starts(tmp_path: Path) -> None:
    refused = run_gup("serve", "--data", str(tmp_path / "data"), env={"GUP_MEDIA_BUCKET": "gup"})
    assert refused.returncode == 4
    assert "wants https://HOST/BUCKET" in refused.stderr


def _base64(text: str) -> str:
    import base64

    return base64.b64encode(text.encode()).decode()
