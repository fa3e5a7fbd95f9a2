"""Sentences that may hide an award or a rating: its words with a number or a recipient beside them, and no fact that reports it.

Most sentences with such words hide nothing: a wish, a regulation, the same award said again. Only a number that no fact of the article
states, or a named recipient of an award type without a fact, is worth checking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.limits import MOST_FACTS
from generator.extraction.unexplained import Mention, accounted_for, has_any, unexplained
from generator.lexicon.load import alternatives, lexicon
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.article import BlockKind
from generator.model.facts import FactKind
from generator.model.span import Span, overlapping
from generator.model.statement import Statement
from generator.resolution.review.items import cue, item
from generator.resolution.review.reasons import because, percent
from generator.text.numbers import DIGITS, WORDS, number_in_digits, number_in_words
from generator.text.sentences import LOWER, UPPER

KIND = ReviewTopic.UNEXPLAINED
MOST = MOST_FACTS["awards"]  #: sentences of an article with such words that no fact accounts for
_REACH = 90  # code points between the word of an award and its number
#: A number that counts; no year, no class (``hạng Ba``), not ``năm`` alone, which is mostly "year", nor ``một`` in "one of two".
_NUMBER = (
    r"(?<!hạng )(?<!giải )(?<!khóa )(?!(?:19|20)\d\d(?!\d))"
    rf"(?:{DIGITS}|(?<!\w)(?!(?:năm|một)(?!\w)(?!\s+(?:huy|huân|bằng|giấy|giải)\s)){WORDS}(?!\w))"
)
_ARTICLE_OF_A_LAW = re.compile(r"(?<!\w)(?:điều|khoản)\s+\d")
_MOTHERS = "me-viet-nam-anh-hung"
_TRIED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})


def hidden(entry: Entry) -> Iterator[ReviewItem]:
    """Yield one item a sentence of ``entry`` that may hide a fact, in reading order, and one where more than :data:`MOST` would have to
    be tried: a person splits the article, and no list grows beyond use."""
    text = ArticleText(entry.article)
    if not has_any(text):
        return
    known_numbers = _told(entry)
    tried = [sentence for sentence in text.sentences if sentence.block.kind in _TRIED]
    spans = [Span(attempt.start, attempt.end) for attempt in tried]
    types = frozenset(award.type for award in entry.facts.awards)
    left = MOST
    for sentence, span, near in zip(tried, spans, overlapping(accounted_for(entry.facts), spans), strict=True):
        tried_in = _Tried(text, sentence)
        for at, mention in enumerate(unexplained(text, span, near)):
            left -= at == 0
            if left < 0:
                yield item(
                    ReviewTopic.LEFT_OUT, entry, span, because("untried", most=MOST), because("split", file=entry.article.source.path)
                )
                return
            why = _reason(tried_in, mention, types, known_numbers)
            if why is not None:
                yield item(KIND, entry, span, why, _fix(entry))
                break


@dataclass(frozen=True)
class _Tried:
    """A sentence that is tried, and what holds for every mention in it, found once where it is asked for."""

    text: ArticleText
    sentence: Sentence

    @cached_property
    def tells_no_fact(self) -> bool:
        """Whether it is a regulation, a wish, a contest to come, what was not done: nothing in the sentence is a fact then."""
        return any(self._has(pattern) for pattern in (cue("no-fact"), cue("among"), _ARTICLE_OF_A_LAW))

    @cached_property
    def gives(self) -> bool:
        """Whether anyone gives or receives in it."""
        return self._has(_giving())

    def _has(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.text.views.canonical, self.sentence.start, self.sentence.end) is not None


def _word(canonical: str, at: int) -> int:
    """Return where the next word begins; what "hoàn thành nhiệm vụ" completes may be no level but a task (``được giao``)."""
    while at < len(canonical) and canonical[at].isspace():
        at += 1
    return at


def _fix(entry: Entry) -> Statement:
    return because("add", file=f"seeds/corrections/{entry.slug}.yml")


def _told(entry: Entry) -> frozenset[float]:
    """Return the numbers in facts of the article, and the sums of its awards of each type."""
    facts = entry.facts
    counts = [
        count for count in (*(award.count for award in facts.awards), *(rating.count for rating in facts.ratings)) if count is not None
    ]
    by_type: dict[str, int] = {}
    for award in facts.awards:
        by_type[award.type] = by_type.get(award.type, 0) + (award.count or 0)
    percents = (*(rating.percent for rating in facts.ratings), *(figure.percent for figure in facts.figures))
    shares = [percent for percent in percents if percent is not None]
    return frozenset([*counts, *by_type.values(), sum(counts), *shares])


def _reason(tried: _Tried, mention: Mention, types: frozenset[str], known_numbers: frozenset[float]) -> Statement | None:
    text, sentence, canonical = tried.text, tried.sentence, tried.text.views.canonical
    start, end = mention.span.start, mention.span.end
    if mention.kind is FactKind.DOCUMENTS or tried.tells_no_fact:
        return None
    if mention.entry == _MOTHERS and not canonical[max(0, start - 24) : start].rstrip('" ').endswith("danh hiệu"):
        return None  # the mothers themselves, who are visited and given presents
    words = " ".join(text.views.text[start:end].split())
    if mention.kind is FactKind.RATINGS:
        return _rating(canonical, sentence, mention, words, known_numbers)
    counted = _counted(tried, mention)
    if counted is not None:
        return None if counted in known_numbers else because("uncounted", words=words, number=counted)
    if mention.entry is not None and mention.entry not in types:
        named = _named(text, sentence, mention)
        if named:
            return because("unnamed", words=words, name=named)
        if _class(mention) == "form" or (_class(mention) == "title" and mention.entry != "danh-hieu"):
            received = _RECEIVED.search(canonical, max(sentence.start, start - 40), start)
            if received is not None:
                verb = " ".join(text.views.text[received.start() : received.end()].split())
                return because("unreceived", verb=verb, words=words)
    return None


def _class(mention: Mention) -> str:
    """Return what the award's word is: form, title, verb, prize (lexicon ``award-types``); a general word is as a verb."""
    return str(lexicon("award-types").by_id[mention.entry].get("class")) if mention.entry else "verb"


