"""Numbers beside a rating: its norm, the same in another year, the result of an aim, a share of others.

Each construction is a pattern over the words behind a level. The words that it covers belong to no level, so the assignment
never considers them. The words are those of lexicon ``rating-cues``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.ratings.cues import words_of
from generator.extraction.ratings.levels import Level, level_pattern
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import Aim, Rating
from generator.model.span import Coverage, Span

_PERCENT = r"(?P<p>\d{1,3}(?:[.,]\d{1,2})?)\s?%(?P<up>\s+trở\s+lên)?"
_COUNT = r"(?P<n>\d{1,5})(?![\w/%]|[.,-]\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_STOP = r"\s*(?:[;,.()]|và\s|$)"
_THAN_YEAR = re.compile(r"so\s+với\s+(?:cùng\s+kỳ\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\d)")
_TAIL = re.compile(r"[^;,.()\n]{0,40}")
_COUNTS_ON = re.compile(
    r"\s*(?:số\s+|các\s+)?(?:đảng|chi|tổ\s+chức|tccs|công|viên|cán|đoàn|cơ\s+sở|tập|đơn|cá|đồng|hoàn|được|đạt|xếp|ht|cđ)"
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A number beside a rating: its norm (``kind`` target), the same in another year or the result of an aim (``result``).

    ``rule`` names the construction; an aside without a number only covers words.
    """

    start: int
    end: int
    rule: str
    percent: float | None = None
    count: int | None = None
    at_least: bool = False
    kind: Aim = Aim.RESULT
    year: int | None = None


@lru_cache(maxsize=16)
def _any(group: str) -> str:
    return alternatives(words_of(group))


@lru_cache(maxsize=1)
def _norm() -> re.Pattern[str]:
    """Match a norm: ``(Nghị quyết đề ra ít nhất 95%)``, ``vượt chỉ tiêu 95%``."""
    return re.compile(
        rf"(?:[(;,]\s*(?:so\s+với\s+)?|[\s,(;]\s*{_any('than')}\s+)(?:\w+\s+){{0,2}}{_any('norm')}"
        r"[^()%;\d]{0,80}(?:lần\s+thứ\s+\w+[^()%;\d]{0,60})?"
        r"(?:năm\s+(?P<year>\d{4})[^()%;\d]{0,30}|(?:giai\s+đoạn|nhiệm\s+kỳ)\s+\d{4}\s*-\s*\d{4}[^()%;\d]{0,40})?"
        rf"\(?\s*(?P<least>{_any('minimum')}\s+)?{_PERCENT}"
    )


@lru_cache(maxsize=1)
def _of_norm() -> re.Pattern[str]:
    """Match the norm behind a share: ``93,75%/90% chỉ tiêu``."""
    return re.compile(rf"(?<=[\d%])\s?/\s?{_PERCENT}")


@lru_cache(maxsize=1)
def _other_year() -> re.Pattern[str]:
    """Match the same number in another year: ``(năm 2022 là 88%)``, ``; năm 2021 là 88%``, ``, thấp hơn năm 2021 (17,9%)``, ``,
    2021: 88%``."""
    value = rf"(?:\s*:\s*|\s*\(\s*(?:{_any('amounts')}\s+)?|\s+(?:{_any('amounts')}\s+)(?:là\s+)?)"
    bare = rf"(?P<bracket>\(\s*)năm\s+(?:học\s+)?{_YEAR.replace('year', 'own')}\s*"
    led = rf"(?:[;,(]|\svà)\s*(?:(?:còn|và|riêng)\s+)?(?:{_any('than')}\s+)?(?:của\s+)?(?:cùng\s+kỳ\s+)?(?:năm\s+)?{_YEAR}{value}"
    return re.compile(rf"(?:{led}|{bare})(?:{_PERCENT}|{_COUNT})(?=(?:\s+\w+){{0,3}}{_STOP})")


@lru_cache(maxsize=1)
def _than_in_year() -> re.Pattern[str]:
    """Match a difference to another year: ``, cao hơn 17,9% của năm 2021``."""
    return re.compile(rf"{_any('than')}\s+(?:mức\s+|tỷ\s+lệ\s+)?{_PERCENT}\s+(?:của\s+|ở\s+)?năm\s+{_YEAR}(?!\d)")


@lru_cache(maxsize=1)
def _rise() -> re.Pattern[str]:
    """Match an earlier value (``tăng từ 15,2% năm 2020 lên``); the number behind it is the rating's."""
    came = rf"(?:{_any('changed')})\s+(?:dần\s+)?từ\s+(?:mức\s+)?(?:{_PERCENT}|{_COUNT}(?:\s+{lexicon('recipients').alternatives})?)"
    year = rf"(?:\s*\(?\s*(?:của\s+|ở\s+|trong\s+|vào\s+)?năm\s+{_YEAR}\s*\)?)?"
    return re.compile(rf"{came}{year}\s*,?\s+(?:lên|xuống|còn|đến)\s+(?:mức\s+|còn\s+|tới\s+|đến\s+)?(?=\d)")


