"""A batch of articles becomes part of a corpus: rows as the bytes of a Parquet file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from generator.containment import contained
from generator.corpus.processing.articles import article_of
from generator.corpus.processing.rows import Rules, row_of
from generator.corpus.sources.given import Given
from generator.corpus.store.schema import FACTS, quoted_text, row_columns
from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.messages import Message, in_language
from generator.model.settings import SiteSettings
from generator.rendering.words.statements import writer
from generator.resolution.units.authority import authority_in

_LARGEST = 256 * 1024 * 1024  #: bytes of a row: a text of 8 MB with all its facts


@cache
def _rules(settings: str) -> Rules:
    given: Mapping[str, str] = json.loads(settings)
    return Rules(authority_in(given["units"].encode(), Path("units.yml")), writer(SiteSettings(language=given["language"])))


def processed(batch: Sequence[Given], settings: str) -> bytes:
    """Return the rows of ``batch`` as Parquet, in its order; an article that fails is a row with its error.

    ``settings`` are :class:`~generator.corpus.processing.fingerprint.Settings` as JSON.
    """
    with in_language(json.loads(settings)["language"]):
        return parquet_of(row(given, _rules(settings)) for given in batch)


def row(given: Given, rules: Rules) -> dict[str, Any]:
    """Return the row of one article, within the limits of computing time and memory; its error where it fails."""

    def work() -> dict[str, Any]:
        article = article_of(given)
        return row_of(article, extract(article), given.place, rules)

    result = contained(Path(given.place), work)
    if not isinstance(result, KyYeuError):
        return result
    return failed(given, result.message, result.fix, result.line)


def failed(given: Given, reason: Message, fix: Message | None, line: int | None = None) -> dict[str, Any]:
    """Return the row of an article that is set aside."""
    error = {"reason": reason.key, "message": str(reason), "fix": None if fix is None else str(fix), "line": line}
    return {"id": given.id, "place": given.place, "year": None, "error": error, "article": None, **{table: [] for table in FACTS}}


def parquet_of(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return ``rows`` as a Parquet file."""
    types = ", ".join(f"{quoted_text(name)}: {quoted_text(type_)}" for name, type_ in row_columns().items())
    with tempfile.TemporaryDirectory(prefix="kyyeu-") as folder, duckdb.connect(config={"threads": 1}) as base:
        given, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with given.open("w", encoding="utf-8", newline="\n") as file:
            for made_row in rows:
                file.write(f"{json.dumps(made_row, ensure_ascii=False, separators=(',', ':'))}\n")
        reading = f"read_json({quoted_text(given)}, format = 'newline_delimited', columns = {{{types}}}, maximum_object_size = {_LARGEST})"
        base.execute(f"COPY (FROM {reading}) TO {quoted_text(made)} (FORMAT parquet, COMPRESSION zstd)")
        return made.read_bytes()
