"""Numbers before a verb of receiving that belong to another act: ``bầu 15 đồng chí vào Ban Chấp hành, 5 đồng chí được tặng F``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.element import Element
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.load import alternatives, lexicon

#: Right behind a group: what another act does with it, or what it does itself.
_COMPLEMENT = re.compile(r"\s+(?:vào|thoát|học|dự|tham\s+dự|tham\s+gia|theo\s+học|đi|vay|sinh\s+hoạt)(?!\w)")


def without_other_acts(passage: Passage, counted: list[Element]) -> list[Element]:
    """Return the numbers in their order without those up to the last that another act has, or whose part follows (``40 giáo viên, 5 giáo
    viên được …``); the last one always stays."""
    for at in range(len(counted) - 2, -1, -1):
        if _is_of_another_act(passage, counted[at]) or _is_whole(passage, counted[at], counted[at + 1]):
            return counted[at + 1 :]
    return counted


def _is_of_another_act(passage: Passage, element: Element) -> bool:
    canonical = passage.views.canonical
    if _COMPLEMENT.match(canonical, element.end, passage.stop) is not None:
        return True
    return _other_act().search(canonical, max(passage.start, element.start - REACH), element.start) is not None


def _is_whole(passage: Passage, whole: Element, part: Element) -> bool:
    """Return whether a smaller number of the same follows behind a comma; nobody adds up two numbers of one word."""
    first, second = cast(Group, whole.value), cast(Group, part.value)
    if first.words != second.words or first.count is None or second.count is None or first.count <= second.count:
        return False
    return passage.views.canonical[whole.end : part.start].strip().startswith(",")


@lru_cache(maxsize=1)
def _other_act() -> re.Pattern[str]:
    """Match a verb that has the number behind it: ``kết nạp được 20 đoàn viên``."""
    cues = lexicon("award-cues").by_id
    verbs = alternatives([word for cue in ("other-act", "dates-else") for word in (cues[cue].label, *cues[cue].variants)])
    return re.compile(rf"(?<!\w){verbs}(?:\s+(?:được|thêm|mới|cho|khoảng|hơn|trên|gần))*\s+$")
