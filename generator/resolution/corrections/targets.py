"""Which fact of an article a correction is about, and when there is none, what is there now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import CorrectionError
from generator.messages import Listed, Message, message
from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import CERTAINTY, Decision, Event, Fact, FactKind, Facts, Person, Role, UnitMention, is_sure
from generator.model.record import value_fields
from generator.model.span import Span
from generator.model.statement import Statement
from generator.text.normalization import archived
from generator.text.quotes import nearest, occurrences

_LONGEST = 100  #: characters of a quote that an error shows
_TAKE_OUT = message("corrections.fix.read_again")


class Stale(Exception):  # noqa: N818 (reported to the user as an error of its file)
    """A correction that does not fit its article."""

    def __init__(self, reason: Message, fix: Message = _TAKE_OUT) -> None:
        super().__init__(reason)
        self.message, self.fix = reason, fix

    def of(self, correction: Correction) -> CorrectionError:
        """Return the error to report."""
        return CorrectionError(self.message, path=correction.path, line=correction.line, fix=self.fix)


@dataclass(frozen=True, slots=True)
class Target:
    """The fact that a correction is about, and its place among those of its kind."""

    place: int
    fact: Fact


def facts_of(facts: Facts, kind: str) -> tuple[Fact, ...]:
    """Return the facts of the kind that a correction names."""
    return facts.of_kind(FactKind(kind))


def target(article: Article, facts: Facts, correction: Correction) -> Target:
    """Return the fact to change or remove. Raises :class:`Stale` when there is none, or not one only."""
    kind, quote = correction.kind, correction.quote or ""
    spans = places(article, quote, correction.occurrence)
    all_facts = facts_of(facts, kind)
    here = [Target(place, fact) for place, fact in enumerate(all_facts) if any(on.covers(span) for on in fact.evidence for span in spans)]
    if not here:
        there = _there(article, facts, kind, spans)
        if correction.expected:
            wanted = told_values(correction.expected)
            raise Stale(message("corrections.no_fact_as_expected", fact=_noun(kind), quote=_quoted(quote), expected=wanted, there=there))
        raise Stale(message("corrections.no_fact", fact=_noun(kind), quote=_quoted(quote), there=there))
    fitting = [place for place in here if not differences(place.fact, correction.expected)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        facts_here = Listed(tuple(_told(article, place.fact) for place in fitting), "; ")
        several = message("corrections.several_facts", n=len(fitting), facts=_nouns(kind), quote=_quoted(quote), there=facts_here)
        raise Stale(several, message("corrections.fix.tell_apart"))
    rest = [pair for pair in correction.expected if pair[0] not in dict(correction.right)]
    if correction.right and any(not differences(place.fact, (*correction.right, *rest)) for place in here):
        right = message("corrections.right_now", fact=_noun(kind), quote=_quoted(quote), values=told_values(correction.right))
        raise Stale(right, message("corrections.fix.remove"))
    now = Listed(tuple(Listed(tuple(differences(place.fact, correction.expected)), "; ") for place in here), " / ")
    raise Stale(message("corrections.changed", fact=_noun(kind), quote=_quoted(quote), now=now))


def new_place(article: Article, quote: str, occurrence: int | None, key: str) -> Span:
    """Return the one place that becomes evidence. Raises :class:`Stale` when there is none, or not one only."""
    spans = places(article, quote, occurrence)
    if len(spans) > 1:
        raise Stale(
            message("corrections.several_places", quote=_quoted(quote), n=len(spans)),
            message("corrections.fix.which", key=key, n=len(spans)),
        )
    return spans[0]


def places(article: Article, quote: str, occurrence: int | None) -> tuple[Span, ...]:
    """Return the places of the quote, at least one. Raises :class:`Stale`."""
    spans = occurrences(article.text, quote)
    if not spans:
        near = nearest(article.text, quote)
        if near:
            raise Stale(message("corrections.words_gone_near", quote=_quoted(quote), near=near))
        raise Stale(message("corrections.words_gone", quote=_quoted(quote)))
    if occurrence is None:
        return spans
    if occurrence > len(spans):
        raise Stale(message("corrections.too_few_places", quote=_quoted(quote), n=len(spans), wanted=occurrence))
    return spans[occurrence - 1 : occurrence]


def differences(fact: Fact, expected: Iterable[tuple[str, Any]]) -> list[Message]:
    """Return a message for each value of ``fact`` that is not as expected. Any doubt fits: how it is worded is no part of the fact."""
    return [
        message("corrections.difference", field=name, now=told_value(getattr(fact, name)), expected=told_value(value))
        for name, value in expected
        if name != "doubt" and not alike(getattr(fact, name), value)  # a doubt is worded anew with every version
    ]


def alike(first: Any, second: Any) -> bool:
    """Return whether two values are the same but for white space."""
    return bool(_plain(first) == _plain(second))


def rival(new: Fact, others: Sequence[Fact]) -> Fact | None:
    """Return the fact among ``others`` (of its kind) that already states ``new``, so that it would be counted twice.

    A person is stated once by name, a unit once by name and role, an event once; anything else by evidence that overlaps and values of
    which none contradicts the other's.
    """
    return next((other for other in others if _same(new, other)), None)


def _same(new: Fact, other: Fact) -> bool:
    kind = type(new)
    if kind is Event:
        return True
    if kind is Person or kind is UnitMention:
        return all(alike(getattr(new, name), getattr(other, name)) for name in ("name", "role") if hasattr(new, name))
    if not any(mine.overlaps(theirs) for mine in new.evidence for theirs in other.evidence):
        return False
    pairs = ((getattr(new, name), getattr(other, name)) for name in value_fields(kind) if name not in CERTAINTY)
    return all(mine in (None, ()) or theirs in (None, ()) or alike(mine, theirs) for mine, theirs in pairs)


def told_values(values: Iterable[tuple[str, Any]]) -> str:
    """Values as one would write them: ``type giay-khen, count 12``."""
    return ", ".join(f"{name} {told_value(value)}" for name, value in values)


def told_value(value: Any) -> str:
    """Return one value as one would write it into a correction."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(told_value, value))}]"
    if isinstance(value, Statement):
        return value.id
    if isinstance(value, Role):
        return "{" + ", ".join(f"{key}: {part}" for key, part in (("title", value.title), ("unit", value.unit)) if part) + "}"
    if isinstance(value, Decision):
        parts = (("number", value.number), ("date", value.date), ("issuer", value.issuer))
        return "{" + ", ".join(f"{key}: {part}" for key, part in parts if part) + "}"
    return " ".join(str(value).split())


