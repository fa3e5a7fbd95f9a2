"""When two articles of one event tell one award, tell it differently, or tell two awards.

What one article leaves out contradicts nothing; what both tell must agree. Counts are what articles of one event most often disagree
in, so of two tellings alike in all else a different count is a disagreement and no second award.
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
    """How two tellings stand to each other; the greater, the surer that they are one award."""

    NONE = 0  # two awards
    DIFFERENT_COUNT = 1  # one award, but with another number
    PART = 2  # one article names some of those whom the other counts
    SAME = 3  # nothing contradicts, but one of them leaves the number out
    SAME_COUNT = 4


def agreement(one: Award, two: Award, granters: tuple[Resolution | None, Resolution | None] = (None, None)) -> Agreement:
    """How ``one`` and ``two``, told by two articles of one event, stand to each other. ``granters`` are what their ``granted_by`` mean."""
    if (one.type, one.status) != (two.type, two.status) or _contradict(one, two, granters):
        return Agreement.NONE
    if over_time(one) != over_time(two):
        return Agreement.NONE  # all that was granted since, and what was granted now
    if one.rank != two.rank and (one.count != two.count or one.count in (None, 1)):
        return Agreement.NONE  # huy hiệu without its years may be any of them
    if one.count is not None and one.count == two.count and (one.kind == two.kind or (one.count > 1 and either_covers(one.kind, two.kind))):
        return Agreement.SAME_COUNT
    if one.kind != two.kind or one.consecutive_years != two.consecutive_years:
        return Agreement.NONE
    if one.count is None or two.count is None or counts_agree(one, two):
        return Agreement.SAME
    if _names_part(one, two) or _names_part(two, one):
        return Agreement.PART
    return Agreement.DIFFERENT_COUNT


def alike(one: Award, two: Award) -> bool:
    """Whether both tell a standard, or neither: only then is a different count surely a disagreement."""
    return (one.standard is None) == (two.standard is None)


def sums_up(whole: Award, part: Award) -> bool:
    """Whether ``part`` may be one of those that ``whole`` counts together."""
    same = (whole.type, whole.status) == (part.type, part.status)
    exact = part.count is not None and part.approximate is None
    return same and exact and covers(whole.kind, part.kind) and not _contradict(whole, part, (None, None))


def surely_sums_up(whole: Award, part: Award) -> bool:
    """Whether ``whole`` counts ``part`` even when the sum is not right: it names no form more exactly, and the kind is all or the same."""
    whole_kind = whole.kind in (part.kind, "tap-the-va-ca-nhan") and whole.standard is None
    return sums_up(whole, part) and whole_kind


def _contradict(one: Award, two: Award, granters: tuple[Resolution | None, Resolution | None]) -> bool:
    return bool(
        both_differ(one.rank, two.rank)
        or times_contradict(one, two)
        or runs_contradict(one, two)
        or _standards_contradict(one, two)
        or _names_contradict(one, two)
        or (not _unmistakable(one, two) and _granters_contradict(one, two, granters))
    )


def _names_contradict(one: Award, two: Award) -> bool:
    """Whether both name recipients, none in common, and one of them names all of its own."""
    names, others = ({plain(name) for name in award.names} for award in (one, two))
    whole = any(award.count == len(award.names) for award in (one, two))
    return bool(names and others and whole) and not any(_within(name, other) for name in names for other in others)


def _names_part(few: Award, many: Award) -> bool:
    """Whether ``few`` are recipients whom one article names and the other only counts: no other number, but a part."""
    assert few.count is not None
    assert many.count is not None
    return few.count == len(few.names) < many.count


def _granters_contradict(one: Award, two: Award, granters: tuple[Resolution | None, Resolution | None]) -> bool:
    units = [resolution and resolution.unit for resolution in granters]
    return units[0] != units[1] if all(units) else not granters_agree(one.granted_by, two.granted_by)


def _unmistakable(one: Award, two: Award) -> bool:
    """Whether number or names alone show that it is one award, however its merit and its granter are paraphrased."""
    names, others = ({plain(name) for name in award.names} for award in (one, two))
    return one.count == two.count and ((one.count or 0) >= _RARE or bool(names and names == others))


def _standards_contradict(one: Award, two: Award) -> bool:
    known = lexicon("rating-levels")
    found = (_level().findall(" ".join(canonical(award.standard or "").split())) for award in (one, two))
    levels, others = ({known.entry_of(words).id for words in of} for of in found)
    if levels and others:
        return not levels & others
    return not _unmistakable(one, two) and not reasons_agree(one.standard, two.standard, TWO_WRITERS)


def _within(one: str, two: str) -> bool:
    return f" {one} " in f" {two} " or f" {two} " in f" {one} "


@lru_cache(maxsize=1)
def _level() -> re.Pattern[str]:
    return re.compile(lexicon("rating-levels").alternatives)
