"""Previews and full sizes: only what a record names, whole, resumable at any byte, kept over a restart."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from running import Server
from wire import Tablet, item, through_http

from sync.protocol import codec, endpoints, media_frames, messages
from sync.protocol.errors import Refused
from sync.server.records import access, actions, media_parts, media_store
from sync.server.records.models import Medium

pytestmark = [pytest.mark.database, pytest.mark.django_db, pytest.mark.usefixtures("media_folder")]
Enrol = Callable[..., Tablet]


def jpeg(size: int = 300_000) -> bytes:
    return b"\xff\xd8\xff\xe0" + os.urandom(size - 4)


def address(content: bytes) -> str:
    return f"{endpoints.MEDIA}/{codec.sha256(content)}"


def announce(tablet: Tablet, content: bytes) -> None:
    assert tablet.push(tablet.photo(content)).outcomes[0].outcome == "accepted"


def held(content: bytes) -> bytes | None:
    try:
        with access.open_held(codec.sha256(content)) as found:
            return found.read()
    except FileNotFoundError:
        return None


def test_a_medium_that_came_whole_just_before_the_server_ended_is_put_in_place_before_it_is_said_to_be_held(
    enrol_tablet: Enrol,
) -> None:
    tablet, content, other = enrol_tablet(), jpeg(), jpeg()
    for each in (content, other):
        announce(tablet, each)
        with media_parts.open_part(codec.sha256(each), tablet.id, len(each)) as part:
            part.append(content if each is content else b"x" * len(each))  # and then it was killed
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == str(len(content))
    assert held(content) == content
    assert tablet.tus("HEAD", address(other)).status == 460
    assert tablet.tus("HEAD", address(other)).headers["upload-offset"] == "0"


def test_a_medium_sent_at_once_is_held_whole(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    reply = tablet.upload(content)
    assert (reply.status, reply.headers["upload-offset"]) == (201, str(len(content)))
    assert reply.headers["location"] == f"/{address(content)}"
    assert held(content) == content


def test_what_is_held_already_needs_no_byte(enrol_tablet: Enrol) -> None:
    first, second, content = enrol_tablet(), enrol_tablet(), jpeg()
    announce(first, content)
    first.upload(content)
    announce(second, content)
    named = base64.b64encode(codec.sha256(content).encode()).decode()
    reply = second.tus(
        "POST", endpoints.MEDIA, Upload_Length=str(len(content)), Upload_Metadata=f"name eA==,sha256 {named}"
    )
    assert (reply.status, reply.headers["upload-offset"]) == (201, str(len(content)))


def test_an_upload_goes_on_where_it_was_cut(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    named = base64.b64encode(codec.sha256(content).encode()).decode()
    created = tablet.tus(
        "POST",
        endpoints.MEDIA,
        content[:1000],
        Upload_Length=str(len(content)),
        Upload_Metadata=f"sha256 {named}",
    )
    assert created.headers["upload-offset"] == "1000"
    head = tablet.tus("HEAD", address(content))
    assert (head.status, head.headers["upload-offset"], head.headers["upload-length"]) == (
        200,
        "1000",
        str(len(content)),
    )
    done = tablet.tus("PATCH", address(content), content[1000:], Upload_Offset="1000")
    assert (done.status, done.headers["upload-offset"]) == (204, str(len(content)))
    assert media_store.holds(codec.sha256(content), len(content))


def test_a_wrong_offset_is_answered_409_and_writes_nothing(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    tablet.tus("PATCH", address(content), content[:500], Upload_Offset="0")
    reply = tablet.tus("PATCH", address(content), content[700:], Upload_Offset="700")
    assert (reply.status, reply.fault().error) == (409, "wrong_offset")
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "500"


def test_bytes_of_another_medium_are_refused_and_forgotten(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    wrong = content[:-1] + bytes([content[-1] ^ 1])
    reply = tablet.tus("PATCH", address(content), wrong, Upload_Offset="0")
    assert (reply.status, reply.fault().error) == (460, "wrong_hash")
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "0"
    assert tablet.upload(content).status == 201


def test_a_medium_that_no_record_of_this_tablet_names_is_unknown(enrol_tablet: Enrol) -> None:
    author, other, content = enrol_tablet(), enrol_tablet(), jpeg()
    announce(author, content)
    assert other.upload(content).fault().error == "unknown_medium"
    assert other.tus("HEAD", address(content)).status == 404


def test_the_size_must_be_the_one_of_the_record(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    named = base64.b64encode(codec.sha256(content).encode()).decode()
    longer = tablet.tus("POST", endpoints.MEDIA, Upload_Length="999999", Upload_Metadata=f"sha256 {named}")
    assert longer.fault().error == "bad_field"
    assert tablet.tus("PATCH", address(content), content + b"more", Upload_Offset="0").fault().error == "too_large"


def test_what_is_no_picture_is_refused(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), b"#!/bin/sh\necho not a picture\n"
    announce(tablet, content)
    assert tablet.upload(content).fault().error == "bad_field"
    assert held(content) is None


def test_an_erased_medium_is_gone(
    enrol_tablet: Enrol, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    tablet, content = enrol_tablet(), jpeg()
    photo = tablet.photo(content)
    tablet.push(photo)
    tablet.upload(content)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        actions.erase(photo.id, reason="person_asked")
    assert tablet.tus("HEAD", address(content)).status == 410
    assert tablet.upload(content).fault().error == "erased_medium"
    assert not media_store.path_of(codec.sha256(content)).exists()


def test_bytes_before_a_blur_are_deleted_once_the_blurred_photo_is_accepted(
    enrol_tablet: Enrol, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    tablet, sharp, blurred = enrol_tablet(), jpeg(), jpeg()
    photo = tablet.photo(sharp)
    tablet.push(photo)
    tablet.upload(sharp)
    newer = tablet.photo(blurred, id=photo.id, revision=2)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        answer = tablet.push(item(newer, base=item(photo).hash))
    assert answer.wanted == (newer.sha256,)
    assert not media_store.path_of(codec.sha256(sharp)).exists()


def test_bytes_that_another_photo_still_names_are_kept(
    enrol_tablet: Enrol, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    tablet, content = enrol_tablet(), jpeg()
    one, two = tablet.photo(content), tablet.photo(content)
    tablet.push(one, two)
    tablet.upload(content)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        tablet.push(item(tablet.photo(jpeg(), id=one.id, revision=2), base=item(one).hash))
    assert held(content) is not None


def test_a_given_up_upload_is_forgotten(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    tablet.tus("PATCH", address(content), content[:100], Upload_Offset="0")
    assert tablet.tus("DELETE", address(content)).status == 204
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "0"


def test_options_tell_what_is_spoken() -> None:
    from wire import through_django

    reply = through_django("OPTIONS", endpoints.MEDIA)
    assert reply.headers["tus-version"] == "1.0.0"
    assert "creation-with-upload" in reply.headers["tus-extension"]


@pytest.mark.parametrize("metadata", ["", "sha256", "sha256 !!!", "sha256 eA==", "name eA=="])
def test_an_upload_without_its_hash_is_malformed(enrol_tablet: Enrol, metadata: str) -> None:
    reply = enrol_tablet().tus("POST", endpoints.MEDIA, Upload_Length="5", Upload_Metadata=metadata)
    assert reply.fault().error == "malformed"


def test_previews_are_each_held_or_refused_with_a_reason(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    small = [jpeg(3000 + n) for n in range(3)]
    for content in small[:2]:
        tablet.push(tablet.photo(jpeg(), preview_sha256=codec.sha256(content), preview_size=len(content)))
    body = media_frames.join(small)
    for _ in range(2):
        reply = tablet.raw("POST", endpoints.PREVIEWS, body, Content_Type=endpoints.FRAMES_TYPE)
        answer = reply.message(messages.MediaAnswer)
        assert set(answer.held) == {codec.sha256(content) for content in small[:2]}
        assert [(each.hash, each.code) for each in answer.refused] == [(codec.sha256(small[2]), "unknown_medium")]
    assert held(small[0]) == small[0]


@pytest.mark.parametrize("at", [-1, -2000])
def test_a_preview_whose_bytes_changed_on_the_way_is_refused(enrol_tablet: Enrol, at: int) -> None:
    tablet, content = enrol_tablet(), jpeg(2000)
    tablet.push(tablet.photo(jpeg(), preview_sha256=codec.sha256(content), preview_size=len(content)))
    body = bytearray(media_frames.join([content]))
    body[at] ^= 1
    reply = tablet.raw("POST", endpoints.PREVIEWS, bytes(body))
    assert [each.code for each in reply.message(messages.MediaAnswer).refused] == ["wrong_hash"]


def test_frames_cut_short_are_malformed(enrol_tablet: Enrol) -> None:
    body = media_frames.join([jpeg(2000)])
    assert enrol_tablet().raw("POST", endpoints.PREVIEWS, body[:-5]).fault().error == "malformed"


# Over a real connection.


def _begin(tablet: Tablet, url: str, content: bytes, sent: int) -> socket.socket:
    """Start a PATCH from 0 and send only so many of its bytes."""
    host = urlsplit(url)
    connection = socket.create_connection((host.hostname or "", host.port or 0))
    head = (
        f"PATCH /{address(content)} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {tablet.token}\r\n"
        f"Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: {endpoints.TUS_TYPE}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    connection.sendall(head.encode() + content[:sent])
    return connection


def _held(tablet: Tablet, content: bytes) -> int:
    return int(tablet.tus("HEAD", address(content)).headers["upload-offset"])


def _wait_for_bytes(server: Server, tablet: Tablet, content: bytes, size: int) -> None:
    """Until so many bytes are in the part; by looking at the file, since a HEAD would take the upload over."""
    part = server.data / "media" / "parts" / tablet.id / codec.sha256(content)
    until = time.monotonic() + 20
    while (not part.exists() or part.stat().st_size < size) and time.monotonic() < until:
        time.sleep(0.01)


def test_a_newer_request_takes_over_from_one_whose_link_died(server: Server) -> None:
    """The trade's wedge: the lock of a dead request. The old connection stays open and silent here."""
    tablet, content = server.tablet(), jpeg(600_000)
    announce(tablet, content)
    with closing(_begin(tablet, server.url, content, 300_000)):
        _wait_for_bytes(server, tablet, content, 1)
        offset = _held(tablet, content)
        assert 0 < offset <= 300_000
        done = tablet.tus("PATCH", address(content), content[offset:], Upload_Offset=str(offset))
        assert (done.status, done.headers["upload-offset"]) == (204, str(len(content)))


