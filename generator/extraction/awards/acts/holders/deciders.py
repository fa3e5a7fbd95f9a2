"""Who grants, where an act is stated by the decision that it rests on: ``Theo quyết định của Giám đốc Sở Y tế, 12 tập thể được tặng F``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import Frame
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.award_classes import AwardClass
from generator.model.facts import AwardStatus
from generator.model.span import Span

_LONGEST = 140  # code points before the body
_RESTS_ON = re.compile(
    r"(?<!\w)(?:theo|căn\s+cứ|thực\s+hiện|tại|bằng|trên\s+cơ\s+sở)\s+(?:các\s+|những\s+|nội\s+dung\s+)?quyết\s+định(?:\s[^.;]{0,90}?)?(?<!\w)của\s+$"
)


def with_deciders(passage: Passage, elements: Sequence[Element], read: Sequence[Frame]) -> None:
    """Give the acts of a sentence that name no granter the body whose decision it says that they rest on."""
    if not passage.holds("quyết định") or all(frame.granter is not None for frame in read):
        return
    body = _decider(passage, elements)
    if body is None:
        return
    for frame in read:
        is_open = frame.granter is None and frame.status in {None, AwardStatus.PAST} and frame.form.group != AwardClass.PRIZE
        if is_open and body.end <= frame.form.start:
            frame.granter = cast(str, body.value)


def _decider(passage: Passage, elements: Sequence[Element]) -> Element | None:
    for element in elements:
        before = max(passage.start, element.start - _LONGEST)
        if element.piece is Piece.BODY and _RESTS_ON.search(passage.views.canonical, before, element.start) is not None:
            return element
    return None


@rule(
    "award.decider",
    examples=[
        Example("Theo quyết định của [[Giám đốc Sở Y tế]], 12 tập thể được tặng Giấy khen.", "Giám đốc Sở Y tế"),
        Example(
            "Căn cứ Quyết định khen thưởng của [[Tổng Liên đoàn Lao động Việt Nam]], 5 đơn vị được tặng Cờ thi đua.",
            "Tổng Liên đoàn Lao động Việt Nam",
        ),
    ],
    counterexamples=["Theo Giám đốc Sở Y tế, 12 tập thể được tặng Giấy khen.", "Sở Y tế công bố quyết định của mình."],
    source="architecture/facts.md granted_by",
)
def deciders(passage: Passage) -> Iterator[Finding]:
    """Bodies whose decision a sentence rests on."""
    body = _decider(passage, award_elements(passage)) if passage.holds("quyết định") else None
    if body is not None:
        yield Finding(Span(body.start, body.end), body.value)
