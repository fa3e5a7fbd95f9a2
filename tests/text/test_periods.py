"""Periods of years, in the ways in which they are written."""

from __future__ import annotations

import re

import pytest

from generator.text.folding import canonical
from generator.text.periods import SCHOOL_YEARS, YEARS, period


@pytest.mark.parametrize(
    "words", ["2016 - 2020", "2016-2020", "2016 – 2020", "2016 đến 2020", "2016 đến năm 2020", "2016 tới năm 2020", "2016 cho đến 2020"]
)
def test_a_period_in_its_wordings(words: str) -> None:
    assert period(re.compile(YEARS).fullmatch(canonical(words))) == (2016, 2020)


@pytest.mark.parametrize("words", ["2020 - 2016", "2016 - 2016", "2016 và 2020", "2016 - 20201"])
def test_what_is_no_period(words: str) -> None:
    assert period(re.compile(YEARS).match(canonical(words))) is None


def test_school_years_count_from_the_first_to_the_last() -> None:
    both = re.compile(SCHOOL_YEARS)
    assert period(both.match("2014 - 2015 đến năm học 2018 - 2019")) == (2014, 2019)
    assert period(both.match("2014 đến 2018 - 2019")) == (2014, 2019)
