"""Rows that name a person and then his or her honour: ``Lò Văn Pó - 12A1 - Giải Nhất môn Toán``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import element_name
from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.entries import RowEntry, opens_with
from generator.extraction.awards.lists.layout import LayoutLine, words_of_line
from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.names.references.named import Named
from generator.extraction.names.references.register import Register
from generator.lexicon.award_classes import AwardClass

_LONGEST = 400  # code points of a row
_MOST_ROWS = 200
_APART = re.compile(r"[-–,:;(|]")
_CLASS = re.compile(r"(?<!\w)(?:lớp|học\s+sinh|sinh\s+viên)(?!\w)|(?<!\w)1?\d[a-z]\d{0,2}(?!\w)")
_ACTS = {Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE, Piece.PERSON}


def pairs_from(text: ArticleText, lines: Sequence[LayoutLine], at: int, register: Register) -> list[tuple[RowEntry, Passage]]:
    """Return the persons and honours of such rows from line ``at`` on; empty if there are fewer than two."""
    found: list[tuple[RowEntry, Passage]] = []
    for line in lines[at : at + _MOST_ROWS]:
        pair = _pair(Passage(text.views, *words_of_line(text.article.text, line), text), register) if line.mark else None
        if pair is None:
            break
        found.append(pair)
    return found if len(found) > 1 else []


def _pair(passage: Passage, register: Register) -> tuple[RowEntry, Passage] | None:
    forms = forms_in(passage)
    if len(forms) != 1 or passage.stop - passage.start > _LONGEST:
        return None
    form, elements = forms[0], award_elements(passage, register)
    person = elements[0]
    if person.piece is not Piece.PERSON or not opens_with(passage, person, expected=False) or form.group == AwardClass.VERB:
        return None
    between = passage.views.canonical[person.end : form.start]
    if not _APART.search(between) or any(element.piece in _ACTS for element in elements[1:]):
        return None
    pupil = (isinstance(person.value, Named) and person.value.pupil) or _CLASS.search(between) is not None
    entry = RowEntry("hoc-sinh" if pupil else None, True, 1, (element_name(person),), person.start, person.end, person.end)
    return entry, passage.within(form.start, passage.stop)
