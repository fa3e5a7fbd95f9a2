"""Folded views: one code point in, one out, whatever the text."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.folding import canonical, canonical_part, folded
from generator.text.normalization import archived
from generator.text.views import Views

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = [
    *((unicodedata.normalize("NFC", vowel + tone), unicodedata.normalize("NFD", vowel)[0]) for vowel in VOWELS for tone in TONES),
    ("đ", "d"),
]
BOTH_CASES = [*LETTERS, *((letter.upper(), base) for letter, base in LETTERS)]

#: Letters of the news with what copying and pasting leaves behind.
ODD = "İıßſKẞŒﬁΣςÐðª²①\u0300\u0301\u0323\u031b\u20e3😀👩🏽🇻🇳𝐀𠀋\u200b\u200d\ufeff\u00a0\u00ad\u2028\u0085\t\r\n–—“”’`ʼ한か\u3099"
TEXTS = st.one_of(st.text(max_size=60), st.text(alphabet="".join(letter for letter, _ in BOTH_CASES) + ODD + "bchq ,.-1", max_size=60))


def test_the_table_holds_every_vietnamese_letter() -> None:
    assert len(BOTH_CASES) == len(dict(BOTH_CASES)) == (12 * 6 + 1) * 2


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_folds_every_vietnamese_letter(form: str) -> None:
    for letter, base in BOTH_CASES:
        typed = unicodedata.normalize(form, f"x{letter}x")  # type: ignore[arg-type]
        text = archived(typed)
        assert text == f"x{letter}x"
        assert canonical(text) == f"x{letter.lower()}x"
        assert folded(text) == f"x{base}x"


def test_folds_a_sentence() -> None:
    text = archived(unicodedata.normalize("NFD", "Đảng Ủy Khối: “Hoà Bình – kỉ luật”"))
    assert canonical(text) == 'đảng ủy khối: "hòa bình - kỷ luật"'
    assert folded(text) == 'dang uy khoi: "hoa binh - ky luat"'


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ðảng viên", "đảng viên"),  # the Icelandic letter
        ("ðồng chí", "đồng chí"),
        ("05\u00a0tập\u202fthể", "05 tập thể"),
        ("khen\u200bthưởng", "khen thưởng"),
        ("2018\u20132022", "2018-2022"),
        ("biểu\u00addương", "biểu-dương"),
        ("«Dân vận khéo»", '"dân vận khéo"'),
        ("H\u2019Yim", "h'yim"),
        ("İ", "i"),
        ("STRAẞE", "straße"),
        ("a\nb", "a\nb"),
    ],
)
def test_marks_and_spaces_become_plain(written: str, plain: str) -> None:
    assert canonical(archived(written)) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("qui định", "quy định"), ("tỉ lệ", "tỷ lệ"), ("kỉ niệm", "kỷ niệm"), ("chiến sỹ", "chiến sĩ"), ("lí luận", "lý luận"),
        ("kĩ thuật", "kỹ thuật"), ("hi vọng", "hy vọng"), ("quí I", "quý i"), ("Kì họp", "kỳ họp"), ("nước Mĩ", "nước mỹ"),
        ("chi tiết", "chi tiết"), ("kíp", "kíp"), ("tỉnh", "tỉnh"), ("him lam", "him lam"), ("xkí", "xkí"), ("quit", "quit"),
    ],
)  # fmt: skip
def test_doublets_of_whole_syllables(written: str, plain: str) -> None:
    assert canonical(written) == plain


@given(TEXTS)
def test_property_every_view_keeps_every_offset(text: str) -> None:
    kept = archived(text)
    assert len(canonical(kept)) == len(folded(kept)) == len(kept)


@given(TEXTS)
def test_property_folding_twice_changes_nothing(text: str) -> None:
    kept = archived(text)
    assert canonical(canonical(kept)) == canonical(kept)
    assert folded(folded(kept)) == folded(kept)
    assert folded(canonical(kept)) == folded(kept)


@given(TEXTS)
def test_property_composed_and_decomposed_text_are_archived_alike(text: str) -> None:
    forms = {archived(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms == {archived(text)}
    assert unicodedata.is_normalized("NFC", archived(text))


@given(TEXTS, TEXTS)
def test_property_a_letter_is_folded_alike_wherever_it_stands(left: str, right: str) -> None:
    left, right = archived(left), archived(right)
    text = f"{left}\n{right}"
    if "İ" not in text and "Σ" not in text:  # final sigma depends on what stands before it
        assert canonical(text) == f"{canonical(left)}\n{canonical(right)}"


def test_every_code_point_is_folded_to_one() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF and code != ord("\n")]
    for view in (canonical, folded):
        assert {len(line) for line in view("\n".join(every)).split("\n")} == {1}


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa", "a"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("ho\u0061\u0300", "hoà"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
    ],
)
def test_archived_changes_form_and_line_ends_only(given_: str, kept: str) -> None:
    assert archived(given_) == kept


def test_views_are_made_once() -> None:
    views = Views("Đảng ủy Khối")
    assert views.canonical is views.canonical
    assert views.folded == "dang uy khoi"
    assert views.memory is views.memory
    assert Views("a").memory is not Views("a").memory


@given(st.text(alphabet="quýhoàsỹkìHIi .,_'ΣİÞ\u0300\u0301\n", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_the_view_of_a_part_is_that_of_its_own_words(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert canonical_part(text, canonical(text), start, end) == canonical(text[start:end])


def test_a_part_that_cuts_a_word_is_spelled_by_itself() -> None:
    text = "kỹ sư hòa và sỹ quan"
    assert canonical_part(text, "-" * len(text), 0, 5) == "-" * 5
    assert canonical_part(text, "-" * len(text), 14, 15) == "ỹ"
