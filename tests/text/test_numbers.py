"""Numbers as Vietnamese writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numbers import number_in_digits, number_in_words, quantity, written

_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_AFTER_TEN = {1: "mốt", 4: "tư", 5: "lăm"}


def _in_words(value: int) -> str:
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _WORDS[ones]
    last = _AFTER_TEN.get(ones, _WORDS[ones]) if tens > 1 else {5: "lăm"}.get(ones, _WORDS[ones])
    head = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    return f"{head} {last}" if ones else head


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_are_read_back(value: int) -> None:
    assert number_in_digits(f"{value:,}".replace(",", ".")) == value
    assert number_in_digits(str(value)) == value


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=99))
def test_decimals_are_read_back(whole: int, part: int) -> None:
    assert number_in_digits(f"{whole},{part:02d}") == float(f"{whole}.{part:02d}")


@given(st.integers(min_value=1, max_value=99))
def test_words_are_read_back(value: int) -> None:
    assert number_in_words(_in_words(value)) == value


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=999))
def test_compound_quantities_are_read_back(billions: int, millions: int) -> None:
    assert quantity(f"{billions} tỷ {millions} triệu") == billions * 10**9 + millions * 10**6


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,3 tỷ", 1_300_000_000),
        ("460 triệu", 460_000_000),
        ("14 triệu", 14_000_000),
        ("23 vạn", 230_000),
        ("10 nghìn", 10_000),
        ("5,2 ngàn", 5_200),
        ("2,8 triệu tỷ", 2_800_000_000_000_000),
        ("200.036 triệu", 200_036_000_000),
        ("394 tỷ 581 triệu", 394_581_000_000),
        ("30.9", 30.9),
        ("0,33", 0.33),
        ("02", 2),
    ],
)
def test_quantities(text: str, value: float) -> None:
    assert quantity(text) == value


@pytest.mark.parametrize("text", ["", "tỷ", "nhiều", "12 con", "1.2.3"])
def test_other_words_are_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        quantity(text)


@pytest.mark.parametrize("text", ["", "trăm", "mười mười mười", "hai ba"])
def test_other_words_are_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        number_in_words(text)


@pytest.mark.parametrize(
    ("words", "value"),
    [("bẩy", 7), ("bẩy mươi bẩy", 77), ("hai mươi bốn", 24), ("hai mươi tư", 24), ("mười bốn", 14), ("chín mươi chín", 99), ("tư", 4)],
)
def test_other_spellings_of_words(words: str, value: int) -> None:
    assert number_in_words(words) == value


@pytest.mark.parametrize("words", ["mười một hai", "hai mươi một hai", "mươi hai", "mười mươi", "hai trăm"])
def test_more_words_than_a_number_has(words: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        number_in_words(words)


@pytest.mark.parametrize(
    ("scaled", "value"), [("1 nghìn", 1_000), ("1 ngàn", 1_000), ("1 vạn", 10_000), ("1 triệu", 1_000_000), ("1 tỷ", 1_000_000_000)]
)
def test_each_scale(scaled: str, value: int) -> None:
    assert quantity(scaled) == value
    assert quantity("2,5 " + scaled.split()[1]) == 2.5 * value


@pytest.mark.parametrize(
    ("value", "text"), [(5645, "5.645"), (98.45, "98,45"), (1234567.5, "1.234.567,5"), (0.12345, "0,1235"), (100, "100"), (0, "0")]
)
def test_numbers_as_they_are_written(value: float, text: str) -> None:
    assert written(value) == text
