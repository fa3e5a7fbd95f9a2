"""Read the ratings of an article, sentence by sentence, with what each sentence leaves to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.ratings.anaphora import referred
from generator.extraction.ratings.brief_lists import brief_lists
from generator.extraction.ratings.cues import cue
from generator.extraction.ratings.levels import level_pattern
from generator.extraction.ratings.pieces import numbers_in, subjects_in
from generator.extraction.ratings.reading import Setting, read, register_after
from generator.extraction.ratings.register import Register, year_under_review
from generator.extraction.ratings.rolls import rolls
from generator.extraction.ratings.scopes import bracket_of
from generator.extraction.ratings.tables import table_ratings
from generator.extraction.tables import MARK
from generator.lexicon.load import lexicon
from generator.model.article import Block, BlockKind
from generator.model.facts import Event, Rating
from generator.model.span import Coverage, Span

_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?:học\s+\d{4}\s*-\s*)?(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_APPRAISED = re.compile(r"(?:đánh\s+giá|xếp\s+loại|phân\s+loại)")
#: The rules whose ratings stand alone in a headline.
_PLAIN = {"rating.number_before", "rating.number_behind"}
_REFERS_WITHIN = 600  # code points behind the last level
_SUBJECT_HEAD = re.compile(r"\s*(?:[-–+•*]\s*)?(?:\w[).]\s*)?[^:.;]{4,60}:")
_HEAD = re.compile(r"(?::|trong\s+đó)\s*$")
#: What opens a paragraph that goes on with the appraisal told in the one before.
_GOES_ON = re.compile(r"(?:trong\s+(?:đó|số)|theo\s+đó|cụ\s+thể|kết\s+quả|(?:số\s+)?còn\s+lại|chỉ\s+(?:có\s+)?\d|có\s+\d|không\s+có|\d)")


def ratings(text: ArticleText, taken: Sequence[Span] = (), event: Event | None = None) -> tuple[Rating, ...]:
    """Return the ratings in reading order. ``taken``: the words of awards, where a level is a reason and not a rating."""
    canonical = text.views.canonical
    told = [match.start() for match in level_pattern().finditer(canonical)]
    last = told[-1] if told else -1
    lists, listed = brief_lists(text)
    found, tables = table_ratings(text)
    if last < 0 and not lists and not tables:
        return ()
    rolled, rows = rolls(text) if len(told) > 1 and MARK.search(text.article.text) is not None else ([], [])
    found.extend(rolled)
    tables.extend(rows)
    found.extend(lists)
    tables.extend(listed)
    review = year_under_review(text, event)
    reader, titles = _Reader(text, Coverage(taken), review), _Reader(text, Coverage(taken), review)
    laid_out = Coverage(sorted(tables, key=lambda one: one.start))
    headlined: list[Rating] = []
    for sentence in text.sentences:
        if sentence.start > last and not (reader.may_refer and sentence.start < last + _REFERS_WITHIN):
            break  # what a sentence leaves to the next is of no use without a level further on
        if sentence.block.kind is BlockKind.TITLE:
            headlined.extend(titles.read(sentence))
        elif not laid_out.holds(sentence.start):
            found.extend(reader.read(sentence))
    found.extend(one for one in headlined if one.rule in _PLAIN and not _is_told(one, found))
    return merged([replace(one, year=review) if one.year is None and one.kind == "result" else one for one in found], canonical)


def _is_told(headline: Rating, found: list[Rating]) -> bool:
    """Say whether the text tells the same: its numbers are the better ones."""
    alike = (headline.subject, headline.level, headline.at_least, headline.kind)
    return any((one.subject, one.level, one.at_least, one.kind) == alike for one in found)


@lru_cache(maxsize=1)
def _appraisal() -> re.Pattern[str]:
    """Match what makes a block one of the yearly appraisal."""
    return re.compile(rf"{cue('appraisal').pattern}|%|\"\s*hoàn\s+thành")


class _Reader:
    """Read sentence after sentence, keeping the register, the aims and the appraisal of the block."""

    def __init__(self, text: ArticleText, taken: Coverage, review: int | None) -> None:
        self._text, self._taken, self._review = text, taken, review
        self._register = Register()
        self._block: Block | None = None
        self._aimed = self._section = self._headed = self._rated = self._spoken = False
        self._last: list[Rating] = []
        self._appraised = 0  # where the first word of appraisal in the block ends

    @property
    def may_refer(self) -> bool:
        """Say whether the sentence just read told ratings, to which the next may refer."""
        return bool(self._last)

    def read(self, sentence: Sentence) -> list[Rating]:
        """Return the ratings of the sentence that follows."""
        canonical = self._text.views.canonical
        if sentence.block is not self._block:
            self._enter(sentence)
        passage = self._text.passage(sentence)
        self._headed = _HEAD.search(canonical, max(sentence.start, sentence.end - 12), sentence.end) is not None
        if canonical.startswith("kết quả", sentence.start):
            self._aimed = False
        found: list[Rating] = []
        if level_pattern().search(canonical, sentence.start, sentence.end) is not None:
            setting = Setting(self._appraised <= sentence.end, self._aimed or self._section)
            found, self._register = read(passage, self._taken, self._register, setting)
            self._rated = bool(found)
        elif found := referred(passage, self._last):
            self._rated = True
        elif self._headed or _speaks_of_subjects(canonical, sentence):
            self._register = register_after(self._register, subjects_in(passage), numbers_in(passage, []), sentence.end)
        year = next((one for one in passage.matches(_YEAR) if not bracket_of(canonical, sentence.start, one.start())[1]), None)
        if year is not None and not self._is_compared(sentence, year):
            self._register = replace(self._register, year=int(year["year"]))
        self._aimed = _aims_on(canonical, sentence, self._aimed, self._headed)
        self._last = found
        self._spoken = bool(found) or _APPRAISED.search(canonical, sentence.start, sentence.end) is not None
        return found

    def _is_compared(self, sentence: Sentence, year: re.Match[str]) -> bool:
        """Say whether a year right behind a level is only compared with the one under review: ``… nhiệm vụ năm 2020 là 14,1%``."""
        canonical = self._text.views.canonical
        behind = any(
            not canonical[level.end() : year.start()].strip(" \"'")
            for level in level_pattern().finditer(canonical, sentence.start, year.start())
        )
        return behind and self._review is not None and int(year["year"]) < self._review

    def _enter(self, sentence: Sentence) -> None:
        """Begin a block: a list goes on with what its head or the item before told."""
        canonical, block = self._text.views.canonical, sentence.block
        goes_on = self._spoken and not self._aimed and _GOES_ON.match(canonical, sentence.start) is not None
        listed = _is_listed(canonical, sentence) or self._headed or goes_on
        self._register = self._register if listed else Register()
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
    """Match how many a body has: ``Chi bộ có 27 đảng viên``."""
    return re.compile(rf"(?:có|gồm|với|tổng\s+số)\s+\d[\d.]{{0,8}}\s+{lexicon('recipients').alternatives}")


def _speaks_of_subjects(canonical: str, sentence: Sentence) -> bool:
    if _members().search(canonical, sentence.start, sentence.end) is not None:
        return True
    head = _SUBJECT_HEAD.match(canonical, sentence.start, sentence.end)
    return head is not None or _APPRAISED.search(canonical, sentence.start, sentence.end) is not None


def _aims_on(canonical: str, sentence: Sentence, before: bool, headed: bool) -> bool:
    """Say whether the sentences that follow in the block tell aims too."""
    told = cue("result").search(canonical, sentence.start, sentence.end) is not None
    plan = cue("plan").search(canonical, sentence.start, sentence.end) is not None
    aim = headed and cue("aim").search(canonical, sentence.start, sentence.end) is not None
    return (plan and not told) or aim or (before and not told)


def _is_listed(canonical: str, sentence: Sentence) -> bool:
    """Say whether the block is an item: by its mark, or because it begins with a level and tells its number (``HTTNV: 36``)."""
    if sentence.block.kind is BlockKind.LIST_ITEM or canonical.startswith(("-", "+", "•"), sentence.start):
        return True
    level = level_pattern().match(canonical, sentence.start, sentence.end)
    return level is not None and canonical.startswith((":", " :"), level.end())


def _section(text: ArticleText, sentence: Sentence, before: bool) -> bool:
    """Say whether the block stands under a heading of plans (``PHƯƠNG HƯỚNG VÀ MỤC TIÊU NHIỆM KỲ …``)."""
    span = sentence.block.span
    words = text.article.text[span.start : span.end]
    if len(words) > 120 or words[-1:] in ".;" or "\n" in words or not (words.isupper() or words.endswith(":")):
        return before
    return cue("section").search(text.views.canonical, span.start, span.end) is not None


def merged(found: list[Rating], text: str) -> tuple[Rating, ...]:
    """Merge a rating told twice into one with two pieces of evidence; a count alone is the one told with its percentage.

    Units named one by one are counted together: ``Chi bộ A: hoàn thành tốt nhiệm vụ`` and the same of Chi bộ B make two.
    """
    both = {_told(one, None): one for one in found if one.kind == "result" and None not in (one.count, one.percent)}
    result: list[tuple[Rating, list[Span]]] = []
    places: dict[Rating, int] = {}
    for one in _counted_together(found, text):
        told = _told(one, one.percent)
        if one.kind == "result" and told in both:
            told = _told(both[told], both[told].percent)
        place = places.setdefault(told, len(result)) if one.kind == "result" else len(result)
        if place == len(result):
            result.append((replace(told, rule=one.rule, at_least=one.at_least), []))
        result[place][1].extend(one.evidence)
    return tuple(replace(one, evidence=tuple(evidence)) for one, evidence in result)


def _counted_together(found: list[Rating], text: str) -> list[Rating]:
    """Return the ratings with those of units named one by one as one, where the first of them is."""
    named: dict[Rating, dict[str, Rating]] = {}
    for one in found:
        if one.rule == "rating.named_unit":
            told = named.setdefault(replace(_told(one, one.percent), count=None), {})
            name = _unit_named(text, one.evidence[0])
            if not told or (name and next(iter(told))):
                told.setdefault(name, one)
    together: list[Rating] = []
    for one in found:
        key = replace(_told(one, one.percent), count=None)
        if one.rule != "rating.named_unit" or key not in named:
            together.append(one) if one.rule != "rating.named_unit" else None
            continue
        units = list(named.pop(key).values())
        evidence = tuple(span for unit in units for span in unit.evidence)
        together.append(replace(one, count=sum(unit.count or 0 for unit in units), evidence=evidence))
    return together


_NAME_ENDS = re.compile(r"[:,(]|(?<!\w)(?:được|bị|đã|đạt|xếp|hoàn|là)(?!\w)")


def _unit_named(text: str, span: Span) -> str:
    """Return the unit's name at the head of ``span``; empty where it is the article's own (``Đảng bộ``)."""
    end = _NAME_ENDS.search(text, span.start, span.end)
    words = text[span.start : span.end if end is None else end.start()].split()
    return " ".join(words) if len(words) > 2 else ""


def _told(one: Rating, percent: float | None) -> Rating:
    return replace(one, evidence=(), rule="", at_least=False, percent=percent)
