"""Works that win: recipients of a prize whose subject is a work, ``Tác phẩm “X” của tác giả A đoạt giải``.

The author receives it if the work has a single author who is named right behind it; else the work itself does, as kind
``khac``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span

_LONGEST = 300  # code points from the work to its verb


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Match a work by its name in quotes, then its owner, up to the verb; on the canonical view."""
    works = lexicon("works").by_variant
    return re.compile(
        rf"(?P<noun>{alternatives(works)})(?:\s+[^\s.,;:\"]+){{0,5}}?\s+\"(?P<name>[^\"]{{2,120}})\"(?P<rest>(?:[^.;\"]|\.(?=\w)){{0,200}}?)\s*$"
    )


_WHOSE = re.compile(r"(?:^|[\s,])của\s")
#: The words between a work's name and its verb: its origin, its owner, its subject.
_REST = re.compile(
    r"\s*(?:\([^()]{1,80}\)\s*)?(?:(?:viết\s+về|nói\s+về)\s[^,;]{1,80}?\s)?(?:,\s+)?(?:của\s.{1,160}?)?(?:\([^()]{1,80}\)\s*)?"
    r"(?:(?:đã|vừa|cũng|còn|xuất\s+sắc|vinh\s+dự|lần\s+lượt|từng)\s+){0,3}"
)
#: A work with which somebody wins: em A với tác phẩm “X” đoạt giải.
_WITH = re.compile(r"(?<!\w)(?:với|nhờ|qua|bằng|trong|từ|của|có)\s+(?:các\s+|những\s+|hai\s+|một\s+)?$")


def subject_work(passage: Passage, elements: list[Element], predicate: int) -> tuple[Element, ...] | None:
    """Return the recipients of a prize whose subject, before the verb at ``predicate``, is a named work; None if it is not a work."""
    low = max(passage.start, predicate - _LONGEST)
    match = _pattern().search(passage.views.canonical[low:predicate])
    if match is None or _REST.fullmatch(match["rest"]) is None or _WITH.search(passage.views.canonical, passage.start, low + match.start()):
        return None
    start, rest = low + match.start("noun"), low + match.start("rest")
    entry = lexicon("works").entry_of(" ".join(match["noun"].split()))
    whose = max((rest + hit.end() for hit in _WHOSE.finditer(match["rest"])), default=-1)
    authors = [element for element in elements if element.piece is Piece.PERSON and whose >= 0 and whose <= element.start < predicate]
    if authors and entry.get("authored"):
        return tuple(authors)
    name = " ".join(Span(low + match.start("name"), low + match.end("name")).of(passage.views.text).split())
    group = Group(start, rest, "khac", 1, False, False, " ".join(match["noun"].split()), name)
    return (Element(Piece.GROUP, start, rest, group),)


_VERB = re.compile(r"(?<!\w)(?:đoạt|giành|đạt|nhận|được)(?!\w)")


@rule(
    "award.work",
    examples=[Example("Bộ phim [[“Bến vắng” của đạo diễn Lê Văn Sáu]] đoạt giải.", None)],
    counterexamples=["Đạo diễn phim “Bến vắng”. Ông đoạt giải.", "Nhà thơ đoạt giải với bài thơ “Bến vắng”."],
    source="architecture/facts.md kinds: khac; read in articles",
)
def works(passage: Passage) -> Iterator[Finding]:
    """Yield works before a verb of winning, by their names with their owners."""
    for verb in passage.matches(_VERB):
        low = max(passage.start, verb.start() - _LONGEST)
        match = _pattern().search(passage.views.canonical[low : verb.start()])
        if match is not None:
            at = low + match.end("noun") + 1
            yield Finding(Span(at, low + match.end("rest")), None)
