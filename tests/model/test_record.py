"""Facts as plain data: nothing is lost on the way to JSON and back, and keys are ordered as in the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, Block, BlockKind, Source
from generator.model.correction import Action, Correction
from generator.model.facts import (
    Approximation,
    Award,
    AwardStatus,
    Decision,
    Document,
    Event,
    Fact,
    Facts,
    Figure,
    Inference,
    Person,
    Rating,
    Role,
    UnitMention,
    UnitRole,
)
from generator.model.record import KINDS, correction_to_data, fact_to_data, facts_to_data, record
from generator.model.span import Span
from generator.model.statement import basis, statement
from generator.rendering.words.statements import written
from tests.restored import correction_from_data, fact_from_data, facts_from_data

#: The keys of each kind of fact, in the contract's order (shared/facts/facts.md).
KEYS: dict[type[Fact], list[str]] = {
    Event: ["name", "date", "date_end", "part_of_day", "place"],
    UnitMention: ["id", "name", "role"],
    Award: [
        "type",
        "rank",
        "kind",
        "count",
        "names",
        "standard",
        "granted_by",
        "years",
        "period",
        "consecutive_years",
        "status",
        "approximate",
        "decision",
        "posthumous",
        "sure",
        "doubt",
    ],
    Rating: ["subject", "level", "count", "percent", "at_least", "year", "kind", "sure", "doubt"],
    Person: ["name", "roles", "sure", "doubt"],
    Document: ["kind", "number", "title", "issuer", "session", "date"],
    Figure: ["measure", "value", "of", "percent", "unit", "year", "kind"],
}

WORDS = st.text(min_size=1, max_size=12)
SOME = st.none() | WORDS
COUNT = st.none() | st.integers(0, 10**12)
SHARE = st.none() | st.floats(0, 100, allow_nan=False)
YEAR = st.none() | st.integers(1930, 2100)
SPANS = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda one: Span(one[0], one[0] + one[1])), min_size=1, max_size=3)
CARRIED: dict[str, st.SearchStrategy[Any]] = {
    "evidence": SPANS.map(tuple),
    "rule": WORDS,
    # one basis a field
    "inferred": st.dictionaries(WORDS, WORDS, max_size=2).map(lambda told: tuple(Inference(*one) for one in told.items())),
}
WEIGHED: dict[str, st.SearchStrategy[Any]] = {"sure": st.booleans(), "doubt": SOME}
EVENTS = st.builds(Event, name=SOME, date=SOME, date_end=SOME, part_of_day=SOME, place=SOME, **CARRIED)
UNITS = st.builds(UnitMention, id=WORDS, name=WORDS, role=WORDS, **CARRIED)
AWARDS = st.builds(
    Award,
    type=WORDS,
    rank=COUNT,
    kind=WORDS,
    count=COUNT,
    names=st.lists(WORDS, max_size=3).map(tuple),
    standard=SOME,
    granted_by=SOME,
    years=st.lists(st.integers(1930, 2100), max_size=3).map(tuple),
    period=st.none() | st.tuples(st.integers(1930, 2100), st.integers(1930, 2100)),
    consecutive_years=COUNT,
    status=st.sampled_from([status.value for status in AwardStatus]),
    approximate=st.none() | st.sampled_from([approximation.value for approximation in Approximation]),
    decision=st.none() | st.builds(Decision, number=SOME, date=SOME, issuer=SOME),
    posthumous=st.booleans(),
    **WEIGHED,
    **CARRIED,
)
RATINGS = st.builds(
    Rating, subject=WORDS, level=WORDS, count=COUNT, percent=SHARE, at_least=st.booleans(), year=YEAR, kind=WORDS, **WEIGHED, **CARRIED
)
PEOPLE = st.builds(
    Person, name=WORDS, roles=st.lists(st.builds(Role, title=WORDS, unit=SOME, written=SOME), max_size=3).map(tuple), **WEIGHED, **CARRIED
)
DOCUMENTS = st.builds(Document, kind=WORDS, number=SOME, title=SOME, issuer=SOME, session=SOME, date=SOME, **CARRIED)
FIGURES = st.builds(
    Figure, measure=WORDS, value=COUNT | SHARE, of=COUNT | SHARE, percent=SHARE, unit=SOME, year=YEAR, kind=WORDS, **CARRIED
)
FACT = st.one_of(EVENTS, UNITS, AWARDS, RATINGS, PEOPLE, DOCUMENTS, FIGURES)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    """Return a correction of a fact, with the values and the fact that it had."""
    before = draw(FACT)
    kind = next(key for key, of in KINDS.items() if of is type(before))
    values = tuple((name, getattr(before, name)) for name in KEYS[type(before)])
    return Correction(
        action=draw(st.sampled_from(Action)), kind=kind, quote=draw(SOME), expected=values, right=draw(st.just(()) | st.just(values)),
        by=draw(WORDS), on="2024-05-01", why=draw(WORDS), path=draw(WORDS), line=draw(st.integers(1, 99)), occurrence=draw(COUNT),
        right_quote=draw(SOME), before=draw(st.none() | st.just(before)), place=draw(COUNT),
    )  # fmt: skip


FACTS = st.builds(
    Facts,
    event=st.none() | EVENTS,
    years=st.lists(st.integers(1930, 2100), max_size=3).map(tuple),
    **{
        key: st.lists(one, max_size=2).map(tuple)
        for key, one in {
            "units": UNITS,
            "awards": AWARDS,
            "ratings": RATINGS,
            "people": PEOPLE,
            "documents": DOCUMENTS,
            "figures": FIGURES,
        }.items()
    },
)


@given(st.one_of(EVENTS, UNITS, AWARDS, RATINGS, PEOPLE, DOCUMENTS, FIGURES))
def test_property_a_fact_survives_json(fact: Fact) -> None:
    data = fact_to_data(fact, written)
    assert list(data) == [*KEYS[type(fact)], "evidence", "rule", "inferred"]
    assert fact_from_data(type(fact), json.loads(json.dumps(data, ensure_ascii=False))) == fact


@given(FACT, st.lists(corrections(), min_size=1, max_size=2).map(tuple))
def test_property_so_do_its_corrections(fact: Fact, told: tuple[Correction, ...]) -> None:
    one = replace(fact, corrections=told)
    data = fact_to_data(one, written)
    assert list(data)[-1] == "corrections"
    assert fact_from_data(type(one), json.loads(json.dumps(data))) == one
    assert [correction_from_data(json.loads(json.dumps(correction_to_data(each, written)))) for each in told] == list(told)


@given(FACTS)
def test_property_the_facts_of_an_article_survive_json(facts: Facts) -> None:
    assert facts_from_data(json.loads(json.dumps(facts_to_data(facts, written)))) == facts


def test_a_record_has_the_contract_s_keys_in_its_order() -> None:
    span = Span(0, 3)
    article = Article(Source("a.txt", "0" * 64, "text", "u"), "Tin", (Block(BlockKind.TITLE, span),), "Tin", span, title_is_headline=True)
    data = record(article, Facts(years=(2021, 2022)), written)
    assert list(data) == [
        "source",
        "text",
        "title",
        "published",
        "byline",
        "event",
        "units",
        "years",
        "awards",
        "ratings",
        "people",
        "documents",
        "figures",
    ]
    assert data["source"] == {"path": "a.txt", "sha256": "0" * 64, "format": "text", "url": "u"}
    assert (data["text"], data["title"], data["published"], data["byline"]) == ("Tin", "Tin", None, None)
    assert (data["event"], data["years"], data["awards"]) == (None, [2021, 2022], [])


def test_evidence_and_inference_as_the_contract_writes_them() -> None:
    inferred = (Inference("date", "năm theo ngày đăng"),)
    event = Event(
        name=None, date="2023-03", part_of_day="sáng", place=None, evidence=(Span(2, 5), Span(9, 10)), rule="r", inferred=inferred
    )
    data = fact_to_data(event, written)
    assert data["evidence"] == [{"start": 2, "end": 5}, {"start": 9, "end": 10}]
    assert data["inferred"] == {"date": "năm theo ngày đăng"}


def test_a_reason_is_written_out_beside_its_key() -> None:
    inferred = (Inference("roles", basis("position", title="Chủ tịch")), Inference("name", "theo ảnh"))
    doubt = statement("doubts.no-role")
    fact = Person(evidence=(Span(0, 1),), rule="r", name="A", roles=(), sure=False, doubt=doubt, inferred=inferred)
    data = fact_to_data(fact, written)
    assert data["inferred"] == {"roles": "đơn vị nêu sau chức vụ Chủ tịch", "name": "theo ảnh"}
    assert data["doubt"] == "người này không có chức vụ đi kèm"
    assert data["reasons"] == {"roles": {"key": "position", "title": "Chủ tịch"}, "doubt": {"key": "no-role"}}
    assert "reasons" not in fact_to_data(replace(fact, inferred=inferred[1:], doubt="theo ảnh"), written)


def test_data_of_another_shape_is_refused() -> None:
    data = fact_to_data(UnitMention(id="a", name="A", role=UnitRole.HOST, evidence=(Span(0, 1),), rule="r"), written)
    with pytest.raises(TypeError):
        fact_from_data(UnitMention, {**data, "colour": "red"})
    with pytest.raises(TypeError):
        fact_from_data(UnitMention, {key: value for key, value in data.items() if key != "name"})
    with pytest.raises(KeyError):
        fact_from_data(UnitMention, {key: value for key, value in data.items() if key != "evidence"})
    with pytest.raises(KeyError):
        facts_from_data({})
