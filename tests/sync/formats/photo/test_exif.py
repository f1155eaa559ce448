"""A camera's words are believed field by field: one absurd field never costs the photo or the other fields."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.formats.photo.exif import ExifFacts, read_exif
from tests.sync.formats.photo.pictures import ASCII, DOUBLE, SHORT, Field, exif_block, rationals, short, text

PARIS = [
    text(1, "N"),
    rationals(2, (48, 1), (51, 1), (2910, 100)),
    text(3, "E"),
    rationals(4, (2, 1), (17, 1), (40, 1)),
]
TAKEN = text(0x9003, "2026:06:12 21:04:05")


def gps(*fields: Field) -> ExifFacts:
    return read_exif((exif_block(gps=fields),))


def paris_but(*changed: Field) -> list[Field]:
    tags = {field[0] for field in changed}
    return [*(field for field in PARIS if field[0] not in tags), *changed]


def test_position_accuracy_and_direction_are_read() -> None:
    facts = gps(*PARIS, rationals(31, (45, 10)), text(16, "T"), rationals(17, (3600, 10)))
    assert facts.position is not None
    latitude, longitude, accuracy = facts.position
    assert latitude == pytest.approx(48.858083, abs=1e-6)
    assert longitude == pytest.approx(2.294444, abs=1e-6)
    assert accuracy == 4.5
    assert (facts.direction_deg, facts.direction_ref) == (0.0, "true")


def test_south_and_west_are_negative() -> None:
    facts = gps(*paris_but(text(1, "S"), text(3, "W")))
    assert facts.position is not None
    assert facts.position[0] < 0 > facts.position[1]


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(rationals(2, (48, 0), (51, 1), (0, 1)), id="zero denominator"),
        pytest.param(rationals(2, (200, 1), (0, 1), (0, 1)), id="latitude of another planet"),
        pytest.param(rationals(2, (48, 1), (75, 1), (0, 1)), id="75 minutes"),
        pytest.param((2, DOUBLE, 1, struct.pack("<d", 48.85)), id="wrong type"),
        pytest.param(text(2, "48.85"), id="text"),
        pytest.param((2, 5, 0, b""), id="no value"),
        pytest.param((2, 5, 3, b"\x00"), id="value outside the block"),
        pytest.param(text(1, "?"), id="no hemisphere"),
        pytest.param((1, SHORT, 1, b"\x00N"), id="hemisphere of a wrong type"),
        pytest.param(rationals(4, (181, 1), (0, 1), (0, 1)), id="longitude of another planet"),
    ],
)
def test_an_unbelievable_position_is_none_and_the_rest_is_kept(field: Field) -> None:
    facts = read_exif((exif_block(exif=[TAKEN], gps=[*paris_but(field), rationals(17, (90, 1))]),))
    assert facts.position is None
    assert facts.direction_deg == 90
    assert facts.taken_at_local == datetime(2026, 6, 12, 21, 4, 5)


def test_zero_zero_is_no_position_and_its_clock_is_not_believed() -> None:
    zero = rationals(2, (0, 1), (0, 1), (0, 1)), rationals(4, (0, 1), (0, 1), (0, 1))
    facts = gps(*paris_but(*zero), text(29, "2017:01:01"), rationals(7, (0, 1), (0, 1), (0, 1)))
    assert (facts.position, facts.taken_at_utc) == (None, None)


@pytest.mark.parametrize("pair", [(90, 0), (361, 1), (4000, 1)])
def test_an_absurd_direction_is_none(pair: tuple[int, int]) -> None:
    facts = gps(*PARIS, rationals(17, pair), text(16, "T"))
    assert (facts.direction_deg, facts.direction_ref) == (None, None)
    assert facts.position is not None


def test_the_satellites_clock_wins_over_the_cameras() -> None:
    fields = [text(29, "2026:06:12"), rationals(7, (19, 1), (4, 1), (55, 10))]
    facts = read_exif((exif_block(exif=[TAKEN, text(0x9011, "+01:00")], gps=fields),))
    assert facts.taken_at_utc == datetime(2026, 6, 12, 19, 4, 5, 500_000, tzinfo=UTC)
    assert facts.utc_offset_minutes == 60


def test_local_time_with_its_offset_gives_utc() -> None:
    facts = read_exif((exif_block(exif=[TAKEN, text(0x9011, "+02:00")]),))
    assert facts.taken_at_utc == datetime(2026, 6, 12, 19, 4, 5, tzinfo=UTC)


def test_local_time_alone_gives_no_utc() -> None:
    facts = read_exif((exif_block(exif=[TAKEN]),))
    assert facts.taken_at_local == datetime(2026, 6, 12, 21, 4, 5)
    assert facts.taken_at_utc is None


@pytest.mark.parametrize(
    "words", ["0000:00:00 00:00:00", "2026:02:31 10:00:00", "1904:01:01 00:00:00", "    :  :  ", ""]
)
def test_a_clock_that_was_never_set_gives_no_time(words: str) -> None:
    assert read_exif((exif_block(exif=[text(0x9003, words)]),)).taken_at_local is None


@pytest.mark.parametrize("number", [0, 9, 65535])
def test_an_unknown_orientation_is_upright(number: int) -> None:
    assert read_exif((exif_block(main=[short(0x0112, number)]),)).orientation == 1


def test_an_orientation_of_a_wrong_type_is_upright() -> None:
    assert read_exif((exif_block(main=[(0x0112, ASCII, 2, b"6\x00")]),)).orientation == 1


def test_a_second_block_is_read_when_the_first_is_rubbish() -> None:
    assert read_exif((b"rubbish", exif_block(main=[short(0x0112, 6)]))).orientation == 6


def test_a_directory_that_points_at_itself_ends() -> None:
    block = bytearray(exif_block(gps=PARIS))
    block[4:8] = struct.pack("<I", len(block) - 1)
    assert read_exif((bytes(block),)) == ExifFacts()


@given(st.sampled_from([b"II*\x00", b"MM\x00*"]), st.binary(max_size=400))
@settings(deadline=None, derandomize=True)
def test_any_bytes_are_read_without_an_error(start: bytes, rest: bytes) -> None:
    assert 1 <= read_exif((start + rest,)).orientation <= 8


@given(st.data())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_a_damaged_block_is_read_without_an_error_and_never_gives_an_impossible_place(data: st.DataObject) -> None:
    block = bytearray(exif_block(main=[short(0x0112, 6)], exif=[TAKEN], gps=[*PARIS, rationals(17, (90, 1))]))
    for _ in range(data.draw(st.integers(1, 8))):
        block[data.draw(st.integers(4, len(block) - 1))] = data.draw(st.integers(0, 255))
    facts = read_exif((bytes(block),))
    if facts.position is not None:
        assert abs(facts.position[0]) <= 90
        assert abs(facts.position[1]) <= 180
