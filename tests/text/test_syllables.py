"""Vietnamese syllables, whole and with letters lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.text.syllables import are_syllables, is_vietnamese_syllable, may_be_syllable

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "word",
    ["ủy", "uỷ", "hòa", "hoà", "nghiêng", "gì", "giếng", "gìn", "quý", "quỳnh", "Đảng", "TỔNG", "khuya", "khuỷu", "xoong", "yến", "ở", "ý"],
)
def test_syllables(word: str) -> None:
    assert is_vietnamese_syllable(word)


@pytest.mark.parametrize("word", ["héi", "cøng", "quèc", "ng", "các\u0301", "tàp", "Müller", "café", "", "x" * 40, "ñaûng"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_vietnamese_syllable(word)


def test_nearly_every_word_of_the_seeds_is_one() -> None:
    words = {
        word for path in SEEDS.glob("*.txt") for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8")) if not word.isascii()
    }
    odd = {word for word in words if not is_vietnamese_syllable(word)}
    assert len(odd) <= 0.03 * len(words), odd


@pytest.mark.parametrize("word", ["??ng", "?y", "ph??ng", "h?i", "Qu?c", "t?c", "T?"])
def test_syllables_with_lost_letters(word: str) -> None:
    assert may_be_syllable(word)


@pytest.mark.parametrize("word", ["v=?x", "html?id", "w?rd", "what?Yes"])
def test_what_lost_no_letters(word: str) -> None:
    assert not may_be_syllable(word)


def test_only_words_with_diacritics_speak_for_vietnamese() -> None:
    assert are_syllables("Đảng-ủy 12")
    assert not are_syllables("Dang uy")
    assert not are_syllables("Đảng Müller")
