"""What a person confirmed: that a fact is right as it is read, or that an article has no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: The kind of a check that is about the whole article: its facts are all there.
WHOLE = "article"


@dataclass(frozen=True, slots=True)
class Checked:
    """Who confirmed, and when (ISO 8601, with the time where known)."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of ``seeds/checks/ARTICLE.yml``; ``path`` and ``line`` are its place.

    ``kind`` is a kind of fact, a field of the article, or :data:`WHOLE`. ``quote`` is the words of the fact's evidence, ``occurrence``
    which of several places in the text that have these words. ``values`` is the reading confirmed: every field of the fact that is not
    empty. ``text`` is the digest of the article's text at that time (:func:`text_digest`).
    """

    kind: str
    quote: str | None
    occurrence: int | None
    values: tuple[tuple[str, Any], ...]
    text: str
    by: str
    on: str
    path: str
    line: int
