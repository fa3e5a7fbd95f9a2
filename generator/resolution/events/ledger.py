"""The ledger: one row for each award of the archive, however many articles of one event report it.

Within an article two facts are two awards. Of an event's articles, the one that reports most is taken first. Each further one adds its
evidence to the rows that it reports too, its own number where it disagrees, and rows for what only it reports. A row takes its values from
one of the articles that agree: those read without doubt before the others, the first that states an exact number, else the first that
states any, and of these the most detailed, because an article that splits and names is less likely to have rounded or mixed up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.extraction.approximate_counts import may_count
from generator.model.archive import Citation, Entry, EventGroup, LedgerRow
from generator.model.facts import GIFTS, Award
from generator.model.span import Span
from generator.model.unit import Resolution
from generator.resolution.addresses import mark
from generator.resolution.events.agreement import Agreement, agreement, alike, sums_up, surely_sums_up
from generator.text.folding import canonical, canonical_part


@dataclass(frozen=True, slots=True)
class _ReportedAward:
    """One award as one article reports it; ``id`` is its address: the article's, the award's form and kind, a mark of its words (a number
    where several rest on the same)."""

    entry: Entry
    award: Award
    id: str

    @property
    def granter(self) -> Resolution | None:
        return self.entry.names.get(self.award.granted_by) if self.award.granted_by else None


@dataclass(slots=True)
class _Row:
    """A row in the making. ``same`` report it alike, in the order taken; ``parts`` report a part or the sum of several rows; ``other``
    disagree."""

    same: list[_ReportedAward]
    parts: list[_ReportedAward] = field(default_factory=list)
    other: list[_ReportedAward] = field(default_factory=list)

    @property
    def first(self) -> _ReportedAward:
        reported = sorted(self.same, key=lambda item: not item.award.sure)
        counted = [report for report in reported if report.award.count is not None]
        exact = next((report for report in counted if report.award.approximate is None), None)
        return exact or next(iter(counted), reported[0])


def ledger(entries: Iterable[Entry], events: Iterable[EventGroup]) -> tuple[LedgerRow, ...]:
    """Return the rows of an archive, newest article first, whatever the order of ``entries``. What was proposed, what is past and gifts are
    rows too.

    A row's id is made of the article that was published first among those who report it alike, of the award's form and kind and of its
    words there: it stays when articles are added that were published later, and when the article is edited elsewhere.
    """
    known = sorted(entries, key=lambda entry: entry.slug)
    known.sort(key=lambda entry: entry.date or "", reverse=True)
    by_slug = {entry.slug: entry for entry in known}
    group_of = {slug: event.slugs for event in events for slug in event.slugs}
    rows: list[LedgerRow] = []
    done: set[str] = set()
    for entry in known:
        if entry.slug not in done:
            group = [by_slug[slug] for slug in group_of.get(entry.slug, (entry.slug,))]
            done.update(member.slug for member in group)
            rows += map(_finished, _rows(group))
    return tuple(rows)


def _rows(group: Sequence[Entry]) -> list[_Row]:
    rows: list[_Row] = []
    for entry in sorted(group, key=_detail):
        reported = _reported(entry)
        reported = _agreeing(rows, reported, Agreement.SAME_COUNT)
        for step in (_summing, _split):  # before what states no number is matched: it would take the place of a sum
            reported = step(rows, reported)
        reported = _disagreeing(rows, _agreeing(rows, reported, Agreement.PART))
        rows += [_Row([report]) for report in reported]
    return rows


def _detail(entry: Entry) -> tuple[int, int, str, str]:
    """Sort key: articles with most awards first, then with most details, then the earlier."""
    awards = [award for award in entry.facts.awards if award.type not in GIFTS]
    details = [(award.count, award.rank, award.standard, award.granted_by, award.period, award.consecutive_years) for award in awards]
    filled = sum(value is not None for values in details for value in values) + sum(len(award.names) for award in awards)
    return (-len(awards), -filled, *_published(entry))


def _published(entry: Entry) -> tuple[str, str]:
    return (entry.article.published or "9999", entry.slug)


def _reported(entry: Entry) -> list[_ReportedAward]:
    reported: list[_ReportedAward] = []
    times: dict[str, int] = {}
    text = entry.article.text
    view = canonical(text) if entry.facts.awards else ""
    for award in entry.facts.awards:
        rank = f"-{award.rank}" if award.rank else ""
        words = mark(*(" ".join(canonical_part(text, view, span.start, span.end).split()) for span in award.evidence), length=6)
        base = f"{entry.slug}--{award.type}{rank}-{award.kind}--{words}"
        times[base] = times.get(base, 0) + 1
        reported.append(_ReportedAward(entry, award, base if times[base] == 1 else f"{base}-{times[base]}"))
    return reported


def _agreeing(rows: Sequence[_Row], reported: list[_ReportedAward], least: Agreement) -> list[_ReportedAward]:
    """Add each report to the row it agrees with best (``least`` or better), one to one; return the rest."""
    pairs = sorted(
        ((agreement(row.first.award, report.award, (row.first.granter, report.granter)), -at, -number))
        for at, row in enumerate(rows)
        for number, report in enumerate(reported)
        if row.first.award.type == report.award.type and not _has(row, report.entry)
    )
    taken: set[int] = set()
    placed: set[int] = set()
    for how, at, number in reversed(pairs):
        if how >= least and at not in taken and number not in placed:
            taken.add(at)
            placed.add(number)
            _add(rows[-at], reported[-number], how)
    return [report for number, report in enumerate(reported) if -number not in placed]


def _add(row: _Row, report: _ReportedAward, how: Agreement) -> None:
    if how is not Agreement.PART:
        row.same.append(report)
    elif (report.award.count or 0) < (row.first.award.count or 0):
        row.parts.append(report)
    else:  # what was known so far was the part
        row.parts += row.same
        row.same = [report]


def _summing(rows: Sequence[_Row], reported: list[_ReportedAward]) -> list[_ReportedAward]:
    """``13 tập thể và cá nhân`` where another article has 2 tập thể, 11 cá nhân: the same awards, not a third."""
    left = []
    for whole in reported:
        free = [row for row in rows if not _has(row, whole.entry)]
        parts = [row for row in free if sums_up(whole.award, row.first.award)]
        sure = [row for row in free if surely_sums_up(whole.award, row.first.award)]
        if len(parts) > 1 and may_count(whole.award, _sum(row.first.award for row in parts)):
            for row in parts:
                row.parts.append(whole)
        elif len(sure) > 1:
            for row in sure:
                (row.other if whole.award.count is not None and whole.award.approximate is None else row.parts).append(whole)
        else:
            left.append(whole)
    return left


def _split(rows: Sequence[_Row], reported: list[_ReportedAward]) -> list[_ReportedAward]:
    """Return the same the other way round: this article has the parts of what a row counts together."""
    for row in rows:
        parts = (
            []
            if not reported or _has(row, reported[0].entry)
            else [report for report in reported if sums_up(row.first.award, report.award)]
        )
        if len(parts) > 1 and row.first.award.approximate is None and row.first.award.count == _sum(part.award for part in parts):
            row.parts += parts
            reported = [report for report in reported if report not in parts]
    return reported


def _disagreeing(rows: Sequence[_Row], reported: list[_ReportedAward]) -> list[_ReportedAward]:
    """Return where only the number differs: the row keeps both. If one omits the standard, only if no other row can be meant."""
    left = []
    for report in reported:
        like = [row for row in rows if agreement(row.first.award, report.award) is Agreement.DIFFERENT_COUNT]
        free = [row for row in like if not _has(row, report.entry)]
        sure = [row for row in free if alike(row.first.award, report.award)]
        lone = len(like) == 1 and sum(agreement(like[0].first.award, other.award) is Agreement.DIFFERENT_COUNT for other in reported) == 1
        if sure or (lone and free):
            (sure or free)[0].other.append(report)
        else:
            left.append(report)
    return left


def _has(row: _Row, entry: Entry) -> bool:
    return any(part.entry.slug == entry.slug for part in (*row.same, *row.parts, *row.other))


def _sum(awards: Iterable[Award]) -> int:
    return sum(award.count or 0 for award in awards)


def _finished(row: _Row) -> LedgerRow:
    first = row.first
    alike = [first, *(report for report in row.same if report is not first)]
    evidence: dict[str, list[Span]] = {}
    for part in (*alike, *row.parts):
        evidence.setdefault(part.entry.slug, []).extend(part.award.evidence)
    granters = [report.granter.unit for report in alike if report.granter and report.granter.unit]
    resolved = [report.entry.names[name].unit for report in alike for name in report.award.names if name in report.entry.names]
    entries = [part.entry for part in (*alike, *row.parts, *row.other)]
    event = first.entry.facts.event
    return LedgerRow(
        id=min(row.same, key=lambda item: _published(item.entry)).id,
        award=first.award,
        date=event.date if event else None,
        years=_years(alike),
        hosts=tuple(dict.fromkeys(unit.id for entry in entries for unit in entry.units)),
        granter=granters[0] if granters else None,
        recipients=tuple(dict.fromkeys(unit for unit in resolved if unit)),
        quote=" ".join(first.award.evidence[0].of(first.entry.article.text).split()),
        citations=tuple(Citation(slug, tuple(dict.fromkeys(spans))) for slug, spans in evidence.items()),
        disagrees=tuple((report.entry.slug, report.award) for report in row.other),
        sure=any(report.award.sure for report in row.same),
    )


def _years(reported: Sequence[_ReportedAward]) -> tuple[int, ...]:
    """Return the award's own, or the last of its period; else the years its article concerns, or that of the event or the publication."""
    for award in (report.award for report in reported):
        if award.years or award.period:
            return tuple(sorted(set(award.years or (award.period or ())[1:])))
    entry = reported[0].entry
    return tuple(sorted(set(entry.facts.years or ((int(entry.date[:4]),) if entry.date else ()))))
