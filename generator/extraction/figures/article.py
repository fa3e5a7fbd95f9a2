"""Figures: the results of an organisation's work, and its targets.

They are read only in articles about an organisation's work, from sentences of results or targets. Awards, ratings, dates,
terms, ages, attendance and norms are not figures. Sources: architecture/facts.md, figures; architecture/grammar.md §2, §3, §7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.figures.clauses import placed
from generator.extraction.figures.conferred import conferred
from generator.extraction.figures.counts import counts, in_words, made
from generator.extraction.figures.forms import Amount, is_deed, is_rate
from generator.extraction.figures.labelled import labelled
from generator.extraction.figures.merging import merged
from generator.extraction.figures.parts import dealt_out
from generator.extraction.figures.ratios import ratios
from generator.extraction.figures.scope import Scoped, about_person, is_norm, of_work, scoped
from generator.extraction.figures.shares import shares
from generator.extraction.figures.vetoes import is_figure, number_span
from generator.extraction.limits import most_read, most_tried
from generator.model.facts import Aim, Figure
from generator.model.span import Coverage, Span
from generator.text.views import Views

_MOST_NUMBERS = 80  # in a sentence; in 80,000 sentences of real articles, those with results have at most 58
_SHORTEST = 6  # length of a sentence with a result: 9 buổi
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


@rule(
    "figure.conferred",
    examples=[
        Example("Trường trao bằng tốt nghiệp cho [[894 cử nhân]].", (894, None, None)),
        Example("Đại hội bầu Ban Chấp hành nhiệm kỳ mới gồm [[15 đồng chí]].", (15, None, None)),
        Example("Trao thẻ đảng cho [[5 đảng viên mới]].", (5, None, None)),
    ],
    counterexamples=["Dự lễ có 45 ủy viên.", "Trao bằng khen cho 20 học sinh tốt nghiệp.", "Đại hội bầu Ban Chấp hành khóa 15."],
    source="architecture/facts.md figures",
)
def figure_conferred(passage: Passage) -> Iterator[Finding]:
    """Yield those who graduated, were admitted or elected; the value is (count, None, None)."""
    yield from _findings([amount for amount in conferred(passage.views, passage.start, passage.stop) if not amount.planned])


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
    tried = 0  # numbers
    for scope in scoped(text, year):
        sentence = scope.sentence
        if len(found) >= most_read("figures") or tried > most_tried("figures"):
            break
        numbers = _count_of_numbers(text, sentence)
        if sentence.end - sentence.start < _SHORTEST or numbers > _MOST_NUMBERS:
            continue
        tried += numbers
        used: set[int] = set()
        amounts = _amounts(text.views, sentence.start, sentence.end)
        if not amounts or is_norm(text, sentence):
            continue
        personal: bool | None = None
        for form, amount in amounts:
            span = Span(amount.start, amount.start + len(text.article.text[amount.start : min(amount.end, sentence.end)].rstrip()))
            number = number_span(text.views, amount)
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
            if not is_figure(text.views, scope, amount, form):
                continue
            used.update(range(span.start, span.end))
            found.append(_figure(scope, amount, span, number.start, form))
    return merged(sorted(found, key=lambda figure: figure.evidence[0]))


def _count_of_numbers(text: ArticleText, sentence: Sentence) -> int:
    """Return how many numbers a sentence has, at least one, for they may be in words. With more than :data:`_MOST_NUMBERS` it is a table
    without its columns, or text made to be slow."""
    return max(1, len(_NUMBER.findall(text.views.text, sentence.start, sentence.end)))


def _amounts(views: Views, start: int, stop: int) -> list[tuple[str, Amount]]:
    """Return the amounts of a sentence with their forms; those with both a count and a share come first, so that neither is taken alone."""
    if _DIGIT.search(views.canonical, start, stop) is None:
        found = [("count", amount) for amount in in_words(views, start, stop)]
        found += [("count", amount) for amount in dealt_out(views, start, stop)]
        return found
    found = [("ratio", amount) for amount in ratios(views, start, stop)]
    found += [("share" if amount.planned else "conferred", amount) for amount in conferred(views, start, stop)]
    found += [("share", amount) for amount in shares(views, start, stop)]
    found += [("count", amount) for amount in labelled(views, start, stop)]
    found += [("count", amount) for amount in counts(views, start, stop)]
    found += [("count", amount) for amount in made(views, start, stop)]
    found += [("count", amount) for amount in dealt_out(views, start, stop)]
    listed = [amount for form, amount in found if form != "count" or amount.sure]
    found += [("count", amount) for amount in placed(views, start, stop, listed)]
    return sorted(found, key=lambda pair: pair[1].percent is None or pair[1].value is None)


def _counts(scope: Scoped, amount: Amount) -> bool:
    """Return whether a plain count is a result of the work: by a verb or, in a target's scope, by the scope."""
    if amount.sure:
        return True
    return scope.target_from is not None and amount.start > scope.target_from and amount.unit == "đồng"


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
