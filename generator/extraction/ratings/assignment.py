"""Assign the numbers of a sentence to its levels by the cheapest whole, each number once.

A number stands before its level (``8 chi bộ hoàn thành tốt nhiệm vụ``) or behind (``hoàn thành tốt nhiệm vụ: 8 chi bộ``); a
percentage may stand behind a level whose count stands before. Between two levels the first number can be the left one's, the last
the right one's. A step of the dynamic program decides one level; its state is whether the level before took the first number
between them, so the work grows with the levels and numbers, not with their product.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import Level, level_pattern
from generator.extraction.ratings.pieces import Number, Subject

NEVER = 1e6
_ALONE = 12.0  # a level without a number
_SHARED = -5.0  # a count and its percentage on both sides of a level are worth more than a number left over
_FAR = 220  # code points; nothing further away is weighed
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
    """Hold a level with the numbers that are its own; both None where it has none."""

    level: Level
    before: Number | None
    behind: Number | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one assignment of the whole sentence with its cost."""

    cost: float
    bound: tuple[Bound, ...]


def readings(text: str, levels: list[Level], numbers: list[Number], subjects: list[Subject]) -> list[Reading]:
    """Return the cheapest whole, then the cheapest ones that lean to numbers before and to numbers behind their levels."""
    starts = [one.start for one in numbers]
    cuts = [bisect_left(starts, level.start) for level in levels]
    gaps = [numbers[a:b] for a, b in zip([0, *cuts], [*cuts, len(numbers)], strict=True)]
    gaps = [[one for one in gap if index == 0 or one.start >= levels[index - 1].end] for index, gap in enumerate(gaps)]
    places = sorted(one.start for one in subjects)
    before = [[_before(text, one, level, places) for one in gap[-2:]] for gap, level in zip(gaps, levels, strict=False)]
    behind = [_behind(text, level, gap[0], places) if gap else NEVER for level, gap in zip(levels, gaps[1:], strict=True)]
    found = [_cheapest(levels, gaps, before, behind, lean) for lean in (0.0, 3.0, -3.0)]
    return [one for index, one in enumerate(found) if one.bound not in [other.bound for other in found[:index]]]


def _cheapest(levels: list[Level], gaps: list[list[Number]], before: list[list[float]], behind: list[float], lean: float) -> Reading:
    """Run the dynamic program; ``lean`` is added for each number behind its level, taken off the cost in the end."""
    trail: list[dict[bool, tuple[float, bool, Bound]]] = []
    costs = {False: 0.0}
    for index, level in enumerate(levels):
        step: dict[bool, tuple[float, bool, Bound]] = {}
        for used, cost in costs.items():
            gap = gaps[index]
            options: list[tuple[float, Number | None]] = [(0.0, None)]
            for place, one in enumerate(gap[-2:], max(0, len(gap) - 2)):
                if not (used and place == 0):
                    options.append((before[index][place - max(0, len(gap) - 2)] + (2.5 if place < len(gap) - 1 else 0.0), one))
            after = gaps[index + 1][0] if gaps[index + 1] else None
            for price, left in options:
                for right in (None, after) if after is not None else (None,):
                    total = cost + price + _together(left, right, behind[index], lean)
                    if total < NEVER and total < step.get(right is not None, (NEVER,))[0]:
                        step[right is not None] = (total, used, Bound(level, left, right))
        trail.append(step)
        costs = {key: one[0] for key, one in step.items()}
    state = min(costs, key=lambda key: costs[key])
    total = costs[state]
    chosen: list[Bound] = []
    for step in reversed(trail):
        _, previous, bound = step[state]
        chosen.append(bound)
        state = previous
    chosen.reverse()
    return Reading(total - lean * sum(one.behind is not None for one in chosen), tuple(chosen))


def _together(left: Number | None, right: Number | None, price: float, lean: float) -> float:
    """Return the cost of what stands behind, given what stands before: a count and its percentage, never two of a kind."""
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
    told = bisect_left(places, level.start) > bisect_left(places, number.end)
    return 0.0 if told or _SUBJECT_OF_NONE.search(between) or not between.strip(" \"'") else NEVER


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
    """Say whether a number that ends at ``at`` counts no noun of its own: not in ``7 phiếu``, ``2/3 tiêu chí``."""
    return _stands_alone().match(text, at) is not None


def _words(between: str, free: str) -> float:
    """Return the weight of the words and marks between a number and a level; those of group ``free`` weigh nothing."""
    left = cue(free).sub(" ", _YEAR.sub(" ", between))
    return sum(_MARKS.get(one, 0.0 if one in "\"'=-–%" else 1.0) for one in _TOKEN.findall(left))
