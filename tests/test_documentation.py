"""The documents are true: commands, links, and the example of a rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from generator.cli import kyyeu as commands
from generator.extraction.engine import REGISTRY, Passage, Rule
from generator.extraction.extract import extract
from generator.reading import read
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.entries import entries
from generator.text.views import Views
from tests.conftest import ROOT

READMES = ("README.md", "README.vi.md")
DOCUMENTS = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md")
MAKE_TARGETS = ("desk", "serve", "build", "new", "test", "check", "bench")

_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", sorted(commands.places))
def test_every_command_is_documented(readme: str, command: str) -> None:
    assert f"`kyyeu {command}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", READMES)
def test_every_option_is_documented(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for name in commands.places:
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert any(f"`{name}" in text for name in parameter.opts), f"{command.name} {parameter.opts}"


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("target", MAKE_TARGETS)
def test_every_make_target_is_documented_and_there(readme: str, target: str) -> None:
    assert f"make {target}" in (ROOT / readme).read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_relative_link_leads_somewhere(document: str) -> None:
    targets = [match["target"] for match in _LINK.finditer((ROOT / document).read_text(encoding="utf-8"))]
    local = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_both_readmes_have_the_same_parts() -> None:
    shapes = []
    for readme in READMES:
        text = (ROOT / readme).read_text(encoding="utf-8")
        shapes.append((re.findall(r"^#+", text, re.MULTILINE), re.findall(r"^```\w+", text, re.MULTILINE), text.count("\n| ")))
    assert shapes[0] == shapes[1]


def test_the_example_of_a_rule_is_a_rule() -> None:
    block = re.search(r"```python\n(?P<code>.*?)```", _unindented(ROOT / "CONTRIBUTING.md"), re.DOTALL)
    assert block is not None
    names: dict[str, Any] = {"__name__": "example"}
    code = block["code"].replace("from __future__ import annotations\n", "")
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    rule = next(value for value in names.values() if isinstance(value, Rule))
    try:
        for example in rule.examples:
            text, span = example.parts()
            assert [(one.span, one.value) for one in rule(Passage(Views(text)))] == [(span, example.value)]
        for text in rule.counterexamples:
            assert rule(Passage(Views(text))) == []
    finally:
        del REGISTRY.rules[rule.id]


@pytest.mark.parametrize("readme", READMES)
def test_the_example_of_a_correction_applies(readme: str) -> None:
    """To the seed that the section names, with the facts that are extracted from it."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(?P<source>- fact:.*?)```", text, re.DOTALL)
    names = re.search(r"`seeds/corrections/(?P<name>\w+)\.yml`[^`]*`seeds/(?P=name)\.txt`", text)
    assert block is not None
    assert names is not None
    told, errors = entries(block["source"], "seeds/corrections/example.yml")
    article = read(ROOT / "seeds" / f"{names['name']}.txt", ROOT)
    done = apply(article, extract(article), told)
    assert (errors, done.errors, len(done.applied)) == ((), (), 4)


def _unindented(path: Path) -> str:
    return re.sub(r"^ {3}", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
