"""Statements written out in the language of this build: bases of inference, doubts, reasons for review."""

from __future__ import annotations

from generator.messages import fill
from generator.model.facts import Fact, Inference, is_sure
from generator.model.settings import SiteSettings
from generator.model.statement import Part, Reason, Statement, Term, Written
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say, speaking, words
from generator.rendering.words.wording import capital, date

_BETWEEN = "; "
_YEAR = "bases.year"  #: the basis of a date without its year, a sentence that needs no name of a field before it


def written(reason: Reason) -> str:
    """Return ``reason`` in the words of this build; the words of a person stay as they are."""
    if isinstance(reason, str):
        return reason
    parts = dict(reason.parts)
    return fill(words().pattern(reason.key, parts.get("n")), {name: _part(part) for name, part in parts.items()})


def writer(settings: SiteSettings) -> Written:
    """Return :func:`written` in the words of ``settings``, for use outside a build."""

    def in_its_words(reason: Reason) -> str:
        with speaking(settings):
            return written(reason)

    return in_its_words


def sentence(reason: Reason) -> str:
    """Return ``reason`` as a sentence that begins with a capital."""
    return capital(written(reason))


def inferred(field: str, inference: Inference) -> str:
    """Return an inferred value, by the name of its ``field``, with the basis of the inference."""
    return say("inference.told", field=field, basis=written(inference.basis))


def inferences(fact: Fact) -> tuple[str, ...]:
    """Return the inferred fields of ``fact``, each with the basis of the inference; without the dates of :func:`guessed_years`."""
    return tuple(inferred(labels().of("fields", each.field), each) for each in fact.inferred if not _of_year(each.basis))


def guessed_years(fact: Fact) -> tuple[str, ...]:
    """Return a sentence for each date of ``fact`` of which only the year was inferred."""
    return tuple(sentence(each.basis) for each in fact.inferred if _of_year(each.basis))


def _of_year(reason: Reason) -> bool:
    return isinstance(reason, Statement) and reason.key == _YEAR


def doubt(fact: Fact) -> str | None:
    """Return why the reading of a fact is doubtful; None for one that is certain, or where no reason is given."""
    reason: Reason | None = getattr(fact, "doubt", None)
    return None if is_sure(fact) or reason is None else written(reason)


def _part(part: Part) -> str:
    if isinstance(part, Statement):
        return written(part)
    if isinstance(part, Term):
        return date(part.id) if part.table == "days" else labels().of(part.table, part.id)
    if isinstance(part, tuple):
        return _BETWEEN.join(map(_part, part))
    return words().number(part) if isinstance(part, int | float) else part
