"""The review queue: every item of the archive, in the order of the articles and of their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Entry, LedgerRow, ReviewItem
from generator.model.unit import Unit
from generator.resolution.review.ambiguous import ambiguous
from generator.resolution.review.award_sums import award_sums, figure_sums
from generator.resolution.review.contradictions import contradictions
from generator.resolution.review.doubtful import doubtful
from generator.resolution.review.hidden import hidden
from generator.resolution.review.inferred import inferred
from generator.resolution.review.left_out import left_out
from generator.resolution.review.levels import conflicts
from generator.resolution.review.rating_sums import rating_sums
from generator.resolution.review.times import anachronisms
from generator.resolution.review.unseen import unseen

#: What one article gives by itself.
_OF_AN_ARTICLE = (doubtful, hidden, conflicts, anachronisms, rating_sums, award_sums, figure_sums, unseen, left_out, inferred)


def review(
    entries: Sequence[Entry],
    ledger: Sequence[LedgerRow] = (),
    units: Mapping[str, Unit] | None = None,
    keeping: Keeping = NOTHING_KEPT,
) -> tuple[ReviewItem, ...]:
    """Return what a person should look at in ``entries``, by article (in their order), then by place in the text, then by kind.

    ``ledger`` gives what articles of one event contradict each other in, ``units`` the names of an ambiguous name's candidates.
    """
    made = keeping.made("review of an article", _look_at, entries, keeping.once)
    found = {entry.slug: [*items, *ambiguous(entry, units or {})] for entry, items in zip(entries, made, strict=True)}
    for contradiction in contradictions(ledger, {entry.slug: entry for entry in entries}):
        found[contradiction.slug or ""].append(contradiction)
    return tuple(fromkey for items in found.values() for fromkey in sorted(dict.fromkeys(items), key=_order))


def _look_at(entry: Entry) -> list[ReviewItem]:
    return [item for look in _OF_AN_ARTICLE for item in look(entry)]


def _order(item: ReviewItem) -> tuple[int, int, str]:
    return (item.span.start if item.span else 0, item.span.end if item.span else 0, item.kind)
