"""Joins checks to the facts that they are about. A check holds as long as its words are in the text and its reading is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.model.article import Article
from generator.model.check import WHOLE, Check, Checked
from generator.model.correction import ARTICLE_FIELDS
from generator.model.facts import Fact, FactKind, Facts
from generator.model.record import KINDS
from generator.resolution.checks.entries import fields_of
from generator.resolution.corrections.targets import alike
from generator.text.quotes import occurrences


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The facts of an article with what was confirmed. ``fields`` are the article's own fields that were, ``whole`` who read it to its end
    in its present text, ``lapsed`` the checks whose words or reading are no longer there: these are asked again."""

    facts: Facts
    fields: tuple[tuple[str, Checked], ...] = ()
    whole: Checked | None = None
    lapsed: tuple[Check, ...] = ()


def text_digest(text: str) -> str:
    """Return the mark of an article's text that checks keep: 16 hexadecimal digits of its SHA-256, for the text with single spaces."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def reading(kind: str, fact: Fact) -> tuple[tuple[str, Any], ...]:
    """Return the values of a fact that a check keeps: all but empty ones and its certainty."""
    values = ((name, getattr(fact, name), field.empty) for name, field in fields_of(kind).items())
    return tuple((name, value) for name, value, empty in values if value not in (None, ()) and value != empty)


def with_checks(article: Article, facts: Facts, checks: Iterable[Check]) -> Confirmed:
    """Return ``facts`` with those confirmed that ``checks`` state. What was doubtful is sure then: a person looked at it."""
    kinds: dict[str, list[Fact]] = {kind: list(facts.of_kind(FactKind(kind))) for kind in KINDS}
    fields: dict[str, Checked] = {}
    lapsed: list[Check] = []
    whole: Checked | None = None
    for check in checks:
        seal = Checked(check.by, check.on)
        if check.kind == WHOLE:
            fits = check.text == text_digest(article.text)
            whole = seal if fits else whole
        elif check.kind in ARTICLE_FIELDS:
            now = facts.years if check.kind == "years" else getattr(article, check.kind)
            fits = alike(now, dict(check.values).get(check.kind))
            if fits:
                fields[check.kind] = seal
        else:
            place = _place(article, kinds[check.kind], check)
            fits = place is not None
            if place is not None:
                kinds[check.kind][place] = _sealed(kinds[check.kind][place], seal)
        if not fits:
            lapsed.append(check)
    values: dict[str, Any] = {kind: tuple(found) for kind, found in kinds.items()}
    values["event"] = next(iter(kinds["event"]), None)
    return Confirmed(replace(facts, **values), tuple(fields.items()), whole, tuple(lapsed))


def _place(article: Article, facts: list[Fact], check: Check) -> int | None:
    """Return the place of the fact that ``check`` is about: of several alike the one at its occurrence, then one not confirmed yet."""
    spans = occurrences(article.text, check.quote or "")
    at = spans[(check.occurrence or 1) - 1 :][:1]
    fitting = [
        (not any(on.covers(span) for on in fact.evidence for span in at), fact.checked is not None, place)
        for place, fact in enumerate(facts)
        if any(on.covers(span) for on in fact.evidence for span in spans) and _reads(fact, check)
    ]
    return min(fitting)[2] if fitting else None


def _reads(fact: Fact, check: Check) -> bool:
    now, then = dict(reading(check.kind, fact)), dict(check.values)
    return now.keys() == then.keys() and all(alike(now[name], then[name]) for name in now)


def _sealed(fact: Fact, seal: Checked) -> Fact:
    certain: dict[str, Any] = {"sure": True, "doubt": None} if hasattr(fact, "sure") else {}
    return replace(fact, checked=seal, **certain)
