"""The program measured against what an archive's own people confirmed: of articles read to their end, what they hold is the gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.evaluation.scores import Evaluation, Score, evaluate
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.record import facts_to_data, record
from generator.model.statement import Written

_LEFT_OUT = frozenset({"evidence", "rule", "inferred", "reasons", "corrections", "checked", "sure", "doubt"})


@dataclass(frozen=True, slots=True)
class Read:
    """An article that a person read to its end: as the program reads it (``extracted``, of ``article``), and as the person left it."""

    name: str
    article: Article
    extracted: Facts
    judged: Article
    facts: Facts


def gold_of(article: Article, facts: Facts, written: Written) -> dict[str, Any]:
    """Return the facts of an article in the shape of the gold standard."""
    data = facts_to_data(facts, written)
    gold: dict[str, Any] = {"title": article.title, "published": article.published, "byline": article.byline}
    event = data["event"]
    gold["event"] = None if event is None else {key: event[key] for key in ("name", "date", "date_end", "place")}
    gold["hosts"] = [unit["name"] for unit in data["units"] if unit["role"] == "host"]
    gold["years"] = data["years"]
    for key in ("awards", "ratings", "documents", "figures"):
        gold[key] = [{name: value for name, value in fact.items() if name not in _LEFT_OUT} for fact in data[key]]
    gold["people"] = [_person(person) for person in data["people"]]
    return gold


def measured(read: Iterable[Read], written: Written, *, strict: bool = False) -> Evaluation:
    """Return the scores of the program over the articles ``read``; ``written`` writes out what is stated by key."""
    pairs = [
        (reading.name, gold_of(reading.judged, reading.facts, written), record(reading.article, reading.extracted, written))
        for reading in read
    ]
    return evaluate(pairs, strict=strict)


def total(scores: Mapping[str, Score]) -> Score:
    """Return the scores of all kinds together."""
    return sum(scores.values(), Score())


def gold_file(gold: Mapping[str, Any]) -> bytes:
    """Return ``gold`` as a file of the gold standard."""
    return yaml.safe_dump(dict(gold), allow_unicode=True, sort_keys=False, width=140, default_flow_style=None).encode("utf-8")


def _person(person: Mapping[str, Any]) -> dict[str, Any]:
    first: Mapping[str, Any] = next(iter(person["roles"]), {})
    return {"name": person["name"], "role": first.get("title"), "unit": first.get("unit")}
