"""Characters in an article that a reader cannot see, or that turn its words round: where they are, and which."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages.unseen import SORTS, code
from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.span import Span
from generator.resolution.review.items import item
from generator.resolution.review.reasons import because

KIND = ReviewTopic.UNSEEN
_AROUND = 40  # code points on either side, so that a person finds the place
_MOST = 5  # codes named


def unseen(entry: Entry) -> Iterator[ReviewItem]:
    """Yield one item for each sort of such characters in ``entry`` (turning, control, invisible), at the first."""
    text = entry.article.text
    for sort, pattern in SORTS.items():
        places = [match.start() for match in pattern.finditer(text)]
        if places:
            codes = list(dict.fromkeys(code(text[at]) for at in places))
            named = ", ".join(codes[:_MOST]) + (" …" if len(codes) > _MOST else "")
            why = because(sort, codes=named, n=len(places))
            yield item(KIND, entry, _around(text, places[0]), why, because("delete", file=entry.article.source.path))


def _around(text: str, at: int) -> Span:
    """Return the words around a place, on its line."""
    start, end = max(text.rfind("\n", 0, at) + 1, at - _AROUND), min(len(text), at + 1 + _AROUND)
    line = text.find("\n", at)
    return Span(start, min(end, line) if line != -1 else end)