@lru_cache(maxsize=1)
def _attained() -> re.Pattern[str]:
    """Match the result of an aim: ``chỉ tiêu có 85% chi bộ …, kết quả năm 2022 đạt 91,3%``."""
    return re.compile(
        rf"[;,(]\s*{_any('attained')}\s+(?:năm\s+{_YEAR}\s+)?(?:(?:(?:cả|toàn)\s+\S+|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|đảng\s+bộ|đơn\s+vị)\s+)?(?:đã\s+)?(?:{_any('amounts')}\s+)?(?:được\s+)?{_PERCENT}(?={_STOP})"
    )


_CONSTRUCTIONS = (
    ("rating.norm", _norm, Aim.TARGET),
    ("rating.norm", _of_norm, Aim.TARGET),
    ("rating.other_year", _rise, Aim.RESULT),
    ("rating.other_year", _other_year, Aim.RESULT),
    ("rating.other_year", _than_in_year, Aim.RESULT),
    ("rating.attained", _attained, Aim.RESULT),
)


def asides(passage: Passage, levels: list[Level]) -> list[Aside]:
    """Return the asides behind the first level, in reading order; of two that overlap, the first construction's."""
    if not levels:
        return []
    found: list[Aside] = []
    covered = Coverage(())
    text, first = passage.views.canonical, levels[0].end
    than = _THAN_YEAR.search(text, passage.start, passage.stop)
    for rule, pattern, kind in _CONSTRUCTIONS:
        for match in pattern().finditer(text, first, passage.stop):
            if rule == "rating.norm" and match["up"] is None and _COUNTS_ON.match(text, match.end(), passage.stop) is not None:
                continue  # chỉ tiêu năm 2022: 100% chi bộ …: aims follow, not the norm of the rating before
            if not covered.meets(Span(*match.span())) and not _counts_a_level(text, match, passage.stop):
                aside = _aside(match, rule, kind)
                if pattern is _rise and aside.year is None and than is not None:
                    aside = replace(aside, year=int(than["year"]))  # so với năm 2021, tỷ lệ … tăng từ 15% lên 17%
                found.append(aside)
        covered = Coverage(Span(aside.start, aside.end) for aside in found)
    return sorted(found, key=lambda aside: aside.start)


def _counts_a_level(text: str, match: re.Match[str], stop: int) -> bool:
    """Return whether the number of ``match`` counts the level that follows: ``; năm 2021 có 12 chi bộ HTTNV``."""
    tail = _TAIL.match(text, match.end(), stop)
    return tail is not None and level_pattern().search(text, *tail.span()) is not None


def _aside(match: re.Match[str], rule: str, kind: Aim) -> Aside:
    groups = match.groupdict()
    year = groups.get("year") or groups.get("own")
    count = groups.get("n")
    share = None if groups["p"] is None else float(groups["p"].replace(",", "."))
    least = groups["up"] is not None or groups.get("least") is not None
    number = None if count is None else int(count)
    return Aside(match.start(), match.end(), rule, share, number, least, kind, None if year is None else int(year))


@lru_cache(maxsize=1)
def _share_of_others() -> re.Pattern[str]:
    number = r"(?:khoảng\s+|gần\s+|hơn\s+)?\d{1,3}(?:[.,]\d{1,2})?\s?%"
    whole = r"\s+(?:trên\s+|so\s+với\s+|trong\s+|của\s+)?(?:tổng\s+)?số\s+"
    return re.compile(rf"{_any('base')}\s+{number}{whole}[^;.()\n%\d]{{0,60}}?(?P<level>{level_pattern().pattern})")


def shares_of_others(passage: Passage) -> list[Span]:
    """Return the spans of shares relative to those at another level: ``bằng 19,8% số đảng viên hoàn thành tốt nhiệm vụ``."""
    return [Span(*match.span()) for match in passage.matches(_share_of_others())]


def beside(stated: list[Rating], following: list[Aside], level: Level) -> Iterator[Rating]:
    """Yield the ratings that the asides in ``following`` state of the last rating of ``stated``; numbers of other sorts are skipped."""
    last = stated[-1]
    for aside in following:
        share = aside.percent is not None
        if (aside.percent is None and aside.count is None) or (aside.rule == "rating.attained" and last.kind != Aim.TARGET):
            continue
        if aside.kind == Aim.RESULT and (last.percent if share else last.count) is None:
            continue
        if aside.rule == "rating.other_year" and aside.year is None:
            continue
        percent = int(aside.percent) if aside.percent is not None and aside.percent.is_integer() else aside.percent
        least = aside.at_least or level.at_least
        yield replace(
            last, count=aside.count, percent=percent, at_least=least, kind=aside.kind, year=aside.year, rule=aside.rule,
            evidence=(Span(last.evidence[0].start, aside.end),),
        )  # fmt: skip
