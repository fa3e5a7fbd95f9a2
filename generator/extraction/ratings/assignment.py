"""Assigns the numbers of a sentence to its levels, each number once, at the lowest total cost.

A number comes before its level (``8 chi bộ hoàn thành tốt nhiệm vụ``) or behind (``hoàn thành tốt nhiệm vụ: 8 chi bộ``); a
percentage may come behind a level whose count comes before. Between two levels the first number can belong to the left level,
the last to the right level. A step of the dynamic program decides one level; its state is whether the level before took the
first number between them. So the work grows linearly with levels and numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import Level, level_pattern
from generator.extraction.ratings.pieces import Number, RatedSubject

NEVER = 1e6
_ALONE = 12.0  # a level without a number
_SHARED = -5.0  # a count and its percentage on both sides of a level outweigh a number left over
_FAR = 220  # code points; more distant numbers are not considered
_MOST_WORDS = 14
_TOKEN = re.compile(r"\w+|[^\w\s]")
_YEAR = re.compile(r"năm\s+(?:học\s+)?\d{4}(?:\s*-\s*\d{4}|(?:\s*(?:,|và)\s*(?:năm\s+)?(?:19|20)\d\d(?!\d)){1,5})?")
_NAMES_FOLLOW = re.compile(r"\s+(?:là|gồm)\s")
_MARKS = {",": 2.5, ":": 2.0, "(": 3.0, ")": 3.0, ";": NEVER, "và": 1.0}
_STOPS = re.compile(r"\s*(?:$|[,;.:()=]|(?:chiếm|đạt|tương|tức|và)(?!\w))")
_MUST = re.compile(r"[\"']?\s+(?:thì\s+)?phải\s")
#: Nobody at all, up to the level: ``không ai bị xếp loại``.
_NOBODY = re.compile(r"không\s+ai(?:\s+(?:bị|phải|được|xếp|loại|ở|mức|đánh|giá|chất|lượng)){0,6}\s*[\"']?\s*")
_SUBJECT_OF_NONE = re.compile(r"(?<!\w)nào(?!\w)")


@dataclass(frozen=True, slots=True)
class Bound:
    """A level with its own numbers; both are None if it has none."""

    level: Level
    before: Number | None
    behind: Number | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment for the whole sentence with its cost."""

    cost: float
    bound: tuple[Bound, ...]


def readings(text: str, levels: list[Level], numbers: list[Number], subjects: list[RatedSubject]) -> list[Assignment]:
    """Return the cheapest assignment, then the cheapest that favour numbers before and behind their levels; duplicates are left out."""
    starts = [number.start for number in numbers]
    cuts = [bisect_left(starts, level.start) for level in levels]
    gaps = [numbers[a:b] for a, b in zip([0, *cuts], [*cuts, len(numbers)], strict=True)]
    gaps = [[number for number in gap if index == 0 or number.start >= levels[index - 1].end] for index, gap in enumerate(gaps)]
    places = sorted(subject.start for subject in subjects)
    before = [[_before(text, number, level, places) for number in gap[-2:]] for gap, level in zip(gaps, levels, strict=False)]
    behind = [_behind(text, level, gap[0], places) if gap else NEVER for level, gap in zip(levels, gaps[1:], strict=True)]
    leans = (0.0, 3.0, -3.0) if any(gaps[1:]) else (0.0,)  # without a number behind a level there is nothing to lean to
    found = [_cheapest(levels, gaps, before, behind, lean) for lean in leans]
    return [reading for index, reading in enumerate(found) if reading.bound not in [other.bound for other in found[:index]]]


def _cheapest(levels: list[Level], gaps: list[list[Number]], before: list[list[float]], behind: list[float], lean: float) -> Assignment:
    """Run the dynamic program; ``lean`` is added for each number behind its level, and subtracted from the cost at the end."""
    trail: list[dict[bool, tuple[float, bool, Bound]]] = []
    costs = {False: 0.0}
    for index, level in enumerate(levels):
        step: dict[bool, tuple[float, bool, Bound]] = {}
        for used, cost in costs.items():
            gap = gaps[index]
            options: list[tuple[float, Number | None]] = [(0.0, None)]
            for place, number in enumerate(gap[-2:], max(0, len(gap) - 2)):
                if not (used and place == 0):
                    options.append((before[index][place - max(0, len(gap) - 2)] + (2.5 if place < len(gap) - 1 else 0.0), number))
            after = gaps[index + 1][0] if gaps[index + 1] else None
            for price, left in options:
                for right in (None, after) if after is not None else (None,):
                    total = cost + price + _together(left, right, behind[index], lean)
                    if total < NEVER and total < step.get(right is not None, (NEVER,))[0]:
                        step[right is not None] = (total, used, Bound(level, left, right))
        trail.append(step)
        costs = {key: best[0] for key, best in step.items()}
    state = min(costs, key=lambda key: costs[key])
    total = costs[state]
    chosen: list[Bound] = []
    for step in reversed(trail):
        _, previous, bound = step[state]
        chosen.append(bound)
        state = previous
    chosen.reverse()
    return Assignment(total - lean * sum(choice.behind is not None for choice in chosen), tuple(chosen))


