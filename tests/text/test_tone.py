"""Tone placement: two spellings of one open syllable become one; closed syllables have only one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.tone import press_spelling

TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def marked(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


PAIRS = [(first + marked(second, tone), marked(first, tone) + second) for first, second in ("oa", "oe", "uy") for tone in TONES]
#: (school book, press) in every case: hoà, Hoà, HOÀ and what a careless hand types, hOÀ.
SYLLABLES = [
    (cased(onset) + cased_pair(school), cased(onset) + cased_pair(press))
    for school, press in PAIRS
    for onset in ("", "h", "th", "kh")
    for cased, cased_pair in ((str.lower, str.lower), (str.capitalize, str.lower), (str.upper, str.upper), (str.lower, str.upper))
]


def test_an_open_syllable_has_the_press_spelling() -> None:
    assert SYLLABLES
    for school, press in SYLLABLES:
        assert press_spelling(school) == press
        assert press_spelling(press) == press
        assert press_spelling(f"({school}, {school}.)") == f"({press}, {press}.)"


@pytest.mark.parametrize("end", ["n", "N", "ng", "t", "c", "i", "ê", "đ"])
def test_a_closed_syllable_is_left(end: str) -> None:
    for syllable in (syllable for pair in PAIRS for syllable in pair):
        assert press_spelling(syllable + end) == syllable + end


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("q", ["q", "Q"])
def test_after_q_the_u_is_no_vowel(q: str, tone: str) -> None:
    word = f"{q}u{marked('y', tone)}"
    assert press_spelling(word) == word
    assert press_spelling(word.upper()) == word.upper()


@pytest.mark.parametrize(("first", "second"), [("o", "á"), ("u", "ỷ")])
def test_a_letter_of_the_middle_of_a_word_is_no_end(first: str, second: str) -> None:
    assert press_spelling(f"{first}{second}1") != f"{first}{second}1"
    assert press_spelling(f"{first}{second}x") == f"{first}{second}x"


@given(st.text(alphabet="oauyeqQOÀàáỳỷÝòủnh 1.-Đ", max_size=40))
def test_property_length_letters_and_a_second_run(text: str) -> None:
    once = press_spelling(text)
    assert len(once) == len(text)
    assert press_spelling(once) == once
    assert sorted(unicodedata.normalize("NFD", once)) == sorted(unicodedata.normalize("NFD", text))
