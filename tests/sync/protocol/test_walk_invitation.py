"""The invitation to a walk: it comes back whole, fits a square, and says what is wrong when it does not."""

from __future__ import annotations

import base64
import dataclasses
import zlib
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import ids, times
from sync.protocol.square_text import _check
from sync.protocol.walk_invitation import TITLE_LENGTH, NotAnInvitation, WalkInvitation, read_invitation

CODE = st.from_regex(r"[a-z_]{1,20}", fullmatch=True)
CODES = st.lists(CODE, max_size=6).map(tuple)
MOMENT = st.datetimes(timezones=st.just(UTC)).map(times.format_time)
INVITATIONS = st.builds(
    WalkInvitation,
    walk_id=st.builds(ids.new_id),
    title=st.text(st.characters(codec="utf-8"), max_size=TITLE_LENGTH),
    territory=st.none() | CODE,
    grid_code=st.none() | CODE,
    grid_version=st.none() | st.integers(1, 999),
    period_planned=st.none() | CODE,
    publics=CODES,
    themes=CODES,
    started_at=st.none() | MOMENT,
    lead=st.from_regex(r"[0-9A-F]{0,4}", fullmatch=True),
)
USUAL = WalkInvitation(
    walk_id="0193547c-1111-7b1e-8a52-3c1f5d2a9e01",
    title="Marche des femmes, secteur Cavé et square Léon",
    territory="goutte-dor",
    grid_code="common",
    grid_version=3,
    period_planned="night",
    publics=("women",),
    themes=("lighting", "cleanliness", "passage"),
    started_at="2026-10-15T18:02:11.000Z",
    lead="9E01",
)


@given(invitation=INVITATIONS)
def test_what_one_tablet_shows_is_what_the_other_reads(invitation: WalkInvitation) -> None:
    assert read_invitation(invitation.text) == invitation


@given(invitation=INVITATIONS, every=st.integers(3, 9))
def test_typed_by_hand_in_small_letters_and_pieces_it_is_the_same(invitation: WalkInvitation, every: int) -> None:
    head, _, rest = invitation.text.partition(":")
    pieces = " - ".join(rest[at : at + every] for at in range(0, len(rest), every))
    assert read_invitation(f" {head.lower()}: {pieces.lower()}\n") == invitation


@given(invitation=INVITATIONS, at=st.integers(0), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_one_wrong_letter_is_noticed(invitation: WalkInvitation, at: int, letter: str) -> None:
    head, _, rest = invitation.text.partition(":")
    place = at % (len(rest) - 1)  # the last letter has bits that stand for nothing
    if rest[place] == letter:
        return
    with pytest.raises(NotAnInvitation) as refusal:
        read_invitation(f"{head}:{rest[:place]}{letter}{rest[place + 1 :]}")
    assert refusal.value.code == "damaged_invitation"


@given(junk=st.text() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").map(lambda text: f"GUPWALK1:{text}"))
def test_nothing_that_is_scanned_ends_the_app(junk: str) -> None:
    with pytest.raises(NotAnInvitation):
        read_invitation(junk)


def test_an_invitation_of_a_newer_app_says_so() -> None:
    with pytest.raises(NotAnInvitation) as refusal:
        read_invitation(USUAL.text.replace("GUPWALK1", "GUPWALK2"))
    assert refusal.value.code == "newer_invitation"


def test_a_usual_one_fits_a_square_that_an_old_camera_reads() -> None:
    import segno

    assert len(USUAL.text) < 400
    assert int(segno.make(USUAL.text, error="l", micro=False).version) <= 12


def test_a_long_title_is_cut_and_the_rest_stays() -> None:
    long = dataclasses.replace(USUAL, title="a" * 500)
    assert read_invitation(long.text) == dataclasses.replace(long, title="a" * TITLE_LENGTH)


def test_an_invitation_that_unpacks_without_end_is_refused() -> None:
    bomb = zlib.compress(b" " * 10_000_000, 9)
    with pytest.raises(NotAnInvitation):
        read_invitation("GUPWALK1:" + base64.b32encode(_check(bomb) + bomb).decode())


@pytest.mark.parametrize("letters", ["é", "٣٣٣٣", "ABCDEFG😀"])
def test_letters_of_another_alphabet_are_a_damaged_invitation(letters: str) -> None:
    with pytest.raises(NotAnInvitation) as refusal:
        read_invitation(f"GUPWALK1:{letters}")
    assert refusal.value.code == "damaged_invitation"
