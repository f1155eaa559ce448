"""Holds an answer of the API against the OpenAPI document: an undeclared status, code, header or field is a failure."""

from __future__ import annotations

import functools
import gzip
import json
from collections.abc import Mapping
from typing import Any

import jsonschema_rs

from sync.protocol import endpoints
from sync.server.api import openapi

_SELF_DESCRIBED = 404  # an address that is not there is in no document


def require(method: str, path: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
    """Fails when the document does not foresee this answer; `headers` in lower case."""
    if not path.startswith("api/"):
        return
    item = openapi.document()["paths"].get(_template(path))
    if item is None:
        assert status == _SELF_DESCRIBED, f"{method} /{path}: not in the document"
        return
    operation = item.get(method.lower())
    if operation is None:
        assert status == 405, f"{method} /{path} answers {status}: not in the document"
        return
    declared = operation["responses"].get(str(status))
    assert declared is not None, f"{method} /{path} answers {status}: undeclared"
    code = headers.get(endpoints.ERROR_HEADER.lower())
    words = declared.get("headers", {}).get(endpoints.ERROR_HEADER, {"schema": {"enum": [None]}})["schema"]["enum"]
    assert code in words, f"{method} /{path} answers {status} {code}: undeclared"
    for name, header in declared.get("headers", {}).items():
        assert name.lower() in headers or not header.get("required"), (
            f"{method} /{path} answers {status} without {name}"
        )
    content = declared.get("content")
    if content is None or method == "HEAD":
        assert not body, f"{method} /{path} answers {status} with an undeclared body"
        return
    plain = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
    _validator(json.dumps(content[headers["content-type"]]["schema"])).validate(json.loads(plain))


def _template(path: str) -> str:
    for kind in (endpoints.MEDIA, endpoints.BUNDLES):
        if path.startswith(f"{kind}/") and path != endpoints.STREAM:
            return f"/{kind}/{{sha256}}"
    return f"/{path}"


@functools.cache
def _validator(schema: str) -> Any:
    """Strict: a field that the document does not name fails."""
    components = json.loads(json.dumps(openapi.document()["components"]))
    for each in components["schemas"].values():
        each["additionalProperties"] = False
    return jsonschema_rs.validator_for({**json.loads(schema), "components": components}, validate_formats=True)
