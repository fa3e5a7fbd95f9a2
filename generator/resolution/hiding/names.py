"""Find a hidden name in a text, however it is spelled, and put words in its place; offsets are carried along."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.text.folding import canonical, folded
from generator.text.normalization import archived
from generator.text.slugs import slug

INSTEAD = "[đã ẩn tên]"  #: appears in the text of an article, which is Vietnamese whatever the site's language
_SLUG = "an-ten"
_JOINED = 2  #: hyphens of a name that an address may also write without any: a shorter one could be another word


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pattern of names: on the canonical view of a text, and within addresses. ``forms`` are the names, canonical."""

    written: re.Pattern[str]
    address: re.Pattern[str]
    forms: frozenset[str]

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the start and the end of each name in ``text`` (NFC), in order, also as an address writes it (``nguyen-van-an``).

        Words that touch a name by a lost space do not protect it.
        """
        last = 0
        for start, end in sorted((*self._written(text), *(match.span() for match in self.address.finditer(text)))):
            if start >= last:
                yield start, end
                last = end

    def _written(self, text: str) -> Iterator[tuple[int, int]]:
        for match in self.written.finditer(canonical(text)):
            start, end = match.span()
            glued = start and text[start - 1].isalnum() and not (text[start - 1].islower() and text[start].isupper())
            goes_on = end < len(text) and text[end].isalnum() and not (text[end - 1].islower() and text[end].isupper())
            if not glued and not goes_on:
                yield start, end

    def search(self, text: str) -> bool:
        """Return whether a name is in ``text``."""
        return next(self.found(text), None) is not None

    def spelled(self, text: str) -> bool:
        """Return whether ``text`` holds a name with its diacritics."""
        return any(" ".join(canonical(text[start:end]).split()) in self.forms for start, end in self._written(text))

    def masked(self, text: str) -> str:
        """Return ``text`` with :data:`INSTEAD` for each name; in a text that is an address or an id, with what fits there."""
        instead = INSTEAD if any(char.isspace() for char in text) or not self.address.search(text) else _SLUG
        parts, last = [], 0
        for start, end in self.found(text):
            parts += [text[last:start], instead]
            last = end
        return "".join([*parts, text[last:]])


@lru_cache(maxsize=256)
def pattern_of(names: tuple[str, ...]) -> Pattern:
    """Return the pattern of ``names``: with their diacritics, or without any."""
    forms = sorted(
        {form for name in names for form in (canonical(archived(name)), folded(archived(name)))}, key=lambda form: (-len(form), form)
    )
    written = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    slugs = sorted({slug(name) for name in names}, key=lambda form: (-len(form), form))
    parted = "|".join(("[-_+.]" if slug.count("-") < _JOINED else "[-_+.]?").join(map(re.escape, slug.split("-"))) for slug in slugs)
    return Pattern(
        re.compile(written),
        re.compile(rf"(?<![A-Za-z0-9])(?:{parted})(?![A-Za-z0-9])", re.IGNORECASE),
        frozenset(" ".join(canonical(archived(name)).split()) for name in names),
    )


@dataclass(frozen=True, slots=True)
class Shifted:
    """A text with its names replaced, and where its offsets went."""

    text: str
    cuts: tuple[tuple[int, int, int], ...]  #: of each name: its start, its end, the start of what replaced it

    def offset(self, at: int, *, ends: bool) -> int:
        """Return where offset ``at`` of the original is: one inside a name at the beginning, or where a span ``ends``, at the end of what
        replaced it."""
        place = bisect_right(self.cuts, (at, 1 << 62, 0)) - 1
        if place < 0:
            return at
        start, end, new = self.cuts[place]
        if at >= end:
            return at - end + new + len(INSTEAD)
        return new + len(INSTEAD) if ends and at > start else new

    def lines(self, text: str) -> Iterator[int]:
        """Yield the offsets at which a line of the original ``text`` began inside a name."""
        for start, end, new in self.cuts:
            yield from [new + len(INSTEAD)] * text.count("\n", start, end)


def shifted(text: str, pattern: Pattern) -> Shifted:
    """Return ``text`` with :data:`INSTEAD` for each name that ``pattern`` finds."""
    cuts: list[tuple[int, int, int]] = []
    parts: list[str] = []
    last = length = 0
    for start, end in pattern.found(text):
        length += start - last
        cuts.append((start, end, length))
        parts += [text[last:start], INSTEAD]
        length, last = length + len(INSTEAD), end
    return Shifted("".join([*parts, text[last:]]), tuple(cuts))


def all_patterns(names: Iterable[Sequence[str]]) -> Pattern | None:
    """Return one pattern of several persons' names; None without any."""
    every = tuple(sorted({name for person in names for name in person}))
    return pattern_of(every) if every else None
