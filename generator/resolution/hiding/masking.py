"""Take hidden names out of an article, its facts and its corrections."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import unquote

from generator.model.article import Article, Source
from generator.model.correction import Correction
from generator.model.facts import Award, Facts
from generator.model.span import Span
from generator.resolution.hiding.names import Pattern, Shifted, shifted

_Any = TypeVar("_Any")


def names(of: object, pattern: Pattern) -> bool:
    """Return whether a text anywhere in ``of`` holds a hidden name."""
    if isinstance(of, str):
        return pattern.search(of)
    if isinstance(of, Mapping):
        return any(names(key, pattern) or names(value, pattern) for key, value in of.items())
    if isinstance(of, list | tuple | set | frozenset):
        return any(names(part, pattern) for part in of)
    if dataclasses.is_dataclass(of) and not isinstance(of, type):
        return any(names(getattr(of, field.name), pattern) for field in dataclasses.fields(of))
    return False


def masked(of: _Any, pattern: Pattern, moved: Shifted | None = None) -> _Any:
    """Return ``of`` (data of the model) with the hidden names replaced in every text, and spans moved as the article's text was."""
    made: Any = _masked(of, pattern, moved)
    return made  # type: ignore[no-any-return]


def _masked(of: Any, pattern: Pattern, moved: Shifted | None) -> Any:
    if isinstance(of, Span):
        return of if moved is None else Span(moved.offset(of.start, ends=False), moved.offset(of.end, ends=True))
    if isinstance(of, Enum):
        return of
    if isinstance(of, str):
        return pattern.masked(of) if pattern.search(of) else of
    if isinstance(of, Mapping):
        return {_masked(key, pattern, moved): _masked(value, pattern, moved) for key, value in of.items()}
    if isinstance(of, list | tuple | set | frozenset):
        return type(of)(_masked(part, pattern, moved) for part in of)
    if dataclasses.is_dataclass(of) and not isinstance(of, type):
        values = {field.name: getattr(of, field.name) for field in dataclasses.fields(of) if field.init}
        changed = {name: new for name, value in values.items() if (new := _masked(value, pattern, moved)) != value}
        return dataclasses.replace(of, **changed) if changed else of
    return of


def without_names(
    article: Article, facts: Facts, corrections: tuple[Correction, ...], pattern: Pattern
) -> tuple[Article, Facts, tuple[Correction, ...]]:
    """Return an article, its facts and its corrections without the hidden names.

    The persons are no longer among the people, nor named as recipients; their awards stay, with their number. An address of the source
    that holds a name is left out.
    """
    moved = shifted(article.text, pattern)
    source = _source(article.source, pattern)
    joins = tuple(sorted([*(moved.offset(at, ends=False) for at in article.joins), *moved.lines(article.text)]))
    blank = dataclasses.replace(article, text="", source=source, joins=())
    article = dataclasses.replace(masked(blank, pattern, moved), text=moved.text, joins=joins)
    people = tuple(person for person in facts.people if not pattern.search(person.name))
    awards = tuple(_unnamed(award, pattern) for award in facts.awards)
    facts = masked(dataclasses.replace(facts, people=people, awards=awards), pattern, moved)
    return article, facts, masked(corrections, pattern, moved)


def _unnamed(award: Award, pattern: Pattern) -> Award:
    kept = tuple(name for name in award.names if not pattern.search(name))
    if len(kept) == len(award.names):
        return award
    return dataclasses.replace(award, names=kept, count=len(award.names) if award.count is None else award.count)


def _source(source: Source, pattern: Pattern) -> Source:
    url, archived = (None if address and pattern.search(unquote(address)) else address for address in (source.url, source.archived))
    return dataclasses.replace(source, url=url, archived=archived)
