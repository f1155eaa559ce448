"""What a tablet carries for others, brought over a bad link; through a real proxy: test_carried_through_nginx.py."""

from __future__ import annotations

import os

from sync.protocol import codec
from sync.protocol.errors import ErrorCode
from tests.sync.client.field import HERE, Field
from tests.sync.client.proxy import UNAVAILABLE, Fault


def test_a_server_that_asks_for_time_is_asked_nothing_before(place: Field) -> None:
    """Its Retry-After is longer than a sync waits: it is left, and the next sync brings all of it."""
    tablet, content = place.tablet(HERE), os.urandom(100_000)
    folder = tablet.folder / "carried"
    folder.mkdir()
    (folder / codec.sha256(content)).write_bytes(content)
    place.proxy.plan(Fault(to="PATCH /api/v1/bundles", page=UNAVAILABLE))
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.SERVER_BUSY
    assert place.proxy.requests[-1].startswith("PATCH /api/v1/bundles")
    assert tablet.sync().fault is None
    assert not list(folder.iterdir())
