"""The OpenAPI 3.1 document of protocol v1, made from what the server itself reads: messages, records, limits, codes.

Served at /api/v1/openapi.json and kept as docs/openapi.json (`python -m sync.server.api.openapi` writes it). What a
dataclass cannot say stands here: which operation answers what. The tests of the API hold every answer they get
against it, so an undeclared status, code or field fails them.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import sys
import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from sync.protocol import endpoints, messages, version
from sync.protocol.errors import ErrorCode
from sync.protocol.records import RECORD_TYPES, TABLET_RECORDS, Record, Shape

Json = dict[str, Any]
_MOST = 2**63 - 1
_E = ErrorCode

# Whatever is asked: a body that cannot be read, a method or address that is not there, a server in trouble.
_ALWAYS = (_E.MALFORMED, _E.SERVER_BUSY, _E.SERVER_FULL, _E.SERVER_FAULT)
_WITH_TOKEN = (*_ALWAYS, _E.UNKNOWN_DEVICE, _E.REVOKED_DEVICE, _E.TOO_MANY_REQUESTS)
_WITH_BODY = (_E.TOO_LARGE, _E.BAD_FIELD)
_OF_A_MEDIUM = (_E.UNKNOWN_MEDIUM, _E.ERASED_MEDIUM, _E.UNSUPPORTED_PROTOCOL)
_RECEIVING = (*_OF_A_MEDIUM, _E.WRONG_OFFSET, _E.WRONG_HASH, *_WITH_BODY)
OF_A_RECORD = (
    _E.UNKNOWN_RECORD, _E.BAD_FIELD, _E.HASH_MISMATCH, _E.NOT_CANONICAL, _E.NOT_YOURS, _E.NOT_ALLOWED_HERE,
    _E.MALFORMED, _E.SERVER_FAULT, _E.UNKNOWN_MEDIUM, _E.ERASED_MEDIUM, _E.WRONG_HASH, _E.WRONG_OFFSET,
    _E.SERVER_BUSY,
)  # fmt: skip
# Words of a fixed list, which their type alone does not tell.
_WORDS = {
    ("Fault", "error"): [code.code for code in ErrorCode if code.http_status],
    ("Outcome", "outcome"): list(messages.OUTCOMES),
    ("Outcome", "code"): sorted(code.code for code in OF_A_RECORD),
}
_ED25519_KEY = {"pattern": "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"}
_ED25519_SIGNATURE = {"pattern": "^[A-Za-z0-9+/]{85}[AQgw]==$"}
_NUMBER_OF_THE_FEED = {"type": "integer", "format": "int64", "minimum": 0, "maximum": _MOST}
# And what the server asks beside the type.
_LIMITS: dict[tuple[str, str], Json] = {
    ("PushRequest", "records"): {"maxItems": endpoints.MAX_PUSH_RECORDS},
    ("EnrolRequest", "public_key"): _ED25519_KEY,
    ("EnrolRequest", "signature"): _ED25519_SIGNATURE,
    ("SplitRequest", "public_key"): _ED25519_KEY,
    ("SplitRequest", "signature"): _ED25519_SIGNATURE,
    ("HelloRequest", "protocol"): {"minimum": version.OLDEST, "maximum": version.CURRENT},
    ("HelloRequest", "highest_seq"): {"minimum": 0},
    ("HelloRequest", "cursors"): {"additionalProperties": _NUMBER_OF_THE_FEED},
    ("PullRequest", "cursors"): {"additionalProperties": _NUMBER_OF_THE_FEED},
}
_MAY_BE_GZIP = "may be compressed, and then says so: Content-Encoding: gzip"
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


@functools.cache
def document() -> Json:
    """The whole of it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "GUP sync",
            "version": str(version.CURRENT),
            "description": (
                "How tablets and a GUP server exchange records and media; docs/sync-protocol.md says why. Fields that "
                "a side does not know are left alone. Numbers are written without a fraction, as 5 and never as 5.0."
            ),
        },
        "paths": {
            f"/{endpoints.ENROL}": {
                "post": _exchange("enrol", messages.EnrolRequest, messages.EnrolAnswer, _of_enrolment(), token=False)
            },
            f"/{endpoints.HELLO}": {
                "post": _exchange(
                    "hello",
                    messages.HelloRequest,
                    messages.HelloAnswer,
                    (_E.UNSUPPORTED_PROTOCOL, _E.DEVICE_MISMATCH, _E.COPIED_TABLET),
                )
            },
            f"/{endpoints.SPLIT}": {
                "post": _exchange("split", messages.SplitRequest, messages.EnrolAnswer, (_E.DEVICE_MISMATCH,))
            },
            f"/{endpoints.PUSH}": {
                "post": _exchange("push", messages.PushRequest, messages.PushAnswer, (_E.TOO_MANY_RECORDS,))
            },
            f"/{endpoints.PREVIEWS}": {"post": _of_frames("previews", "Many previews", _MAY_BE_GZIP)},
            f"/{endpoints.STREAM}": {"post": _of_frames("stream", "Many full sizes", "one without content asks")},
            f"/{endpoints.MEDIA}": {"post": _create(), "options": _capabilities()},
            f"/{endpoints.MEDIA}/{{sha256}}": {
                "parameters": [_named_by("bytes")],
                "head": _offset(),
                "patch": _continue(),
                "delete": _terminate(),
                "options": _capabilities("ofOneMedium"),
            },
            f"/{endpoints.BUNDLES}/{{sha256}}": {
                "parameters": [_named_by("sealed bytes")],
                "head": _offset_of_bundle(),
                "patch": _continue_bundle(),
            },
            f"/{endpoints.PULL}": {"post": _exchange("pull", messages.PullRequest, messages.PullAnswer, ())},
            f"/{endpoints.OPENAPI}": {
                "get": {
                    "operationId": "openapi",
                    "summary": "This document.",
                    "security": [],
                    "responses": {
                        "200": {"description": "OpenAPI 3.1", "content": _json({"type": "object"})},
                        **_faults(_ALWAYS),
                    },
                }
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "given by enrol"}},
            "schemas": _schemas(),
        },
        "security": [{"token": []}],
    }


