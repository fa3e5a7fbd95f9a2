"""Figures: the results of an organisation's work, and its targets.

They are read only in articles about an organisation's work, from sentences of results or targets. Awards, ratings, dates,
terms, ages, attendance and norms are not figures. Sources: architecture/facts.md, figures; architecture/grammar.md §2, §3, §7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.figures.clauses import placed
from generator.extraction.figures.counts import counts, in_words, made
from generator.extraction.figures.forms import APPROX, Amount, counts_people, is_deed, is_gift, is_rate, words_of
from generator.extraction.figures.labelled import labelled
from generator.extraction.figures.merging import merged
from generator.extraction.figures.parts import dealt_out
from generator.extraction.figures.ratios import ratios
from generator.extraction.figures.scope import Scoped, about_person, is_norm, of_work, scoped
from generator.extraction.figures.shares import shares
from generator.extraction.figures.verbs import verb_opens
from generator.extraction.limits import most_read
from generator.lexicon.load import alternatives
from generator.model.facts import Aim, Figure
from generator.model.span import Coverage, Span
from generator.text.numbers import number_in_digits
from generator.text.views import Views

_RATING = re.compile(
    r"hoàn thành (?:xuất sắc |tốt )(?:chức trách,? )?nhiệm vụ|(?<!và )(?<!để )(?<!phần )hoàn thành nhiệm vụ|trong sạch,? vững mạnh"
    r"|tsvm|trong sạch|xếp loại (?!(?:học lực|văn hóa|hạnh kiểm|chất lượng[,;.:]|giỏi|khá|cấp|[abc])(?!\w))"
    r"|yếu kém|đủ tư cách|htxsnv|htxs|httnv"
)
_AWARD_BEFORE = re.compile(
    r"(?<!\w)(?:(?<!hỏi, )(?<!thăm, )(?<!hỏi và )tặng(?: thưởng)?"
    r"|trao(?! quyết định kết nạp)|khen|khen thưởng|tuyên dương|biểu dương|tôn vinh|vinh danh"
    r"|phong tặng|truy tặng|(?<!sáng kiến được )(?<!đề tài được )(?<!giải pháp được )công nhận(?! (?:chính thức|lưu hành|cấp))"
    r"|(?<!chiếm )(?<!tước )đoạt|giành|nhận (?:bằng|giấy|huân|cờ|huy)"
    r"|giải(?! (?:quyết|phóng|ngân|pháp|tỏa|trình|đáp|thể|cứu|phẫu|mã|thích)))(?!\w)[^;.]{0,160}$"
)
_AWARD_NEAR = re.compile(
    r"bằng khen|giấy khen|huân chương|huy hiệu|kỷ niệm chương|cờ thi đua|chiến s[iĩỹ] thi đua|lao động tiên tiến|lao động xuất sắc"
    r"|lao động giỏi|danh hiệu|được (?:tặng|khen|tuyên dương|biểu dương|tôn vinh|vinh danh|trao)|(?<!mô hình, )điển hình|tiêu biểu"
    r"|gương mặt|thợ giỏi|giải (?:nhất|nhì|ba|khuyến khích|thưởng|a|b|c)(?!\w)|năm tuổi đảng"
)
_AWARD_FORM = re.compile(r"huy hiệu|huân chương|bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|(?<!\w)thưởng(?!\w)")
#: The beginning of another clause behind an amount, which is not about the amount.
_OTHER_CLAUSE = re.compile(
    rf":|,\s+(?:trong đó|qua đó|từ đó|có|với|gồm|giảm|tăng|vượt|thu hút)(?!\w)|\svà\s(?:đã\s)?(?:có\s)?(?:{APPROX})?\d"
)


@lru_cache(maxsize=4)
def _any(group: str) -> re.Pattern[str]:
    """Match the words of a group of lexicon ``figure-cues``."""
    return re.compile(alternatives(words_of(group)))


@lru_cache(maxsize=1)
def _gives() -> re.Pattern[str]:
    """Match a verb of giving right before a number."""
    return re.compile(rf"{alternatives(words_of('gives'))}\s+(?:{APPROX})?$")


_IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
#: A verb of work behind a comma: an award before it belongs to another clause.
_ACTS_ANEW = re.compile(r"[,;]\s+(?:(?:và|đồng thời|đã|cũng),?\s+)*(?P<lead>[^,;]{2,60})$")
#: The merit of an award, up to the number: a verb and few words.
_MERIT = re.compile(r"(?<!\w)(?:trong việc|về việc|(?:vì|do|nhờ) đã)\s+(?:đã\s+)?(?P<lead>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s*$")
#: The starting value of a change, which is not a result: giảm từ 1,6% xuống 1,4%.
_FROM = re.compile(r"(?<!\w)(?:tăng|giảm|nâng|hạ|rút)(?:\s[^\W\d_]+){0,4}\stừ\s+(?:hơn |gần |trên )?$")
#: What is allowed at most, not reached.
_CAP = re.compile(r"(?<!\w)không quá\s$")
_TO = re.compile(r"[^;:.]{0,60}?(?<!trở )(?<!\w)(?:xuống|lên|còn|đến|tới)(?!\w)")
_SEEN_MERIT = 80  # characters searched for a merit and its verb
_MOST_NUMBERS = 80  # in a sentence; in 80,000 sentences of real articles, those with results have at most 58
_SHORTEST = 6  # length of a sentence with a result: 9 buổi
_SEEN = 300  # characters searched on either side of an amount; the longest clause in the development articles has 280
#: Another amount behind a comma, whose words are its own: kết nạp 20 đảng viên, 90% chi bộ hoàn thành tốt nhiệm vụ.
_NEXT_AMOUNT = re.compile(r",\s+(?:và\s+)?(?:(?:trên|hơn|gần|từ|ít nhất|tối thiểu|có)\s+){0,2}(?=\d)")
_SEMICOLON = re.compile(r"[;.]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d.,/]*")


@rule(
    "figure.ratio",
    examples=[
        Example("Kết nạp [[9/8 đảng viên (đạt 112% chỉ tiêu)]].", (9, 8, 112)),
        Example("Có [[14/14 chỉ tiêu]] đạt kế hoạch.", (14, 14, None)),
    ],
    counterexamples=["Sáng 9/8 đoàn viên dự lễ.", "Quyết định số 12/QĐ-UBND.", "Trực 24/24 giờ.", "Quốc khánh 2/9 năm nay."],
    source="architecture/grammar.md §2",
)
def figure_ratios(passage: Passage) -> Iterator[Finding]:
    """Yield done of planned, and part of whole; the value is (done, whole, percent)."""
    yield from _findings(ratios(passage.views, passage.start, passage.stop))


@rule(
    "figure.share",
    examples=[
        Example("Đơn vị thu nợ, [[hoàn thành 107% kế hoạch]] năm.", (None, None, 107)),
        Example("Có [[100% chi bộ sinh hoạt chuyên đề]].", (None, None, 100)),
    ],
    counterexamples=["Lãi suất 7%/năm.", "Khoảng 20-30% trong số đó."],
    source="architecture/grammar.md §2, §6.14",
)
def figure_shares(passage: Passage) -> Iterator[Finding]:
    """Yield shares of a plan or of those concerned; the value is (count or None, None, percent)."""
    yield from _findings(shares(passage.views, passage.start, passage.stop))


@rule(
    "figure.count",
    examples=[
        Example("Trong năm, chi bộ [[kết nạp 12 đảng viên mới]].", (12, None, None)),
        Example("Công đoàn [[phát huy 31 sáng kiến]].", (31, None, None)),
    ],
    counterexamples=["Hội trường số 3.", "Kỷ niệm 95 năm ngày thành lập.", "Sáng 12.5 đoàn về thăm."],
    source="architecture/facts.md figures; architecture/grammar.md §7.25",
)
def figure_counts(passage: Passage) -> Iterator[Finding]:
    """Yield counted results behind a verb of work; the value is (count, None, percent or None)."""
    yield from _findings([amount for amount in counts(passage.views, passage.start, passage.stop) if amount.sure])


def _findings(amounts: list[Amount]) -> Iterator[Finding]:
    for amount in amounts:
        yield Finding(Span(amount.start, amount.end), (amount.value, amount.of, amount.percent))


def figures(text: ArticleText, taken: Sequence[Span], year: int | None, *, honours: bool = False) -> tuple[Figure, ...]:
    """Return the figures of the article, in reading order; a figure stated twice is one fact with more evidence.

    ``taken`` are the spans that other facts use: no number inside them is a figure. ``year`` is the year of results without
    one. ``honours``: an award was found, so that the article is about an organisation's work.
    """
    if not honours and not of_work(text):
        return ()
    covered = Coverage(taken)
    found: list[Figure] = []
    for scope in scoped(text, year):
        sentence = scope.sentence
        if len(found) >= most_read("figures"):
            break
        if sentence.end - sentence.start < _SHORTEST or _is_crowded(text, sentence):
            continue
        used: set[int] = set()
        amounts = _amounts(text.views, sentence.start, sentence.end)
        if not amounts or is_norm(text, sentence):
            continue
        personal: bool | None = None
        for form, amount in amounts:
            span = Span(amount.start, amount.start + len(text.article.text[amount.start : min(amount.end, sentence.end)].rstrip()))
            number = _number_span(text.views, amount)
            if covered.meets(number) or any(place in used for place in range(number.start, number.end)):
                continue
            if form == "count":
                if not _counts(scope, amount) or is_rate(text.views, amount):
                    continue
                if not is_deed(amount.measure):
                    if personal is None:
                        personal = about_person(text, sentence)
                    if personal:
                        continue
            if not _stands(text.views, scope, amount, form):
                continue
            used.update(range(span.start, span.end))
            found.append(_figure(scope, amount, span, number.start, form))
    return merged(sorted(found, key=lambda figure: figure.evidence[0]))


def _is_crowded(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether a sentence has too many numbers: a table without its columns, or text made to be slow."""
    if sentence.end - sentence.start < 2 * _MOST_NUMBERS:
        return False
    return len(_NUMBER.findall(text.views.text, sentence.start, sentence.end)) > _MOST_NUMBERS


