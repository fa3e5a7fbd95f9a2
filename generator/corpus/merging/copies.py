"""Copies at the size of a corpus: the least hashes of each text (a sketch, as in :mod:`generator.resolution.events.copies`) lead DuckDB to
the pairs that share enough of them; only these are compared word by word, by the same rules as in an archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import duckdb

from generator.corpus.merging.entries import hosts_of
from generator.resolution.events.copies import CROWD, LIKELY, apart, same_text, wording_of

_PORTION = 500  #: pairs in memory
_NEIGHBOURS = 4  #: texts of the nearest sketches that a shared hash leads to
_KEPT = 2_000  #: wordings in memory


def copies(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Yield each copy with the article that it is a copy of.

    As in an archive, that one is kept that has most facts, then the longest, then the first by id; and each copy is near to it, not to
    another copy. A hash that many texts share leads to the first of them, to those with the nearest sketches, and to the first with the
    same sketch, so the work grows with the number of texts and not its square.
    """
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE ranked AS
        SELECT id, row_number() OVER (ORDER BY facts - coalesce(units, 0) DESC, size DESC, id) AS rank
        FROM (SELECT id, facts, list_sum([0] || [span."end" - span.start FOR span IN body]) AS size FROM articles) AS article
        LEFT JOIN (SELECT article, count(*) AS units FROM units GROUP BY article) AS named ON article.id = named.article
        """
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE pairs AS
        WITH sketches AS (SELECT rank, sketch FROM articles JOIN ranked USING (id) WHERE len(sketch) > 0),
        hashes AS (SELECT rank, unnest(sketch) AS hash, sketch[1] AS a, sketch[2] AS b, sketch[3] AS c FROM sketches),
        numbered AS (
            SELECT rank, hash, row_number() OVER (PARTITION BY hash ORDER BY rank) AS number,
            row_number() OVER (PARTITION BY hash ORDER BY a, b, c, rank) AS position FROM hashes
        ),
        first_ones AS (SELECT * FROM numbered WHERE number <= {CROWD}),
        shared AS (
            SELECT one.rank AS one, other.rank AS other, hash FROM numbered AS one JOIN first_ones AS other USING (hash)
            UNION
            SELECT one.rank, other.rank, one.hash FROM
            (SELECT rank, hash, unnest(range(position + 1, position + {1 + _NEIGHBOURS})) AS position FROM numbered) AS one
            JOIN numbered AS other ON one.hash = other.hash AND one.position = other.position
        ),
        alike AS (SELECT rank AS one, min(rank) OVER (PARTITION BY sketch) AS other FROM sketches)
        SELECT greatest(one, other) AS later, least(one, other) AS earlier FROM shared WHERE one <> other
        GROUP BY ALL HAVING count(DISTINCT hash) >= {LIKELY}
        UNION SELECT one, other FROM alike WHERE one <> other
        """
    )
    found: dict[int, int] = {}
    wording = lru_cache(maxsize=_KEPT)(lambda _, texts: wording_of(texts))
    for pair in _pairs(connection):
        later, earlier = pair["later"], pair["earlier"]
        if later in found or earlier in found:
            continue
        (first, texts), (second, others) = (_read(pair, name) for name in ("one", "other"))
        if not apart(hosts_of(first), hosts_of(second)) and same_text(wording(later, texts), wording(earlier, others)):
            found[later] = earlier
            yield first["id"], second["id"]


def _read(pair: Mapping[str, Any], name: str) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    row = pair[name]
    return row, tuple(row["text"][span["start"] : span["end"]] for span in row["body"])


def _pairs(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Yield the pairs with both articles, in the order in which an archive would meet them."""
    fields = ", ".join(f"{name} := {{table}}.{name}" for name in ("id", "event", "hosts", "body", "text"))
    later_fields, earlier_fields = (fields.format(table=table) for table in ("one", "other"))
    result = connection.execute(
        f"""
        SELECT later, earlier, struct_pack({later_fields}) AS one, struct_pack({earlier_fields}) AS other FROM pairs
        JOIN ranked AS a ON a.rank = later JOIN articles AS one ON one.id = a.id
        JOIN ranked AS b ON b.rank = earlier JOIN articles AS other ON other.id = b.id ORDER BY later, earlier
        """
    )
    while portion := result.fetchmany(_PORTION):
        for later, earlier, first, second in portion:
            yield {"later": later, "earlier": earlier, "one": first, "other": second}
