"""Facts are walked in one way."""

from __future__ import annotations

import re

from generator.model.facts import Aim, Event, FactKind, Facts, Figure, Person, UnitMention, UnitRole
from generator.model.span import Span
from tests.conftest import ROOT

EVENT = Event(evidence=(Span(0, 1),), rule="r", name="a", date=None, part_of_day=None, place=None)
UNIT = UnitMention(evidence=(Span(1, 2), Span(3, 4)), rule="r", id="b", name="b", role=UnitRole.HOST)
PERSON = Person(evidence=(Span(2, 3),), rule="r", name="c", roles=())
FIGURE = Figure(
    evidence=(Span(4, 5),), rule="r", measure="d", value=1, of=None, percent=None, unit=None, year=None, kind=Aim.RESULT
)  # fmt: skip
FACTS = Facts(event=EVENT, units=(UNIT,), people=(PERSON,), figures=(FIGURE,))


def test_every_fact_is_met_once_with_its_kind() -> None:
    all_facts = [(FactKind.EVENT, EVENT), (FactKind.UNITS, UNIT), (FactKind.PEOPLE, PERSON), (FactKind.FIGURES, FIGURE)]
    assert list(FACTS.walk()) == all_facts
    assert list(FACTS.walk(FactKind.PEOPLE, FactKind.EVENT)) == [all_facts[2], all_facts[0]]
    assert list(FACTS.evidence(FactKind.UNITS, FactKind.FIGURES)) == [Span(1, 2), Span(3, 4), Span(4, 5)]
    assert (FACTS.count, Facts().count, list(Facts().walk())) == (4, 0, [])


def test_each_fact_can_be_changed() -> None:
    assert FACTS.mapped(lambda fact: fact) == FACTS
    assert [type(fact) for _, fact in FACTS.walk()] == [Event, UnitMention, Person, Figure]


def test_no_module_flattens_the_facts_by_hand() -> None:
    """At most two kinds are listed beside each other, where just these are meant."""
    by_hand = re.compile(r"(?:facts\.(?:event|units|awards|ratings|people|documents|figures)\b[^=\n]*?,\s*\*?(?:entry\.)?){3}")
    paths = (path for folder in ("generator", "tests") for path in sorted((ROOT / folder).rglob("*.py")))
    assert [path.name for path in paths if by_hand.search(path.read_text(encoding="utf-8"))] == []
