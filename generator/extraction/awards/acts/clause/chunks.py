"""The pieces before or behind an award type as a string of signs, one for each piece, so that constructions are patterns over them.

The signs: ``G`` a verb of giving, ``R`` of receiving, ``P`` the passive's ``được``, ``T`` ``cho``, ``N`` a number of
recipients, ``K`` their bare kind, ``M`` the same of several (``các cá nhân``), ``B`` a body, ``H`` a person, ``F`` another
award type, ``V`` one that is a verb, ``D`` ``trong đó``, ``&`` ``và``, the three separators as themselves, and ``_`` each word
that belongs to no piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass

UNREAD = "_"
_SIGNS = {
    Piece.GIVE: "G", Piece.RECEIVE: "R", Piece.PASSIVE: "P", Piece.TO: "T", Piece.BODY: "B", Piece.PERSON: "H", Piece.PART: "D",
    Piece.COMMA: ",", Piece.SEMICOLON: ";", Piece.COLON: ":",
}  # fmt: skip


def sign_of(element: Element) -> str:
    """Return the sign of a piece."""
    if isinstance(element.value, Group):
        return "N" if element.value.counted else "M" if element.value.several else "K"
    if isinstance(element.value, Form):
        return "V" if element.value.group == AwardClass.VERB else "F"
    return "&" if element.value == "và" else _SIGNS[element.piece]


@dataclass(frozen=True, slots=True)
class Clause:
    """The pieces before an award type.

    ``signs`` has one sign for each piece and one for each unread word behind it. ``places`` has, for each sign and for the end,
    the index of the first element that begins there or later.
    """

    passage: Passage
    elements: tuple[Element, ...]
    form: Element
    signs: str
    places: tuple[int, ...]

    @property
    def is_verb(self) -> bool:
        """Whether the award type is a verb: ``tuyên dương``, ``khen thưởng``."""
        return cast(Form, self.form.value).group == AwardClass.VERB

    @property
    def last_words(self) -> str:
        """The words between the last piece and the award type; all of the clause's words if there is no piece."""
        start = self.elements[-1].end if self.elements else self.passage.start
        return self.passage.views.canonical[start : self.form.start]

    def start_of(self, index: int) -> int:
        """Return where the element at ``index`` begins in the text; behind the last element is the award type."""
        return self.elements[index].start if index < len(self.elements) else self.form.start


def scan(passage: Passage, elements: Sequence[Element], form: Element) -> Clause:
    """Write the pieces between the start of a clause and ``form`` as signs."""
    canonical = passage.views.canonical
    signs, places = list[str](), list[int]()
    for index, element in enumerate(elements):
        following = elements[index + 1].start if index + 1 < len(elements) else form.start
        unread = len(canonical[element.end : following].split())
        signs.append(sign_of(element) + UNREAD * unread)
        places += (index, *[index + 1] * unread)
    return Clause(passage, tuple(elements), form, "".join(signs), (*places, len(elements)))


_AHEAD = 6  #: pieces behind an award type within which its recipients begin


@dataclass(frozen=True, slots=True)
class Sequel:
    """The pieces behind an award type and its granter.

    ``signs`` has one sign for each unread word before a piece and one for the piece; ``places`` has the index of that piece
    among the elements of the sentence.
    """

    passage: Passage
    elements: Sequence[Element]
    form: Form
    signs: str
    places: tuple[int, ...]


def scan_behind(passage: Passage, elements: Sequence[Element], at: int, form: Form) -> Sequel:
    """Write the pieces from element ``at`` on as signs; ``form`` is the award type that they follow."""
    canonical = passage.views.canonical
    signs, places = list[str](), list[int]()
    for index in range(at, min(at + _AHEAD, len(elements))):
        unread = len(canonical[elements[index - 1].end : elements[index].start].split())
        signs.append(UNREAD * unread + sign_of(elements[index]))
        places += [index] * (unread + 1)
    return Sequel(passage, elements, form, "".join(signs), tuple(places))