@functools.cache
def written() -> bytes:
    """The same as it is served and kept."""
    return (json.dumps(document(), ensure_ascii=False, indent=1) + "\n").encode()


def _exchange(name: str, asks: type, answers: type, codes: tuple[ErrorCode, ...], *, token: bool = True) -> Json:
    """One message in, one message out."""
    operation: Json = {
        "operationId": name,
        "summary": _first_line(asks),
        "requestBody": {"required": True, "description": _MAY_BE_GZIP, "content": _json(_reference(asks))},
        "responses": {
            "200": _message(answers),
            **_faults((*(_WITH_TOKEN if token else _ALWAYS), *_WITH_BODY, *codes)),
        },
    }
    if not token:
        operation["security"] = []
    return operation


def _of_enrolment() -> tuple[ErrorCode, ...]:
    return (_E.BAD_ENROL_CODE, _E.DEVICE_MISMATCH, _E.TOO_MANY_REQUESTS)


def _of_frames(name: str, what: str, description: str) -> Json:
    return {
        "operationId": name,
        "summary": f"{what}: frames of sha256 (32 bytes), length (4 bytes, big-endian) and content.",
        "requestBody": {
            "required": True,
            "description": description,
            "content": {endpoints.FRAMES_TYPE: {"schema": {"type": "string", "format": "binary"}}},
        },
        "responses": {
            "200": {
                "description": _first_line(messages.MediaAnswer),
                "content": _json(_reference(messages.MediaAnswer)),
            },
            **_faults((*_WITH_TOKEN, *_WITH_BODY)),
        },
    }


def _create() -> Json:
    return {
        "operationId": "createMedium",
        "summary": "tus creation, with the first bytes or without; of a medium already held: its whole length.",
        "parameters": [
            _tus(),
            _header("Upload-Length", {"type": "integer", "minimum": 0, "maximum": endpoints.MAX_MEDIUM_BYTES}),
            _header("Upload-Metadata", {"type": "string", "pattern": "^sha256 [A-Za-z0-9+/=]+$"}),
            _CHECKSUM,
        ],
        "requestBody": _bytes(required=False),
        "responses": {
            "201": {"description": "How far it is", "headers": _answers("Upload-Offset", "Location", "Upload-Expires")},
            **_faults((*_WITH_TOKEN, *_RECEIVING)),
        },
    }


