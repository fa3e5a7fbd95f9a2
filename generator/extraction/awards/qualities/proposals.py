"""Proposals continued in the next sentence: ``… đề nghị cấp trên khen thưởng 22 tập thể. Trong đó, 4 tập thể nhận Cờ thi đua``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.extraction.awards.acts.clause.frames import Frame, is_counted
from generator.extraction.awards.acts.sides.status import is_done
from generator.extraction.engine import Passage
from generator.lexicon.load import lexicon
from generator.model.facts import AwardStatus

#: Further words with which a sentence continues the sentence before: Những tập thể, cá nhân này.
_GOES_ON = (r"những\s+(?:tập\s+thể|cá\s+nhân|đồng\s+chí|đơn\s+vị)\s+(?:này|trên)", r"các\s+hình\s+thức\s+(?:gồm|là)")


def mark_proposed_parts(passage: Passage, read: Sequence[Frame], before: Frame | None) -> None:
    """Mark the frames of a sentence that breaks down a proposal as proposed, unless the act is stated as done."""
    if before is None or before.status != AwardStatus.PROPOSED:
        return
    if _part().match(passage.views.canonical, passage.start, passage.stop) is None:
        return
    if not any(is_counted(item.element) for item in before.items):
        return  # nothing to break down
    for frame in read:
        if (
            frame.status is None
            and all(is_counted(item.element) for item in frame.items)
            and not is_done(passage, passage.start, frame.form.start)
        ):
            frame.status = AwardStatus.PROPOSED


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    parts = (variant for variant in lexicon("award-cues").by_id["part"].variants if variant != "riêng")  # Riêng ông A: another statement
    return re.compile(rf"[\s*•+-]*(?:{'|'.join((*map(re.escape, parts), *_GOES_ON))})(?!\w)")
