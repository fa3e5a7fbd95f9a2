"""Trims evidence, so that no span begins or ends with white space."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from generator.model.facts import Fact, Facts
from generator.model.span import Span

F = TypeVar("F", bound=Fact)


def trimmed(facts: Facts, text: str) -> Facts:
    """Return ``facts`` with evidence in ``text`` that neither begins nor ends with white space."""

    def with_words(fact: F) -> F:
        evidence = tuple(_words(span, text) for span in fact.evidence)
        return fact if evidence == fact.evidence else replace(fact, evidence=evidence)

    return facts.mapped(with_words)


def _words(span: Span, text: str) -> Span:
    if span.start < span.end and not text[span.start].isspace() and not text[span.end - 1].isspace():
        return span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))
