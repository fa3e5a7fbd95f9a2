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
MAINTAINERS = ("CONTRIBUTING.md", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "architecture").rglob("*.md")))
DOCUMENTS = (*READMES, *MAINTAINERS, "CHANGELOG.md", "generator/lexicon/data/README.md")
#: The test in which a newcomer follows each how-to of CONTRIBUTING.md.
FOLLOWED = {
    "add a word": "test_a_word",
    "add an award type": "test_an_award_type",
    "add a short form for the search": "test_a_short_form",
    "change or add a text of the interface": "test_a_text_of_the_interface",
    "add a way of listing awards": "test_a_way_of_listing_awards",
    "add a way of stating a rating": "test_a_way_of_stating_a_rating",
    "add a way of stating a grant": "test_a_way_of_stating_a_grant",
    "add a way of stating a winner, or praise that is no award": "test_a_way_of_stating_a_winner",
    "add a calling or a position": "test_a_calling_and_a_position",
    "add a rule": "test_a_rule",
    "add to the desk": "test_a_page_of_the_desk",
    "add a format": "test_a_format",
    "work on a corpus": "test_a_field_of_crawlers",
    "add another program's debris": "test_debris",
    "add a column to the data": "test_a_column",
    "add a condition of the law": "test_a_condition_of_the_law",
    "add a page": "test_a_page",
}
MAKE_TARGETS = ("desk", "serve", "build", "new", "test", "check", "bench")

PARTS = ("generator", "tests", "benchmarks", "docs", "seeds", "architecture", "requirements", ".github")
#: Files of an example, or that commands write.
EXAMPLES = {"NAME.md.jinja", "generator/reading/formats/org.py", "index.html", "words.html", "say.js", "seeds/people.yml"}
_FILE = re.compile(r"`(?P<path>[\w./*-]+\.(?:py|yml|js|css|html|tsv|toml|jinja|sh))`")
_COMMAND = re.compile(r"python (?:-m (?P<module>(?:tests|benchmarks)[\w.]*)|(?P<script>(?:tests|benchmarks)/[\w/]+\.py))")
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
    file = ROOT / document
    targets = [match["target"] for match in _LINK.finditer(file.read_text(encoding="utf-8"))]
    local = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in local if not (file.parent / target).exists()] == []


@pytest.mark.parametrize("document", MAINTAINERS)
def test_every_file_named_is_there(document: str) -> None:
    """By its path, or the end of it."""
    there = [f"/{path.relative_to(ROOT).as_posix()}" for name in PARTS for path in (ROOT / name).rglob("*") if path.is_file()]
    named = {match["path"] for match in _FILE.finditer((ROOT / document).read_text(encoding="utf-8"))}
    missing = [name for name in sorted(named) if "*" not in name and not any(path.endswith(f"/{name.lstrip('./')}") for path in there)]
    assert [name for name in missing if not (ROOT / name).exists() and name not in EXAMPLES] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_script_named_is_there(document: str) -> None:
    for match in _COMMAND.finditer((ROOT / document).read_text(encoding="utf-8")):
        path = match["script"] or match["module"].replace(".", "/") + ".py"
        assert (ROOT / path).exists() or (ROOT / path.removesuffix(".py") / "__main__.py").exists(), match.group()


def test_a_newcomer_follows_every_how_to() -> None:
    titles = re.findall(r"^## How to (.+)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles == [title for title in FOLLOWED if title in titles]
    assert set(titles) == FOLLOWED.keys()
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_newcomer*.py"))
    assert [test for test in FOLLOWED.values() if f"def {test}(newcomer" not in tests] == []


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
    corrections, errors = entries(block["source"], "seeds/corrections/example.yml")
    article = read(ROOT / "seeds" / f"{names['name']}.txt", ROOT)
    done = apply(article, extract(article), corrections)
    assert (errors, done.errors, len(done.applied)) == ((), (), 4)


def _unindented(path: Path) -> str:
    return re.sub(r"^ {3}", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
