"""Differences of two texts, word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.resolution.events.alignment import aligned


def places(one: str, two: str) -> list[tuple[str, str]]:
    first, second = one.split(), two.split()
    return [(" ".join(first[a.start : a.stop]), " ".join(second[b.start : b.stop])) for a, b in aligned(first, second)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("a b c d e f g h", "a b c d e f g h", []),
        ("a b c d e f g h", "a b c X e f g h", [("d", "X")]),
        ("a b c d e f g h", "X b c d e f g h", [("a", "X")]),
        ("a b c d e f g h", "a b c d e f g X", [("h", "X")]),
        ("a b c d e f g h", "a b c d X Y e f g h", [("", "X Y")]),
        ("a b c d e f g h", "a b c g h", [("d e f", "")]),
        ("a b c", "", [("a b c", "")]),
        ("", "", []),
        ("x y z a b c d e f g h", "a b c d e f g h x y z", [("x y z", ""), ("", "x y z")]),
        ("a b c d e f", "u v w x y z", [("a b c d e f", "u v w x y z")]),
        ("a b c a b c a b c", "a b c a b c", [("a b c", "")]),
    ],
)
def test_places(one: str, two: str, expected: list[tuple[str, str]]) -> None:
    assert places(one, two) == expected


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
def test_what_lies_between_the_places_is_the_same(first: list[str], second: list[str]) -> None:
    at, also = 0, 0
    for one, two in aligned(first, second):
        assert first[at : one.start] == second[also : two.start]
        at, also = one.stop, two.stop
    assert first[at:] == second[also:]


def test_a_text_of_one_word_takes_no_longer() -> None:
    def spent(words: int) -> float:
        started = time.process_time()
        assert list(aligned(["a"] * words, ["a"] * (words - 1)))
        return time.process_time() - started

    assert min(spent(200_000) for _ in range(3)) <= 6 * max(min(spent(50_000) for _ in range(3)), 0.01)
