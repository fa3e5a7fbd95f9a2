"""Read numbers that refer to the ratings stated before: ``Tỷ lệ này ở chi bộ là 18%``, ``Con số tương ứng ở đảng viên là 15%, 80%``.

The sentence names no level: its numbers take the levels of the ratings stated right before, in their order, and are as many. Where
the sentence names a year but no subject, it is the same rating of another year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import WEAK
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import Rating
from generator.model.span import Span

_MOST = 5  # levels of the scale
_REFERS = re.compile(
    r"(?:(?:các|những)\s+)?(?:tỷ\s+lệ|con\s+số|mức)\s+(?:này|đó|ấy|trên|tương\s+ứng|nói\s+trên)(?!\w)|(?:lần\s+lượt|tương\s+ứng)(?!\w)"
)
_SHARE = r"\d{1,3}(?:[.,]\d{1,2})?\s?%"
_ROW_OF_SHARES = rf"(?P<shares>{_SHARE}(?:\s*(?:,|;|và|,\s*và)\s*{_SHARE}){{0,4}})(?=\s*[.,;)\n]|\s*$)"
_SHARES = re.compile(rf"(?<![\w.,/-])(?:là|đạt|còn|lên|bằng|chiếm|ở\s+mức|có|:)\s*(?:lần\s+lượt\s+)?(?:là\s+)?{_ROW_OF_SHARES}")
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*[-/]\s*\d)")
_COMPARED = re.compile(r"(?:so\s+với|cùng\s+kỳ)\s+(?:\S+\s+)?$")


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    return re.compile(alternatives(variant for variant in lexicon("recipients").by_variant if variant not in WEAK))


def referred(passage: Passage, before: list[Rating]) -> list[Rating]:
    """Return the ratings of a sentence without a level that refers to those stated ``before``; none where it does not, or cannot."""
    text, row = passage.views.canonical, _row(before)
    if not row or (refers := _REFERS.search(text, passage.start, passage.stop)) is None:
        return []
    stated = _SHARES.search(text, refers.start(), passage.stop)
    if stated is None:
        return []
    shares = [float(share.rstrip(" %").replace(",", ".")) for share in re.findall(_SHARE, stated["shares"])]
    named = _kinds().finditer(text, passage.start, stated.start())
    kinds = {lexicon("recipients").entry_of(" ".join(match.group().split())).id for match in named}
    years = [match for match in _YEAR.finditer(text, passage.start, stated.start()) if not _COMPARED.search(text[: match.start()][-20:])]
    if len(shares) != len(row) or len(kinds) > 1 or len(years) > 1 or not (kinds or years):
        return []
    subject = kinds.pop() if kinds else row[0].subject
    year = int(years[0]["year"]) if years else row[0].year
    if (subject, year) == (row[0].subject, row[0].year):
        return []
    span = Span(refers.start(), stated.end("shares"))
    return [
        replace(
            rating,
            subject=subject,
            year=year,
            count=None,
            percent=int(share) if share.is_integer() else share,
            rule="rating.referred",
            evidence=(span,),
        )
        for rating, share in zip(row, shares, strict=True)
    ]


def _row(before: list[Rating]) -> list[Rating]:
    """Return the last ratings of one subject, year and kind, stated as shares, in their order."""
    row: list[Rating] = []
    for rating in reversed(before[-_MOST:]):
        alike = not row or (rating.subject, rating.year, rating.kind) == (row[0].subject, row[0].year, row[0].kind)
        if rating.percent is None or not alike or any(rating.level == other.level for other in row):
            break
        row.insert(0, rating)
    return row
