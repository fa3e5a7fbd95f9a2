"""The signs that a rating may have been misread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from generator.extraction.certainty.surroundings import FactContext
from generator.extraction.names.groups.recipients import groups_in
from generator.model.facts import Aim, Rating

#: Subjects that any text may count.
_LOOSE = frozenset({"ca-nhan", "tap-the", "don-vi", "khac", "hoc-sinh"})
_WHOLE = 101.0  # per cent, with a margin for rounding

SIGNS = (
    "no-number", "loose-subject", "no-subject", "no-year", "target", "rival-levels", "beyond-all", "at-least", "goes-on", "no-event",
    "told-once", "aside", "long-sentence", "inferred",
)  # fmt: skip


def rating_signs(
    near: FactContext, rating: Rating, shares: Mapping[tuple[str, int | None], float], sought: frozenset[str] | None = None
) -> frozenset[str]:
    """Return the signs that ``rating`` shows, each an id of :data:`SIGNS`; only those ``sought``, if any are named.

    ``shares`` are those of :func:`shares_of`.
    """
    span = min(rating.evidence)
    sentence = near.sentence(span)

    def no_subject() -> bool:
        return sentence is None or all(rating.subject != group.kind for group in groups_in(near.text.passage(sentence)))

    # A meeting without a name appraises too (Đảng ủy họp phiên thứ 9), and so does a list of results: their subject and year are stated.
    signs: dict[str, Callable[[], bool]] = {
        "no-number": lambda: rating.count is None and rating.percent is None,
        "loose-subject": lambda: rating.subject in _LOOSE,
        "no-subject": no_subject,
        "no-year": lambda: _no_year(rating),
        "target": lambda: rating.kind == Aim.TARGET,
        "rival-levels": lambda: sentence is not None and near.levels(sentence) > 1,
        "beyond-all": lambda: not rating.at_least and shares.get((rating.subject, rating.year), 0) > _WHOLE,
        "at-least": lambda: rating.at_least,
        "goes-on": lambda: near.goes_on(span),
        "no-event": lambda: near.facts.event is None and (_no_year(rating) or no_subject() or near.is_aside(rating)),
    }
    return near.shown(rating, signs, sought)


def _no_year(rating: Rating) -> bool:
    return rating.year is None and rating.kind == Aim.RESULT


def shares_of(ratings: tuple[Rating, ...]) -> Mapping[tuple[str, int | None], float]:
    """Return the sum of the percentages stated as results, by subject and year; a sum above 100 shows that one was misread."""
    sums: defaultdict[tuple[str, int | None], float] = defaultdict(float)
    for rating in ratings:
        if rating.percent is not None and rating.kind == Aim.RESULT and not rating.at_least:
            sums[rating.subject, rating.year] += rating.percent
    return sums
