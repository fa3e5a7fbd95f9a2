"""List items that name an honour but no recipient: honours of the unit or the person that the heading is about.

``Những phần thưởng nhà trường đã được tặng: - Huân chương Lao động hạng Ba, năm 1999``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import element_name
from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.entries import RowEntry
from generator.extraction.awards.lists.sections import words_for
from generator.extraction.engine import Passage
from generator.extraction.names.references.register import Register
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.text.numbers import number_in_digits

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_LEAD = re.compile(r"(?:(?:được|đã|vinh\s+dự|đạt|đón|nhận|tặng|thưởng|tặng\s+thưởng|trao|danh\s+hiệu|năm\s+\d{4}|\d{4}|và)\W*)*")
#: What may follow the award type: the granter, the time, the reason.
_TAIL = re.compile(r"[\s,(–-]*(?:$|(?:của|do|năm|các\s+năm|về|vì|trong|giai\s+đoạn|từ\s+năm|cho\s+thành\s+tích|(?:19|20)\d\d)(?!\w))")
_MANY = re.compile(r"(?<!\w)(?:các|những|nhiều|mỗi|một\s+trong)\s+$")


@cache
def _unit() -> re.Pattern[str]:
    """Match a unit under a common noun: nhà trường, công ty."""
    kinds = (
        variant
        for entry in lexicon("recipients").entries
        if entry.id not in PERSONS | {"khac", "tap-the-va-ca-nhan"}
        for variant in entry.variants
    )
    return re.compile(alternatives(("nhà trường", *kinds)))


def own_honour(item: Passage, heading: Passage | None, register: Register) -> RowEntry | None:
    """Read an ``item`` that is an honour without a recipient as one of the person or unit that its ``heading`` states to be honoured.

    None if the item is about somebody else, or the heading about nobody.
    """
    forms = forms_in(item)
    if heading is None or len(forms) != 1 or forms_in(heading) or (forms[0].count or 1) > 1 or forms[0].group == AwardClass.VERB:
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
        return None  # neither recipient nor time: an honour that may be given, not one that was
    return RowEntry(None, False, 1, (), item.start, item.stop, item.stop)


def _lead(item: Passage, form: int, register: Register) -> str:
    """Return the words before the award type, without the granter's name."""
    words = item.views.canonical[item.start : form]
    for element in award_elements(item.within(item.start, form), register):
        if element.piece is Piece.BODY:
            words = words.replace(item.views.canonical[element.start : element.end], "", 1)
    return words.strip()


def _names_a_receiver(item: Passage, after: int, register: Register) -> bool:
    elements = award_elements(item.within(after, item.stop), register)
    return any(element.piece in {Piece.PERSON, Piece.GROUP, Piece.TO} for element in elements)


def _owner(heading: Passage, register: Register) -> RowEntry | None:
    elements = award_elements(heading, register)
    named: Sequence[Piece] = (Piece.PERSON, Piece.BODY)
    for piece in named:
        for element in elements:
            if element.piece is piece:
                return RowEntry(None, piece is Piece.PERSON, 1, (element_name(element),), element.start, element.end, element.end)
    match = _unit().search(heading.views.canonical, heading.start, heading.stop)
    if match is None or _MANY.search(heading.views.canonical, heading.start, match.start()):
        return None
    return RowEntry(None, False, 1, (), match.start(), match.end(), match.end())


def years_of(item: Passage) -> tuple[int, ...]:
    """Return the years that an item names, in order."""
    return tuple(sorted({int(number_in_digits(match.group())) for match in item.matches(_YEAR)}))


def is_long_ago(item: Passage, heading: Passage, last: int) -> bool:
    """Return whether an own honour is of earlier years: dated before the year ``last``, or not dated by item or heading."""
    years = years_of(item) or years_of(heading)
    return not years or max(years) < last
