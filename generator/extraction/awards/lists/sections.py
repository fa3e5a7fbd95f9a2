"""The headings above a list: which they are, and whether what they head is no list of honours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.layout import Line
from generator.extraction.clauses import LONGEST, ArticleText, Sentence
from generator.extraction.engine import Passage
from generator.extraction.names.recipients import groups_in
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import BlockKind
from generator.text.sentences import sentence_spans

LONGEST_HEADING = 260  #: code points of a heading that is a line of its own
_OPENING = 40  # code points in which a heading says that it is of guests
_BESIDE = 8  # lines without a mark, one below the other
UP = 4  #: headings above a list that say what it is of


@dataclass(frozen=True, slots=True)
class Section:
    """What stands above a list. ``is_other``: it is of aims, rules or guests, and not of honours; ``context`` are the headings, the
    nearest first."""

    is_other: bool = False
    context: tuple[Passage, ...] = ()


@cache
def words_for(use: str) -> re.Pattern[str]:
    """Return the words of lexicon ``list-words`` of one use, as a pattern for the canonical view."""
    found = (variant for entry in lexicon("list-words").entries if entry.get("use") == use for variant in entry.variants)
    return re.compile(alternatives(found))


def section_of(text: ArticleText, lines: Sequence[Line], at: int) -> Section:
    """Return what the headings above line ``at`` say."""
    above: list[Line] = []
    parent = lines[at].parent
    first = at
    for _ in range(UP):
        if parent is None:
            break
        line = lines[parent]
        if line.mark or is_title(text, line) or ends_open(text, line):
            above.append(line)
        first, parent = parent, line.parent
    index = first - 1
    while not lines[first].mark and index > max(0, first - _BESIDE) and _is_beside(text, lines[index]):
        index -= 1  # what stands beside it under one heading
    for other in range(index, max(-1, index - UP), -1):
        if not is_title(text, lines[other]):
            break
        above.append(lines[other])
        if lines[other].mark:
            break
    context = tuple(Passage(text.views, *_last_sentence(text, line), text) for line in above)
    return Section(any(_is_of_other(one) for one in context), context)


def _is_of_other(heading: Passage) -> bool:
    canonical, start, stop = heading.views.canonical, heading.start, heading.stop
    if forms_in(heading):
        return is_of_guests(heading)
    if words_for("guests").search(canonical, start, stop):
        return True
    return words_for("aims").search(canonical, start, stop) is not None and words_for("results").search(canonical, start, stop) is None


def is_of_guests(heading: Passage) -> bool:
    """Whether a heading that names a form begins with who came: ``Dự lễ trao Giấy khen có:``."""
    return words_for("guests").search(heading.views.canonical, heading.start, min(heading.stop, heading.start + _OPENING)) is not None


def _is_beside(text: ArticleText, line: Line) -> bool:
    """Whether a line without a mark may be an item of the same list: short, with a colon inside."""
    words = text.article.text[line.start : line.end]
    return not line.mark and len(words) <= LONGEST_HEADING and not is_title(text, line) and ":" in words[:-1]


def is_list_title(text: ArticleText, sentence: Sentence) -> bool:
    """Whether a sentence is the title of a list, in capitals (``DANH SÁCH ĐẢNG VIÊN ĐƯỢC TẶNG …``), and counts nobody."""
    words = text.article.text[sentence.start : sentence.end]
    return (
        words.isupper()
        and words_for("title").match(text.views.canonical, sentence.start) is not None
        and not any(group.counted for group in groups_in(text.passage(sentence)))
    )


def is_title(text: ArticleText, line: Line) -> bool:
    """Whether a line is one of those that entitle what follows: in capitals, in brackets, with a mark or a colon."""
    words = text.article.text[line.start : line.end]
    if len(words) > LONGEST_HEADING or line.block.kind is BlockKind.TITLE or words.endswith("."):
        return False
    return words.isupper() or words.startswith("(") or words.endswith(":") or line.mark in {"roman", "arabic", "letter"}


def ends_open(text: ArticleText, line: Line) -> bool:
    """Whether a line ends in a colon."""
    return text.article.text[line.end - 1 : line.end] == ":"


def _last_sentence(text: ArticleText, line: Line) -> tuple[int, int]:
    start = max(line.start, line.end - LONGEST)  # what a list hangs on is at its end
    spans = sentence_spans(text.article.text, start, line.end)
    return spans[-1] if spans else (start, line.end)
