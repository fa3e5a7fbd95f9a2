"""The ratings of an article, sentence by sentence, with the context that each sentence passes to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.limits import most_read, most_tried
from generator.extraction.ratings.anaphora import referred
from generator.extraction.ratings.brief_lists import brief_lists
from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.graded_lists import graded_lists
from generator.extraction.ratings.levels import level_pattern, level_spans
from generator.extraction.ratings.pieces import numbers_in, subjects_in
from generator.extraction.ratings.reading import Setting, read, register_after
from generator.extraction.ratings.register import SubjectRegister, year_under_review
from generator.extraction.ratings.rolls import rolls
from generator.extraction.ratings.scopes import bracket_of
from generator.extraction.ratings.short_levels import counted_places
from generator.extraction.ratings.tables import table_ratings
from generator.extraction.tables import MARK
from generator.lexicon.load import lexicon
from generator.model.article import Block, BlockKind
from generator.model.facts import Aim, Event, Rating
from generator.model.span import Coverage, Span

_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?:học\s+\d{4}\s*-\s*)?(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_APPRAISED = re.compile(r"(?:đánh\s+giá|xếp\s+loại|phân\s+loại)")
#: The rules whose ratings are accepted from a headline alone.
_PLAIN = {"rating.number_before", "rating.number_behind"}
_PARTY = re.compile(r"chi\s+bộ|đảng\s+viên")
_REFERS_WITHIN = 600  # code points behind the last level
_SUBJECT_HEAD = re.compile(r"\s*(?:[-–+•*]\s*)?(?:\w[).]\s*)?[^:.;]{4,60}:")
_HEAD = re.compile(r"(?::|trong\s+đó)\s*$")
#: A numbered heading on a line of its own: IV. Chỉ tiêu năm 2025
_NUMBERED_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2})[.)/]\s*[^\d\s%][^%:;]{3,60}$")
#: What opens a paragraph that continues the appraisal of the one before.
_GOES_ON = re.compile(r"(?:trong\s+(?:đó|số)|theo\s+đó|cụ\s+thể|kết\s+quả|(?:số\s+)?còn\s+lại|chỉ\s+(?:có\s+)?\d|có\s+\d|không\s+có|\d)")


def ratings(text: ArticleText, taken: Sequence[Span] = (), event: Event | None = None) -> tuple[Rating, ...]:
    """Return the ratings in reading order. ``taken``: the spans of awards, in which a level is a reason and not a rating."""
    canonical = text.views.canonical
    places = [start for start, _ in level_spans(text.views)]
    last = max([*places[-1:], *counted_places(text.views)[-1:]], default=-1)
    lists, listed = brief_lists(text)
    graded, grades = graded_lists(text)
    lists, listed = [*lists, *graded], [*listed, *grades]
    found, tables = table_ratings(text)
    if last < 0 and not lists and not tables:
        return ()
    rolled, rows = rolls(text) if len(places) > 1 and MARK.search(text.article.text) is not None else ([], [])
    found.extend(rolled)
    tables.extend(rows)
    found.extend(lists)
    tables.extend(listed)
    review = year_under_review(text, event)
    reader, titles = _RatingReader(text, Coverage(taken), review), _RatingReader(text, Coverage(taken), review)
    laid_out = Coverage(sorted(tables, key=lambda span: span.start))
    headlined: list[Rating] = []
    for sentence in text.sentences:
        if len(found) >= most_read("ratings") or reader.tried > most_tried("ratings"):
            break
        if sentence.start > last and not (reader.may_refer and sentence.start < last + _REFERS_WITHIN):
            break  # the context for the next sentence is useless without a level further on
        if sentence.block.kind is BlockKind.TITLE:
            headlined.extend(titles.read(sentence))
        elif not laid_out.holds(sentence.start):
            found.extend(reader.read(sentence))
    found.extend(rating for rating in headlined if rating.rule in _PLAIN and not _is_repeated(rating, found))
    return merged(
        [
            replace(rating, year=review) if rating.year is None and rating.kind == Aim.RESULT else rating
            for rating in found[: most_read("ratings")]
        ],
        canonical,
    )


def _is_repeated(headline: Rating, found: list[Rating]) -> bool:
    """Return whether the text states the same rating; its numbers are more reliable."""
    alike = (headline.subject, headline.level, headline.at_least, headline.kind)
    return any((rating.subject, rating.level, rating.at_least, rating.kind) == alike for rating in found)


@lru_cache(maxsize=1)
def _appraisal() -> re.Pattern[str]:
    """Match the words that mark a block as one about the yearly appraisal."""
    return re.compile(rf"{cue('appraisal').pattern}|%|\"\s*hoàn\s+thành")


class _RatingReader:
    """A reader of successive sentences that keeps the register, the aims and the appraisal of the block."""

    def __init__(self, text: ArticleText, taken: Coverage, review: int | None) -> None:
        self._text, self._taken, self._review = text, taken, review
        self._register = SubjectRegister()
        self._party = any(
            sentence.block.kind is BlockKind.TITLE and _PARTY.search(text.views.canonical, sentence.start, sentence.end)
            for sentence in text.sentences[:3]
        )
        self._counted = counted_places(text.views)
        self._block: Block | None = None
        self._aimed = self._section = self._headed = self._rated = self._spoken = False
        self._last: list[Rating] = []
        self.tried = 0  #: levels in the sentences that were read
        self._appraised = 0  # where the first word of appraisal in the block ends

    @property
    def may_refer(self) -> bool:
        """Return whether the sentence just read stated ratings, to which the next may refer."""
        return bool(self._last)

    def read(self, sentence: Sentence) -> list[Rating]:
        """Return the ratings of the next sentence."""
        canonical = self._text.views.canonical
        if sentence.block is not self._block:
            self._enter(sentence)
        passage = self._text.passage(sentence)
        self._headed = _HEAD.search(canonical, max(sentence.start, sentence.end - 12), sentence.end) is not None
        if canonical.startswith("kết quả", sentence.start):
            self._aimed = False
        found: list[Rating] = []
        counted = bisect_left(self._counted, sentence.start) < bisect_left(self._counted, sentence.end)
        if counted or level_pattern().search(canonical, sentence.start, sentence.end) is not None:
            self.tried += max(1, len(level_pattern().findall(canonical, sentence.start, sentence.end)))
            setting = Setting(self._appraised <= sentence.end, self._aimed or self._section, self._party)
            found, self._register = read(passage, self._taken, self._register, setting)
            self._rated = bool(found)
        elif found := referred(passage, self._last):
            self._rated = True
        elif self._headed or _speaks_of_subjects(canonical, sentence):
            self._register = register_after(self._register, subjects_in(passage), numbers_in(passage, []), sentence.end)
        year = next((match for match in passage.matches(_YEAR) if not bracket_of(canonical, sentence.start, match.start())[1]), None)
        if year is not None and not self._is_compared(sentence, year):
            self._register = replace(self._register, year=int(year["year"]))
        self._aimed = _aims_on(canonical, sentence, self._aimed, self._headed)
        self._last = found
        self._spoken = bool(found) or _APPRAISED.search(canonical, sentence.start, sentence.end) is not None
        return found

    def _is_compared(self, sentence: Sentence, year: re.Match[str]) -> bool:
        """Return whether a year right behind a level is only compared with the one under review: ``… nhiệm vụ năm 2020 là 14,1%``."""
        canonical = self._text.views.canonical
        behind = any(
            not canonical[level.end() : year.start()].strip(" \"'")
            for level in level_pattern().finditer(canonical, sentence.start, year.start())
        )
        return behind and self._review is not None and int(year["year"]) < self._review

    def _enter(self, sentence: Sentence) -> None:
        """Begin a block: a list continues the context of its head or of the item before."""
        canonical, block = self._text.views.canonical, sentence.block
        goes_on = self._spoken and not self._aimed and _GOES_ON.match(canonical, sentence.start) is not None
        listed = _is_listed(canonical, sentence) or self._headed or goes_on
        self._register = self._register if listed else SubjectRegister()
        self._aimed = self._aimed and listed
        self._section = _section(self._text, sentence, self._section)
        self._block = block
        appraisal = _appraisal().search(canonical, block.span.start, block.span.end)
        if self._headed or goes_on or (listed and self._rated):
            self._appraised = block.span.start
        else:
            self._appraised = len(canonical) + 1 if appraisal is None else appraisal.end()


@lru_cache(maxsize=1)
def _members() -> re.Pattern[str]:
    """Match the size of a body: ``Chi bộ có 27 đảng viên``."""
    return re.compile(rf"(?:có|gồm|với|tổng\s+số)\s+\d[\d.]{{0,8}}\s+{lexicon('recipients').alternatives}")


def _speaks_of_subjects(canonical: str, sentence: Sentence) -> bool:
    if _members().search(canonical, sentence.start, sentence.end) is not None:
        return True
    head = _SUBJECT_HEAD.match(canonical, sentence.start, sentence.end)
    return head is not None or _APPRAISED.search(canonical, sentence.start, sentence.end) is not None


def _aims_on(canonical: str, sentence: Sentence, before: bool, headed: bool) -> bool:
    """Return whether the sentences that follow in the block state aims too."""
    result = cue("result").search(canonical, sentence.start, sentence.end) is not None
    plan = cue("plan").search(canonical, sentence.start, sentence.end) is not None
    aim = headed and cue("aim").search(canonical, sentence.start, sentence.end) is not None
    return (plan and not result) or aim or (before and not result)


def _is_listed(canonical: str, sentence: Sentence) -> bool:
    """Return whether the block is an item: by its mark, or because it begins with a level and its number (``HTTNV: 36``)."""
    if sentence.block.kind is BlockKind.LIST_ITEM or canonical.startswith(("-", "+", "•"), sentence.start):
        return True
    level = level_pattern().match(canonical, sentence.start, sentence.end)
    return level is not None and canonical.startswith((":", " :"), level.end())


def _section(text: ArticleText, sentence: Sentence, before: bool) -> bool:
    """Return whether the block is below a heading of plans (``PHƯƠNG HƯỚNG VÀ MỤC TIÊU NHIỆM KỲ …``)."""
    span = sentence.block.span
    words = text.article.text[span.start : span.end]
    numbered = _NUMBERED_HEADING.match(words) is not None
    if len(words) > 120 or words[-1:] in ".;" or "\n" in words or not (words.isupper() or words.endswith(":") or numbered):
        return before
    return cue("section").search(text.views.canonical, span.start, span.end) is not None


def merged(found: list[Rating], text: str) -> tuple[Rating, ...]:
    """Merge a rating stated twice into one with two pieces of evidence; a count alone is merged with the count that has a percentage.

    Units named one by one are counted together: ``Chi bộ A: hoàn thành tốt nhiệm vụ`` and the same of Chi bộ B make two.
    """
    both = {_key(rating, None): rating for rating in found if rating.kind == Aim.RESULT and None not in (rating.count, rating.percent)}
    result: list[tuple[Rating, list[Span]]] = []
    places: dict[_Key, int] = {}
    for rating in _counted_together(found, text):
        key, percent = _key(rating, rating.percent), rating.percent
        if rating.kind == Aim.RESULT and key in both:
            percent = both[key].percent
            key = _key(both[key], percent)
        place = places.setdefault(key, len(result)) if rating.kind == Aim.RESULT else len(result)
        if place == len(result):
            result.append((rating if percent == rating.percent else replace(rating, percent=percent), []))
        result[place][1].extend(rating.evidence)
    return tuple(replace(rating, evidence=tuple(evidence)) for rating, evidence in result)


def _counted_together(found: list[Rating], text: str) -> list[Rating]:
    """Return the ratings, with those of units named one by one joined into one at the place of the first."""
    named: dict[_Key, dict[str, Rating]] = {}
    for rating in found:
        if rating.rule == "rating.named_unit":
            units_named = named.setdefault(_key(rating, rating.percent, counted=False), {})
            name = _unit_named(text, rating.evidence[0])
            if not units_named or (name and next(iter(units_named))):
                units_named.setdefault(name, rating)
    together: list[Rating] = []
    for rating in found:
        if rating.rule != "rating.named_unit":
            together.append(rating)
            continue
        key = _key(rating, rating.percent, counted=False)
        if key not in named:
            continue
        units = list(named.pop(key).values())
        evidence = tuple(span for unit in units for span in unit.evidence)
        together.append(replace(rating, count=sum(unit.count or 0 for unit in units), evidence=evidence))
    return together


_NAME_ENDS = re.compile(r"[:,(]|(?<!\w)(?:được|bị|đã|đạt|xếp|hoàn|là)(?!\w)")


def _unit_named(text: str, span: Span) -> str:
    """Return the unit's name at the head of ``span``; empty if it is the article's own unit (``Đảng bộ``)."""
    end = _NAME_ENDS.search(text, span.start, span.end)
    words = text[span.start : span.end if end is None else end.start()].split()
    return " ".join(words) if len(words) > 2 else ""


_Key = tuple[object, ...]


def _key(rating: Rating, percent: float | None, *, counted: bool = True) -> _Key:
    """Return what makes two ratings the same, with ``percent`` in the place of its own."""
    return (rating.subject, rating.level, rating.count if counted else None, percent, rating.year, rating.kind)
