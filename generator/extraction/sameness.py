"""Decides whether two mentions state the same body, reason or time, within an article and between articles.

A missing value contradicts nothing. Two sentences of one writer repeat a reason nearly word for word, two reporters paraphrase
it: that is the only difference, and the caller chooses it (:data:`ONE_WRITER`, :data:`TWO_WRITERS`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from generator.lexicon.granter_levels import body_of, level_of
from generator.lexicon.load import lexicon
from generator.text.folding import canonical, folded

#: The share of common words from which two reasons are the same: of the longer's words for one writer, of the shorter's for two.
ONE_WRITER, TWO_WRITERS = 0.8, 0.5
_OF_THE_BODY = 2 / 3  # of the shorter name's words: Sở Văn hóa và Thể thao, Sở Văn hóa, Thể thao và Du lịch
_SHORT = {"btv": "ban thường vụ", "bch": "ban chấp hành", "tp": "thành phố", "ubnd": "ủy ban nhân dân", "cn": "công nghiệp"}
_WORD = re.compile(r"\w+")
#: Levels with only one body.
_SINGLE = {"state", "government", "national-assembly"}


class Timed(Protocol):
    """The time of an award: the years, a period (first, last), a number of consecutive years."""

    @property
    def years(self) -> tuple[int, ...]: ...
    @property
    def period(self) -> tuple[int, int] | None: ...
    @property
    def consecutive_years(self) -> int | None: ...


def both_differ(left: object, right: object) -> bool:
    """Return whether both are given, and differ."""
    return left is not None and right is not None and left != right


def times_contradict(left: Timed, right: Timed) -> bool:
    """Return whether two mentions give different years or different periods."""
    return both_differ(left.period, right.period) or bool(left.years and right.years and not set(left.years) & set(right.years))


def runs_contradict(left: Timed, right: Timed) -> bool:
    """Return whether two mentions give different numbers of consecutive years."""
    return both_differ(left.consecutive_years, right.consecutive_years)


def granters_agree(left: str | None, right: str | None) -> bool:
    """Return whether two granters, if both are given, are the same body or share one: ``UBND tỉnh, Bộ Y tế``."""
    if left is None or right is None:
        return True
    return any(_same_body(first, second) for first in left.split(", ") for second in right.split(", "))


@lru_cache(maxsize=8192)
def _same_body(left: str, right: str) -> bool:
    words, others = plain(body_of(left)).split(), plain(body_of(right)).split()
    if not words or not others or _is_office_alone(left) or _is_office_alone(right):
        return True  # Giám đốc: the body is not stated
    if _holds(words, others) or _holds(others, words) or same_name(left, right) or _abbreviates(words, others):
        return True
    level, other = level_of(left), level_of(right)
    if level is not other:
        return False
    return (level is not None and level.id in _SINGLE) or (words[0] == others[0] and _shared(words, others) >= _OF_THE_BODY)


def _is_office_alone(name: str) -> bool:
    """Return whether a name is an office without its body; the President and the Prime Minister are bodies themselves."""
    known = lexicon("granting-offices").by_variant.get(" ".join(canonical(name).split()))
    return known is not None and bool(known.get("alone"))


def reasons_agree(left: str | None, right: str | None, least: float) -> bool:
    """Return whether one of two reasons is missing, part of the other or its abbreviation, or shares at least ``least`` of the words."""
    words, others = plain(left or "").split(), plain(right or "").split()
    if not words or not others or _abbreviates(words, others):
        return True
    if least == TWO_WRITERS:
        return _shared(words, others) >= least
    first, second = folded(left or ""), folded(right or "")
    whole = set(first.split()), set(second.split())
    return first in second or second in first or len(whole[0] & whole[1]) >= least * max(map(len, whole))


def _shared(words: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of the shorter phrase's words that the other has, 0 to 1."""
    return len(set(words) & set(others)) / min(len(set(words)), len(set(others)))


def _holds(words: Sequence[str], others: Sequence[str]) -> bool:
    return f" {' '.join(others)} " in f" {' '.join(words)} "


def _abbreviates(words: Sequence[str], others: Sequence[str]) -> bool:
    return "".join(word[0] for word in words) in others or "".join(word[0] for word in others) in words


def plain(words: str) -> str:
    """Return ``words`` in canonical spelling, without punctuation, common abbreviations in full."""
    return " ".join(_SHORT.get(word, word) for word in _WORD.findall(canonical(words)))


def share_a_name(names: Iterable[str], others: Sequence[str]) -> bool:
    """Return whether the two lists have a name in common, as :func:`same_name` decides."""
    return any(same_name(first, second) for first in names for second in others)


#: The place of joint bodies (folded): Đảng bộ, chính quyền và nhân dân huyện A; Huyện ủy, HĐND, UBND huyện A.
_TOGETHER = re.compile(
    r".*(?:nhan dan|mttq|mat tran to quoc|ubnd|dan) (?P<place>(?:tinh|huyen|xa|phuong|quan|thi xa|thanh pho|tp|thi tran) .+)$"
)


def same_name(name: str, other: str) -> bool:
    """Return whether two names are equal, contained in each other, or one abbreviates the other: ``Cục quản lý Xuất nhập
    cảnh``, ``Cục QLXNC``."""
    (first, place, head, short_form), (second, other_place, other_head, other_short) = _shape(name), _shape(other)
    if first in second or second in first:
        return True
    if place is not None and place == other_place:
        return True
    if head != other_head or not (short_form or other_short):
        return False
    short, long = sorted((first.split(), second.split()), key=lambda phrase: len(" ".join(phrase)))
    while len(short) > 2 and len(long) > 2 and short[1] == long[1]:
        short, long = short[1:], long[1:]
    rest = "".join(letter for letter in "".join(short[1:]) if letter.isalnum())
    initials = iter("".join(word if len(word) > 1 and word == rest else word[0] for word in long[1:]))
    return len(rest) >= 2 and all(letter in initials for letter in rest)


@lru_cache(maxsize=8192)
def _shape(name: str) -> tuple[str, str | None, str, bool]:
    """Return a name folded, the place of joint bodies or None, its first word, and whether a word of it may be an abbreviation."""
    words = folded(name)
    together = _TOGETHER.match(words)
    short = any(word.isupper() and len(word) > 1 for word in name.split())
    return words, None if together is None else together["place"], next(iter(words.split()), ""), short
