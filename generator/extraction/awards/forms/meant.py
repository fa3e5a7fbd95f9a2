"""Whether the words of an award type are an award that is handed over, and not a matter, an honorific or a verb without an object."""

from __future__ import annotations

import re

from generator.extraction.awards.forms.places import name_end
from generator.extraction.awards.forms.praise import honours_nobody
from generator.extraction.awards.forms.titles import is_reason
from generator.extraction.engine import Passage
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import Entry

QUOTED = re.compile(r'\s*(?::\s*)?(?:(?:cao\s+quý|vinh\s+dự|vinh\s+dự\s+nhà\s+nước)\s+)?["\']\s*(?P<title>[^"\']{2,120})["\']')
_FOR_THOSE = re.compile(r"(?<!\w)cho\s+\d[\d.]*\s+$")
_ONTO = ("lên ", "lên lá ")


def is_meant(passage: Passage, match: re.Match[str], entry: Entry) -> bool:
    """Return whether the words are an award that is handed over here, and not a matter, an honorific or an unnamed medal."""
    words, start, end = match.group(), match.start(), match.end()
    quoted = quoted_title(passage, end)
    if entry.get("class") == AwardClass.VERB:
        return _is_verb(passage, match) and not honours_nobody(passage, start, end)
    if entry.id == "giai-thuong" and words.startswith("giải"):
        return quoted is not None or passage.views.text[start].isupper() or name_end(passage, end) is not None
    if entry.id == "danh-hieu":
        return quoted is not None  # before a title by name that title is the award type
    if entry.get("class") == AwardClass.TITLE and _FOR_THOSE.search(passage.views.canonical, max(passage.start, start - 24), start):
        return False  # tặng danh hiệu F cho 125 Nghệ sĩ Ưu tú
    if entry.get("class") == AwardClass.TITLE:
        return not is_reason(passage, start) and not _is_honorific(passage, start, end)
    if passage.views.canonical.endswith(_ONTO, 0, start):
        return False  # gắn Huân chương lên lá cờ truyền thống của Lữ đoàn
    return not (words == "huy chương" and quoted is None)  # medals of sport, with recipients and contest not stated


def quoted_title(passage: Passage, end: int) -> str | None:
    """Return the title in quotes behind an award type that ends at ``end``."""
    match = QUOTED.match(passage.views.canonical, end, passage.stop)
    if match is None:
        return None
    return passage.views.text[match.start("title") : match.end("title")].strip()


_GIVER_BEFORE = re.compile(r"(?<!\w)được\s+[^.,;:]{3,30}\s$")
_NOUN_BEFORE = re.compile(
    r"(?:thi\s+đua,?\s+|thi\s+đua\s+-\s+|công\s+tác\s+|hội\s+đồng\s+|hình\s+thức\s+|quyết\s+định\s+|chế\s+độ\s+|luật\s+|mức\s+|việc\s+|được\s+|nguyên\s+tắc\s+|quỹ\s+|bình\s+xét\s+|xét\s+|coi\s+|đáng\s+)$"
)
_BY_DECISION = re.compile(r"(?<!\w)quyết\s+định(?!\w)[^.;]{0,80}\svề\s+việc\s+$")


def _is_verb(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether khen thưởng, biểu dương … has a person or body as its object, and is not a noun (công tác khen thưởng)."""
    before = passage.views.canonical[max(passage.start, match.start() - 16) : match.start()]
    if before.endswith("được ") or _GIVER_BEFORE.search(passage.views.canonical, max(passage.start, match.start() - 40), match.start()):
        quoted = QUOTED.match(passage.views.canonical, match.end(), passage.stop)
        if quoted is not None and not passage.views.canonical.startswith(" cho ", quoted.end()):
            return False  # được Nhà nước tuyên dương “Đơn vị anh hùng”
    noun = _NOUN_BEFORE.search(before)
    if noun is None:
        return not (match.group() == "khen" and re.match(r"\s+(?:ngợi|chê|thầm)", passage.views.canonical[match.end() : match.end() + 8]))
    by_decision = _BY_DECISION.search(passage.views.canonical, max(passage.start, match.start() - 120), match.start()) is not None
    return by_decision or noun.group().strip() in {"được", "quyết định"}


def _is_honorific(passage: Passage, start: int, end: int) -> bool:
    """Return whether a title before a name is an honorific, not an award of this event: NSND Trần Hiếu, Nhà giáo ưu tú Nguyễn …."""
    after = passage.views.text[end : end + 2]
    before = passage.views.canonical[max(passage.start, start - 24) : start]
    return after[:1] == " " and after[1:].isupper() and not re.search(r"(?:danh\s+hiệu|tặng|phong|nhận|đạt|công\s+nhận)\s+[\"']?$", before)
