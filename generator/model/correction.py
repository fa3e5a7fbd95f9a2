"""What a person put right in what was extracted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Action(StrEnum):
    """What a correction does."""

    CHANGE = "change"
    REMOVE = "remove"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of ``seeds/corrections/ARTICLE.yml``; ``path`` and ``line`` tell where it stands.

    ``kind`` is a kind of fact (event, units, awards, ratings, people, documents, figures, years) or a field of the article
    (title, published, byline). ``quote`` is the words of the fact's evidence (of the new fact's, for an addition).
    ``expected`` are the values that the fact must now have, ``right`` those that it shall have. ``by``, ``on`` (ISO 8601)
    and ``why`` say who corrected it, when and for what reason.
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
