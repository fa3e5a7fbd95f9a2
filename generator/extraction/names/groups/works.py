"""Works made by many people that receive a prize: ``giải A thuộc về bộ phim X``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.load import alternatives, lexicon
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

_NAME = rf"(?:[“\"][^”\"]{{2,90}}[”\"]|[{UPPER}]\w*(?: (?!(?:của|do|và|với)(?!\w))\w+){{0,8}})"


_PERSON = rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}"


@lru_cache(maxsize=1)
def _author() -> re.Pattern[str]:
    """Match the single author of a work, behind its name: ``của (nhà văn|PGS.TS) Lê Minh``; on the text."""
    ranks = lexicon("ranks-and-degrees").alternatives
    return re.compile(
        rf"\s?(?:\([^()]{{1,40}}\) )?của (?:(?!các|nhóm|những|hai|ba)[{LOWER}]+\s){{0,4}}(?:(?i:{ranks})[.\s]{{1,2}}){{0,3}}"
        rf"(?P<author>{_PERSON})(?=\s*(?:[.,;:()]|$))(?!\s*(?:,|và)\s*{_PERSON}\s*[.;])"
    )


@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    """Match a work after the words that introduce a recipient, in quotes or without a single author; on the text."""
    works = lexicon("works").by_variant
    shared = alternatives(word for word, entry in works.items() if not entry.get("authored"))
    return re.compile(
        rf"(?<!\w)(?:thuộc về|(?:trao|tặng|trao tặng) cho|về tay) (?P<work>(?i:{shared}) (?P<name>{_NAME}))"
        rf"|(?<= cho )(?P<quoted>(?P<noun>(?i:{alternatives(works)})) (?P<title>[“\"][^”\"]{{2,90}}[”\"]))"
    )


def works_given(passage: Passage) -> Iterator[Group]:
    """Yield the works to which something is given, each counted once, of the kind ``khac``; for a work by a single author who is named
    with it, the author."""
    text = passage.views.text
    for match in passage.matches(_given(), view="text") if passage.holds("thuộc về ", " cho ", "về tay ") else ():
        start, end = match.span("work" if match["work"] else "quoted")
        name = " ".join((match["name"] or match["title"]).strip('“”"').split())
        author = None
        if match["quoted"] and lexicon("works").entry_of(canonical(match["noun"])).get("authored"):
            author = _author().match(text, end, passage.stop)
            if author is None and text.startswith((" của ", " do "), end):
                continue  # several authors, or one who is not named: who receives is not clear
        if author is not None:
            yield Group(start, author.end(), "ca-nhan", 1, True, False, "", " ".join(author["author"].split()))
        else:
            yield Group(start, end, "khac", 1, True, False, "", name)