def test_every_byte_that_an_offset_counted_survives_a_kill(start_server: Callable[..., Server], tmp_path: Path) -> None:
    running = start_server(tmp_path / "data")
    tablet, content = running.tablet(), jpeg(900_000)
    announce(tablet, content)
    with closing(_begin(tablet, running.url, content, 500_000)) as link:
        link.shutdown(socket.SHUT_WR)
        _wait_for_bytes(running, tablet, content, 500_000)
        offset = _held(tablet, content)
        assert offset == 500_000
        _kill(running)
    again = start_server(tmp_path / "data")
    tablet.send = through_http(again.url)
    assert _held(tablet, content) == offset
    assert tablet.tus("PATCH", address(content), content[offset:], Upload_Offset=str(offset)).status == 204


def _kill(running: Server) -> None:
    """SIGKILL to the server and its worker, which has no time to say goodbye."""
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
    running.process.send_signal(signal.SIGKILL)
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    running.process.wait()


def test_every_acknowledged_record_survives_a_kill_during_a_push(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(tmp_path / "data")
    tablet = running.tablet()
    acknowledged, sent = [], []
    stop_after = 15
    try:
        while True:
            batch = [tablet.report() for _ in range(20)]
            sent += batch
            if len(acknowledged) >= stop_after * 20:
                body = codec.canonical(codec.to_json(messages.PushRequest(records=tuple(map(item, batch)))))
                connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=5)
                headers = {"Authorization": f"Bearer {tablet.token}"}
                connection.request("POST", f"/{endpoints.PUSH}", body, headers)
                _kill(running)
                connection.close()
                break
            answer = tablet.push(*batch)
            assert {each.outcome for each in answer.outcomes} == {"accepted"}
            acknowledged += batch
    finally:
        again = start_server(tmp_path / "data")
    tablet.send = through_http(again.url)
    for start in range(0, len(acknowledged), 400):
        answer = tablet.push(*acknowledged[start : start + 400])
        assert {each.outcome for each in answer.outcomes} == {"same"}
    assert {each.outcome for each in tablet.push(*sent[-20:]).outcomes} in ({"same"}, {"accepted"})


