"""Many full sizes in one request: each held, begun or refused; what came before a cut is kept and can be asked for."""

from __future__ import annotations

import dataclasses
import http.client
import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from running import Server
from wire import Tablet, through_http

from sync.protocol import codec, endpoints, media_frames, messages
from sync.server.records import access, media_parts, media_store
from sync.server.records.models import Medium

pytestmark = [pytest.mark.database, pytest.mark.django_db, pytest.mark.usefixtures("media_folder")]
Enrol = Callable[..., Tablet]


def pictures(tablet: Tablet, *sizes: int) -> list[bytes]:
    """Of which the server knows the records."""
    made = [b"\xff\xd8\xff\xe0" + os.urandom(size - 4) for size in sizes]
    tablet.push(*(tablet.photo(content) for content in made))
    return made


def frame(content: bytes, sent: bytes | None = None) -> bytes:
    body = content if sent is None else sent
    return media_frames.head(codec.sha256(content), len(body)) + body


def question(content: bytes) -> bytes:
    return frame(content, b"")


def ask(tablet: Tablet, *frames: bytes) -> messages.MediaAnswer:
    reply = tablet.raw("POST", endpoints.STREAM, b"".join(frames), Content_Type=endpoints.FRAMES_TYPE)
    return reply.message(messages.MediaAnswer)


def held(content: bytes) -> bool:
    try:
        with access.open_held(codec.sha256(content)) as found:
            return found.read() == content
    except FileNotFoundError:
        return False


def test_all_that_one_request_brings_is_held_and_bringing_it_again_is_harmless(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    made = pictures(tablet, 300_000, 20, 70_000)
    for _ in range(2):
        answer = ask(tablet, *map(frame, made))
        assert set(answer.held) == set(map(codec.sha256, made))
        assert (answer.begun, answer.refused) == ({}, ())
    assert all(map(held, made))
    assert media_parts.media_store.all_parts() == []


def test_one_question_tells_what_is_held_what_is_begun_and_what_is_unknown(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    whole, begun, fresh = pictures(tablet, 5_000, 90_000, 5_000)
    stray = b"\xff\xd8\xff\xe0" + bytes(400)
    ask(tablet, frame(whole))
    with media_parts.open_part(codec.sha256(begun), tablet.id, len(begun)) as part:
        part.append(begun[:70_000])
    answer = ask(tablet, *map(question, (whole, begun, fresh, stray)))
    assert answer.held == (codec.sha256(whole),)
    assert answer.begun == {codec.sha256(begun): 70_000, codec.sha256(fresh): 0}
    assert [(each.hash, each.code) for each in answer.refused] == [(codec.sha256(stray), "unknown_medium")]


def test_what_is_there_already_is_passed_over_and_the_rest_is_added(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    (content,) = pictures(tablet, 90_000)
    with media_parts.open_part(codec.sha256(content), tablet.id, len(content)) as part:
        part.append(content[:70_001])
    assert ask(tablet, frame(content)).held == (codec.sha256(content),)
    assert held(content)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda content: content[:-1] + b"?", "wrong_hash"),
        (lambda content: content[:-1], "wrong_hash"),
        (lambda content: content + b"?", "wrong_hash"),
        (lambda content: b"<html>" + content[6:], "wrong_hash"),
    ],
    ids=["changed", "short", "long", "changed at its start"],
)
def test_one_that_is_wrong_is_refused_by_name_and_the_others_are_held(
    enrol_tablet: Enrol, harm: Callable[[bytes], bytes], code: str
) -> None:
    tablet = enrol_tablet()
    before, wrong, after = pictures(tablet, 40_000, 300_000, 40_000)
    answer = ask(tablet, frame(before), frame(wrong, harm(wrong)), frame(after))
    assert set(answer.held) == {codec.sha256(before), codec.sha256(after)}
    assert [(each.hash, each.code) for each in answer.refused] == [(codec.sha256(wrong), code)]
    assert (held(before), held(wrong), held(after)) == (True, False, True)
    assert ask(tablet, frame(wrong)).held == (codec.sha256(wrong),)


def test_what_is_no_picture_or_of_another_size_than_its_record_says_is_refused_for_ever(enrol_tablet: Enrol) -> None:
    tablet, script, longer = enrol_tablet(), b"#!/bin/sh\necho not a picture\n", b"\xff\xd8\xff\xe0" + bytes(500)
    said = dataclasses.replace(tablet.photo(longer), size=len(longer) - 1)
    tablet.push(tablet.photo(script), said)
    answer = ask(tablet, frame(script), frame(longer))
    assert answer.held == ()
    assert [(each.hash, each.code) for each in answer.refused] == [
        (codec.sha256(content), "bad_field") for content in (longer, script)
    ]
    assert media_parts.media_store.all_parts() == []


