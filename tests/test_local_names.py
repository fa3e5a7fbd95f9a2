"""A name says which thing it holds (``architecture/style.md``): no ``one``, no ``told`` where they have gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: Folders from which these names have gone, for good.
CLEAN = ("generator",)


def _modules(place: str) -> Iterator[Path]:
    path = ROOT / place
    yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg


@pytest.mark.parametrize("place", CLEAN)
def test_names_say_what_they_hold(place: str) -> None:
    modules = list(_modules(place))
    assert modules
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules
        for line, name in _names(ast.parse(path.read_text(encoding="utf-8")))
        if name in {"one", "told"}
    ]
    assert found == []
