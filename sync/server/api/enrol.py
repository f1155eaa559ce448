"""`enrol`: a one-time code becomes a token. Guessing is slowed by counting failures of each address.

`split`: a copied tablet becomes one of its own, without a code: it has a token, that of the tablet it was copied from.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict, deque

from django.conf import settings
from django.http import HttpRequest

from sync.protocol import messages
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts import actions, server_key
from sync.server.accounts.models import Device
from sync.server.api import pace
from sync.server.api.bodies import read_message
from sync.server.records import feed

_FAILURES = 10
_WINDOW_SECONDS = 15 * 60
_MOST_ADDRESSES = 10_000

_guard = threading.Lock()
_failures: defaultdict[str, deque[float]] = defaultdict(deque)


def answer(request: HttpRequest) -> messages.EnrolAnswer:
    """Raises Refused: TOO_MANY_REQUESTS after ten wrong codes, and what the action raises."""
    address = caller(request)
    _slow_down(address)
    message = read_message(request, messages.EnrolRequest)
    try:
        device, token = actions.enrol(message)
    except Refused as refusal:
        if refusal.error is ErrorCode.BAD_ENROL_CODE:
            with _guard:
                _failures[address].append(time.monotonic())
        raise
    return _answer(device, token)


def split(request: HttpRequest, device: Device) -> messages.EnrolAnswer:
    """Raises what the action raises."""
    return _answer(*actions.split(device, read_message(request, messages.SplitRequest)))


def _answer(device: Device, token: str) -> messages.EnrolAnswer:
    return messages.EnrolAnswer(
        token=token,
        epoch=feed.epoch(),
        server_name=settings.SERVER_NAME,
        server_key=server_key.public(),
        seal_key=server_key.seal_public(),
        territories=tuple(device.territories.order_by("code").values_list("code", flat=True)),
    )


def _slow_down(address: str) -> None:
    with _guard:
        if len(_failures) > _MOST_ADDRESSES:
            _failures.clear()
        recent = _failures[address]
        while recent and recent[0] < time.monotonic() - _WINDOW_SECONDS:
            recent.popleft()
        if len(recent) >= _FAILURES:
            left = recent[0] + _WINDOW_SECONDS - time.monotonic()
            raise pace.too_fast("too many wrong codes from here: wait a quarter of an hour", left)
        if not recent:
            del _failures[address]


def caller(request: HttpRequest) -> str:
    """The caller's address; behind a proxy (https by setting) the one that the proxy saw."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