def _offset() -> Json:
    return {
        "operationId": "offsetOfMedium",
        "summary": "How many bytes are safely on the server's disk.",
        "parameters": [_tus()],
        "responses": {
            "200": {
                "description": "The offset",
                "headers": _answers("Upload-Offset", "Upload-Length", "Upload-Expires"),
            },
            **_faults((*_WITH_TOKEN, *_OF_A_MEDIUM, _E.WRONG_OFFSET, _E.WRONG_HASH), bodies=False),
        },
    }


def _continue() -> Json:
    return {
        "operationId": "continueMedium",
        "summary": "Further bytes, from the offset that HEAD gave. At the last one the hash is checked.",
        "parameters": [
            _tus(),
            _header("Upload-Offset", {"type": "integer", "minimum": 0, "maximum": endpoints.MAX_MEDIUM_BYTES}),
            _CHECKSUM,
        ],
        "requestBody": _bytes(required=True),
        "responses": {
            "204": {"description": "On the disk", "headers": _answers("Upload-Offset", "Upload-Expires")},
            **_faults((*_WITH_TOKEN, *_RECEIVING)),
        },
    }


def _offset_of_bundle() -> Json:
    return {
        "operationId": "offsetOfBundle",
        "summary": "How many bytes of what this tablet carries for another are safely on the server's disk.",
        "responses": {
            "200": {"description": "The offset", "headers": _answers("Upload-Offset")},
            **_faults(_WITH_TOKEN, bodies=False),
        },
    }


def _continue_bundle() -> Json:
    return {
        "operationId": "continueBundle",
        "summary": "Further bytes of a sealed bundle, from the offset that HEAD gave. Taken in once it is whole.",
        "parameters": [
            _header(name, {"type": "integer", "minimum": least, "maximum": endpoints.MAX_BUNDLE_BYTES})
            for name, least in (("Upload-Offset", 0), ("Upload-Length", 1))
        ],
        "requestBody": _bytes(required=True),
        "responses": {
            "204": {"description": "On the disk", "headers": _answers("Upload-Offset")},
            **_faults((*_WITH_TOKEN, *_WITH_BODY, _E.WRONG_OFFSET, _E.WRONG_HASH)),
        },
    }


def _terminate() -> Json:
    return {
        "operationId": "terminateMedium",
        "summary": "Forget what arrived so far of it from this tablet.",
        "parameters": [_tus()],
        "responses": {"204": {"description": "Forgotten"}, **_faults((*_WITH_TOKEN, *_OF_A_MEDIUM))},
    }


def _capabilities(name: str = "capabilities") -> Json:
    return {
        "operationId": name,
        "summary": "What this server knows of tus.",
        "security": [],
        "responses": {
            "204": {
                "description": "In its headers",
                "headers": _answers("Tus-Version", "Tus-Extension", "Tus-Checksum-Algorithm", "Tus-Max-Size"),
            },
            **_faults(_ALWAYS),
        },
    }


def _faults(codes: tuple[ErrorCode, ...], *, bodies: bool = True) -> Json:
    """An answer for each status, with the codes it may bear."""
    by_status: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        by_status.setdefault(code.http_status, []).append(code.code)
    if _E.MALFORMED in codes:
        by_status[404] = [*by_status.get(404, ()), _E.MALFORMED.code]
        by_status[405] = [_E.MALFORMED.code]
    found: Json = {}
    for status, words in sorted(by_status.items()):
        answer: Json = {
            "description": ", ".join(words),
            "headers": {endpoints.ERROR_HEADER: {"schema": {"type": "string", "enum": words}}},
        }
        if status in (429, 503):
            answer["headers"]["Retry-After"] = {"schema": {"type": "integer", "minimum": 1}}
        if status == 405:
            answer["headers"]["Allow"] = {"schema": {"type": "string"}}
        if bodies:
            of_these = {"properties": {"error": {"enum": words}}}
            answer["content"] = _json({"allOf": [_reference(messages.Fault), of_these]})
        found[str(status)] = answer
    return found


