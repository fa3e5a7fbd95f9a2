"""How the count of an award is hedged: ``hơn 120 tập thể``, ``gần 120``, ``mỗi năm 120``, ``5 năm qua, … 120``.

A word before the number hedges it, or one behind its noun. Otherwise an adverbial that opens the clause shows that it counts
each year, or all that was granted since. Within a reason (``có thành tích trong 5 năm qua``) an adverbial hedges nothing: the
count is exact. Sources: architecture/facts.md, approximate; lexicon ``approximations``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.approximate_counts import may_count
from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import covers
from generator.model.facts import Approximation, Award
from generator.model.span import Span
from generator.text.numbers import DIGITS, WORDS, number_in_digits, number_in_words

_MOST_ALIKE = 60  # awards of the same type and status in an article; if there are more, they are not compared
_BEFORE, _BEHIND = 40, 60  # characters before and behind a number to search for a hedge
_NUMBER = re.compile(rf"{DIGITS}|(?<![-\w]){WORDS}(?![-\w])")
#: Nouns that are not recipients: time, age, order.
_NO_RECIPIENT = re.compile(r"\s*(?:%|năm|tuổi|tháng|ngày|giờ|lần|triệu|tỷ|nghìn|ngàn|đồng)(?!\w)")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|hạng|số|khóa|lớp|quý|tháng|ngày|năm)\s+$")
_TIME = r"(?:(?:trong|chỉ trong|riêng|qua|sau|suốt|tính|kể)\s+)?"
_LENGTH = rf"(?:(?:hơn|gần|suốt)\s+)?(?:\d{{1,2}}|{WORDS}|những|các|nhiều|mấy)\s+(?:năm|tháng|nhiệm kỳ|năm học)"
_BEGAN = r"từ\s+(?:khi\s+)?(?:đầu\s+(?:năm|nhiệm kỳ)|năm|tháng|ngày|cuối\s+năm|giữa\s+năm|thành lập)(?:\s+[\w./-]{1,10}){0,4}?"


@rule(
    "award.approximate",
    examples=[
        Example("Dịp này, [[hơn 120]] tập thể được tặng giấy khen.", (Approximation.AT_LEAST, 120)),
        Example("Huyện khen thưởng [[gần hai mươi]] hộ gia đình.", (Approximation.NEARLY, 20)),
        Example("Tỉnh tuyên dương [[trên dưới 1.500]] hội viên.", (Approximation.ABOUT, 1500)),
        Example("Xã biểu dương [[45 hộ trở lên]].", (Approximation.AT_LEAST, 45)),
    ],
    counterexamples=[
        "Huyện tặng giấy khen cho 120 tập thể.",
        "Trao Huy hiệu trên 50 năm tuổi Đảng.",
        "Gần nhà văn hóa xã, 12 hộ được khen.",
    ],
    source="architecture/facts.md approximate; architecture/grammar.md §2",
)
def hedged_numbers(passage: Passage) -> Iterator[Finding]:
    """Yield numbers with a word that hedges them; the value is (how, number)."""
    for match in passage.matches(_NUMBER) if passage.holds(*_hedges()) else ():
        value = _value(match)
        found = None if value is None else _beside(passage.views.canonical, passage.start, match, passage.stop)
        if found is not None:
            how, span = found
            yield Finding(span, (how, value))


@remembered
def _hedged(passage: Passage) -> list[Finding]:
    """Return the hedged numbers of the passage, in order; none overlaps another."""
    return hedged_numbers(passage)


def with_approximations(awards: Sequence[Award], text: ArticleText) -> tuple[Award, ...]:
    """Return ``awards`` with how each count is hedged, without round numbers whose exact number or parts are stated too."""
    starts = [sentence.start for sentence in text.sentences]
    return _without_rounded([replace(award, approximate=_approximation(text, starts, award)) for award in awards])


def _approximation(text: ArticleText, starts: Sequence[int], award: Award) -> Approximation | None:
    """Return how the quotes of ``award`` hedge its count; None if one states it plainly or none states it."""
    how: Approximation | None = None
    for span in award.evidence if award.count is not None else ():
        place = bisect_right(starts, span.start) - 1
        if place < 0:
            continue
        sentence = text.sentences[place]
        found = [_hedge(text, sentence, match) for match in _stated_numbers(text, sentence, span, award.count)]
        if None in found:
            return None
        how = how or next(iter(found), None)
    return how


def _without_rounded(awards: Sequence[Award]) -> tuple[Award, ...]:
    """Return the awards without rounded repetitions: ``gần 50 tập thể, cá nhân`` beside 12 tập thể and 36 cá nhân; ``hơn 30`` beside 33."""
    by_form: dict[tuple[str, str], list[Award]] = {}
    for award in awards:
        by_form.setdefault((award.type, award.status), []).append(award)
    left = []
    for award in awards:
        like = by_form[award.type, award.status]
        exact = [other for other in like if _may_be_part(award, other)] if award.approximate and len(like) <= _MOST_ALIKE else []
        same = [other for other in exact if other.kind == award.kind and may_count(award, other.count or 0)]
        parts = [other for other in exact if other.kind != award.kind]
        if len(same) != 1 and (len(parts) < 2 or not may_count(award, sum(other.count or 0 for other in parts))):
            left.append(award)
    return tuple(left)


def _may_be_part(whole: Award, part: Award) -> bool:
    """Return whether ``part`` states an exact number of those whom ``whole`` counts roundly, without contradicting it."""
    return (
        part.count is not None
        and part.approximate is None
        and covers(whole.kind, part.kind)
        and whole.rank in (None, part.rank)
        and all(mine in (None, ()) or its in (None, ()) or mine == its for mine, its in (
            (whole.standard, part.standard), (whole.granted_by, part.granted_by), (whole.years, part.years), (whole.period, part.period),
        ))
    )  # fmt: skip


def _stated_numbers(text: ArticleText, sentence: Sentence, span: Span, count: int | None) -> Iterator[re.Match[str]]:
    """Yield the numbers in ``span`` that state ``count`` as a number of recipients or awards."""
    canonical = text.views.canonical
    for match in _NUMBER.finditer(canonical, span.start, min(span.end, sentence.end)):
        before = canonical[max(sentence.start, match.start() - 8) : match.start()]
        if _value(match) == count and not _NO_RECIPIENT.match(canonical, match.end()) and not _ORDINAL.search(before):
            yield match


def _hedge(text: ArticleText, sentence: Sentence, number: re.Match[str]) -> Approximation | None:
    hedged = _hedged(text.passage(sentence))
    before = bisect_right(hedged, number.start(), key=lambda finding: finding.span.start) - 1
    if before >= 0 and number.start() < hedged[before].span.end:
        how: Approximation = hedged[before].value[0]
        return how
    return _over_time(text.views.canonical, sentence, number)


def _beside(canonical: str, start: int, number: re.Match[str], stop: int) -> tuple[Approximation, Span] | None:
    """Return the hedge right before or behind a number, with the span of both; None without one."""
    if _NO_RECIPIENT.match(canonical, number.end()):
        return None
    before = _before().search(canonical, max(start, number.start() - _BEFORE), number.start())
    if before is not None:
        how = Approximation(lexicon("approximations").entry_of(before["how"]).id)
        return how, Span(before.start("how"), number.end())
    behind = _behind().match(canonical, number.end(), min(stop, number.end() + _BEHIND))
    return (Approximation.AT_LEAST, Span(number.start(), behind.end())) if behind is not None else None


def _over_time(canonical: str, sentence: Sentence, number: re.Match[str]) -> Approximation | None:
    """Return the hedge of an adverbial in the number's part of the sentence, if it counts each year or all that was granted since."""
    start = max(sentence.start, canonical.rfind(";", sentence.start, number.start()) + 1)
    for how, pattern in ((Approximation.PER_YEAR, _each_year()), (Approximation.RUNNING, _since())):
        match = pattern.search(canonical[start : number.start()])
        if match is not None and not _reason().search(canonical, start, start + match.start()):
            return how
    each = _each_year_behind().match(canonical, number.end(), min(sentence.end, number.end() + _BEHIND))
    return Approximation.PER_YEAR if each is not None else None


