"""What became of all pages of a build, most of it in a file: their parts of the search alone are as large as all texts."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, overload

from generator.publishing.building.page_making import Made
from generator.publishing.writing.spool import Spool

_OF_THE_PAGE = frozenset(["json_ld"])  #: of its front matter: what only the page itself shows, and is long


class MadePages:
    """Pages by their sources, in a file in ``folder``; in memory are their anchors, which pages that lead to them ask for.

    Raises PublishingError when the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder)
        self._anchors: dict[str, str] = {}
        self._searched: list[tuple[list[str], str]] = []

    def put(self, source: str, page: Made) -> None:
        """Keep what became of the page of ``source``."""
        self._anchors[source] = "\n".join(sorted(page.anchors))
        if page.search is not None:
            self._searched.append((page.dest.split("/"), source))
            self._spool.put(f"search {source}", page.search)
        kept = replace(page, said=(), looked_up=(), anchors=frozenset(), search=None)
        self._spool.put(f"page {source}", pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))

    def __contains__(self, source: str) -> bool:
        return source in self._anchors

    def __iter__(self) -> Iterator[str]:
        return iter(self._anchors)

    def anchors(self, source: str) -> frozenset[str]:
        """Return the anchors of the page of ``source``."""
        return frozenset(filter(None, self._anchors[source].split("\n")))

    def leads_to(self, source: str) -> Mapping[str, Mapping[str, str]]:
        """Return the anchors of other pages to which that of ``source`` leads, by their sources."""
        return self._page(source).leads_to

    def meta(self, source: str) -> dict[str, Any]:
        """Return the single values of its front matter, but for those that only the page itself shows."""
        return {name: value for name, value in self._page(source).meta if name not in _OF_THE_PAGE}

    def searches(self) -> Searches:
        """Return the parts of the search, in the order of the pages' addresses."""
        return Searches(self._spool, [f"search {source}" for _, source in sorted(self._searched)])

    def _page(self, source: str) -> Made:
        page: Made = pickle.loads(self._spool[f"page {source}"])  # noqa: S301 - packed by this run
        return page


class Searches(Sequence[bytes]):
    """Packed parts of the search; those of a slice are read at once."""

    def __init__(self, spool: Spool, names: Sequence[str]) -> None:
        self._spool, self._names = spool, names

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            return [self._spool[name] for name in self._names[at]]
        return self._spool[self._names[at]]
