"""Lists that tell who was honoured, after the sentence that tells what: ``Trong đó có 4 người: - A; - B``,
``Chín đảng bộ gồm: X, Y``, ``một số tập thể, cá nhân đã được khen thưởng, gồm: - Tập thể: X (giai đoạn …)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from generator.extraction.awards.elements import Element, Piece
from generator.extraction.awards.frames import Frame, Item, element_name, is_counted
from generator.extraction.awards.standards import Merit, merit
from generator.extraction.clauses import Sentence
from generator.extraction.engine import Passage
from generator.extraction.names.recipients import Group
from generator.model.article import BlockKind
from generator.model.span import Span

_AND = re.compile(r"\s+và\s+|[,;]\s*")
_MARK = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)])\s*")


@dataclass(frozen=True, slots=True)
class NameList:
    """Names told for a counted group elsewhere in the article: ``count`` and ``kind`` say which."""

    kind: str
    count: int
    names: tuple[str, ...]
    span: Span


def is_listed(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list."""
    return sentence.block.kind is BlockKind.LIST_ITEM or _MARK.match(passage.views.text, sentence.start, sentence.end) is not None


def opens_list(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence announces a list: it ends with a colon."""
    return passage.views.text[sentence.start : sentence.end].rstrip().endswith(":")


def first_name(elements: list[Element]) -> str | None:
    """The person, or else the body, that a line of a list is about."""
    persons = [one for one in elements if one.piece is Piece.PERSON]
    bodies = [one for one in elements if one.piece is Piece.BODY]
    chosen = persons or bodies
    return element_name(chosen[0]) if chosen else None


def name_lists(passage: Passage, elements: list[Element]) -> Iterator[NameList]:
    """Counted groups that are followed by the names of their members: ``Hai trường được khen là A và B``."""
    for index, element in enumerate(elements):
        if element.piece is not Piece.GROUP or not cast(Group, element.value).counted:
            continue
        group = cast(Group, element.value)
        names: list[str] = []
        last = element
        started = False
        for one in elements[index + 1 :]:
            if one.piece in {Piece.PART, Piece.COLON}:
                started = True
            elif one.piece is Piece.PERSON or (one.piece is Piece.BODY and not (names and last.piece is Piece.PERSON)):
                if not started and not passage.views.canonical.endswith(" là ", 0, one.start):
                    continue
                started = True
                names.append(element_name(one))
                last = one
            elif one.piece is Piece.GROUP and cast(Group, one.value).counted:
                break
        if started and group.count is not None and 1 < len(names) <= group.count:
            yield NameList(group.kind, group.count, tuple(names), Span(element.start, last.end))


def _pieces(canonical: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The parts of ``[start, stop)`` between commas and 'và'; the whole where there are none."""
    for match in _AND.finditer(canonical, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def items_of_line(passage: Passage, sentence: Sentence, elements: list[Element], frame: Frame) -> list[tuple[Item, Merit]]:
    """The recipients that a line of a list names, each with the merit told in brackets behind it, else the frame's."""
    first = elements[0] if elements else None
    if first is not None and is_counted(first):
        item = Item(first, sentence.end)
        return [(item, merit(passage.within(first.end, sentence.end)))]
    named = [one for one in elements if one.piece in {Piece.PERSON, Piece.BODY}]
    result: list[tuple[Item, Merit]] = []
    for index, one in enumerate(named):
        end = named[index + 1].start if index + 1 < len(named) else sentence.end
        bracket = re.compile(r"\s*\(([^)]{4,80})\)").match(passage.views.canonical, one.end, end)
        standard = frame.merit.standard if frame.merit is not None else None
        item = Item(one, one.end if bracket is None else bracket.end())
        for start, stop in (
            _pieces(passage.views.canonical, one.end, one.end) if bracket is None else _pieces(passage.views.canonical, *bracket.span(1))
        ):
            result.append((item, replace(merit(passage.within(start, stop)), standard=standard)))
    return result
