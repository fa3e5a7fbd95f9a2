"""Names right behind a number of recipients, as many as the number (``cho 2 đồng chí Lê Văn A và Trần Thị B``), and rows of bodies
behind their kind that an award follows (``Các Chi bộ: Thôn Đông, Thôn Đoài được tặng``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import element_name, is_counted, may_be_member
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span
from generator.text.sentences import UPPER

_SEPARATORS = {Piece.COMMA, Piece.SEMICOLON, Piece.COLON, Piece.PART}
_NAMES = {Piece.PERSON, Piece.BODY}
#: What may separate the number from the first name: whose they are, a bracket, a verb of being.
_LEAD = re.compile(r"(?:\s+của\s+[^,.;:()]{2,40}?(?=\s+(?:là|gồm)\s))?\s*\(?\s*(?:(?:là|gồm|gồm có|bao gồm)(?:\s+các)?)?\s*:?\s*")
#: What may separate two names: a separator, and an office apposed to the first: ``ông A, Bí thư Chi bộ B; bà C``.
_JOIN = re.compile(r"(?:\s*[,(–-][^;]{1,120})?\s*(?:[,;&]|và|cùng|[,;]\s*và)\s*")
_MOST = 60  # names of one number


def with_members(passage: Passage, elements: Sequence[Element]) -> Iterator[Element]:
    """Yield the elements; a number of recipients takes the names behind it as its members if there are as many."""
    at = 0
    while at < len(elements):
        element = elements[at]
        names, end = _members(passage, elements, at) if is_counted(element) else _row(passage, elements, at)
        if names:
            group = replace(cast(Group, element.value), names=names, count=len(names), counted=True)
            element = Element(element.piece, element.start, elements[end - 1].end, group)
        yield element
        at = end


def _members(passage: Passage, elements: Sequence[Element], at: int) -> tuple[tuple[str, ...], int]:
    """Return the names of the number at ``at`` and the index behind them; no names if there are more or fewer than the number."""
    group, canonical = cast(Group, elements[at].value), passage.views.canonical
    if group.name is not None or not 0 < (group.count or 0) <= _MOST:
        return (), at + 1
    names, end = list[str](), at + 1
    for index in range(at + 1, len(elements)):
        element = elements[index]
        if element.piece in _SEPARATORS or (names and group.kind in PERSONS and _is_office(element)):
            continue
        if element.piece not in _NAMES or not may_be_member(elements[at], element):
            break
        if (_JOIN if names else _LEAD).fullmatch(canonical, elements[end - 1].end, element.start) is None:
            break
        names.append(element_name(element))
        end = index + 1
    return (tuple(names), end) if len(names) == group.count else ((), at + 1)


#: A body in a row: its first word with a capital or a digit.
_IN_ROW = re.compile(rf"(?:[{UPPER}]|\d)[^.;:()\"“”]*")
_LONGEST_IN_ROW = 8  # words


def _row(passage: Passage, elements: Sequence[Element], at: int) -> tuple[tuple[str, ...], int]:
    """Return the bodies of a row behind several's kind and a colon, up to the predicate of an award, and the index of the predicate."""
    group = elements[at].value
    if not isinstance(group, Group) or not group.several or group.kind in PERSONS or at + 1 == len(elements):
        return (), at + 1
    if elements[at + 1].piece is not Piece.COLON or passage.views.canonical[group.end : elements[at + 1].start].strip():
        return (), at + 1
    for index in range(at + 2, len(elements)):
        element = elements[index]
        if element.piece in {Piece.PASSIVE, Piece.RECEIVE}:
            words = passage.views.text[elements[at + 1].end : element.start]
            names = tuple(" ".join(name.split()) for name in re.split(r",|\svà\s", words.strip(" ,")))
            fit = all(_IN_ROW.fullmatch(name) and len(name.split()) <= _LONGEST_IN_ROW for name in names)
            return (names, index) if fit and len(names) > 1 else ((), at + 1)
        if element.piece not in {*_NAMES, Piece.COMMA, Piece.GROUP}:
            break
    return (), at + 1


def _is_office(element: Element) -> bool:
    """Return whether an element behind a person's name is the post or where the person works."""
    return element.piece is Piece.BODY or (isinstance(element.value, Group) and not element.value.counted and not element.value.several)


@rule(
    "award.members",
    examples=[
        Example("Trao giấy khen cho [[2 đồng chí Lê Văn Minh và Trần Thị Bình]].", ("Lê Văn Minh", "Trần Thị Bình")),
        Example("cho [[2 cá nhân là ông Lê Văn Minh, Trưởng thôn; bà Trần Thị Bình]].", ("Lê Văn Minh", "Trần Thị Bình")),
        Example("[[Các Chi bộ: Thôn Đông, Trường Mầm non]] được tặng Giấy khen.", ("Thôn Đông", "Trường Mầm non")),
        Example("cho [[2 tập thể (Chi bộ thôn Đông, Chi bộ thôn Đoài]]) và 5 cá nhân.", ("Chi bộ thôn Đông", "Chi bộ thôn Đoài")),
    ],
    counterexamples=["cho 3 đồng chí Lê Văn Minh và Trần Thị Bình.", "cho 2 cá nhân; ông Lê Văn Minh và bà Trần Thị Bình dự."],
    source="architecture/facts.md names; read in articles",
)
def members(passage: Passage) -> Iterator[Finding]:
    """Yield numbers of recipients with the names of all of them."""
    for element in with_members(passage, award_elements(passage)):
        if isinstance(element.value, Group) and element.value.names:
            yield Finding(Span(element.start, element.end), element.value.names)
