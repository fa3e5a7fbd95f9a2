"""Puts right what was extracted, and reports each correction that no longer fits.

Every correction is about the facts as they were extracted, so their order doesn't matter, and a second run over facts that are right
already finds all of them stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.errors import CorrectionError
from generator.messages import message
from generator.model.article import Article
from generator.model.correction import ADDED, ARTICLE_FIELDS, Action, Correction
from generator.model.facts import Fact, FactKind, Facts, UnitMention
from generator.model.record import KINDS, fact_to_data
from generator.resolution.corrections.targets import Stale, Target, alike, new_place, rival, target, told_fact, told_value
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with its facts corrected. ``applied`` are the corrections with the facts as they were before (the pages report them);
    ``errors`` those that do not fit."""

    article: Article
    facts: Facts
    applied: tuple[Correction, ...] = ()
    errors: tuple[CorrectionError, ...] = ()


def apply(article: Article, facts: Facts, corrections: Iterable[Correction]) -> Corrected:
    """``article`` and its extracted ``facts`` with those of ``corrections`` that fit."""
    work = _Work(article, facts)
    for correction in sorted(corrections, key=_order):
        try:
            work.take(correction)
        except Stale as error:
            work.errors.append(error.of(correction))
    return work.done()


def unapply(article: Article, facts: Facts, applied: Iterable[Correction]) -> tuple[Article, Facts]:
    """Restore the extracted facts from the result of :func:`apply`."""
    applied = tuple(applied)
    kinds: dict[FactKind, tuple[Fact, ...]] = {}
    for kind in FactKind:
        before = [_before(fact) for fact in facts.of_kind(kind) if not any(c.action is Action.ADD for c in fact.corrections)]
        removed = [correction for correction in applied if correction.kind == kind and correction.action is Action.REMOVE]
        for correction in sorted(removed, key=lambda item: item.place or 0):
            if correction.before is not None and correction.place is not None:
                before.insert(correction.place, correction.before)
        kinds[kind] = tuple(before)
    fields = {correction.kind: correction.expected[0][1] for correction in applied if correction.kind in ARTICLE_FIELDS}
    return _with(article, facts, kinds, fields)


def _before(fact: Fact) -> Fact:
    first = fact.corrections[0].before if fact.corrections else None
    return fact if first is None else first


def _order(correction: Correction) -> tuple[str, int]:
    return (correction.path, correction.line)


def _with(article: Article, facts: Facts, kinds: dict[FactKind, tuple[Fact, ...]], fields: dict[str, Any]) -> tuple[Article, Facts]:
    values: dict[str, Any] = {kind.value: found for kind, found in kinds.items()}
    values["event"] = next(iter(kinds[FactKind.EVENT]), None)
    if "years" in fields:
        values["years"] = fields["years"]
    return replace(article, **{key: value for key, value in fields.items() if key != "years"}), replace(facts, **values)


