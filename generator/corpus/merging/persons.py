"""Persons at the size of a corpus: mentions are brought together name by name, and within a name by office, unit, event and day, by the
rules of an archive. A name alone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import duckdb

from generator.corpus.merging.entries import entry_of, person_of
from generator.resolution.addresses import marked
from generator.resolution.records.person_identity import Mention, grouped
from generator.text.slugs import slug

_PORTION = 2_000  #: mentions in memory beside those of a name


def persons(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str, int | None]]:
    """Yield each mention of a person that several articles report: the person's id, the name, the article, and the number of the fact
    (None where only an award names the person). Copies are left out."""
    for key, mentions in groupby(_mentions(connection), key=lambda mention: mention[0]):
        of_name = [(mention, number) for _, mention, number in mentions]
        numbers = {id(mention): number for mention, number in of_name}
        for _, group in grouped([mention for mention, _ in of_name], (), {}):
            if len({mention.entry.slug for mention in group}) > 1:
                oldest = min(group, key=lambda mention: (mention.entry.date or "9999", mention.entry.slug))
                person = marked(slug(key) or "nguoi", key, oldest.entry.slug)
                for mention in sorted(group, key=lambda mention: (mention.entry.slug, numbers[id(mention)] or 0)):
                    yield person, mention.name, mention.entry.slug, numbers[id(mention)]


def _mentions(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, Mention, int | None]]:
    """Yield the mentions by name: those of people, and recipients whom only an award names; of names that one article has, none."""
    result = connection.execute(
        """
        WITH named AS (
            SELECT key, article, number, people AS fact FROM people
            UNION ALL
            SELECT key, article, NULL, NULL FROM (
                SELECT DISTINCT award.key AS key, award.article AS article
                FROM (SELECT article, unnest(persons).key AS key FROM awards WHERE len(persons) > 0) AS award
                ANTI JOIN people ON people.article = award.article AND people.key = award.key
            )
        ),
        own AS (SELECT * FROM named WHERE key <> '' AND article NOT IN (SELECT article FROM copies)),
        several AS (SELECT key FROM own GROUP BY key HAVING count(DISTINCT article) > 1)
        SELECT own.key, number, fact, struct_pack(id := one.id, event := one.event, hosts := hosts, published := published), events.event
        FROM own SEMI JOIN several ON own.key = several.key JOIN articles AS one ON one.id = own.article
        LEFT JOIN events ON events.article = own.article ORDER BY own.key, one.id, number NULLS LAST
        """
    )
    while portion := result.fetchmany(_PORTION):
        for key, number, fact, row, event in portion:
            yield key, _mention(key, fact, row, event), number


def _mention(key: str, fact: dict[str, Any] | None, row: dict[str, Any], event: str | None) -> Mention:
    entry = replace(entry_of(row, people=[fact] if fact else ()), event=event)
    return Mention(entry, key if fact is None else fact["name"], None if fact is None else person_of(fact))
