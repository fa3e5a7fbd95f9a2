"""Names each with a bracket behind, or in one: rows of prize winners (``A (Trường X), B (Trường Y)``) and authors of works (``“W” (A -
Hà Nội)``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.names.words import SentenceWords
from generator.extraction.people.attachment import SEPARATOR, PersonGroup

_LONGEST = 16  # words in brackets
_BORN = frozenset({"sn", "sinh", "ngụ", "trú", "quê"})  # as of suspects
_BEFORE = 160  # code points before the sentence that may name the award
_QUOTES = frozenset({'"', "”", "“", "»"})
#: Words of an award, in the sentence or right before it.
_HONOUR = re.compile(
    r"(?<!\w)(?:huy\s+chương|hcv|hcb|hcđ|bằng\s+khen|giấy\s+khen|khen\s+thưởng|tuyên\s+dương|biểu\s+dương|vinh\s+danh|tôn\s+vinh"
    r"|giải\s+(?:thưởng|nhất|nhì|ba|khuyến\s+khích|đặc\s+biệt|vàng|bạc|đồng|[abc])|trao\s+giải|đoạt\s+giải)(?!\w)"
)


def in_row(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> bool:
    """Return whether the name and the accepted one before it are joined, each with a bracket behind: ``ông A (xã X) và B (xã Y)``."""
    end, own = _bracket_end(words, groups[index - 1].name.after), _bracket_end(words, groups[index].name.after)
    if end is None or own is None or "tuổi" in words.low[groups[index].name.after : own]:
        return False  # other rules read ages
    return SEPARATOR.match(" ".join(words.low[end : groups[index].name.first])) is not None


def is_winner(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> bool:
    """Return whether a bracket follows the name, as one the next, below or behind an award's words; or the name is a work's author in
    brackets."""
    name = groups[index].name
    if _is_author(words, index, groups):
        return _is_honoured(words, name.first)
    end = _bracket_end(words, name.after)
    if end is None or index + 1 >= len(groups):
        return False
    following = groups[index + 1].name
    joined = SEPARATOR.match(" ".join(words.low[end : following.first])) is not None
    return joined and _bracket_end(words, following.after) is not None and _is_honoured(words, name.first)


def _is_author(words: SentenceWords, index: int, groups: Sequence[PersonGroup]) -> bool:
    name = groups[index].name
    opens = name.first > 1 and words.low[name.first - 1] == "(" and words.low[name.first - 2] in _QUOTES
    return opens and name.after < len(words) and words.low[name.after] in {")", "-", "–", ","}


def _is_honoured(words: SentenceWords, first: int) -> bool:
    view = words.views.canonical
    return _HONOUR.search(view, max(0, words.start - _BEFORE), words.starts[first]) is not None


def _bracket_end(words: SentenceWords, at: int) -> int | None:
    """Return the word after the bracket that opens at ``at``; None if none opens there, it is long, or says when or where one was born."""
    if at >= len(words) or words.low[at] != "(" or (at + 1 < len(words) and words.low[at + 1] in _BORN):
        return None
    stop = min(len(words), at + _LONGEST + 2)
    return next((place + 1 for place in range(at + 1, stop) if words.low[place] == ")"), None)
