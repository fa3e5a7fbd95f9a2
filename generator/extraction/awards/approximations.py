"""How the count of an award is hedged: ``hơn 120 tập thể``, ``gần 120``, ``mỗi năm 120``, ``5 năm qua, … 120``.

A word before the number hedges it, or one behind its noun; else an adverbial that opens the clause says that it counts each year, or
all that was granted since. Within a reason (``có thành tích trong 5 năm qua``) an adverbial hedges nothing: the count is exact.
Source: facts.md approximate; lexicon approximations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import Approximation
from generator.model.span import Span
from generator.text.numbers import DIGITS, WORDS, number_in_digits, number_in_words

_BEFORE, _BEHIND = 40, 60  # characters before a number, behind it, in which it is hedged
_NUMBER = re.compile(rf"{DIGITS}|(?<![-\w]){WORDS}(?![-\w])")
#: What a number counts that is no recipient: time, age, order.
_NO_RECIPIENT = re.compile(r"\s*(?:%|năm|tuổi|tháng|ngày|giờ|lần|triệu|tỷ|nghìn|ngàn|đồng)(?!\w)")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|hạng|số|khóa|lớp|quý|tháng|ngày|năm)\s+$")
_OPENS = r"(?:^|[,;:(]\s*|(?<!\w)(?:và|trong đó|riêng|theo thống kê|qua thống kê|tính|tính riêng|chỉ tính|chỉ tính riêng)\s+)"
_TIME = r"(?:(?:trong|chỉ trong|riêng|qua|sau|suốt|tính|kể)\s+)?"
_LENGTH = rf"(?:(?:hơn|gần|suốt)\s+)?(?:\d{{1,2}}|{WORDS}|những|các|nhiều|mấy)\s+(?:năm|tháng|nhiệm kỳ|năm học)"
_BEGAN = r"từ\s+(?:khi\s+)?(?:đầu\s+(?:năm|nhiệm kỳ)|năm|tháng|ngày|cuối\s+năm|giữa\s+năm|thành lập)(?:\s+[\w./-]{1,10}){0,4}?"
_BEFORE_REASON = re.compile(r"(?<!\w)(?:vì|thành tích|đóng góp|ghi nhận|kết quả|tổng kết|nhìn lại|phong trào|sơ kết)(?!\w)")


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
    source="facts.md approximate; grammar.md §2",
)
def hedged_numbers(passage: Passage) -> Iterator[Finding]:
    """Numbers with a word that hedges them; the value is how, and the number."""
    for match in passage.matches(_NUMBER):
        value = _value(match)
        found = None if value is None else _beside(passage.views.canonical, passage.start, match, passage.stop)
        if found is not None:
            how, span = found
            yield Finding(span, (how, value))


def approximation(text: ArticleText, spans: Iterable[Span], count: int | None) -> str | None:
    """How the article hedges ``count`` in the words of ``spans``; None where it states it plainly once, or no number at all."""
    how: str | None = None
    for span in spans if count is not None else ():
        sentence = _sentence_at(text, span.start)
        if sentence is None:
            continue
        found = [_hedge(text, sentence, match) for match in _told(text, sentence, span, count)]
        if None in found:
            return None
        how = how or next(iter(found), None)
    return how


def _sentence_at(text: ArticleText, at: int) -> Sentence | None:
    starts = _starts(text)
    place = bisect_right(starts, at) - 1
    return text.sentences[place] if place >= 0 and at < text.sentences[place].end else None


@lru_cache(maxsize=2)
def _starts(text: ArticleText) -> list[int]:
    return [sentence.start for sentence in text.sentences]


def _told(text: ArticleText, sentence: Sentence, span: Span, count: int | None) -> Iterator[re.Match[str]]:
    """Where ``span`` states ``count`` as a number of recipients or awards."""
    canonical = text.views.canonical
    for match in _NUMBER.finditer(canonical, span.start, min(span.end, sentence.end)):
        before = canonical[max(sentence.start, match.start() - 8) : match.start()]
        if _value(match) == count and not _NO_RECIPIENT.match(canonical, match.end()) and not _ORDINAL.search(before):
            yield match


def _hedge(text: ArticleText, sentence: Sentence, number: re.Match[str]) -> str | None:
    canonical = text.views.canonical
    found = _beside(canonical, sentence.start, number, sentence.end)
    return found[0].value if found is not None else _over_time(canonical, sentence, number)


def _beside(canonical: str, start: int, number: re.Match[str], stop: int) -> tuple[Approximation, Span] | None:
    """The word that hedges a number, and the words of both."""
    if _NO_RECIPIENT.match(canonical, number.end()):
        return None
    before = _before().search(canonical, max(start, number.start() - _BEFORE), number.start())
    if before is not None:
        how = Approximation(lexicon("approximations").entry_of(before["how"]).id)
        return how, Span(before.start("how"), number.end())
    behind = _behind().match(canonical, number.end(), min(stop, number.end() + _BEHIND))
    return (Approximation.AT_LEAST, Span(number.start(), behind.end())) if behind is not None else None


def _over_time(canonical: str, sentence: Sentence, number: re.Match[str]) -> str | None:
    """Whether an adverbial before the number, in its part of the sentence, says that it counts each year or all that was granted since."""
    start = max(sentence.start, canonical.rfind(";", sentence.start, number.start()) + 1)
    for how, pattern in ((Approximation.PER_YEAR, _each_year()), (Approximation.RUNNING, _since())):
        match = pattern.search(canonical[start : number.start()])
        if match is not None and not _BEFORE_REASON.search(canonical, start, start + match.start()):
            return how.value
    each = _each_year_behind().match(canonical, number.end(), min(sentence.end, number.end() + _BEHIND))
    return Approximation.PER_YEAR.value if each is not None else None


def _value(match: re.Match[str]) -> int | float | None:
    words = match.group()
    try:
        return number_in_digits(words) if words[0].isdigit() else number_in_words(" ".join(words.split()))
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    by_id = lexicon("approximations").by_id
    words = [word for how in ("at-least", "nearly", "about") for word in by_id[how].variants]
    return re.compile(rf"(?<!\w)(?P<how>{alternatives(words)})\s+(?:(?:tới|đến|có|là|tổng\s+số|tổng\s+cộng)\s+)?$")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    up = alternatives(lexicon("approximations").by_id["at-least"].get("up"))
    return re.compile(rf"(?:\s+\w+){{1,4}}?\s+{up}")


@lru_cache(maxsize=1)
def _each_year() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["per-year"]
    return re.compile(rf"(?<!\w){alternatives(entry.variants)}|{_OPENS}{alternatives(entry.get('adverbs'))}")


@lru_cache(maxsize=1)
def _each_year_behind() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["per-year"]
    return re.compile(rf"(?:\s+\w+){{1,6}}?\s+{alternatives(('mỗi năm', *entry.get('adverbs')))}\s*(?:[.;,]|$)")


@lru_cache(maxsize=1)
def _since() -> re.Pattern[str]:
    entry = lexicon("approximations").by_id["running"]
    lengths, begins = alternatives(entry.get("span")), alternatives(entry.get("since"))
    return re.compile(rf"{_OPENS}{_TIME}(?:{_LENGTH}\s+{lengths}|{_BEGAN}\s*,?\s*{begins}|{alternatives(entry.variants)})")