def _together(left: Number | None, right: Number | None, price: float, lean: float) -> float:
    """Return the cost of the number behind, given the number before: a count and its percentage go together, two of a kind never."""
    if right is None:
        return _ALONE if left is None else 0.0
    if left is None:
        return price + lean
    share = left.percent is None and right.count is None and not right.kinds and not left.none
    count = left.count is None and right.percent is None and not right.kinds
    return price + lean + (_SHARED if share else _SHARED + 1.0 if count else NEVER)


def _before(text: str, number: Number, level: Level, places: list[int]) -> float:
    """Return the cost of ``number`` counting the level behind it."""
    between = text[number.end : level.start]
    if len(between) > (4 * _FAR if _NAMES_FOLLOW.match(between) else _FAR) or cue("apart").search(between):
        return NEVER
    if number.none:
        return 0.0 if _NOBODY.fullmatch(text[number.start : level.start]) else _none(between, number, level, places)
    if _NAMES_FOLLOW.match(between) and number.kinds and ";" not in between:
        return 4.0
    words = _words(between, "appraise")
    if words >= NEVER:
        return NEVER
    bare = not number.kinds
    plain = words - sum(between.count(mark) * _MARKS[mark] for mark in ",:()")
    if plain > (_MOST_WORDS if not bare else 6 if number.percent is not None else 1) or (
        bare and number.percent is None and "," in between
    ):
        return NEVER
    rivals = bisect_left(places, level.start) - bisect_left(places, number.end)
    return words + 4.0 * rivals + (0.0 if not number.whole else 5.0 if between.strip(" \"'") else 2.0)


def _none(between: str, number: Number, level: Level, places: list[int]) -> float:
    if len(between.split()) > 12 or re.search(r"[;:\d]", between):
        return NEVER
    subject = bisect_left(places, level.start) > bisect_left(places, number.end)
    return 0.0 if subject or _SUBJECT_OF_NONE.search(between) or not between.strip(" \"'") else NEVER


def _behind(text: str, level: Level, number: Number, places: list[int]) -> float:
    """Return the cost of ``number`` counting the level before it."""
    between = text[level.end : number.start]
    if len(between) > _FAR or number.none or re.search(r"[;]|(?<!\w)và(?!\w)", between) or cue("apart").search(between):
        return NEVER
    if between.strip(" \"'") == "," and not _STOPS.match(text, number.end):
        return NEVER  # … hoàn thành tốt nhiệm vụ, 15 đồng chí bị thương
    if _MUST.match(between) or (number.percent is None and not number.kinds and not _counts_alone(text, number.end)):
        return NEVER  # … phải có 3 tiêu chí
    linked = _words(between.replace("(tsvm)", " "), "link")
    between = between.strip(" \"'\n")
    if between.startswith(("(", "=")) or re.match(r",\s*(?:chiếm|tỷ lệ|bằng|đạt|tương đương|tức|có)(?!\w)", between):
        linked -= _MARKS.get(between[0], 0.0)
    if between.endswith(":"):
        linked -= _MARKS[":"]
    share_of_others = bool(number.kinds) and number.count is None
    if "," in between and share_of_others:
        linked += 6.0
    if linked > 9 or (not between and share_of_others):
        return NEVER
    rivals = bisect_left(places, number.start) - bisect_left(places, level.end)
    return max(linked, 0.0) * 1.5 + 4.0 * rivals + (3.0 if number.whole else 0.0)


@lru_cache(maxsize=1)
def _stands_alone() -> re.Pattern[str]:
    going_on = "|".join(cue(group).pattern for group in ("apart", "than", "changed", "link", "appraise"))
    return re.compile(rf"{_STOPS.pattern}|[^\S\n]*\n|\s*[\"'\[/–-]|\s*(?:{going_on}|{level_pattern().pattern})")


def _counts_alone(text: str, at: int) -> bool:
    """Return whether a number that ends at ``at`` counts no noun of its own: not in ``7 phiếu``, ``2/3 tiêu chí``."""
    return _stands_alone().match(text, at) is not None


def _words(between: str, free: str) -> float:
    """Return the weight of the words and marks between a number and a level; the words of group ``free`` have no weight."""
    left = cue(free).sub(" ", _YEAR.sub(" ", between))
    return sum(_MARKS.get(word, 0.0 if word in "\"'=-–%" else 1.0) for word in _TOKEN.findall(left))
