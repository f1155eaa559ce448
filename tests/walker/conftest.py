"""A store in a fresh folder, a clock that tests move, and small records to put in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import Record
from walker.store import Store, open_store

R = TypeVar("R", bound=Record)


class Clock:
    """The time, one second later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 15, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Final bytes as photo preparation gives them."""

    jpeg: bytes = b"final bytes"
    preview: bytes = b"small bytes"
    width: int = 1600
    height: int = 1200


class Make:
    """New records with what every record needs."""

    def __call__(self, kind: type[R], /, **fields: Any) -> R:
        moment = times.format_time(datetime(2026, 10, 15, 17, 0, tzinfo=UTC))
        return kind(**{"id": new_id(), "writer": "", "created_at": moment, "updated_at": moment, **fields})

    def picture(self, name: bytes = b"") -> Picture:
        return Picture(jpeg=b"final bytes" + name, preview=b"small bytes" + name)


@pytest.fixture
def make() -> Make:
    return Make()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with open_store(tmp_path / "data", clock=clock) as opened:
        yield opened
