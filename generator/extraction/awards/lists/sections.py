"""The headings above a list, and whether what they head is something other than a list of honours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.extraction.awards.forms.form import forms_in
from generator.extraction.awards.lists.layout import LayoutLine
from generator.extraction.clauses import LONGEST, ArticleText, Sentence
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import groups_in
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.article import BlockKind
from generator.text.sentences import sentence_spans

LONGEST_HEADING = 260  #: code points of a heading that is a line of its own
_OPENING = 40  # code points in which a heading shows that it is of guests
_BESIDE = 8  # lines without a mark, below one another
UP = 4  #: headings above a list that show its subject


@dataclass(frozen=True, slots=True)
class ListSection:
    """The headings above a list, the nearest first (``context``). ``is_other``: it lists aims, rules or guests, not honours."""

    is_other: bool = False
    context: tuple[Passage, ...] = ()


@cache
def words_for(use: str) -> re.Pattern[str]:
    """Return a pattern for the canonical view of the words with one use in lexicon ``list-words``."""
    found = (variant for entry in lexicon("list-words").entries if entry.get("use") == use for variant in entry.variants)
    return re.compile(alternatives(found))


def section_of(text: ArticleText, lines: Sequence[LayoutLine], at: int) -> ListSection:
    """Return the section of line ``at``: the headings above it."""
    above: list[LayoutLine] = []
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
        index -= 1  # items beside it under the same heading
    for other in range(index, max(-1, index - UP), -1):
        if not is_title(text, lines[other]):
            break
        above.append(lines[other])
        if lines[other].mark:
            break
    context = tuple(Passage(text.views, *_last_sentence(text, line), text) for line in above)
    return ListSection(any(_is_of_other(heading) for heading in context), context)


def _is_of_other(heading: Passage) -> bool:
    canonical, start, stop = heading.views.canonical, heading.start, heading.stop
    if forms_in(heading):
        return is_of_guests(heading)
    if words_for("guests").search(canonical, start, stop):
        return True
    return words_for("aims").search(canonical, start, stop) is not None and words_for("results").search(canonical, start, stop) is None


def is_of_guests(heading: Passage) -> bool:
    """Return whether a heading that names an award type begins with the guests: ``Dự lễ trao Giấy khen có:``."""
    return words_for("guests").search(heading.views.canonical, heading.start, min(heading.stop, heading.start + _OPENING)) is not None


def _is_beside(text: ArticleText, line: LayoutLine) -> bool:
    """Return whether a line without a mark may be an item of the same list: short, with a colon inside."""
    words = text.article.text[line.start : line.end]
    return not line.mark and len(words) <= LONGEST_HEADING and not is_title(text, line) and ":" in words[:-1]


def is_list_title(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether a sentence is the title of a list, in capitals (``DANH SÁCH ĐẢNG VIÊN ĐƯỢC TẶNG …``), without a number."""
    words = text.article.text[sentence.start : sentence.end]
    return (
        words.isupper()
        and words_for("title").match(text.views.canonical, sentence.start) is not None
        and not any(group.counted for group in groups_in(text.passage(sentence)))
    )


def is_title(text: ArticleText, line: LayoutLine) -> bool:
    """Return whether a line is a title of what follows: in capitals, in brackets, with a mark or a colon."""
    words = text.article.text[line.start : line.end]
    if len(words) > LONGEST_HEADING or line.block.kind is BlockKind.TITLE or words.endswith("."):
        return False
    return words.isupper() or words.startswith("(") or words.endswith(":") or line.mark in {"roman", "arabic", "letter"}


def ends_open(text: ArticleText, line: LayoutLine) -> bool:
    """Return whether a line ends in a colon."""
    return text.article.text[line.end - 1 : line.end] == ":"


def _last_sentence(text: ArticleText, line: LayoutLine) -> tuple[int, int]:
    start = max(line.start, line.end - LONGEST)  # the words that introduce a list are at the line's end
    spans = sentence_spans(text.article.text, start, line.end)
    return spans[-1] if spans else (start, line.end)


def expects_persons(label: Passage) -> bool | None:
    """Return whether the rows below a heading name persons (True) or bodies (False); None if either is possible."""
    form = forms_in(label)[-1]
    kinds = {group.kind for group in groups_in(label) if group.start >= form.end or group.end <= form.start}
    if not kinds:
        own = lexicon("award-types").by_id[form.type].get("recipient")
        kinds = set() if own is None else {str(own)}
    if not kinds or kinds & {"tap-the-va-ca-nhan", "khac"}:
        return None
    personal = {kind in PERSONS for kind in kinds}
    return personal.pop() if len(personal) == 1 else None
