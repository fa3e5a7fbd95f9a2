"""The sentence of an article that states a fact, for pages other than the article's."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.archive import Entry
from generator.model.span import Span
from generator.rendering.parts.article_text.body import body_of

_LONGEST = 320  #: characters of a sentence that is shown whole
_AROUND = 120  #: characters of a longer one around the words


def sentence(entry: Entry, evidence: Iterable[Span]) -> str | None:
    """Return the sentence that holds the first of ``evidence`` in the article's body, on one line; of a very long one the part around the
    words. None where the body holds none of them."""
    body = body_of(entry.article)
    for span in evidence:
        found = body.sentence(span.start)
        if found is not None:
            return _shown(entry.article.text, found.start, found.end, span)
    return None


def _shown(text: str, start: int, end: int, span: Span) -> str:
    if end - start <= _LONGEST:
        return " ".join(text[start:end].split())
    first, last = max(start, span.start - _AROUND), min(end, max(span.end, span.start) + _AROUND)
    first = first if first == start else text.find(" ", first, span.start) + 1 or span.start
    last = last if last == end else max(text.rfind(" ", span.end, last), span.end)
    words = " ".join(text[first:last].split())
    return f"{'… ' if first > start else ''}{words}{' …' if last < end else ''}"
