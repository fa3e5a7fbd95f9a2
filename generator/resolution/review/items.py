"""Construction of an item: its quote, its place, and where to correct it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicon.load import alternatives, lexicon
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Fact
from generator.model.span import Span
from generator.model.statement import Statement
from generator.resolution.review.reasons import because, either

_LONGEST = 200  # code points of the words quoted


def item(kind: ReviewTopic, entry: Entry, span: Span, why: Statement, fix: Statement | None = None) -> ReviewItem:
    """Return an item about the words of ``entry`` at ``span``. Without a ``fix`` it is corrected by a correction of the article."""
    words = " ".join(span.of(entry.article.text).split())
    shown = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return ReviewItem(kind, why, entry.slug, span, shown, fix or correct(entry))


def correct(*entries: Entry) -> Statement:
    """Return the fix of what is wrong in one of these articles."""
    return because("correct", files=either([f"seeds/corrections/{slug}.yml" for slug in dict.fromkeys(entry.slug for entry in entries)]))


def place(fact: Fact) -> Span:
    """Return where a fact is stated first in the text."""
    return min(fact.evidence)


def uncorrected(facts: Iterable[Fact]) -> bool:
    """Return whether no person has corrected or confirmed any of ``facts``: checked facts are not listed again."""
    return not any(fact.corrections or fact.checked for fact in facts)


@cache
def cue(name: str) -> re.Pattern[str]:
    """Return the words of one meaning (lexicon ``review-cues``), for the canonical view."""
    return re.compile(alternatives(lexicon("review-cues").by_id[name].variants))
