"""What cannot have been at the time: a rating's name after its end, a badge for years that have none, a district after 1/7/2025, a
decision of a later day than the article."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import lexicon
from generator.model.archive import Entry, ReviewItem
from generator.model.sentence import Term
from generator.resolution.review.items import cue, item, place, uncorrected
from generator.resolution.review.sentences import level as name_of_level
from generator.resolution.review.sentences import said
from generator.text.folding import canonical

KIND = "anachronism"
#: The Party's own subjects; others (associations, unions, schools) rate by scales of their own.
PARTY = frozenset({"to-chuc-co-so-dang", "to-chuc-dang", "chi-dang-bo", "dang-bo-co-so", "chi-bo-co-so", "dang-bo", "chi-bo"})
MEMBERS = frozenset({"dang-vien", "cap-uy"})
_NEW, _NEW_SINCE = "hoan-thanh-xuat-sac", 2018  # for organisations: Quy định 132-QĐ/TW (2018), domain/ratings.yml regimes


def anachronisms(entry: Entry) -> Iterator[ReviewItem]:
    """The facts of ``entry`` that the rules in force at the time do not know."""
    yield from _ratings(entry)
    yield from _badges(entry)
    yield from _districts(entry)
    yield from _decisions(entry)


def _ratings(entry: Entry) -> Iterator[ReviewItem]:
    for one in entry.facts.ratings:
        if one.year is None or one.kind != "result" or one.subject not in PARTY | MEMBERS or one.corrections:
            continue
        level = lexicon("rating-levels").by_id[one.level]
        until = level.get("until")
        if until is not None and one.year > int(until):
            why = said("level-ended", year=str(one.year), level=name_of_level(one.level), until=str(until))
            yield item(KIND, entry, place(one), why)
        elif one.level == _NEW and one.year < _NEW_SINCE and one.subject in PARTY:
            why = said("level-not-yet", year=str(one.year), level=name_of_level(one.level), since=str(_NEW_SINCE))
            yield item(KIND, entry, place(one), why)


def _badges(entry: Entry) -> Iterator[ReviewItem]:
    for one in entry.facts.awards:
        rule = lexicon("award-levels").by_id.get(one.type)
        if rule is not None and one.rank is not None and one.rank not in rule.get("ranks", [one.rank]) and not one.corrections:
            yield item(KIND, entry, place(one), said("no-such-badge", years=str(one.rank)))


def _districts(entry: Entry) -> Iterator[ReviewItem]:
    """Bodies of districts that hold an event or grant an award after their end; one item each."""
    if entry.date is None:
        return
    told = [(one.name, one) for one in entry.facts.units if one.role == "host"]
    granted = [(one.granted_by, one) for one in entry.facts.awards if one.status == "granted" and one.granted_by]
    seen: set[str] = set()
    for name, fact in (*told, *granted):
        level = level_of(name) if name[:1].isupper() else None  # a bare "huyện" says nothing of itself
        until = level.get("until") if level is not None else None
        if until is None or entry.date[:7] <= str(until)[: len(entry.date[:7])] or name in seen or not uncorrected((fact,)):
            continue
        here = place(fact)
        if cue("former").search(canonical(entry.article.text[max(0, here.start - 12) : here.end + 8])) is None:
            seen.add(name)
            yield item(KIND, entry, here, said("after-districts", name=name, day=_day(str(until))))


def _decisions(entry: Entry) -> Iterator[ReviewItem]:
    """Granting decisions dated after the article that tells of them was published."""
    published = (entry.article.published or "")[:10]
    for one in entry.facts.awards:
        date = one.decision.date if one.decision else None
        if date and published and date > published[: len(date)] and not one.corrections:
            yield item(KIND, entry, place(one), said("decided-later", day=_day(date), published=_day(published)))


def _day(iso: str) -> Term:
    return Term("days", iso, "/".join(reversed(iso.split("-"))))
