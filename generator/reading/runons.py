"""Captions that run on into the text: the line end between them is lost (``… cho đồng chí Phan Văn Lộc Trong những năm qua, …``).

A word that opens sentences is written with a capital behind a word that no full stop follows. What is before it is a caption when it holds
a scene, as pictures show it, or a photographer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.span import Span
from generator.reading.bylines import is_credit
from generator.reading.captions import LONGEST, shows_scene
from generator.reading.openers import named_things, openers
from generator.text.folding import canonical
from generator.text.sentences import LOWER, OPEN_WORD, UPPER, sentence_spans

_FEWEST = 4  # words on either side
_WIDEST = 4  # spaces that may replace the line end


def run_ons(text: str, block: Span) -> list[Span]:
    """Find the captions inside ``block`` that run on into its next sentence, in order; that begins where each ends."""
    spaces = (match.start() for match in _opener().finditer(text, block.start, block.end))
    found = [at + 1 for at in spaces if _runs_on(text, block.start, at + 1)]
    if not found:
        return []
    captions, at = [], 0
    for start, end in sentence_spans(text, block.start, block.end):
        begin = start
        while at < len(found) and found[at] < end:
            opens = found[at]
            stop = len(text[max(begin, opens - _WIDEST) : opens].rstrip()) + max(begin, opens - _WIDEST)
            at += 1
            if not begin < stop <= begin + LONGEST or len(text[opens : min(end, opens + LONGEST)].split()) <= _FEWEST:
                continue
            left = text[begin:stop]
            if is_credit(left) or (len(left.split()) >= _FEWEST and _is_whole(left) and shows_scene(left)):
                captions.append(Span(begin, stop))
                begin = opens
    return captions


def _runs_on(text: str, start: int, at: int) -> bool:
    """Return whether the opener at ``at`` is after a word that does not want it, as ``tại`` or ``chương trình`` do."""
    near = text[max(start, at - 24) : at]
    words = near.rstrip(" \u00a0")
    if words == near or not words or not (words[-1].isalnum() or words[-1] in ')”"'):
        return False
    return OPEN_WORD.search(words) is None and _named().search(canonical(words)) is None


def _is_whole(left: str) -> bool:
    """Return whether quotes and brackets that the words open are closed, so that no title of something is cut."""
    return left.count("“") == left.count("”") and left.count("(") == left.count(")") and left.count('"') % 2 == 0


@lru_cache(maxsize=1)
def _opener() -> re.Pattern[str]:
    # ``Tại sao`` opens too, but a title; ``ông Phan Văn Trong và vợ`` is a name.
    spaced = rf"(?:{openers('spaced')})\s(?=[{LOWER}\d])(?!(?:sao|và|cùng|là|đã|được)\s)"
    return re.compile(rf"[ \u00a0](?=[{UPPER}])(?:{spaced}|(?:{openers('dated')})\s(?:ngày\s|qua\s)?(?=\d))")


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    return re.compile(rf"{named_things()}$")
