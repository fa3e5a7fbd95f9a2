"""What a list of honours inherits from the headings above it: the granter, the years, whether all of it is only proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.binding.binding import frames
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.sides.status import NONE
from generator.extraction.awards.forms.form import triggers
from generator.extraction.awards.lists.sections import words_for
from generator.extraction.awards.standards import NO_MERIT, Merit, merit
from generator.extraction.engine import Passage
from generator.extraction.names.references.register import Register
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import AwardStatus

_HEADING = 60  # code points in which a heading shows that it is of proposals
_BY_DECISION = re.compile(r"quyết\s+định\s[^.;]{0,90}?(?<!\w)của\s+$")
#: Award types that the deciding body may be taken to grant. State honours and titles are granted by others.
_BY_WHOM_DECIDES = {"giay-khen", "khen-thuong"}


@dataclass(frozen=True, slots=True)
class Inherited:
    """What the headings state of a list.

    ``granter`` is of all honours below; ``decided_by`` of those that the decision itself grants. ``time`` has years alone.
    """

    granter: str | None = None
    decided_by: str | None = None
    status: str | None = None
    time: Merit = NO_MERIT

    def granter_of(self, kind: str) -> str | None:
        """Return the granter of an honour of type ``kind``, if the headings state it."""
        return self.granter or (self.decided_by if kind in _BY_WHOM_DECIDES and self.status is None else None)

    def dated(self, own: Merit) -> Merit:
        """Return a merit with the headings' years, unless it has its own."""
        if own.years or own.period or own.consecutive_years:
            return own
        return replace(self.time, standard=own.standard)


def inherited(context: Sequence[Passage], register: Register) -> Inherited:
    """Read the headings of a list, the nearest first; of its own heading only the decision."""
    own = context[0]
    result = Inherited(decided_by=_decided_by(own, award_elements(own, register)))
    for passage in context[1:]:
        stated = merit(passage)
        if result.time == NO_MERIT and (stated.years or stated.period):
            result = replace(result, time=replace(stated, standard=None))
        elements = award_elements(passage, register)
        if triggers(passage.views, passage.start, passage.stop) and (read := frames(passage, elements)):
            asked = read[-1].status == NONE and _proposal().search(passage.views.canonical, passage.start, passage.stop) is not None
            status = AwardStatus.PROPOSED if asked else read[-1].status  # làm cơ sở đề nghị G khen thưởng:
            result = replace(result, status=result.status or status, granter=result.granter or read[-1].granter)
        elif (giver := _giver(passage, elements)) is not None:
            proposed = _proposal().search(passage.views.canonical, passage.start, passage.stop) is not None
            result = replace(result, granter=result.granter or giver, status=result.status or (AwardStatus.PROPOSED if proposed else None))
        elif _proposes(passage):
            result = replace(result, status=result.status or AwardStatus.PROPOSED)
        result = replace(result, decided_by=result.decided_by or _decided_by(passage, elements))
    return result


@lru_cache(maxsize=1)
def _proposal() -> re.Pattern[str]:
    cues = lexicon("award-cues").by_id["proposed"].variants
    return re.compile(alternatives(cue for cue in cues if cue.startswith(("đề ", "trình "))))  # giới thiệu, hồ sơ head other things too


def _proposes(heading: Passage) -> bool:
    canonical, stop = heading.views.canonical, min(heading.stop, heading.start + _HEADING)
    if words_for("results").search(canonical, heading.start, stop):
        return False
    return _proposal().search(canonical, heading.start, stop) is not None


def _giver(passage: Passage, elements: list[Element]) -> str | None:
    """Return the granter in a heading that ends with its verb: ``UBND tỉnh tặng:``."""
    last = [element for element in elements if element.piece not in {Piece.COLON, Piece.TO, Piece.COMMA}][-2:]
    if len(last) < 2 or last[0].piece is not Piece.BODY or last[1].piece is not Piece.GIVE:
        return None
    rest = passage.views.canonical[last[1].end : passage.stop].strip(" :")
    return cast(str, last[0].value) if rest in {"", "cho", "thưởng", "gồm"} else None


def _decided_by(passage: Passage, elements: list[Element]) -> str | None:
    """Return the body that decided: ``(Kèm theo Quyết định số 12 ngày … của Đảng ủy)``."""
    bodies = [element for element in elements if element.piece is Piece.BODY]
    for body in bodies:
        if _BY_DECISION.search(passage.views.canonical, max(passage.start, body.start - 120), body.start):
            return cast(str, body.value)
    return None
