"""Reasons for review: keys of the sentences in ``reasons`` of the words of rendering, with what they are made of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.statement import Part, Statement, Term, statement


def because(id: str, /, **parts: Part) -> Statement:
    """Return the reason ``id`` with its parts."""
    return statement(f"reasons.{id}", **parts)


def either(names: Sequence[Part]) -> Part:
    """Return one or the other of ``names``."""
    return _chained("or", names)


def added(terms: Sequence[Part]) -> Part:
    """Return ``terms`` as a sum."""
    return _chained("plus", terms)


def percent(number: float) -> Statement:
    """Return a share in per cent."""
    return because("percent", number=number)


def award_type(id: str) -> Term:
    """Return the award type ``id`` by name."""
    return Term("award_types", id)


def level(id: str) -> Term:
    """Return the level ``id`` of the yearly appraisal by name."""
    return Term("levels", id)


def subjects(id: str, year: int | None) -> Part:
    """Return the kind of subjects ``id``, of ``year`` where it is stated."""
    term = Term("kinds", id)
    return because("in-year", subject=term, year=str(year)) if year else term


def _chained(id: str, parts: Sequence[Part]) -> Part:
    """Return ``parts`` joined two by two, half and half, so that a row of thousands is no deep nest."""
    if len(parts) == 1:
        return parts[0]
    half = (len(parts) + 1) // 2
    return because(id, one=_chained(id, parts[:half]), other=_chained(id, parts[half:]))
