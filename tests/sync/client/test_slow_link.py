"""A link that drips, or a server that thinks long: slowness is no fault, at whatever request it comes."""

from __future__ import annotations

import pytest

from sync.client import transport
from sync.protocol.errors import ErrorCode
from tests.sync.client.field import HERE, Field, picture
from tests.sync.client.proxy import Fault

ASKED = ["hello", "push", "previews", "/media", "pull"]


@pytest.mark.parametrize("to", ASKED)
@pytest.mark.parametrize("fault", [{"drip": 41}, {"hold": 1.2}, {"delay": 1.2}], ids=lambda fault: next(iter(fault)))
def test_a_slow_request_ends_like_any_other(
    place: Field, to: str, fault: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slower than the idle seconds in all, never silent for so long; or silent for less."""
    monkeypatch.setattr(transport, "_IDLE_SECONDS", (2, 2))
    tablet = place.tablet(HERE)
    made = tablet.report("Banc cassé")
    photos = [tablet.photo(picture(6_000, preview=3_000), about=made.id) for _ in range(2)]
    place.proxy.plan(Fault(to=to, **fault))  # type: ignore[arg-type]
    tablet.sync_whole()
    assert place.proxy.planned == 0
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert all(place.gup.has_whole(str(photo.sha256)) for photo in photos)


@pytest.mark.parametrize("to", ASKED)
def test_a_server_that_is_silent_for_longer_ends_the_sync_and_nothing_is_called_sent_for_it(
    place: Field, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the server took in meanwhile is told by the next sync."""
    monkeypatch.setattr(transport, "_IDLE_SECONDS", (0.5, 0.5))
    tablet = place.tablet(HERE)
    made = tablet.report("Banc cassé")
    photos = [tablet.photo(picture(6_000, preview=3_000), about=made.id) for _ in range(2)]
    place.proxy.plan(Fault(to=to, hold=3), Fault(to=to, hold=3))
    result = tablet.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.UNREACHABLE
    place.proxy.heal()
    monkeypatch.undo()
    tablet.sync_whole()
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert all(place.gup.has_whole(str(photo.sha256)) for photo in photos)
