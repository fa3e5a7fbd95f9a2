"""Compiled templates are taken over where source and everything installed are the same, and compiled anew where not."""

from __future__ import annotations

import os
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment

from generator.cache import templates
from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.cache.store import opened


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def shown(root: Path, source: str, monkeypatch: pytest.MonkeyPatch, *shared: object) -> tuple[str, int]:
    """Return what a template gives, and how many were compiled for it."""
    compiled: list[str] = []
    with opened(root) as store:
        environment = Environment(loader=DictLoader({"a": source}), autoescape=True, bytecode_cache=Keeping(store, *shared).templates())
        work = environment._compile

        def noted(code: str, name: str) -> CodeType:
            compiled.append(name)
            return work(code, name)

        monkeypatch.setattr(environment, "_compile", noted)
        text = environment.get_template("a").render(x=1)
        store.commit()
    return text, len(compiled)


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(tmp_path, "{{ x }}", monkeypatch) == ("1", 1)
    assert shown(tmp_path, "{{ x }}", monkeypatch) == ("1", 0)
    assert shown(tmp_path, "{{ x }}!", monkeypatch) == ("1!", 1), "another source"
    assert shown(tmp_path, "{{ x }}!", monkeypatch, "other settings") == ("1!", 1)
    assert shown(tmp_path, "{{ x }}!", monkeypatch) == ("1!", 1)
    monkeypatch.setattr(templates, "installed", lambda: "another version")
    assert shown(tmp_path, "{{ x }}!", monkeypatch) == ("1!", 1), "compiled by another version"


def test_another_process_does_not_use_the_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path) as store:
        kept = Keeping(store).templates()
        assert kept is not None
        monkeypatch.setattr(os, "getpid", lambda: -1)
        environment = Environment(loader=DictLoader({"a": "{{ x }}"}), autoescape=True, bytecode_cache=kept)
        assert environment.get_template("a").render(x=1) == "1"
        assert store.keys("template") == []


def test_where_nothing_is_kept_there_are_none() -> None:
    assert NOTHING_KEPT.templates() is None
