"""A pattern that is tried only at its openings finds what it finds alone."""

from __future__ import annotations

import re

import pytest

from generator.text.opened import Opened, first_words

PATTERN = r"(?<!cờ )(?:lễ trao giải|trao (?:giải|cờ)|trao)(?: \w+)?"
TEXTS = (
    "hôm nay trao cờ, lễ trao giải thưởng và trao cờ trao",
    "lễ trao cờ thi đua",
    "tặng cờ trao tay trao giải",
    "không có gì",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_the_pattern_finds(text: str) -> None:
    opened, alone = Opened(PATTERN, "lễ|trao"), re.compile(PATTERN)
    for start in range(len(text) + 1):
        for stop in range(start, len(text) + 1):
            expected = [match.span() for match in alone.finditer(text, start, stop)]
            assert [match.span() for match in opened.finditer(text, start, stop)] == expected
            found = opened.search(text, start, stop)
            assert (None if found is None else found.span()) == (expected[0] if expected else None)


def test_an_opening_that_does_not_match_hides_none_inside_it() -> None:
    opened = Opened("hội thi (?!này)", "đại hội|hội")
    assert [match.start() for match in opened.finditer("đại hội thi đua", 0, 15)] == [4]


def test_the_letter_behind_an_opening_may_be_an_opening() -> None:
    assert [match.span() for match in Opened("aab", "a").finditer("aaab", 0, 4)] == [(1, 4)]


def test_first_words_stand_alone_on_the_left() -> None:
    pattern = re.compile(first_words(("trao tặng", "trao", "cờ thi đua")))
    assert [match.group() for match in pattern.finditer("trao cờ, xtrao")] == ["trao", "cờ"]


def test_a_variant_that_begins_with_a_mark_has_no_first_word() -> None:
    with pytest.raises(ValueError, match="begins with no word"):
        first_words(("“cờ”",))
