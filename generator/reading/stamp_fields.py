"""The fields of a page's date line: what is between ``|``, wide gaps and dashes (``Lượt xem: 92 | Font chữ: A A``).

A date line holds more than any list of buttons knows. What is left beside its date need not be known when it has the shape of fields: a
label with its value, or a few words between separators. A sentence that begins with a date has neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.span import Span
from generator.reading import furniture

_EDGE = " \t|,.;:-()[]/*#=•·"
#: Between two fields: a sign or a gap, which parts anything, or a dash, which also parts what a sentence adds.
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s*\t\s*|[ ]{2,}|(?P<dash>\s-\s)")
_LABELLED = re.compile(r"(?P<label>[^:\d.!?]{2,40}?)\s?:\s?(?P<value>[^:.!?]{0,60})")
_DATED = re.compile(r"(?<!\w)(?:ngày|lúc|đăng|cập nhật|xuất bản|tạo|gửi|đưa tin|date|posted|published|updated)(?!\w)")
_LONGEST_LABEL, _LONGEST_VALUE, _LONGEST_NAME = 4, 8, 4  # words


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a line: its words, the rest that is not date, time or counter, and its position."""

    words: str
    unexplained: str
    dated: bool
    parted: bool  # by more than a dash

    def is_known(self) -> bool:
        """Return whether the words are a button, a section, a counter: of a page, not of an article."""
        return any(map(str.isalpha, self.words)) and (not self.unexplained or furniture.use_of(self.words) is not None)

    def is_labelled(self) -> bool:
        """Return whether the words are a short label with its short value."""
        match = _LABELLED.fullmatch(self.words)
        return match is not None and len(match["label"].split()) <= _LONGEST_LABEL and len(match["value"].split()) <= _LONGEST_VALUE

    def fits(self) -> bool:
        """Return whether the words have the shape of a field."""
        if not self.unexplained:
            return True
        if self.dated:
            return len(self.unexplained.split()) <= _LONGEST_NAME and ":" in self.words and _DATED.search(self.words) is not None
        if self.is_known() or self.is_labelled():
            return True
        return self.parted and len(self.words.split()) <= _LONGEST_NAME and not any(map(str.isdigit, self.words))


def has_fields(view: str, residue: str, date: Span, *, timed: bool) -> bool:
    """Return whether a line is made of fields, one of them its date.

    ``view`` is the line's canonical view; ``residue`` the same with dates, times, labels and counters blanked out; ``timed`` says that it
    holds a clock time. At least one more thing that only a page writes must are beside the date.
    """
    if view.lstrip().startswith("|"):  # a row of a table
        return False
    fields = _fields(view, residue, date)
    beside = [field for field in fields if not field.dated]
    if not beside or not all(field.fits() for field in fields):
        return False
    return any(field.is_known() for field in beside) or (timed and all(field.is_labelled() for field in beside))


def _fields(view: str, residue: str, date: Span) -> list[Field]:
    fields, at, parted = [], 0, True
    cuts = [(match.start(), match.end(), match["dash"] is None) for match in _SEPARATOR.finditer(view)]
    for start, end, strong in [*cuts, (len(view), len(view), True)]:
        words = view[at:start].strip(_EDGE)
        if words:
            fields.append(Field(words, residue[at:start].strip(_EDGE), at <= date.start < start, parted and strong))
        at, parted = end, strong
    return fields