def _value(match: re.Match[str]) -> int | float | None:
    words = match.group()
    try:
        return number_in_digits(words) if words[0].isdigit() else number_in_words(" ".join(words.split()))
    except ValueError:
        return None


def _hedging() -> list[str]:
    """Return the words before a number that hedge it."""
    by_id = lexicon("approximations").by_id
    return [word for how in ("at-least", "nearly", "about") for word in by_id[how].variants]


@lru_cache(maxsize=1)
def _hedges() -> tuple[str, ...]:
    """Return the beginnings of the words before or behind a number that hedge it."""
    words = (*_hedging(), *lexicon("approximations").by_id["at-least"].get("up"))
    return tuple(dict.fromkeys(word.split()[0] for word in words))


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    words = _hedging()
    return re.compile(rf"(?<!\w)(?P<how>{alternatives(words)})\s+(?:(?:tới|đến|có|là|tổng\s+số|tổng\s+cộng)\s+)?$")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    up = alternatives(lexicon("approximations").by_id["at-least"].get("up"))
    return re.compile(rf"(?:\s+\w+){{1,4}}?\s+{up}")


def _opens() -> str:
    return rf"(?:^|[,;:(]\s*|(?<!\w){alternatives(lexicon('approximations').by_id['opening'].variants)}\s+)"


@lru_cache(maxsize=1)
def _reason() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(lexicon('approximations').by_id['reason'].variants)}")


@lru_cache(maxsize=1)
def _each_year() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["per-year"]
    return re.compile(rf"(?<!\w){alternatives(entry.variants)}|{_opens()}{alternatives(entry.get('adverbs'))}")


@lru_cache(maxsize=1)
def _each_year_behind() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["per-year"]
    return re.compile(rf"(?:\s+\w+){{1,6}}?\s+{alternatives(('mỗi năm', *entry.get('adverbs')))}\s*(?:[.;,]|$)")


@lru_cache(maxsize=1)
def _since() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["running"]
    lengths, begins = alternatives(entry.get("span")), alternatives(entry.get("since"))
    return re.compile(rf"{_opens()}{_TIME}(?:{_LENGTH}\s+{lengths}|{_BEGAN}\s*,?\s*{begins}|{alternatives(entry.variants)})")