@pytest.mark.django_db(transaction=True)
def test_what_came_of_a_medium_so_far_goes_with_its_erasure(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    photo = tablet.photo(content)
    tablet.push(photo)
    sha256 = codec.sha256(content)
    with media_parts.open_part(sha256, tablet.id, len(content)) as part:
        part.append(content[:1000])
        actions.erase(photo.id, reason="person_asked")
        with pytest.raises(Refused):
            part.append(content[1000:])
    assert not list(settings.MEDIA_FOLDER.rglob(sha256))


@pytest.mark.django_db(transaction=True)
def test_bytes_whose_last_block_comes_after_the_erasure_do_not_stay(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    photo = tablet.photo(content)
    tablet.push(photo)
    sha256 = codec.sha256(content)
    actions.erase(photo.id, reason="person_asked")
    media_store.keep(sha256, content)
    actions.media_held({sha256: len(content)})
    assert not media_store.holds(sha256, len(content))
    assert Medium.objects.get(pk=sha256).state == Medium.State.ERASED
    assert tablet.upload(content).status == 410


@pytest.mark.django_db(transaction=True)
def test_bytes_that_no_record_names_do_not_stay(enrol_tablet: Enrol) -> None:
    content = jpeg()
    sha256 = codec.sha256(content)
    media_store.keep(sha256, content)
    actions.media_held({sha256: len(content)})
    assert not media_store.holds(sha256, len(content))
    assert not Medium.objects.filter(pk=sha256).exists()


def checksum(content: bytes, algorithm: str = "sha256") -> str:
    return f"{algorithm} " + base64.b64encode(hashlib.new(algorithm, content).digest()).decode()


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_chunk_whose_bytes_were_harmed_is_forgotten_and_no_other(enrol_tablet: Enrol, algorithm: str) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    said = checksum(content[:100_000], algorithm)
    assert (
        tablet.tus("PATCH", address(content), content[:100_000], Upload_Offset="0", Upload_Checksum=said).status == 204
    )
    harmed = b"?" + content[100_001:200_000]
    said = checksum(content[100_000:200_000], algorithm)
    reply = tablet.tus("PATCH", address(content), harmed, Upload_Offset="100000", Upload_Checksum=said)
    assert (reply.status, reply.fault().error) == (460, "wrong_hash")
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "100000"
    done = tablet.tus("PATCH", address(content), content[100_000:], Upload_Offset="100000")
    assert (done.status, done.headers["upload-offset"]) == (204, str(len(content)))


@pytest.mark.parametrize("said", ["md5 AAAA", "sha256", "sha256 not base64!"])
def test_a_checksum_that_cannot_be_read_is_refused(enrol_tablet: Enrol, said: str) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    reply = tablet.tus("PATCH", address(content), content, Upload_Offset="0", Upload_Checksum=said)
    assert reply.status in (400, 460)
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "0"


def test_what_is_unfinished_says_until_when_it_is_kept_and_then_goes(enrol_tablet: Enrol) -> None:
    tablet, content = enrol_tablet(), jpeg()
    announce(tablet, content)
    half = tablet.tus("PATCH", address(content), content[:1000], Upload_Offset="0")
    until = parsedate_to_datetime(half.headers["upload-expires"])
    assert abs(until - datetime.now(UTC) - media_parts.KEPT) < timedelta(minutes=1)
    media_parts.sweep(time.time() - media_parts.KEPT.total_seconds())
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "1000"
    (part,) = media_store.all_parts()
    old = time.time() - media_parts.KEPT.total_seconds() - 60
    os.utime(part, (old, old))
    media_parts.sweep(time.time() - media_parts.KEPT.total_seconds())
    assert tablet.tus("HEAD", address(content)).headers["upload-offset"] == "0"
    done = tablet.upload(content)
    assert done.status == 201
    assert "upload-expires" not in done.headers
