"""Winners in the rows of a film festival's prizes: ``Cành cọ vàng: Bến Vắng (Pháp)``, ``Đạo diễn xuất sắc: Ana Torres (phim Gió Ngàn)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.holders.bearers import is_persons_name
from generator.extraction.awards.acts.holders.winners import is_for_persons
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.model.span import Span
from generator.text.sentences import UPPER

#: The winner up to its brackets, the next film or the row's end.
_ROW = re.compile(
    rf"\s*(?P<name>[“\"]?[{UPPER}][^()\n.;“”\":]{{1,60}}?[”\"]?)"
    rf"(?:\s\((?P<aside>[^()\n]{{2,80}})\)|\s(?=phim [{UPPER}]))?\s?(?=[.;\n]|$|phim )"
)
_FESTIVAL = ("liên hoan phim", "lhp ", "điện ảnh")


def winner_in_row(passage: Passage, start: int, title: str | None) -> Element | None:
    """Return the winner of a prize behind its colon at ``start``, in an article on a film festival.

    It is a person if only persons win a prize of that name, or if the film follows in brackets; else it is the film.
    """
    match = _ROW.match(passage.views.text, start, passage.stop)
    if match is None or not any(word in passage.views.canonical for word in _FESTIVAL):
        return None
    (first, end), name = match.span("name"), match["name"].strip('“”"')
    film = (match["aside"] or "").lower().startswith("phim ") or passage.views.text.startswith("phim ", match.end())
    if film or is_for_persons(None if title is None else title.lower()):
        person = name.split(",")[0]
        named = Named(first, first, first + len(person), person, False)
        return Element(Piece.PERSON, first, first + len(person), named) if is_persons_name(person) else None
    return Element(Piece.GROUP, first, end, Group(first, end, "khac", 1, True, False, "", name))


_LABEL = re.compile(r"(?P<title>(?:giải|đạo\s+diễn|(?:nam|nữ)\s+diễn\s+viên|cành\s+cọ|bông\s+sen)[^:.;\n]{0,60}):")


@rule(
    "award.festival_row",
    examples=[
        Example("Liên hoan phim kết thúc. Cành cọ vàng: [[Bến Vắng]] (Pháp).", "Bến Vắng"),
        Example("Liên hoan phim kết thúc. Kết quả giải Kịch bản: [[Ana Torres]] (phim Gió Ngàn).", "Ana Torres"),
    ],
    counterexamples=["Hội thi kết thúc. Giải Phong cách: Ana Torres (lớp 5A).", "Liên hoan phim có giải Khán giả: chưa trao."],
    source="architecture/grammar.md §6.61",
)
def winners_in_rows(passage: Passage) -> Iterator[Finding]:
    """Yield the winners behind the labels of a festival's prizes; the value is the name."""
    for match in passage.matches(_LABEL):
        element = winner_in_row(passage, match.end(), match["title"])
        if element is not None:
            value = element.value
            yield Finding(Span(element.start, element.end), value.name if isinstance(value, Named | Group) else "")