def told_fact(fact: Fact) -> str:
    """Return the values of a fact, without empty ones and its id."""
    values = ((name, getattr(fact, name)) for name in value_fields(type(fact)) if name != "id")
    stated = ((name, value) for name, value in values if value is not None and value != ())
    return told_values((name, value) for name, value in stated if name not in CERTAINTY or not is_sure(fact))


def _told(article: Article, fact: Fact) -> Message:
    return message("corrections.fact_at", values=told_fact(fact), quote=_quoted(fact.evidence[0].of(article.text)))


def _there(article: Article, facts: Facts, kind: str, spans: Sequence[Span]) -> Message:
    """Return what is at ``spans``, or the facts of ``kind`` if they are few."""
    here = [
        message("corrections.fact_there", fact=_noun(key), there=_told(article, fact))
        for key, fact in facts.walk()
        if any(on.overlaps(span) for on in fact.evidence for span in spans)
    ]
    if here:
        return message("corrections.there_now", facts=Listed(tuple(here)))
    count = len(facts_of(facts, kind))
    return message("corrections.nothing_there", count=count, facts=_nouns(kind))


def _noun(kind: str) -> Message:
    return message(f"facts.one.{kind}")


def _nouns(kind: str) -> Message:
    return message(f"facts.several.{kind}")


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(archived(value).split())
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Role):
        return (_plain(value.title), _plain(value.unit), _plain(value.written))
    if isinstance(value, Decision):
        return (_plain(value.number), _plain(value.date), _plain(value.issuer))
    return value
