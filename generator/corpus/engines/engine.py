"""What an engine does: it takes batches as it has room for them, and gives their rows as they are ready, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from generator.corpus.sources.given import Given

Batch: TypeAlias = Sequence[Given]


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that was read: its number of articles, and their rows as Parquet files."""

    articles: int
    rows: tuple[bytes, ...]


class Engine(Protocol):
    """Where batches are read. At most :attr:`most` batches are taken that were not given back, so memory does not grow with the sources."""

    most: int

    def results(self, batches: Iterable[Batch], settings: str) -> Iterator[Done]:
        """Yield what becomes of each batch. Raises CorpusError when the workers cannot be reached, or have another program."""
        ...

    def close(self) -> None:
        """End what the engine started."""
        ...
