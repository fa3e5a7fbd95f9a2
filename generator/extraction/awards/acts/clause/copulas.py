"""Titles that the words before them hold: ``243 đồng chí là Chiến sĩ tiên tiến``, ``6 năm liền là Chiến sĩ thi đua``, ``312/331
viên chức đạt Lao động tiên tiến``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group, groups_in
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span
from generator.text.numbers import number_in_digits


@lru_cache(maxsize=1)
def _for_years() -> re.Pattern[str]:
    """Match ``là`` with a title held in consecutive years, which was received in each: ``6 năm liền là Chiến sĩ thi đua``,
    ``nhiều năm liền cô là …``."""
    return re.compile(
        r"(?<=năm )(?:liền|liên\s+tục|liên\s+tiếp|qua),?\s+(?:[^\s.,;:]+\s+){0,4}?(?P<verb>là)\s+(?:danh\s+hiệu\s+)?"
        rf"(?={alternatives(award_words(AwardClass.TITLE))})"
    )


@lru_cache(maxsize=1)
def _of_a_number() -> re.Pattern[str]:
    """Match ``là`` with a title behind a number of its holders."""
    return re.compile(rf"\s+(?P<verb>là)\s+(?:danh\s+hiệu\s+)?[\"']?(?={alternatives(award_words(AwardClass.TITLE, of_state=False))})")


@lru_cache(maxsize=1)
def _of_a_year() -> re.Pattern[str]:
    """Match ``là`` with a title of a stated year, which was received then: ``bà còn là Chiến sĩ thi đua toàn quốc năm 2015``."""
    return re.compile(
        r"(?P<verb>là)(?:(?<=còn là)|(?<=cũng là)|(?<=từng là)|(?<=đã là))\s+(?:danh\s+hiệu\s+)?[\"']?"
        rf"(?={alternatives(award_words(AwardClass.TITLE))}[\"']?\s+(?:các\s+)?năm\s+(?:19|20)\d\d)"
    )


#: Guests and the chosen, who bear a title already: tới dự có 3 đại biểu là …, mời, bầu, gồm 30 đại biểu trong đó 5 người là …
_BEARERS = re.compile(r"(?<!\w)(?:dự|đại\s+biểu|mời|bầu|gặp\s+mặt|thăm|tọa\s+đàm|ủng\s+hộ|hội\s+viên)(?!\w)")


def held_titles(passage: Passage, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each ``là`` with which somebody receives the title behind it."""
    for match in passage.matches(_for_years()) if passage.holds("năm liên", "năm liền", "năm qua") else ():
        yield match.span("verb")
    if not passage.holds(" là "):
        return
    for match in passage.matches(_of_a_year()) if passage.holds(" năm ") else ():
        yield match.span("verb")
    for group in groups:
        if not group.counted:
            continue
        found = _of_a_number().match(passage.views.canonical, group.end, passage.stop)
        if found is not None and passage.first(_BEARERS, passage.start, found.start()) is None:
            yield found.span("verb")


@lru_cache(maxsize=1)
def _confers() -> re.Pattern[str]:
    return re.compile(rf"phong(?<!\wphong)(?=\s+(?:danh\s+hiệu\s+|là\s+)?[\"']?{alternatives(award_words(AwardClass.TITLE))})")


def conferred(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield start and end of each ``phong`` that confers the title behind it: ``được phong Nhà giáo Ưu tú``."""
    for match in passage.matches(_confers()) if passage.holds("phong ") else ():
        yield match.span()


_SHARE = r"(?<![\w/.,%-])(?P<part>\d{1,3}(?:\.\d{3})+|\d{1,5})\s?/\s?(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,5})\s+"
_DAY = re.compile(r"(?:ngày|sáng|chiều|tối|trưa|dịp|lễ|từ|đến)\s+$")


@lru_cache(maxsize=1)
def _shares() -> re.Pattern[str]:
    cues = lexicon("award-cues").by_id
    verbs = alternatives((*cues["receive"].variants, *cues["passive"].variants, "được", "là"))
    return re.compile(rf"{_SHARE}(?P<kind>{lexicon('recipients').alternatives})(?=\s+{verbs})")


def shares_of_groups(passage: Passage) -> Iterator[Group]:
    """Yield the groups whose number is a share of all: ``312/331 viên chức đạt``. Days (``20/11 giáo viên``) are not shares."""
    for match in passage.matches(_shares()) if passage.holds("/") else ():
        part, whole = (int(number_in_digits(match[name])) for name in ("part", "whole"))
        entry = lexicon("recipients").entry_of(match["kind"])
        day = _DAY.search(passage.views.canonical, max(passage.start, match.start() - 8), match.start())
        if day is None and part <= whole and entry.id in PERSONS:
            yield Group(match.start(), match.end(), entry.id, part, True, False, " ".join(match["kind"].split()))


#: Files of those who are proposed: 102 hồ sơ đề nghị xét tặng danh hiệu D.
_FILES = re.compile(
    r"(?<![\w/.,%-])(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,5})\s+hồ\s+sơ(?=\s+(?:đủ\s+điều\s+kiện\s+)?(?:được\s+)?(?:đề\s+nghị|đề\s+xuất|trình|xét)"
    r"(?:\s+[^\s.,;:\d]+){0,6}?\s+(?:tặng|phong|trao)(?!\w))"
)


def files_of_proposed(passage: Passage) -> Iterator[Group]:
    """Yield the numbers of persons whose files propose them for an honour."""
    for match in passage.matches(_FILES) if passage.holds("hồ sơ") else ():
        yield Group(match.start(), match.end(), "ca-nhan", int(number_in_digits(match["count"])), True, False, "hồ sơ")


@rule(
    "award.held_title",
    examples=[
        Example("Có 243 đồng chí [[là]] Chiến sĩ tiên tiến.", None),
        Example("6 năm liền [[là]] Chiến sĩ thi đua cơ sở.", None),
        Example("Trường có 5 giáo viên [[là]] Lao động tiên tiến.", None),
    ],
    counterexamples=["Tới dự có 3 đại biểu là Chiến sĩ thi đua toàn quốc.", "Có 3 người là Anh hùng Lao động.", "Ông là Chiến sĩ thi đua."],
    source="read in articles",
)
def titles_held(passage: Passage) -> Iterator[Finding]:
    """Yield each ``là`` with which somebody receives the title behind it."""
    for start, end in held_titles(passage, list(groups_in(passage))):
        yield Finding(Span(start, end), None)


@rule(
    "award.conferred",
    examples=[Example("được [[phong]] Nhà giáo Ưu tú", None), Example("[[phong]] danh hiệu Anh hùng Lao động", None)],
    counterexamples=["phong trào lao động tiên tiến", "tiên phong, chiến sĩ thi đua"],
    source="read in articles",
)
def titles_conferred(passage: Passage) -> Iterator[Finding]:
    """Yield each ``phong`` that confers the title behind it."""
    for start, end in conferred(passage):
        yield Finding(Span(start, end), None)


@rule(
    "award.share_of_group",
    examples=[Example("[[312/331 viên chức]] đạt Lao động tiên tiến.", ("cong-chuc-vien-chuc", 312))],
    counterexamples=["Ngày 20/11 giáo viên được tặng hoa.", "Có 45/40 giáo viên đạt.", "Đạt 23/15 công trình."],
    source="architecture/facts.md count; read in articles",
)
def group_shares(passage: Passage) -> Iterator[Finding]:
    """Yield groups whose number is a share of all; the value is (kind, number)."""
    for group in shares_of_groups(passage):
        yield Finding(Span(group.start, group.end), (group.kind, group.count))
