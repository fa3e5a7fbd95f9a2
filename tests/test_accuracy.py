"""The gate: no kind of fact falls below its floor on the seeds, and the site states what is measured."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from generator.evaluation.matching import KINDS
from tests import accuracy


def test_gold_and_seeds_are_those_that_the_floors_were_measured_on() -> None:
    assert accuracy.digest() == accuracy.floors()["digest"], "changed on purpose? python -m tests.accuracy --accept-corpus"


def test_every_kind_has_its_floors() -> None:
    for match in ("default", "strict"):
        assert list(accuracy.floors()[match]) == [kind.name for kind in KINDS]


def test_nothing_is_below_its_floor() -> None:
    assert accuracy.fallen(accuracy.ratios(), accuracy.floors()) == []
    assert accuracy.measured().errors == ()


def test_the_page_tells_what_is_measured() -> None:
    page = accuracy.PAGE.read_text(encoding="utf-8")
    assert accuracy.part(page, "seeds") == accuracy.table(accuracy.measured()), "python -m tests.accuracy --page"
    assert accuracy.part(page, "development").count("\n| ") >= 5


@pytest.fixture
def worse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> accuracy.Floors:
    """Provide the commands on a copy of the floors, with awards measured worse than they are."""
    now = copy.deepcopy(accuracy.ratios())
    now["default"]["awards"]["recall"] -= 0.1
    monkeypatch.setattr(accuracy, "FLOORS", tmp_path / "floors.yml")
    (tmp_path / "floors.yml").write_bytes((accuracy.ROOT / "tests" / "floors.yml").read_bytes())
    monkeypatch.setattr(accuracy, "ratios", lambda: now)
    return now


def test_a_fall_is_seen_and_raising_refuses_it(worse: accuracy.Floors, capsys: pytest.CaptureFixture[str]) -> None:
    before = accuracy.FLOORS.read_bytes()
    assert [line.split(":")[0] for line in accuracy.fallen(worse, accuracy.floors())] == ["default awards"]
    assert accuracy.main(["--raise"]) == 1
    assert "default awards" in capsys.readouterr().err
    assert accuracy.FLOORS.read_bytes() == before


def test_a_floor_is_lowered_only_by_name(worse: accuracy.Floors) -> None:
    before = accuracy.floors()
    assert accuracy.main(["--lower", "people"]) == 0
    assert accuracy.fallen(worse, accuracy.floors()) != []
    assert accuracy.main(["--lower", "awards"]) == 0
    after = accuracy.floors()
    assert accuracy.fallen(worse, after) == []
    changed = {kind for kind in after["default"] if after["default"][kind] != before["default"][kind]}
    assert changed <= {"awards", "people"}
    assert after["digest"] == before["digest"]


def test_only_the_corpus_command_takes_a_new_digest(worse: accuracy.Floors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accuracy, "digest", lambda: "new")
    assert accuracy.main(["--lower", "awards"]) == 0
    assert accuracy.floors()["digest"] != "new"
    assert accuracy.main(["--accept-corpus"]) == 0
    assert accuracy.floors()["digest"] == "new"
    assert worse["default"]["awards"]["recall"] < 1
