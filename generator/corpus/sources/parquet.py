"""Parquet: one record a row, read in portions by DuckDB, of the columns that are needed only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from generator.corpus.sources.fields import given_of, known_names
from generator.corpus.sources.given import Damaged, Given
from generator.corpus.store.schema import quoted_name, quoted_text
from generator.messages import message

_PORTION = 500  #: rows in memory


def read(path: Path, name: str, own: Mapping[str, str]) -> Iterator[Given | Damaged]:
    """Yield the article of each row of ``path``, whose place is ``name#ROW``, from 1. Where the file is damaged, the rest is one error."""
    row = 0
    wanted = {*own.values(), *(column for names in known_names().values() for column in names)}
    with duckdb.connect(config={"threads": 1}) as base:
        try:
            source = f"read_parquet({quoted_text(path)})"
            there = [str(column[0]) for column in base.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
            used = [column for column in there if column in wanted]
            result = base.execute(f"SELECT {', '.join(map(quoted_name, used)) or '1'} FROM {source}")
            while portion := result.fetchmany(_PORTION):
                for values in portion:
                    row += 1
                    record = dict(zip(used, values, strict=True)) if used else dict.fromkeys(there)
                    yield given_of(record, name, f"{name}#{row}", own)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            yield Damaged(
                name, f"{name}#{row + 1}", message("corpus.damaged_parquet", reason=reason), message("corpus.fix.damaged_parquet")
            )
