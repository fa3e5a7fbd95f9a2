"""Where quoted words stand: whatever the white space, whole words before parts of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.quotes import nearest, occurrences

TEXT = "Tặng giấy khen cho 12 đảng viên,\n\n2\u00a0đảng  viên mới (theo Hướng dẫn 03-HD/TU). Khen 12 đảng viên."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("12 đảng viên", ["12 đảng viên", "12 đảng viên"]),
        ("2 đảng viên", ["2\u00a0đảng  viên"]),  # not the end of 12
        (" viên, 2\nđảng ", ["viên,\n\n2\u00a0đảng"]),
        ("Hướng dẫn 03-HD/TU", ["Hướng dẫn 03-HD/TU"]),
        ("(theo", ["(theo"]),
        ("iấy khe", ["iấy khe"]),  # part of a word, where no whole word has it
        ("Hương dẫn", []),
        ("", []),
        (" \n", []),
        ("gia\u0302\u0301y khen", ["giấy khen"]),  # letters in pieces
    ],
)
def test_occurrences(quote: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in occurrences(TEXT, quote)] == found


@given(st.data())
def test_property_whatever_is_copied_is_found(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    copied = TEXT[start:end]
    found = occurrences(TEXT, "  ".join(copied.split()))
    assert bool(found) == bool(copied.split())
    assert all(span.of(TEXT).split() == copied.split() for span in found)


def test_the_nearest_passage_has_the_longest_run_of_the_words() -> None:
    assert nearest(TEXT, "đề nghị tặng giấy khen cho 12 đoàn viên") == "Tặng giấy khen cho 12 đảng viên, 2 đảng viên mới (theo …"
    assert nearest(TEXT, "trao cờ thi đua") is None


def test_the_surroundings_of_a_passage_are_cut_between_words() -> None:
    text = " ".join(f"từ{number:02}" for number in range(40))
    assert (
        nearest(text, "không có từ20 từ21 ở đây") == "… từ13 từ14 từ15 từ16 từ17 từ18 từ19 từ20 từ21 từ22 từ23 từ24 từ25 từ26 từ27 từ28 …"
    )


def test_a_passage_that_shares_two_words_is_near_and_one_that_shares_one_is_not() -> None:
    assert nearest("tặng giấy khen", "nhận giấy khen") == "tặng giấy khen"
    assert nearest("tặng giấy mời", "nhận giấy khen") is None
