"""Deals out award types to recipients in order: ``A và B lần lượt được nhận Cờ thi đua của G và Bằng khen của H``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, element_name
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group

_IN_ORDER = re.compile(r"(?<!\w)(?:lần\s+lượt|theo\s+thứ\s+tự)(?!\w)")


def deal_in_order(passage: Passage, found: Sequence[Frame]) -> None:
    """Give each of as many award types as named recipients its own, if the words state that they follow the same order."""
    if len(found) < 2 or not passage.holds("lần lượt", "theo thứ tự"):
        return
    at = 0
    while at < len(found):
        row = _row_from(found, at)
        if len(row) > 1 and _IN_ORDER.search(passage.views.canonical, *_around(row)):
            for frame, item in zip(row, _one_by_one(row[0]), strict=False) if len(row) == len(_names(row[0])) else ():
                frame.items = [Item(item.element, item.end, list(item.names))]
        at += max(1, len(row))


def _row_from(found: Sequence[Frame], at: int) -> Sequence[Frame]:
    """Return the frames from ``at`` on that share the recipients of the first, all of them named."""
    names = _names(found[at])
    if found[at].mode not in RECIPIENT_FIRST or "" in names:
        return found[at : at + 1]
    last = at + 1
    while last < len(found) and names and _names(found[last]) == names:
        last += 1
    return found[at:last]


def _names(frame: Frame) -> list[str]:
    """Return the names of a frame's recipients; empty ones of recipients without a name."""
    if len(frame.items) == 1 and isinstance(group := frame.items[0].element.value, Group) and (frame.items[0].names or group.names):
        return list(frame.items[0].names or group.names)
    return ["" if isinstance(item.element.value, Group) else element_name(item.element) for item in frame.items]


def _one_by_one(frame: Frame) -> list[Item]:
    """Return the recipients of a frame, those of a number (``Ba vận động viên A, B và C``) each for itself."""
    if len(frame.items) != 1 or not isinstance(group := frame.items[0].element.value, Group):
        return list(frame.items)
    item = frame.items[0]
    return [Item(replace(item.element, value=replace(group, count=1, name=name, names=())), item.end) for name in _names(frame)]


def _around(row: Sequence[Frame]) -> tuple[int, int]:
    return row[0].items[-1].element.start, row[-1].end
