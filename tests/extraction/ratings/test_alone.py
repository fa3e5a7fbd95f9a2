"""The cases of ratings by the phases of ratings alone, without the other kinds of fact: what no award says of a level needs none."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.article import ratings
from generator.extraction.ratings.cues import cue
from generator.text.folding import canonical
from tests.extraction.table import Case, article, mismatch, table

CASES = [case for case in [*table("ratings"), *table("rating-clauses")] if cue("honour").search(canonical(case.text)) is None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    read_article = article(case.text)
    assert mismatch(case.expect, ratings(ArticleText(read_article))) == ""
