"""Vietnamese alphabetical order. The tables are the alphabet's and, for tones, CLDR's rules for ``vi``."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.collation import alphabetical, alphabetical_key

ORDERS = [
    list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
    ["a", "à", "ả", "ã", "á", "ạ"],  # ngang, huyền, hỏi, ngã, sắc, nặng
    ["ơ", "ờ", "ở", "ỡ", "ớ", "ợ"],
    ["an", "ăn", "ân"],
    ["dung", "dũng", "đang"],
    ["da", "dy", "đa", "đy", "e"],  # đ is a letter of its own, after all of d
    ["Bắc Giang", "Bắc Kạn", "Bến Tre", "Bình Định", "Cà Mau", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Hà Nội", "Hải Phòng"],
    ["Chi bộ 2", "Chi bộ 10", "Chi bộ 100"],
    ["2021", "2022", "An Giang"],
    ["ba", "bà", "bá", "bác", "bạc", "băng"],  # letters first, tones only between words that are otherwise alike
]


@pytest.mark.parametrize("ordered", ORDERS)
def test_vietnamese_order(ordered: list[str]) -> None:
    for seed in range(5):
        mixed = random.Random(seed).sample(ordered, len(ordered))
        assert alphabetical(mixed, key=str) == ordered


def test_case_does_not_part_a_word_from_its_neighbours() -> None:
    assert alphabetical(["đảng uỷ", "Đảng bộ", "đảng viên", "Dân vận"], key=str) == ["Dân vận", "Đảng bộ", "đảng uỷ", "đảng viên"]


def test_orders_by_the_key_given() -> None:
    assert alphabetical([(1, "đ"), (2, "d")], key=lambda one: one[1]) == [(2, "d"), (1, "đ")]


@given(st.lists(st.text(alphabet="aàáăđdDĐ 12\u200b\u0301", max_size=5), max_size=8), st.randoms(use_true_random=False))
def test_property_one_order_whatever_the_order_given(words: list[str], chance: random.Random) -> None:
    ordered = alphabetical(words, key=str)
    chance.shuffle(words)
    assert alphabetical(words, key=str) == ordered


@given(st.text(max_size=20), st.text(max_size=20))
def test_property_different_words_have_different_keys(one: str, other: str) -> None:
    assert (alphabetical_key(one) == alphabetical_key(other)) is (one == other)
