"""Persons named in an award sentence, as recipients or as those who hand over, with the position of the name and whether the
honorific is a child's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.engine import Passage
from generator.extraction.names.persons.persons import names_in
from generator.extraction.names.words import words_of
from generator.text.sentences import LOWER, UPPER

_FOREIGN = re.compile(
    # The first letter precedes its lookbehind, so that the search jumps from letter to letter.
    rf"[ÔôBbNnAaCcGgT](?<!\w.)"
    rf"(?:(?<=[Ôô])ng|(?<=[Bb])à|(?<=[Nn])gài|(?<=[Aa])nh|(?<=[Cc])(?:hị|ô)|(?<=[Gg])iáo sư|(?<=[GT])S\.?)\s+"
    rf"(?P<name>[{UPPER}][\w’'.-]*(?:\s+[{UPPER}][\w’'.-]*){{1,4}})"
    rf"(?:\s+và\s+(?P<other>[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+)+))?"
)
_CHILD = re.compile(r"(?:em|cháu|các em)\s")


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in a passage.

    ``start`` is where the honorific begins, if any, ``first`` where the name does. ``pupil``: the honorific is a child's (em,
    cháu). ``stated_as``: the name as written, if it is not the full name.
    """

    start: int
    first: int
    end: int
    name: str
    pupil: bool
    stated_as: str | None = None


def named_persons(passage: Passage) -> Iterator[Named]:
    """Yield the persons named in the passage, in reading order."""
    words = words_of(passage.views, passage.start, passage.stop)
    for name in names_in(words):
        start = words.starts[name.start]
        end = words.ends[name.after - 1]
        yield Named(
            start,
            words.starts[name.first],
            end,
            words.written(name.first, name.after),
            _CHILD.match(passage.views.canonical, start) is not None,
        )


def foreign_persons(passage: Passage) -> Iterator[Named]:
    """Yield persons after an honorific whose names are not built like Vietnamese names: ``bà Mandeep K.O’Brien``."""
    for match in _FOREIGN.finditer(passage.views.text, passage.start, passage.stop):
        for which in ("name", "other"):
            if match[which] is not None:
                start, end = match.span(which)
                end = start + len(match[which].rstrip(".,"))
                yield Named(match.start() if which == "name" else start, start, end, passage.views.text[start:end], False)
