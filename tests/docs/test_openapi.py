"""docs/openapi.json is the document that the server serves, and it leaves out nothing that the protocol has."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from sync.protocol import endpoints, messages
from sync.protocol.errors import ErrorCode
from sync.protocol.records import RECORD_TYPES
from sync.server.api import openapi

KEPT = Path(__file__).parents[2] / "docs" / "openapi.json"
DOCUMENT = json.loads(openapi.written())


def test_the_document_kept_is_the_one_that_is_served() -> None:
    assert KEPT.read_bytes() == openapi.written(), "python -m sync.server.api.openapi > docs/openapi.json"


def test_every_address_of_the_protocol_is_in_it() -> None:
    addresses = {f"/{value}" for value in vars(endpoints).values() if str(value).startswith("api/")}
    bundles = f"/{endpoints.BUNDLES}"  # none is made there: the first PATCH makes it
    named = {f"/{endpoints.MEDIA}/{{sha256}}", f"{bundles}/{{sha256}}"}
    assert addresses - {bundles} | named == set(DOCUMENT["paths"])


def test_every_message_record_and_field_is_in_it() -> None:
    kinds = [kind for kind in vars(messages).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    for kind in [*kinds, *RECORD_TYPES.values()]:
        schema = DOCUMENT["components"]["schemas"][kind.__name__]
        assert {field.name for field in dataclasses.fields(kind)} == set(schema["properties"]) - {"record"}


def test_every_code_that_is_an_answer_of_its_own_is_in_it_under_its_status() -> None:
    found = {
        (int(status), code)
        for item in DOCUMENT["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
        for status, answer in operation["responses"].items()
        for code in answer.get("headers", {}).get(endpoints.ERROR_HEADER, {"schema": {"enum": []}})["schema"]["enum"]
    }
    of_a_record = {code for code in openapi.OF_A_RECORD if code.http_status == 422} - {ErrorCode.BAD_FIELD}
    wanted = {(code.http_status, code.code) for code in ErrorCode if code.http_status and code not in of_a_record}
    assert found - wanted == {(404, "malformed"), (405, "malformed")}
    assert wanted - found == set()
