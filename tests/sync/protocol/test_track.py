"""Packed track points: nothing changes on the way, and a walk costs about two bytes a point."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import track
from sync.protocol.codec import CodecError

POINTS = st.lists(
    st.builds(
        track.TrackPoint,
        time_ms=st.none() | st.integers(0, 4_102_444_800_000),
        lat_e7=st.integers(-900_000_000, 900_000_000),
        lon_e7=st.integers(-1_800_000_000, 1_800_000_000),
        accuracy_cm=st.none() | st.integers(0, 10_000_000),
        flags=st.integers(0, 3),
    ),
    max_size=track.MAX_POINTS,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(POINTS)
def test_points_are_the_same_after_packing(points: list[track.TrackPoint]) -> None:
    assert track.unpack(track.pack(points), len(points)) == tuple(points)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=40), st.integers(-2, 300))
def test_any_other_text_is_refused_by_name(text: str, count: int) -> None:
    if count == 0 and text == track.pack([]):
        return
    with pytest.raises(CodecError) as caught:
        track.unpack(text, count)
    assert caught.value.field in {"points", "count"}


def test_a_segment_has_a_limit() -> None:
    point = track.TrackPoint(time_ms=0, lat_e7=0, lon_e7=0)
    with pytest.raises(ValueError, match="at most 200"):
        track.pack([point] * 201)
