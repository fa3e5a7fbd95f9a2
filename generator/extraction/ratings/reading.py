"""Reads the ratings of a sentence: pieces, assignment, then subject, kind and year of each."""

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
from generator.extraction.ratings.in_turn import in_turn
from generator.extraction.ratings.levels import OLD, Level, levels_in, with_company
from generator.extraction.ratings.pieces import Number, RatedSubject, numbers_in, subjects_in
from generator.extraction.ratings.register import GENERIC, NO_SUBJECT, SubjectRegister
from generator.extraction.ratings.scopes import aims, bracket_of, is_conditional, is_of_share, is_reason, sizes, year_near
from generator.extraction.ratings.short_levels import short_levels
from generator.extraction.ratings.units import named_units
from generator.lexicon.load import alternatives
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.facts import Aim, Rating
from generator.model.span import Coverage, Span

#: Subjects whose marks are not an appraisal: không có học viên xếp loại yếu kém.
_MARKED = {"hoc-sinh", "ca-nhan", "giao-vien", "nguoi-lao-dong"}
_CELLS = {"chi-bo", "chi-bo-co-so"}
_OR = re.compile(r"\s*[\"']?\s*(?:,|và|hoặc|hay)\s*(?:mức\s+|loại\s+)?[\"']?\s*")


