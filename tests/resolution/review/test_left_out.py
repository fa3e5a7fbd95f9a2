"""An article with more facts than are recorded of one is reported, with the kind and the file to split."""

from __future__ import annotations

from generator.extraction import limits
from generator.extraction.limits import MOST_EVIDENCE, MOST_FACTS, within_limits
from generator.model.facts import Facts, Figure
from generator.model.span import Span
from generator.rendering.words.statements import sentence
from generator.resolution.review.left_out import left_out
from tests.resolution.review.made import entry, figure

TEXT = "Số liệu " * 200


def figures(number: int) -> tuple[Figure, ...]:
    return tuple(figure(at + 1, None, None, (Span(at, at + 3),)) for at in range(number))


def test_an_article_at_the_limit_is_reported_at_its_last_fact() -> None:
    most = MOST_FACTS["figures"]
    (item,) = left_out(entry(TEXT, figures=figures(most)))
    assert item.kind == "left-out"
    assert item.span == Span(most - 1, most + 2)
    assert sentence(item.why) == "Mục “Kết quả và chỉ tiêu khác” của bài có từ 300 dữ kiện trở lên; chỉ 300 dữ kiện đầu được ghi"
    assert sentence(item.fix or "") == "Tách seeds/bai.txt thành nhiều tệp"


def test_an_article_below_the_limit_is_not() -> None:
    assert not list(left_out(entry(TEXT, figures=figures(MOST_FACTS["figures"] - 1))))


def test_facts_beyond_the_limit_are_left_out() -> None:
    most = MOST_FACTS["figures"]
    facts = Facts(figures=figures(most + 7))
    assert within_limits(facts).figures == facts.figures[:most]
    assert within_limits(Facts(figures=figures(most))) == Facts(figures=figures(most))


def test_a_fact_keeps_the_first_of_the_places_that_state_it() -> None:
    places = tuple(Span(at, at + 3) for at in range(MOST_EVIDENCE + 2))
    often, seldom = figure(1, None, None, places), figure(2, None, None, places[:MOST_EVIDENCE])
    kept = within_limits(Facts(figures=(often, seldom))).figures
    assert [one.evidence for one in kept] == [places[:MOST_EVIDENCE]] * 2


def test_limits_are_of_kinds_of_facts() -> None:
    assert {kind for kind in MOST_FACTS if hasattr(Facts(), kind)} == set(MOST_FACTS)
    assert limits.most_read("people") == 2 * MOST_FACTS["people"]
