"""The engine without an engine: one batch after the other in one process of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.corpus.engines.engine import Batch, Done
from generator.corpus.processing.child import Child


class Here:
    """One process beside this one, so that an article can bring down neither."""

    most = 1

    def __init__(self) -> None:
        self._child = Child()

    def results(self, batches: Iterable[Batch], settings: str) -> Iterator[Done]:
        """Yield what becomes of each batch, in their order."""
        for batch in batches:
            yield Done(len(batch), tuple(self._child.rows(batch, settings)))

    def close(self) -> None:
        """End the process."""
        self._child.close()
