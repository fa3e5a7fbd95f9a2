"""The lead of an article: the headline and the first paragraphs, where the event reported is dated."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extraction.clauses import ArticleText, Sentence
from generator.model.article import FACT_KINDS, Block, BlockKind

_BLOCKS = 4  # the headline and possible leads; a date further down belongs to the story
_SENTENCES = 10


def lead_of(text: ArticleText) -> Iterator[Sentence]:
    """Yield the sentences of the headline and the first paragraphs; captions and lines in capitals are no paragraphs."""
    blocks, prose = list[Block](), 0
    for block in text.article.blocks:
        if block.kind in FACT_KINDS and prose < _BLOCKS:
            blocks.append(block)
            prose += block.kind is BlockKind.TITLE or _is_prose(text, block)
    joined: Sentence | None = None
    for sentence in text.sentences[:_SENTENCES]:
        if sentence.block not in blocks:
            break
        # After a lost space, a name inside a sentence looks like the start of another (``Chi bộBan …``).
        if joined is not None and joined.end == sentence.start and text.article.text[joined.end - 1].islower():
            joined = Sentence(joined.index, joined.start, sentence.end, joined.block)
            continue
        if joined is not None:
            yield joined
        joined = sentence
    if joined is not None:
        yield joined


def _is_prose(text: ArticleText, block: Block) -> bool:
    return block.kind is not BlockKind.CAPTION and not block.span.of(text.article.text).isupper()


def is_late(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether a sentence of the lead is further down than its first blocks, captions and lines in capitals counted."""
    first = [block for block in text.article.blocks if block.kind in FACT_KINDS][:_BLOCKS]
    return sentence.block not in first
