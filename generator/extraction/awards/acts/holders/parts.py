"""Parts of a number of recipients: ``45 điển hình gồm 20 tập thể và 25 cá nhân``, ``2.846 hộ đạt danh hiệu D, gồm 2.310 hộ cấp xã, …``.

The parts are the recipients only if they add up to the whole; else the whole is the fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode, is_counted
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group

_BEHIND = re.compile(
    r"(?:\s+(?:lần|đợt|dịp|năm)\s+(?:này|nay))?[\s,:;(–-]*"
    r"(?:trong\s+đó|trong\s+số\s+đó|gồm|bao\s+gồm|gồm\s+có|cụ\s+thể|đó\s+là)(?!\w)[^;.]{0,10}$"
)
_LONGEST = 120  # code points from an award type to the first part
_OTHERS = {Piece.FORM, Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE, Piece.PERSON, Piece.SEMICOLON}


def divide(passage: Passage, elements: Sequence[Element], read: Sequence[Frame]) -> None:
    """Replace a number of recipients in the frames of a sentence by its parts, if they add up to it."""
    for frame in read:
        if frame.open or frame.mode == Mode.ACTIVE:
            _without_whole(frame)
        elif frame.mode in RECIPIENT_FIRST:
            _parts_behind(passage, elements, frame)


def _count(item: Item) -> int | None:
    return cast(Group, item.element.value).count if is_counted(item.element) else None


def _without_whole(frame: Frame) -> None:
    """Leave out a whole whose parts, of whatever kinds, were read as recipients and add up to it."""
    for whole in list(frame.items):
        parts = [item for item in frame.items if item.part_of is whole]
        counts = [_count(item) for item in parts]
        if len(parts) > 1 and not whole.names and None not in counts and sum(cast(list[int], counts)) == _count(whole):
            frame.items.remove(whole)
            for item in parts:
                item.part_of = None


def _parts_behind(passage: Passage, elements: Sequence[Element], frame: Frame) -> None:
    """Take the parts behind an award type instead of the number before it."""
    if len(frame.items) != 1 or (whole := _count(frame.items[0])) is None or frame.items[0].names:
        return
    total, parts = 0, list[Element]()
    for element in elements:
        if element.start < frame.end or element.start >= frame.limit:
            continue
        if element.piece in _OTHERS:
            break
        if not is_counted(element):
            continue
        if not parts and _BEHIND.search(passage.views.canonical, frame.end, element.start) is None:
            return
        if not parts and element.start - frame.end > _LONGEST:
            return
        parts.append(element)
        total += cast(int, cast(Group, element.value).count)
        if total >= whole:
            break
    if len(parts) > 1 and total == whole:
        stops = [*(part.start for part in parts[1:]), parts[-1].end]
        frame.items = [Item(part, stop) for part, stop in zip(parts, stops, strict=True)]
