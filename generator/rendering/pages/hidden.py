"""The public statement of what was hidden on request: when, on what grounds, in how many articles, and nothing of what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.archive import Archive, Hidden
from generator.rendering.words import wording

PAGE = "du-lieu/da-an.md"


@dataclass(frozen=True, slots=True)
class HiddenLine:
    """A line of the statement: ``kind`` is article or person, ``date`` in words, ``slugs`` the articles in which a name was replaced."""

    kind: str
    date: str
    why: str
    articles: int
    slugs: tuple[str, ...]


def hidden_lines(archive: Archive) -> tuple[HiddenLine, ...]:
    """Return every statement, the latest first."""
    found = sorted(archive.hidden, key=lambda item: item.on, reverse=True)
    return tuple(
        HiddenLine(
            hiding.kind, wording.date(hiding.on), hiding.why, len(_shown(hiding, archive) or hiding.addresses), _shown(hiding, archive)
        )
        for hiding in found
    )


def hidden_articles(archive: Archive) -> Mapping[str, HiddenLine]:
    """Return the statement at the address of each hidden article."""
    return {
        slug: HiddenLine(article.kind, wording.date(article.on), article.why, 1, ()) for slug, article in archive.hidden_articles.items()
    }


def names_hidden(archive: Archive) -> Mapping[str, tuple[HiddenLine, ...]]:
    """Return the statements on the names replaced in each article, by its address."""
    found: dict[str, tuple[HiddenLine, ...]] = {}
    for hiding in archive.hidden:
        for slug in _shown(hiding, archive):
            found[slug] = (*found.get(slug, ()), HiddenLine(hiding.kind, wording.date(hiding.on), hiding.why, 1, ()))
    return found


def _shown(hidden: Hidden, archive: Archive) -> tuple[str, ...]:
    return tuple(slug for slug in hidden.addresses if slug in archive.by_slug) if hidden.kind == "person" else ()
