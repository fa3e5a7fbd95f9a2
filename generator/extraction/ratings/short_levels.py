"""Find levels cut down to their first words in a list that a full one makes one of the appraisal.

``18 hoàn thành tốt nhiệm vụ, 2 hoàn thành; 1 không hoàn thành.``: the words alone are everyday ones, so a number must count them
(before or behind), nothing may follow that they could govern, and the sentence must hold a level in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.ratings.cues import cue, words_of
from generator.extraction.ratings.levels import OLD, Level, level_pattern
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Coverage, Span
from generator.text.folding import canonical

_DIGIT = re.compile(r"\d")
#: Levels that are qualities elsewhere: they need another level right beside them.
_QUALITIES = {"hoan-thanh-xuat-sac", "hoan-thanh-tot"}
_BESIDE = 90  # code points between two levels of a list


@lru_cache(maxsize=1)
def bare_levels() -> dict[str, str]:
    """Return the ids of the levels by the words that are a level only in a list (``xuất sắc``, ``không hoàn thành``)."""
    return {canonical(form): entry.id for entry in lexicon("rating-levels").entries for form in entry.get("bare", ())}


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """Match a number, or its denial, right before such words, with who is counted and words of appraisal between."""
    kinds = lexicon("recipients").alternatives
    who = rf"(?:\s+(?:{kinds}|còn\s+lại)){{0,3}}"
    share = r"(?:\s?\(\s?\d[\d.,]{0,5}\s?%\s?\))?"
    counted = rf"(?<![\w/.,])\d[\d.,]{{0,6}}(?:\s?/\s?\d{{1,5}})?\s?%?{share}"
    number = rf"(?:{counted}|không(?:\s+(?:có|còn|một|ai))?){who}(?:\s+nào)?"
    return re.compile(rf"{number}(?:\s+(?!tiêu\s+chí){alternatives(words_of('appraise'))}){{0,4}}\s*[\"']?\s*$")


@lru_cache(maxsize=1)
def _counts_behind() -> re.Pattern[str]:
    """Match a number behind such words, with who is counted, up to a mark."""
    kinds = lexicon("recipients").alternatives
    number = r"(?:\d[\d.,]{0,6}(?:\s?/\s?\d{1,5})?\s?%?|không(?:\s+có)?)"
    return re.compile(
        rf"\s*[\"']?\s*(?::|=|-|–|là|có|chiếm|đạt)?\s*(?:(?:là|có|chỉ)\s+)?{number}(?:\s+{kinds})?(?=\s*(?:[,;.()=\n]|chiếm|bằng|đạt|và|$))"
    )


_OPENS = re.compile(r"(?:[,;.:(\n+*•–-]|(?<!\w)(?:và|mức|loại|còn|số))\s*[\"']?\s*$")
_CLOSES = re.compile(r"\s*[\"']?\s*(?:[,;.()\n]|(?:và|còn)\s+(?:có\s+|chỉ\s+)?\d|chiếm\s|(?:là|có)\s+\d|$)")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(alternatives(bare_levels()))


def short_levels(passage: Passage, levels: Sequence[Level], *, appraised: bool) -> list[Level]:
    """Return the short levels of the sentence; none where ``levels``, those found already, has none of the scale in full.

    ``hoàn thành nhiệm vụ`` alone is no such level where the block does not speak of the appraisal (``appraised``).
    """
    if not any(not other.brief and other.level not in OLD and (appraised or other.level != "hoan-thanh") for other in levels):
        return []
    text = passage.views.canonical
    if _DIGIT.search(text, passage.start, passage.stop) is None:
        return []
    covered = Coverage(Span(*match.span()) for match in passage.matches(level_pattern()))
    found: list[Level] = []
    for match in passage.matches(_words()):
        if covered.holds(match.start()) or not _is_counted(text, passage, match):
            continue
        level = bare_levels()[" ".join(match.group().split())]
        if level in _QUALITIES and not _has_neighbour(text, passage, match, levels):
            continue
        found.append(Level(match.start(), match.end(), level, False, True))
    return found


def _is_counted(text: str, passage: Passage, match: re.Match[str]) -> bool:
    if _CLOSES.match(text, match.end(), passage.stop) and _counted().search(text, max(passage.start, match.start() - 60), match.start()):
        return True
    opens = match.start() == passage.start or _OPENS.search(text, max(passage.start, match.start() - 12), match.start())
    return bool(opens) and _counts_behind().match(text, match.end(), passage.stop) is not None


def _has_neighbour(text: str, passage: Passage, match: re.Match[str], levels: Sequence[Level]) -> bool:
    """Return whether a level stands beside, and no word of honour before: not in ``khen thưởng 5 đơn vị xuất sắc``."""
    if cue("honour").search(text, passage.start, match.start()) is not None or "khen" in text[passage.start : match.start()]:
        return False
    return any(0 <= level.start - match.end() <= _BESIDE or 0 <= match.start() - level.end <= _BESIDE for level in levels)
