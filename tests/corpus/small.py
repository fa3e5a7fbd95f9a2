"""Small corpora for the tests, read in this process."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import duckdb

from benchmarks.recombining import articles
from generator.corpus.engines.engine import Batch, Done
from generator.corpus.processing.batches import processed
from generator.corpus.processing.fingerprint import Settings
from generator.publishing.starter.adapting import known_units
from tests.conftest import ROOT

SETTINGS = Settings(known_units((ROOT / "seeds" / "units.yml").read_text(encoding="utf-8"), "vi"), "vi")


class Inline:
    """Reads in this process; gives results in an order drawn by ``seed``, and ends after so many batches with ``killed_after``."""

    def __init__(self, seed: int | None = None, killed_after: int | None = None) -> None:
        self.most = 3
        self.read = 0
        self._draw = None if seed is None else random.Random(seed)
        self._killed_after = killed_after

    def results(self, batches: Iterable[Batch], settings: str) -> Iterator[Done]:
        waiting: list[Done] = []
        for number, batch in enumerate(batches):
            if number == self._killed_after:
                raise KilledError
            self.read += len(batch)
            waiting.append(Done(len(batch), (processed(batch, settings),)))
            if len(waiting) >= self.most or self._draw is None:
                yield waiting.pop(self._draw.randrange(len(waiting)) if self._draw else 0)
        yield from waiting

    def close(self) -> None:
        pass


class KilledError(Exception):
    """The run was killed here."""


def folder_of(place: Path, count: int, *, seed: int = 1, reprints: int = 0, years: str = "2019") -> Path:
    """Write a folder of articles about events of one year, or some: each costs a file of each table."""
    place.mkdir(parents=True)
    fit = ((name, text) for name, text in articles(2_000, seed, reprints=reprints) if re.search(rf"\d/({years})", text[:600]))
    for name, text in islice(fit, count):
        (place / name).write_text(text, encoding="utf-8")
    return place


def contents(tables: Path) -> dict[str, bytes]:
    """Return the bytes of each file below ``tables``."""
    return {path.relative_to(tables).as_posix(): path.read_bytes() for path in sorted(tables.rglob("*.parquet"))}


def asked(query: str) -> list[tuple[object, ...]]:
    """Return the answer of DuckDB."""
    with duckdb.connect() as base:
        return base.execute(query).fetchall()
