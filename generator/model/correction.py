"""Corrections of extracted facts by a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # facts carry their corrections, and a correction the fact as it was
    from generator.model.facts import Fact

#: What a correction may be about besides a fact: these have no evidence, so no quote leads to them.
ARTICLE_FIELDS = ("title", "published", "byline", "years")
#: The rule of a fact that a person added.
ADDED = "correction"


class Action(StrEnum):
    """Effect of a correction."""

    CHANGE = "change"
    REMOVE = "remove"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of ``seeds/corrections/ARTICLE.yml``; ``path`` and ``line`` are its place.

    ``kind`` is a kind of fact (event, units, awards, ratings, people, documents, figures) or a field of the article
    (:data:`ARTICLE_FIELDS`). ``quote`` is the words of the fact's evidence (of the new fact's, for an addition), and ``occurrence`` which
    of several places in the text that have these words. ``expected`` are the values that the fact must now have, ``right`` those that it
    shall have (all of them, for an addition); a field of the article has one, by its own name. ``right_quote`` and ``right_occurrence`` are
    its new evidence. ``by``, ``on`` (ISO 8601) and ``why`` say who corrected it, when and for what reason.

    ``before`` and ``place`` are there once it is applied: the fact as it was extracted, and its place among those of its kind; None for an
    addition and for a field.
    """

    action: Action
    kind: str
    quote: str | None
    expected: tuple[tuple[str, Any], ...]
    right: tuple[tuple[str, Any], ...]
    by: str
    on: str
    why: str
    path: str
    line: int
    occurrence: int | None = None
    right_quote: str | None = None
    right_occurrence: int | None = None
    before: Fact | None = None
    place: int | None = None
