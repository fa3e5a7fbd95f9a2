"""Any document gives a value or an error with its line, runs nothing, and takes time in proportion."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.yaml_documents import LIMITS, Limits, YamlError, compose, document_bytes, load, load_packaged
from tests.conftest import ROOT

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)
MERGED_LAUGHS = "- &a0 {k: v}\n" + "".join(f"- &a{n + 1} {{<<: [{', '.join([f'*a{n}'] * 9)}]}}\n" for n in range(20))


@pytest.mark.parametrize(
    ("source", "reason", "line"),
    [
        ("a: !!python/object/apply:os.system ['true']", "tag", 1),
        ("a: 1\nb: !!python/name:os.system", "tag", 2),
        ("a: 1\nb: !!python/module:os", "tag", 2),
        ("a: 1\nb: !!python/object:os.X {}", "tag", 2),
        ("a: 1\nb: !!python/object/new:os.X {}", "tag", 2),
        ("a: 1\nb: !!python/tuple [1]", "tag", 2),
        ("!!python/name:os.system : b", "tag", 1),  # as a key
        ("- b: !<tag:yaml.org,2002:python/name:os.system>", "tag", 1),
        ("%TAG !p! tag:yaml.org,2002:python/\n---\n- !p!name:os.system\n", "tag", 3),
        ("a: !ENV HOME", "tag", 1),
        ("a: !relative x", "tag", 1),
        ("a: !own x", "tag", 1),
        (LAUGHS, "many", 6),
        (MERGED_LAUGHS, "many", 7),
        ("[" * 100_000, "deep", 1),
        ("{" * 100_000, "deep", 1),
        ("- " * 100_000 + "a", "deep", 1),
        ("? " * 100_000, "deep", 1),
        ("{a: " * 100_000, "deep", 1),
        ("a:\n" + "".join(" " * n + "a:\n" for n in range(1, 2000)), "deep", 65),
        ("a: &a [*a]", "cycle", 1),
        ("a: &a\n  b: {c: *a}", "cycle", 2),
        ("<<: &a\n  <<: *a", "cycle", 2),
        ("- &a 1\n- &a 2", "anchor", 2),
        ("- *a", "alias", 1),
        ("a: 1\nb: 2\na: 3", "twice", 3),
        ("x:\n  {a: 1, 'a': 2}", "twice", 2),
        ("a: [\n", "syntax", 2),
        ("a: 'b\n", "syntax", 2),
        ("a: \x07", "syntax", 1),
        ("# \n\n- \ufffe", "syntax", 3),
        ("- a\n---\n- b\n", "second", 2),
        ('a: "\\UFFFFFFFF"', "syntax", 1),
        ('a: "\\ud800"', "syntax", 1),
        ("%YAML 1." + "9" * 5000 + "\n---\na", "syntax", 1),
        ("a: 2022-13-45", "value", 1),
        ("a:\n- !!int word", "value", 2),
        ("a: !!bool word", "value", 1),
        ("a: !!timestamp word", "value", 1),
        ("a: !!int ''", "value", 1),
        ("a: " + "9" * 5000, "long", 1),
        ("a: " + "1:" * 5000 + "1", "long", 1),
        ("a: " + "x" * 200_000, "long", 1),
        ("? [a]\n: b", "syntax", 1),
        ("a: =", "syntax", 1),
        ("<<: [1]", "syntax", 1),
        (b"a: 1\nb: \xff", "encoding", 2),
        ("a: b\n".encode("utf-16"), "encoding", 1),
    ],
)
def test_refuses(source: str | bytes, reason: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        load(source)
    assert (caught.value.reason, caught.value.line) == (reason, line)


@pytest.mark.parametrize("limits", [Limits(size=10), Limits(nodes=3), Limits(depth=1), Limits(scalar=3), Limits(digits=2)])
def test_each_limit_counts(limits: Limits) -> None:
    source = "- [a, b]\n- 1234\n- abcd\n"
    assert load(source) == [["a", "b"], 1234, "abcd"]
    with pytest.raises(YamlError):
        load(source, limits=limits)


def test_what_is_within_the_limits_is_read() -> None:
    depth = LIMITS.depth
    assert load("[" * depth + "]" * depth)
    with pytest.raises(YamlError):
        load("[" * (depth + 1) + "]" * (depth + 1))
    assert load(f"a: {'9' * LIMITS.digits}") == {"a": int("9" * LIMITS.digits)}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# nothing\n",
        "a",
        "a: &x {b: 1}\nc: *x\nd: [*x, *x]",
        "a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}\ne: {<<: [{b: 4}, *x]}",
        "b: &b {<<: &a {k: 1}, k: 2}\nc: {<<: *b, k: 3}",
        "a: 2022-01-15\nb: 1.5\nc: 0x1f\nd: ~\ne: yes\nf: 12:30\ng: 2001-12-14T21:59:43.10-05:00",
        "a: !!set {x, y}\nb: !!binary aGVsbG8=\nc: !!str 5\nd: ! 5",
        "a: |\n  two\n  lines\nb: >-\n  one\n  line\n",
        "\ufeffa: 1",
        "---\na: 1\n...\n",
        "? a\n: b\n",
        "a:\n- 1\n- b: 2\n  c: 3\n",
    ],
)
def test_gives_what_the_safe_loader_gives(source: str) -> None:
    assert load(source) == yaml.safe_load(source)
    assert load(source.encode()) == load(source)


def test_what_comes_with_the_program_is_read_alike() -> None:
    paths = list((ROOT / "generator").rglob("*.yml"))
    assert len(paths) > 40
    for path in paths:
        assert repr(load_packaged(path.read_bytes())) == repr(load(path.read_bytes())), path


def test_what_the_fast_parser_refuses_has_the_words_of_the_other() -> None:
    for source in ("a: [", "a: 1\na: 2", "- a\n b: 1", "a: !!python/name:os.system", "a: *b"):
        with pytest.raises(YamlError) as fast:
            load_packaged(source)
        with pytest.raises(YamlError) as exact:
            load(source)
        assert str(fast.value) == str(exact.value)


def test_gives_what_the_safe_loader_gives_for_files_of_the_project() -> None:
    files = (path for part in ("generator", "seeds", "tests") for path in (ROOT / part).rglob("*.yml"))
    paths = [path for path in files if path.stat().st_size < 12_000]
    assert len(paths) > 20
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert load(text) == yaml.safe_load(text), path
        assert _plain(compose(text)) == _plain(yaml.compose(text, Loader=yaml.SafeLoader)), path


_MARKS = ["- ", "a: ", "\n", "\n  ", "<<: ", "&x ", "*x", "!!int ", "!!set ", "! ", "? ", *"[]{},'\">#\t", "|\n"]
_MARKS += ["1", "2022-02-30", "~", "é", "\\", "\x85", "\u2028", "---\n", "...\n", "%TAG ! a\n", "!!python/name:os.x ", "x"]


@given(st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(_MARKS), max_size=40).map("".join), st.text(max_size=100)))
def test_any_bytes_give_a_value_or_an_error_with_its_line(source: str | bytes) -> None:
    try:
        value = load(source)
    except YamlError as error:
        lines = source.count(b"\n") if isinstance(source, bytes) else len(source.splitlines())
        assert 1 <= (error.line or 0) <= lines + 2  # noqa: PT017 (many inputs give a value)
    else:
        expected = yaml.safe_load(source)
        assert repr(value) == repr(expected)  # by repr: not a number is not equal to itself
        if isinstance(source, str):
            assert _plain(compose(source)) == _plain(yaml.compose(source, Loader=yaml.SafeLoader))


@pytest.mark.parametrize(
    "piece", ["- a\n", "a", "- {a: [b]}\n", "# a\n", "- 'a b'\n", "\n", "- &a{n} b\n- *a{n}\n", "k{n}: 1\n", "- |\n a\n", "- 1:1\n"]
)
def test_time_is_in_proportion_to_the_text(piece: str) -> None:
    texts = ("".join(piece.replace("{n}", str(n)) for n in range(size // len(piece))) for size in (8_000, 32_000))
    once, four_times = map(_seconds, texts)
    assert four_times < 6 * max(once, 0.01)  # below 10 ms a busy machine measures itself; a quadratic reading of 32,000 takes seconds


def test_reads_no_more_of_a_file_than_it_may(tmp_path: Path) -> None:
    path = tmp_path / "large.yml"
    path.write_bytes(b"a" * 101)
    assert len(document_bytes(path, Limits(size=101))) == 101
    with pytest.raises(YamlError, match="too_large"):
        document_bytes(path, Limits(size=100))
    with pytest.raises(OSError, match="none"):
        document_bytes(tmp_path / "none.yml")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_waits_for_no_pipe_and_reads_no_device(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "device.yml").symlink_to("/dev/zero")
    for name in ("pipe.yml", "device.yml"):
        with pytest.raises(YamlError, match="no_file"):
            document_bytes(tmp_path / name)


def test_nobody_reads_yaml_in_another_way() -> None:
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")}
    calls = ("yaml.load(", "safe_load", "yaml.compose", "yaml_load(", "yaml.parse(")
    found = [path for path, text in texts.items() if any(call in text for call in calls)]
    assert found == []


def _seconds(source: str) -> float:
    """CPU time; the least of three, whatever else the machine does."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        load(source, limits=Limits(scalar=10**6))
        taken.append(time.process_time() - begun)
    return min(taken)


def _plain(node: yaml.Node | None) -> Any:
    """Return the node as tuples, with the lines and columns at which it begins and ends."""
    if node is None:
        return None
    value = node.value
    if isinstance(node, yaml.SequenceNode):
        value = [_plain(one) for one in node.value]
    elif isinstance(node, yaml.MappingNode):
        value = [(_plain(key), _plain(one)) for key, one in node.value]
    assert node.start_mark is not None
    assert node.end_mark is not None
    return type(node).__name__, node.tag, value, *((mark.line, mark.column) for mark in (node.start_mark, node.end_mark))
