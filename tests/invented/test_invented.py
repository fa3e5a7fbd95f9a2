"""No kind of fact is read worse than before in the invented articles."""

from __future__ import annotations

from copy import deepcopy

from tests.invented.corpus import ARTICLES, GOLD, fallen, floors, measured


def test_every_article_has_its_facts() -> None:
    names = sorted(path.stem for path in ARTICLES.glob("*.txt"))
    assert len(names) == 36
    assert names == sorted(path.stem for path in GOLD.glob("*.yml"))


def test_nothing_is_read_worse_than_before() -> None:
    assert fallen(measured(), floors()) == []


def test_a_loss_and_an_invention_are_seen() -> None:
    worse = deepcopy(measured())
    worse["default"]["awards"]["right"] -= 1
    worse["strict"]["people"]["wrong"] += 1
    assert [line.partition(":")[0] for line in fallen(worse, measured())] == ["default awards", "strict people"]
