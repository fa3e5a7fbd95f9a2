"""Reasons told after the award, in a sentence of their own: ``Bốn tập thể này hoàn thành xuất sắc nhiệm vụ …``, and
reasons told before it, as the occasion: ``Trong đợt tổng kết phong trào …, đơn vị được tặng …``."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.standards import merit
from generator.extraction.clauses import Sentence
from generator.extraction.engine import Passage
from generator.text.numbers import WORDS, number_in_digits, number_in_words

_THESE = re.compile(
    rf"(?:(?P<digits>\d+)|(?P<words>{WORDS}))\s+(?:tập\s+thể|cá\s+nhân|đơn\s+vị|đồng\s+chí|chi\s+bộ)\s+(?:này|trên|nói\s+trên)\s+"
    r"(?:đều\s+|đã\s+|là\s+)?(?=hoàn\s+thành|có\s+thành\s+tích|đạt|lập\s+thành\s+tích)"
)
_SAME = "cùng thành tích"


def with_sequels(found: list[Draft], passage: Passage, sentence: Sentence) -> list[Draft]:
    """The drafts so far, those without a reason filled in from a sentence that speaks of ``these`` recipients."""
    match = _THESE.match(passage.views.canonical, sentence.start, sentence.end)
    if match is None or not found:
        return found
    count = int(number_in_digits(match["digits"])) if match["digits"] else number_in_words(" ".join(match["words"].split()))
    told = merit(passage.within(match.end(), sentence.end))
    if told.standard is None:
        return found
    return [
        replace(one, merit=replace(told, years=one.merit.years or told.years, period=one.merit.period or told.period))
        if one.count == count and one.merit.standard is None and one.sentence.block is sentence.block
        else one
        for one in found
    ]


def with_same_reason(found: list[Draft]) -> list[Draft]:
    """``với cùng thành tích``: the reason of the award of that type told before, with its years."""
    result: list[Draft] = []
    for one in found:
        if one.merit.standard == _SAME:
            before = next((other.merit for other in reversed(result) if other.type == one.type and other.merit.standard), None)
            one = replace(one, merit=before if before is not None else replace(one.merit, standard=None))
        result.append(one)
    return result
