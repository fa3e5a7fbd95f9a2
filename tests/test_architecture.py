"""The picture of the house is the one that the code gives, and none of its rooms is in a circle."""

from __future__ import annotations

import pytest

from tests import architecture


def test_the_picture_is_the_codes() -> None:
    text = architecture.PAGE.read_text(encoding="utf-8")
    assert text.count("```mermaid") == 4
    assert architecture.drawn(text) == text, "run: python -m tests.architecture"


@pytest.mark.parametrize("package", ["generator", "generator.extraction", "generator.resolution", "generator.rendering"])
def test_imports_run_one_way(package: str) -> None:
    arrows = architecture.rooms(package, architecture.imports())
    assert [arrow for arrow in arrows if arrow in architecture._reachable(arrow, arrows)] == []


def test_an_arrow_that_others_imply_is_left_out() -> None:
    found = {"p.a.x": {"p.b", "p.c.y"}, "p.b": {"p.c.y"}, "p.c.y": set[str](), "other": {"p.a.x"}}
    assert architecture.rooms("p", found) == {"a": {"b"}, "b": {"c"}, "c": set()}
