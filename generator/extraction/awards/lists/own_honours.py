"""Items of a list that name an honour and nobody: those of the unit, or the person, that the heading speaks of.

``Những phần thưởng nhà trường đã được tặng: - Huân chương Lao động hạng Ba, năm 1999``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.extraction.awards.acts.elements import Piece, award_elements
from generator.extraction.awards.acts.frames import element_name
from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.entries import Entry
from generator.extraction.awards.lists.sections import words_for
from generator.extraction.engine import Passage
from generator.extraction.names.register import Register
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.text.numbers import number_in_digits

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_LEAD = re.compile(r"(?:(?:được|đã|vinh\s+dự|đạt|đón|nhận|tặng|thưởng|tặng\s+thưởng|trao|danh\s+hiệu|năm\s+\d{4}|\d{4}|và)\W*)*")
#: What may follow the form: who granted it, when, what for.
_TAIL = re.compile(r"[\s,(–-]*(?:$|(?:của|do|năm|các\s+năm|về|vì|trong|giai\s+đoạn|từ\s+năm|cho\s+thành\s+tích|(?:19|20)\d\d)(?!\w))")
_MANY = re.compile(r"(?<!\w)(?:các|những|nhiều|mỗi|một\s+trong)\s+$")


@cache
def _unit() -> re.Pattern[str]:
    """A unit under a common noun: nhà trường, công ty."""
    kinds = (
        one for entry in lexicon("recipients").entries if entry.id not in PERSONS | {"khac", "tap-the-va-ca-nhan"} for one in entry.variants
    )
    return re.compile(alternatives(("nhà trường", *kinds)))


def own_honour(item: Passage, heading: Passage | None, register: Register) -> Entry | None:
    """Read an ``item`` that is an honour without a receiver: the one of whom its ``heading`` says that he was honoured. None where the item
    tells of somebody else, or the heading of nobody."""
    forms = forms_in(item)
    if heading is None or len(forms) != 1 or forms_in(heading) or (forms[0].count or 1) > 1 or forms[0].group == "verb":
        return None
    canonical = item.views.canonical
    if not words_for("own").search(canonical, heading.start, heading.stop) or not _LEAD.fullmatch(_lead(item, forms[0].start, register)):
        return None
    if _TAIL.match(canonical, forms[0].end, item.stop) is None or _names_a_receiver(item, forms[0].end, register):
        return None
    owner = _owner(heading, register)
    if owner is not None:
        return owner
    if not years_of(item):
        return None  # nobody and no time: what may be had, not what was
    return Entry(None, False, 1, (), item.start, item.stop, item.stop)


def _lead(item: Passage, form: int, register: Register) -> str:
    """The words before the form, without the granter's name."""
    words = item.views.canonical[item.start : form]
    for one in award_elements(item.within(item.start, form), register):
        if one.piece is Piece.BODY:
            words = words.replace(item.views.canonical[one.start : one.end], "", 1)
    return words.strip()


def _names_a_receiver(item: Passage, after: int, register: Register) -> bool:
    elements = award_elements(item.within(after, item.stop), register)
    return any(one.piece in {Piece.PERSON, Piece.GROUP, Piece.TO} for one in elements)


def _owner(heading: Passage, register: Register) -> Entry | None:
    elements = award_elements(heading, register)
    named: Sequence[Piece] = (Piece.PERSON, Piece.BODY)
    for piece in named:
        for one in elements:
            if one.piece is piece:
                return Entry(None, piece is Piece.PERSON, 1, (element_name(one),), one.start, one.end, one.end)
    match = _unit().search(heading.views.canonical, heading.start, heading.stop)
    if match is None or _MANY.search(heading.views.canonical, heading.start, match.start()):
        return None
    return Entry(None, False, 1, (), match.start(), match.end(), match.end())


def years_of(item: Passage) -> tuple[int, ...]:
    """Return the years that an item names, in order."""
    return tuple(sorted({int(number_in_digits(match.group())) for match in item.matches(_YEAR)}))


def told_long_ago(item: Passage, heading: Passage, last: int) -> bool:
    """Whether an own honour is one of earlier years: dated before the year ``last``, or dated neither by item nor heading."""
    years = years_of(item) or years_of(heading)
    return not years or max(years) < last
