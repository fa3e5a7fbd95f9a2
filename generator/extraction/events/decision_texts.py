"""The body of an office's own document: it decides (``BAN THƯỜNG VỤ THỊ ĐOÀN QUYẾT ĐỊNH:``), or is above the document's kind."""

from __future__ import annotations

import re

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Finding
from generator.lexicon.load import lexicon
from generator.model.article import BlockKind
from generator.model.span import Span
from generator.text.folding import canonical

_BLOCKS = 24  # blocks above the articles of a decision: its grounds
_DECIDES = re.compile(r"\s*(?P<body>[^\n:.;,]{4,90}?)[\s,]+QUYẾT ĐỊNH\s*:?\s*")
_ALONE = re.compile(r"\s*QUYẾT ĐỊNH\s*:\s*")
_OFFICE = re.compile(r"(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ)\s+")
_SHORTEST = 2  # words of a body's name


def deciding(text: ArticleText) -> list[Finding]:
    """Return the body in capitals that decides; empty if the article is not the text of a decision."""
    written, before = text.article.text, None
    for block in text.article.blocks[:_BLOCKS]:
        start, end = block.span.start, block.span.end
        match = _DECIDES.fullmatch(written, start, end)
        if match is None and before is not None and _ALONE.fullmatch(written, start, end):
            span = before
        elif match is not None:
            span = Span(*match.span("body"))
        else:
            before = block.span
            continue
        office = _OFFICE.match(written, span.start, span.end)
        span = span if office is None else Span(office.end(), span.end)
        name = " ".join(span.of(written).split()).rstrip(" ,")
        if name.isupper() and len(name.split()) >= _SHORTEST:
            return [Finding(Span(span.start, span.start + len(span.of(written).rstrip(" ,"))), name, "host.decision")]
        before = block.span
    return []


def sender(text: ArticleText) -> list[Finding]:
    """Return the office above the kind of its document: ``HỘI NÔNG DÂN XÃ A`` / ``BÁO CÁO``; empty if there is none."""
    above = [block for block in text.article.blocks if block.span.end <= text.article.title_span.start]
    lines = [block.span.of(text.article.text) for block in above]
    for place, line in enumerate(lines[:-1]):
        form = lexicon("document-kinds").by_variant.get(canonical(lines[place + 1]).strip())
        if above[place].kind is not BlockKind.FURNITURE or form is None or not line.isupper():
            continue
        if lexicon("organisation-heads").by_variant.get(canonical(line.split()[0])) is not None:
            return [Finding(above[place].span, " ".join(line.split()), "host.sender")]
    return []
