"""The awards of an article: drafts of its sentences, repetitions merged, totals set against their parts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.clauses import ArticleText
from generator.extraction.rules.award_drafts import Draft, drafts
from generator.extraction.rules.award_merging import merged, with_names
from generator.model.facts import Award, Person


def awards(text: ArticleText, people: Sequence[Person] = ()) -> tuple[Award, ...]:
    """The awards in reading order; ``people`` are the article's, told by their full names. A caption, lead or headline that repeats one is a
    further piece of its evidence."""
    found, lists = drafts(text, [person.name for person in people])
    return tuple(_award(group) for group in with_names(merged(found), lists))


def _award(group: list[Draft]) -> Award:
    best = group[0]
    names: list[str] = []
    for draft in group:
        names.extend(name for name in draft.names if name not in names)
    merit = next((draft.merit for draft in group if draft.merit.standard), best.merit)
    granter = next((draft.granted_by for draft in group if draft.granted_by), None)
    status = next((draft.status for draft in group if draft.status), None)
    evidence = tuple(dict.fromkeys(draft.span for draft in group))
    return Award(
        type=best.type, rank=best.rank, kind=best.kind, count=best.count, names=tuple(names), standard=merit.standard, granted_by=granter,
        years=merit.years, period=merit.period, consecutive_years=merit.consecutive_years, status=status or "granted",
        evidence=evidence, rule=best.rule,
    )  # fmt: skip