def _named_by(what: str) -> Json:
    return {
        "name": "sha256",
        "in": "path",
        "required": True,
        "schema": _SHA256,
        "description": f"the sha256 of the {what}: their only name",
    }


def _tus() -> Json:
    return _header("Tus-Resumable", {"type": "string", "enum": [endpoints.TUS_VERSION]})


def _header(name: str, schema: Json, *, required: bool = True) -> Json:
    return {"name": name, "in": "header", "required": required, "schema": schema}


def _answers(*names: str) -> Json:
    """Always there, but for the day on which a part is swept away: what is whole has none."""
    named = ("Tus-Resumable", *names)
    return {name: {"required": name != "Upload-Expires", "schema": {"type": "string"}} for name in named}


_CHECKSUM = _header("Upload-Checksum", {"type": "string", "pattern": "^sha(256|1) [A-Za-z0-9+/]+=*$"}, required=False)


def _bytes(*, required: bool) -> Json:
    return {"required": required, "content": {endpoints.TUS_TYPE: {"schema": {"type": "string", "format": "binary"}}}}


def _json(schema: Json) -> Json:
    return {endpoints.JSON_TYPE: {"schema": schema}}


def _message(kind: type) -> Json:
    return {"description": _first_line(kind), "content": _json(_reference(kind))}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def _reference(kind: type) -> Json:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _schemas() -> Json:
    """Every message, every record, and what they hold."""
    made: Json = {}
    named = vars(messages).values()
    waiting: list[type] = [kind for kind in named if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    waiting += RECORD_TYPES.values()
    while waiting:
        kind = waiting.pop(0)
        if kind.__name__ not in made:
            made[kind.__name__] = _of_dataclass(kind, waiting)
    bodies = sorted(kind.__name__ for kind in RECORD_TYPES.values())
    for holder, kinds in (("PushItem", sorted(kind.__name__ for kind in TABLET_RECORDS)), ("PulledRecord", bodies)):
        made[holder]["properties"]["body"] |= {
            "contentMediaType": endpoints.JSON_TYPE,
            "contentSchema": {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in kinds]},
        }
    return made


def _of_dataclass(kind: type, seen: list[type]) -> Json:
    hints = get_type_hints(kind, include_extras=True)
    properties: Json = {}
    required = []
    if issubclass(kind, Record):
        properties["record"] = {"const": kind.RECORD}
        required.append("record")
    for field in dataclasses.fields(kind):
        hint = hints[field.name]
        properties[field.name] = _of_hint(hint, seen)
        if (words := _WORDS.get((kind.__name__, field.name))) is not None:
            properties[field.name] = {"type": "string", "enum": words}
        if (limits := _LIMITS.get((kind.__name__, field.name))) is not None:
            properties[field.name] |= limits
        has_default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        if not has_default and type(None) not in get_args(hint):
            required.append(field.name)
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": properties,
        **({"required": required} if required else {}),
    }


def _of_hint(hint: Any, seen: list[type]) -> Json:
    """What may be left out may be null too: it is read as left out, and never written."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _of_shape(get_args(hint)[1])
    if origin in (Union, types.UnionType):
        inner = _of_hint(next(part for part in get_args(hint) if part is not type(None)), seen)
        return {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _of_hint(get_args(hint)[0], seen)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of_hint(get_args(hint)[1], seen)}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        seen.append(hint)
        return _reference(hint)
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer", "format": "int64", "minimum": -_MOST, "maximum": _MOST}
    return {"type": "string"} if hint is str else {}


def _of_shape(shape: Shape) -> Json:
    formats = {"time": "date-time", "day": "date", "id": "uuid"}
    known = {"format": formats[shape.name]} if shape.name in formats else {}
    return {"type": "string", "pattern": f"^(?:{shape.pattern.pattern})$", **known}


if __name__ == "__main__":
    sys.stdout.buffer.write(written())
