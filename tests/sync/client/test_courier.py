"""From tablet to tablet over real TLS on a port: whole or not at all, going on after a cut, heard by no stranger."""

from __future__ import annotations

import hashlib
import http.client
import os
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sync.client.courier import CourierDoor
from sync.client.hand_over import hand_over
from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from tests.sync.client.proxy import Proxy

READER = "IvbrGFOHTaJk2PUw2DqOR6n1uGJ5TD7pZk7mY0ZbE4M="
OpenDoor = Callable[..., CourierDoor]


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    return tmp_path / "carried"


@pytest.fixture
def door(carried: Path) -> Iterator[OpenDoor]:
    """`door()`: a carrier on this machine, closed at the end."""
    opened: list[CourierDoor] = []

    def open_door(**given: object) -> CourierDoor:
        made = CourierDoor(carried, addresses=("127.0.0.1",), reader=READER, listen="127.0.0.1", **given)  # type: ignore[arg-type]
        opened.append(made)
        return made

    yield open_door
    for each in opened:
        each.close()


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    file = tmp_path / "sealed"
    file.write_bytes(bytes(range(256)) * 16_000)  # 4 MB
    return file


def name_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_file_arrives_whole_under_its_sha256(door: OpenDoor, sealed: Path, carried: Path) -> None:
    """DESIGN section 5.6: the lead is a courier."""
    told: list[str] = []
    steps: list[tuple[int, int]] = []
    hand_over(door(received=told.append).handover, sealed, progress=lambda *step: steps.append(step))
    assert [file.name for file in carried.iterdir()] == told == [name_of(sealed)]
    assert (carried / told[0]).read_bytes() == sealed.read_bytes()
    size = sealed.stat().st_size
    assert steps[-1] == (size, size) and len(steps) > 2


def test_handing_over_again_sends_nothing_and_doubles_nothing(door: OpenDoor, sealed: Path, carried: Path) -> None:
    handover = door().handover
    hand_over(handover, sealed)
    size = sealed.stat().st_size
    again: list[object] = []
    hand_over(handover, sealed, progress=lambda *step: again.append(step))
    assert again == [(size, size)]
    assert len(list(carried.iterdir())) == 1


def test_a_stopped_one_goes_on_where_it_was_with_the_next_square(door: OpenDoor, sealed: Path, carried: Path) -> None:
    """Issue 4, item 3: the unit of resumption is bytes; the door was closed and opened between."""
    first = door()
    calls = iter([False, False, True])
    with pytest.raises(LocalFault) as stopped:
        hand_over(first.handover, sealed, stopping=lambda: next(calls))
    assert stopped.value.error is ErrorCode.STOPPED
    first.close()
    held = next(carried.iterdir()).stat().st_size
    assert 0 < held < sealed.stat().st_size
    steps: list[int] = []
    hand_over(door().handover, sealed, progress=lambda done, _size: steps.append(done))
    assert steps[0] > held
    assert (carried / name_of(sealed)).read_bytes() == sealed.read_bytes()


def test_a_cut_link_loses_at_most_what_was_on_its_way(door: OpenDoor, sealed: Path, carried: Path) -> None:
    handover = door().handover
    proxy = Proxy(f"http://127.0.0.1:{handover.port}")
    proxy.life = lambda: 1_200_000
    through = replace(handover, port=int(proxy.url.rpartition(":")[2]))
    try:
        lives = 0
        while not (carried / name_of(sealed)).exists():
            lives += 1
            assert lives < 40
            try:
                hand_over(through, sealed)
            except SyncError as fault:
                assert fault.error is ErrorCode.UNREACHABLE
    finally:
        proxy.close()
    assert lives > 1
    assert (carried / name_of(sealed)).read_bytes() == sealed.read_bytes()


