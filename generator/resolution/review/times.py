"""Anachronisms: a rating's name after its end, a badge for years that have none, a district after 1/7/2025, a decision of a later day than
the article."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import lexicon
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Aim, AwardStatus, UnitRole
from generator.model.statement import day
from generator.resolution.review.items import cue, item, place, uncorrected
from generator.resolution.review.reasons import because
from generator.resolution.review.reasons import level as name_of_level
from generator.text.folding import canonical

KIND = ReviewTopic.ANACHRONISM
#: The Party's own subjects; others (associations, unions, schools) rate by scales of their own.
PARTY = frozenset({"to-chuc-co-so-dang", "to-chuc-dang", "chi-dang-bo", "dang-bo-co-so", "chi-bo-co-so", "dang-bo", "chi-bo"})
MEMBERS = frozenset({"dang-vien", "cap-uy"})
_NEW, _NEW_SINCE = "hoan-thanh-xuat-sac", 2018  # for organisations: Quy định 132-QĐ/TW (2018)


def anachronisms(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the facts of ``entry`` that the rules in force at the time do not know."""
    yield from _ratings(entry)
    yield from _badges(entry)
    yield from _districts(entry)
    yield from _decisions(entry)


def _ratings(entry: Entry) -> Iterator[ReviewItem]:
    for rating in entry.facts.ratings:
        if rating.year is None or rating.kind != Aim.RESULT or rating.subject not in PARTY | MEMBERS or rating.corrections:
            continue
        level = lexicon("rating-levels").by_id[rating.level]
        until = level.get("until")
        if until is not None and rating.year > int(until):
            why = because("level-ended", year=str(rating.year), level=name_of_level(rating.level), until=str(until))
            yield item(KIND, entry, place(rating), why)
        elif rating.level == _NEW and rating.year < _NEW_SINCE and rating.subject in PARTY:
            why = because("level-not-yet", year=str(rating.year), level=name_of_level(rating.level), since=str(_NEW_SINCE))
            yield item(KIND, entry, place(rating), why)


def _badges(entry: Entry) -> Iterator[ReviewItem]:
    for award in entry.facts.awards:
        rule = lexicon("award-levels").by_id.get(award.type)
        if rule is not None and award.rank is not None and award.rank not in rule.get("ranks", [award.rank]) and not award.corrections:
            yield item(KIND, entry, place(award), because("no-such-badge", years=str(award.rank)))


def _districts(entry: Entry) -> Iterator[ReviewItem]:
    """Bodies of districts that hold an event or grant an award after their end; one item each."""
    if entry.date is None:
        return
    hosts = [(unit.name, unit) for unit in entry.facts.units if unit.role == UnitRole.HOST]
    granted = [(award.granted_by, award) for award in entry.facts.awards if award.status == AwardStatus.GRANTED and award.granted_by]
    seen: set[str] = set()
    for name, fact in (*hosts, *granted):
        level = level_of(name) if name[:1].isupper() else None  # a bare "huyện" says nothing of itself
        until = level.get("until") if level is not None else None
        if until is None or entry.date[:7] <= str(until)[: len(entry.date[:7])] or name in seen or not uncorrected((fact,)):
            continue
        here = place(fact)
        if cue("former").search(canonical(entry.article.text[max(0, here.start - 12) : here.end + 8])) is None:
            seen.add(name)
            yield item(KIND, entry, here, because("after-districts", name=name, day=day(str(until))))


def _decisions(entry: Entry) -> Iterator[ReviewItem]:
    """Granting decisions dated after the article that reports them was published."""
    published = (entry.article.published or "")[:10]
    for award in entry.facts.awards:
        date = award.decision.date if award.decision else None
        if date and published and date > published[: len(date)] and not award.corrections:
            yield item(KIND, entry, place(award), because("decided-later", day=day(date), published=day(published)))