@dataclass(slots=True)
class _Work:
    article: Article
    facts: Facts
    fields: dict[str, Correction] = field(default_factory=dict)
    taken: dict[tuple[str, int], list[Correction]] = field(default_factory=dict)
    additions: list[tuple[Correction, Fact]] = field(default_factory=list)
    errors: list[CorrectionError] = field(default_factory=list)

    def take(self, correction: Correction) -> None:
        """Note what is to be done. Raises Stale."""
        if correction.kind in ARTICLE_FIELDS:
            self._take_field(correction)
        elif correction.action is Action.ADD:
            at = new_place(self.article, correction.quote or "", correction.occurrence, "occurrence")
            self.additions.append((correction, _new(correction, (at,))))
        else:
            found = target(self.article, self.facts, correction)
            self._take_fact(found, correction)

    def _take_field(self, correction: Correction) -> None:
        kind = correction.kind
        now = self.facts.years if kind == "years" else getattr(self.article, kind)
        ((_, expected),), ((_, right),) = correction.expected, correction.right
        if kind in self.fields:
            line = self.fields[kind].line
            raise Stale(message("corrections.same_field", line=line, field=kind), message("corrections.fix.make_one"))
        if alike(now, right):
            raise Stale(message("corrections.field_right_now", field=kind, now=told_value(now)), message("corrections.fix.remove"))
        if not alike(now, expected):
            raise Stale(message("corrections.field_changed", field=kind, now=told_value(now), expected=told_value(expected)))
        self.fields[kind] = replace(correction, expected=((kind, now),))

    def _take_fact(self, found: Target, correction: Correction) -> None:
        key = (correction.kind, found.place)
        for other in self.taken.get(key, ()):
            both = {name for name, _ in other.right} & {name for name, _ in correction.right}
            if Action.REMOVE in {other.action, correction.action} or both or (other.right_quote and correction.right_quote):
                raise Stale(message("corrections.same_fact", line=other.line), message("corrections.fix.make_one"))
        if correction.right_quote:
            at = new_place(self.article, correction.right_quote, correction.right_occurrence, "right_occurrence")
            if not correction.right and found.fact.evidence == (at,):
                raise Stale(message("corrections.evidence_right_now"), message("corrections.fix.remove"))
        self.taken.setdefault(key, []).append(replace(correction, before=found.fact, place=found.place))

    def done(self) -> Corrected:
        """Return the facts with all of it done."""
        applied = [*self.fields.values(), *(taken for several in self.taken.values() for taken in several)]
        kinds = {kind: self._kept(kind) for kind in FactKind}
        for correction, new in self.additions:
            found = kinds[FactKind(correction.kind)]
            if (other := rival(new, found)) is not None:
                error = Stale(message("corrections.fact_exists", values=told_fact(other)), message("corrections.fix.change_that"))
                self.errors.append(error.of(correction))
            else:
                kinds[FactKind(correction.kind)] = _inserted(new, found)
                applied.append(correction)
        values = {kind: changed.right[0][1] for kind, changed in self.fields.items()}
        article, facts = _with(self.article, self.facts, kinds, values)
        errors = sorted(self.errors, key=lambda error: (str(error.path), error.line or 0))
        return Corrected(article, facts, tuple(sorted(applied, key=_order)), tuple(errors))

    def _kept(self, kind: FactKind) -> tuple[Fact, ...]:
        kept: list[Fact] = []
        for place, fact in enumerate(self.facts.of_kind(kind)):
            of = self.taken.get((kind, place), [])
            if not any(correction.action is Action.REMOVE for correction in of):
                kept.append(self._changed(fact, of) if of else fact)
        return tuple(kept)

    def _changed(self, fact: Fact, of: Sequence[Correction]) -> Fact:
        values: dict[str, Any] = {name: value for correction in of for name, value in correction.right}
        # What a person wrote is inferred no more.
        values["inferred"] = tuple(inference for inference in fact.inferred if inference.field not in values)
        for correction in of:
            if correction.right_quote:
                values["evidence"] = (new_place(self.article, correction.right_quote, correction.right_occurrence, "right_occurrence"),)
        return replace(fact, **_identified(fact, _looked_at(fact, values)), corrections=tuple(of))


def _looked_at(fact: Fact, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with what a person's look at a fact makes of its certainty: it is sure, unless that person says it is not."""
    if not hasattr(fact, "sure"):
        return values
    sure = values.get("sure", values.get("doubt") is None)
    return {"sure": sure, "doubt": None if sure else getattr(fact, "doubt", None)} | values


def _identified(fact: Fact | type[Fact], values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with a unit's id, which follows from its name."""
    kind = fact if isinstance(fact, type) else type(fact)
    return values | {"id": slug(values["name"])} if kind is UnitMention and "name" in values else values


def _new(correction: Correction, evidence: tuple[Any, ...]) -> Fact:
    kind = KINDS[FactKind(correction.kind)]
    return kind(evidence=evidence, rule=ADDED, corrections=(correction,), **_identified(kind, dict(correction.right)))


def _inserted(new: Fact, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` with ``new`` before the first that is after it in the text."""
    at = next((place for place, fact in enumerate(facts) if _standing(fact) > _standing(new)), len(facts))
    return (*facts[:at], new, *facts[at:])


def _standing(fact: Fact) -> tuple[tuple[Any, ...], str]:
    return (fact.evidence, json.dumps(fact_to_data(fact, str), ensure_ascii=False))
