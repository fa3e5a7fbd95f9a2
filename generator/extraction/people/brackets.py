"""Units that do not directly follow a title: in brackets (``ĐB Mai Văn T (Hà Nam)``), or shared by two titles (``Phó Chủ tịch
kiêm Tổng Thư ký Hội``)."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.words import SentenceWords
from generator.extraction.people.role_units import organisation_end, unit_words
from generator.extraction.people.roles import Position

LONGEST = 14  # words in the brackets
_DELEGATES = frozenset({"dai-bieu", "dai-bieu-quoc-hoi"})
_PARTY = frozenset({"bi-thu", "pho-bi-thu", "pho-bi-thu-thuong-truc"})
_OF_PLACE = frozenset({"đoàn", "tỉnh", "tp", "thành", "phố", ".", "-"})


def may_join(first: Position) -> bool:
    """Return whether a title without a unit may share that of the next. A Party secretary's may not: the unit of the State's
    committee differs."""
    return first.unit is None and not first.entry.get("weak") and first.entry.id not in _PARTY


def joint(words: SentenceWords, first: Position, second: Position) -> Position:
    """Return two titles held at once as one position with the unit of the second."""
    title = f"{first.title} {words.written(first.after, second.first)} {second.title}"
    return replace(second, first=first.first, title=title, written=None)


def add_bracketed_unit(words: SentenceWords, name: Name | None, positions: list[Position]) -> None:
    """Give the last of ``positions`` the unit in brackets behind it, or behind ``name`` if the title precedes the name."""
    if not positions or positions[-1].unit is not None or positions[-1].entry.get("kind") == "rank":
        return
    last = positions[-1]
    opening = last.after if name is None else name.after
    if name is not None and last.entry.id not in _DELEGATES:
        return
    if opening + 1 >= len(words) or words.low[opening] != "(":
        return
    start = opening + 1
    closing = next((at for at in range(start, min(len(words), start + LONGEST)) if words.low[at] == ")"), None)
    if closing is None or closing == start:
        return
    if last.entry.id in _DELEGATES:
        fits = all(words.shape[at] in "CU" or words.low[at] in _OF_PLACE for at in range(start, closing))
    else:
        fits = organisation_end(words, start, closing) == closing and unit_words()[1].at(words.low, start) is None
    if fits:
        end = last.end if name is not None else words.ends[closing - 1]
        positions[-1] = replace(last, unit=words.written(start, closing), end=end)
