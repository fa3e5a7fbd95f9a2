"""Counts that include one another: the whole is counted once, its parts are never beside it.

Within an article, an event or a host's day, a total that its parts add up to exactly is the sum of them (60 commended: 20 and 40), and the
parts count. Where they do not add up, the whole counts and a part does not: badges by rank beside badges in all, a number
behind ``trong đó`` or ``riêng``, the numbers of a day beside those of the year (``tính chung năm nay``), the prizes of a school beside
those of the country. A title of a whole population (``hộ gia đình văn hóa``) is in no sum.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.sameness import TWO_WRITERS, granters_agree, reasons_agree
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PEOPLE, PERSONS, alike, covers
from generator.model.archive import Aside, Entry, LedgerRow
from generator.model.facts import GIFTS, AwardStatus
from generator.model.span import Span
from generator.resolution.likeness import connected
from generator.text.folding import canonical

#: Forms that may mean any other: praise and commendation without the name of what was given.
_LOOSE = frozenset({"khen-thuong", "bieu-duong"})
_POPULATION_FORMS = frozenset({"danh-hieu"})
_HOUSEHOLDS = PEOPLE - PERSONS
_RARE = 10  #: a number from which on it is hardly a sum by chance
_BEFORE = 40  #: characters before the words of a count in which a cue may occur
_REACH = 300  #: characters between a whole and a part that a cue connects
_CROWD = 200  #: rows of one place beyond which none is set aside: each is compared with each
_MOST = 40  #: rows of one form in one place beyond which no parts are sought


def with_wholes(rows: Iterable[LedgerRow], entries: Mapping[str, Entry]) -> tuple[LedgerRow, ...]:
    """Return ``rows``, each that must not be added with the reason (``aside``) and the row that counts instead (``within``)."""
    rows = tuple(rows)
    aside: dict[str, tuple[Aside, str | None]] = {
        row.id: (Aside.POPULATION, None) for row in rows if row.award.kind in _HOUSEHOLDS and row.award.type in _POPULATION_FORMS
    }
    counted = [row for row in rows if _counts(row) and row.id not in aside]
    for group in connected(counted, lambda row: _places(row, entries)):
        for row in [] if len(group) > _CROWD else sorted(group, key=lambda row: (-(row.award.count or 0), row.id)):
            if row.id not in aside and (parts := _adding_up(row, [other for other in group if other.id not in aside])):
                aside[row.id] = (Aside.SUM, parts[0].id)
    for group in connected(counted, lambda row: [citation.slug for citation in row.citations]):
        within = sorted((row for row in group if row.id not in aside), key=lambda row: (row.award.count or 0, row.id))
        within = within if len(within) <= _CROWD else []
        for at, row in enumerate(within):
            whole = next((other for other in within[at + 1 :] if _is_part(row, other, within, entries)), None)
            if whole is not None:
                aside[row.id] = (Aside.PART, whole.id)
    return tuple(replace(row, aside=aside[row.id][0], within=aside[row.id][1]) if row.id in aside else row for row in rows)


def _counts(row: LedgerRow) -> bool:
    award = row.award
    exact = award.count is not None and award.approximate is None
    return row.sure and exact and award.type not in GIFTS and award.status == AwardStatus.GRANTED and row.revoked_by is None


def _places(row: LedgerRow, entries: Mapping[str, Entry]) -> Iterator[Hashable]:
    """Yield what rows of one ceremony share: the article, the event, the host's day."""
    for citation in row.citations:
        entry = entries[citation.slug]
        yield ("article", entry.slug)
        if entry.event:
            yield ("event", entry.event)
    if row.date and len(row.date) == len("2022-01-15"):
        for host in row.hosts:
            yield ("day", host, row.date)


