"""What a person decided about an item for review, or about an organisation that the program proposes."""

from __future__ import annotations

from dataclasses import dataclass

#: Kinds of decisions beside those of review items: a name that is no organisation to list, one that is not the listed ``unit``.
UNKNOWN_UNIT, APART = "unknown-unit", "unit-apart"


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """One entry of ``seeds/reviews.yml``; ``line`` is its place (1-based).

    ``kind`` is that of the item, or :data:`UNKNOWN_UNIT` or :data:`APART`. ``article`` is the article's address (None: every article),
    ``words`` the words of the item, ``numbers`` those in its reason: with others it is a new item. ``decision`` is ``settled`` (looked at,
    and right or corrected) or ``dismissed`` (nothing to do), ``reason`` why.
    """

    kind: str
    article: str | None
    words: str
    numbers: tuple[str, ...]
    decision: str
    reason: str
    by: str
    on: str
    line: int
    unit: str | None = None
