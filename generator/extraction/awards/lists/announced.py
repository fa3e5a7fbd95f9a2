"""Lists that name the honoured after the sentence that states the award: ``Trong đó có 4 người: - A; - B``, ``Chín đảng bộ gồm:
X, Y``, ``một số tập thể, cá nhân đã được khen thưởng, gồm: - Tập thể: X (giai đoạn …)``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import element_name
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class NameList:
    """Names of the members of a group that is counted elsewhere in the article; ``count`` and ``kind`` identify it."""

    kind: str
    count: int
    names: tuple[str, ...]
    span: Span


def name_lists(passage: Passage, elements: list[Element]) -> Iterator[NameList]:
    """Yield the names that follow a counted group as its members: ``Hai trường được khen là A và B``."""
    for index, element in enumerate(elements):
        if element.piece is not Piece.GROUP or not cast(Group, element.value).counted:
            continue
        group = cast(Group, element.value)
        names: list[str] = []
        last = element
        started = False
        for piece in elements[index + 1 :]:
            if piece.piece in {Piece.PART, Piece.COLON}:
                started = True
            elif piece.piece is Piece.PERSON or (piece.piece is Piece.BODY and not (names and last.piece is Piece.PERSON)):
                if not started and not passage.views.canonical.endswith(" là ", 0, piece.start):
                    continue
                started = True
                names.append(element_name(piece))
                last = piece
            elif (names and piece.piece is Piece.FORM) or (piece.piece is Piece.GROUP and cast(Group, piece.value).counted):
                break
        if started and group.count is not None and 1 < len(names) <= group.count:
            yield NameList(group.kind, group.count, tuple(names), Span(element.start, last.end))
