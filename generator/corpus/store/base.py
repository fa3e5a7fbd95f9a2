"""DuckDB over the files of a corpus: within a bounded memory, on the disk where it needs more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from generator.corpus.store.schema import ARTICLES, FACTS, OF_ARTICLE, RENAMED, SET_ASIDE, columns, quoted_name, quoted_text
from generator.errors import CorpusError
from generator.messages import message

MEMORY = "1GB"  #: what DuckDB may hold; sorting and joining more goes to the disk
TABLES = (ARTICLES, *FACTS)


@contextmanager
def base(room: Path, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection whose temporary files are in ``room``. Raises CorpusError for what DuckDB refuses: a full disk, a damaged file."""
    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": MEMORY, "temp_directory": str(room / "duckdb")}
    if threads is not None:
        settings["threads"] = threads
    try:
        with duckdb.connect(config=settings) as connection:
            yield connection
    except duckdb.Error as error:
        raise CorpusError(message("corpus.duckdb", reason=str(error).splitlines()[0]), fix=message("corpus.fix.duckdb")) from error


def table_columns(table: str) -> dict[str, str]:
    """Return the columns of a table as it is on the disk, without its year, which its folder's name is."""
    if table == ARTICLES:
        return dict(columns(table))
    if table == SET_ASIDE:
        return {"place": "VARCHAR", "id": "VARCHAR", "reason": "VARCHAR", "message": "VARCHAR", "fix": "VARCHAR", "line": "BIGINT"}
    of_article = dict.fromkeys(OF_ARTICLE.values(), "VARCHAR")
    return {
        "article": "VARCHAR",
        "number": "BIGINT",
        **of_article,
        **{RENAMED.get(name, name): type_ for name, type_ in columns(table).items()},
    }


def files_of(tables: Path, table: str) -> str:
    """Return the SQL that reads a table; without a file of it, an empty one."""
    if table == SET_ASIDE:
        path = tables / "set_aside.parquet"
        found = path.is_file()
        source = f"read_parquet({quoted_text(path)})"
        nothing = dict(table_columns(table))
    else:
        found = any((tables / table).glob("year=*/*.parquet"))
        types = "{'year': 'BIGINT'}"
        source = f"read_parquet({quoted_text(tables / table / 'year=*' / '*.parquet')}, hive_partitioning = true, hive_types = {types})"
        nothing = {**table_columns(table), "year": "BIGINT"}
    if found:
        return source
    return f"(SELECT {', '.join(f'NULL::{type_} AS {quoted_name(name)}' for name, type_ in nothing.items())} LIMIT 0)"


def with_views(connection: duckdb.DuckDBPyConnection, tables: Path) -> None:
    """Make the tables of a corpus views of their names."""
    for table in (*TABLES, SET_ASIDE):
        connection.execute(f"CREATE OR REPLACE VIEW {table} AS FROM {files_of(tables, table)}")
