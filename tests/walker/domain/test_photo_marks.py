"""Blurs, spared boxes and arrows fold to what is in the picture; any step can be taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walker.domain.photo_marks import FACE, FINGER, WHOLE, Marks

places = st.tuples(st.integers(0, WHOLE), st.integers(0, WHOLE))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("touch"), places),
        st.tuples(st.just("stroke"), st.lists(places, min_size=1, max_size=5)),
        st.tuples(st.just("arrow"), st.tuples(places, places)),
    ),
    max_size=8,
)
found = st.lists(
    st.tuples(places, places).map(lambda p: (min(p[0][0], p[1][0]), min(p[0][1], p[1][1]), *map(max, *p), 0, 50)),
    max_size=4,
)


def _done(marks: Marks, step: tuple[str, object]) -> Marks:
    word, what = step
    if word == "touch":
        return marks.touched(*what, (300, 400))  # type: ignore[misc]
    if word == "stroke":
        return marks.stroked(what, (300, 400))  # type: ignore[arg-type]
    return marks.pointed(*what)  # type: ignore[misc]


@given(found=found, steps=steps)
def test_undoing_every_step_brings_back_what_was_found(found: list[tuple[int, ...]], steps: list[object]) -> None:
    marks = begin = Marks(found=tuple(found))
    for step in steps:
        marks = _done(marks, step)  # type: ignore[arg-type]
    for box in marks.boxes():
        assert 0 <= box.left <= box.right <= WHOLE
        assert 0 <= box.top <= box.bottom <= WHOLE
    while marks.steps:
        marks = marks.undone()
    assert marks == begin


@given(found=found, at=places)
def test_a_touch_always_changes_what_is_seen_there(found: list[tuple[int, ...]], at: tuple[int, int]) -> None:
    before = Marks(found=tuple(found))
    after = before.touched(*at, (300, 400))
    assert len(after.areas()) != len(before.areas())


def test_a_touch_on_a_stroke_takes_all_of_it_away() -> None:
    marks = Marks().stroked([(1000, 1000), (2000, 1000), (3000, 1000)], (300, 300))
    assert [kind for kind, _ in marks.areas()] == [FINGER] * 3
    assert marks.touched(2000, 1000, (300, 300)).areas() == []


def test_a_stroke_over_a_face_leaves_the_face_where_it_is() -> None:
    marks = Marks(found=((0, 0, 1000, 1000, FACE, 90),)).stroked([(500, 500)], (300, 300))
    assert len(marks.areas()) == 2
    assert marks.touched(500, 500, (300, 300)).areas() == [(FACE, (0, 0, 1000, 1000))]


def test_the_steps_are_the_same_after_they_were_kept() -> None:
    import json

    marks = Marks().stroked([(1, 2)], (3, 4)).pointed((5, 6), (7, 8))
    assert json.loads(marks.kept()) == [{"blur": [[0, 0, 4, 6]]}, {"arrow": [5, 6, 7, 8]}]
