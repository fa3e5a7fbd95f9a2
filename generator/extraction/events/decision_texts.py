"""The body of an office's own document: it decides (``BAN THƯỜNG VỤ THỊ ĐOÀN QUYẾT ĐỊNH:``), or is above the document's kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.load import lexicon
from generator.model.article import BlockKind
from generator.model.span import Span
from generator.text.folding import canonical

_SOURCE = "architecture/grammar.md; decisions and reports as offices publish them"
_BLOCKS = 24  # blocks above the articles of a decision: its grounds
#: The body on the line of the verb, or on the line above, where only a colon shows that the verb is no heading.
_DECIDES = re.compile(r"^[ \t]*(?P<body>[^\n:.;,]{4,90}?)(?:[ \t,]+QUYẾT ĐỊNH[ \t]*:?|[ \t,]*\n\s*QUYẾT ĐỊNH[ \t]*:)[ \t]*$", re.MULTILINE)
_OFFICE = re.compile(r"(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ)\s+")
_LINE = re.compile(r"[^\n]+")
_SHORTEST = 2  # words of a body's name


@rule(
    "host.decision",
    examples=[
        Example("[[BAN THƯỜNG VỤ THỊ ĐOÀN HOA MAI]] QUYẾT ĐỊNH:\nĐiều 1. Tặng giấy khen cho 3 tập thể.", "BAN THƯỜNG VỤ THỊ ĐOÀN HOA MAI"),
        Example("CHỦ TỊCH [[UBND HUYỆN MAI SƠN]]\nQUYẾT ĐỊNH:\nĐiều 1. Tặng giấy khen.", "UBND HUYỆN MAI SƠN"),
    ],
    counterexamples=[
        "UBND HUYỆN MAI SƠN\nQUYẾT ĐỊNH\nVề việc khen thưởng",
        "Ban Thường vụ Thị đoàn quyết định tặng giấy khen cho 3 tập thể.",
        "HỌP\nQUYẾT ĐỊNH:",
    ],
    source=_SOURCE,
)
def _decisions(passage: Passage) -> Iterator[Finding]:
    for match in _DECIDES.finditer(passage.views.text, passage.start, passage.stop):
        start, end = match.span("body")
        office = _OFFICE.match(passage.views.text, start, end)
        span = Span(start if office is None else office.end(), end)
        name = " ".join(span.of(passage.views.text).split())
        if name.isupper() and len(name.split()) >= _SHORTEST:
            yield Finding(span, name)


@rule(
    "host.sender",
    examples=[Example("[[HỘI NÔNG DÂN XÃ HOA MAI]]\nBÁO CÁO\nTổng kết năm 2024", "HỘI NÔNG DÂN XÃ HOA MAI")],
    counterexamples=["Hội Nông dân xã Hoa Mai\nBÁO CÁO", "HỘI NÔNG DÂN XÃ HOA MAI\nTổng kết năm 2024", "TIN TỨC\nBÁO CÁO"],
    source=_SOURCE,
)
def _senders(passage: Passage) -> Iterator[Finding]:
    lines = list(_LINE.finditer(passage.views.text, passage.start, passage.stop))
    for line, below in pairwise(lines):
        name = " ".join(line.group().split())
        if not name.isupper() or lexicon("document-kinds").by_variant.get(canonical(below.group()).strip()) is None:
            continue
        if lexicon("organisation-heads").by_variant.get(canonical(name.split()[0])) is not None:
            yield Finding(Span(*line.span()), name)


def deciding(text: ArticleText) -> list[Finding]:
    """Return the body in capitals that decides; empty if the article is not the text of a decision."""
    blocks = text.article.blocks[:_BLOCKS]
    return _decisions(Passage(text.views, 0, blocks[-1].span.end))[:1] if blocks else []


def sender(text: ArticleText) -> list[Finding]:
    """Return the office above the kind of its document: ``HỘI NÔNG DÂN XÃ A`` / ``BÁO CÁO``; empty if there is none."""
    furniture = {block.span.start for block in text.article.blocks if block.kind is BlockKind.FURNITURE}
    found = _senders(Passage(text.views, 0, text.article.title_span.start))
    return [finding for finding in found if finding.span.start in furniture][:1]
