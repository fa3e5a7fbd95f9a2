"""A name says which thing it holds (``architecture/style.md``): no ``one``, no ``told`` where they have gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
#: Folders and modules from which these names have gone, for good.
CLEAN = (
    "evaluation", "lexicon", "messages", "text", "yaml_documents", "publishing/archive_folder", "publishing/building",
    "publishing/safe_changes", "publishing/writing", "reading/damage", "rendering/charts/bars.py", "rendering/charts/drawing.py",
    "rendering/handouts", "rendering/words/statements.py", "resolution/units/article_places.py",
    "resolution/units/authority_checks.py", "resolution/units/choice.py", "resolution/units/proposals.py", "resolution/yaml_values.py",
    "resolution/corrections", "resolution/events/groups.py", "resolution/events/ledger.py", "resolution/events/one_award.py",
    "resolution/events/totals.py", "resolution/events/wholes.py", "resolution/hiding", "resolution/people_proposals.py",
    "resolution/records/people_file.py", "resolution/review", "resolution/units/addresses.py", "resolution/units/article_names.py",
    "resolution/units/authority.py", "resolution/units/one_body.py", "resolution/yaml_rows.py", "cli", "desk", "cache", "adding",
    "errors.py", "gathering.py", "hook.py", "inspection.py", "pipeline.py",
)  # fmt: skip


def _modules(place: str) -> Iterator[Path]:
    path = PACKAGE / place
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
