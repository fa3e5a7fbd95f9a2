"""The mutants that are drawn: each is one change, and one of a line that a test reads is seen."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants.changes import changes, interval, mutants
from tests.mutants.judging import _defined, _mentions


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("a in b", ["a not in b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("True", ["False"]),
        ("3", ["4", "2"]),
        ("'3'", []),
        ("a < b < c", []),
    ],
)
def test_changes(code: str, expected: list[str]) -> None:
    assert [ast.unparse(new) for new in changes(ast.parse(code, mode="eval").body)] == expected


def test_a_value_that_counts_as_none_is_not_returned_as_none() -> None:
    returned = ast.parse("def f():\n    return False\n    return 0\n    return None\n    return a").body[0]
    assert isinstance(returned, ast.FunctionDef)
    assert [[ast.unparse(new) for new in changes(node)] for node in returned.body] == [[], [], [], ["return None"]]


def test_the_interval_of_a_share() -> None:
    assert [round(bound, 3) for bound in interval(90, 100)] == [0.826, 0.945]
    assert [round(bound, 3) for bound in interval(0, 10)] == [0.0, 0.278]


def test_a_mutant_is_its_module_with_one_change(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("@cache(1)\ndef bounded(one: int = 2) -> bool:\n    return one < 3\n", encoding="utf-8")
    changed = {ast.unparse(mutant.tree()).splitlines()[-1].strip() for mutant in mutants(module)}
    assert changed == {"return None", "return one <= 3", "return one < 4", "return one < 2"}
    assert all("cache(1)" in ast.unparse(mutant.tree()) and "int=2" in ast.unparse(mutant.tree()) for mutant in mutants(module))


PROGRAM = """if True:
    import sys
    from pathlib import Path
    from tests.mutants.changes import ROOT, mutants
    from tests.mutants.judging import Judge
    from tests.mutants.tracing import traced
    judge = Judge(traced(["tests/text/test_tone.py"], ROOT / "generator", lambda said: None, Path(sys.argv[1])), 20)
    chosen = [mutant for mutant in mutants(ROOT / "generator/text/tone.py") if sys.argv[2] in mutant.label]
    judge.killed(chosen, lambda mutant, killed, tests: print(killed, tests > 0, file=sys.stderr))"""


@pytest.mark.slow  # pytest within pytest
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a mutant lives in a fork")
@pytest.mark.parametrize("change", ["return _TO_PRESS[match.group()]", "pair[0] in first"], ids=["in a function", "at import"])
def test_a_change_of_a_line_that_a_test_needs_is_seen(tmp_path: Path, change: str) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, tmp_path, change], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == "True True\n", done.stdout


def test_what_a_module_defines_is_followed_to_the_lines_that_use_it() -> None:
    defined = _defined(ROOT / "generator" / "text" / "tone.py", 1)
    assert defined == ()
    folding = ROOT / "generator" / "text" / "folding.py"
    assert {path.name for path, _ in _mentions(folding, "folded")} > {"folding.py", "article.py"}
