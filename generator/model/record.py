"""Facts as plain data (JSON, YAML). The shape is ``architecture/facts.md``."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Any

from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import Award, Decision, Document, Event, Fact, FactKind, Facts, Figure, Person, Rating, Role, UnitMention
from generator.model.statement import Reason, Statement, Written, reasons_to_data

#: The class of each kind of fact.
KINDS: dict[FactKind, type[Fact]] = {
    FactKind.EVENT: Event,
    FactKind.UNITS: UnitMention,
    FactKind.AWARDS: Award,
    FactKind.RATINGS: Rating,
    FactKind.PEOPLE: Person,
    FactKind.DOCUMENTS: Document,
    FactKind.FIGURES: Figure,
}
_TAIL = ("evidence", "rule", "inferred", "corrections", "checked")


def fact_to_data(fact: Fact, written: Written) -> dict[str, Any]:
    """Return one fact as plain data; keys in the order of the contract, then evidence, rule, inferred, reasons, corrections, checked.

    ``written`` writes out the bases of ``inferred`` and the ``doubt``. ``reasons`` has the same by their keys, with parameters.
    """
    data: dict[str, Any] = {name: _value_to_data(getattr(fact, name), written) for name in value_fields(type(fact))}
    data["evidence"] = [{"start": span.start, "end": span.end} for span in fact.evidence]
    data["rule"] = fact.rule
    data["inferred"] = {inference.field: written(inference.basis) for inference in fact.inferred}
    if reasons := reasons_to_data(_reasons(fact)):
        data["reasons"] = reasons
    if fact.corrections:
        data["corrections"] = [correction_to_data(correction, written) for correction in fact.corrections]
    if fact.checked:
        data["checked"] = {"by": fact.checked.by, "on": fact.checked.on}
    return data


def _reasons(fact: Fact) -> dict[str, Reason]:
    doubt: Reason | None = getattr(fact, "doubt", None)
    return {inference.field: inference.basis for inference in fact.inferred} | ({} if doubt is None else {"doubt": doubt})


def value_fields(kind: type[Fact]) -> tuple[str, ...]:
    """Return the names of the value fields of ``kind``, in the order of the contract."""
    return tuple(field.name for field in fields(kind) if field.name not in _TAIL)


def correction_to_data(correction: Correction, written: Written) -> dict[str, Any]:
    """Return a correction as plain data; keys in the order of its fields, ``expected`` and ``right`` as mappings, no key for None."""
    data = {field.name: value for field in fields(correction) if (value := getattr(correction, field.name)) is not None}
    data["action"] = correction.action.value
    for name in ("expected", "right"):
        data[name] = {key: _value_to_data(value, written) for key, value in getattr(correction, name)}
    if correction.before is not None:
        data["before"] = fact_to_data(correction.before, written)
    return data


def _value_to_data(value: Any, written: Written) -> Any:
    if isinstance(value, tuple):
        return [_value_to_data(item, written) for item in value]
    if isinstance(value, Decision):
        return {"number": value.number, "date": value.date, "issuer": value.issuer}
    if isinstance(value, Role):
        return {"title": value.title, "unit": value.unit, "written": value.written}
    if isinstance(value, StrEnum):
        return value.value
    return written(value) if isinstance(value, Statement) else value


def facts_to_data(facts: Facts, written: Written) -> dict[str, Any]:
    """Return all facts of an article as plain data."""
    data: dict[str, Any] = {"event": None if facts.event is None else fact_to_data(facts.event, written)}
    for kind in FactKind:
        if kind is not FactKind.EVENT:
            data[kind.value] = [fact_to_data(fact, written) for fact in facts.of_kind(kind)]
        if kind is FactKind.UNITS:
            data["years"] = list(facts.years)
    return data


def record(article: Article, facts: Facts, written: Written) -> dict[str, Any]:
    """Return the object that ``kyyeu extract`` prints for an article, as ``architecture/facts.md`` says."""
    source = article.source
    return {
        "source": {"path": source.path, "sha256": source.sha256, "format": source.format, "url": source.url, **source.stated()},
        "text": article.text,
        "title": article.title,
        "published": article.published,
        "byline": article.byline,
        **facts_to_data(facts, written),
    }
