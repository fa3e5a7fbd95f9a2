"""Works made by many people that receive a prize: ``giải A thuộc về bộ phim X``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.names.recipients import Group
from generator.lexicon.load import alternatives, lexicon
from generator.text.sentences import UPPER

_NAME = rf"(?:[“\"][^”\"]{{2,90}}[”\"]|[{UPPER}]\w*(?: (?!(?:của|do|và|với)(?!\w))\w+){{0,8}})"


@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    """Match a work without a single author, after the words that introduce a recipient; on the text."""
    shared = alternatives(word for word, entry in lexicon("works").by_variant.items() if not entry.get("authored"))
    return re.compile(rf"(?<!\w)(?:thuộc về|(?:trao|tặng|trao tặng) cho|về tay) (?P<work>(?i:{shared}) (?P<name>{_NAME}))")


def works_given(passage: Passage) -> Iterator[Group]:
    """Yield the works by many people to which something is given, each counted once, of the kind ``khac``."""
    for match in passage.matches(_given(), view="text") if passage.holds("thuộc về ", " cho ", "về tay ") else ():
        start, end = match.span("work")
        yield Group(start, end, "khac", 1, True, False, "", " ".join(match["name"].strip('“”"').split()))