@lru_cache(maxsize=1)
def _shared() -> re.Pattern[str]:
    """Match the link between two numbers that share a level: ``6 đảng bộ xã, phường và 4 chi bộ``."""
    return re.compile(rf"(?:\s*,?\s+(?:và\s+)?{alternatives(words_of('modifier'))}){{0,4}}\s*(?:,|và|,\s*và)\s*(?:có\s+)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """The context of a sentence: whether the block is about an appraisal, whether it is in the scope of aims before it, and whether the
    article is about a Party cell or members, who are then the comrades of a text that names nobody else."""

    appraised: bool
    aimed: bool
    party: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of a level with the kinds counted."""

    kinds: tuple[str, ...]
    count: int | None
    percent: float | None
    at_least: bool
    start: int
    end: int
    rule: str
    year: int | None = None
    comrades: bool = False


def read(passage: Passage, taken: Coverage, register: SubjectRegister, setting: Setting) -> tuple[list[Rating], SubjectRegister]:
    """Return the sentence's ratings in reading order, and the register after it."""
    text = passage.views.canonical
    levels = [level for level in levels_in(passage) if not taken.holds(level.start) or is_of_share(text, passage.start, level.start)]
    full = setting.appraised or any(candidate.level != "hoan-thanh" or candidate.end - candidate.start < 8 for candidate in levels)
    levels = with_company(candidate for candidate in levels if full or candidate.level != "hoan-thanh")
    all_subjects = subjects_in(passage)
    others = shares_of_others(passage) if levels and passage.holds("%") else []
    of_others = Coverage(others)
    levels = [candidate for candidate in levels if not of_others.holds(candidate.start)]
    short = short_levels(passage, levels, appraised=setting.appraised)
    levels = sorted(
        [*levels, *(level for level in short if not taken.holds(level.start) and not of_others.holds(level.start))],
        key=lambda level: level.start,
    )
    turned, turned_from, turned_to = in_turn(passage) if passage.holds(*words_of("in-turn")) else ([], 0, 0)
    levels = [level for level in levels if not turned_from <= level.start < turned_to]
    masked = asides(passage, levels)
    aside = Coverage([*(Span(masked_aside.start, masked_aside.end) for masked_aside in masked), *others])
    numbers = joined(text, [number for number in numbers_in(passage, levels) if not aside.holds(number.start)], levels)
    numbers = [number for number in numbers if not turned_from <= number.start < turned_to]
    if not levels and not turned:
        return [], register_after(register, all_subjects, numbers, passage.stop)
    subjects = [
        subject
        for subject in all_subjects
        if (subject.kind not in NO_SUBJECT or subject.heads) and not subject.named and not aside.holds(subject.start)
    ]
    usable = [number for number in numbers if not set(number.kinds) & {"khac", "ho-gia-dinh"}]
    bounds = judged(readings(text, levels, usable, subjects), numbers).bound if levels else ()
    bounds = tuple(sorted([*bounds, *turned], key=lambda bound: bound.level.start))
    levels = [bound.level for bound in bounds]
    usable = sorted([*usable, *(bound.behind for bound in turned if bound.behind is not None)], key=lambda number: number.start)
    cues = aims(passage, masked)
    apart = sizes(passage)
    subjects = [subject for subject in subjects if not any(start <= subject.start < end for start, end in apart)]
    spoken = [number for number in usable if not any(start <= number.start < end for start, end in apart)]
    subjects_here = SubjectsInOrder(subjects, spoken)
    used = {id(number_used) for bound in bounds for number_used in (bound.before, bound.behind)}
    found: list[Rating] = []
    edge = passage.start
    last_zero = False
    for index, bound in enumerate(bounds):
        level = bound.level
        shared = last_zero and bound.before is None and bound.behind is None
        if shared and _OR.fullmatch(text, levels[index - 1].end, level.start):
            found.append(replace(found[-1], level=level.level, evidence=(Span(found[-1].evidence[0].start, level.end),)))
            edge = level.end
            continue
        parts, end = _parts(passage, bound, usable, subjects, edge, used)
        at = min([number_part.start for number_part in parts] + [level.start])
        register = subjects_here.register(register, at)
        if parts and (is_conditional(passage, level.start) or is_reason(passage, at, level)):
            parts = []
        before = len(found)
        following = masked_after(masked, level.end, levels[index + 1].start if index + 1 < len(levels) else passage.stop)
        for part in parts:
            last = turned[-1].level if turned_from <= level.start < turned_to else level
            subject = None if part.kinds else owner(text, last, subjects) or _subject_before(subjects, edge, level)
            kinds = part.kinds or (None if subject is None else subject.kind,)
            for kind in kinds:
                who = _who(register, kind, setting, comrades=part.comrades and len(parts) == 1)
                if who is None and found and part.rule == "rating.none":
                    who = found[-1].subject  # 35 người hoàn thành tốt nhiệm vụ, không có trường hợp nào …
                if who is None or who in {"khac", "ho-gia-dinh", "tap-the-va-ca-nhan"} or (level.level in OLD and who in _MARKED):
                    continue
                if level.exemplary and any((rating.subject, rating.level) == (who, level.level) for rating in found):
                    continue  # the best among those of the level, who are counted already
                register = register.after(who)
                register = SubjectRegister(register.person, register.body, who, register.year)
                span = Span(min(part.start, level.start, level.start if subject is None else subject.start), max(part.end, level.end))
                found.append(_rating(who, level, part, span))
        if not parts and (unit := named_units(passage, level, all_subjects, edge, len(levels) > 1)) is not None:
            kind, count, start = unit
            found.append(_rating(kind, level, _Part((), count, None, False, start, level.end, "rating.named_unit"), Span(start, level.end)))
        target = setting.aimed if (aimed := _aimed(text, passage.start, level.start, cues)) is None else aimed
        year = year_near(passage, level.start, end, masked)
        for place in range(before, len(found)):
            own = found[place].year if found[place].year is not None else year if year is not None else register.year
            if target or found[place].kind != Aim.RESULT or found[place].year != own:
                found[place] = replace(found[place], kind=Aim.TARGET if target else Aim.RESULT, year=own)
        if len(found) > before:
            found.extend(list(beside(found, following, level)))
            last_zero = found[-1].count == 0
        else:
            last_zero = False
        edge = max(end, level.end)
    return found, subjects_here.register(register, passage.stop)


def masked_after(masked: list[Aside], start: int, end: int) -> list[Aside]:
    """Return the asides that follow a rating before the next level."""
    return [aside for aside in masked if start - 2 <= aside.start < end]


class SubjectsInOrder:
    """The subjects of a sentence in order, with or without a number, indexed so that the register at any place is found at once."""

    def __init__(self, subjects: list[RatedSubject], numbers: list[Number]) -> None:
        mentions = [(subject.start, subject.kind, subject.heads) for subject in subjects if not subject.named]
        mentions += [(number.start, kind, False) for number in numbers for kind in number.kinds]
        self._starts: list[int] = []
        self._after: list[SubjectRegister] = []
        so_far = SubjectRegister()
        for start, kind, heads in sorted(mentions):
            so_far = so_far.after(kind, heads=heads)
            self._starts.append(start)
            self._after.append(so_far)

    def register(self, before: SubjectRegister, stop: int) -> SubjectRegister:
        """Return the register ``before`` the sentence as it is after reading up to ``stop``."""
        place = bisect_left(self._starts, stop)
        if not place:
            return before
        latest = self._after[place - 1]
        return SubjectRegister(latest.person or before.person, latest.body or before.body, latest.last or before.last, before.year)


def register_after(register: SubjectRegister, subjects: list[RatedSubject], numbers: list[Number], stop: int) -> SubjectRegister:
    """Return the register after reading the sentence up to ``stop``: each subject in order, with or without a number."""
    return SubjectsInOrder(subjects, numbers).register(register, stop)


def _parts(
    passage: Passage, bound: Bound, numbers: list[Number], subjects: list[RatedSubject], edge: int, used: set[int]
) -> tuple[list[_Part], int]:
    """Return the numbers of a level (those that share it before, or those behind) and where they end."""
    text = passage.views.canonical
    level, before, behind = bound.level, bound.before, bound.behind
    end = max(level.end, behind.end if behind is not None else 0)
    if before is None:
        if behind is None:
            return [], level.end
        if shares := dealt(text, behind, numbers, row_before(text, level, subjects, edge)):
            return [
                _Part(
                    (kind,),
                    number.count,
                    number.percent,
                    number.at_least or behind.at_least,
                    level.start,
                    number.end,
                    "rating.number_behind",
                )
                for number, kind in shares
            ], shares[-1][0].end
        if yearly := by_year(passage, level, behind, numbers):
            return [
                _Part(number.kinds, number.count, number.percent, number.at_least, level.start, number.end, "rating.number_behind", year)
                for number, year in yearly
            ], yearly[-1][0].end
        row = row_behind(text, behind, numbers, used)
        return [_part(number, level.start, number.end, "rating.number_behind") for number in row], row[-1].end
    if before.none:
        kinds = tuple(subject.kind for subject in row_before(text, level, subjects, before.end))  # không có chi bộ, đảng viên nào
        return [_Part(kinds, 0, None, False, before.start, level.end, "rating.none")], level.end
    parts = []
    for number in _row(text, before, numbers, edge):
        count = number.count if number.count is not None or behind is None else behind.count
        percent = number.percent if number.percent is not None or behind is None else behind.percent
        parts.append(replace(_part(number, number.start, end, "rating.number_before"), count=count, percent=percent))
    return parts, end


def _part(number: Number, start: int, end: int, rule: str) -> _Part:
    return _Part(number.kinds, number.count, number.percent, number.at_least, start, end, rule, comrades=number.comrades)


def _who(register: SubjectRegister, kind: str | None, setting: Setting, *, comrades: bool) -> str | None:
    """Return the subject that ``kind`` means: the ``comrades`` of a Party cell are its members."""
    who = register.resolved(kind)
    if who == "ca-nhan" and comrades and (register.body in _CELLS or (register.body is None and setting.party)):
        return "dang-vien"
    return who


def _row(text: str, last: Number, numbers: list[Number], edge: int) -> list[Number]:
    """Return the numbers that share a level, joined by commas and 'và': ``92% chi bộ và 93% đảng viên``."""
    row = [last]
    place = numbers.index(last)
    while place > 0 and last.kinds:
        number = numbers[place - 1]
        if (
            number.start < edge
            or not number.kinds
            or number.none
            or number.whole
            or (set(last.kinds) & GENERIC and set(number.kinds) & PERSONS)
            or (number.percent is None) != (last.percent is None)
        ):
            break
        if not _shared().fullmatch(text, number.end, row[0].start):
            break
        row.insert(0, number)
        place -= 1
    return row


def _subject_before(subjects: list[RatedSubject], edge: int, level: Level) -> RatedSubject | None:
    """Return the subject without a number between the previous rating and the level; None if the register has it."""
    near = [subject for subject in subjects if edge <= subject.start and subject.end <= level.start and subject.kind not in GENERIC]
    return near[-1] if near else None


def _aimed(text: str, start: int, at: int, cues: list[tuple[int, bool]]) -> bool | None:
    """Return whether the last cue whose scope includes ``at`` is an aim; None without a cue. A bracket is a scope of its own."""
    inside = bracket_of(text, start, at)[1]
    held = [aim for place, aim in cues if place < at and (inside or bracket_of(text, start, place)[1] is False)]
    return held[-1] if held else None


def _rating(subject: str, level: Level, part: _Part, span: Span) -> Rating:
    percent = int(part.percent) if part.percent is not None and float(part.percent).is_integer() else part.percent
    return Rating(
        subject=subject, level=level.level, count=part.count, percent=percent, at_least=part.at_least or level.at_least, year=part.year,
        kind=Aim.RESULT, evidence=(span,), rule=part.rule,
    )  # fmt: skip
