"""Honours in the press: prizes under a name and of contests, portraits of a person, what is no award."""

from __future__ import annotations

import pytest

from generator.extraction.awards.forms import named_prizes
from generator.extraction.awards.forms.name_position import NamePosition
from generator.extraction.awards.forms.name_positions import CONSTRUCTIONS
from generator.extraction.awards.forms.named_prizes import prizes_by_name
from generator.extraction.engine import Passage
from generator.model.facts import Award, Facts
from generator.text.views import Views
from tests.extraction.table import Case, outcome, table

CASES = [case for name in ("press", "press-acts", "prizes", "contests", "winners") for case in table(name)]


def awards_of(facts: Facts) -> tuple[Award, ...]:
    return facts.awards


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert outcome(case, awards_of) == ""


@pytest.mark.parametrize("left_out", CONSTRUCTIONS, ids=lambda row: row.id)
def test_each_place_of_a_name_earns_its_row(left_out: NamePosition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its row of the table the form of its example is not found whole."""
    text, span = left_out.example.parts()
    assert span in [finding.span for finding in prizes_by_name(Passage(Views(text)))]
    monkeypatch.setattr(named_prizes, "CONSTRUCTIONS", [construction for construction in CONSTRUCTIONS if construction is not left_out])
    named_prizes.patterns.cache_clear()
    try:
        assert span not in [finding.span for finding in prizes_by_name(Passage(Views(text)))]
    finally:
        named_prizes.patterns.cache_clear()
