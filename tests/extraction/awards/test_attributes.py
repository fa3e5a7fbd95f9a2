"""The attributes of awards: granter, standard, years, status; and which tellings are one award."""

from __future__ import annotations

import pytest

from tests.extraction.table import HEADLINE, LEAD, Case, facts_of, outcome, table

CASES = [*table("award-attributes"), *table("award-reasons")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_award_has_the_attributes_that_the_words_give_it(case: Case) -> None:
    assert outcome(case, lambda facts: facts.awards) == "", case.text


@pytest.mark.parametrize(("words", "standard"), [
    ("tặng Bằng khen cho 3 tập thể 'Hoàn thành xuất sắc nhiệm vụ' năm 2020", "Hoàn thành xuất sắc nhiệm vụ"),
    ("| Chủ tịch Hội tặng Cờ thi đua cho các đơn vị xuất sắc. |", "xuất sắc"),
    ("tặng Bằng khen cho 3 tập thể có thành tích trong phong trào ‘Dân vận khéo’", "thành tích trong phong trào ‘Dân vận khéo’"),
])  # fmt: skip
def test_no_mark_is_left_over_in_a_standard(words: str, standard: str) -> None:
    assert [award.standard for award in facts_of(HEADLINE + LEAD + words)[1].awards] == [standard]


@pytest.mark.parametrize(("headline", "standard"), [
    ("Thành ủy biểu dương tổ chức đảng và đảng viên xuất sắc", None),
    ("Tuyên dương cá nhân và tập thể tiêu biểu", None),
    ("Tuyên dương công nhân lao động xuất sắc", "công nhân lao động xuất sắc"),
])  # fmt: skip
def test_a_headline_that_only_says_who_is_honoured_gives_no_standard(headline: str, standard: str | None) -> None:
    told = facts_of(f"{headline}\n\n{LEAD}Dịp này, Thành ủy tặng Bằng khen cho 3 tập thể.")[1].awards
    assert [award.standard for award in told] == [standard]
