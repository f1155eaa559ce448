"""What a machine thinks of asking: schemathesis reads our OpenAPI document, tries the API, and finds nothing.

All its checks: no fault of the server, only declared statuses, headers and fields, what breaks the document refused,
what follows it accepted, methods and tokens that are missing answered as they should be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from wire import Tablet

from sync.protocol import endpoints
from sync.server.api import enrol, pace
from sync.server.wsgi import application

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# Refusals that say more than 400 does: another version of tus or of the protocol, too long, erased, other bytes.
_REFUSED = [400, 401, 403, 404, 405, 409, 410, 413, 422, 426, 429, 460]
_CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": 30, "deterministic": True},
        "checks": {
            "negative_data_rejection": {"expected-statuses": _REFUSED},
            "missing_required_header": {"expected-statuses": _REFUSED},
        },
        # What a schema cannot say: whether this feed ever gave a number, how frames are cut, what is inside base64,
        # which bytes have that sha256, that an empty body has a length too.
        "operations": [
            {"include-operation-id": name, "checks": {"positive_data_acceptance": {"expected-statuses": statuses}}}
            for name, statuses in {
                "hello": [200, 409, 422],
                "previews": [200, 400],
                "stream": [200, 400],
                "createMedium": [201, 400, 404],
                "continueBundle": [204, 400, 409, 460],
            }.items()
        ],
    }
)
schemathesis.serializer.alias([endpoints.FRAMES_TYPE, endpoints.TUS_TYPE], "application/octet-stream")
schema = schemathesis.openapi.from_wsgi(f"/{endpoints.OPENAPI}", application, config=_CONFIG)


@schema.hook
def filter_body(context: object, body: object) -> bool:
    """No 5.0: JSON Schema takes it for a whole number, and we refuse it wherever it stands."""
    if isinstance(body, dict):
        return all(filter_body(context, value) for value in body.values())
    if isinstance(body, list):
        return all(filter_body(context, value) for value in body)
    return not isinstance(body, float)


@pytest.fixture
def token(enrol_tablet: Callable[..., Tablet], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Of a tablet that may ask as often as it likes, and guess codes. The test's connection outlives its requests."""
    monkeypatch.setattr(pace, "BURST", 10**9)
    monkeypatch.setattr(enrol, "_FAILURES", 10**9)
    tablet = enrol_tablet()
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield tablet.token
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_schemathesis_finds_nothing(case: schemathesis.Case, token: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"})
