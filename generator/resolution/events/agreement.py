"""Agreement of two articles of one event: the same award, the same award reported differently, or two awards.

A field that one article omits contradicts nothing; fields that both state must agree. Articles of one event most often disagree in counts,
so between two reports that are otherwise alike a different count is a disagreement, not a second award.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from generator.extraction.approximate_counts import counts_agree, over_time
from generator.extraction.sameness import TWO_WRITERS, both_differ, granters_agree, plain, reasons_agree, runs_contradict, times_contradict
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import covers, either_covers
from generator.model.facts import Award
from generator.model.unit import Resolution
from generator.text.folding import canonical

_RARE = 10  # two numbers of this size are hardly alike by chance


class Agreement(IntEnum):
    """Relation of two reports; the greater, the more certain that they mean the same award."""

    NONE = 0  # two awards
    DIFFERENT_COUNT = 1  # one award, but with another number
    PART = 2  # one article names some of those that the other counts
    SAME = 3  # nothing contradicts, but one of them leaves the number out
    SAME_COUNT = 4


def agreement(first: Award, second: Award, granters: tuple[Resolution | None, Resolution | None] = (None, None)) -> Agreement:
    """Return the relation of two awards reported by two articles of one event. ``granters`` are what their ``granted_by`` mean."""
    if (first.type, first.status) != (second.type, second.status) or _contradict(first, second, granters):
        return Agreement.NONE
    if over_time(first) != over_time(second):
        return Agreement.NONE  # all that was granted since, and what was granted now
    if first.rank != second.rank and (first.count != second.count or first.count in (None, 1)):
        return Agreement.NONE  # huy hiệu without its years may be any of them
    if (
        first.count is not None
        and first.count == second.count
        and (first.kind == second.kind or (first.count > 1 and either_covers(first.kind, second.kind)))
    ):
        return Agreement.SAME_COUNT
    if first.kind != second.kind or first.consecutive_years != second.consecutive_years:
        return Agreement.NONE
    if first.count is None or second.count is None or counts_agree(first, second):
        return Agreement.SAME
    if _names_part(first, second) or _names_part(second, first):
        return Agreement.PART
    return Agreement.DIFFERENT_COUNT


def alike(first: Award, second: Award) -> bool:
    """Return whether both state a standard, or neither: only then is a different count certainly a disagreement."""
    return (first.standard is None) == (second.standard is None)


def sums_up(whole: Award, part: Award) -> bool:
    """Return whether ``part`` may be one of those that ``whole`` counts together."""
    same = (whole.type, whole.status) == (part.type, part.status)
    exact = part.count is not None and part.approximate is None
    return same and exact and covers(whole.kind, part.kind) and not _contradict(whole, part, (None, None))


def surely_sums_up(whole: Award, part: Award) -> bool:
    """Return whether ``whole`` counts ``part`` even when the sum is not right: it names no form more exactly, and the kind is all or the
    same."""
    whole_kind = whole.kind in (part.kind, "tap-the-va-ca-nhan") and whole.standard is None
    return sums_up(whole, part) and whole_kind


def _contradict(first: Award, second: Award, granters: tuple[Resolution | None, Resolution | None]) -> bool:
    return bool(
        both_differ(first.rank, second.rank)
        or times_contradict(first, second)
        or runs_contradict(first, second)
        or _standards_contradict(first, second)
        or _names_contradict(first, second)
        or (not _unmistakable(first, second) and _granters_contradict(first, second, granters))
    )


def _names_contradict(first: Award, second: Award) -> bool:
    """Return whether both name recipients, none in common, and one of them names all of its own."""
    names, others = ({plain(name) for name in award.names} for award in (first, second))
    whole = any(award.count == len(award.names) for award in (first, second))
    return bool(names and others and whole) and not any(_within(name, other) for name in names for other in others)


def _names_part(few: Award, many: Award) -> bool:
    """Return whether ``few`` are recipients whom one article names and the other only counts: a part of the same number."""
    assert few.count is not None
    assert many.count is not None
    return few.count == len(few.names) < many.count


def _granters_contradict(first: Award, second: Award, granters: tuple[Resolution | None, Resolution | None]) -> bool:
    units = [resolution and resolution.unit for resolution in granters]
    return units[0] != units[1] if all(units) else not granters_agree(first.granted_by, second.granted_by)


def _unmistakable(first: Award, second: Award) -> bool:
    """Return whether number or names alone show that it is one award, however its merit and its granter are paraphrased."""
    names, others = ({plain(name) for name in award.names} for award in (first, second))
    return first.count == second.count and ((first.count or 0) >= _RARE or bool(names and names == others))


def _standards_contradict(first: Award, second: Award) -> bool:
    known = lexicon("rating-levels")
    found = (_level().findall(" ".join(canonical(award.standard or "").split())) for award in (first, second))
    levels, others = ({known.entry_of(words).id for words in of} for of in found)
    if levels and others:
        return not levels & others
    return not _unmistakable(first, second) and not reasons_agree(first.standard, second.standard, TWO_WRITERS)


def _within(first: str, second: str) -> bool:
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


@lru_cache(maxsize=1)
def _level() -> re.Pattern[str]:
    return re.compile(lexicon("rating-levels").alternatives)
