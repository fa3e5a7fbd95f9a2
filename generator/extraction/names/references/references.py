"""Patterns of the words that refer to a person named before: pronouns and given names, by their position beside a verb."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.names.adverbs import ADVERB
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.text.sentences import LOWER, UPPER

#: Words between a subject and its verb.
ADVERBS = rf"(?:\s+(?:{ADVERB}|và|là\s+người)){{0,4}}\s+"
_SHORTEST_RANK = 4  # letters; ths., gs before a given name are no way to speak of somebody


def receiving() -> str:
    """Return a pattern of the verbs of receiving."""
    cues = lexicon("award-cues").by_id
    return alternatives((*cues["passive"].variants, *cues["receive"].variants, "nhận"))


def giving() -> str:
    """Return a pattern of the verbs of giving and of the words that introduce a recipient."""
    cues = lexicon("award-cues").by_id
    return alternatives((*cues["give"].variants, *cues["to"].variants))


def honorifics() -> str:
    """Return a pattern of the pronouns as written before a name, the longest first."""
    return "|".join(re.escape(pronoun) for pronoun in sorted(lexicon("pronouns").by_variant, key=len, reverse=True))


@lru_cache(maxsize=1)
def subject() -> re.Pattern[str]:
    """Match a pronoun before its verb of receiving, or before the title that its person holds."""
    dated = r"(?:\s+(?:còn|cũng|từng|đã)){0,2}\s+là\s+"
    running = r"(?:\s+(?:\d{1,2}|hai|ba|bốn|năm|nhiều)\s+năm\s+(?:liền|liên\s+tục|liên\s+tiếp))?\s+(?:đều\s+|luôn\s+)?là\s+"
    titles = alternatives(award_words(AwardClass.TITLE))
    held = rf"(?={running}{titles})|(?={dated}{titles}\s+(?:các\s+)?năm\s+\d)"
    return re.compile(rf"(?P<who>{lexicon('pronouns').alternatives})(?:(?={ADVERBS}{receiving()})|{held})")


@lru_cache(maxsize=1)
def recipient() -> re.Pattern[str]:
    """Match a pronoun after a verb of giving or ``cho``, followed by the award type or the end of the clause."""
    after = rf"\s*(?:[,.;:)]|$)|\s+(?:vì|do|bởi|nhân|về|vào|năm|ngày|danh\s+hiệu|tấm|{lexicon('award-types').alternatives})"
    return re.compile(rf"{giving()}\s+(?P<who>{lexicon('pronouns').alternatives})(?={after})")


@lru_cache(maxsize=1)
def given_name() -> re.Pattern[str]:
    """Match one or two capitalised words that open a clause before a verb of receiving; on the text."""
    return re.compile(rf"(?P<name>[{UPPER}](?<!\w.)[{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)?)(?={ADVERBS}{receiving()})")


@lru_cache(maxsize=1)
def given_recipient() -> re.Pattern[str]:
    """Match a given name after a verb of giving or ``cho`` at the end of its clause: ``tặng Bằng khen cho My``; on the text."""
    return re.compile(
        rf"[CcTt](?<!\w.)(?:(?<=[Cc])(?i:ho)|(?<=[Tt])(?i:ặng))\s+(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)?)(?=\s*[,.;:)]|\s*$|\s+(?:vì|do|nhân|về)\s)"
    )


@lru_cache(maxsize=1)
def addressed() -> re.Pattern[str]:
    """Match a given name after an honorific, followed by lower-case words or a mark; on the text."""
    given = rf"(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)?)"
    return re.compile(rf"(?<!\w)(?P<who>(?i:{honorifics()}))\s+{given}(?=\s+[{LOWER}\d]|[,.;:)]|$)")


@lru_cache(maxsize=1)
def opener() -> re.Pattern[str]:
    """Match a pronoun or one capitalised word at the head of a sentence, before what the person does; on the text."""
    does = (
        r"(?:(?:đã|còn|cũng|từng|đang|vừa|luôn|tích cực|thường xuyên|nhiều lần) ){0,3}"
        r"(?:tham gia|tham dự|dự thi|học|đang học|thi|trúng tuyển|tốt nghiệp|vượt qua|vượt lên|theo học|công tác|làm việc"
        r"|có \d|có (?:hai|ba|nhiều))"
    )
    return re.compile(
        r"[\s\"'“*+-]*(?:(?i:trước đó|sau đó|ngoài ra|không chỉ vậy|đặc biệt|hiện nay|hiện"
        r"|năm (?:học )?(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?),? )?"
        rf"(?P<who>(?i:{honorifics()})|[{UPPER}][{LOWER}]+) (?={does}(?!\w))"
    )


@lru_cache(maxsize=1)
def storyteller() -> re.Pattern[str]:
    """Match a pronoun behind a time or place, whose person does something and thereby wins a prize; on the text: ``Hội diễn năm 1998, chị
    mang vai mới đi thi và nhận giải nhì``."""
    wins = r"(?:và|rồi|,)(?: (?:đã|lại|cũng|còn|từng))? (?:nhận|đoạt|giành|đạt)(?: được)? (?:\d{1,2} )?(?:giải|huy chương|HC)"
    return re.compile(
        rf"[\s\"'“*+-]*(?:[^,;:“”\"]{{3,90}}, )?(?P<who>(?i:{honorifics()})) (?=[{LOWER}][^;:“”\"{UPPER}]{{3,110}}?\s?{wins})"
    )


GIVEN = re.compile(rf"[{UPPER}][{LOWER}]+")


@lru_cache(maxsize=1)
def addressed_row() -> re.Pattern[str]:
    """Match given names after a plural honorific: ``các anh Tuấn, Trung và Tâm``; on the text."""
    given = rf"[{UPPER}][{LOWER}]+"
    return re.compile(
        rf"(?<!\w)(?i:các|hai|ba|bốn)\s+(?P<who>(?i:{honorifics()}))\s+(?P<names>{given}(?:(?:,\s|\svà\s|,\svà\s){given}){{1,9}})(?!\w|\s[{UPPER}])"
    )


#: What follows a given name that is called by calling or rank.
AFTER_GIVEN = re.compile(rf"\s+[{LOWER}\d]|[,.;:)]|$")


@lru_cache(maxsize=1)
def called() -> re.Pattern[str]:
    """Match a calling or a rank right before a given name: ``chiến sĩ Thoại``, ``Thượng úy Inh``; on the canonical view."""
    callings = lexicon("occupations").entries
    words = {
        *(word for entry in callings if not (entry.get("syllable") or entry.get("describes")) for word in entry.variants),
        *(word for word in lexicon("ranks-and-degrees").by_variant if len(word) > _SHORTEST_RANK),
        "chiến sĩ", "bác sĩ", "kỹ sư", "nghệ sĩ", "nhạc sĩ", "họa sĩ", "luật sư", "điều dưỡng",
    }  # fmt: skip
    return re.compile(rf"(?P<who>{alternatives(words)})\s$")
