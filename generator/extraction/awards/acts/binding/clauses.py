"""How a sentence continues the one before, the body that opens it, and where its clauses end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import Frame
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass


def continues(passage: Passage, elements: Sequence[Element], carried: Frame) -> bool:
    """Return whether a sentence continues or breaks down the list of the previous sentence's last frame."""
    verbs = any(
        element.piece in {Piece.PASSIVE, Piece.GIVE}
        or (element.piece is Piece.FORM and cast(Form, element.value).group != AwardClass.TITLE)
        for element in elements
    )
    first = next((element for element in elements if element.piece is not Piece.COMMA), None)
    following = elements[elements.index(first) + 1 :][:2] if first is not None else ()
    if verbs or first is None or [element.piece for element in following] == [Piece.RECEIVE, Piece.FORM]:
        return False  # 1.200 người đạt danh hiệu D: an act of its own
    lead = passage.views.canonical[passage.start : first.start].strip(" -+*•")
    if first.piece is Piece.PART:
        return lead == "" and any(element.piece is Piece.GROUP and cast(Group, element.value).counted for element in elements)
    return carried.open and lead == "" and first.piece is Piece.GROUP and cast(Group, first.value).counted


def body_that_opens(passage: Passage, elements: Sequence[Element]) -> str | None:
    """Return the body that opens the sentence, which may act in its later clauses too: ``LĐLĐ quận tổng kết …; tuyên dương …``."""
    first = next((element for element in elements if element.piece is not Piece.COMMA), elements[0])
    if first.piece is not Piece.BODY:
        return None
    lead = passage.views.canonical[passage.start : first.start].split()
    return cast(str, first.value) if len(lead) <= 4 else None


def separator_before(elements: Sequence[Element], clause: int, at: int) -> int:
    """Return where the words before the clause at element ``at`` end: at the separator before it, from element ``clause`` on."""
    for index in range(at - 1, clause - 1, -1):
        if elements[index].piece in {Piece.SEMICOLON, Piece.COMMA}:
            return elements[index].start
    return elements[at].start
