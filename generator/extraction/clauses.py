"""The sentences in which facts are searched, with their blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extraction.engine import Passage
from generator.model.article import FACT_KINDS, Article, Block, BlockKind, Source
from generator.model.span import Span
from generator.text.sentences import sentence_spans
from generator.text.views import Views

#: Code points of a sentence. Of 35,000 sentences in the development articles one is longer, a list of results. A longer one is read in
#: pieces, so that the work stays proportional to the length of the text.
LONGEST = 4000


@dataclass(frozen=True)
class Sentence:
    """A sentence of the body; ``index`` counts from 0 over the article, ``block`` is the block that contains it."""

    index: int
    start: int
    end: int
    block: Block


@dataclass(frozen=True)
class ArticleText:
    """An article prepared for extraction: its views and its sentences, computed once."""

    article: Article

    @cached_property
    def views(self) -> Views:
        return Views(self.article.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of title, paragraphs, list items and captions in reading order; bylines and furniture have none."""
        found: list[Sentence] = []
        for block in self.article.blocks:
            if block.kind in FACT_KINDS:
                for start, end in sentence_spans(self.article.text, block.span.start, block.span.end):
                    for left, right in _readable(self.article.text, start, end):
                        found.append(Sentence(len(found), left, right, block))
        return tuple(found)

    @cached_property
    def _passages(self) -> dict[tuple[int, int], Passage]:
        return {}

    def passage(self, sentence: Sentence) -> Passage:
        """Return the sentence as a passage for rules; created once, because each kind of fact asks for every sentence."""
        key = (sentence.start, sentence.end)
        found = self._passages.get(key)
        if found is None:
            found = self._passages[key] = Passage(self.views, sentence.start, sentence.end, self)
        return found


def _readable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence ``[start, end)``, in pieces of at most :data:`LONGEST` that end at a semicolon, a comma or a space."""
    while end - start > LONGEST:
        cut = next((at + 1 for mark in ";, " if (at := text.rfind(mark, start + LONGEST // 2, start + LONGEST)) >= 0), start + LONGEST)
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def text_of_lines(passage: Passage) -> ArticleText:
    """Return the passage as an article with a paragraph for each line; a line that begins with a dash is a list item.

    Offsets are those of the passage's text.
    """
    text = passage.views.text
    blocks = []
    start = passage.start
    for line in passage.text.split("\n"):
        kind = BlockKind.LIST_ITEM if line.startswith("-") else BlockKind.PARAGRAPH
        if line.strip():
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    whole = Span(passage.start, passage.stop)
    return ArticleText(Article(Source("", "", "text"), text, tuple(blocks), "-", whole, title_is_headline=False))
