"""Frames of previews: what was joined is split again, and a cut is noticed."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import media_frames
from sync.protocol.codec import CodecError

PREVIEWS = st.lists(st.binary(max_size=60), max_size=5)


@settings(deadline=None, derandomize=True)
@given(PREVIEWS)
def test_what_was_joined_is_split_again(previews: list[bytes]) -> None:
    pairs = list(media_frames.split(media_frames.join(previews)))
    assert [preview for _, preview in pairs] == previews
    assert all(hashlib.sha256(preview).hexdigest() == announced for announced, preview in pairs)


@settings(deadline=None, derandomize=True)
@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_cut_inside_a_frame_is_an_error(preview: bytes, data: st.DataObject) -> None:
    body = media_frames.join([preview])
    cut = data.draw(st.integers(1, len(body) - 1))
    with pytest.raises(CodecError):
        list(media_frames.split(body[:cut]))


def test_a_preview_above_the_limit_is_not_framed() -> None:
    with pytest.raises(ValueError, match="at most"):
        media_frames.join([bytes(media_frames.MAX_PREVIEW_BYTES + 1)])
