"""Judges each award, rating and person of an article, and marks as doubtful those below their threshold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.extraction.certainty.award_signs import award_signs
from generator.extraction.certainty.person_signs import person_signs
from generator.extraction.certainty.probability import model
from generator.extraction.certainty.rating_signs import rating_signs, shares_of
from generator.extraction.certainty.surroundings import FactContext
from generator.extraction.clauses import ArticleText
from generator.model.facts import GIFTS, Award, Facts, Person, Rating
from generator.model.statement import Statement, statement

UNPROVEN = "unproven"  #: the doubt about a fact of which no sign lowers the probability
F = TypeVar("F", Award, Rating, Person)


def signs_of(text: ArticleText, facts: Facts, *, lowering: bool = False) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Yield the kind, the place among those of its kind, and the signs of each judged fact. Gifts are not judged.

    ``lowering``: only the signs that lower the probability.
    """
    near = FactContext(text, facts)
    sought = {kind: model(kind).lowering if lowering else None for kind in ("awards", "ratings", "people")}
    for place, award in enumerate(facts.awards):
        if award.type not in GIFTS:
            yield "awards", place, award_signs(near, award, sought["awards"])
    shares = shares_of(facts.ratings)
    for place, rating in enumerate(facts.ratings):
        yield "ratings", place, rating_signs(near, rating, shares, sought["ratings"])
    for place, person in enumerate(facts.people):
        yield "people", place, person_signs(near, person, sought["people"])


def judged(text: ArticleText, facts: Facts) -> Facts:
    """Return ``facts`` of ``text`` with those marked as not sure that are more likely wrong than their kind allows, each with a reason."""
    doubts: dict[str, dict[int, Statement]] = {}
    for kind, place, signs in signs_of(text, facts, lowering=True):
        if not model(kind).is_sure(signs):
            doubts.setdefault(kind, {})[place] = statement(f"doubts.{model(kind).weightiest(signs) or UNPROVEN}")
    return replace(
        facts,
        awards=_marked(facts.awards, doubts.get("awards", {})),
        ratings=_marked(facts.ratings, doubts.get("ratings", {})),
        people=_marked(facts.people, doubts.get("people", {})),
    )


def _marked(found: tuple[F, ...], doubts: dict[int, Statement]) -> tuple[F, ...]:
    if not doubts:
        return found
    return tuple(replace(fact, sure=False, doubt=doubts[place]) if place in doubts else fact for place, fact in enumerate(found))