def _amounts(views: Views, start: int, stop: int) -> list[tuple[str, Amount]]:
    """Return the amounts of a sentence with their forms; those with both a count and a share come first, so that neither is taken alone."""
    if _DIGIT.search(views.canonical, start, stop) is None:
        found = [("count", amount) for amount in in_words(views, start, stop)]
        found += [("count", amount) for amount in dealt_out(views, start, stop)]
        return found
    found = [("ratio", amount) for amount in ratios(views, start, stop)]
    found += [("share", amount) for amount in shares(views, start, stop)]
    found += [("count", amount) for amount in labelled(views, start, stop)]
    found += [("count", amount) for amount in counts(views, start, stop)]
    found += [("count", amount) for amount in made(views, start, stop)]
    found += [("count", amount) for amount in dealt_out(views, start, stop)]
    listed = [amount for form, amount in found if form != "count" or amount.sure]
    found += [("count", amount) for amount in placed(views, start, stop, listed)]
    return sorted(found, key=lambda pair: pair[1].percent is None or pair[1].value is None)


def _number_span(views: Views, amount: Amount) -> Span:
    """Return the span of an amount's digits (those of its value, else the first), which must not overlap with other facts."""
    matches = list(_NUMBER.finditer(views.canonical, amount.start, amount.end))
    value = amount.percent if amount.value is None else amount.value
    own = next((match for match in matches if _is_number(match.group(), value)), matches[0] if matches else None)
    return Span(amount.start, amount.end) if own is None else Span(*own.span())


