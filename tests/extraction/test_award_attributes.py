"""The attributes of awards: granter, standard, years, status; and which tellings are one award."""

from __future__ import annotations

import pytest

from tests.extraction.table import Case, outcome, table

CASES = table("award-attributes")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_award_has_the_attributes_that_the_words_give_it(case: Case) -> None:
    assert outcome(case, lambda facts: facts.awards) == "", case.text
