"""The body of an article's page: which of its words are there, and the sentence that holds them, looked up by place."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from generator.model.article import BODY_KINDS, Article
from generator.model.span import InOrder, Span
from generator.text.sentences import sentence_spans


class Body:
    """The blocks of ``article`` that its page shows. Sentences are sought once a block: a long one is asked for by each of its facts."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = InOrder(block.span for block in article.blocks if block.kind in BODY_KINDS)
        self._sentences: dict[Span, list[tuple[int, int]]] = {}

    def shows(self, span: Span) -> bool:
        """Return whether words of ``span`` are in the body; False for an empty span."""
        return len(span) > 0 and self._blocks.meet(span)

    def sentence(self, at: int) -> Span | None:
        """Return the sentence that holds the character ``at``; None outside the body and between sentences."""
        block = next(iter(self._blocks.over(Span(at, at + 1))), None)
        if block is None:
            return None
        spans = self._sentences.get(block)
        if spans is None:
            spans = self._sentences[block] = sentence_spans(self._text, block.start, block.end)
        place = bisect_right(spans, (at, len(self._text) + 1)) - 1
        return Span(*spans[place]) if place >= 0 and at < spans[place][1] else None


def body_of(article: Article) -> Body:
    """Return the body of ``article``; made once for the articles used of late."""
    return _body(_Same(article))


class _Same:
    """An article as a key by identity, without hashing its text."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.article is self.article


@lru_cache(maxsize=4096)
def _body(of: _Same) -> Body:
    return Body(of.article)
