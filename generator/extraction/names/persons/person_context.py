"""What follows or precedes a possible person's name and speaks for or against it: a position, an act, a word cut in two."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.names.persons.namesakes import POSITION, namesake
from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import lexicon

#: A position in a unit called by its kind alone.
_BARE_UNIT = re.compile(
    r"(?:giám đốc|chủ tịch|viện trưởng|trưởng khoa|bí thư) (?:bệnh viện|trung tâm|hội đồng trường|nhà máy|xí nghiệp|công ty)$"
)
_OF_CELL = re.compile(r"bí thư (?:chi bộ|chi đoàn)$")  # which are called after nobody but heroes
_ACTS = re.compile(
    r"(?:được|vinh dự|báo cáo|trình bày|phát biểu|cho biết|chủ trì|khẳng định|nhấn mạnh|trao|tặng|thông tin|chia sẻ|đã|cho hay"
    r"|nhắc lại|bày tỏ|cảm ơn|giới thiệu|đọc|điểm lại)(?!\w)"
)


@lru_cache(maxsize=1)
def name_parts() -> dict[str, frozenset[str]]:
    """Return the parts of names by kind, and the family names as ``families``."""
    parts = {entry.id: frozenset(entry.variants) for entry in lexicon("name-parts").entries}
    return {**parts, "families": frozenset(lexicon("family-names").by_variant) | parts["further-families"]}


def is_titled(words: SentenceWords, after: int) -> bool:
    """Return whether a position follows a name: ``ông Bríu Pố, già làng``."""
    return POSITION.match(" ".join(words.low[after : after + 5])) is not None


def holds_post(words: SentenceWords, first: int, after: int) -> bool:
    """Return whether ``[first, after)`` names the holder of a position in a unit called by its kind alone, followed by an act
    or statement."""
    lead, behind = " ".join(words.low[max(0, first - 5) : first]), " ".join(words.low[after : after + 2])
    whole = after - first >= 3 and words.low[first] in name_parts()["families"] and namesake(" ".join(words.low[first:after])) is None
    return whole and (_OF_CELL.search(lead) is not None or (_BARE_UNIT.search(lead) is not None and _ACTS.match(behind) is not None))


@lru_cache(maxsize=1)
def _compounds() -> Phrases:
    names = ("organisation-heads", "organisation-words")
    return Phrases({v: True for name in names for entry in lexicon(name).entries for v in entry.variants if " " in v})


def is_broken(words: SentenceWords, after: int) -> bool:
    """Return whether the last syllable begins a word of an organisation's name: Đoàn Thanh|niên, Đoàn Trường Đại|học."""
    if after >= len(words) or words.shape[after] == "p":
        return False
    hit = _compounds().at(words.low, after - 1)
    return hit is not None and hit[0] > after


def is_cut_short(words: SentenceWords, after: int) -> bool:
    """Return whether the name goes on in letters that are not a syllable: ``Nguyễn Thị Ng.``, ``Kim Dae-jung``."""
    if after >= len(words):
        return False
    if words.low[after] == "-" and after + 1 < len(words):
        return not words.spaced(after) and not words.spaced(after + 1) and words.shape[after + 1] == "l"
    return words.shape[after] == "U" and words.spaced(after) and words.written(after, after + 1).istitle()
