"""The pieces before or behind a form of award as a row of signs, one a piece, so that constructions are patterns over them.

The signs: ``G`` a verb of giving, ``R`` of receiving, ``P`` the passive's ``được``, ``T`` ``cho``, ``N`` a number of
recipients, ``K`` their bare kind, ``M`` the same of several (``các cá nhân``), ``B`` a body, ``H`` a person, ``F`` another
form, ``V`` one that is a verb, ``D`` ``trong đó``, ``&`` ``và``, the three separators as themselves, and ``_`` each word
that no piece reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.acts.elements import Element, Piece
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.recipients import Group

UNREAD = "_"
_SIGNS = {
    Piece.GIVE: "G", Piece.RECEIVE: "R", Piece.PASSIVE: "P", Piece.TO: "T", Piece.BODY: "B", Piece.PERSON: "H", Piece.PART: "D",
    Piece.COMMA: ",", Piece.SEMICOLON: ";", Piece.COLON: ":",
}  # fmt: skip


def sign_of(element: Element) -> str:
    """The sign of a piece."""
    if isinstance(element.value, Group):
        return "N" if element.value.counted else "M" if element.value.several else "K"
    if isinstance(element.value, Form):
        return "V" if element.value.group == "verb" else "F"
    return "&" if element.value == "và" else _SIGNS[element.piece]


@dataclass(frozen=True, slots=True)
class Clause:
    """The pieces in front of a form. ``signs`` has one for each piece and for each unread word behind one; ``places`` has, for each
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


_AHEAD = 6  #: pieces behind a form in which its recipients begin


@dataclass(frozen=True, slots=True)
class Sequel:
    """The pieces behind a form and its granter. ``signs`` has one for each unread word in front of a piece and one for the piece;
    ``places`` has the index of that piece among the elements of the sentence."""

    passage: Passage
    elements: Sequence[Element]
    form: Form
    signs: str
    places: tuple[int, ...]


def scan_behind(passage: Passage, elements: Sequence[Element], at: int, form: Form) -> Sequel:
    """Write the pieces from element ``at`` on as signs; ``form`` is the form that they follow."""
    canonical = passage.views.canonical
    signs, places = list[str](), list[int]()
    for index in range(at, min(at + _AHEAD, len(elements))):
        unread = len(canonical[elements[index - 1].end : elements[index].start].split())
        signs.append(UNREAD * unread + sign_of(elements[index]))
        places += [index] * (unread + 1)
    return Sequel(passage, elements, form, "".join(signs), tuple(places))