def _counted(tried: _Tried, mention: Mention) -> float | None:
    """Return the number that goes with an award: right before a form (``ba Huy chương đồng``), or of recipients near it."""
    canonical, sentence = tried.text.views.canonical, tried.sentence
    start, end, kind = mention.span.start, mention.span.end, _class(mention)
    if kind != "verb":
        before = _BEFORE.search(canonical, max(sentence.start, start - 24), start)
        if before is not None:
            return _value(before["number"])
        if not tried.gives:
            return None
    after = _recipients().search(canonical, end, min(sentence.end, end + (24 if kind == "verb" else _REACH)))
    if after is not None:
        return _value(after["number"])
    last = _last(_recipients(), canonical, max(sentence.start, start - _REACH), start)  # "12 tập thể được tặng bằng khen"
    if last is None or _RECEIVES.search(canonical, last.end(), start) is None or ";" in canonical[last.end() : start]:
        return None
    return _value(last["number"])


def _rating(canonical: str, sentence: Sentence, mention: Mention, words: str, known_numbers: frozenset[float]) -> Statement | None:
    if mention.entry is None or cue("no-level").match(canonical, _word(canonical, mention.span.end)):
        return None
    start, end = mention.span.start, mention.span.end
    left = max(sentence.start, start - _REACH)
    found = _last(_subjects(), canonical, left, start)
    if found is not None and re.search(r"[;:.]", canonical[found.end() : start]):
        found = None
    if found is None:
        found = _COUNT_BEHIND.match(canonical, end, sentence.end)
    if found is None:
        return None
    value = _value(found["number"])
    if value is None or value in known_numbers:
        return None
    share = canonical[found.end("number") :].lstrip()[:1] == "%"
    return because("unrated", words=words, number=percent(value) if share else value)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match that ends before ``end``."""
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def _named(text: ArticleText, sentence: Sentence, mention: Mention) -> str | None:
    """Return a name to which the award goes: given ``cho`` somebody, after a verb of giving before the form."""
    canonical, start, end = text.views.canonical, mention.span.start, mention.span.end
    if _giving().search(canonical, max(sentence.start, start - 40), start) is None:
        return None
    match = _GIVEN_TO.match(text.views.text, end, sentence.end)
    return " ".join(match["name"].split()) if match is not None else None


def _value(number: str) -> float | None:
    try:
        return number_in_digits(number) if number[0].isdigit() else number_in_words(" ".join(number.split()))
    except ValueError:
        return None


_BEFORE = re.compile(rf"(?P<number>{_NUMBER})\s+(?:(?:tấm|chiếc|danh\s+hiệu|lượt|lá)\s+)?$")
_RECEIVES = re.compile(r"(?<!\w)(?:được|nhận|đón\s+nhận|đạt|giành|đoạt|vinh\s+dự)(?!\w)")
_RECEIVED = re.compile(
    r"(?<!\w)(?P<verb>đón\s+nhận|(?<!danh\ hiệu\ )vinh\s+dự|(?:được|đã)\s+(?:\S+\s+){0,4}?(?:tặng|nhận|phong)|đạt(?=\s+danh\s+hiệu))(?!\w)"
)
_COUNT_BEHIND = re.compile(rf"[\"”]?\s*(?:là|có|:)\s+(?P<number>{_NUMBER})(?!\s*(?:/|năm|tháng|ngày|giờ))")
_GIVEN_TO = re.compile(
    rf"[^.;:]{{0,60}}?(?<![{LOWER}])(?:cho|tới)\s+(?:[{LOWER}]+\s+){{0,4}}?(?P<name>[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,5}})"
)


@lru_cache(maxsize=1)
def _giving() -> re.Pattern[str]:
    cues = lexicon("award-cues").by_id
    return re.compile(alternatives([*cues["give"].variants, *cues["receive"].variants]))


@lru_cache(maxsize=1)
def _recipients() -> re.Pattern[str]:
    """Return a number and a kind of recipients, with up to two words between (``80 gương công nhân``)."""
    return re.compile(rf"(?P<number>{_NUMBER})\s+(?:[^\W\d]+\s+){{0,2}}?{lexicon('recipients').alternatives}")


@lru_cache(maxsize=1)
def _subjects() -> re.Pattern[str]:
    """Return a number or share and a kind of subjects (``14 chi bộ``, ``98% số đảng viên``)."""
    kinds = lexicon("recipients").alternatives
    return re.compile(rf"(?P<number>{_NUMBER}|(?<![\w/.,])\d{{1,3}}(?:,\d{{1,2}})?(?=\s?%))\s?%?\s+(?:[^\W\d]+\s+){{0,2}}?{kinds}")
