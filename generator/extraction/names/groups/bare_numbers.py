"""Numbers that leave out what they count, because the sentence named it before: ``571 công nhân đạt Lao động tiên tiến, 68 đạt
Chiến sĩ thi đua``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group, groups_in
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span
from generator.text.numbers import number_in_digits

_NUMBER = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|còn))\s+(?:và\s+|có\s+)?(?P<digits>\d{1,3}(?:\.\d{3})+|\d{1,5})(?=\s+(?:đạt|được|nhận|đoạt|giành|là)\s(?!\d))"
)


def bare_numbers(passage: Passage, groups: Sequence[Group]) -> Iterator[Group]:
    """Yield the bare numbers before a verb of receiving, each of the kind of the number of persons or bodies before it."""
    counted = [group for group in groups if group.counted]
    if not counted:
        return
    for match in passage.matches(_NUMBER):
        before = max((group for group in counted if group.end <= match.start()), key=lambda group: group.end, default=None)
        if before is not None and (before.kind in PERSONS or before.kind in _BODIES):
            start, end = match.span("digits")
            yield Group(start, end, before.kind, int(number_in_digits(match["digits"])), True, False, before.words)


_BODIES = frozenset({"tap-the", "don-vi", "chi-bo", "dang-bo", "to-chuc-co-so-dang", "cong-doan-co-so", "ho-gia-dinh", "doanh-nghiep"})


@rule(
    "recipients.bare_number",
    examples=[
        Example("571 công nhân đạt Lao động tiên tiến, [[68]] đạt Chiến sĩ thi đua.", ("nguoi-lao-dong", 68)),
        Example("12 tập thể được tặng Giấy khen và [[3]] được tặng Bằng khen.", ("tap-the", 3)),
    ],
    counterexamples=["571 công nhân đạt D, 68 tập thể đạt E.", "Sản lượng tăng 5%, 68 đạt chuẩn."],
    source="architecture/grammar.md §6.48",
)
def numbers_alone(passage: Passage) -> Iterator[Finding]:
    """Yield numbers that leave out what they count; the value is (kind, count)."""
    for group in bare_numbers(passage, list(groups_in(passage))):
        yield Finding(Span(group.start, group.end), (group.kind, group.count))
