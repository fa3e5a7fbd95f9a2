"""Parts of a passage are searched as if each were searched alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.engine import REACH, Passage
from generator.text.views import Views

PATTERNS = (re.compile(r"ab"), re.compile(r"a(?!\w)"), re.compile(r"(?<!b)a[^.]{0,20}b"), re.compile(r"ba\s*$"))
TEXTS = st.lists(st.sampled_from(["a", "b", " ", ".", "c" * (REACH // 2), "." * REACH]), max_size=30).map("".join)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 3), st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_property_the_first_match_of_a_part_is_that_of_a_plain_search(text: str, asked: list[tuple[int, float, float]]) -> None:
    passage = Passage(Views(text))
    for number, one, other in asked:
        start, stop = sorted((int(one * len(text)), int(other * len(text))))
        expected = PATTERNS[number].search(text, start, stop)
        found = passage.first(PATTERNS[number], start, stop)
        assert (found and found.span()) == (expected and expected.span())
