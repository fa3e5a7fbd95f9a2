"""The addresses of words: made of the words, so that they survive edits elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span
from generator.rendering.parts.article_text.anchors import anchors, fact_ids
from tests.rendering.made import FULL, PARAGRAPH, article, award, words

TEXT = "Đảng ủy xã tặng giấy khen cho 4 chi bộ. Sau đó có 9 đảng viên được kết nạp trong năm. Hội nghị kết thúc."
QUOTE = "giấy khen cho 4 chi bộ"


def anchor_in(text: str, quote: str = QUOTE, *others: str) -> str:
    start = text.index(quote)
    spans = [Span(text.index(other), text.index(other) + len(other)) for other in others]
    return anchors(text, [Span(start, start + len(quote)), *spans])[Span(start, start + len(quote))]


@pytest.mark.parametrize(
    "edited",
    [
        f"Tin: {TEXT}",
        TEXT.replace("xã tặng", "xã đã trao tặng"),
        TEXT.replace("9 đảng viên", "10 đảng viên"),
        TEXT.replace("Hội nghị kết thúc.", ""),
        TEXT.replace("\u0020cho 4", "\n cho 4"),
    ],
    ids=["words before", "words right before", "another fact", "words behind", "a line broken in the quote"],
)
def test_an_edit_elsewhere_leaves_the_address(edited: str) -> None:
    quote = QUOTE if QUOTE in edited else QUOTE.replace(" cho 4", "\n cho 4")
    assert anchor_in(edited, quote) == anchor_in(TEXT)


def test_an_edit_of_the_words_changes_it() -> None:
    assert anchor_in(TEXT.replace("4 chi bộ", "5 chi bộ"), "giấy khen cho 5 chi bộ") != anchor_in(TEXT)


def test_of_equal_quotes_none_has_the_address_of_the_only_one() -> None:
    """A link made when there was one is led to the first by the script, which says that there are several."""
    twice = f"Xã Sen cũng tặng {QUOTE} hôm qua. {TEXT}"
    first, second = twice.index(QUOTE), twice.rindex(QUOTE)
    of = anchors(twice, [Span(first, first + len(QUOTE)), Span(second, second + len(QUOTE))])
    only = anchor_in(TEXT)
    assert only not in of.values()
    assert all(one.startswith(f"{only}.") for one in of.values())
    assert len(set(of.values())) == 2
    more = f"Đầu tiên là một câu dài đứng ở trước tất cả mọi câu khác trong bài. {twice}"
    again = anchors(more, [Span(s.start + len(more) - len(twice), s.end + len(more) - len(twice)) for s in of])
    assert list(again.values()) == list(of.values()), "what stands elsewhere is indifferent"


@given(st.text("ab .", min_size=1, max_size=40), st.sets(st.tuples(st.integers(0, 38), st.integers(1, 6)), max_size=12))
def test_addresses_differ(text: str, places: set[tuple[int, int]]) -> None:
    spans = {Span(min(start, len(text) - 1), min(start + length, len(text))) for start, length in places}
    found = anchors(text, spans)
    assert found.keys() == spans
    assert len(set(found.values())) == len(spans)


def test_ids_of_facts_are_of_their_words_and_differ() -> None:
    one, two, same = (award(words(FULL, quote)) for quote in ("3 chi bộ", "Lê Thị Lụa", "3 chi bộ"))
    ids = fact_ids(FULL, (one, two, same))
    assert fact_ids(FULL, (two,)) == (ids[1],)
    assert ids[2] == f"{ids[0]}-2"
    longer = article((PARAGRAPH, f"Thêm câu này. {FULL.text}"))
    assert fact_ids(longer, (award(words(longer, "Lê Thị Lụa")),)) == (ids[1],)
