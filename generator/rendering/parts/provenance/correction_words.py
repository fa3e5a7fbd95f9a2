"""Corrections in words: what was corrected, what it said before, who did it, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.model.correction import ARTICLE_FIELDS, Action, Correction
from generator.model.facts import Decision, Fact, FactKind
from generator.rendering.words import wording
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.speaking import say

#: Fields whose values are ids, and the table of their labels; `kind` means something else in each kind of fact.
_TABLES = {"type": "award_types", "subject": "kinds", "level": "levels", "status": "statuses", "role": "roles",
           "part_of_day": "parts_of_day", "approximate": "approximations"}  # fmt: skip
_KINDS: dict[str, Callable[[str], str]] = {
    "awards": lambda item: labels().of("kinds", item),
    "ratings": lambda item: labels().of("aims", item),
    "figures": lambda item: labels().of("aims", item),
    "documents": document_kind,
}


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction as a page reports it: ``label`` what was done, ``changes`` what it said before, then who, when and why."""

    label: str
    changes: str
    who: str
    why: str
    words: wording.Words | None = None
    quote: str | None = None


def of_fact(fact: Fact, article_text: str) -> tuple[CorrectionView, ...]:
    """Return the corrections of a fact that is still there."""
    return tuple(_of_fact(correction, article_text) for correction in fact.corrections)


def of_article(corrections: Iterable[Correction], in_words: Callable[[FactKind, Fact], wording.Words]) -> tuple[CorrectionView, ...]:
    """Return corrections that no fact of the panel shows: corrected fields of the article, removed facts (``in_words``)."""
    views: list[CorrectionView] = []
    for correction in corrections:
        if correction.kind in ARTICLE_FIELDS:
            views += of_fields([correction])
        elif correction.action is Action.REMOVE and correction.before is not None:
            views.append(
                CorrectionView(
                    say("corrections.removed"),
                    "",
                    _who(correction),
                    correction.why,
                    in_words(FactKind(correction.kind), correction.before),
                    correction.quote,
                )
            )
    return tuple(views)


def of_fields(corrections: Iterable[Correction]) -> tuple[CorrectionView, ...]:
    """Return corrections of the article's own fields (title, day of publication, byline, years)."""
    return tuple(
        CorrectionView(
            labels().of("article_fields", correction.kind),
            _change(correction.kind, correction.expected[0], correction.right[0]),
            _who(correction),
            correction.why,
        )
        for correction in corrections
        if correction.kind in ARTICLE_FIELDS
    )


def _of_fact(correction: Correction, article_text: str) -> CorrectionView:
    if correction.action is Action.ADD:
        return CorrectionView(say("corrections.added"), "", _who(correction), correction.why)
    expected = dict(correction.expected)
    changes = [
        say("corrections.field", field=labels().of("fields", name), change=_change(correction.kind, (name, expected[name]), (name, value)))
        for name, value in correction.right
    ]
    if correction.right_quote and correction.before is not None:
        words = " ".join(correction.before.evidence[0].of(article_text).split())
        changes.append(say("corrections.evidence", words=words))
    return CorrectionView(say("corrections.corrected"), "; ".join(changes), _who(correction), correction.why)


def _change(kind: str, before: tuple[str, Any], after: tuple[str, Any]) -> str:
    return say("corrections.change", before=value(kind, *before), after=value(kind, *after))


def _who(correction: Correction) -> str:
    return say("corrections.who", name=correction.by, date=wording.date(correction.on))


def value(kind: str, name: str, given: Any) -> str:
    """Return the value of the field ``name`` of a fact of ``kind`` (or of that field of an article) as a reader writes it."""
    if given is None or given == ():
        return say("corrections.nothing")
    if isinstance(given, bool):
        return say("corrections.is_so" if given else "corrections.is_not_so")
    if name in _TABLES:
        return labels().of(_TABLES[name], given)
    if name == "kind":
        return _KINDS[kind](given)
    if name in ("date", "date_end", "published"):
        return wording.date(given)
    if isinstance(given, Decision):
        return wording.decision(given)
    if isinstance(given, tuple):
        return _several(name, given)
    if isinstance(given, int | float):
        return str(given) if name in ("year", "rank") else wording.number(given) + ("%" if name == "percent" else "")
    return f"“{given}”"


def _several(name: str, given: tuple[Any, ...]) -> str:
    if name == "period":
        return "–".join(map(str, given))
    if name == "roles":
        return "“" + "; ".join(wording.role(role) for role in given) + "”"
    return ", ".join(map(str, given)) if name == "years" else "“" + "; ".join(given) + "”"
