"""Deals out award types to recipients in order: ``A và B lần lượt được nhận Cờ thi đua của G và Bằng khen của H``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.awards.acts.elements import Piece
from generator.extraction.awards.acts.frames import RECIPIENT_FIRST, Frame, Item, element_name
from generator.extraction.engine import Passage

_IN_ORDER = re.compile(r"(?<!\w)(?:lần\s+lượt|theo\s+thứ\s+tự)(?!\w)")


def deal_in_order(passage: Passage, found: Sequence[Frame]) -> None:
    """Give each of as many award types as named recipients its own, if the words state that they follow the same order."""
    if len(found) < 2 or not passage.holds("lần lượt", "theo thứ tự"):
        return
    at = 0
    while at < len(found):
        row = _row_from(found, at)
        if len(row) > 1 and len(row) == len(row[0].items) and _IN_ORDER.search(passage.views.canonical, *_around(row)):
            for frame, item in zip(row, list(row[0].items), strict=True):
                frame.items = [Item(item.element, item.end, list(item.names))]
        at += max(1, len(row))


def _row_from(found: Sequence[Frame], at: int) -> Sequence[Frame]:
    """Return the frames from ``at`` on that share the recipients of the first, all of them named."""
    first = found[at]
    if first.mode not in RECIPIENT_FIRST or any(item.element.piece is Piece.GROUP for item in first.items):
        return found[at : at + 1]
    names = [element_name(item.element) for item in first.items]
    last = at + 1
    while last < len(found) and names and [_name(item) for item in found[last].items] == names:
        last += 1
    return found[at:last]


def _name(item: Item) -> str:
    return "" if item.element.piece is Piece.GROUP else element_name(item.element)


def _around(row: Sequence[Frame]) -> tuple[int, int]:
    return row[0].items[-1].element.end, row[-1].end
