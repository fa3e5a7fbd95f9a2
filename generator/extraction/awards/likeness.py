"""When two tellings speak of the same names, reasons, granters."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.awards.drafts import Draft
from generator.lexicon.load import lexicon
from generator.text.folding import folded

#: Types whose verb is the honour: what a form may be told as.
GENERIC = {entry.id for entry in lexicon("award-types").entries if entry.get("class") == "verb"}


def share_a_name(one: Draft, other: Draft) -> bool:
    """Whether some name of the one is some name of the other, as :func:`same_name` tells."""
    return any(same_name(first, second) for first in one.names for second in other.names)


def one_granter(one: Draft, other: Draft) -> bool:
    """Whether the granters, where both are told, have a body in common."""
    if one.granted_by is None or other.granted_by is None:
        return True
    return any(same_name(first, second) for first in one.granted_by.split(", ") for second in other.granted_by.split(", "))


#: Đảng bộ, chính quyền và nhân dân huyện A; Huyện ủy, HĐND, UBND huyện A: the place, under its bodies (folded).
_TOGETHER = re.compile(
    r".*(?:nhan dan|mttq|mat tran to quoc|ubnd|dan) (?P<place>(?:tinh|huyen|xa|phuong|quan|thi xa|thanh pho|tp|thi tran) .+)$"
)


def same_name(one: str, other: str) -> bool:
    """``Cục quản lý Xuất nhập cảnh`` and ``Cục QLXNC``: equal, one inside the other, or one an abbreviation's letters."""
    (first, place), (second, other_place) = _shape(one), _shape(other)
    if first in second or second in first:
        return True
    if place is not None and place == other_place:
        return True
    if first.split()[0] != second.split()[0]:
        return False
    short, long = sorted((first.split(), second.split()), key=lambda one: len(" ".join(one)))
    while len(short) > 2 and len(long) > 2 and short[1] == long[1]:
        short, long = short[1:], long[1:]
    rest = "".join(short[1:])
    initials = iter("".join(word if len(word) > 1 and word == rest else word[0] for word in long[1:]))
    return (
        len(rest) >= 2
        and all(letter in initials for letter in rest)
        and any(word.isupper() and len(word) > 1 for word in (*one.split(), *other.split()))
    )


@lru_cache(maxsize=8192)
def _shape(name: str) -> tuple[str, str | None]:
    """A name folded, and the place under whose bodies it is told."""
    plain = folded(name)
    together = _TOGETHER.match(plain)
    return plain, None if together is None else together["place"]


def alike_words(one: str, other: str) -> bool:
    """Whether one reason is part of the other, or they have four words in five in common."""
    first, second = folded(one), folded(other)
    if first in second or second in first:
        return True
    words, others = set(first.split()), set(second.split())
    return len(words & others) >= 0.8 * max(len(words), len(others))
