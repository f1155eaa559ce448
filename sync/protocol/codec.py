"""Dataclass <-> canonical JSON, strictly: an error names the field that is wrong.

Canonical: UTF-8, keys sorted, no spaces, no floats, absent instead of null. A record's hash is the sha256 of these
bytes. Unknown fields (of a newer version) are accepted and left alone: whoever sends a record on sends its bytes.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
from collections.abc import Callable, Hashable, Mapping
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sync.protocol.errors import ErrorCode
from sync.protocol.records import RECORD_TYPES, Record, Shape

T = TypeVar("T")
KIND_KEY = "record"
_MAX_INT = 2**63 - 1
_PLAIN = frozenset({str, int, bool, type(None)})


class CodecError(ValueError):
    """What arrived is not what was agreed. `field` is a dotted path, empty for the whole."""

    def __init__(self, error: ErrorCode, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.error = error
        self.field = field


def canonical(value: Any) -> bytes:
    """The one way to write a JSON value. Raises CodecError on a float or on anything JSON cannot hold."""
    _refuse_floats(value, "")
    return _write(value)


def is_canonical(body: bytes, plain: Any) -> bool:
    """Whether these bytes, already parsed, are written the one way."""
    try:
        return _write(plain) == body
    except UnicodeEncodeError:
        return False


def sha256(data: bytes) -> str:
    """Lower-case hexadecimal sha256."""
    from hashlib import sha256  # brings OpenSSL along, which a start without records does without

    return sha256(data).hexdigest()


def to_json(value: Any) -> Any:
    """A dataclass (or tuple, mapping, text, number) as plain JSON values; None is left out."""
    if type(value) in _PLAIN:  # nearly every field: the first question, as saving and sending wait for it
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {}
        if isinstance(value, Record):
            plain[KIND_KEY] = value.RECORD
        for name in _field_names(type(value)):
            held = getattr(value, name)
            if held is not None:
                plain[name] = to_json(held)
        return plain
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    return value


def encode(record: Record) -> bytes:
    """The canonical bytes of a record."""
    return canonical(to_json(record))


def decode(body: bytes) -> Record:
    """The record in these bytes. Raises CodecError naming the field, also when the bytes are not JSON."""
    return record_of(parse(body))


def record_of(plain: Any) -> Record:
    """The record in these JSON values. Raises CodecError naming the field."""
    if not isinstance(plain, dict) or not isinstance(plain.get(KIND_KEY), str):
        raise CodecError(ErrorCode.MALFORMED, KIND_KEY, "a record says its kind")
    kind = RECORD_TYPES.get(plain[KIND_KEY])
    if kind is None:
        raise CodecError(ErrorCode.UNKNOWN_RECORD, KIND_KEY, f"unknown kind of record {plain[KIND_KEY]!r}")
    return from_json(kind, plain)


def parse(body: bytes) -> Any:
    """JSON values of these bytes. Raises CodecError when they are not UTF-8 JSON, or hold a float."""
    try:
        text = body.decode()
        try:
            return _READ(text)
        except _HoldsFloatError:
            plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise CodecError(ErrorCode.MALFORMED, "", f"not JSON: {fault}") from fault
    _refuse_floats(plain, "")  # walks only when there is one, to name its field
    raise CodecError(ErrorCode.MALFORMED, "", "no floats: use integers")


def from_json(kind: type[T], plain: Any) -> T:
    """A dataclass of that type from plain JSON values. Raises CodecError naming the field."""
    decoded: T = _decoder(cast(Hashable, kind))(plain, "")
    return decoded


def _write(value: Any) -> bytes:
    return _WRITE(value).encode()


class _HoldsFloatError(Exception):
    """What is read has a float somewhere."""


def _float(text: str) -> Any:
    raise _HoldsFloatError(text)


# Made once: json.loads and json.dumps with these arguments would make a new one at each record.
_READ = json.JSONDecoder(parse_float=_float, parse_constant=_float).decode
_WRITE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def _refuse_floats(value: Any, path: str) -> None:
    if isinstance(value, float):
        raise CodecError(ErrorCode.BAD_FIELD, path, "no floats: use integers (degrees x 10^7, centimetres)")
    if isinstance(value, dict):
        for key, item in value.items():
            if type(item) not in _PLAIN:
                _refuse_floats(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            _refuse_floats(item, f"{path}[{place}]")


@functools.cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@functools.cache
def _decoder(hint: Any) -> Callable[[Any, str], Any]:
    origin = get_origin(hint)
    if origin is Annotated:
        return _shaped(get_args(hint)[1])
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin is tuple:
        return _tuple(_decoder(get_args(hint)[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_decoder(get_args(hint)[1]))
    if dataclasses.is_dataclass(hint):
        return _dataclass(hint)  # type: ignore[arg-type]
    if hint is bool:
        return _exactly(bool, "yes or no")
    if hint is int:
        return _integer
    if hint is str:
        return _text
    return lambda value, path: value


def _wrong(path: str, wanted: str, value: Any) -> CodecError:
    shown = repr(value)
    return CodecError(ErrorCode.BAD_FIELD, path, f"wants {wanted}, got {shown[:60]}")


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise _wrong(path, "text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as fault:
            raise _wrong(path, "text that UTF-8 can hold", value) from fault
    return value


def _integer(value: Any, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MAX_INT:
        raise _wrong(path, "a whole number", value)
    return value


def _exactly(kind: type, name: str) -> Callable[[Any, str], Any]:
    def check(value: Any, path: str) -> Any:
        if type(value) is not kind:
            raise _wrong(path, name, value)
        return value

    return check


def _shaped(shape: Shape) -> Callable[[Any, str], str]:
    def check(value: Any, path: str) -> str:
        text = _text(value, path)
        if shape.pattern.fullmatch(text) is None:
            raise _wrong(path, f"a {shape.name}", value)
        if shape.read is not None:
            try:
                shape.read(text)
            except ValueError as fault:  # the 31st of February
                raise _wrong(path, f"a {shape.name}", value) from fault
        return text

    return check


def _optional(hint: Any) -> Callable[[Any, str], Any]:
    inner = [_decoder(part) for part in get_args(hint) if part is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"a field is one type or that type or None, not {hint}")

    def check(value: Any, path: str) -> Any:
        return None if value is None else inner[0](value, path)

    return check


def _tuple(inner: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise _wrong(path, "a list", value)
        return tuple(inner(item, f"{path}[{place}]") for place, item in enumerate(value))

    return check


def _mapping(inner: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(path, "an object", value)
        return {key: inner(item, f"{path}.{key}") for key, item in value.items()}

    return check


def _dataclass(kind: type) -> Callable[[Any, str], Any]:
    hints = get_type_hints(kind, include_extras=True)
    fields = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    # A field that may be None is absent when it is None, so absence reads as None even without a default.
    absent = {name: None for name in fields if type(None) in get_args(hints[name])}
    required = frozenset(
        field.name for field in dataclasses.fields(kind) if field.name not in absent and not _has_default(field)
    )

    def check(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(path, "an object", value)
        if not value.keys() >= required:
            first = next(name for name in fields if name in required and name not in value)
            raise CodecError(ErrorCode.BAD_FIELD, f"{path}.{first}" if path else first, "is missing")
        held: dict[str, Any] = dict(absent)
        for name, inside in value.items():
            inner = fields.get(name)
            if inner is not None:
                held[name] = inner(inside, f"{path}.{name}" if path else name)
        return kind(**held)

    return check


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
