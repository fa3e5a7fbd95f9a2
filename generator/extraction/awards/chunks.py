"""A clause up to its form of award as a row of signs, one a piece, so that constructions are patterns over them.

The signs: ``G`` a verb of giving, ``R`` of receiving, ``P`` the passive's ``được``, ``T`` ``cho``, ``N`` a number of
recipients, ``K`` their bare kind, ``B`` a body, ``H`` a person, ``F`` another form, ``D`` ``trong đó``, the three
separators as themselves, and ``_`` words between two pieces that no piece reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.elements import Element, Piece
from generator.extraction.awards.forms import Form
from generator.extraction.awards.frames import is_counted
from generator.extraction.engine import Passage

UNREAD = "_"
_SIGNS = {
    Piece.FORM: "F", Piece.GIVE: "G", Piece.RECEIVE: "R", Piece.PASSIVE: "P", Piece.TO: "T", Piece.GROUP: "K", Piece.BODY: "B",
    Piece.PERSON: "H", Piece.PART: "D", Piece.COMMA: ",", Piece.SEMICOLON: ";", Piece.COLON: ":",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """The pieces in front of a form. ``signs`` has one sign for each and one for unread words behind it; ``places`` has, for each
    sign and for the end, the index of the first element that begins there or later."""

    passage: Passage
    elements: tuple[Element, ...]
    form: Element
    signs: str
    places: tuple[int, ...]

    @property
    def is_verb(self) -> bool:
        """Whether the form is a verb: ``tuyên dương``, ``khen thưởng``."""
        return cast(Form, self.form.value).group == "verb"

    @property
    def last_words(self) -> str:
        """The words between the last piece and the form; all of the clause's where there is no piece."""
        start = self.elements[-1].end if self.elements else self.passage.start
        return self.passage.views.canonical[start : self.form.start]

    def start_of(self, index: int) -> int:
        """Where the element at ``index`` begins in the text, the form behind the last."""
        return self.elements[index].start if index < len(self.elements) else self.form.start


#: Words that belong to the form behind them: tặng nhà máy danh hiệu F.
_OF_THE_FORM = {"danh hiệu", "danh hiệu cao quý"}


def scan(passage: Passage, elements: Sequence[Element], form: Element) -> Clause:
    """Write the pieces between the start of a clause and ``form`` as signs."""
    signs, places = list[str](), list[int]()
    for sign, place in _signs(passage, elements, form):
        signs.append(sign)
        places.append(place)
    return Clause(passage, tuple(elements), form, "".join(signs), (*places, len(elements)))


def _signs(passage: Passage, elements: Sequence[Element], form: Element) -> Iterator[tuple[str, int]]:
    canonical = passage.views.canonical
    for index, element in enumerate(elements):
        yield "N" if is_counted(element) else _SIGNS[element.piece], index
        following = elements[index + 1].start if index + 1 < len(elements) else form.start
        unread = canonical[element.end : following].strip()
        if unread and not (following == form.start and unread in _OF_THE_FORM):
            yield UNREAD, index + 1
