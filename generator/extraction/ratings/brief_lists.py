"""Lists of bare levels under a heading of appraisal: ``Xếp loại chi bộ năm 2022: xuất sắc 12, tốt 25, hoàn thành 3``.

``xuất sắc`` and ``tốt`` are levels nowhere else. So the heading must state that a subject is appraised, and two levels of the
scale must follow, each with a number; at least one of them is cut short, because lists of full ones are read by sentences.
Sources: lexicon ``rating-levels``, ``bare`` and ``brief``; architecture/grammar.md §6 pattern 13.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.register import GENERIC, NO_SUBJECT
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.facts import Aim, Rating
from generator.model.span import Span
from generator.text.folding import canonical

_MARKED_AT_SCHOOL = {"hoc-sinh", "giao-vien"}
_HEADING = re.compile(r"(?:xếp\s+loại|đánh\s+giá|phân\s+loại)(?![^:.;\n]{0,80}(?:học\s+lực|hạnh\s+kiểm|đề\s+tài))[^:.;\n]{0,80}:")
_CLAUSE = re.compile(r"[^:.;\n]{1,90}$")  # the words before the heading's verb: các chi hội phụ nữ được đánh giá:
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_MOST = 5
LEAST = 2


@lru_cache(maxsize=1)
def _levels() -> dict[str, str]:
    """Return the ids of the levels by all their forms; those of ``_cut`` are no level in a sentence."""
    entries = [entry for entry in lexicon("rating-levels").entries if entry.get("bare")]
    return {**_cut(), **{form: entry.id for entry in entries for form in entry.variants}}


@lru_cache(maxsize=1)
def _cut() -> dict[str, str]:
    forms = ("bare", "brief")
    return {canonical(written): entry.id for entry in lexicon("rating-levels").entries for form in forms for written in entry.get(form, ())}


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    number = r"(?P<count>\d{1,5})(?![\w%]|[.,]\d)(?:\s?/\s?\d{1,5})?"
    counted = rf"(?:\s*{lexicon('recipients').alternatives}){{0,2}}"
    share = r"(?P<{0}>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?%"
    linked = r"(?:\(\s*|[,=–-]\s*|(?=chiếm|bằng|đạt|tỷ))(?:(?:chiếm|bằng|đạt|tỷ\s+lệ|là)\s+){0,2}"
    shared = rf"(?:\s*{linked}{share.format('percent')}\s*\)?)?"
    before = r"[\s,;+*•–-]{0,8}(?:và\s+)?(?:(?:mức|loại|số)\s+)?[\"']?"
    none = rf"(?P<none>không(?:\s+có(?:\s+{lexicon('recipients').alternatives}(?:\s+nào)?)?)?)(?=\s*[.,;\n)]|\s*$)"
    value = rf"(?:{number}{counted}{shared}|{share.format('alone')}|{none})"
    return re.compile(rf"{before}(?P<level>{alternatives(_levels())})[\"']?\s*[:=–-]?\s*(?:(?:có|là|đạt|chiếm)\s+){{0,2}}{value}")


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
        if kind is None or len({item["level"] for item in items}) < max(LEAST, len(items)) or not any(_is_cut(item) for item in items):
            continue
        years = _YEAR.findall(view, max(0, heading.start() - 90), heading.end())
        found.extend(_rating(kind, heading, item, int(years[-1]) if years else None) for item in items)
        spans.append(Span(heading.start(), at))
    return found, spans


def _is_cut(item: re.Match[str]) -> bool:
    return " ".join(item["level"].split()) in _cut()


def _kind(view: str, heading: re.Match[str]) -> str | None:
    """Return the only subject that the heading appraises, else the only one before it in its clause; None if there is none, or several."""
    kinds = _kinds_in(view, *heading.span())
    if not kinds and (clause := _CLAUSE.search(view, max(0, heading.start() - 90), heading.start())) is not None:
        kinds = _kinds_in(view, *clause.span())
    return kinds.pop() if len(kinds) == 1 else None


def _kinds_in(view: str, start: int, end: int) -> set[str]:
    recipients = lexicon("recipients")
    kinds = {recipients.entry_of(" ".join(match.group().split())).id for match in _subject().finditer(view, start, end)}
    kinds = {kind for kind in kinds if kind not in NO_SUBJECT and (kind not in GENERIC or kind in PERSONS)} - _MARKED_AT_SCHOOL
    return kinds if len(kinds) == 1 else kinds - GENERIC  # các chi hội phụ nữ


def _rating(kind: str, heading: re.Match[str], item: re.Match[str], year: int | None) -> Rating:
    stated = item["percent"] or item["alone"]
    share = None if stated is None else float(stated.replace(",", "."))
    level = _levels()[" ".join(item["level"].split())]
    return Rating(
        subject=kind, level=level, count=0 if item["none"] else None if item["count"] is None else int(item["count"]),
        percent=int(share) if share is not None and share.is_integer() else share,
        at_least=False, year=year, kind=Aim.RESULT, rule="rating.brief_list",
        evidence=(Span(*heading.span()), Span(item.start("level"), item.end())),
    )  # fmt: skip
