"""Positions before their holder's name: what may come between the two, and where a clause opens with a position."""

from __future__ import annotations

import re

from generator.extraction.names.persons.foreign import LONGEST_POSTING, POSTS_ABROAD, Name
from generator.extraction.names.words import SentenceWords
from generator.extraction.people.role_units import has_field, unit_words
from generator.extraction.people.roles import Position

_UNIT_TAIL = re.compile(r"(?:[^\W\d_]{1,7} ){1,2},")
_LONGEST_LEAD = 3  # words between a position and its holder's name
LONGEST_TAIL = 8  # words of a unit's name that are missing from its lexicon
LONGEST_BRACKET = 14  # words in brackets between a unit and its holder
_QUOTES = frozenset({'"', "”", "“", "»"})
_CLAUSE_OPENERS = frozenset({";", ".", ":", "("}) | _QUOTES
#: Words at the head of a sentence that introduce the position of its subject.
_IN_THE_ROLE = re.compile(
    r"(?:là|với|nay là|hiện là|(?:với|trên|trong|ở|bằng) (?:cương vị|vai trò|tư cách|trọng trách|cương vị mới|chức trách)(?: là| của)?)"
)


def opens_clause(words: SentenceWords, first: int) -> bool:
    """Return whether a clause opens with the position at ``first``: ``…”, ĐBQH tỉnh, ông …``, ``Với cương vị là Chủ tịch Hội, chị …``."""
    low = words.low
    if first == 0 or low[first - 1] in _CLAUSE_OPENERS or (first > 1 and low[first - 1] == "," and low[first - 2] in _QUOTES):
        return True
    clause = first
    while clause > 0 and first - clause <= LONGEST_TAIL and words.shape[clause - 1] != "p":
        clause -= 1
    return _IN_THE_ROLE.fullmatch(" ".join(low[clause:first])) is not None


def leads(words: SentenceWords, position: Position, name: Name, *, role_first: bool, opens: bool) -> bool:
    """Return whether the name after a position is its holder's; ``opens``: the position opens a clause."""
    if _is_posted_to(words, position, name) or _is_behind_tail(words, position, name):
        return True
    if not 0 <= name.start - position.after <= _LONGEST_LEAD:
        return False
    gap = " ".join(words.low[position.after : name.start])
    if opens and position.unit is not None and _UNIT_TAIL.fullmatch(gap):
        gap = ","  # … Công ty VTC Dịch vụ | di động, ông …
    if gap == "":
        return words.spaced(name.first)
    addressed = name.address is not None
    if gap == "," and name.address is not None and name.address.rank is not None and opens:
        return role_first  # Trưởng Công an xã, Thượng úy …
    if gap == "," and name.address is not None and name.address.honorific:
        return role_first and (opens or name.after == len(words) or words.low[name.after] in {";", "."})
    if gap == "như" and addressed and not position.entry.get("weak"):
        return role_first  # trở thành Giám đốc Sở như ông …
    return role_first and (gap == ":" or (gap in {"-", "là"} and (addressed or (gap == "-" and name.strong))))


def _is_posted_to(words: SentenceWords, position: Position, name: Name) -> bool:
    """Return whether only places come between a post abroad and its holder: ``Đại sứ Việt Nam tại Lào Nguyễn Bá …``."""
    between_them = range(position.after, name.first)
    if name.address is not None or not 1 <= len(between_them) <= LONGEST_POSTING or position.entry.get("weak"):
        return False
    country = position.entry.id in POSTS_ABROAD
    return country and all(words.shape[at] in "CU" or words.low[at] in {"tại", "nước", "ở"} for at in between_them)


def _is_behind_tail(words: SentenceWords, position: Position, name: Name) -> bool:
    """Return whether only the rest of a unit's name, its parent in brackets or both come between a position and its holder.

    ``Cục trưởng Cục Quản lý | nhà đất và thị trường BĐS | Nguyễn Mạnh H``, ``Giám đốc Sở Y tế (Hà Nội) Lê Văn B``.
    """
    if name.address is not None or not name.strong or position.unit is None or position.entry.get("weak"):
        return False
    stop = name.first
    if stop > position.after and words.low[stop - 1] == ")":
        opening = next((at for at in range(stop - 2, max(position.after, stop - LONGEST_BRACKET) - 1, -1) if words.low[at] == "("), None)
        if opening is None:
            return False
        stop = opening
    start = position.after
    if stop == start:
        return stop < name.first
    if not 0 < stop - start <= LONGEST_TAIL or not has_field(position.unit):
        return False
    if words.low[start] == ",":
        start += 1  # Cục Bảo vệ, chăm sóc trẻ em
        if all(unit_words()[0].at(words.low, at) is None for at in range(start, stop)):
            return False
    return stop - start > 1 and words.spaced(name.first) and _are_of_unit(words, start, stop)


def _are_of_unit(words: SentenceWords, at: int, stop: int) -> bool:
    """Return whether the words ``[at, stop)`` may belong to a unit's name: no marks, no verbs."""
    fields, ends = unit_words()
    while at < stop:
        known = fields.at(words.low, at)
        if known is not None and known[0] <= stop:
            at = known[0]
        elif words.shape[at] in "pdi" or (words.shape[at] == "l" and ends.at(words.low, at) is not None):
            return False
        else:
            at += 1
    return True
