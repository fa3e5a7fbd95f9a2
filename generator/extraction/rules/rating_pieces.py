"""The pieces of a rating sentence: levels, subjects, counts, percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.rules.recipients import WEAK, groups_in
from generator.lexicon.load import lexicon
from generator.model.span import Span
from generator.text.numbers import number_in_digits


@dataclass(frozen=True, slots=True)
class Level:
    """A level as written, with its modifiers. ``at_least``: ``trở lên`` stands behind it."""

    start: int
    end: int
    level: str
    at_least: bool
    exemplary: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or a percentage with the subjects that it counts (kinds; none where only the number stands)."""

    start: int
    end: int
    count: int | None
    percent: float | None
    subjects: tuple[str, ...]
    at_least: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind named without a number; ``named`` when it is one named organisation (``Đảng bộ huyện Nghĩa Đàn``)."""

    start: int
    end: int
    kind: str
    named: bool


@lru_cache(maxsize=1)
def _levels() -> re.Pattern[str]:
    names = lexicon("rating-levels")
    return re.compile(names.alternatives + r"(?P<tail>[\"']?\s*(?P<exemplary>tiêu\s+biểu[\"']?)?\s*(?P<up>trở\s+lên)?)")


#: What makes the words speak of work done instead of a level: ``hoàn thành tốt nhiệm vụ được giao``.
_LOOSE = re.compile(
    r"\s*(?:được\s+giao|chính\s+trị|công\s+tác|do\s+|mà\s+|của\s+(?:mình|cơ|đơn|ngành|tỉnh|huyện|đảng|người)|kế\s+hoạch|nghĩa\s+vụ|chỉ\s+tiêu|đề\s+ra|trong\s+mọi|chuyên\s+môn|học\s+tập|trọng\s+tâm|cách\s+mạng|sản\s+xuất|thu\s+|quốc\s+phòng|này|trên\s+mọi|cấp\s+trên|trung\s+tâm|phát\s+triển|kinh\s+tế|quân\s+sự|và\s+vượt|vượt)"
)


def levels_in(passage: Passage) -> Iterator[Level]:
    """The levels of the passage that are an appraisal's, in reading order."""
    canonical = passage.views.canonical
    for match in passage.matches(_levels()):
        words = canonical[match.start() : match.start("tail")]
        if _LOOSE.match(canonical, match.end(), passage.stop):
            continue
        entry = lexicon("rating-levels").entry_of(words)
        before = canonical[max(passage.start, match.start() - 28) : match.start()]
        level = entry.id
        if level == "hoan-thanh" and re.search(r"(?:không|chưa)\s+[\"']?$", before):
            level = "khong-hoan-thanh"
        if level in {"trong-sach-vung-manh", "yeu-kem", "du-tu-cach"} and not re.search(
            r"(?:đạt|xếp\s+loại|công\s+nhận|tiêu\s+chuẩn|loại|bộ|đảng|viên|mức|danh\s+hiệu|là|có|cơ\s+sở|tổ\s+chức|cở)\s*[\"',:]*\s*$",
            before,
        ):
            continue
        if words in {"hoàn thành xuất sắc", "htxs"} and not re.search(r"(?:xếp loại|loại|mức|xếp)\s*[\"']?\s*$", before):
            continue
        end = match.end() if match["up"] or match["exemplary"] else match.start("tail")
        yield Level(match.start(), end, level, match["up"] is not None, match["exemplary"] is not None)


@lru_cache(maxsize=1)
def _percent() -> re.Pattern[str]:
    kinds = lexicon("recipients").alternatives
    return re.compile(
        r"(?P<least>(?<!\w)(?:ít\s+nhất|tối\s+thiểu|trên|hơn|từ|đạt\s+từ)\s+(?:đạt\s+)?)?(?<![\w.,/])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?%(?P<up>\s+trở\s+lên)?"
        rf"(?:\s+(?:số\s+|các\s+|tổng\s+số\s+)*(?P<kind>{kinds})(?:(?:\s+trực\s+thuộc|\s+cơ\s+sở|\s+và|,)\s+(?:(?P<second>{kinds}))(?!\s*\d))?(?P<over>\s+trở\s+lên(?=\s+[\"']?(?:được|đạt|hoàn|xếp)))?)?"
    )


