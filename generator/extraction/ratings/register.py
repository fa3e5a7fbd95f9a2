"""The register of ratings: the subject and the year that are meant, from sentence to sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extraction.clauses import ArticleText
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.article import BlockKind
from generator.model.facts import Event

#: Words for any person or any body, described more exactly before.
GENERIC_PERSON = {"ca-nhan"}
GENERIC_BODY = {"tap-the", "don-vi"}
GENERIC = GENERIC_PERSON | GENERIC_BODY
#: Kinds that are not an appraised subject unless a number counts them.
NO_SUBJECT = {"khac", "tap-the-va-ca-nhan", "nguoi-lao-dong", "hoi-vien", "ho-gia-dinh", "doanh-nghiep"}


@dataclass(frozen=True, slots=True)
class SubjectRegister:
    """The last personal and the last organisational subject, the last of both, and the last year."""

    person: str | None = None
    body: str | None = None
    last: str | None = None
    year: int | None = None

    def after(self, kind: str, *, heads: bool = False) -> SubjectRegister:
        """Return the register after a mention of ``kind``.

        Generic words leave it unchanged, as do kinds that are not a subject, unless they head a list.
        """
        if (kind in GENERIC or kind in NO_SUBJECT) and not heads:
            return self
        if kind in GENERIC:
            return SubjectRegister(self.person, self.body, kind, self.year)
        if kind in PERSONS:
            return SubjectRegister(kind, self.body, kind, self.year)
        return SubjectRegister(self.person, kind, kind, self.year)

    def resolved(self, kind: str | None) -> str | None:
        """Return the subject that ``kind`` means here: generic words mean the last person or body, None the last subject."""
        if kind is None:
            return self.last
        if kind in GENERIC_PERSON:
            return self.person or kind
        if kind in GENERIC_BODY:
            return self.body or kind
        return kind


_REVIEW = re.compile(
    r"(?:tổng\s+kết|xếp\s+loại|đánh\s+giá|chất\s+lượng|kiểm\s+điểm|kết\s+quả|sơ\s+kết|báo\s+cáo)[^.;\n]{0,80}?năm\s+(?:học\s+\d{4}\s*-\s*)?(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*-\s*\d)"
)
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?:học\s+\d{4}\s*-\s*)?(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")


_PLANNED = re.compile(
    r"(?:nhiệm\s+vụ|phương\s+hướng|kế\s+hoạch|triển\s+khai|ra\s+quân|mục\s+tiêu)(?:\s+(?!kết|tổng|đánh)[^\W\d]+){0,8}\s*$"
)


def _reviewed(canonical: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first year stated from ``start`` to ``end`` that is not the year of a plan (``triển khai nhiệm vụ năm 2023``)."""
    years = _YEAR.finditer(canonical, start, end)
    return next((year for year in years if _PLANNED.search(canonical[max(start, year.start() - 60) : year.start()]) is None), None)


def year_under_review(text: ArticleText, event: Event | None) -> int | None:
    """Return the year that the article reviews.

    The headline's own year comes first, then ``tổng kết … năm 2022`` in the first sentences, then the event's date at the turn
    of a year; else None.
    """
    canonical = text.views.canonical
    early = text.sentences[:8]
    for sentence in early:
        if sentence.block.kind is BlockKind.TITLE and (match := _reviewed(canonical, sentence.start, sentence.end)):
            return int(match["year"])
    for sentence in early:
        if (match := _REVIEW.search(canonical, sentence.start, sentence.end)) is not None:
            return int(match["year"])
    if event is None or event.date is None or len(event.date) < 7:
        return None
    year, month = int(event.date[:4]), int(event.date[5:7])
    return year - 1 if month <= 3 else year if month == 12 else None
