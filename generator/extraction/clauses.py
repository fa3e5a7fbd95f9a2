"""The sentences in which facts are sought, with the block they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.extraction.engine import Passage
from generator.model.article import FACT_KINDS, Article, Block
from generator.text.sentences import sentence_spans
from generator.text.views import Views


@dataclass(frozen=True)
class Sentence:
    """A sentence of the body; ``index`` counts from 0 over the article, ``block`` is the block it stands in."""

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
                    found.append(Sentence(len(found), start, end, block))
        return tuple(found)

    def passage(self, sentence: Sentence) -> Passage:
        return Passage(self.views, sentence.start, sentence.end, self)
