"""How an entry of the files of decisions leads to its fact: by its words, and by values that no other fact there has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from generator.desk.checking.shelf import Judged
from generator.desk.problems import DeskError
from generator.messages import message
from generator.model.facts import CERTAINTY, Decision, Fact, FactKind, Role
from generator.model.span import Span
from generator.resolution.corrections.fields import FACT_FIELDS
from generator.resolution.corrections.targets import differences
from generator.text.quotes import occurrences


def expected_of(judged: Judged, kind: str, before: Fact, changed: Sequence[str]) -> dict[str, Any]:
    """Return the quote and the values that single out ``before``: the changed and the needed ones, or all where these are not enough."""
    fields = FACT_FIELDS[kind]
    every = [name for name in fields if name not in CERTAINTY]
    needed = [name for name in every if fields[name].required or name in changed or name in {"count", "name", "number", "value"}]
    for names in (needed or every, every):
        for span in before.evidence:
            words = quoted(judged, span)
            expected = {name: getattr(before, name) for name in names}
            if _singles_out(judged, kind, before, words, expected):
                return {**words, "expected": {name: plain(value) for name, value in expected.items()}}
    raise DeskError(message("desk.not_told_apart"), fix=message("desk.fix.not_told_apart"))


def _singles_out(judged: Judged, kind: str, before: Fact, words: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    spans = occurrences(judged.article.text, words["quote"])
    if "occurrence" in words:
        spans = spans[words["occurrence"] - 1 : words["occurrence"]]
    here = [fact for fact in judged.extracted.of_kind(FactKind(kind)) if any(on.covers(span) for on in fact.evidence for span in spans)]
    return [fact for fact in here if not differences(fact, expected.items())] == [before]


def quoted(judged: Judged, span: Span) -> dict[str, Any]:
    """Return the words at ``span`` as entries write them, and which of several places they are. Raises DeskError without words."""
    text = judged.article.text
    quote = " ".join(span.of(text).split())
    places = occurrences(text, quote)
    for number, place in enumerate(places, 1):
        if place == span or (place.start == span.start and span.covers(place)):
            return {"quote": quote, **({"occurrence": number} if len(places) > 1 else {})}
    raise DeskError(message("desk.no_words"), fix=message("desk.fix.no_words"))


def plain(value: Any) -> Any:
    """Return a value of a fact as files write it."""
    if isinstance(value, Role):
        return {name: each for name, each in (("title", value.title), ("unit", value.unit), ("written", value.written)) if each}
    if isinstance(value, Decision):
        return {name: each for name, each in (("number", value.number), ("date", value.date), ("issuer", value.issuer)) if each}
    if isinstance(value, StrEnum):
        return value.value
    return [plain(each) for each in value] if isinstance(value, tuple) else value
