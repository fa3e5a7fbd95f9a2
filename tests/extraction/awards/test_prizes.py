"""Who won the prizes of a contest: each row of the table of constructions (the cases are in ``test_press.py``)."""

from __future__ import annotations

import pytest

from generator.extraction.awards import prizes
from generator.extraction.awards.prizes import CONSTRUCTIONS, WinnerConstruction, prize_winners
from generator.extraction.engine import Passage
from generator.text.views import Views


@pytest.mark.parametrize("left_out", CONSTRUCTIONS, ids=lambda row: row.id)
def test_each_construction_alone_tells_its_example(left_out: WinnerConstruction, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row of the table earns its place: without it nothing says who won."""
    text = left_out.example.marked.replace("[[", "").replace("]]", "")
    passage = Passage(Views(text))
    assert [finding.value for finding in prize_winners(passage)] == [left_out.example.value]
    monkeypatch.setattr(prizes, "CONSTRUCTIONS", [construction for construction in CONSTRUCTIONS if construction is not left_out])
    prizes.patterns.cache_clear()
    try:
        assert [finding.value for finding in prize_winners(passage)] != [left_out.example.value]
    finally:
        prizes.patterns.cache_clear()
