"""Lists of bare levels under a heading of appraisal: ``Xếp loại chi bộ năm 2022: xuất sắc 12, tốt 25, hoàn thành 3``.

``xuất sắc`` and ``tốt`` are levels nowhere else. So the heading must state that a subject is appraised, and two levels of the
scale must follow, each with a number. Sources: lexicon ``rating-levels``, ``bare``; architecture/grammar.md §6 pattern 13.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.register import GENERIC, NO_SUBJECT
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.facts import Rating
from generator.model.span import Span
from generator.text.folding import canonical

_MARKED_AT_SCHOOL = {"hoc-sinh", "giao-vien"}
_HEADING = re.compile(r"(?:xếp\s+loại|đánh\s+giá|phân\s+loại)(?![^:.;\n]{0,80}(?:học\s+lực|hạnh\s+kiểm|đề\s+tài))[^:.;\n]{0,80}:")
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_MOST = 5
LEAST = 2


@lru_cache(maxsize=1)
def _levels() -> dict[str, str]:
    return {canonical(form): entry.id for entry in lexicon("rating-levels").entries for form in entry.get("bare", ())}


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    number = r"(?P<count>\d{1,5})(?![\w/%]|[.,]\d)"
    counted = rf"(?:\s*{lexicon('recipients').alternatives})?"
    share = r"(?:\s*\(\s*(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*\))?"
    before = r"[\s,;+*•–-]{0,8}(?:và\s+)?(?:loại\s+)?"
    return re.compile(rf"{before}(?P<level>{alternatives(_levels())})\s*[:=-]?\s*(?:có\s+|là\s+)?{number}{counted}{share}")


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    return re.compile(lexicon("recipients").alternatives)


def brief_lists(text: ArticleText) -> tuple[list[Rating], list[Span]]:
    """Return the ratings of such lists, and the spans that the lists cover."""
    view = text.views.canonical
    found: list[Rating] = []
    spans: list[Span] = []
    for heading in _HEADING.finditer(view):
        kind = _kind(view, heading)
        items: list[re.Match[str]] = []
        at = heading.end()
        while kind is not None and len(items) < _MOST and (item := _item().match(view, at)) is not None:
            items.append(item)
            at = item.end()
        if kind is None or len({item["level"] for item in items}) < max(LEAST, len(items)):
            continue
        years = _YEAR.findall(heading.group())
        found.extend(_rating(kind, heading, item, int(years[-1]) if years else None) for item in items)
        spans.append(Span(heading.start(), at))
    return found, spans


def _kind(view: str, heading: re.Match[str]) -> str | None:
    """Return the only subject that the heading appraises; None if there is none, or several."""
    recipients = lexicon("recipients")
    kinds = {recipients.entry_of(" ".join(match.group().split())).id for match in _subject().finditer(view, *heading.span())}
    kinds = {kind for kind in kinds if kind not in NO_SUBJECT and (kind not in GENERIC or kind in PERSONS)} - _MARKED_AT_SCHOOL
    return kinds.pop() if len(kinds) == 1 else None


def _rating(kind: str, heading: re.Match[str], item: re.Match[str], year: int | None) -> Rating:
    share = None if item["percent"] is None else float(item["percent"].replace(",", "."))
    level = _levels()[" ".join(item["level"].split())]
    return Rating(
        subject=kind, level=level, count=int(item["count"]), percent=int(share) if share is not None and share.is_integer() else share,
        at_least=False, year=year, kind="result", rule="rating.brief_list",
        evidence=(Span(*heading.span()), Span(item.start("level"), item.end())),
    )  # fmt: skip
