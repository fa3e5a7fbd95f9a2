"""Docstrings, comments and messages avoid the words that ``architecture/style.md`` replaces, as far as a word has one meaning only."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = sorted(path for folder in ("generator", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
TEXTS = [ROOT / "generator/messages/en.yml", ROOT / "generator/desk/words/en.yml"]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "architecture").rglob("*.md"))]
AVOIDED = re.compile(
    r"\b(?:told|tell|tells|teller|tellers|tellings?|lest|mend|mends|mended|mending|remedy|faults?|wholeness|put right|ways in|bears"
    r"|bearers?|stand|stands(?! for\b)|stood)\b(?! for\b)(?!\w|`|[-_.(=])",
    re.IGNORECASE,
)


def _prose(source: str) -> Iterator[tuple[int, str]]:
    """Yield docstrings and comments with their line, without what they quote as code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and (text := ast.get_docstring(node)):
            yield node.body[0].lineno, text
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _without_code(text: str) -> str:
    return re.sub(r"``.*?``|`[^`]*`|:\w+:`[^`]*`", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("folder", ["generator", "benchmarks"])
def test_code_is_worded_by_the_style_guide(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {match.group()}"
        for path in CODE
        if path.is_relative_to(ROOT / folder)
        for line, text in _prose(path.read_text(encoding="utf-8"))
        for match in AVOIDED.finditer(_without_code(text))
    ]
    assert found == []


@pytest.mark.parametrize("path", [*TEXTS, *DOCUMENTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_texts_are_worded_by_the_style_guide(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    words = [line.partition(": ")[2] if path.suffix == ".yml" else line for line in lines if "| write |" not in line]
    if path.name == "style.md":
        words = [line for line in words if not line.startswith("|")]
    found = [f"{number}: {match.group()}" for number, line in enumerate(words, 1) for match in AVOIDED.finditer(_without_code(line))]
    assert found == []
