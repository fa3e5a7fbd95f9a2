"""Words before an award that do not decide its status: an earlier time that the sentence leaves behind; draws of lots, whose prizes are
no awards; direct speech."""

from __future__ import annotations

import re

from generator.extraction.engine import Passage

#: A word of today between a word of an earlier time and the verb; and an aside about a person: chị A, người nhiều lần phản ánh, được …
_TODAY = re.compile(
    r"[,;]\s+(?:và\s+|còn\s+|nay\s+)?(?:(?:đến\s+|vào\s+)?(?:mùa\s+\w+|tháng|tuần|năm|sáng|chiều|hôm|lần|đợt|dịp)\s+(?:này|nay)|nay|mới\s+đây|vừa\s+qua"
    r"|(?:\w+\s+){0,2}vừa\s+(?:được|nhận|đón))(?!\w)"
)
_ASIDE = re.compile(r",\s+(?:là\s+)?(?:người|đơn\s+vị|nơi)\s+(?:đã\s+|từng\s+)?$")


def is_now(passage: Passage, verb: int, past: re.Pattern[str]) -> bool:
    """Return whether each word of an earlier time (``past``) before the verb is left behind: a word of today follows
    it, or it is in an aside that a comma closes."""
    canonical = passage.views.canonical
    cues = [*past.finditer(canonical, passage.start, verb)]
    if not cues:
        return False
    if _TODAY.search(canonical, cues[-1].end(), min(passage.stop, verb + 12)) is not None:
        return True
    return all(
        _ASIDE.search(canonical, max(passage.start, match.start() - 24), match.start()) is not None and "," in canonical[match.end() : verb]
        for match in cues
    )


_DRAWN = re.compile(r"(?<!\w)(?:quay\s+số|bốc\s+thăm(?:\s+may\s+mắn)?|rút\s+thăm|trúng\s+thưởng|vòng\s+quay|xổ\s+số|dự\s+thưởng)(?!\w)")


def is_lottery(passage: Passage, form: int) -> bool:
    """Return whether the words before a prize in its paragraph speak of a draw of lots."""
    if passage.views.canonical.find("giải", form, form + 24) < 0:
        return False
    memory = passage.views.memory
    if is_lottery not in memory:
        memory[is_lottery] = _DRAWN.search(passage.views.canonical) is not None
    if not memory[is_lottery]:
        return False
    start = max(passage.views.canonical.rfind("\n", 0, form), form - 600, 0)
    return _DRAWN.search(passage.views.canonical, start, passage.stop) is not None


_QUOTED = re.compile(r"\"[^\"\n]{60,600}\"")


def is_in_speech(passage: Passage, at: int) -> bool:
    """Return whether the place is inside direct speech, in which an award is talked about, not reported."""
    if not passage.holds('"'):
        return False
    canonical = passage.views.canonical
    start = max(canonical.rfind("\n", 0, at), 0)
    stop = canonical.find("\n", at)
    marks = canonical.count('"', start, at)
    closing = canonical.find('"', at, len(canonical) if stop < 0 else stop)
    if marks % 2 == 0 or closing < 0:
        return False
    return _QUOTED.match(canonical, canonical.rfind('"', start, at), closing + 1) is not None