def test_one_that_was_erased_is_refused(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    (content,) = pictures(tablet, 5_000)
    Medium.objects.filter(pk=codec.sha256(content)).update(state=Medium.State.ERASED)
    assert [each.code for each in ask(tablet, frame(content)).refused] == ["erased_medium"]
    assert not held(content)


def test_one_that_cannot_be_put_in_its_place_does_not_keep_the_others_from_being_held(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    made = pictures(tablet, 40_000, 30_000, 20_000)
    in_the_way = media_store.path_of(codec.sha256(made[0])) / "not empty"
    in_the_way.mkdir(parents=True)
    reply = tablet.raw("POST", endpoints.STREAM, b"".join(map(frame, made)))
    assert (reply.status, reply.fault().error) == (503, "server_busy")
    assert [held(content) for content in made] == [False, True, True]
    in_the_way.rmdir()
    in_the_way.parent.rmdir()
    assert set(ask(tablet, *map(frame, made)).held) == set(map(codec.sha256, made))


def test_what_is_named_twice_in_one_request_is_held_and_not_refused(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    (content,) = pictures(tablet, 2_000_000)
    for _ in range(5):
        answer = ask(tablet, frame(content), frame(content), question(content), frame(content))
        assert (answer.held, answer.begun, answer.refused) == ((codec.sha256(content),), {}, ())
        media_store.remove(codec.sha256(content))
        media_parts.discard_all(codec.sha256(content))


@pytest.mark.parametrize("length", [1, 35, 36, 37, 40_035, 40_037])
def test_a_frame_that_is_longer_than_its_request_is_malformed_and_brings_nothing(
    enrol_tablet: Enrol, length: int
) -> None:
    tablet = enrol_tablet()
    first, second = pictures(tablet, 40_000, 120_000)
    body = (frame(first) + frame(second))[:length]
    if length == 36:  # of a whole frame only the head: a frame whose content does not come
        assert body == media_frames.head(codec.sha256(first), len(first))
    assert tablet.raw("POST", endpoints.STREAM, body).fault().error == "malformed"
    assert held(first) is (length > 40_036)
    assert codec.sha256(second) not in ask(tablet, question(second)).held


def test_a_body_above_the_limit_is_refused_before_it_is_read(enrol_tablet: Enrol) -> None:
    reply = enrol_tablet().raw("POST", endpoints.STREAM, bytes(endpoints.MAX_STREAM_BYTES + 1))
    assert (reply.status, reply.fault().error) == (413, "too_large")


def test_where_an_open_file_cannot_be_moved_it_is_closed_before(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows."""
    put, still_open = media_store.Folder.put, list[bool]()

    def watched(self: media_store.Folder, file: Path, sha256: str) -> None:
        still_open.append(any(each.exists() and each.samefile(file) for each in Path("/proc/self/fd").iterdir()))
        put(self, file, sha256)

    monkeypatch.setattr(media_store.Folder, "put", watched)
    monkeypatch.setattr(media_parts, "_MOVES_WHAT_IS_OPEN", False)
    tablet = enrol_tablet()
    streamed, alone = pictures(tablet, 50_000, 50_000)
    assert ask(tablet, frame(streamed)).held == (codec.sha256(streamed),)
    assert tablet.upload(alone).status == 201
    assert still_open == [False, False]


def test_more_frames_than_the_limit_are_refused_and_what_came_before_is_held(enrol_tablet: Enrol) -> None:
    """Each costs a look at the records, and room in the answer: a body of questions alone would have half a million."""
    tablet = enrol_tablet()
    (content,) = pictures(tablet, 5_000)
    strangers = [media_frames.head(f"{n:064x}", 0) for n in range(endpoints.MAX_STREAM_FRAMES)]
    reply = tablet.raw("POST", endpoints.STREAM, frame(content) + b"".join(strangers))
    assert (reply.status, reply.fault().error) == (413, "too_large")
    assert held(content)
    assert len(ask(tablet, *strangers).refused) == endpoints.MAX_STREAM_FRAMES


# Over a real connection, where the socket is read itself.


def _connect(server: Server) -> socket.socket:
    at = urlsplit(server.url)
    return socket.create_connection((at.hostname or "", at.port or 0))


def _head(tablet: Tablet, length: int) -> bytes:
    return (
        f"POST /{endpoints.STREAM} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {tablet.token}\r\n"
        f"Content-Type: {endpoints.FRAMES_TYPE}\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def test_requests_that_follow_one_another_on_a_connection_do_not_mix(server: Server) -> None:
    """The next request may come in one piece with the end of the body before it."""
    tablet = server.tablet()
    made = pictures(tablet, 700_000, 900_000)
    bodies = [b"".join((frame(content), question(content))) for content in made]
    with closing(_connect(server)) as link:
        link.sendall(b"".join(_head(tablet, len(body)) + body for body in bodies))
        for content in made:
            reply = http.client.HTTPResponse(link)
            reply.begin()
            assert (reply.status, codec.sha256(content).encode() in reply.read()) == (200, True)


@pytest.mark.parametrize("late", [0, 300, 69_000])
@pytest.mark.parametrize(
    "spoilt",
    [
        lambda body: body[:36] + b"<html>" + body[42:],
        lambda body: body[:32] + b"\xff" * 4 + body[36:],
        lambda body: bytes(32) + body[32:],
        lambda body: body[:30_036] + b"\xff" * 36 + body[30_072:],
    ],
    ids=["no picture", "too long", "unknown", "too long further on"],
)
@pytest.mark.parametrize("size", [40_000, 400_000], ids=["drained", "closed"])
def test_after_a_request_that_was_not_read_to_its_end_the_connection_is_in_step_or_closed(
    server: Server, size: int, spoilt: Callable[[bytes], bytes], late: int
) -> None:
    """What is left of it may come in one piece with the next request."""
    tablet = server.tablet()
    body = spoilt(b"".join(map(frame, pictures(tablet, 30_000, size))))
    follows = f"GET /{endpoints.OPENAPI} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()
    came = b""
    with closing(_connect(server)) as link, suppress(ConnectionError):
        link.sendall(_head(tablet, len(body)) + body[: len(body) - late])
        time.sleep(0.05)
        link.sendall(body[len(body) - late :] + follows)
        while block := link.recv(1 << 20):
            came += block
    first, _, second = came.partition(b"\r\n\r\n")
    assert not first or first.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))
    if b"HTTP/1.1" in second:
        assert second.partition(b"HTTP/1.1 ")[2].startswith(b"200")
        assert b'"openapi"' in second


@pytest.mark.parametrize("cut", [0, 1, 36, 37, 20_000, 40_036, 40_050, 40_072, 40_073, 100_000, 160_071])
def test_what_came_over_a_link_that_died_is_kept_and_one_question_tells_it(server: Server, cut: int) -> None:
    tablet = server.tablet()
    first, second = pictures(tablet, 40_000, 120_000)
    body = frame(first) + frame(second)
    with closing(_connect(server)) as link:
        link.sendall(_head(tablet, len(body)) + body[:cut])
    for content, size in ((first, min(40_000, cut - 36)), (second, cut - 40_072)):
        if size > 0:  # a question before that takes the medium over from the request
            _wait_for_bytes(server, tablet, content, size)
    came = {codec.sha256(first): min(40_000, max(0, cut - 36)), codec.sha256(second): max(0, cut - 40_072)}
    until = time.monotonic() + 20
    while (
        there := _there(ask(tablet, question(first), question(second)), 40_000)
    ) != came and time.monotonic() < until:
        time.sleep(0.05)
    assert there == came
    assert _there(ask(tablet, frame(first), frame(second)), 0) == {codec.sha256(first): 0, codec.sha256(second): 0}


def test_a_request_from_which_a_newer_one_took_a_medium_over_takes_none_back(server: Server) -> None:
    """Its link had died in silence, and brings the rest after all."""
    tablet = server.tablet()
    made = pictures(tablet, 200_000, 200_000)
    body = b"".join(map(frame, made))
    with closing(_connect(server)) as older, closing(_connect(server)) as newer:
        older.sendall(_head(tablet, len(body)) + body[:100_000])
        _wait_for_bytes(server, tablet, made[0], 90_000)
        newer.sendall(_head(tablet, len(body)) + body[:300_000])
        _wait_for_bytes(server, tablet, made[1], 90_000)
        older.sendall(body[100_000:])
        reply = http.client.HTTPResponse(older)
        reply.begin()
        assert b"wrong_offset" in reply.read()
        newer.sendall(body[300_000:])
        reply = http.client.HTTPResponse(newer)
        reply.begin()
        answer = codec.from_json(messages.MediaAnswer, codec.parse(reply.read()))
    assert (set(answer.held), answer.refused) == (set(map(codec.sha256, made)), ())


def _wait_for_bytes(server: Server, tablet: Tablet, content: bytes, size: int) -> None:
    """So many are in its part, or it is in its place."""
    sha256, media = codec.sha256(content), server.data / "media"
    part, place = media / "parts" / tablet.id / sha256, media / sha256[:2] / sha256[2:4] / sha256
    until = time.monotonic() + 20
    while time.monotonic() < until and not place.exists():
        with suppress(FileNotFoundError):
            if part.stat().st_size >= size:
                return
        time.sleep(0.01)


def _there(answer: messages.MediaAnswer, whole: int) -> dict[str, int]:
    return {**answer.begun, **dict.fromkeys(answer.held, whole)}


def test_a_server_that_is_killed_in_the_middle_has_what_it_says_afterwards(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    running = start_server(tmp_path / "data")
    tablet = running.tablet()
    made = pictures(tablet, 400_000, 900_000)
    body = b"".join(map(frame, made))
    with closing(_connect(running)) as link:
        link.sendall(_head(tablet, len(body)) + body[:1_000_000])
        _wait_for_bytes(running, tablet, made[1], 500_000)
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
        for pid in (running.process.pid, *map(int, children)):
            os.kill(pid, signal.SIGKILL)
        running.process.wait()
    again = start_server(tmp_path / "data")
    tablet.send = through_http(again.url)
    answer = ask(tablet, *map(question, made))
    assert codec.sha256(made[0]) in answer.held
    assert 500_000 <= answer.begun[codec.sha256(made[1])] <= 1_000_000 - 400_072
    assert set(ask(tablet, *map(frame, made)).held) == set(map(codec.sha256, made))
