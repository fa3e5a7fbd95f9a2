"""What an open page has itself decided, so that it need not be shown again before the next decision about the same row.

A person decides faster than a page is drawn, and an answer may be lost on its way. Only what another decided meanwhile makes a row stale.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

_MOST = 200  #: pages remembered

#: A row as a page shows it: its key and its state.
Shown = tuple[str, str]


@dataclass
class OwnAnswers:
    """What became of rows through the decisions of each page, by the name that the page was given."""

    _pages: OrderedDict[str, dict[Shown, Shown]] = field(default_factory=OrderedDict)

    def now(self, page: str, shown: Shown) -> Shown:
        """Return what the row that ``page`` shows has become through its own decisions."""
        return self._pages.get(page, {}).get(shown, shown)

    def note(self, page: str, before: Shown, after: Shown) -> None:
        """Note that a decision of ``page`` made the row ``before`` what it is ``after``."""
        if not page:
            return
        known = self._pages.setdefault(page, {})
        known |= {shown: after for shown, became in known.items() if became == before}
        known[before] = after
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST:
            self._pages.popitem(last=False)
