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
from generator.text.views import Views

_DIGIT = re.compile(r"\d")
#: Levels that are qualities elsewhere: they need another level right beside them.
_QUALITIES = {"hoan-thanh-xuat-sac", "hoan-thanh-tot"}
_BESIDE = 90  # code points between two levels of a list
_LEAST = 2  # levels of a list without a full one
_APPRAISED = re.compile(r"(?:xếp|phân)\s+loại|đánh\s+giá")
#: Marks of something else than the yearly appraisal of bodies and members.
OTHER_MARKS = re.compile(
    r"thi\s+đua|học\s+(?:lực|sinh|viên|tập)|sinh\s+viên|hạnh\s+kiểm|rèn\s+luyện|đề\s+tài|sáng\s+kiến|tác\s+phẩm|sản\s+phẩm"
)


@lru_cache(maxsize=1)
def bare_levels() -> dict[str, str]:
    """Return the ids of the levels by the words that are a level only in a list (``xuất sắc``, ``không hoàn thành``)."""
    return {canonical(form): entry.id for entry in lexicon("rating-levels").entries for form in entry.get("bare", ())}


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """Match a number, or its denial, right before such words, with who is counted and words of appraisal between."""
    kinds = lexicon("recipients").alternatives
    who = rf"(?:,?\s+(?:{kinds}|còn\s+lại)){{0,3}}"
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


_CLOSED_WORDS = re.compile(r"(?:xuất\s+sắc|tốt|hoàn\s+thành)(?=\s*[\"']?\s*(?:[,;.()\n]|(?:và|chiếm|còn)\s|$))")


def counted_places(views: Views) -> list[int]:
    """Return where short levels that a number counts are in a text that appraises; found once for a text."""
    places: list[int] | None = views.memory.get(counted_places)
    if places is None:
        text = views.canonical
        places = views.memory[counted_places] = [
            match.start()
            for match in (_CLOSED_WORDS.finditer(text) if _APPRAISED.search(text) is not None else ())
            if _counted().search(text, max(0, match.start() - 60), match.start()) is not None
        ]
    return places


def short_levels(passage: Passage, levels: Sequence[Level], *, appraised: bool) -> list[Level]:
    """Return the short levels of the sentence; none where ``levels``, those found already, has none of the scale in full, unless the
    sentence says that bodies are appraised.

    ``hoàn thành nhiệm vụ`` alone is no such level where the block does not speak of the appraisal (``appraised``).
    """
    full = any(not other.brief and other.level not in OLD and (appraised or other.level != "hoan-thanh") for other in levels)
    text = passage.views.canonical
    said = _APPRAISED.search(text, passage.start, passage.stop) if appraised or full else None
    if (not full and (said is None or OTHER_MARKS.search(text, passage.start, passage.stop))) or not _DIGIT.search(
        text, passage.start, passage.stop
    ):
        return []
    covered = Coverage(Span(*match.span()) for match in passage.matches(level_pattern()))
    found = [
        Level(match.start(), match.end(), bare_levels()[" ".join(match.group().split())], False, True)
        for match in passage.matches(_words())
        if not covered.holds(match.start()) and _is_counted(text, passage, match)
    ]
    if not full and len({level.level for level in found}) < _LEAST:
        return []
    return [
        level
        for level in found
        if level.level not in _QUALITIES or _has_neighbour(text, passage, level, [*levels, *(found if said is not None else ())])
    ]


def _is_counted(text: str, passage: Passage, match: re.Match[str]) -> bool:
    if _CLOSES.match(text, match.end(), passage.stop) and _counted().search(text, max(passage.start, match.start() - 60), match.start()):
        return True
    opens = match.start() == passage.start or _OPENS.search(text, max(passage.start, match.start() - 12), match.start())
    return bool(opens) and _counts_behind().match(text, match.end(), passage.stop) is not None


def _has_neighbour(text: str, passage: Passage, own: Level, levels: Sequence[Level]) -> bool:
    """Return whether another level is beside it, and no word of honour before: not in ``khen thưởng 5 đơn vị xuất sắc``."""
    if cue("honour").search(text, passage.start, own.start) is not None or "khen" in text[passage.start : own.start]:
        return False
    others = [level for level in levels if level.level != own.level]
    return any(0 <= level.start - own.end <= _BESIDE or 0 <= own.start - level.end <= _BESIDE for level in others)
