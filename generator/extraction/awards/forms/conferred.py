"""State titles whose name is left out behind their verb, because the article named one before: ``huyện có 3 mẹ được phong tặng, 11 mẹ
được truy tặng``, ``268 mẹ được truy tặng danh hiệu cao quý này``."""

from __future__ import annotations

import re

from generator.extraction.engine import Passage
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import Entry, alternatives, lexicon

#: The verb of conferring, with nothing named behind it.
ALONE = re.compile(
    r"được\s+(?:chủ\s+tịch\s+nước\s+|nhà\s+nước\s+)?(?P<form>(?:phong|truy)\s+tặng(?:(?:\s+và|,)\s+truy\s+tặng)?"
    r"(?:\s+danh\s+hiệu(?:\s+cao\s+quý|\s+vinh\s+dự)*(?:\s+(?:này|ấy|đó|trên))?)?)(?=\s*(?:[,.;:)]|$|và\s+\d|trong\s|đợt\s|lần\s|năm\s))"
)
#: How many hold it by now is not what was granted: từ năm 1994 đến nay có 226 mẹ được phong tặng.
SO_FAR = re.compile(
    r"(?<!\w)(?:(?:đến|tới)\s+nay|từ\s+năm\s+(?:19|20)\d\d\s+(?:đến|tới)|tính\s+(?:đến|cả|chung)"
    r"|trước\s+(?:đợt|lần)\s+này|trước\s+đây)(?!\w)"
)
_HEAD = 1_200  # code points from the beginning in which the title is named


def meant_title(passage: Passage, before: int) -> Entry | None:
    """Return the only state title that the article names in its headline and first sentences; None if it names none or several."""
    memory = passage.views.memory
    if meant_title not in memory:
        pattern = re.compile(alternatives(award_words(AwardClass.TITLE)))
        canonical = passage.views.canonical
        found = {lexicon("award-types").entry_of(match.group()).id for match in pattern.finditer(canonical, 0, min(_HEAD, len(canonical)))}
        state = [key for key in found if lexicon("award-types").by_id[key].get("grade") == "state"]
        memory[meant_title] = lexicon("award-types").by_id[state[0]] if len(state) == 1 else None
    meant: Entry | None = memory[meant_title]
    return meant if before > 0 else None
