"""Each fault that was once reproduced has a test that would see it again: the table names it, and here it is looked up."""

from __future__ import annotations

import ast
from functools import cache
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FAULTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "reproduced-faults.yml").read_text(encoding="utf-8"))


@cache
def functions(file: str) -> frozenset[str]:
    """Return the tests in ``file``; empty where there is no such file."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def missing(row: dict[str, Any]) -> list[str]:
    """Return what the row names and is not there."""
    absent = [test for test in row["tests"] if test.partition("::")[2] not in functions(test.partition("::")[0])]
    file = ROOT / row["tests"][0].partition("::")[0]
    case = row.get("case")
    return absent + ([case] if case and not absent and case not in file.read_text(encoding="utf-8") else [])


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: row["fault"])
def test_its_tests_are_there(row: dict[str, Any]) -> None:
    assert row.keys() <= {"fault", "tests", "case"}
    assert row["tests"]
    assert missing(row) == []


def test_each_stands_there_once() -> None:
    assert len({row["fault"] for row in FAULTS}) == len(FAULTS) >= 60


@pytest.mark.parametrize(
    ("tests", "case", "absent"),
    [
        (["tests/test_cli.py::test_nothing"], None, ["tests/test_cli.py::test_nothing"]),
        (["tests/nowhere.py::test_a"], None, ["tests/nowhere.py::test_a"]),
        (["tests/test_cli.py::one_line"], None, ["tests/test_cli.py::one_line"]),
        (["tests/test_cli.py::test_no_articles"], "Hoa M\u00e0i", ["Hoa M\u00e0i"]),
        (["tests/test_cli.py::test_no_articles"], "no_articles", []),
    ],
)
def test_what_is_not_there_is_seen(tests: list[str], case: str | None, absent: list[str]) -> None:
    assert missing({"fault": "x", "tests": tests, "case": case}) == absent
