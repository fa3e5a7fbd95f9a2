"""Facts restored from their plain data: shows that nothing is lost, and lets earlier readings be weighed. Reasons come back written out."""

from __future__ import annotations

from typing import Any

from generator.model.correction import Action, Correction
from generator.model.facts import Decision, Event, Fact, Facts, Inference, Role
from generator.model.record import KINDS
from generator.model.span import Span


def fact_from_data(kind: type[Fact], data: dict[str, Any]) -> Fact:
    """Restore a fact. Raises KeyError or TypeError on data of another shape."""
    values: dict[str, Any] = {key: _value(key, value) for key, value in data.items() if key != "reasons"}
    values["evidence"] = tuple(Span(**span) for span in data["evidence"])
    values["inferred"] = tuple(Inference(key, basis) for key, basis in data["inferred"].items())
    values["corrections"] = tuple(map(correction_from_data, data.get("corrections", ())))
    return kind(**values)


def correction_from_data(data: dict[str, Any]) -> Correction:
    """Restore a correction. Raises KeyError, TypeError or ValueError on data of another shape."""
    values = dict(data)
    values["action"] = Action(data["action"])
    for name in ("expected", "right"):
        values[name] = tuple((key, _value(key, value)) for key, value in data[name].items())
    if "before" in data:
        values["before"] = fact_from_data(KINDS[data["kind"]], data["before"])
    return Correction(**({"quote": None} | values))


def facts_from_data(data: dict[str, Any]) -> Facts:
    """Restore the facts of an article."""
    values: dict[str, Any] = {key: tuple(fact_from_data(kind, fact) for fact in data[key]) for key, kind in KINDS.items() if key != "event"}
    values["event"] = None if data["event"] is None else fact_from_data(Event, data["event"])
    return Facts(years=tuple(data["years"]), **values)


def _value(name: str, value: Any) -> Any:
    if name == "decision" and value is not None:
        return Decision(**value)
    if not isinstance(value, list):
        return value
    return tuple(Role(**role) for role in value) if name == "roles" else tuple(value)
