"""Events at the size of a corpus: articles that share a day and a host are brought together, day by day, by the rules of an archive; and of
one award that several of them report, one report is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import duckdb

from generator.corpus.merging.entries import entry_of
from generator.model.archive import Entry, EventGroup, LedgerRow
from generator.resolution.events.groups import group_events
from generator.resolution.events.ledger import ledger
from generator.resolution.events.one_award import one_award_each

_PORTION = 500  #: articles in memory beside those of a day


@dataclass(frozen=True, slots=True)
class Report:
    """An award, the fact ``number`` of ``article``, that ``first_article`` reports too, where it is counted."""

    article: str
    number: int
    first_article: str
    first_number: int


def events(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[EventGroup, list[Report]]]:
    """Yield each event that several articles report, copies aside, with the reports that are not counted."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE blocks AS
        WITH held AS (
            SELECT id, event.date AS day, unnest(hosts).id AS host FROM articles
            WHERE length(event.date) = 10 AND id NOT IN (SELECT article FROM copies)
        ),
        shared AS (SELECT day, host FROM held GROUP BY ALL HAVING count(*) > 1)
        SELECT DISTINCT id FROM held SEMI JOIN shared ON held.day = shared.day AND held.host = shared.host
        """
    )
    for _, entries in groupby(_entries(connection), key=lambda entry: entry.facts.event and entry.facts.event.date):
        by_slug = {entry.slug: entry for entry in entries}
        for group in group_events(by_slug.values()):
            yield group, _reports(group, {slug: by_slug[slug] for slug in group.slugs})


def _entries(connection: duckdb.DuckDBPyConnection) -> Iterator[Entry]:
    lists = (
        f"(SELECT article, list(fact ORDER BY fact.number) AS facts FROM (SELECT article, {table} AS fact FROM {table} "
        f"SEMI JOIN blocks ON {table}.article = blocks.id) GROUP BY article)"
        for table in ("awards", "people")
    )
    awards, people = lists
    result = connection.execute(
        f"""
        SELECT struct_pack(
            id := one.id, event := event, hosts := hosts, years := years, title := title, published := published, text := text
        ),
        awards.facts, people.facts FROM articles AS one SEMI JOIN blocks ON one.id = blocks.id
        LEFT JOIN {awards} AS awards ON awards.article = one.id LEFT JOIN {people} AS people ON people.article = one.id
        ORDER BY event.date, one.id
        """
    )
    while portion := result.fetchmany(_PORTION):
        for row, granted, named in portion:
            yield entry_of(row, granted or (), named or ())


def _reports(group: EventGroup, entries: dict[str, Entry]) -> list[Report]:
    """Return the reports of awards of the event that another of its articles reports too."""
    found: dict[tuple[str, int], Report] = {}
    for row in one_award_each(ledger(entries.values(), [group]), entries):
        first = _first(row, entries)
        if first is None:
            continue
        for slug, number in _others(row, entries):
            if (slug, number) != first and slug != first[0]:
                found.setdefault((slug, number), Report(slug, number, *first))
    counted = {(report.first_article, report.first_number) for report in found.values()}
    return sorted((report for key, report in found.items() if key not in counted), key=lambda report: (report.article, report.number))


def _first(row: LedgerRow, entries: dict[str, Entry]) -> tuple[str, int] | None:
    """Return the fact from which the row takes its values."""
    found = ((slug, number) for slug, number, award in _awards(entries) if award is row.award)
    return next(found, None)


def _others(row: LedgerRow, entries: dict[str, Entry]) -> Iterator[tuple[str, int]]:
    """Yield the facts that report the row's award, alike or with another number."""
    spans = {citation.slug: set(citation.evidence) for citation in row.citations}
    other = {id(award) for _, award in row.disagrees}
    for slug, number, award in _awards(entries):
        alike = award.type == row.award.type and set(award.evidence) <= spans.get(slug, set())
        if alike or id(award) in other:
            yield slug, number


def _awards(entries: dict[str, Entry]) -> Iterator[tuple[str, int, Any]]:
    for slug in sorted(entries):
        for number, award in enumerate(entries[slug].facts.awards, 1):
            yield slug, number, award
