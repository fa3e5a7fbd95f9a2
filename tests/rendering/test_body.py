"""The sentence of a fact is found by its place, in the body only."""

from __future__ import annotations

from generator.model.article import Source
from generator.model.span import Span
from generator.reading.text import article_from_text
from generator.rendering.parts.article_text.body import Body, body_of

LINES = (
    "Đảng ủy xã Tân Phú tổng kết",
    "Ngày 10/2, Đảng ủy xã Tân Phú tổ chức hội nghị. Tại hội nghị, 12 chi bộ được khen.",
    "Chia sẻ",
    "Đảng ủy xã tặng giấy khen cho 5 tập thể.",
)
ARTICLE = article_from_text("\n".join(LINES), Source("a.txt", "0" * 64, "text"))


def sentence_at(words: str) -> str | None:
    found = Body(ARTICLE).sentence(ARTICLE.text.index(words))
    return None if found is None else found.of(ARTICLE.text)


def test_a_sentence_is_that_around_the_place() -> None:
    assert sentence_at("Ngày") == sentence_at("hội nghị.") == "Ngày 10/2, Đảng ủy xã Tân Phú tổ chức hội nghị."
    assert sentence_at("12 chi bộ") == "Tại hội nghị, 12 chi bộ được khen."
    assert sentence_at("5 tập thể") == LINES[3]


def test_there_is_none_between_sentences_and_outside_the_body() -> None:
    assert sentence_at(" Tại hội nghị") is None
    assert sentence_at("\nChia sẻ") is None
    assert sentence_at("Chia sẻ") is None


def test_furniture_and_empty_spans_are_not_shown() -> None:
    at = ARTICLE.text.index("Chia sẻ")
    assert not Body(ARTICLE).shows(Span(at, at + 4))
    assert not Body(ARTICLE).shows(Span(2, 2))
    assert Body(ARTICLE).shows(Span(at - 2, at + 4))


def test_it_is_made_once_for_an_article() -> None:
    assert body_of(ARTICLE) is body_of(ARTICLE)