def _is_number(digits: str, value: float | None) -> bool:
    try:
        return number_in_digits(digits.rstrip(".,/")) == value
    except ValueError:
        return False  # two numbers with a slash between


def _counts(scope: Scoped, amount: Amount) -> bool:
    """Return whether a plain count is a result of the work: by a verb or, in a target's scope, by the scope."""
    if amount.sure:
        return True
    return scope.target_from is not None and amount.start > scope.target_from and amount.unit == "đồng"


def _stands(views: Views, scope: Scoped, amount: Amount, form: str) -> bool:
    """Return whether nothing around the amount makes it an award, a rating, an attendance or a study course."""
    view = views.canonical
    start = max(scope.sentence.start, amount.start - _SEEN)
    end = min(scope.sentence.end, amount.end + _SEEN)
    marks = [mark.start() for mark in _SEMICOLON.finditer(view, start, end) if not view[mark.start() - 1].isdigit()]
    left = max([mark for mark in marks if mark < amount.start], default=start)
    right = min([mark for mark in marks if mark >= amount.end], default=end)
    before, inside, after = view[left : amount.start], view[amount.start : amount.end], view[amount.end : right]
    target = scope.target_from is not None and amount.start >= scope.target_from
    after = _OTHER_CLAUSE.split(_IN_BRACKETS.sub("", after))[0]
    after = _NEXT_AMOUNT.split(after)[0] if form == "count" else after
    near = inside + after[:90]
    number = _number_span(views, amount)
    head = view[amount.start : number.start]
    if _CAP.search(view[left : number.start]):
        return False
    if _FROM.search(view[left : number.start]) and _TO.match(view, number.end, right):
        return False
    if form == "share":
        plan = re.search(r"%\s+(?:so với\s+)?(?:các\s+)?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|nội dung)", inside) is not None
        if not plan and (_RATING.search(inside) or _RATING.search(before[-110:]) or _RATING.search(_own(inside, near))):
            return False
        if not plan and re.match(r"[^,;]{0,60}trở lên", after) and not target:
            return False
        if _any("study").search(inside):
            return False
        return target or _AWARD_BEFORE.search(before) is None or _acts_anew(before, head)
    if _RATING.search(near if form == "count" else inside + after[:40]):
        return False
    if form == "count" and (
        (
            _AWARD_BEFORE.search(before)
            and not _is_aimed_gift(target, before, amount)
            and not _acts_anew(before, head)
            and not (_gives().search(before) and is_gift(amount.measure))
        )
        or (_AWARD_FORM.search(before[-80:]) and not _acts_anew(before, head))
        or any(not _is_of_the_counted(match.group(), amount, target=target) for match in _AWARD_NEAR.finditer(near))
        or _attended(near[:70], amount)
    ):
        return False
    return form == "ratio" or _any("study").search(near) is None