def _adding_up(whole: LedgerRow, group: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return the rows of ``group`` that ``whole`` is the sum of: all smaller ones that it may count, or those of one form or one reason."""
    of = whole.award
    smaller = [
        row
        for row in group
        if row is not whole
        and (row.award.count or 0) < (of.count or 0)
        and (row.award.type == of.type or of.type in _LOOSE)
        and (of.rank is None or of.rank == row.award.rank)
        and (covers(of.kind, row.award.kind) or alike(of.kind, row.award.kind))
        and (of.type in _LOOSE or granters_agree(of.granted_by, row.award.granted_by))
        and (of.type in _LOOSE or reasons_agree(of.standard, row.award.standard, TWO_WRITERS))
    ]
    if of.type not in _LOOSE and (of.count or 0) < _RARE and all(row.award.kind == of.kind for row in smaller):
        return []  # small numbers add up by chance
    if len(smaller) > _MOST:
        return []
    families: list[list[LedgerRow]] = [smaller]
    for key in (lambda row: row.award.type, lambda row: row.award.standard, lambda row: (row.award.type, row.award.standard)):
        by: dict[object, list[LedgerRow]] = {}
        for row in smaller:
            by.setdefault(key(row), []).append(row)
        families += by.values()
    return next((family for family in families if len(family) > 1 and sum(row.award.count or 0 for row in family) == of.count), [])


def _is_part(part: LedgerRow, whole: LedgerRow, group: Sequence[LedgerRow], entries: Mapping[str, Entry]) -> bool:
    """Return whether an article that reports both counts ``part`` in ``whole``."""
    few, many = part.award, whole.award
    if few.type != many.type or (few.count or 0) >= (many.count or 0) or not (covers(many.kind, few.kind) or alike(many.kind, few.kind)):
        return False
    if many.rank is not None and many.rank != few.rank:
        return False
    slug = next((c.slug for c in part.citations if c.slug in {other.slug for other in whole.citations}), None)
    if slug is None or not granters_agree(few.granted_by, many.granted_by):
        return False
    entry = entries[slug]
    there = [span.start for span in _spans(whole, slug)]
    if any(start < here <= start + _REACH for here in _cued("part", entry, part, slug) for start in there):
        return True
    summing = bool(_cued("whole", entry, whole, slug))
    if summing and min(span.start for span in _spans(part, slug)) < min(there):
        return True
    if many.rank is None and few.rank is not None and many.type == "huy-hieu-dang":
        ranked = [row for row in group if row.award.type == many.type and row.award.rank is not None and _spans(row, slug)]
        return summing or sum(row.award.count or 0 for row in ranked) <= (many.count or 0)
    return few.type == "giai-thuong" and _one_contest(part, whole, group)


def _one_contest(part: LedgerRow, whole: LedgerRow, group: Sequence[LedgerRow]) -> bool:
    """Return whether two counts of prizes of one rank are those of a part and of the whole of a contest: no third count of that rank."""
    key = (part.award.rank, part.award.kind, canonical(part.award.standard or ""))
    same = [
        row
        for row in group
        if (row.award.rank, row.award.kind, canonical(row.award.standard or "")) == key and row.award.type == part.award.type
    ]
    return part.award.rank is not None and {row.id for row in same} == {part.id, whole.id}


def _spans(row: LedgerRow, slug: str) -> list[Span]:
    """Return the words of the article ``slug`` that state ``row``."""
    return [span for citation in row.citations if citation.slug == slug for span in citation.evidence]


def _cued(kind: str, entry: Entry, row: LedgerRow, slug: str) -> list[int]:
    """Return where the words begin that a cue opens or directly precedes."""
    text = entry.article.text

    def around(span: Span) -> str:
        before = text[max(0, span.start - _BEFORE) : span.start]
        return before[max(before.rfind(end) for end in ".;!?\n") + 1 :] + span.of(text)

    return [span.start for span in _spans(row, slug) if _cues(kind).search(canonical(around(span)))]


@lru_cache(maxsize=2)
def _cues(kind: str) -> re.Pattern[str]:
    words = sorted(lexicon("counting-cues").by_id[kind].variants, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
