"""Canonical bytes: every record kind survives the round trip, and what is wrong is named."""

from __future__ import annotations

import dataclasses
import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import codec, ids, messages, records
from sync.protocol.errors import ErrorCode

TIMES = (
    st.datetimes()
    .map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z")
    .filter(lambda text: len(text) == 24)
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=4,
)
SHAPED = {
    "id": st.uuids(version=4).map(str),
    "time": TIMES,
    "day": st.dates().map(str),
    "sha256": st.binary(max_size=4).map(codec.sha256),
    "code": st.sampled_from(["litter", "déchets, autres", "x"]),
}


def values_of(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return SHAPED[args[1].name]
    if type(None) in args:
        return st.none() | values_of(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return st.lists(values_of(args[0]), max_size=2).map(tuple)
    if origin is not None:
        return st.dictionaries(TEXTS, PLAIN.filter(lambda value: value is not None), max_size=2)
    if dataclasses.is_dataclass(hint):
        return any_of(typing.cast(type, hint))
    return {bool: st.booleans(), int: st.integers(-(2**53), 2**53), str: TEXTS}[hint]


def any_of(kind: type) -> st.SearchStrategy[typing.Any]:
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {field.name: values_of(hints[field.name]) for field in dataclasses.fields(kind)}
    return st.builds(kind, **fields)


@pytest.mark.parametrize("kind", records.RECORD_TYPES.values(), ids=lambda kind: kind.RECORD)
def test_every_record_kind_is_the_same_after_the_round_trip(kind: type[records.Record]) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True)
    @given(any_of(kind))
    def round_trip(record: records.Record) -> None:
        body = codec.encode(record)
        assert codec.encode(codec.decode(body)) == body
        assert type(codec.decode(body)) is kind
        assert codec.canonical(codec.parse(body)) == body

    round_trip()


def report(**changes: typing.Any) -> records.Report:
    moment = "2026-11-22T21:14:05.120Z"
    fixed = {"id": ids.new_id(), "writer": "tablet", "created_at": moment, "updated_at": moment}
    return records.Report(**{**fixed, **changes})


def test_none_is_absent_and_not_collected_is_not_zero() -> None:
    counted = report(reported_by=(records.Count(code="women", count=0), records.Count(code="men", count=None)))
    body = codec.encode(counted)
    assert b"null" not in body
    decoded = codec.decode(body)
    assert isinstance(decoded, records.Report)
    assert [count.count for count in decoded.reported_by] == [0, None]  # S-203


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"revision": "one"}, "revision"),
        ({"revision": True}, "revision"),
        ({"created_at": "yesterday"}, "created_at"),
        ({"walk_id": "42"}, "walk_id"),
        ({"danger": 1}, "danger"),
        ({"position": {"lat_e7": 488000000}}, "position.lon_e7"),
        ({"owners": "city"}, "owners"),
        ({"owners": ["city", 3]}, "owners[1]"),
        ({"detour": [{"lat_e7": 1, "lon_e7": 2.5}]}, "detour[0].lon_e7"),
        ({"answers": []}, "answers"),
        ({"text": None, "id": None}, "id"),
    ],
)
def test_an_error_names_the_field(change: dict[str, typing.Any], field: str) -> None:
    plain = codec.to_json(report()) | change
    with pytest.raises(codec.CodecError) as caught:
        codec._refuse_floats(plain, "")
        codec.from_json(records.Report, plain)
    assert caught.value.field == field
    assert caught.value.error is ErrorCode.BAD_FIELD


def test_an_unknown_field_of_a_newer_tablet_is_accepted() -> None:
    plain = codec.to_json(report(text="lampe éteinte")) | {"smell": "strong"}
    decoded = codec.decode(codec.canonical(plain))
    assert isinstance(decoded, records.Report)
    assert decoded.text == "lampe éteinte"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", ErrorCode.MALFORMED),
        (b"\xff\xfe", ErrorCode.MALFORMED),
        (b"[1]", ErrorCode.MALFORMED),
        (b'{"record":"spaceship"}', ErrorCode.UNKNOWN_RECORD),
        (b'{"record":"report","id":1.5}', ErrorCode.BAD_FIELD),
        (b"[" * 100_000, ErrorCode.MALFORMED),
        (b'{"a":NaN}', ErrorCode.BAD_FIELD),
    ],
)
def test_bytes_that_are_no_record_are_refused(body: bytes, error: ErrorCode) -> None:
    with pytest.raises(codec.CodecError) as caught:
        codec.decode(body)
    assert caught.value.error is error


def test_a_message_survives_the_round_trip() -> None:
    body = codec.encode(report())
    item = messages.PushItem(hash=codec.sha256(body), body=body.decode())
    request = messages.PushRequest(records=(item,))
    again = codec.from_json(messages.PushRequest, codec.parse(codec.canonical(codec.to_json(request))))
    assert again == request
    assert codec.sha256(again.records[0].body.encode()) == item.hash
