"""The levels of the yearly appraisal in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import WEAK
from generator.extraction.ratings.cues import cue, right_before, words_of
from generator.lexicon.load import alternatives, lexicon
from generator.text.folding import canonical
from generator.text.views import Views


@dataclass(frozen=True, slots=True)
class Level:
    """A level as written.

    ``at_least``: ``trở lên`` follows. ``brief``: a form that needs a full level beside it. ``exemplary``: ``tiêu biểu``
    follows, the best among those of the level.
    """

    start: int
    end: int
    level: str
    at_least: bool
    brief: bool
    exemplary: bool = False


@lru_cache(maxsize=1)
def _briefs() -> dict[str, str]:
    return {canonical(form): entry.id for entry in lexicon("rating-levels").entries for form in entry.get("brief", ())}


@lru_cache(maxsize=1)
def level_pattern() -> re.Pattern[str]:
    """Compile the written forms of the levels with the words that may follow them."""
    words = alternatives([*lexicon("rating-levels").by_variant, *_briefs()])
    return re.compile(words + r"(?P<tail>[\"']?\s*(?P<exemplary>tiêu\s+biểu[\"']?)?\s*(?P<up>trở\s+lên)?)")


def level_spans(views: Views) -> list[tuple[int, int]]:
    """Return where the levels of the whole text are; found once for a text."""
    spans: list[tuple[int, int]] | None = views.memory.get(level_spans)
    if spans is None:
        spans = views.memory[level_spans] = [match.span() for match in level_pattern().finditer(views.canonical)]
    return spans


def level_written(match: re.Match[str]) -> str:
    """Return the id of the level in a match of :func:`level_pattern`."""
    words = " ".join(match.string[match.start() : match.start("tail")].split())
    return _briefs().get(words) or lexicon("rating-levels").entry_of(words).id


_NOT = re.compile(r"(?:không|chưa)\s+[\"']?$")
#: Levels of the scale before 2018.
OLD = {"trong-sach-vung-manh", "yeu-kem", "du-tu-cach"}
_LISTED_BEFORE = re.compile(r"(?:[;,]|\d|\d\s?%\)?|và)\s*$")
_BRIEF_BEFORE = re.compile(r"(?:xếp loại|loại|mức|xếp)\s*[\"']?\s*$")
_BRIEF_AFTER = re.compile(r"\s*(?:[\"',;.:()]|và\s|là\s|có\s|chiếm\s|đạt\s|năm\s|\d|$)")


@lru_cache(maxsize=1)
def _given_by() -> re.Pattern[str]:
    """Match who assigned the work behind a level: ``… do Đảng, Nhà nước giao phó``; not a reason (``do nội bộ mất đoàn kết``)."""
    return re.compile(rf"[\"']?\s*do\s[^;.\n\d]{{0,80}}?{alternatives(words_of('assigned'))}")


@lru_cache(maxsize=1)
def _owned() -> re.Pattern[str]:
    """Match the subject of a level, given behind it with the number: ``… của đảng viên là 98%``."""
    return re.compile(rf"của\s+(?:các\s+)?{lexicon('recipients').alternatives}\s+(?:là|đạt|chiếm|có|gồm)\s+(?:\w+\s+){{0,2}}\d")


def levels_in(passage: Passage) -> Iterator[Level]:
    """Yield the levels of the passage that can be an appraisal's, in reading order."""
    text = passage.views.canonical
    for match in passage.matches(level_pattern()):
        words = " ".join(text[match.start() : match.start("tail")].split())
        before = text[max(passage.start, match.start() - 28) : match.start()]
        behind = past_space(text, match.end())
        if _is_work(text, match, behind, passage.stop) and not _owned().match(text, behind, passage.stop):
            continue
        if _given_by().match(text, match.end(), passage.stop):
            continue
        brief = words in _briefs()
        level = level_written(match)
        if brief and not _BRIEF_AFTER.match(text, match.start("tail"), passage.stop) and match["up"] is None:
            continue
        if level == "hoan-thanh" and _NOT.search(before):
            level = "khong-hoan-thanh"
        if level in OLD and not right_before("old-scale", r"\s*[\"',:]*").search(before):
            if not _LISTED_BEFORE.search(before):
                continue
            brief = True
        elif brief and _BRIEF_BEFORE.search(before):
            brief = False
        end = match.end() if match["up"] or match["exemplary"] else match.start("tail")
        yield Level(match.start(), end, level, match["up"] is not None, brief, match["exemplary"] is not None)


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """Match what may follow a level: a mark, a number, words that bind or compare it, its subject. Before any other word it is
    work done."""
    groups = ("link", "appraise", "apart", "than", "changed", "follows", "norm", "aim", "minimum", "old-scale", "claimed")
    kinds = alternatives(name for name in lexicon("recipients").by_variant if name not in WEAK)
    words = [*(cue(group).pattern for group in groups), kinds, level_pattern().pattern]
    return re.compile(rf"[^\w]|\d|$|{'|'.join(words)}")


def _is_work(text: str, match: re.Match[str], behind: int, stop: int) -> bool:
    """Return whether a level's words describe work done: ``hoàn thành tốt nhiệm vụ được giao``, ``… phòng, chống dịch``."""
    if cue("work").match(text, behind, stop):
        return True
    goes_on = "\n" in text[match.start("tail") : behind] or match["up"] is not None
    return not goes_on and _goes_on().match(text, behind, stop) is None


def past_space(text: str, at: int) -> int:
    """Return the first place from ``at`` on that is neither white space nor a quotation mark."""
    while at < len(text) and (text[at].isspace() or text[at] in "\"'"):
        at += 1
    return at


def with_company(levels: Iterable[Level]) -> list[Level]:
    """Keep brief levels only in a list with a full or another brief one: ``3 hoàn thành tốt`` beside ``2 hoàn thành nhiệm vụ``."""
    found = list(levels)
    return found if any(not level.brief for level in found) or len({level.level for level in found}) > 1 else []
