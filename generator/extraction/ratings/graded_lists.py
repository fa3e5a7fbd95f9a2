"""Lists whose items say that they are levels: ``Loại xuất sắc: 5 tập thể, 40 cá nhân. Loại tốt: 12 tập thể, 188 cá nhân.``

``Loại tốt`` alone is a grade of anything, so two levels of the scale must follow one another, and what is counted must be bodies or
persons that are appraised; pupils and works are not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.levels import level_pattern, level_written
from generator.extraction.ratings.register import NO_SUBJECT
from generator.extraction.ratings.short_levels import OTHER_MARKS, bare_levels
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import Aim, Rating
from generator.model.span import Span
from generator.text.numbers import number_in_digits

_LEAST = 2
_GRADE = re.compile(r"(?<!\w)(?:loại|mức)\s+(?=[\"']?(?:xuất|tốt|hoàn|không|chưa|ht))")
_AROUND = 300  # code points around a list in which marks of something else are looked for


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    share = r"(?:\s*\(\s*(?:chiếm\s+|tỷ\s+lệ\s+|=\s*)?\d{1,3}(?:[.,]\d{1,2})?\s?%\s*\))?"
    counted = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}})\s+{lexicon('recipients').alternatives}{share}"
    level = rf"(?:{level_pattern().pattern}|(?P<bare>{alternatives(bare_levels())}))"
    return re.compile(
        rf"[\s.;,+*•–-]{{0,8}}(?:loại|mức)\s+[\"']?(?P<level>{level})[\"']?\s*(?::|có|gồm|là)\s*"
        rf"(?P<counted>{counted}(?:\s*(?:,|và|,\s*và)\s*{counted}){{0,3}})(?=\s*(?:[.;\n]|$))"
    )


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    share = r"(?:\s*\(\s*(?:chiếm\s+|tỷ\s+lệ\s+|=\s*)?(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*\))?"
    return re.compile(rf"(?P<count>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}})\s+(?P<kind>{lexicon('recipients').alternatives}){share}")


def graded_lists(text: ArticleText) -> tuple[list[Rating], list[Span]]:
    """Return the ratings of such lists, and the spans that the lists cover."""
    view = text.views.canonical
    found: list[Rating] = []
    spans: list[Span] = []
    at = 0
    while (grade := _GRADE.search(view, at)) is not None:
        items: list[re.Match[str]] = []
        at = grade.start()
        while (item := _item().match(view, at)) is not None:
            items.append(item)
            at = item.end()
        at = max(at, grade.end())
        around = view[max(0, grade.start() - _AROUND) : at]
        if len({_level(item) for item in items}) < max(_LEAST, len(items)) or OTHER_MARKS.search(around) is not None:
            continue
        ratings = [rating for item in items for rating in _ratings(item)]
        if ratings:
            found.extend(ratings)
            spans.append(Span(grade.start(), at))
    return found, spans


def _level(item: re.Match[str]) -> str:
    if item["bare"] is not None:
        return bare_levels()[" ".join(item["bare"].split())]
    written = level_pattern().match(item.string, item.start("level"))
    return "" if written is None else level_written(written)


def _ratings(item: re.Match[str]) -> list[Rating]:
    ratings = []
    for counted in _counted().finditer(item.string, *item.span("counted")):
        kind = lexicon("recipients").entry_of(" ".join(counted["kind"].split())).id
        if kind in NO_SUBJECT:
            continue
        share = None if counted["share"] is None else float(counted["share"].replace(",", "."))
        ratings.append(
            Rating(
                subject=kind,
                level=_level(item),
                count=int(number_in_digits(counted["count"])),
                percent=int(share) if share is not None and share.is_integer() else share,
                at_least=False,
                year=None,
                kind=Aim.RESULT,
                evidence=(Span(item.start("level"), counted.end()),),
                rule="rating.graded_list",
            )
        )
    return ratings
