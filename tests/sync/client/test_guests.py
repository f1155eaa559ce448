"""A slow or hostile phone on the same Wi-Fi, by real sockets: the carrier's door stays open to the others."""

from __future__ import annotations

import hashlib
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sync.client import courier, guests
from sync.client.courier import CourierDoor
from sync.client.hand_over import hand_over
from sync.protocol.handover import Handover

READER = "IvbrGFOHTaJk2PUw2DqOR6n1uGJ5TD7pZk7mY0ZbE4M="
PATIENCE_S = 10.0


@pytest.fixture
def door(tmp_path: Path) -> Iterator[CourierDoor]:
    made = CourierDoor(tmp_path / "carried", addresses=("127.0.0.1",), reader=READER, listen="127.0.0.1")
    yield made
    made.close()


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    file = tmp_path / "sealed"
    file.write_bytes(os.urandom(3_000_000))
    return file


@pytest.fixture
def phones() -> Iterator[list[socket.socket]]:
    """What a test opens, closed at its end."""
    opened: list[socket.socket] = []
    yield opened
    for each in opened:
        each.close()


def link(handover: Handover, address: str = "127.0.0.1") -> socket.socket:
    """From that address of this machine."""
    made = socket.create_connection(("127.0.0.1", handover.port), timeout=PATIENCE_S, source_address=(address, 0))
    made.settimeout(PATIENCE_S)
    return made


def safe(handover: Handover) -> ssl.SSLSocket:
    """The same, after the handshake."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(link(handover))


def request(handover: Handover, name: str, length: int, size: int | None = None, method: str = "PATCH") -> bytes:
    """The lines of one that knows the secret."""
    told = {"Authorization": f"Bearer {handover.secret}", "Upload-Offset": "0", "Upload-Length": str(size or length)}
    lines = [f"{method} /v1/{name} HTTP/1.1", "Host: x", f"Content-Length: {length}"]
    lines += [f"{header}: {value}" for header, value in told.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def is_ended(peer: socket.socket) -> bool:
    """Whether the other side has let go, or does within the time-out of the socket."""
    with suppress(ConnectionError):
        return peer.recv(1) == b""
    return True


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def test_sixty_silent_links_of_one_phone_cost_four_threads_and_hold_up_nobody(
    door: CourierDoor, sealed: Path, phones: list[socket.socket], tmp_path: Path
) -> None:
    before = threading.active_count()
    phones += [link(door.handover, "127.0.0.2") for _ in range(60)]
    hand_over(door.handover, sealed)  # it comes after all of them
    until(lambda: threading.active_count() <= before + guests.OF_ONE_ADDRESS)
    assert (tmp_path / "carried" / hashlib.sha256(sealed.read_bytes()).hexdigest()).exists()


def test_silent_links_of_many_addresses_make_room_for_who_comes_next(
    door: CourierDoor, sealed: Path, phones: list[socket.socket]
) -> None:
    before = threading.active_count()
    phones += [link(door.handover, f"127.0.0.{number}") for number in range(10, 60)]
    hand_over(door.handover, sealed)
    until(lambda: threading.active_count() <= before + guests.AT_ONCE)


def test_those_who_proved_themselves_are_not_sent_away_for_strangers(
    door: CourierDoor, phones: list[socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guests, "AT_ONCE", 1)
    proven = safe(door.handover)
    phones.append(proven)
    proven.sendall(request(door.handover, "a" * 64, 0, method="HEAD"))
    assert proven.recv(12) == b"HTTP/1.1 200"
    stranger = link(door.handover, "127.0.0.2")
    phones.append(stranger)
    assert is_ended(stranger)
    proven.sendall(request(door.handover, "a" * 64, 0, method="HEAD"))
    assert b"HTTP/1.1 200" in proven.recv(1000) + proven.recv(1000)


def test_a_handshake_that_drips_has_ten_seconds_in_all(
    door: CourierDoor, phones: list[socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes well within the time-out of a silent link."""
    monkeypatch.setattr(guests, "SECONDS_TO_PROVE", 0.6)
    peer = link(door.handover)
    phones.append(peer)
    hello = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500)
    with pytest.raises(ConnectionError):  # reset, or broken once it was let go
        for number in range(100):
            peer.send(hello[number : number + 1])
            time.sleep(0.1)


def test_a_body_that_drips_is_ended_and_what_came_of_it_is_kept(
    door: CourierDoor, phones: list[socket.socket], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(guests, "SECONDS_A_REQUEST", 0.6)
    peer = safe(door.handover)
    phones.append(peer)
    peer.sendall(request(door.handover, "b" * 64, 500_000))
    sent = 0
    with pytest.raises(OSError):
        for _ in range(100):
            sent += peer.send(b"x" * 100)
            time.sleep(0.1)
    part = tmp_path / "carried" / f"{'b' * 64}.part"
    until(lambda: part.exists() and part.stat().st_size >= 300)
    assert part.stat().st_size <= sent


def test_lines_without_end_are_cut_before_they_fill_the_memory(door: CourierDoor, phones: list[socket.socket]) -> None:
    peer = safe(door.handover)
    phones.append(peer)
    with suppress(OSError):
        peer.sendall(b"HEAD /v1/x HTTP/1.1\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 8000) for n in range(60)))
        peer.sendall(b"\r\n")
    assert is_ended(peer)  # not even an answer


def test_a_request_larger_than_any_of_ours_is_refused_before_it_is_kept(
    door: CourierDoor, phones: list[socket.socket], tmp_path: Path
) -> None:
    """Room is looked for once a request: a large one could take what notes and tracks need."""
    peer = safe(door.handover)
    phones.append(peer)
    peer.sendall(request(door.handover, "c" * 64, 5_000_000))
    with suppress(OSError):
        peer.sendall(bytes(3_000_000))
    assert peer.recv(12) == b"HTTP/1.1 413"
    assert list((tmp_path / "carried").iterdir()) == []


def test_no_more_files_begin_than_a_group_has(
    door: CourierDoor, sealed: Path, phones: list[socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "_MOST_FILES", 2)
    for letter, status in (("d", b"204"), ("e", b"204"), ("f", b"507"), ("d", b"409")):
        peer = safe(door.handover)
        phones.append(peer)
        peer.sendall(request(door.handover, letter * 64, 10, 100) + bytes(10))
        assert peer.recv(12) == b"HTTP/1.1 " + status  # 409: it is there, and goes on at its tenth byte


def test_a_door_that_closes_ends_what_is_under_way(door: CourierDoor, phones: list[socket.socket]) -> None:
    """The square is no longer on screen: nobody goes on behind it."""
    peer = safe(door.handover)
    phones.append(peer)
    peer.sendall(request(door.handover, "a" * 64, 0, method="HEAD"))
    assert peer.recv(12) == b"HTTP/1.1 200"
    door.close()
    while rest := peer.recv(1000):
        assert rest
