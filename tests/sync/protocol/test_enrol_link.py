"""The square of an enrolment: what the office writes is what the tablet reads, and junk is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.enrol_link import EnrolLink, NotAnEnrolment, read_enrol_link
from sync.protocol.three_words import _WORDS, three_words

CODES = st.text("23456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8).map(lambda code: f"{code[:4]}-{code[4:]}")
HOSTS = st.sampled_from(["gup.example.org", "127.0.0.1:8000", "xn--caf-dma.fr", "[::1]:8000", "gup.example.org/gup"])


@given(host=HOSTS, code=CODES)
def test_what_the_office_shows_is_what_the_tablet_reads(host: str, code: str) -> None:
    link = EnrolLink(url=f"https://{host}", code=code)
    assert read_enrol_link(f" {link.text}\n") == link


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "K7QM-3RTX",
        "https://",
        "https://example.org",
        "https://example.org/#enrol=",
        "https://example.org/#enrol=<script>",
        "https://example.org/?enrol=K7QM-3RTX",
        "ftp://example.org/#enrol=K7QM-3RTX",
        "https://[::1/#enrol=K7QM-3RTX",
        "WIFI:S:Maison;T:WPA;P:secret;;",
        "https://example.org/#enrol=" + "A" * 500,
    ],
)
def test_any_other_square_is_refused_in_a_sentence(junk: str) -> None:
    with pytest.raises(NotAnEnrolment, match=r"^(this|the) .*"):
        read_enrol_link(junk)


@given(junk=st.text())
def test_nothing_that_is_scanned_ends_the_app(junk: str) -> None:
    try:
        read_enrol_link(junk)
    except NotAnEnrolment as refusal:
        assert str(refusal)


def test_three_words_are_the_same_however_address_and_code_are_spelt() -> None:
    """DESIGN-UI §5: code + three words to compare."""
    words = three_words("https://gup.example.org", "K7QM-3RTX")
    assert words == three_words(" https://GUP.example.org/ ", "k7qm 3rtx")
    assert words != three_words("https://gup.example.org", "K7QM-3RTY")
    assert words != three_words("https://other.example.org", "K7QM-3RTX")


def test_the_words_are_many_short_and_different() -> None:
    assert len(_WORDS) == len(set(_WORDS)) == 128
    assert max(map(len, _WORDS)) <= 10
