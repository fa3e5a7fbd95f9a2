"""Numbers given to levels in turn: ``hoàn thành xuất sắc, tốt và hoàn thành nhiệm vụ lần lượt là 10, 38 và 2``."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.ratings.assignment import Bound
from generator.extraction.ratings.cues import words_of
from generator.extraction.ratings.levels import Level, level_pattern, level_written
from generator.extraction.ratings.pieces import Number
from generator.extraction.ratings.short_levels import bare_levels
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import number_in_digits

_VALUE = r"(?<![\w.,/])(?:\d{1,3}(?:[.,]\d{1,2})?\s?%|\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\w/%]|[.,]\d)"
_NUMBER = re.compile(_VALUE)
_JOINT = r"\s*(?:,\s*và|,|;|và)\s*"
_LEAST = 2


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    """Match a level, whole or cut short: behind another, ``tốt`` is one."""
    return re.compile(rf"(?:{level_pattern().pattern}|(?P<bare>{alternatives(bare_levels())}))")


@lru_cache(maxsize=1)
def _values() -> re.Pattern[str]:
    """Match the numbers, from the word that gives them in turn."""
    counted = rf"(?:\s+{lexicon('recipients').alternatives})?"
    linked = r"(?:\s+(?:là|đạt|chiếm|có|với|bằng|ở\s+mức))*\s*:?\s*"
    return re.compile(rf"{alternatives(words_of('in-turn'))}{linked}(?P<values>{_VALUE}{counted}(?:{_JOINT}{_VALUE}{counted}){{1,4}})")


_BETWEEN = re.compile(r"[\"']?(?:\s+(?:năm\s+(?:19|20)\d\d|[^\W\d]+)){0,8}\s*,?\s*")
_JOINED = re.compile(rf"[\"']?{_JOINT}(?:(?:số|loại|mức|được)\s+)*[\"']?")


def in_turn(passage: Passage) -> tuple[list[Bound], int, int]:
    """Return the levels with their numbers, and where the whole begins and ends; nothing unless there are as many of each."""
    text = passage.views.canonical
    for values in passage.matches(_values()):
        row = _row(text, passage, values.start())
        numbers = [_number(value) for value in _NUMBER.finditer(text, values.start("values"), values.end("values"))]
        if len(row) >= _LEAST and len(row) == len(numbers):
            return [Bound(level, None, number) for level, number in zip(row, numbers, strict=True)], row[0].start, values.end()
    return [], 0, 0


def _row(text: str, passage: Passage, at: int) -> list[Level]:
    """Return the levels joined to one another that end shortly before ``at``."""
    row: list[Level] = []
    for match in _form().finditer(text, max(passage.start, at - 240), at):
        level = _level(match)
        if row and _JOINED.fullmatch(text, row[-1].end, level.start) is None:
            row = []
        row.append(level)
    if not row or _BETWEEN.fullmatch(text, row[-1].end, at) is None or len({level.level for level in row}) < len(row):
        return []
    return row


def _level(match: re.Match[str]) -> Level:
    if match["bare"] is not None:
        return Level(match.start(), match.end(), bare_levels()[" ".join(match["bare"].split())], False, True)
    end = match.end() if match["up"] else match.start("tail")
    return Level(match.start(), end, level_written(match), match["up"] is not None, False)


def _number(match: re.Match[str]) -> Number:
    words = match.group()
    if words.endswith("%"):
        return Number(match.start(), match.end(), None, float(words.rstrip("% ").replace(",", ".")))
    return Number(match.start(), match.end(), int(number_in_digits(words)), None)
