"""The gate: no kind of fact is read worse than its floor in the seeds and the invented articles, and the site states what is measured."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evaluation.matching import KINDS
from tests import accuracy
from tests.accuracy import CORPORA, INVENTED, SEEDS, Corpus

BOTH = pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)


@BOTH
def test_gold_and_articles_are_those_that_the_floors_were_measured_on(corpus: Corpus) -> None:
    assert accuracy.digest(corpus) == accuracy.floors(corpus)["digest"], "changed on purpose? python -m tests.accuracy --accept-corpus"


@BOTH
def test_every_kind_has_its_floors(corpus: Corpus) -> None:
    for match in ("default", "strict"):
        assert list(accuracy.floors(corpus)[match]) == [kind.name for kind in KINDS]


@BOTH
def test_nothing_is_read_worse_than_its_floor(corpus: Corpus) -> None:
    assert accuracy.fallen(accuracy.counts(corpus), accuracy.floors(corpus)) == []
    assert accuracy.measured(corpus).errors == ()


def test_every_invented_article_has_its_facts() -> None:
    names = sorted(path.stem for path in INVENTED.articles.glob("*.txt"))
    assert len(names) == 36
    assert names == sorted(path.stem for path in INVENTED.gold.glob("*.yml"))


def test_the_page_tells_what_is_measured() -> None:
    page = accuracy.PAGE.read_text(encoding="utf-8")
    assert accuracy.part(page, "seeds") == accuracy.table(accuracy.measured()), "python -m tests.accuracy --page"
    assert accuracy.part(page, "development").count("\n| ") >= 5


@pytest.fixture
def worse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Corpus, accuracy.Counts]:
    """Return the seeds with a copy of their floors, and counts worse than they are, which the commands measure."""
    now = copy.deepcopy(accuracy.counts())
    now["default"]["awards"]["right"] -= 1
    now["strict"]["people"]["wrong"] += 1
    corpus = replace(SEEDS, floors=tmp_path / "floors.yml")
    corpus.floors.write_bytes(SEEDS.floors.read_bytes())
    monkeypatch.setattr(accuracy, "counts", lambda _corpus: now)
    return corpus, now


def test_a_fall_is_seen_and_raising_refuses_it(worse: tuple[Corpus, accuracy.Counts], capsys: pytest.CaptureFixture[str]) -> None:
    corpus, now = worse
    before = corpus.floors.read_bytes()
    assert [line.partition(":")[0] for line in accuracy.fallen(now, accuracy.floors(corpus))] == ["default awards", "strict people"]
    assert accuracy.main(["--raise"], [corpus]) == 1
    assert "default awards" in capsys.readouterr().err
    assert corpus.floors.read_bytes() == before


def test_a_floor_is_lowered_only_by_name(worse: tuple[Corpus, accuracy.Counts]) -> None:
    corpus, now = worse
    before = accuracy.floors(corpus)
    assert accuracy.main(["--lower", "people"], [corpus]) == 0
    assert [line.partition(":")[0] for line in accuracy.fallen(now, accuracy.floors(corpus))] == ["default awards"]
    assert accuracy.main(["--lower", "awards"], [corpus]) == 0
    after = accuracy.floors(corpus)
    assert accuracy.fallen(now, after) == []
    changed = {kind for kind in after["default"] if after["default"][kind] != before["default"][kind]}
    assert changed == {"awards"}
    assert after["digest"] == before["digest"]


def test_only_the_corpus_command_takes_a_new_digest(worse: tuple[Corpus, accuracy.Counts], monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, _ = worse
    monkeypatch.setattr(accuracy, "digest", lambda _corpus: "new")
    assert accuracy.main(["--lower", "awards"], [corpus]) == 0
    assert accuracy.floors(corpus)["digest"] != "new"
    assert accuracy.main(["--accept-corpus"], [corpus]) == 0
    assert accuracy.floors(corpus)["digest"] == "new"
