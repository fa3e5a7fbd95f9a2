"""Facts as plain data (JSON, YAML) and back, without loss. The shape is ``shared/facts/facts.md``."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from generator.model.article import Article
from generator.model.facts import Award, Document, Event, Fact, Facts, Figure, Inference, Person, Rating, Role, UnitMention
from generator.model.span import Span

_LISTS: dict[str, type[Fact]] = {
    "units": UnitMention,
    "awards": Award,
    "ratings": Rating,
    "people": Person,
    "documents": Document,
    "figures": Figure,
}
_TAIL = ("evidence", "rule", "inferred", "corrections")


def fact_to_data(fact: Fact) -> dict[str, Any]:
    """One fact as plain data; keys in the order of the contract, then evidence, rule, inferred."""
    names = [f.name for f in fields(fact) if f.name not in _TAIL]
    data: dict[str, Any] = {}
    for name in names:
        value = getattr(fact, name)
        if name == "roles":
            value = [_role_to_data(role) for role in value]
        elif isinstance(value, tuple):
            value = list(value)
        data[name] = value
    data["evidence"] = [{"start": span.start, "end": span.end} for span in fact.evidence]
    data["rule"] = fact.rule
    data["inferred"] = {i.field: i.basis for i in fact.inferred}
    return data


def fact_from_data(kind: type[Fact], data: dict[str, Any]) -> Fact:
    """The inverse of :func:`fact_to_data`. Raises KeyError or TypeError on data of another shape."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    if "roles" in data:
        values["roles"] = tuple(Role(**role) for role in data["roles"])
    values["evidence"] = tuple(Span(**span) for span in data["evidence"])
    values["inferred"] = tuple(Inference(key, basis) for key, basis in data["inferred"].items())
    return kind(**values)


def _role_to_data(role: Role) -> dict[str, Any]:
    return {"title": role.title, "unit": role.unit, "written": role.written}


def facts_to_data(facts: Facts) -> dict[str, Any]:
    """All facts of an article as plain data."""
    data: dict[str, Any] = {"event": None if facts.event is None else fact_to_data(facts.event)}
    data["units"] = [fact_to_data(one) for one in facts.units]
    data["years"] = list(facts.years)
    for key in ("awards", "ratings", "people", "documents", "figures"):
        data[key] = [fact_to_data(one) for one in getattr(facts, key)]
    return data


def facts_from_data(data: dict[str, Any]) -> Facts:
    """The inverse of :func:`facts_to_data`."""
    values: dict[str, Any] = {key: tuple(fact_from_data(kind, one) for one in data[key]) for key, kind in _LISTS.items()}
    values["event"] = None if data["event"] is None else fact_from_data(Event, data["event"])
    values["years"] = tuple(data["years"])
    return Facts(**values)


def record(article: Article, facts: Facts) -> dict[str, Any]:
    """The object that ``kyyeu extract`` prints for an article, as ``shared/facts/facts.md`` says."""
    source = article.source
    return {
        "source": {"path": source.path, "sha256": source.sha256, "format": source.format, "url": source.url},
        "text": article.text,
        "title": article.title,
        "published": article.published,
        "byline": article.byline,
        **facts_to_data(facts),
    }
