"""Facts as plain data (JSON, YAML) and back, without loss. The shape is ``architecture/facts.md``."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from generator.model.article import Article
from generator.model.check import Checked
from generator.model.correction import Action, Correction
from generator.model.facts import Award, Decision, Document, Event, Fact, Facts, Figure, Inference, Person, Rating, Role, UnitMention
from generator.model.span import Span

#: The kinds of fact, by their key in :class:`Facts`.
KINDS: dict[str, type[Fact]] = {
    "event": Event,
    "units": UnitMention,
    "awards": Award,
    "ratings": Rating,
    "people": Person,
    "documents": Document,
    "figures": Figure,
}
_LISTS = {key: kind for key, kind in KINDS.items() if key != "event"}
_TAIL = ("evidence", "rule", "inferred", "corrections", "checked")


def fact_to_data(fact: Fact) -> dict[str, Any]:
    """Return one fact as plain data; keys in the order of the contract, then evidence, rule, inferred, and corrections and
    checked if any."""
    data: dict[str, Any] = {name: _value_to_data(getattr(fact, name)) for name in value_fields(type(fact))}
    data["evidence"] = [{"start": span.start, "end": span.end} for span in fact.evidence]
    data["rule"] = fact.rule
    data["inferred"] = {i.field: i.basis for i in fact.inferred}
    if fact.corrections:
        data["corrections"] = [correction_to_data(correction) for correction in fact.corrections]
    if fact.checked:
        data["checked"] = {"by": fact.checked.by, "on": fact.checked.on}
    return data


def fact_from_data(kind: type[Fact], data: dict[str, Any]) -> Fact:
    """Restore a fact from :func:`fact_to_data`. Raises KeyError or TypeError on data of another shape."""
    values: dict[str, Any] = {key: _value_from_data(key, value) for key, value in data.items()}
    values["evidence"] = tuple(Span(**span) for span in data["evidence"])
    values["inferred"] = tuple(Inference(key, basis) for key, basis in data["inferred"].items())
    values["corrections"] = tuple(correction_from_data(one) for one in data.get("corrections", ()))
    values["checked"] = Checked(**data["checked"]) if data.get("checked") else None
    return kind(**values)


def value_fields(kind: type[Fact]) -> tuple[str, ...]:
    """Return the names of the value fields of ``kind``, in the order of the contract."""
    return tuple(field.name for field in fields(kind) if field.name not in _TAIL)


def correction_to_data(correction: Correction) -> dict[str, Any]:
    """Return a correction as plain data; keys in the order of its fields, ``expected`` and ``right`` as mappings, no key for None."""
    data = {field.name: value for field in fields(correction) if (value := getattr(correction, field.name)) is not None}
    data["action"] = correction.action.value
    for name in ("expected", "right"):
        data[name] = {key: _value_to_data(value) for key, value in getattr(correction, name)}
    if correction.before is not None:
        data["before"] = fact_to_data(correction.before)
    return data


def correction_from_data(data: dict[str, Any]) -> Correction:
    """Restore a correction from :func:`correction_to_data`. Raises KeyError, TypeError or ValueError on data of another shape."""
    values = dict(data)
    values["action"] = Action(data["action"])
    for name in ("expected", "right"):
        values[name] = tuple((key, _value_from_data(key, value)) for key, value in data[name].items())
    if "before" in data:
        values["before"] = fact_from_data(KINDS[data["kind"]], data["before"])
    return Correction(**({"quote": None} | values))


def _value_to_data(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value_to_data(one) for one in value]
    if isinstance(value, Decision):
        return {"number": value.number, "date": value.date, "issuer": value.issuer}
    return _role_to_data(value) if isinstance(value, Role) else value


def _value_from_data(name: str, value: Any) -> Any:
    if name == "decision" and value is not None:
        return Decision(**value)
    if not isinstance(value, list):
        return value
    return tuple(Role(**one) for one in value) if name == "roles" else tuple(value)


def _role_to_data(role: Role) -> dict[str, Any]:
    return {"title": role.title, "unit": role.unit, "written": role.written}


def facts_to_data(facts: Facts) -> dict[str, Any]:
    """Return all facts of an article as plain data."""
    data: dict[str, Any] = {"event": None if facts.event is None else fact_to_data(facts.event)}
    data["units"] = [fact_to_data(unit) for unit in facts.units]
    data["years"] = list(facts.years)
    for key in ("awards", "ratings", "people", "documents", "figures"):
        data[key] = [fact_to_data(one) for one in getattr(facts, key)]
    return data


def facts_from_data(data: dict[str, Any]) -> Facts:
    """Restore facts from :func:`facts_to_data`."""
    values: dict[str, Any] = {key: tuple(fact_from_data(kind, one) for one in data[key]) for key, kind in _LISTS.items()}
    values["event"] = None if data["event"] is None else fact_from_data(Event, data["event"])
    values["years"] = tuple(data["years"])
    return Facts(**values)


def record(article: Article, facts: Facts) -> dict[str, Any]:
    """Return the object that ``kyyeu extract`` prints for an article, as ``architecture/facts.md`` says."""
    source = article.source
    return {
        "source": {"path": source.path, "sha256": source.sha256, "format": source.format, "url": source.url},
        "text": article.text,
        "title": article.title,
        "published": article.published,
        "byline": article.byline,
        **facts_to_data(facts),
    }
