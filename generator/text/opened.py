"""Patterns that are tried only where an opening occurs, which a search finds faster than the pattern itself.

A search jumps from letter to letter if a pattern is a list of words; it tries every place if the pattern begins with something that
may be missing or with a look behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FIRST = re.compile(r"\w+")


def first_words(variants: Iterable[str]) -> str:
    """Return a pattern of the words with which ``variants`` begin, for a list; none matches behind a letter.

    Raises ValueError for a variant that begins with a mark.
    """
    words = [(variant, _FIRST.match(variant)) for variant in variants]
    if wrong := [variant for variant, match in words if match is None]:
        raise ValueError(f"begins with no word: {wrong[0]!r}")
    firsts = {match.group() for _, match in words if match is not None}
    return "|".join(rf"{first[0]}(?<!\w.){first[1:]}" for first in sorted(firsts))


class Opened:
    """A pattern of which every match begins where ``opening`` matches; it finds what the pattern alone finds."""

    __slots__ = ("_opening", "_pattern")

    def __init__(self, pattern: str, opening: str) -> None:
        self._pattern = re.compile(pattern)
        self._opening = re.compile(opening)

    def finditer(self, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Yield the matches in ``[start, stop)``, as ``re.Pattern.finditer`` does."""
        opens, match = self._opening.search, self._pattern.match
        while (opening := opens(text, start, stop)) is not None:
            found = match(text, opening.start(), stop)
            if found is None:
                start = opening.start() + 1
            else:
                yield found
                start = found.end()

    def search(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the first match in ``[start, stop)``, as ``re.Pattern.search`` does."""
        return next(self.finditer(text, start, stop), None)
