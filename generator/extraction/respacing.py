"""Restores spaces that markup removed: ``được Chủ tịch nước tặngHuân chương Lao động hạng Bavà …``.

Pages whose links were stripped lose the space on either side of them. Rules read words, so they are given a copy of the article
with these spaces restored. The spans of their findings are then mapped back to the archived text, which is unchanged. A join is
opened only beside a word that can neither end a sentence nor be part of a syllable: two sentences run together (``đoạt giảiĐược
biết``) are left to :mod:`generator.text.sentences`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from generator.extraction.names.words import is_syllable
from generator.model.article import Article
from generator.model.facts import Fact, Facts
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.tokens import Sieve, different_words

F = TypeVar("F", bound=Fact)

#: Words that require something after them, and so never end a sentence.
_OPEN = {
    "tặng",
    "trao",
    "được",
    "của",
    "do",
    "và",
    "cho",
    "tại",
    "với",
    "là",
    "ở",
    "trong",
    "về",
    "thuộc",
    "các",
    "những",
    "nhận",
    "bởi",
    "từ",
    "theo",
}
#: Words that join or begin a predicate.
_JOIN = _OPEN | {"đã", "có", "để", "hoàn", "đạt", "vừa", "cũng", "khen", "tổ", "gồm"}
_GLUED_END = re.compile(r"\.(?:(?<=[A-ZĐ]{3}\.)(?=[A-ZĐ][a-zà-ỹ]+ [a-zà-ỹ])|(?<=[^\W\d_]\.)\.\.(?=[A-ZĐ])|(?<=[\w%]\.)(?=- ?\d+ ))")
#: A Party body's kind joined to the body to which it belongs (``Chi bộBan Thanh niên``), or a verb to an event's noun.
_GLUED_NAME = re.compile(
    r"(?:bộ|ủy|uỷ|chức)(?:(?<!chức)(?=(?:Ban|Sở|Cục|Trường|Khối|Tổng|Công ty|Văn phòng|Bộ|Chi cục)\s[^\W\d_])"
    r"|(?<=chức)(?=(?:Đại hội|Hội nghị|Hội thảo|Hội thi|Lễ|Chương trình|Ngày hội)\s))"
)
_BEFORE_NAME = re.compile(r"(?<!\w)(?:chi bộ|đảng bộ|(?:đảng|tỉnh|huyện|thành) (?:ủy|uỷ)|tổ chức)$")
#: A number joined to what it counts: 12 tập thể và 21cá nhân.
_GLUED_NUMBER = re.compile(r"\d(?=(?:cá nhân|tập thể|đảng|chi bộ|đồng chí|đơn vị|học sinh|cán bộ|giáo viên|gia đình)(?!\w))")
_SHORTEST = 5  # letters of two joined words
_LONG = re.compile(rf"[^\W\d_]{{{_SHORTEST},40}}")


def respaced(article: Article) -> tuple[Article, list[int] | None]:
    """Return a copy of ``article`` with the lost spaces restored, and for each of its offsets the offset in ``article.text``.

    The article itself and None if no space is lost.
    """
    cuts: list[int] = []
    if _JOINED.caught(different_words(article.text)):  # usually none is joined
        for match in _LONG.finditer(article.text):
            cuts.extend(match.start() + at for at in _cuts(match.group()))
    names = (match.span() for match in _GLUED_NAME.finditer(article.text))
    cuts.extend(end for start, end in names if _BEFORE_NAME.search(article.text[max(0, start - 7) : end].lower()))
    marks = (*_GLUED_END.finditer(article.text), *_GLUED_NUMBER.finditer(article.text))
    cuts = sorted({*cuts, *(match.end() for match in marks)})
    if not cuts:
        return article, None
    back: list[int] = []
    pieces: list[str] = []
    last = 0
    for cut in cuts:
        pieces.append(article.text[last:cut])
        back.extend(range(last, cut))
        back.append(cut)
        last = cut
    pieces.append(article.text[last:])
    back.extend(range(last, len(article.text) + 1))
    text = " ".join(pieces)
    blocks = tuple(replace(block, span=_moved(block.span, cuts)) for block in article.blocks)
    return replace(article, text=text, blocks=blocks, title_span=_moved(article.title_span, cuts)), back


@lru_cache(maxsize=65536)
def _holds_joined(token: str) -> bool:
    return len(token) >= _SHORTEST and not token.isascii() and any(_cuts(long) for long in _LONG.findall(token))


_JOINED = Sieve(_holds_joined)


def _moved(span: Span, cuts: list[int]) -> Span:
    """Return the span in the text with the spaces restored; an end or a beginning at a cut is after its space."""
    return Span(span.start + bisect_right(cuts, span.start), span.end + bisect_right(cuts, span.end))


@lru_cache(maxsize=8192)
def _cuts(token: str) -> tuple[int, ...]:
    """Return where words were joined in ``token``; empty for a syllable, an abbreviation or a foreign word."""
    low = canonical(token)
    if token.isascii() or token.isupper() or is_syllable(low):
        return ()
    return _split(token, low, 0, {}) or ()


def _split(token: str, low: str, start: int, known: dict[int, tuple[int, ...] | None]) -> tuple[int, ...] | None:
    """Return the cuts of ``token[start:]`` into syllables, each cut beside an open or joining word; None if there are none.

    ``known`` remembers the result for each start.
    """
    if start not in known:
        known[start] = _split_anew(token, low, start, known)
    return known[start]


def _split_anew(token: str, low: str, start: int, known: dict[int, tuple[int, ...] | None]) -> tuple[int, ...] | None:
    for end in range(len(token) - 2, start + 1, -1):
        left = low[start:end]
        if not is_syllable(left) or not (token[start + 1 : end].islower() or end - start == 1):
            continue
        rest = low[end:]
        if is_syllable(rest) and token[end + 1 :].islower() and (left in _OPEN or (rest in _JOIN and token[end].islower())):
            return (end,)
        deeper = _split(token, low, end, known) if len(rest) > 5 else None
        if deeper is not None and (left in _OPEN or (low[end : deeper[0]] in _JOIN and token[end].islower())):
            return (end, *deeper)
    return None


def carried_back(facts: Facts, back: list[int]) -> Facts:
    """Return ``facts`` with their spans in the archived text; ``back`` is the list that :func:`respaced` returns."""

    def with_spans(fact: F) -> F:
        return replace(fact, evidence=tuple(Span(back[span.start], back[span.end]) for span in fact.evidence))

    return facts.mapped(with_spans)