def _is_aimed_gift(target: bool, before: str, amount: Amount) -> bool:
    """Return whether a verb of giving before a count states what is to be given: ``sẽ trao ít nhất 4 mái ấm``."""
    return target and not counts_people(amount.measure) and _AWARD_FORM.search(before[-80:]) is None


#: Words that praise persons, and only describe things: 5.730 mô hình, điển hình.
_DESCRIBING = frozenset({"điển hình", "tiêu biểu"})


def _is_of_the_counted(words: str, amount: Amount, *, target: bool) -> bool:
    """Return whether words near an amount that may belong to an award only describe what is counted."""
    return (target and words == "danh hiệu") or (words in _DESCRIBING and not counts_people(amount.measure) and "mô hình" in amount.measure)


def _attended(near: str, amount: Amount) -> bool:
    """Return whether the counted only attend; works entered in a contest (``bài dự thi``) do not."""
    attend = _any("attend").search(near)
    return attend is not None and (attend.group() != "dự thi" or counts_people(amount.measure))


def _acts_anew(before: str, head: str) -> bool:
    """Return whether a verb of work opens the amount's own clause, behind a comma or as the merit of an award (``trong việc phá 2 vụ``).

    ``head`` is the part of the amount before its number, usually its verb.
    """
    clause = _ACTS_ANEW.search(f"{before}{head}")
    if clause is not None and verb_opens().match(clause["lead"]) is not None:
        return True
    return _MERIT.search(f"{before[-_SEEN_MERIT:]}{head}") is not None


def _own(inside: str, near: str) -> str:
    """Return the words about a share: up to the next share, unless both have the same predicate (``96% chi bộ, 83% đảng viên đạt …``)."""
    if (not inside.endswith("%") and re.match(r",\s+(?:gần |trên |hơn )?\d", near[len(inside) :])) or re.search(
        r"%\s+[^,%]{0,40},\s+\d", inside
    ):
        return near
    return re.split(r",\s+(?=\D{0,40}\d)", near)[0]


def _figure(scope: Scoped, amount: Amount, span: Span, number: int, form: str) -> Figure:
    target = amount.planned or (scope.target_from is not None and number > scope.target_from)
    return Figure(
        measure=amount.measure,
        value=amount.value,
        of=amount.of,
        percent=amount.percent,
        unit=amount.unit,
        year=scope.year_at(span.start),
        kind=Aim.TARGET if target else Aim.RESULT,
        evidence=(span,),
        rule=f"figure.{form}",
    )
