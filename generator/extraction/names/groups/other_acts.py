"""Numbers that belong to another act than the one behind them: ``bầu 15 đồng chí vào Ban Chấp hành, 5 đồng chí được tặng F``."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.engine import REACH, Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.load import alternatives, lexicon

#: Right behind a group: what another act does with it, or what it does itself.
_COMPLEMENT = re.compile(r"\s+(?:vào|thoát|học|dự|tham\s+dự|tham\s+gia|theo\s+học|đi|vay|sinh\s+hoạt)(?!\w)")
_PART_FOLLOWS = re.compile(r"\s*,\s*(?:(?:trong\s+đó\s+)?(?:đã\s+)?có\s+)?")


def is_of_another_act(passage: Passage, group: Group) -> bool:
    """Return whether another verb has the group: ``kết nạp 20 đoàn viên``, ``15 hộ thoát nghèo``."""
    canonical = passage.views.canonical
    if _COMPLEMENT.match(canonical, group.end, passage.stop) is not None:
        return True
    return _other_act().search(canonical, max(passage.start, group.start - REACH), group.start) is not None


def is_whole_of(passage: Passage, whole: Group, part: Group) -> bool:
    """Return whether a smaller number of the same follows behind a comma (``40 giáo viên, 5 giáo viên``): nobody adds up two numbers
    of one word."""
    if whole.words != part.words or whole.count is None or part.count is None or whole.count <= part.count:
        return False
    return _PART_FOLLOWS.fullmatch(passage.views.canonical, whole.end, part.start) is not None


@lru_cache(maxsize=1)
def _other_act() -> re.Pattern[str]:
    """Match a verb that has the number behind it: ``kết nạp được 20 đoàn viên``."""
    cues = lexicon("award-cues").by_id
    verbs = alternatives([word for cue in ("other-act", "dates-else") for word in (cues[cue].label, *cues[cue].variants)])
    return re.compile(rf"(?<!\w){verbs}(?:\s+(?:được|thêm|mới|cho|khoảng|hơn|trên|gần))*\s+$")