def quantities_in(passage: Passage) -> list[Quantity]:
    """Counts with their subject and percentages with theirs, in reading order."""
    found: list[Quantity] = []
    names = lexicon("recipients")
    for match in passage.matches(_percent()):
        kinds = tuple(names.entry_of(match[key]).id for key in ("kind", "second") if match[key] is not None)
        value = float(match["value"].replace(",", "."))
        found.append(
            Quantity(match.start(), match.end(), None, value, kinds, any(match[key] is not None for key in ("least", "up", "over")))
        )
    for group in groups_in(passage):
        if group.counted and not any(one.start < group.end and group.start < one.end for one in found):
            found.append(Quantity(group.start, group.end, group.count, None, (group.kind,), False))
    found.extend(
        Quantity(match.start(), match.end(), int(match["n"]), None, (names.entry_of(match["kind"]).id,), False)
        for match in passage.matches(_fraction())
    )
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=1)
def _subjects() -> re.Pattern[str]:
    return re.compile(lexicon("recipients").alternatives)


@lru_cache(maxsize=1)
def _fraction() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,])(?P<n>\d{{1,4}})\s?/\s?\d{{1,4}}\s+(?:số\s+)?(?P<kind>{lexicon('recipients').alternatives})")


def subjects_in(passage: Passage) -> list[Subject]:
    """Kinds named without a number, in reading order; a capitalised party organisation with a name is ``named``."""
    found: list[Subject] = []
    text = passage.views.text
    for match in passage.matches(_subjects()):
        kind = lexicon("recipients").entry_of(match.group()).id
        if " ".join(match.group().split()) in WEAK:
            continue
        after = text[match.end() : match.end() + 24]
        named = kind in {"dang-bo", "chi-bo"} and bool(
            re.match(r"\s(?:[A-ZĐ]|(?:huyện|thị|thành|xã|phường|quận|tỉnh|TP)\s?\S*\s?[A-ZĐ]|\d)", after)
        )
        found.append(Subject(match.start(), match.end(), kind, named))
    return found


_NUMBER_AFTER = re.compile(
    r"[\"'”\s]*(?:,?\s*(?:có|là|gồm|chiếm|đạt|:|với)\s*)(?:tỷ\s+lệ\s+|là\s+)?(?P<n>\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/%.,]*[%/\d])(?!\s*,\d)"
)
_PERCENT_AFTER = re.compile(
    r"[\"'”\s]*(?:năm\s+\d{4}\s+)?(?:[,(]?\s*(?:đạt|chiếm|bằng|là|=|tỷ\s+lệ|với)?\s*(?:tỷ\s+lệ\s+)?(?:là\s+)?(?:năm\s+\d{4}\s+)?(?:là\s+)?)(?P<p>\d{1,3}(?:[.,]\d{1,2})?)\s?%"
)


def count_after(passage: Passage, at: int) -> tuple[int, int] | None:
    """A count told after the level (``hoàn thành tốt nhiệm vụ có 56``): value and end."""
    match = _NUMBER_AFTER.match(passage.views.canonical, at, passage.stop)
    return None if match is None else (int(number_in_digits(match["n"])), match.end())


def percent_after(passage: Passage, at: int) -> tuple[float, int] | None:
    """A percentage told after the level or the count (``… trở lên là 98,45%``): value and end."""
    match = _PERCENT_AFTER.match(passage.views.canonical, at, passage.stop)
    return None if match is None else (float(match["p"].replace(",", ".")), match.end())


@rule(
    "rating.level",
    examples=[
        Example("13 tập thể [[hoàn thành xuất sắc nhiệm vụ]]", ("hoan-thanh-xuat-sac", False)),
        Example("đảng viên [[hoàn thành tốt nhiệm vụ trở lên]] là 98%", ("hoan-thanh-tot", True)),
        Example("1 chi bộ [[không hoàn thành nhiệm vụ]]", ("khong-hoan-thanh", False)),
        Example("24 chi bộ đạt [[trong sạch vững mạnh]]", ("trong-sach-vung-manh", False)),
    ],
    counterexamples=["hoàn thành tốt nhiệm vụ được giao", "xây dựng lực lượng trong sạch, vững mạnh toàn diện", "hoàn thành kế hoạch"],
    source="domain/ratings.yml levels, not_ratings",
)
def rating_levels(passage: Passage) -> Iterator[Finding]:
    """Levels of the yearly appraisal; the value is (level, at least)."""
    for level in levels_in(passage):
        yield Finding(Span(level.start, level.end), (level.level, level.at_least))
