"""Entries composed one by one are those of the list composed whole, or there are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.files.units_file import with_entry, with_variants
from generator.resolution.yaml_rows import read_rows
from generator.resolution.yaml_values import Field, words
from generator.yaml_documents import YamlError, compose, entries
from tests.conftest import ROOT

Shape = tuple[str, str, int, Any]


def shape(node: yaml.Node, above: int = 0) -> Shape:
    """Return kind and tag, line and value of a node and of all below it."""
    line, value = node.start_mark.line + above, node.value
    if isinstance(node, yaml.SequenceNode):
        value = [shape(each, above) for each in node.value]
    elif isinstance(node, yaml.MappingNode):
        value = [(shape(key, above), shape(each, above)) for key, each in node.value]
    return type(node).__name__, node.tag, line, value


def whole(source: str) -> list[Shape] | None:
    """Return the entries of a block list at the start of its lines; None for another document, or one with an error."""
    try:
        root = compose(source.encode())
    except YamlError:
        return None
    return [shape(each) for each in root.value] if isinstance(root, yaml.SequenceNode) else None


def alone(source: str) -> list[Shape] | None:
    found = entries(source.encode())
    return None if found is None else [shape(entry.node, entry.above) for entry in found]


@pytest.mark.parametrize("source", [
    "- a: 1\n- b: 2\n",
    "# words\n\n- a: 1   # x\n  b: [1,\n    2]\n\n# more\n- {a: R & D, b: 'x'}\n# end",
    "- a: |\n    x\n\n    - y\n- b: >-\n    z\n\n\n- c: |+\n    v\n\n",
    '- a: "x\n    y"\n-   b\n- - c\n  - d\n',
    "\ufeff- a: 1\r\n# c\r\n- b: 2\r\n",
    "- a: 1 * 2\n- a\n- 2021-01-01\n- ~\n",
])  # fmt: skip
def test_entries_alone_are_those_of_the_list(source: str) -> None:
    assert whole(source) is not None
    assert alone(source) == whole(source)


@pytest.mark.parametrize("source", [
    "", "# none\n", "a: 1\n", "[a, b]\n", "  - a\n", "-\n  a: 1\n- b\n",
    "- a\n---\n- b\n", "- a\n...\n- b\n", "%YAML 1.1\n---\n- a\n", "- a\n...\n",
    "- &x a\n- *x\n", "- [&x a]\n- [&x b]\n", "- [a,\n- b]\n", "- 'a\n- b'\n", "- a: 1\n  a: 2\n b: 3\n", "- a\nb: 1\n", "- !tag a\n",
    "- a\n- b\n- - c\n x\n", "x\n- a\n",
    "- a: 1\u2028- b: 2\n- c: 3\n",
])  # fmt: skip
def test_what_reaches_beyond_an_entry_is_composed_whole(source: str) -> None:
    assert alone(source) is None


LINES = ["- a: x", "- b", "- - c", "- {a: b}", "- [a", "  c]", "  b: 'y", "  z'", "  c: |", "    words", "   # x", "# y", "", "---", "...",
         "- &a x", "- *a", "  d: >+", '- "', '"', "b: 1", "\tx", "-", "- ? a", "  : b", "- # z", "%x", "- !!str 1", "\x85- a"]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join), st.sampled_from(["", "\n", "\n\n"]))
def test_property_no_answer_or_the_list_s(source: str, end: str) -> None:
    found = alone(source + end)
    assert found is None or found == whole(source + end)


def test_rows_and_their_lines_are_the_same_when_read_again() -> None:
    source = "# x\n- a: x\n  b: y\n\n- b: z\n  a: w\n"
    fields = {"a": Field(words, required=True), "b": Field(words)}
    assert read_rows(source, fields, again=True) == read_rows(source, fields)
    wrong = source + "- c: 1\n"
    assert read_rows(wrong, fields, again=True) == read_rows(wrong, fields)
    assert read_rows(wrong, fields, again=True)[1]


def test_a_decision_composes_only_what_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []

    def noted(source: bytes | str) -> yaml.Node | None:
        composed.append(source if isinstance(source, str) else source.decode())
        return compose(source)

    monkeypatch.setattr("generator.yaml_documents.entry_by_entry.compose", noted)
    units = ROOT / "seeds" / "units.yml"
    data = with_entry(units.read_bytes(), {"id": "don-vi-moi", "name": "Đơn vị mới", "source": "x"}, Path("units.yml"))
    composed.clear()
    data = with_entry(data, {"id": "don-vi-khac", "name": "Đơn vị khác", "source": "x"}, Path("units.yml"))
    assert ["don-vi-khac" in text for text in composed] == [True]
    composed.clear()
    data = with_variants(data, "don-vi-moi", ("Một tên nữa",), Path("units.yml"))
    assert ["Một tên nữa" in text for text in composed] == [True]
    assert len(entries(data) or ()) == len(compose(data).value)  # type: ignore[union-attr]
