"""Groups of recipients in no lexicon. Recipients are an open class, recognised by position behind a verb of giving or ``cho``
(``trao giấy khen cho ba ngư dân``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage, remembered
from generator.extraction.names.adverbs import ADVERBS
from generator.extraction.names.recipients import Group, groups_in
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import WORDS, number_in_digits, number_in_words
from generator.text.sentences import LOWER

#: Number words with other meanings (một số, năm sau), and years.
_NO_NUMBERS = {"một", "năm"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = r"(?<![\w/.,%])(?:\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d/%]|[.,]\d)"


_GROUP = (
    rf"(?P<all>(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?(?:(?P<digits>{_DIGITS})|(?P<words>{WORDS}(?![-\w])))"
    rf"\s+(?:nam\s+|nữ\s+|anh\s+|chị\s+|vị\s+)?[\"'“]?(?P<noun>[{LOWER}]{{2,}}(?:\s+[{LOWER}]{{2,}})?)[\"'”]?)"
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    give = alternatives((*lexicon("award-cues").by_id["give"].variants, *(word for word in award_words(AwardClass.VERB) if word != "khen")))
    return re.compile(rf"(?<!đại diện )(?:cho|{give})\s+(?:cho\s+)?{_GROUP}")


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    """Match a number of persons in any word for persons before a verb of receiving: ``35 chị được tôn vinh``, ``41 thầy cô đạt …``."""
    cues = lexicon("award-cues").by_id
    verbs = alternatives((*cues["receive"].variants, *cues["passive"].variants, "được", "nhận"))
    people = {
        *lexicon("pronouns").by_variant,
        *(word for word in lexicon("occupations").by_variant if len(word) > 1),
        "thầy cô",
        "bạn",
        "thợ",
    }
    return re.compile(
        rf"(?P<all>(?P<digits>{_DIGITS})\s+(?P<noun>{alternatives(people)}))(?:\s+(?:em|giỏi|tiêu\s+biểu|xuất\s+sắc|trẻ|nữ|nam))?(?={ADVERBS}\s+{verbs})"
    )


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    """Match a further number of a list, right after a group."""
    return re.compile(rf"\s*(?:,|;|và|cùng|cùng\s+với)\s+(?:và\s+)?{_GROUP}")


_TEACHERS = frozenset({"thầy", "cô", "thầy cô"})
_KINDS = {"collective": "tap-the", "thing": "khac"}


@remembered
def open_groups(passage: Passage) -> Iterator[Group]:
    """Yield the counted groups after a verb of giving or ``cho``, and those of a list they open, whose noun is not in the lexicon.

    The kind is persons unless lexicon ``noun-classes`` gives another.
    """
    known = [group for group in groups_in(passage) if group.counted]
    ends = [group.end for group in known]
    for match in passage.matches(_subject()) if passage.holds("được", "đạt", "nhận", "giành", "đoạt") else ():
        if all(match.end() <= group.start or group.end <= match.start() for group in known):
            listed = lexicon("occupations").by_variant.get(" ".join(match["noun"].split()))
            kind = "giao-vien" if match["noun"] in _TEACHERS else "nguoi-lao-dong" if match["noun"] == "thợ" else "ca-nhan"
            if listed is None or not (listed.get("syllable") or listed.get("describes")):
                yield Group(match.start(), match.end("all"), kind, int(number_in_digits(match["digits"])), True, False, match["noun"])
    for match in passage.matches(_pattern()):
        if (group := _group(passage, match)) is not None:
            yield group
            ends.append(group.end)
    while ends:
        end = ends.pop()
        joined = _joined().match(passage.views.canonical, end, passage.stop)
        if joined is not None and (group := _group(passage, joined)) is not None:
            yield group
            ends.append(group.end)


def _group(passage: Passage, match: re.Match[str]) -> Group | None:
    if not passage.views.text[match.start("noun") : match.end("noun")].islower():
        return None  # 6 TT, 3 Hội
    listed, classes = lexicon("recipients").by_variant, lexicon("noun-classes").by_variant
    first, _, second = " ".join(match["noun"].split()).partition(" ")
    if first in listed or f"{first} {second}" in listed:
        return None
    entry = classes.get(f"{first} {second}") or classes.get(first)
    kind = "" if entry is None else entry.id
    number = match["digits"] or " ".join(match["words"].split())
    if kind in {"none", "attribute"} or number in _NO_NUMBERS or _YEAR.fullmatch(number):
        return None
    count = int(number_in_digits(number)) if match["digits"] else number_in_words(number)
    after = classes.get(second)
    end = match.start("noun") + len(first) if after is not None and after.id == "attribute" else match.end("all")
    return Group(match.start("all"), end, _KINDS.get(kind, "ca-nhan"), count, True, False, match["noun"])
