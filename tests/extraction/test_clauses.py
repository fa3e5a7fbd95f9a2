"""The sentences that rules are given: of a length that keeps the work in proportion to the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.clauses import LONGEST, ArticleText
from generator.model.article import Source
from generator.reading.text import article_from_text


def pieces(text: str) -> list[str]:
    article = article_from_text(text, Source("a.txt", "0" * 64, "text"))
    return [article.text[sentence.start : sentence.end] for sentence in ArticleText(article).sentences]


def test_a_sentence_without_end_is_read_in_pieces_that_end_at_a_mark() -> None:
    names = [f"Đảng ủy xã Hoa Mai {number}" for number in range(900)]
    text = "Tin\n\nTặng giấy khen cho: " + "; ".join(names) + "."
    read = pieces(text)[1:]
    assert len(read) > 3
    assert all(len(one) <= LONGEST for one in read)
    assert all(one.endswith(";") for one in read[:-1])
    assert " ".join(read) == text[5:]


def test_sentences_of_news_stay_whole() -> None:
    assert pieces("Tin\n\nHội nghị " + "bàn công tác, " * 200 + "rồi bế mạc.")[1].endswith("rồi bế mạc.")


@given(st.text(alphabet="a ;,", min_size=LONGEST, max_size=LONGEST + 200))
def test_property_nothing_is_lost(tail: str) -> None:
    read = pieces("Tin\n\nHội nghị " + tail + "x")[1:]
    assert "".join("".join(read).split()) == "".join(("Hộinghị" + tail + "x").split())
