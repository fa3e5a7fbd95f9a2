"""The fit of how sure a reading is: what it is measured by, and that the page states what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extraction.certainty.probability import written
from tests import accuracy, certainty, first_sight
from tests.certainty import Weighed


def weighed(article: str, *signs: str, right: bool, now: bool = True) -> Weighed:
    return Weighed(article, "people", frozenset(signs), right, now)


def test_the_page_tells_what_was_fitted() -> None:
    page = accuracy.PAGE.read_text(encoding="utf-8")
    assert accuracy.part(page, "certainty") == certainty.page(written()), "python -m tests.certainty --page"


def test_the_weights_hold_the_floors() -> None:
    for kind in certainty.SIGNS:
        told = written()[kind]["all"]
        assert told["right_and_sure"] >= certainty.PRECISE * told["sure"], kind
        assert told["right_and_sure"] >= 0.75 * told["right"], kind


def test_the_threshold_is_the_least_that_is_precise() -> None:
    facts = [weighed("a", right=False), weighed("b", right=True), weighed("c", right=True)]
    assert certainty.threshold(facts, [0.5, 0.8, 0.9]) == 0.8
    assert certainty.threshold(facts[:1], [0.5]) == 1.0
    assert certainty.measures(facts, [0.5, 0.8, 0.9], 0.85) == {"facts": 3, "right": 2, "sure": 1, "right_and_sure": 1}


def test_the_bins_hold_each_fact_once() -> None:
    facts = [weighed("a", right=False), weighed("b", right=True), weighed("c", right=True)]
    assert certainty.bins(facts, [0.4, 0.96, 1.0]) == [
        {"from": 0.0, "facts": 1, "expected": 0.4, "right": 0},
        {"from": 0.95, "facts": 1, "expected": 0.96, "right": 1},
        {"from": 0.98, "facts": 1, "expected": 1.0, "right": 1},
    ]


def test_a_fact_that_two_readings_give_counts_once(tmp_path: Path) -> None:
    gold, seeds = accuracy.SEEDS.gold, accuracy.SEEDS.articles
    once = list(certainty.examples(gold, seeds, []))
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text("", encoding="utf-8")
    assert list(certainty.examples(gold, seeds, [earlier])) == once
    assert all(one.now for one in once)
    assert {one.kind for one in once} == set(certainty.SIGNS)


def test_without_a_wrong_fact_all_have_one_probability_below_one() -> None:
    pytest.importorskip("sklearn")
    model = certainty.fitted([[1.0], [0.0]], [True, True], 1.0)
    assert model.weights == (0.0,)
    assert model.probability([1.0]) == model.probability([0.0]) == pytest.approx(0.75)


def test_a_sign_that_speaks_for_a_fact_weighs_nothing() -> None:
    pytest.importorskip("sklearn")
    rows = [[1.0, 0.0]] * 10 + [[0.0, 1.0]] * 10 + [[0.0, 0.0]] * 10
    right = [True] * 10 + [False] * 8 + [True] * 2 + [True] * 8 + [False] * 2
    model = certainty.fitted(rows, right, 1.0)
    assert model.weights[0] == 0
    assert model.weights[1] < -1


def test_no_article_is_judged_by_a_model_that_saw_it() -> None:
    pytest.importorskip("sklearn")
    bad = [weighed("bad", "no-role", right=False) for _ in range(6)]
    good = [weighed(f"g{at}", right=True) for at in range(20)]
    chances = certainty.held_out(["no-role"], [*bad, *good], 1.0)
    assert min(chances[: len(bad)]) > 0.9, "nothing else has the sign"


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 0, 0.0, 1.0), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775)]
)
def test_the_interval_is_wilsons(part: int, whole: int, low: float, high: float) -> None:
    assert first_sight.interval(part, whole) == pytest.approx((low, high), abs=1e-4)


def test_the_page_tells_the_figures_of_first_sight() -> None:
    page = accuracy.PAGE.read_text(encoding="utf-8")
    assert accuracy.part(page, "first-sight") == first_sight.table(first_sight.rows()), "python -m tests.first_sight"
    assert page.index("<!-- first-sight -->") < page.index("<!-- seeds -->"), "first of all"


def test_a_row_of_first_sight_is_a_table(tmp_path: Path) -> None:
    file = tmp_path / "first-sight.yml"
    row = "rows:\n- {set: Báo in, articles: 12, commit: abc1234, "
    row += "kinds: {awards: {gold: 10, found: 8, right: 6, sure: {found: 5, right: 5}}, people: {gold: 4, found: 0, right: 0}}}\n"
    file.write_text(row, encoding="utf-8")
    table = first_sight.table(first_sight.rows(file))
    assert "**Báo in**: 12 bài, phần mềm `abc1234`" in table
    assert "| Khen thưởng | 10 | 8 | 75% (40,9%–92,9%) | 60% (31,3%–83,2%) | 66,7% | 100% (56,6%–100%) |" in table
    assert "| Người | 4 | 0 | – | 0% (0%–49%) | 0% | – |" in table


@pytest.mark.parametrize("wrong", ["right: 9", "right: 6, found: 5", "rihgt: 6"])
def test_a_row_that_cannot_be_is_refused(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "first-sight.yml"
    numbers = "gold: 10, found: 8, right: 6".replace("found: 8, right: 6", wrong) if "found" in wrong else f"gold: 10, found: 8, {wrong}"
    file.write_text(f"rows:\n- {{set: A, articles: 1, commit: a, kinds: {{awards: {{{numbers}}}}}}}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"more right than there are|number that is missing"):
        first_sight.rows(file)
