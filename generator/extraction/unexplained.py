"""Words of awards, ratings and documents that no fact accounts for: a fact may be hidden there, or a rule may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import FactKind, Facts
from generator.model.span import Coverage, Span

#: Words of an award besides the types' own; of a rating besides the levels'.
_AWARD_WORDS = ("khen thưởng", "tuyên dương", "biểu dương", "tôn vinh", "vinh danh", "khen tặng", "danh hiệu")
_RATING_WORDS = ("xếp loại", "đánh giá chất lượng")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an award, a rating or a document (``kind``), and their span.

    ``entry`` is the id of the award type or level written there, None for a general word such as ``xếp loại`` and for
    documents.
    """

    kind: FactKind
    entry: str | None
    span: Span


def accounted_for(facts: Facts) -> Iterator[Span]:
    """Return the evidence that accounts for such words; an organisation's name or a person's position does not."""
    return facts.evidence(FactKind.EVENT, FactKind.AWARDS, FactKind.RATINGS, FactKind.DOCUMENTS, FactKind.FIGURES)


def has_any(text: ArticleText) -> bool:
    """Return whether such words are anywhere in ``text``: else it need not be cut into sentences to look for them."""
    return _words().search(text.views.canonical) is not None


def unexplained(text: ArticleText, span: Span, covered: Iterable[Span]) -> Iterator[Mention]:
    """Yield the mentions inside ``span`` that overlap none of ``covered``, in reading order."""
    near = Coverage(covered)
    for match in _words().finditer(text.views.canonical, span.start, span.end):
        found = Span(*match.span())
        if not near.meets(found):
            yield _mention(" ".join(match.group().split()), found)


def _mention(words: str, span: Span) -> Mention:
    types, levels = lexicon("award-types").by_variant, lexicon("rating-levels").by_variant
    if words in types or words in _AWARD_WORDS:
        return Mention(FactKind.AWARDS, types[words].id if words in types else None, span)
    if words in levels or words in _RATING_WORDS:
        return Mention(FactKind.RATINGS, levels[words].id if words in levels else None, span)
    return Mention(FactKind.DOCUMENTS, None, span)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """Match the words of awards, ratings and documents, for the canonical view."""
    documents = lexicon("document-kinds").entries
    certain = [word for entry in documents if not entry.get("loose") for word in entry.variants]
    loose = [word for entry in documents if entry.get("loose") for word in entry.variants]
    words = alternatives(
        [*lexicon("award-types").by_variant, *_AWARD_WORDS, *lexicon("rating-levels").by_variant, *_RATING_WORDS, *certain]
    )
    return re.compile(rf"{words}|{alternatives(loose)}(?=\s+số\s)")
