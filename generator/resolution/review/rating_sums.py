"""Ratings of one subject and year that contradict each other: shares beyond 100 %, counts that give other shares, the ceiling passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Aim, Rating
from generator.model.statement import Part, Statement
from generator.resolution.review.items import item, place, uncorrected
from generator.resolution.review.reasons import added, because, subjects
from generator.resolution.review.reasons import level as name_of_level
from generator.resolution.review.reasons import percent as share_of
from generator.resolution.review.shares import agree, exact, tolerance
from generator.resolution.review.times import MEMBERS, PARTY

KIND = ReviewTopic.SUMS
_TOP, _GOOD = "hoan-thanh-xuat-sac", "hoan-thanh-tot"
_CEILING_SINCE = 2018  # Hướng dẫn 16- and 21-HD/BTCTW


def rating_sums(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the contradictions among the ratings of ``entry``."""
    groups: dict[tuple[str, int | None], list[Rating]] = {}
    for rating in entry.facts.ratings:
        if rating.kind == Aim.RESULT:
            groups.setdefault((rating.subject, rating.year), []).append(rating)
    for (subject, year), ratings in groups.items():
        levels = [rating for rating in ratings if not rating.at_least]
        if uncorrected(ratings) and len({(level.level, level.count, level.percent) for level in levels}) == len(levels):
            whom = subjects(subject, year)
            yield from _beyond_all(entry, levels, whom)
            yield from _other_shares(entry, levels, whom)
            yield from _other_totals(entry, levels, whom)
            if year is not None and year >= _CEILING_SINCE and subject in PARTY | MEMBERS:
                yield from _ceiling(entry, levels, whom, year)


def _beyond_all(entry: Entry, levels: Sequence[Rating], whom: Part) -> Iterator[ReviewItem]:
    """Shares of different levels exclude each other, so they cannot be more than all."""
    shares = _by_level(levels, "percent")
    if len(shares) < 2:
        return
    total = sum(share.percent or 0 for share in shares.values())
    if total > 100 + sum(tolerance(share.percent or 0) for share in shares.values()) / 2:
        parts = added([share_of(share.percent or 0) for share in shares.values()])
        first = min(shares.values(), key=place)
        why = because("beyond-all", whom=whom, parts=parts, total=total)
        yield item(KIND, entry, place(first), why)


def _other_shares(entry: Entry, levels: Sequence[Rating], whom: Part) -> Iterator[ReviewItem]:
    """Yield where the counts of all levels are stated, a share must be theirs: of all rated, or of those rated good (for the top)."""
    counts = {level: rating.count or 0 for level, rating in _by_level(levels, "count").items()}
    if len(counts) < 3:  # not all who were rated
        return
    whole, good = sum(counts.values()), counts.get(_GOOD, 0)
    for level, rating in _by_level(levels, "percent").items():
        percent = rating.percent
        if level not in counts or percent is None or not exact(rating, entry.article.text):
            continue
        wholes = [whole] if level != _TOP else [whole, good, good + counts[level]]
        if not any(agree(percent, counts[level], of) for of in wholes):
            real = 100 * counts[level] / whole
            numbers = {"percent": percent, "count": counts[level], "whole": whole, "real": round(real, 1)}
            yield item(KIND, entry, place(rating), because("other-share", whom=whom, level=name_of_level(level), **numbers))


def _other_totals(entry: Entry, levels: Sequence[Rating], whom: Part) -> Iterator[ReviewItem]:
    """Yield a count with its share states how many were rated; two such must state the same."""
    text = entry.article.text
    both = [level for level in levels if level.count and level.percent and exact(level, text) and level.percent <= 100]
    for first, other in combinations(both, 2):
        (least, most), (lowest, highest) = _whole(first), _whole(other)
        if (most < lowest or highest < least) and _TOP not in (first.level, other.level):  # the top's share may be of another whole
            yield item(KIND, entry, place(other), because("other-totals", whom=whom, one=_implied(first), two=_implied(other)))
            return


def _implied(rating: Rating) -> Statement:
    count, percent = rating.count or 0, rating.percent or 1
    return because("implied", count=count, percent=percent, whole=round(100 * count / percent))


def _whole(rating: Rating) -> tuple[float, float]:
    percent, count = rating.percent or 0.0, rating.count or 0
    return 100 * count / (percent + tolerance(percent)), 100 * count / max(percent - tolerance(percent), 0.01)


def _ceiling(entry: Entry, levels: Sequence[Rating], whom: Part, year: int) -> Iterator[ReviewItem]:
    """Yield the best may be a fifth of those rated good or better; one more is let pass, for what rounding leaves.

    The guideline says a fifth "of those rated good"; the press counts it among good and better, which is the wider reading. From 2025 on it
    may be a fourth in places that did best.
    """
    most = 20 if year < 2025 else 25
    counts, shares = _by_level(levels, "count"), _by_level(levels, "percent")
    top, good = counts.get(_TOP), counts.get(_GOOD)
    if top is not None and good is not None:
        best, both = top.count or 0, (top.count or 0) + (good.count or 0)
        if best > ceil(most * both / 100) + (1 if both < 50 else 0):
            share = round(100 * best / both, 1)
            yield item(KIND, entry, place(top), because("above-ceiling", best=best, whom=whom, both=both, share=share, most=most))
        return
    top, good = shares.get(_TOP), shares.get(_GOOD)
    if top is not None and good is not None and top.percent is not None and good.percent is not None:
        both_shares = min(top.percent + good.percent, 100.0)
        share_of_good = 100 * top.percent / both_shares
        if share_of_good > most + 1:
            share = round(share_of_good, 1)
            yield item(KIND, entry, place(top), because("share-above-ceiling", percent=top.percent, whom=whom, share=share, most=most))


def _by_level(levels: Sequence[Rating], field: str) -> dict[str, Rating]:
    """Return the first rating of each level with ``field``."""
    found: dict[str, Rating] = {}
    for level in levels:
        if getattr(level, field) is not None:
            found.setdefault(level.level, level)
    return found
