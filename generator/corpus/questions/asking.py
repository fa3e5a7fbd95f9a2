"""Questions to a corpus, in SQL over its tables, answered by DuckDB; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from generator.corpus.store.base import MEMORY, with_views
from generator.corpus.store.folder import CorpusFolder
from generator.corpus.store.schema import quoted_text
from generator.errors import CorpusError
from generator.messages import message

#: The tables that merging makes, with their columns while it has not been done.
MERGED = {
    "copies": {"article": "VARCHAR", "copy_of": "VARCHAR"},
    "events": {"event": "VARCHAR", "article": "VARCHAR", "name": "VARCHAR", "date": "VARCHAR", "host": "VARCHAR"},
    "reports": {"article": "VARCHAR", "number": "BIGINT", "first_article": "VARCHAR", "first_number": "BIGINT"},
    "persons": {"person": "VARCHAR", "name": "VARCHAR", "article": "VARCHAR", "number": "BIGINT"},
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The ``columns`` of an answer and its ``rows``, in portions as they are read."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[tuple[Any, ...]]]


@contextmanager
def asked(folder: CorpusFolder, query: str) -> Iterator[Answer]:
    """Give the answer to ``query``. Raises CorpusError for what is no query, or changes anything outside the answer."""
    with TemporaryDirectory(prefix="kyyeu-") as room:
        settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": MEMORY, "temp_directory": room}
        with duckdb.connect(config=settings) as connection:
            with_views(connection, folder.tables)
            with_merged(connection, folder)
            connection.execute(f"SET allowed_directories = [{quoted_text(folder.root)}, {quoted_text(room)}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            try:
                statements = connection.extract_statements(query)
                if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                    raise CorpusError(message("corpus.no_query"), fix=message("corpus.fix.no_query"))
                result = connection.execute(statements[0])
                columns = tuple(str(column[0]) for column in result.description or ())
                yield Answer(columns, iter(lambda: result.fetchmany(1_000), []))
            except duckdb.Error as error:
                reason = " ".join(str(error).split())
                raise CorpusError(message("corpus.wrong_query", reason=reason), fix=message("corpus.fix.wrong_query")) from error


def with_merged(connection: duckdb.DuckDBPyConnection, folder: CorpusFolder) -> None:
    """Make the tables of merging views; empty ones where it has not been done. ``counted_awards`` are the awards, each once."""
    for table, columns in MERGED.items():
        path = folder.merged / f"{table}.parquet"
        nothing = ", ".join(f"NULL::{type_} AS {name}" for name, type_ in columns.items())
        source = f"read_parquet({quoted_text(path)})" if path.is_file() else f"(SELECT {nothing} LIMIT 0)"
        connection.execute(f"CREATE OR REPLACE VIEW {table} AS FROM {source}")
    connection.execute(
        "CREATE OR REPLACE VIEW counted_awards AS SELECT awards.* FROM awards ANTI JOIN copies ON awards.article = copies.article "
        "ANTI JOIN reports ON awards.article = reports.article AND awards.number = reports.number"
    )
    quote = 'list_transform(spans, lambda span: substr(words, span.start + 1, span."end" - span.start))'
    connection.execute(f"CREATE OR REPLACE MACRO quotes(words, spans) AS {quote}")
