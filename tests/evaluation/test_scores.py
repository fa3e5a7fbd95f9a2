"""Counting: what is right, missed and invented, over all articles."""

from __future__ import annotations

import pytest

from generator.evaluation.matching import Data
from generator.evaluation.scores import Score, evaluate, table, to_data


def award(count: int, **more: object) -> dict[str, object]:
    return {"type": "giay-khen", "kind": "ca-nhan", "count": count, **more}


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(3, 4, 6), 0.5, 0.75, 0.6),
        (Score(0, 0, 0), 1.0, 1.0, 1.0),  # nothing to find, nothing found
        (Score(0, 0, 2), 0.0, 1.0, 0.0),
        (Score(0, 2, 0), 0.0, 0.0, 0.0),
    ],
)
def test_ratios(score: Score, precision: float, recall: float, f1: float) -> None:
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == pytest.approx(f1)


def test_facts_are_counted_over_all_articles() -> None:
    pairs: list[tuple[str, Data, Data]] = [
        ("a", {"awards": [award(1), award(2)]}, {"awards": [award(1)]}),
        ("b", {"awards": []}, {"awards": [award(7)]}),
    ]
    assert evaluate(pairs).scores["awards"] == Score(right=1, gold=2, found=2)


def test_an_optional_fact_counts_neither_way() -> None:
    gold = {"awards": [award(1), award(2, optional=True)]}
    assert evaluate([("a", gold, {"awards": [award(1), award(2)]})]).scores["awards"] == Score(1, 1, 1)
    assert evaluate([("a", gold, {"awards": [award(1)]})]).scores["awards"] == Score(1, 1, 1)


def test_where_the_gold_has_none_some_kinds_are_not_blamed() -> None:
    record = {"title": "Tin ngắn", "years": [2020], "people": [{"name": "Lê An", "roles": []}]}
    scores = evaluate([("a", {}, record)]).scores
    assert scores["title"] == scores["years"] == Score()
    assert scores["people"] == Score(found=1)


def test_differences_name_article_and_kind() -> None:
    found = {"type": "bang-khen", "kind": "ca-nhan", "count": 1, "evidence": [], "rule": "award.active", "inferred": {}}
    evaluation = evaluate([("a", {"awards": [award(1)]}, {"awards": [found]})])
    assert list(map(str, evaluation.differences)) == [
        "- a awards: {'type': 'giay-khen', 'kind': 'ca-nhan', 'count': 1}",
        "+ a awards: {'type': 'bang-khen', 'kind': 'ca-nhan', 'count': 1}",
    ]
    assert table(evaluation, differences=True).endswith(str(evaluation.differences[1]))
    assert "differences" not in to_data(evaluation)
    assert [one["sort"] for one in to_data(evaluation, differences=True)["differences"]] == ["missed", "invented"]


def test_an_article_without_facts_misses_all() -> None:
    assert evaluate([("a", {"awards": [award(1)]}, {})]).scores["awards"] == Score(0, 1, 0)
