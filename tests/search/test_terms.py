"""The search's normaliser: the vectors that its twin in JavaScript runs too, and what holds for any text."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.search_terms import fold, forms, terms
from generator.text.tone import press_spelling

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))["cases"]
_WORDS = st.text(alphabet="aăâeêioôơuưyàảãáạèẻỳỷýỵòóùủđqhklmstnrbcdg-/ .0123456789ĐẢÝ", max_size=40)


@pytest.mark.parametrize(("text", "expected"), VECTORS, ids=lambda one: repr(one)[:40])
def test_vectors(text: str, expected: list[list[Any]]) -> None:
    assert [[term.exact, term.folded, term.joined] for term in terms(text)] == expected


@given(_WORDS)
def test_spelling_and_case_do_not_matter(text: str) -> None:
    def told(of: str) -> list[tuple[str, str, bool]]:
        return [(term.exact, term.folded, term.joined) for term in terms(of)]

    assert told(unicodedata.normalize("NFD", text)) == told(text) == told(text.upper())
    assert told(press_spelling(unicodedata.normalize("NFC", text))) == told(text)


@given(st.text(max_size=60))
def test_offsets_lead_to_the_words(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    for term in terms(text):
        assert forms(text[term.start : term.end]) == (term.exact, term.folded)


@given(_WORDS)
def test_a_form_is_its_own_form(text: str) -> None:
    for term in terms(text):
        assert forms(term.exact) == (term.exact, term.folded)
        assert fold(term.folded) == term.folded
