"""Read the ratings of one sentence: pieces, assignment, then subject, kind and year of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.ratings.arithmetic import judged
from generator.extraction.ratings.asides import Aside, asides, beside, shares_of_others
from generator.extraction.ratings.assignment import Bound, readings
from generator.extraction.ratings.composites import joined
from generator.extraction.ratings.cues import words_of
from generator.extraction.ratings.dealing import by_year, dealt, owner, row_before, row_behind
from generator.extraction.ratings.levels import OLD, Level, levels_in, with_company
from generator.extraction.ratings.pieces import Number, Subject, numbers_in, subjects_in
from generator.extraction.ratings.register import GENERIC, NO_SUBJECT, Register
from generator.extraction.ratings.scopes import aims, bracket_of, is_conditional, is_reason, sizes, year_near
from generator.extraction.ratings.short_levels import short_levels
from generator.extraction.ratings.units import named_units
from generator.lexicon.load import alternatives
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.facts import Rating
from generator.model.span import Coverage, Span

#: Whose marks are no appraisal: không có học viên xếp loại yếu kém.
_MARKED = {"hoc-sinh", "ca-nhan", "giao-vien", "nguoi-lao-dong"}
_OR = re.compile(r"\s*[\"']?\s*(?:,|và|hoặc|hay)\s*(?:mức\s+|loại\s+)?[\"']?\s*")


@lru_cache(maxsize=1)
def _shared() -> re.Pattern[str]:
    """Match what joins two numbers that share a level: ``6 đảng bộ xã, phường và 4 chi bộ``."""
    return re.compile(rf"(?:\s*,?\s+(?:và\s+)?{alternatives(words_of('modifier'))}){{0,4}}\s*(?:,|và|,\s*và)\s*(?:có\s+)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold what a sentence is read with: whether the block speaks of appraisal, and whether aims are told before it."""

    appraised: bool
    aimed: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Hold one number of one level with the kinds counted."""

    kinds: tuple[str, ...]
    count: int | None
    percent: float | None
    at_least: bool
    start: int
    end: int
    rule: str
    year: int | None = None


def read(passage: Passage, taken: Coverage, register: Register, setting: Setting) -> tuple[list[Rating], Register]:
    """Return the sentence's ratings in reading order, and the register that it leaves."""
    text = passage.views.canonical
    levels = [one for one in levels_in(passage) if not taken.holds(one.start)]
    full = setting.appraised or any(one.level != "hoan-thanh" or one.end - one.start < 8 for one in levels)
    levels = with_company(one for one in levels if full or one.level != "hoan-thanh")
    all_subjects = subjects_in(passage)
    others = shares_of_others(passage) if levels and passage.holds("%") else []
    of_others = Coverage(others)
    levels = [one for one in levels if not of_others.holds(one.start)]
    short = short_levels(passage, levels, appraised=setting.appraised)
    levels = sorted(
        [*levels, *(one for one in short if not taken.holds(one.start) and not of_others.holds(one.start))], key=lambda one: one.start
    )
    masked = asides(passage, levels)
    aside = Coverage([*(Span(one.start, one.end) for one in masked), *others])
    numbers = joined(text, [one for one in numbers_in(passage, levels) if not aside.holds(one.start)], levels)
    if not levels:
        return [], register_after(register, all_subjects, numbers, passage.stop)
    subjects = [one for one in all_subjects if (one.kind not in NO_SUBJECT or one.heads) and not one.named and not aside.holds(one.start)]
    usable = [one for one in numbers if not set(one.kinds) & {"khac", "ho-gia-dinh"}]
    reading = judged(readings(text, levels, usable, subjects), numbers)
    cues = aims(passage, masked)
    apart = sizes(passage)
    subjects = [one for one in subjects if not any(start <= one.start < end for start, end in apart)]
    spoken = [one for one in usable if not any(start <= one.start < end for start, end in apart)]
    told_here = Told(subjects, spoken)
    used = {id(one) for bound in reading.bound for one in (bound.before, bound.behind)}
    found: list[Rating] = []
    edge = passage.start
    last_zero = False
    for index, bound in enumerate(reading.bound):
        level = bound.level
        shared = last_zero and bound.before is None and bound.behind is None
        if shared and _OR.fullmatch(text, levels[index - 1].end, level.start):
            found.append(replace(found[-1], level=level.level, evidence=(Span(found[-1].evidence[0].start, level.end),)))
            edge = level.end
            continue
        parts, end = _parts(passage, bound, usable, subjects, edge, used)
        at = min([one.start for one in parts] + [level.start])
        register = told_here.register(register, at)
        if parts and (is_conditional(passage, level.start) or is_reason(passage, at, level)):
            parts = []
        before = len(found)
        following = masked_after(masked, level.end, levels[index + 1].start if index + 1 < len(levels) else passage.stop)
        for part in parts:
            told = None if part.kinds else owner(text, level, subjects) or _subject_before(subjects, edge, level)
            kinds = part.kinds or (None if told is None else told.kind,)
            for kind in kinds:
                who = register.resolved(kind)
                if who is None and found and part.rule == "rating.none":
                    who = found[-1].subject  # 35 người hoàn thành tốt nhiệm vụ, không có trường hợp nào …
                if who is None or who in {"khac", "ho-gia-dinh", "tap-the-va-ca-nhan"} or (level.level in OLD and who in _MARKED):
                    continue
                if level.exemplary and any((one.subject, one.level) == (who, level.level) for one in found):
                    continue  # the best among those of the level, who are told already
                register = register.after(who)
                register = replace(register, last=who)
                span = Span(min(part.start, level.start, level.start if told is None else told.start), max(part.end, level.end))
                found.append(_rating(who, level, part, span))
        if not parts and (unit := named_units(passage, level, all_subjects, edge, len(levels) > 1)) is not None:
            kind, count, start = unit
            found.append(_rating(kind, level, _Part((), count, None, False, start, level.end, "rating.named_unit"), Span(start, level.end)))
        target = setting.aimed if (aimed := _aimed(text, passage.start, level.start, cues)) is None else aimed
        year = year_near(passage, level.start, end, masked)
        for place in range(before, len(found)):
            own = found[place].year if found[place].year is not None else year if year is not None else register.year
            found[place] = replace(found[place], kind="target" if target else "result", year=own)
        if len(found) > before:
            found.extend(list(beside(found, following, level)))
            last_zero = found[-1].count == 0
        else:
            last_zero = False
        edge = max(end, level.end)
    return found, told_here.register(register, passage.stop)


