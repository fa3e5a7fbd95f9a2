"""Persons named as recipients or presenters in an award sentence: where the name stands, with its honorific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage
from generator.lexicon.load import lexicon
from generator.text.sentences import LOWER, UPPER

_SYLLABLE = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}{LOWER}]+)?"
_NAME = re.compile(rf"{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{1,4}}(?![{LOWER}{UPPER}])")
_HONORIFIC = r"(?:các\s+)?(?:đồng\s+chí|đ/c|ông|bà|em|anh|chị|cụ|mẹ|cháu|thầy|cô|bác\s+sĩ|nghệ\s+sĩ)"
_AFTER_HONORIFIC = re.compile(rf"(?<!\w){_HONORIFIC}\s+$")
_NAMED_AFTER = re.compile(
    r"(?:trường|thpt|thcs|tiểu học|chuyên|mầm non|đường|phố|phường|xã|huyện|quận|thị trấn|bệnh viện|giải|giải thưởng|quỹ|tỉnh|thành phố|tp\.?|tncs|công ty|cty|đại học|học viện|tư tưởng|đạo đức|gương|chủ tịch|bác|huân chương|thôn|ấp)\s+[\"']?$"
)


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(lexicon("family-names").by_variant)


def named_persons(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Start (of the honorific, if any), end and name of each person named in the passage, in reading order."""
    text, canonical = passage.views.text, passage.views.canonical
    for match in _NAME.finditer(text, passage.start, passage.stop):
        start, end = match.span()
        before = canonical[max(passage.start, start - 18) : start]
        honorific = _AFTER_HONORIFIC.search(before)
        first = canonical[start:end].split()[0]
        if honorific is None and (first not in _families() or _NAMED_AFTER.search(before)):
            continue
        if honorific is None and len(match.group().split()) < 3 and first not in {"nguyễn", "trần", "phạm", "lê", "vũ", "đỗ"}:
            continue
        if canonical[start:end].startswith(("hồ chí minh", "thái nguyên", "lâm đồng", "hà nội", "cao bằng", "việt nam")):
            continue
        yield start - (len(honorific.group()) if honorific else 0), end, " ".join(match.group().split())