# A peer that resets between connect and handshake: Python's ssl leaves that socket to the collector, which says so.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning")
def test_who_did_not_see_the_square_is_refused_and_the_door_closes_after_many_tries(
    door: OpenDoor, sealed: Path, carried: Path
) -> None:
    opened = door()
    guess = replace(opened.handover, secret="00" * 16)
    with pytest.raises(SyncError) as refused:
        hand_over(guess, sealed)
    assert refused.value.error is ErrorCode.BAD_ENROL_CODE
    for _ in range(40):
        with pytest.raises(SyncError):
            hand_over(guess, sealed)
    with pytest.raises(SyncError) as closed:
        hand_over(opened.handover, sealed)
    assert closed.value.error is ErrorCode.UNREACHABLE
    assert list(carried.iterdir()) == []


def test_nothing_is_said_to_another_certificate(door: OpenDoor, sealed: Path) -> None:
    other = replace(door().handover, certificate="00" * 32)
    with pytest.raises(SyncError) as refused:
        hand_over(other, sealed)
    assert refused.value.error is ErrorCode.UNTRUSTED_SERVER


def test_a_carrier_without_room_says_so_and_keeps_what_it_has(door: OpenDoor, sealed: Path, carried: Path) -> None:
    with pytest.raises(SyncError) as full:
        hand_over(door(has_room=lambda size: size < 1000).handover, sealed)
    assert full.value.error is ErrorCode.SERVER_FULL
    assert list(carried.iterdir()) == []


def test_bytes_that_are_not_those_announced_are_thrown_away(door: OpenDoor, carried: Path) -> None:
    opened = door()
    status = patch(opened, "ab" * 32, b"something else", {"Upload-Offset": "0", "Upload-Length": "14"})
    assert status == 409
    assert list(carried.iterdir()) == []


@pytest.mark.parametrize("path", ["../../etc/passwd", "0" * 63, "", "z" * 64])
def test_only_names_of_bytes_are_taken(door: OpenDoor, carried: Path, path: str) -> None:
    assert patch(door(), path, b"x", {"Upload-Offset": "0", "Upload-Length": "1"}) == 404
    assert list(carried.iterdir()) == []


@pytest.mark.parametrize(
    "told", [{}, {"Upload-Offset": "5", "Upload-Length": "9"}, {"Upload-Offset": "0", "Upload-Length": "1"}]
)
def test_bytes_that_do_not_fit_are_refused(door: OpenDoor, carried: Path, told: dict[str, str]) -> None:
    assert patch(door(), "ab" * 32, b"four", told) == 409
    assert not any(file.stat().st_size for file in carried.iterdir())


def patch(door: CourierDoor, name: str, body: bytes, told: dict[str, str]) -> int:
    """A request as any program could make it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    link = http.client.HTTPSConnection("127.0.0.1", door.handover.port, context=context, timeout=10)
    try:
        link.request("PATCH", f"/v1/{name}", body, {"Authorization": f"Bearer {door.handover.secret}", **told})
        return link.getresponse().status
    finally:
        link.close()


def test_bytes_that_all_came_are_no_file_yet_before_the_carrier_says_so(
    door: OpenDoor, sealed: Path, carried: Path
) -> None:
    """The carrier was killed after the last byte: handing over again makes it whole, or it would never leave."""
    opened = door()
    (carried / f"{name_of(sealed)}.part").write_bytes(sealed.read_bytes())
    hand_over(opened.handover, sealed)
    assert [file.name for file in carried.iterdir()] == [name_of(sealed)]


def test_parts_that_nobody_went_on_with_go_and_whole_files_stay(door: OpenDoor, carried: Path) -> None:
    carried.mkdir()
    whole, old, young = carried / ("a" * 64), carried / f"{'b' * 64}.part", carried / f"{'c' * 64}.part"
    for file in (whole, old, young):
        file.write_bytes(b"x")
    for file in (whole, old):
        os.utime(file, (0, 0))
    door()
    assert set(carried.iterdir()) == {whole, young}
