"""Finds the places of a quote in a text."""

from __future__ import annotations

import re

from generator.model.span import Span
from generator.text.normalization import archived

_SHORTEST = 2  #: words that a passage must share with a quote to count as near it
_AROUND = 40  #: characters shown on each side of them


def occurrences(text: str, quote: str) -> tuple[Span, ...]:
    """Return each place where ``text`` has the words of ``quote``, with any white space between them.

    Whole words first: ``2 chi bộ`` is found in ``12 chi bộ`` only if it does not occur by itself.
    """
    words = archived(quote).split()
    if not words:
        return ()
    pattern = r"\s+".join(map(re.escape, words))
    return _found(text, rf"(?<!\w){pattern}(?!\w)") or _found(text, pattern)


def nearest(text: str, quote: str) -> str | None:
    """Return the passage of ``text`` with the longest run of the words of ``quote``, and its surroundings; None without any."""
    words = archived(quote).split()
    for length in range(len(words), _SHORTEST - 1, -1):
        for start in range(len(words) - length + 1):
            if found := occurrences(text, " ".join(words[start : start + length])):
                return _around(text, found[0])
    return None


def _found(text: str, pattern: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text))


def _around(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    if len(before) == _AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return " ".join((before + span.of(text) + after).split())
