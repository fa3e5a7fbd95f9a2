"""The attributes of awards: granter, standard, years, status; and which tellings are one award."""

from __future__ import annotations

import pytest

from tests.extraction.table import HEADLINE, LEAD, Case, facts_of, outcome, table

CASES = table("award-attributes")


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