def masked_after(masked: list[Aside], start: int, end: int) -> list[Aside]:
    """Return the asides that follow a rating before the next level."""
    return [one for one in masked if start - 2 <= one.start < end]


class Told:
    """Hold who is told in a sentence, by a number or without, in order, so that the register at any place is looked up at once."""

    def __init__(self, subjects: list[Subject], numbers: list[Number]) -> None:
        told = [(one.start, one.kind, one.heads) for one in subjects if not one.named]
        told += [(one.start, kind, False) for one in numbers for kind in one.kinds]
        self._starts: list[int] = []
        self._after: list[Register] = []
        so_far = Register()
        for start, kind, heads in sorted(told):
            so_far = so_far.after(kind, heads=heads)
            self._starts.append(start)
            self._after.append(so_far)

    def register(self, before: Register, stop: int) -> Register:
        """Return the register ``before`` the sentence once it is read up to ``stop``."""
        place = bisect_left(self._starts, stop)
        if not place:
            return before
        told = self._after[place - 1]
        return replace(before, person=told.person or before.person, body=told.body or before.body, last=told.last or before.last)


def register_after(register: Register, subjects: list[Subject], numbers: list[Number], stop: int) -> Register:
    """Return the register once the sentence is read up to ``stop``: each subject told, by a number or without, in order."""
    return Told(subjects, numbers).register(register, stop)


def _parts(
    passage: Passage, bound: Bound, numbers: list[Number], subjects: list[Subject], edge: int, used: set[int]
) -> tuple[list[_Part], int]:
    """Return the numbers of one level: those that share it before, or those behind."""
    text = passage.views.canonical
    level, before, behind = bound.level, bound.before, bound.behind
    end = max(level.end, behind.end if behind is not None else 0)
    if before is None:
        if behind is None:
            return [], level.end
        if shares := dealt(text, behind, numbers, row_before(text, level, subjects, edge)):
            return [
                _Part((kind,), one.count, one.percent, one.at_least or behind.at_least, level.start, one.end, "rating.number_behind")
                for one, kind in shares
            ], shares[-1][0].end
        if yearly := by_year(passage, level, behind, numbers):
            return [
                _Part(one.kinds, one.count, one.percent, one.at_least, level.start, one.end, "rating.number_behind", year)
                for one, year in yearly
            ], yearly[-1][0].end
        row = row_behind(text, behind, numbers, used)
        return [_Part(one.kinds, one.count, one.percent, one.at_least, level.start, one.end, "rating.number_behind") for one in row], row[
            -1
        ].end
    if before.none:
        kinds = tuple(one.kind for one in row_before(text, level, subjects, before.end))  # không có chi bộ, đảng viên nào
        return [_Part(kinds, 0, None, False, before.start, level.end, "rating.none")], level.end
    parts = []
    for one in _row(text, before, numbers, edge):
        count = one.count if one.count is not None or behind is None else behind.count
        percent = one.percent if one.percent is not None or behind is None else behind.percent
        parts.append(_Part(one.kinds, count, percent, one.at_least, one.start, end, "rating.number_before"))
    return parts, end


def _row(text: str, last: Number, numbers: list[Number], edge: int) -> list[Number]:
    """Return the numbers that share one level: ``92% chi bộ và 93% đảng viên``, joined by commas and 'và'."""
    row = [last]
    place = numbers.index(last)
    while place > 0 and last.kinds:
        one = numbers[place - 1]
        if (
            one.start < edge
            or not one.kinds
            or one.none
            or one.whole
            or (set(last.kinds) & GENERIC and set(one.kinds) & PERSONS)
            or (one.percent is None) != (last.percent is None)
        ):
            break
        if not _shared().fullmatch(text, one.end, row[0].start):
            break
        row.insert(0, one)
        place -= 1
    return row


def _subject_before(subjects: list[Subject], edge: int, level: Level) -> Subject | None:
    """Return the subject told without a number between the rating before and the level; None where the register knows it."""
    near = [one for one in subjects if edge <= one.start and one.end <= level.start and one.kind not in GENERIC]
    return near[-1] if near else None


def _aimed(text: str, start: int, at: int, cues: list[tuple[int, bool]]) -> bool | None:
    """Say whether the last cue whose scope holds ``at`` is an aim; None where there is none. A bracket is a scope of its own."""
    inside = bracket_of(text, start, at)[1]
    held = [aim for place, aim in cues if place < at and (inside or bracket_of(text, start, place)[1] is False)]
    return held[-1] if held else None


def _rating(subject: str, level: Level, part: _Part, span: Span) -> Rating:
    percent = int(part.percent) if part.percent is not None and float(part.percent).is_integer() else part.percent
    return Rating(
        subject=subject, level=level.level, count=part.count, percent=percent, at_least=part.at_least or level.at_least, year=part.year,
        kind="result", evidence=(span,), rule=part.rule,
    )  # fmt: skip
