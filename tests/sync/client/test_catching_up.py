"""A tablet that was away for half a year: page by page, in memory that does not grow with what it missed."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any, cast

import pytest

from sync.client.engine import Engine
from sync.client.outbox import Outbox
from sync.client.transport import Transport
from sync.protocol import codec, endpoints, ids, messages, times
from sync.protocol.errors import ErrorCode
from sync.protocol.records import Report
from walker.store import open_store

EPOCH = "01a20000-0000-7000-8000-000000000001"
OTHER = "01a20000-0000-7000-8000-000000000009"
MOST_BYTES = 30 * 1024 * 1024  # performance §3: the sync itself, whatever is in the queue


class Pages:
    """What a server has for this tablet: so many pages of a territory, made when they are asked for."""

    def __init__(self, pages: int, *, hollow: bool = False, stuck: bool = False) -> None:
        """`hollow`: in the first there is nothing. `stuck`: nor does it bring the cursors on."""
        self._pages = pages
        self._hollow = hollow
        self._stuck = stuck
        self.given = 0

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None: ...

    def hello(self, request: messages.HelloRequest) -> messages.HelloAnswer:
        scopes = ("everyone", "territory:x")
        return messages.HelloAnswer(epoch=EPOCH, server_time=times.now(), protocol=1, waiting=True, scopes=scopes)

    def pull(self, request: messages.PullRequest) -> messages.PullAnswer:
        """As it comes out of the wire: parsed from its bytes."""
        self.given += 1
        first = (self.given - 1) * endpoints.MAX_PULL_RECORDS
        end = first + endpoints.MAX_PULL_RECORDS
        rows = [_row(first + n + 1) for n in range(endpoints.MAX_PULL_RECORDS)]
        if self._hollow and self.given == 1:
            rows, end = [], 0 if self._stuck else end
        plain = {
            "epoch": EPOCH,
            "records": rows,
            "cursors": {"everyone": end, "territory:x": end},
            "more": self.given < self._pages,
        }
        return codec.from_json(messages.PullAnswer, codec.parse(codec.canonical(plain)))


def _row(seq: int) -> dict[str, Any]:
    now = times.now()
    report = Report(
        id=ids.new_id(), writer=OTHER, created_at=now, updated_at=now, text="Lampadaire éteint " * 40, territory="x"
    )
    body = codec.encode(report)
    return {"seq": seq, "scopes": ["territory:x"], "hash": codec.sha256(body), "body": body.decode()}


def peak(folder: Path, pages: int) -> int:
    """Bytes that Python held at most while so many pages came."""
    with open_store(folder) as store:
        store.outbox.set_enrolment("http://127.0.0.1:1", "token", EPOCH)
        link = Pages(pages)
        engine = Engine(cast(Outbox, store.outbox), connect=lambda _: cast(Transport, link))
        tracemalloc.start()
        result = engine.sync()
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (result.fault, result.pulled, link.given) == (None, pages * endpoints.MAX_PULL_RECORDS, pages)
        assert store.database.value("SELECT count(*) FROM copies") == result.pulled
        return most


@pytest.mark.timeout(300)
def test_half_a_year_takes_no_more_memory_than_a_day(tmp_path: Path) -> None:
    a_day, half_a_year = peak(tmp_path / "day", 2), peak(tmp_path / "half-year", 20)
    assert half_a_year < MOST_BYTES, half_a_year
    assert half_a_year < 1.3 * a_day, (a_day, half_a_year)


@pytest.mark.parametrize(("stuck", "fault", "given"), [(False, None, 2), (True, ErrorCode.NOT_A_SERVER, 1)])
def test_a_page_without_anything_that_brings_the_cursors_on_is_one(
    stuck: bool, fault: ErrorCode | None, given: int, tmp_path: Path
) -> None:
    """A page of those who left a territory and are all back in it: stopping there would stop every pull for ever."""
    with open_store(tmp_path) as store:
        store.outbox.set_enrolment("http://127.0.0.1:1", "token", EPOCH)
        link = Pages(2, hollow=True, stuck=stuck)
        result = Engine(cast(Outbox, store.outbox), connect=lambda _: cast(Transport, link)).sync()
        assert (result.fault.error if result.fault else None, link.given) == (fault, given)
