"""What is given after the award in a sentence of its own: the reason (``Bốn tập thể này hoàn thành xuất sắc nhiệm vụ …``), the
names (``Đó là ông A và bà B``); and reasons that refer to those of an award before: ``với cùng thành tích``."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import element_name
from generator.extraction.awards.draft import Draft
from generator.extraction.awards.standards import merit
from generator.extraction.clauses import Sentence
from generator.extraction.engine import Passage
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span
from generator.text.numbers import WORDS, number_in_digits, number_in_words

_THESE = re.compile(
    rf"(?:(?P<digits>\d+)|(?P<words>{WORDS}))\s+(?:tập\s+thể|cá\s+nhân|đơn\s+vị|đồng\s+chí|chi\s+bộ)\s+(?:này|trên|nói\s+trên)\s+"
    r"(?:đều\s+|đã\s+|là\s+)?(?=hoàn\s+thành|có\s+thành\s+tích|đạt|lập\s+thành\s+tích)"
)
_SAME = "cùng thành tích"


def with_sequels(found: list[Draft], passage: Passage, sentence: Sentence) -> list[Draft]:
    """Return the drafts so far, with the reason filled in for those without one if the sentence speaks of ``these`` recipients."""
    match = _THESE.match(passage.views.canonical, sentence.start, sentence.end)
    if match is None or not found:
        return found
    count = int(number_in_digits(match["digits"])) if match["digits"] else number_in_words(" ".join(match["words"].split()))
    stated = merit(passage.within(match.end(), sentence.end))
    if stated.standard is None:
        return found
    return [
        replace(draft, merit=replace(stated, years=draft.merit.years or stated.years, period=draft.merit.period or stated.period))
        if draft.count == count and draft.merit.standard is None and draft.sentence.block is sentence.block
        else draft
        for draft in found
    ]


_WHO = re.compile(r"(?:đó\s+(?:chính\s+)?là|đó\s+gồm|họ\s+(?:chính\s+)?là|(?:bao\s+)?gồm(?:\s+có)?|cụ\s+thể\s+(?:là|gồm))(?!\w)")


def with_names_behind(found: list[Draft], passage: Passage, sentence: Sentence) -> list[Draft]:
    """Return the drafts so far; if the sentence only says who they are, the award right before it has as many names as its number."""
    match = _WHO.match(passage.views.canonical, sentence.start, sentence.end)
    if match is None or not found:
        return found
    elements = award_elements(passage)
    if any(element.piece in {Piece.FORM, Piece.GIVE, Piece.RECEIVE} for element in elements):
        return found
    names = {
        personal: [element for element in elements if element.piece is (Piece.PERSON if personal else Piece.BODY)]
        for personal in (True, False)
    }
    before = (
        max(draft.sentence.end for draft in found if draft.sentence.end <= sentence.start)
        if found[0].sentence.end <= sentence.start
        else -1
    )
    for at, draft in enumerate(found):
        named = names[draft.kind in PERSONS]
        if draft.sentence.end == before and draft.sentence.block is sentence.block and not draft.names and len(named) == draft.count:
            listed = tuple(element_name(element) for element in named)
            return [*found[:at], replace(draft, names=listed, rows=(*draft.rows, Span(match.start(), named[-1].end))), *found[at + 1 :]]
    return found


def with_same_reason(found: list[Draft]) -> list[Draft]:
    """Replace ``cùng thành tích`` by the reason, with its years, of the award of the same type before."""
    result: list[Draft] = []
    for draft in found:
        if draft.merit.standard == _SAME:
            before = next((other.merit for other in reversed(result) if other.type == draft.type and other.merit.standard), None)
            draft = replace(draft, merit=before if before is not None else replace(draft.merit, standard=None))
        result.append(draft)
    return result
