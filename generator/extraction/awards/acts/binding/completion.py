"""Completes the acts of a sentence from one another after binding: counted award types share recipients stated once, and a
number is divided into the living and the dead.

``trao 6 Huân chương A, 8 Huân chương B cho 200 gia đình`` · ``tặng nhà máy danh hiệu D, tặng 2 Huân chương A`` · ``cho 134 mẹ,
trong đó phong tặng 21 mẹ, truy tặng 113 mẹ``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import GRANTER_FIRST, Frame, Item, element_name
from generator.extraction.awards.acts.holders.parts import divide
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group
from generator.model.span import Span
from generator.text.numbers import number_in_digits


def complete(passage: Passage, elements: Sequence[Element], read: Sequence[Frame]) -> None:
    """Give the counted award types of a sentence the recipients that it states once for all of them, and replace a number of
    recipients by the parts that add up to it."""
    _share_group(passage, read)
    for frame in read:
        _share_object(passage, frame)
    divide(passage, elements, read)


def _of_form(frame: Frame, kind: str, names: Sequence[str] = ()) -> Item:
    """Return as many recipients of a kind as the award's own number."""
    start, end = frame.form.start, frame.form.end
    return Item(Element(Piece.GROUP, start, end, Group(start, end, kind, frame.form.count, True, False, "")), end, list(names))


def _in_row(passage: Passage, frame: Frame, other: Frame) -> bool:
    return passage.views.canonical[frame.end : other.form.start].strip() in {",", "và", ", và", ";", "cùng"}


def _share_group(passage: Passage, read: Sequence[Frame]) -> None:
    """Divide one number of recipients among a row of counted award types whose numbers add up to it."""
    for last in range(len(read) - 1, 0, -1):
        frame = read[last]
        group = frame.items[0].element.value if len(frame.items) == 1 else None
        if not isinstance(group, Group) or not group.counted or frame.form.count is None or (group.count or 0) <= frame.form.count:
            continue
        first = last
        while (
            first
            and not read[first - 1].items
            and read[first - 1].form.count is not None
            and _in_row(passage, read[first - 1], read[first])
        ):
            first -= 1
        if sum(cast(int, act.form.count) for act in read[first : last + 1]) != group.count:
            continue
        for act in read[first : last + 1]:
            act.items = [_of_form(act, group.kind)]


def _share_object(passage: Passage, frame: Frame) -> None:
    """Give a further counted award type the body that received the act before: ``tặng trường danh hiệu D, tặng 2 Huân chương A``."""
    before = frame.follows
    if before is None or frame.items or frame.form.count is None or frame.mode not in GRANTER_FIRST or before.mode not in GRANTER_FIRST:
        return
    if ";" in passage.views.canonical[before.end : frame.form.start] or len(before.items) != 1:
        return
    element = before.items[0].element
    if element.piece is Piece.BODY and before.predicate <= element.start < before.form.start:
        frame.items = [_of_form(frame, "tap-the", [element_name(element)])]
    elif isinstance(element.value, Group) and element.value.words == "" and before.items[0].names:
        frame.items = [_of_form(frame, element.value.kind, before.items[0].names)]


_KINDS = r"(?:\s+[^\s.,;:\d]+){0,5}?"
_PARTS = re.compile(
    rf"(?:trong\s+đó|trong\s+số\s+đó|gồm|bao\s+gồm),?\s+(?:có\s+)?(?:(?:phong\s+|trao\s+)?tặng\s+(?:cho\s+)?(?P<living>\d[\d.]*){_KINDS}"
    rf"(?:,|;|\s+và)\s+truy\s+tặng\s+(?:cho\s+)?(?P<dead>\d[\d.]*)"
    rf"|truy\s+tặng\s+(?:cho\s+)?(?P<first>\d[\d.]*){_KINDS}(?:,|;|\s+và)\s+(?:phong\s+|trao\s+)?tặng\s+(?:cho\s+)?(?P<second>\d[\d.]*))(?![\d.]*\d)"
)


def parted(passage: Passage, start: int, count: int | None) -> tuple[int, int] | None:
    """Return how many of ``count`` received it living and how many after death; None if the words behind ``start`` don't divide
    it, or the parts don't add up."""
    match = _PARTS.search(passage.views.canonical, start, passage.stop) if count is not None and passage.holds("truy") else None
    if match is None:
        return None
    living, dead = (int(number_in_digits(match[first] or match[other])) for first, other in (("living", "second"), ("dead", "first")))
    return (living, dead) if living + dead == count else None


@rule(
    "award.living_and_dead",
    examples=[Example("cho 134 mẹ, [[trong đó phong tặng 21 mẹ, truy tặng 113]] mẹ.", (21, 113))],
    counterexamples=["cho 134 mẹ, trong đó có 21 mẹ còn sống.", "truy tặng 113 mẹ."],
    source="architecture/facts.md posthumous; where a total is broken down, the parts are the facts",
)
def living_and_dead(passage: Passage) -> Iterator[Finding]:
    """Yield numbers divided into those who received it living and those who received it after death."""
    for match in passage.matches(_PARTS):
        living, dead = (int(number_in_digits(match[first] or match[other])) for first, other in (("living", "second"), ("dead", "first")))
        yield Finding(Span(*match.span()), (living, dead))
