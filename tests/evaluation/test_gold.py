"""The gold standard on disk: what is read, and what is said of what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import EvaluationError
from generator.evaluation.gold import articles_for, name_of, read_gold
from tests.conftest import ROOT


def test_reads_the_seeds_gold() -> None:
    gold = read_gold(ROOT / "tests" / "gold")
    assert sorted(gold) == sorted(name_of(path) for path in (ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("awards: [", ["a.yml:1:", "YAML"]),
        ("- 1\n", ["facts of an article"]),
        ("event: 3\n", ["event"]),
        ("awards: 3\n", ["awards"]),
        ("awards: [3]\n", ["awards"]),
        ("awards: [{kind: ca-nhan}]\n", ["awards, entry 1", "type"]),
        ("years: [hai]\n", ["years"]),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, text: str, words: list[str]) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError) as caught:
        read_gold(tmp_path)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError):
        read_gold(tmp_path)
    with pytest.raises(EvaluationError):
        read_gold(tmp_path / "none")


def test_articles_are_found_by_name_in_folders_below(tmp_path: Path) -> None:
    for name in ("b/a.x.txt", "b/a.docx", ".hidden/c.txt", "c.yml", "d.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = articles_for(["a", "c", "d", "e"], tmp_path, [".txt"])
    assert found == {"a": tmp_path / "b" / "a.x.txt", "d": tmp_path / "d.TXT"}
    (tmp_path / "a.txt").touch()
    with pytest.raises(EvaluationError, match="same name"):
        articles_for(["a"], tmp_path, [".txt"])
    with pytest.raises(EvaluationError):
        articles_for(["a"], tmp_path / "none", [".txt"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("years: [2022]\nawards:\n- {type: giay-khen}\n- {count: 3}\n", 4),
        ("years: [2022]\nawards: giấy khen\n", 2),
        ("event:\n- lễ trao\n", 2),
    ],
)
def test_an_error_names_its_line(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError) as caught:
        read_gold(tmp_path)
    assert caught.value.line == line
