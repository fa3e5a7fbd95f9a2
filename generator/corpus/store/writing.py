"""The parts become the tables: every article once, by year, in the order of the ids; the same rows whatever the parts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import duckdb

from generator.corpus.store.base import base, table_columns
from generator.corpus.store.folder import CorpusFolder, refusing
from generator.corpus.store.schema import ARTICLES, FACTS, OF_ARTICLE, RENAMED, SET_ASIDE, columns, quoted_name, quoted_text
from generator.publishing.safe_changes.durability import sync_tree
from generator.publishing.safe_changes.exchange import take_place
from generator.publishing.safe_changes.staging import cleared, remove

_ROW_GROUP = 50_000
_TO_PARQUET = f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP})"


def write_tables(folder: CorpusFolder, room: Path, places: Iterable[tuple[str, str]]) -> None:
    """Replace the tables of ``folder`` by what its parts hold, in one step; ``places`` are the ids with the places that count.

    Raises CorpusError when the disk refuses; then the tables are as they were.
    """
    here = room / "corpus-tables"
    try:
        with refusing(folder.root):
            cleared(here)
            new, between = here / "new", here / "by-year"
            new.mkdir()
            with base(here, threads=1) as connection:  # one thread: the same bytes
                _known_places(connection, here / "places.jsonl", places)
                _by_year(connection, folder, between)
                _set_aside(connection, folder, new / f"{SET_ASIDE}.parquet")
                for year in sorted(path for path in between.glob("year=*") if path.is_dir()):
                    for table in (ARTICLES, *FACTS):
                        target = new / table / year.name
                        target.mkdir(parents=True)
                        connection.execute(f"COPY ({_of_table(table, year)}) TO {quoted_text(target / 'part.parquet')} {_TO_PARQUET}")
            sync_tree(new)
            take_place(new, folder.tables, here / "old")
    finally:
        remove(here)


def _known_places(connection: duckdb.DuckDBPyConnection, path: Path, places: Iterable[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", errors="replace") as file:
        for identifier, place in places:
            file.write(f"{json.dumps({'id': identifier, 'place': place}, ensure_ascii=False)}\n")
    source = f"read_json({quoted_text(path)}, format = 'newline_delimited', columns = {{'id': 'VARCHAR', 'place': 'VARCHAR'}})"
    connection.execute(f"CREATE TEMP TABLE places AS FROM {source}")


def _parts(folder: CorpusFolder) -> str | None:
    """Return the SQL that reads all parts, each row once, with the place that counts; None without a part."""
    if not folder.all_parts():
        return None
    files = f"read_parquet({quoted_text(folder.parts / '*' / '*.parquet')}, filename = true)"
    return (
        f"(WITH chosen AS (SELECT id, min(filename) AS filename FROM {files} GROUP BY id) "
        f"SELECT part.* EXCLUDE (filename) REPLACE (coalesce(places.place, part.place) AS place) FROM {files} AS part "
        "JOIN chosen ON part.id = chosen.id AND part.filename = chosen.filename LEFT JOIN places ON part.id = places.id)"
    )


def _by_year(connection: duckdb.DuckDBPyConnection, folder: CorpusFolder, target: Path) -> None:
    target.mkdir()
    if parts := _parts(folder):
        connection.execute(
            f"COPY (SELECT * FROM {parts} WHERE error IS NULL) TO {quoted_text(target)} "
            "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year), OVERWRITE)"
        )


def _set_aside(connection: duckdb.DuckDBPyConnection, folder: CorpusFolder, target: Path) -> None:
    types = ", ".join(f"{quoted_text(name)}: {quoted_text(type_)}" for name, type_ in table_columns(SET_ASIDE).items())
    names = ", ".join(table_columns(SET_ASIDE))
    selects = []
    if any(folder.damaged.glob("*.jsonl")):
        files = quoted_text(folder.damaged / "*.jsonl")
        selects.append(f"SELECT {names} FROM read_json({files}, format = 'newline_delimited', columns = {{{types}}})")
    if parts := _parts(folder):
        error = ", ".join(f"error.{name}" for name in ("reason", "message", "fix", "line"))
        selects.append(f"SELECT place, id, {error} FROM {parts} WHERE error IS NOT NULL")
    if not selects:
        nothing = ", ".join(f"NULL::{type_} AS {name}" for name, type_ in table_columns(SET_ASIDE).items())
        selects.append(f"SELECT {nothing} WHERE false")
    connection.execute(f"CREATE TEMP TABLE aside AS {' UNION ALL '.join(selects)}")
    connection.execute(f"COPY (FROM aside ORDER BY place, id) TO {quoted_text(target)} {_TO_PARQUET}")


def _of_table(table: str, year: Path) -> str:
    """Return the SQL that gives the rows of a table from those of the articles of a ``year``."""
    files = f"read_parquet({quoted_text(year / '*.parquet')}, hive_partitioning = false)"
    if table == ARTICLES:
        own = ", ".join("place" if name == "place" else f"article.{quoted_name(name)} AS {quoted_name(name)}" for name in columns(ARTICLES))
        return f"SELECT {own} FROM {files} ORDER BY id"
    of_article = ", ".join(f"article.{name} AS {shown}" for name, shown in OF_ARTICLE.items())
    own = ", ".join(f"fact.{quoted_name(name)} AS {quoted_name(RENAMED.get(name, name))}" for name in columns(table))
    facts = f"SELECT id, article, generate_subscripts({table}, 1) AS number, unnest({table}) AS fact FROM {files}"
    return f"SELECT id AS article, number, {of_article}, {own} FROM ({facts}) ORDER BY article, number"
