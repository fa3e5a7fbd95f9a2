"""Every rule proves itself: its examples are found where they are marked, its counter-examples are not."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from generator import extraction
from generator.extraction.engine import REGISTRY, Example, Passage, Rule
from generator.extraction.extract import extract
from generator.reading import read
from generator.text.views import Views

for _module in pkgutil.walk_packages(extraction.__path__, f"{extraction.__name__}."):
    importlib.import_module(_module.name)

RULES = sorted(REGISTRY.rules.values(), key=lambda rule: rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_has_examples_counterexamples_and_a_source(rule: Rule) -> None:
    assert rule.examples, "a rule without an example proves nothing"
    assert rule.counterexamples, "a rule without a counter-example may find everything"
    assert rule.source, "where does the rule come from?"


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, one) for rule in RULES for one in rule.examples], ids=lambda one: getattr(one, "id", None)
)
def test_finds_its_examples(rule: Rule, example: Example) -> None:
    text, span = example.parts()
    found = rule(Passage(Views(text), context=example.context))
    assert span in [finding.span for finding in found], (
        f"{rule.id} does not find {span.of(text)!r}: {[finding.span.of(text) for finding in found]}"
    )
    if example.value is not None:
        assert example.value in [finding.value for finding in found if finding.span == span]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, one) for rule in RULES for one in rule.counterexamples], ids=lambda one: getattr(one, "id", None)
)
def test_leaves_its_counterexamples(rule: Rule, text: str) -> None:
    assert not rule(Passage(Views(text)))


def test_ids_tell_kind_and_name() -> None:
    assert all("." in rule.id and rule.id == rule.id.lower() for rule in RULES)


ROOT = Path(__file__).resolve().parents[2]
#: A rule's id where the code writes it: a word of one kind of rule, a point, a name.
WRITTEN = re.compile(rf'"((?:{"|".join(sorted({rule.id.partition(".")[0] for rule in RULES}))})\.[a-z_]+)"')


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_every_fact_names_a_rule_that_proves_itself(path: Path) -> None:
    facts = extract(read(path, ROOT))
    assert facts.count
    assert {fact.rule for _, fact in facts.walk()} <= REGISTRY.rules.keys()


def test_every_rule_that_the_code_names_proves_itself() -> None:
    named = {one for path in Path(extraction.__path__[0]).rglob("*.py") for one in WRITTEN.findall(path.read_text(encoding="utf-8"))}
    assert named <= REGISTRY.rules.keys()
