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
    "evaluation", "lexicon", "messages", "text", "yaml_documents",
    "rendering/handouts",
    "resolution/yaml_values.py",
    "resolution/corrections",
    "resolution/hiding", "resolution/people_proposals.py",
    "resolution/records/people_file.py", "resolution/review",
    "resolution/yaml_rows.py", "cli", "desk", "cache", "adding",
    "corpus", "model", "processes.py", "publishing", "reading", "extraction/awards/article.py", "extraction/awards/drafts.py",
    "extraction/awards/forms", "extraction/awards/lists", "extraction/awards/merging", "extraction/awards/qualities",
    "extraction/certainty", "extraction/documents", "extraction/events", "extraction/figures", "extraction/names", "extraction/people",
    "extraction/tables.py", "extraction/ratings/anaphora.py", "extraction/ratings/brief_lists.py", "rendering/article_pages.py",
    "rendering/charts", "rendering/exports", "rendering/linked", "rendering/parts", "rendering/site.py", "rendering/words",
    "rendering/pages/article.py", "rendering/pages/indexes.py", "rendering/pages/ledger.py", "rendering/pages/review.py",
    "resolution/assembly.py", "resolution/archive_index.py", "resolution/events", "resolution/sources.py", "resolution/units",
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
